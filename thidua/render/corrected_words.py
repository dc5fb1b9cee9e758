"""A corrected value in words: what stood there before, and by which paper it is another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.diagnostics import Language, Text
from thidua.model.labels import LABELS
from thidua.model.lists import CorrectedField
from thidua.vietnamese.dates import article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.store.corrected_values import CorrectedValue

_TOLD = Text("{field}, trước đính chính: {before}; theo {paper}", "{field}, before correction: {before}; by {paper}")
_NOTHING = Text("chưa ghi", "not stated")
_OF = Text("số {number} ngày {day}", "no. {number} of {day}")
_NUMBER = Text("số {number}", "no. {number}")


def before_correction(one: CorrectedValue, language: Language, names: Mapping[tuple[str, str], str]) -> str:
    """Return `đơn vị, trước đính chính: Phòng Một; theo số 9/ĐC-UBND ngày 01/4/2023 · records/…`.

    Args:
        names: of records, by folder and id.
    """
    values = {
        "field": field_label(one.field, language),
        "before": value_words(one.field, one.before, language, names),
        "paper": _paper(one, language),
    }
    return _TOLD.words(language, values)


def field_label(field: str, language: Language) -> str:
    """Return what a field that can be corrected is called."""
    return Text(*LABELS[CorrectedField(field)]).words(language)


def value_words(field: str, value: str | None, language: Language, names: Mapping[tuple[str, str], str]) -> str:
    """Return a value of such a field as people write it."""
    if value is None:
        return _NOTHING.words(language)
    if language is Language.VI and field.endswith(("date", "received")):
        return article(date.fromisoformat(value))
    known = next((label for one, label in LABELS.items() if one.value == value and field in _LISTED), None)
    if known is not None:
        return Text(*known).words(language)
    folder = _FOLDERS.get(field)
    return names.get((folder, value), value) if folder else value


_LISTED = frozenset({"class", "sex", "foreign", "pupil", "posthumous", "method"})
_FOLDERS = {
    "unit": "organisations", "collective": "organisations", "enterprise": "organisations", "award": "catalogue",
    "decision.authority": "organisations", "campaign": "campaigns", "bloc": "blocs", "person": "people",
}  # fmt: skip


def _paper(one: CorrectedValue, language: Language) -> str:
    day = article(date.fromisoformat(one.date)) if one.date and language is Language.VI else one.date or ""
    values = {"number": one.number or "", "day": day}
    called = _OF if one.number and one.date else _NUMBER if one.number else None
    return " · ".join(part for part in (called.words(language, values) if called else "", one.path) if part)
