"""Whole records, read from their files when a report or a command needs more than the register keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from thidua.model.kinds import Kind
from thidua.source.document import parse_file, read
from thidua.source.problem import DocumentError
from thidua.store.paths import record_path
from thidua.store.rulings import rulings_on

if TYPE_CHECKING:
    from thidua.diagnostics import Route
    from thidua.model.base import Record
    from thidua.store.corrected_rows import Corrected
    from thidua.store.reading import Loaded
    from thidua.store.register import Register
    from thidua.store.rulings import Ruling
    from thidua.store.workspace import Workspace

R = TypeVar("R", bound="Record")


class Library:
    """Records by path or by kind and id. What was read once is kept for the run; it is a few files, never all."""

    def __init__(self, workspace: Workspace, register: Register) -> None:
        self.workspace = workspace
        self.register = register
        self._loaded: dict[str, Loaded] = {}
        self._told: dict[str, Loaded] = {}
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

    def told(self, path: str) -> Loaded:
        """Return a file, understood without its model, for who asks no more of the record than its values.

        Raises:
            OSError: it cannot be read.
        """
        if path in self._loaded:
            return self._loaded[path]
        if path not in self._told:
            self._told[path] = self._plainly(path)
        return self._told[path]

    def _plainly(self, path: str) -> Loaded:
        from thidua.store.reading import as_plain_record

        try:
            document = parse_file(path, read(self.workspace.read(path)))
        except DocumentError:
            return self.loaded(path)
        return as_plain_record(path, record_path(path).folder, document, [])

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
