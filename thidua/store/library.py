"""Whole records, read from their files when a report or a command needs more than the register keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from thidua.model.kinds import BODY_FIELDS
from thidua.model.stated import KINDS, Kind
from thidua.source.document import parse_file, read
from thidua.source.problem import DocumentError
from thidua.store.paths import record_path
from thidua.store.rulings import rulings_on
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.diagnostics import Route
    from thidua.model.base import Record
    from thidua.source.document import Document
    from thidua.store.corrected_rows import Corrected
    from thidua.store.reading import Loaded
    from thidua.store.register import Register
    from thidua.store.rulings import Ruling
    from thidua.store.workspace import Workspace

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says: the values of its record, and the places of its fields."""

    record: object
    document: Document | None


class Library:
    """Records by path or by kind and id. What was read once is kept for the run; it is a few files, never all."""

    def __init__(self, workspace: Workspace, register: Register) -> None:
        self.workspace = workspace
        self.register = register
        self._loaded: dict[str, Loaded] = {}
        self._told: dict[str, Told | None] = {}
        self._corrected: dict[str, Corrected | None] = {}

    def path(self, folder: str, id_: str) -> str | None:
        """Return the path of a record that can be read, or `None`."""
        found = self.register.one(
            "SELECT path FROM file WHERE folder = ? AND record = ? AND readable ORDER BY path", (folder, id_)
        )
        return str(found) if found is not None else None

    def loaded(self, path: str) -> Loaded:
        """Return a file, understood.

        Raises:
            OSError: it cannot be read.
        """
        if path not in self._loaded:
            from thidua.store.reading import read_record  # with all of pydantic

            self._loaded[path] = read_record(path, record_path(path).folder, self.workspace.read(path))
        return self._loaded[path]

    def told(self, path: str) -> Loaded | Told:
        """Return a file, understood; without its model where what it states is plain.

        Raises:
            OSError: it cannot be read.
        """
        if path in self._loaded:
            return self._loaded[path]
        if path not in self._told:
            self._told[path] = self._stated(path)
        return self._told[path] or self.loaded(path)

    def _stated(self, path: str) -> Told | None:
        folder = record_path(path).folder
        if folder not in KINDS:
            return None
        try:
            document = parse_file(path, read(self.workspace.read(path)))
        except DocumentError:
            return None
        if document.body and document.body.strip() and folder in BODY_FIELDS:
            return None
        record = KINDS[folder].read(document.tree)
        return None if record is None else Told(record, document)

    def record(self, path: str, kind: type[R] | Kind[R]) -> R | None:
        """Return the record in a file, or `None` where the file is no record of that kind; of a decision, as it is now."""
        if isinstance(kind, Kind):
            return cast("R | None", self.told(path).record) if record_path(path).folder == kind.folder else None
        now = self.corrected(path)
        record = now.record if now else self.loaded(path).record
        return record if isinstance(record, kind) else None

    def corrected(self, path: str) -> Corrected | None:
        """Return a decision that papers correct as it is now; `None` for all other records."""
        if path not in self._corrected:
            rulings = rulings_on(self.register, record_path(path).id) if record_path(path).folder == "awards" else []
            self._corrected[path] = self._as_corrected(path, rulings) if rulings else None
        return self._corrected[path]

    def _as_corrected(self, path: str, rulings: list[Ruling]) -> Corrected | None:
        from thidua.store.corrected import corrected_record  # few decisions are ever corrected

        return corrected_record(self.loaded(path).record, rulings)

    def stated_route(self, path: str, route: Route) -> Route:
        """Return where a file has what stands at a route of its record as it is now."""
        now = self.corrected(path)
        return now.stated_route(route) if now else route
