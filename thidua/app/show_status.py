"""How far each row of a nomination has come, each status under a heading of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Language, Text
from thidua.model.labels import LABELS
from thidua.model.lists import NominationStatus, RecipientKind
from thidua.render.record_page import Entry
from thidua.store.nominations import rows_of_nomination
from thidua.vietnamese.dates import article
from thidua.vietnamese.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua.store.nominations import NominatedRow
    from thidua.store.register import Register

_STATUS = Text("Tình trạng", "Status")


def status_entries(
    register: Register, id_: str, names: Mapping[tuple[str, str], str], language: Language
) -> Iterator[Entry]:
    """Return one part with the rows of each status; none where the nomination cannot be read."""
    rows = rows_of_nomination(register, id_)
    parts = tuple(
        Entry(
            _sentence(Text(*LABELS[status]).words(language)),
            parts=tuple(Entry("", _told(row, names, language)) for row in rows if row.status is status),
            listed=True,
        )
        for status in NominationStatus
        if any(row.status is status for row in rows)
    )
    if parts:
        yield Entry(_STATUS.words(language), parts=parts)


def _told(row: NominatedRow, names: Mapping[tuple[str, str], str], language: Language) -> str:
    told = [_who(row, names, language), row.award_name]
    if row.unit:
        told.insert(1, names.get(("organisations", row.unit), row.unit))
    if row.given is not None:
        told.append(" ".join(filter(None, (row.given.number, _day(row.given.date, language)))) or row.given.path)
    return " · ".join(told)


def _who(row: NominatedRow, names: Mapping[tuple[str, str], str], language: Language) -> str:
    if row.name is None:
        kind = Text(*LABELS[RecipientKind(row.kind)]).words(language)
        return f"{count(row.number)} {kind}" if language is Language.VI else f"{kind}: {row.number:,}"
    return row.name if row.kind == RecipientKind.INDIVIDUAL else names.get(("organisations", row.name), row.name)


def _day(day: str | None, language: Language) -> str:
    from datetime import date

    return "" if day is None else day if language is Language.EN else article(date.fromisoformat(day))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
