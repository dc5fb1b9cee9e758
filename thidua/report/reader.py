"""Reads records for one report: names for ids, figures with their places, doubts with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from thidua.report.values import Doubt, Figure, Trace, Words
from thidua.store.award_cells import rows_of_cell
from thidua.store.paths import is_slug
from thidua.store.queries import official_names

if TYPE_CHECKING:
    from thidua.diagnostics import Route
    from thidua.model.base import Fact, Record, Source
    from thidua.model.fact import Figure as FigureRecord
    from thidua.model.kinds import Kind
    from thidua.store.award_cells import AwardCell, AwardRow
    from thidua.store.library import Library

R = TypeVar("R", bound="Record")


class Reader:
    """The records of one report. Doubts are numbered in the order in which the report comes upon them."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.register = library.register
        self._doubts: dict[tuple[str, Route], Doubt] = {}
        self._read: dict[str, None] = {}
        self._named: set[tuple[str, str]] = set()
        self._names: dict[str, dict[str, str]] = {}
        self._rows: dict[AwardCell, tuple[AwardRow, ...]] = {}

    @property
    def read(self) -> frozenset[str]:
        """The paths of the records that were read."""
        return frozenset(self._read)

    @property
    def named(self) -> frozenset[tuple[str, str]]:
        """Kind and id of the records whose names were asked for."""
        return frozenset(self._named)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        return tuple(self._doubts.values())

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the records that were read, each once, in the order they were read."""
        found: dict[str, None] = {}
        for path in self._read:
            if path.startswith(("records/organisations/", "records/blocs/")):
                continue  # who they are is not what the report states
            record = self.library.told(path).record
            source = getattr(record, "source", None)
            if source is not None:
                found[source_words(source, place=False)] = None
        return tuple(found)

    def record(self, path: str, kind: type[R] | Kind[R]) -> R | None:
        """Return the record in a file, and remember that the report rests on it."""
        found = self.library.record(path, kind)
        if found is not None:
            self._read[path] = None
        return found

    def by_id(self, folder: str, id_: str, kind: type[R] | Kind[R]) -> tuple[str, R] | None:
        """Return the path and the record of an id, or `None`."""
        path = self.library.path(folder, id_)
        record = self.record(path, kind) if path else None
        return (path, record) if path and record is not None else None

    def name(self, id_or_name: str | None, folder: str = "organisations") -> str | None:
        """Return how an organisation (or another record) is called."""
        if id_or_name is None or not is_slug(id_or_name):
            return id_or_name
        self._named.add((folder, id_or_name))
        if folder not in self._names:  # asked for at once: a report names hundreds
            self._names[folder] = official_names(self.register, folder)
        return self._names[folder].get(id_or_name, id_or_name)

    def rows_of(self, cell: AwardCell) -> tuple[AwardRow, ...]:
        """Return the recipients behind a cell; a cell stands in several lines of a report, and is asked about once."""
        if cell not in self._rows:
            self._rows[cell] = tuple(rows_of_cell(self.register, cell))
        return self._rows[cell]

    def trace(self, path: str, route: Route, label: str = "") -> Trace:
        """Return the place of a field as a record behind a figure."""
        document = self.library.told(path).document
        return Trace(path, document.line(self.library.stated_route(path, route)) if document else 1, label)

    def doubt(self, path: str, route: Route, fact: Fact | None) -> int:
        """Return the number of a fact's doubt, 0 where it has none."""
        if fact is None or fact.doubt is None:
            return 0
        key = path, route
        if key not in self._doubts:
            source = fact.source or getattr(self.library.told(path).record, "source", None)
            self._doubts[key] = Doubt(
                len(self._doubts) + 1,
                " ".join(fact.doubt.split()),
                self.trace(path, (*route, "doubt")),
                source_words(source) if source else None,
            )
        return self._doubts[key].number

    def figure(self, path: str, route: Route, fact: FigureRecord) -> Figure | None:
        """Return a figure of a record as one of the report, or `None` where it has no value."""
        if fact.value is None:
            return None
        return Figure(
            fact.value,
            (self.trace(path, route, fact.name),),
            whole=fact.total,
            qualifier=fact.qualifier,
            unit=fact.unit,
            wording=fact.as_printed,
            doubt=self.doubt(path, route, fact),
        )

    def words(self, path: str, route: Route, text: str | None, fact: Fact | None = None) -> Words | None:
        """Return text with the number of the doubt of the fact it stands in."""
        return Words(text, self.doubt(path, route, fact)) if text is not None else None


def source_words(source: Source, *, place: bool = True) -> str:
    """Return a source in one line: document, number, publisher, date, and the place in it."""
    from thidua.vietnamese.dates import article

    parts = [
        source.document,
        f"số {source.number}" if source.number else None,
        source.publisher,
        f"ngày {article(source.date)}" if source.date else None,
        source.place if place else None,
    ]
    return ", ".join(part for part in parts if part) or (source.archive or source.address or "")
