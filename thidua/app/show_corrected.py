"""Which values of a decision were corrected, as `show` tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Text
from thidua.render.corrected_words import before_correction, value_words
from thidua.render.record_page import Entry
from thidua.store.corrected_values import CorrectedValue, values_of_decision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua.diagnostics import Language
    from thidua.store.register import Register

_TITLE = Text("Đã đính chính", "Corrected")


def corrected_entries(
    register: Register, path: str, names: Mapping[tuple[str, str], str], language: Language
) -> Iterator[Entry]:
    """Return one part with the values that papers corrected; none where all is as stated."""
    values = values_of_decision(register, path)
    if values:
        parts = tuple(Entry("", _told(one, names, language)) for one in values)
        yield Entry(_TITLE.words(language), parts=parts, listed=True)


def corrected_json(register: Register, path: str) -> list[dict[str, Any]]:
    """Return the same as plain data."""
    return [
        {
            "name": one.name or None,
            "unit": one.unit,
            "line": one.line or None,
            "field": one.field,
            "before": one.before,
            "value": one.value,
            "by": {"number": one.number, "date": one.date, "path": one.path},
        }
        for one in values_of_decision(register, path)
    ]


def _told(one: CorrectedValue, names: Mapping[tuple[str, str], str], language: Language) -> str:
    who = [names.get(("organisations", part), part) for part in (one.name, one.unit) if part]
    now = value_words(one.field, one.value, language, names)
    return " · ".join(part for part in (", ".join(who), now, before_correction(one, language, names)) if part)
