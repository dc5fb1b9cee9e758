"""A decision as a form to fill: its rows as texts, the titles of their columns, and what a list offers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from thidua.diagnostics import Text
from thidua.model.labels import LABELS
from thidua.model.lists import RECIPIENT_FIELDS, PersonClass, Sex, YesNo
from thidua.store.paths import is_slug
from thidua.value_class import dataclass
from thidua.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.source.builder import Tree
    from thidua.store.exported import Names

Values: TypeAlias = "dict[str, str]"
"""The fields of a row that are there, as the record has them; `award` is that of its group, `kind` names its field."""


class Offer(StrEnum):
    """What the drop-down of a column offers."""

    AWARDS = "awards"
    UNITS = "units"
    KINDS = "kinds"
    CLASSES = "classes"
    SEXES = "sexes"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the form.

    Attributes:
        closed: only what is offered makes sense.
    """

    name: str
    title: Text
    width: int
    offer: Offer | None = None
    closed: bool = True


FIELDS: Final = (
    Field("award", Text("Danh hiệu, hình thức", "Award"), 42, Offer.AWARDS),
    Field("kind", Text("Đối tượng", "Recipient kind"), 16, Offer.KINDS),
    Field("name", Text("Họ tên, tên tập thể, chủ hộ", "Name"), 34, Offer.UNITS, closed=False),
    Field("unit", Text("Đơn vị", "Unit"), 34, Offer.UNITS, closed=False),
    Field("position", Text("Chức vụ", "Position"), 24),
    Field("class", Text("Nhóm đối tượng", "Class"), 26, Offer.CLASSES),
    Field("achievement", Text("Thành tích", "Achievement"), 40),
    Field("person", Text("Mã cá nhân", "Person id"), 18),
    Field("sex", Text("Giới tính", "Sex"), 9, Offer.SEXES),
    Field("foreign", Text("Nước ngoài", "Foreign"), 10, Offer.YES_NO),
    Field("pupil", Text("Học sinh, sinh viên", "Pupil"), 10, Offer.YES_NO),
    Field("posthumous", Text("Truy tặng", "Posthumous"), 10, Offer.YES_NO),
    Field("different_from_namesake", Text("Phân biệt trùng tên", "Told apart"), 22),
)

KINDS: Final = {
    "name": Text("cá nhân", "individual"),
    "collective": Text("tập thể", "collective"),
    "enterprise": Text("doanh nghiệp", "enterprise"),
    "household": Text("hộ gia đình", "household"),
    "people": Text("nhân dân và cán bộ", "people and officials"),
}
ORGANISED: Final = ("collective", "enterprise")
_CHOICES: Final = {Offer.CLASSES: PersonClass, Offer.SEXES: Sex, Offer.YES_NO: YesNo}


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row as it stood when the form was made.

    Attributes:
        group, place: where it stands in the record.
        shown: its values as the form shows them.
    """

    group: int
    place: int
    values: Values
    shown: Values


@dataclass(frozen=True, slots=True)
class Form:
    """What the workbook carries besides what is seen.

    Attributes:
        path: of the record; empty for a decision that has none yet.
        fingerprint: of the record's text.
        new: what is known of a decision that has no record.
    """

    path: str
    fingerprint: str
    new: Values
    rows: tuple[FormRow, ...]


def rows_of(tree: Tree) -> list[tuple[int, int, Values]]:
    """Return the rows of a decision that name a recipient: group, place, values."""
    awards = tree.get("awards") if isinstance(tree, dict) else None
    found = []
    for number, group in enumerate(awards if isinstance(awards, list) else []):
        if not isinstance(group, dict):
            continue
        recipients = group.get("recipients")
        for place, one in enumerate(recipients if isinstance(recipients, list) else []):
            found.append((number, place, _values(str(group.get("award", "")), one)))
    return found


def _values(award: str, one: Any) -> Values:
    row = {name: str(value) for name, value in one.items()} if isinstance(one, dict) else {}
    kind = next((field for field in RECIPIENT_FIELDS if field in row), "name")
    called = row.pop(kind, "")
    return {**row, "award": award, "kind": kind, "name": called}


def recipient(values: Mapping[str, str]) -> Values:
    """Return a row as the record writes it: without its award, named by its kind."""
    kind = values.get("kind", "name")
    row = {name: value for name, value in values.items() if name not in ("award", "kind", "name") and value}
    return {kind: values.get("name", ""), **row}


def shown(values: Mapping[str, str], names: Names, language_of: int = 0) -> Values:
    """Return the values as people read them: `Name [id]`, closed lists in words."""
    return {field.name: _shown(field, values, names, language_of) for field in FIELDS if field.name in values}


def _shown(field: Field, values: Mapping[str, str], names: Names, language_of: int) -> str:
    value = values[field.name]
    if field.name == "kind":
        return (KINDS[value].vi, KINDS[value].en)[language_of]
    if field.offer is Offer.AWARDS:
        return named(names.award(value), value)
    if field.name == "unit" or (field.name == "name" and values.get("kind") in ORGANISED):
        return named(names("organisations", value) or value, value) if is_slug(value) else value
    if field.offer in _CHOICES:
        return _words(field.offer, language_of).get(value, value)
    return value


def named(name: str, id_: str) -> str:
    """Return a record as lists offer it."""
    return f"{name} [{id_}]" if name != id_ else id_


def offered(offer: Offer, language_of: int = 0) -> list[str]:
    """Return what a closed list offers."""
    if offer is Offer.KINDS:
        return [(one.vi, one.en)[language_of] for one in KINDS.values()]
    return list(_words(offer, language_of).values())


def _words(offer: Offer, language_of: int) -> dict[str, str]:
    return {one.value: LABELS[one][language_of] for one in _CHOICES[offer]}


def plain_choice(field: Field, typed: str) -> str | None:
    """Return the value that words of a closed list stand for, in either language; `None` where they stand for none."""
    if field.offer is Offer.KINDS:
        known = {fold(word): kind for kind, text in KINDS.items() for word in (kind, text.vi, text.en)}
    elif field.offer in _CHOICES:
        known = {fold(word): one.value for one in _CHOICES[field.offer] for word in (one.value, *LABELS[one])}
    else:
        return typed
    return known.get(fold(typed))
