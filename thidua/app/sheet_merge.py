"""What a clerk changed in a form against what the record says now, row by row and field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Text
from thidua.report.sheet_form import FIELDS
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.report.sheet_form import Form, FormRow, Values

Now = tuple[int, int, "Values"]
"""A row of the record as it is: group, place, values."""

_TITLES = {field.name: field.title for field in FIELDS}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the clerk wants of a row.

    Attributes:
        number: of the row in the workbook; 0 for one that is no longer there.
        base: the row as it was; `None` for a new one.
        changes: the fields that differ, an emptied one empty; `None` where the row is to go.
    """

    number: int
    base: FormRow | None
    changes: Values | None


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the record.

    Attributes:
        at: the row as it is now; `None` for a new one.
        changes: as of a wish, without what the record says already.
    """

    at: Now | None
    changes: Values | None


def merged(form: Form, wishes: list[Wish], now: list[Now], *, is_same: bool) -> tuple[list[Step], list[Text]]:
    """Return what has to change in the record, and where it clashes with what somebody else changed.

    Args:
        now: the rows of the record as they are.
        is_same: the record has not changed since the form was made.
    """
    at = (
        {(row.group, row.place): one for row, one in zip(form.rows, now, strict=True)} if is_same else _found(form, now)
    )
    free = [one[2] for one in now]
    for taken in at.values():
        free.remove(taken[2])
    steps: list[Step] = []
    wrong: list[Text] = []
    for wish in wishes:
        if wish.base is None:
            _add(wish, free, steps)
        elif wish.changes is None or wish.changes:
            there = at.get((wish.base.group, wish.base.place))
            if there is None and _is_done(wish, wish.base, free):
                continue
            clashes = _clashes(wish, wish.base, there)
            wrong += clashes
            if not clashes and there is not None:
                steps += _needed(wish, there)
    return steps, wrong


def _add(wish: Wish, free: list[Values], steps: list[Step]) -> None:
    """Add a row, unless one like it was added meanwhile: by somebody else, or by reading this form before."""
    values = {name: value for name, value in (wish.changes or {}).items() if value}
    if values in free:
        free.remove(values)
    else:
        steps.append(Step(None, values))


def _is_done(wish: Wish, base: FormRow, free: list[Values]) -> bool:
    """Whether a row that is not found any more became what the clerk wants: this form was read before."""
    wanted = {name: value for name, value in {**base.values, **(wish.changes or {})}.items() if value}
    if wish.changes is None or wanted not in free:
        return False
    free.remove(wanted)
    return True


def _needed(wish: Wish, there: Now) -> list[Step]:
    if wish.changes is None:
        return [Step(there, None)]
    left = {name: value for name, value in wish.changes.items() if there[2].get(name, "") != value}
    return [Step(there, left)] if left else []


def _found(form: Form, now: list[Now]) -> dict[tuple[int, int], Now]:
    """Return where each row of the form stands now: first those that are the same, then those of one name."""
    left, found = list(now), dict[tuple[int, int], Now]()
    for same in (_whole, _named, _called):
        for row in form.rows:
            if (row.group, row.place) in found:
                continue
            fits = [one for one in left if same(one[2]) == same(row.values)]
            alike = [
                one for one in form.rows if (one.group, one.place) not in found and same(one.values) == same(row.values)
            ]
            if fits and (same is _whole or len(fits) == len(alike) == 1):
                found[row.group, row.place] = fits[0]
                left.remove(fits[0])
    return found


def _whole(values: Values) -> object:
    return sorted(values.items())


def _named(values: Values) -> object:
    return [values.get(name) for name in ("award", "kind", "name", "unit")]


def _called(values: Values) -> object:
    return [values.get(name) for name in ("kind", "name")]


def _clashes(wish: Wish, base: FormRow, there: Now | None) -> list[Text]:
    row = (
        Text(f"dòng {wish.number}", f"row {wish.number}")
        if wish.number
        else Text("dòng đã bỏ", "a row that was taken away")
    )
    who = base.values["name"]
    if there is None:
        if wish.changes is None:
            return []  # both took it away
        return [
            Text(
                f"{row.vi} ({who}): từ khi lập phiếu, dòng này trong bản ghi đã bị bỏ hoặc đổi tên",
                f"{row.en} ({who}): since the form was made, the record has lost or renamed this row",
            )
        ]
    changed = {name for name in (*base.values, *there[2]) if base.values.get(name, "") != there[2].get(name, "")}
    if wish.changes is None:
        fields = sorted(changed)
    else:
        fields = [name for name in wish.changes if name in changed and there[2].get(name, "") != wish.changes[name]]
    return [_clash(row, who, name, base, there[2], wish.changes) for name in fields]


def _clash(row: Text, who: str, name: str, base: FormRow, there: Values, mine: Values | None) -> Text:
    title = _TITLES.get(name, Text(name, name))
    was, now = base.values.get(name, ""), there.get(name, "")
    wanted = Text("phiếu bỏ dòng này", "the form takes the row away")
    if mine is not None:
        wanted = Text(f"phiếu ghi `{mine[name]}`", f"the form has `{mine[name]}`")
    return Text(
        f"{row.vi} ({who}): «{title.vi}» khi lập phiếu là `{was}`, nay bản ghi là `{now}`, {wanted.vi}",
        f"{row.en} ({who}): “{title.en}” was `{was}` when the form was made, the record now has `{now}`, {wanted.en}",
    )
