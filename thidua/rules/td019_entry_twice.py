"""TD019: one entry stands twice in a list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain
from thidua.rules.parts import described_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.diagnostics import Route

_FOLDERS = (
    "organisations", "people", "campaigns", "blocs", "bloc-years", "years", "rosters", "initiatives", "declarations",
    "nominations", "corrections", "revocations", "exemplars",
)  # fmt: skip
"""All kinds but decisions, whose rows have rules of their own (TD306, TD320), and the catalogue."""


def check(record: Any, _: str) -> Iterator[Found]:
    yield from _twice(record, ())


def _twice(part: Any, route: Route) -> Iterator[Found]:
    """Yield the entries that an earlier one of their list equals, in all the lists inside a part."""
    kind: type = type(part)
    for field, key, holds_records in _lists_in(kind):
        value = getattr(part, field)
        if not value:
            continue
        here = (*route, key)
        if isinstance(value, tuple):
            if not holds_records and len(set(value)) == len(value):
                continue
            first: dict[Any, int] = {}
            for place, item in enumerate(value):
                before = first.setdefault(item, place)
                if before != place:
                    yield Found((*here, place), {"list": here[-1]}, (Place("", (*here, before)),))
                elif holds_records:
                    yield from _twice(item, (*here, place))
        else:
            yield from _twice(value, here)


@cache
def _lists_in(kind: type) -> tuple[tuple[str, str, bool], ...]:
    """Return the fields of a type that are lists, or may hold some, and whether they hold records.

    Most records are spared a look at every field.
    """
    model = described_type(kind)
    fields = model.fields if model is not None else ()
    return tuple((field.name, field.key, field.holds_records) for field in fields if field.many or field.holds_records)


_ONE = """\
theme: Đoàn kết
tallies:
  - {counted: {individuals: 30}}
source: {document: Báo cáo Ví dụ}
"""
_TWICE = _ONE.replace("30}}\n", "30}}\n  - {counted: {individuals: 30}}\n")
_TOLD_APART = _ONE.replace("30}}\n", "30}}\n  - {occasion: Ngày hội Ví dụ, counted: {individuals: 30}}\n")
_PATH = "records/years/2023/vi-du.yaml"
_UNIT = {"records/organisations/vi-du.yaml": "name: Thành phố Ví dụ\n"}

RULE = Rule(
    code="TD019",
    name="entry-twice",
    severity=Severity.WARNING,
    title=Text(vi="một mục ghi hai lần trong danh sách", en="one entry stands twice in a list"),
    why=Text(
        vi="Hai nhánh cùng thêm một mục mà gộp theo dòng chữ thì mục đó có thể nằm hai lần và bị đếm hai lần.",
        en="Where two branches added one entry and were merged as lines of text, it may stand twice and count twice.",
    ),
    wording=plain(
        Text(vi="mục này đã có ở trên, trong `{list}`", en="this entry stands above already, in `{list}`"),
        Text(vi="xoá một mục, hoặc ghi rõ hai mục khác nhau ở đâu", en="delete one, or write how the two differ"),
    ),
    check=OfRecord(find=check, folders=_FOLDERS),
    bad=(Example({_PATH: _TWICE, **_UNIT}, finds=(f"{_PATH}:4:5",)),),
    good=(Example({_PATH: _TOLD_APART, **_UNIT}),),
)
