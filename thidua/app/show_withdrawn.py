"""Which rows of a decision were withdrawn, as `show` tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Text
from thidua.render.record_page import Entry
from thidua.store.withdrawn import RevokedBy, WithdrawnRow, withdrawn_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua.diagnostics import Language
    from thidua.store.register import Register

_TITLE = Text("Đã thu hồi", "Withdrawn")
_BY = Text("thu hồi: {paper}", "withdrawn by {paper}")
_OF = Text("{number} ngày {day:day}", "{number} of {day}")


def withdrawn_entries(
    register: Register, path: str, names: Mapping[tuple[str, str], str], language: Language
) -> Iterator[Entry]:
    """Return one part with the rows of a decision that were withdrawn; none where all of it counts."""
    rows = withdrawn_rows(register, path)
    if rows:
        parts = tuple(Entry("", _told(row, names, language)) for row in rows)
        yield Entry(_TITLE.words(language), parts=parts, listed=True)


def withdrawn_json(register: Register, path: str) -> list[dict[str, Any]]:
    """Return the same as plain data."""
    return [
        {
            "route": row.route,
            "line": row.line,
            "name": row.name,
            "unit": row.unit,
            "award": row.award,
            "by": [{"number": by.number, "date": by.date, "ground": by.ground, "path": by.path} for by in row.papers],
        }
        for row in withdrawn_rows(register, path)
    ]


def _told(row: WithdrawnRow, names: Mapping[tuple[str, str], str], language: Language) -> str:
    who = [names.get(("organisations", one), one) for one in (row.name, row.unit) if one]
    papers = (_BY.words(language, {"paper": _paper(by, language)}) for by in row.papers)
    return " · ".join([", ".join(who), row.award_name, *papers])


def _paper(by: RevokedBy, language: Language) -> str:
    if by.number and by.date:
        called = _OF.words(language, {"number": by.number, "day": by.date})
    else:
        called = by.number or ""
    return " · ".join(one for one in (called, by.path) if one)
