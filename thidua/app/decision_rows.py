"""Which decision, and which of its rows, a person means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.store.granted import decisions_called
from thidua.store.paths import is_slug
from thidua.store.recipients import recipient_key
from thidua.value_class import dataclass
from thidua.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh
    from thidua.store.register import Register

SHOWN = 8
"""How many rows are listed at most."""


Called = tuple[str, str, str | None]
"""How a row is called: award, name, unit."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A row of a decision as it is now.

    Attributes:
        former: how it was called before each correction, as the decision states it first.
    """

    place: int
    award: str
    award_name: str
    kind: str
    name: str
    unit: str | None
    line: int
    revoked: bool
    former: tuple[Called, ...] = ()

    @property
    def calls(self) -> tuple[Called, ...]:
        return (*self.former, (self.award, self.name, self.unit))


@dataclass(frozen=True, slots=True)
class Asked:
    """A row as a person asked for it."""

    name: str
    award: str | None = None
    unit: str | None = None


def decision_asked(state: Fresh, asked: str) -> tuple[str, str]:
    """Return path and id of the one decision that an id, a path or a number names.

    Raises:
        EntryError: none is, or several are.
    """
    typed = tidy(asked).replace("\\", "/").removeprefix("./")
    found = [path for path, _ in decisions_called(state.register, typed)]
    if len(found) != 1:
        listed = "".join(f"\n  {path}" for path in found)
        raise EntryError(
            Text(
                f"nhiều quyết định có số `{asked}`; ghi mã:{listed}",
                f"several decisions are called `{asked}`; give the id:{listed}",
            )
            if found
            else Text(f"không có quyết định nào có mã hoặc số `{asked}`", f"no decision has the id or number `{asked}`")
        )
    return found[0], str(state.register.one("SELECT record FROM file WHERE path = ?", (found[0],)))


def rows_of_decision(register: Register, path: str) -> list[DecisionRow]:
    """Return the rows of a decision, as they are now, in its order."""
    found = register.ask(
        """SELECT award_row.place, award_row.award,
                  COALESCE(award_row.own_name, (SELECT min(name) FROM catalogue WHERE id = award_row.award),
                           award_row.award),
                  award_row.kind, award_row.name, award_row.unit, award_row.line, award_row.revoked
           FROM award_row JOIN file ON file.id = award_row.file WHERE file.path = ? ORDER BY award_row.place""",
        (path,),
    )
    former: dict[int, tuple[Called, ...]] = {}
    for place, *call in register.ask(
        """SELECT place, award, name, unit FROM former_row JOIN file ON file.id = former_row.file
           WHERE file.path = ? ORDER BY former_row.rowid""",
        (path,),
    ):
        former[place] = (*former.get(place, ()), (call[0], call[1], call[2]))
    return [
        DecisionRow(place, award, called, kind, name, unit, line, bool(revoked), former.get(place, ()))
        for place, award, called, kind, name, unit, line, revoked in found
    ]


def rows_meant(
    lookup: Lookup, rows: Sequence[DecisionRow], asked: Asked, *, one_award: bool = False
) -> list[DecisionRow]:
    """Return the rows of the one recipient that is meant.

    Args:
        one_award: it must be one row, not several awards of one recipient.

    Raises:
        EntryError: nobody is named so, or several recipients are.
    """
    named = _named(lookup, rows, asked.name)
    if not named:
        raise EntryError(_nobody(lookup, rows, asked.name), "--row")
    if asked.award is not None:
        award = lookup.meant("catalogue", asked.award, "--award")
        named = [row for row in named if award in {call[0] for call in row.calls}] or _none_left(
            lookup, named, "--award"
        )
    if asked.unit is not None:
        unit = asked.unit
        named = [row for row in named if _is_unit(lookup, row, unit)] or _none_left(lookup, named, "--unit")
    if len({(row.kind, row.name, row.unit) for row in named}) > 1:
        raise EntryError(_several(lookup, named, Text("thêm --unit", "add --unit")), "--row")
    if one_award and len(named) > 1:
        raise EntryError(_several(lookup, named, Text("thêm --award", "add --award")), "--row")
    return named


def reference(rows: Sequence[DecisionRow], meant: Sequence[DecisionRow], asked: Asked) -> dict[str, str]:
    """Return how a paper names the rows meant: as the decision states them, with as much as tells them from others."""
    stated = [row.calls[0] for row in meant]
    award, name, unit = stated[0]
    tree = {"name": name}
    key = recipient_key(name)
    alike = [(row.kind, call) for row in rows for call in row.calls if recipient_key(call[1]) == key]
    if len({call[0] for call in stated}) == 1 and (asked.award is not None or len({call[0] for _, call in alike}) > 1):
        tree["award"] = award
    if unit is not None and (asked.unit is not None or len({(kind, call[2]) for kind, call in alike}) > 1):
        tree["unit"] = unit
    return tree


def told(lookup: Lookup, row: DecisionRow) -> str:
    """Return a row in one line."""
    who = [lookup.name("organisations", part) if is_slug(part) else part for part in (row.name, row.unit) if part]
    return f"{', '.join(who)} · {row.award_name}"


def _named(lookup: Lookup, rows: Sequence[DecisionRow], name: str) -> list[DecisionRow]:
    """Return the rows of this name; without its accents only where nobody has it with them."""
    typed = tidy(name)
    ids = {one.id for one in lookup.matches("organisations", typed)}
    key, folded = recipient_key(typed), fold(typed)
    exact = [row for row in rows if any(recipient_key(name) == key or name in ids for _, name, _ in row.calls)]
    return exact or [row for row in rows if any(fold(name) == folded for _, name, _ in row.calls)]


def _is_unit(lookup: Lookup, row: DecisionRow, unit: str) -> bool:
    typed = tidy(unit)
    ids = {one.id for one in lookup.matches("organisations", typed)}
    return any(of is not None and (fold(of) == fold(typed) or of in ids) for _, _, of in row.calls)


def _none_left(lookup: Lookup, rows: Sequence[DecisionRow], option: str) -> list[DecisionRow]:
    raise EntryError(
        Text(
            f"không có dòng nào như vậy; đang có:{_listed(lookup, rows)}",
            f"there is no such row; there are:{_listed(lookup, rows)}",
        ),
        option,
    )


def _nobody(lookup: Lookup, rows: Sequence[DecisionRow], name: str) -> Text:
    words = fold(name).split()
    near = [row for row in rows if all(word in _words(lookup, row) for word in words[-1:])][:SHOWN]
    listed = _listed(lookup, near or rows)
    called = Text("gần nhất", "the nearest") if near else Text("đang có", "there are")
    return Text(
        f"quyết định không có dòng nào của `{name}`" + (f"; {called.vi}:{listed}" if rows else ""),
        f"the decision has no row of `{name}`" + (f"; {called.en}:{listed}" if rows else ""),
    )


def _words(lookup: Lookup, row: DecisionRow) -> list[str]:
    return fold(lookup.name("organisations", row.name) if is_slug(row.name) else row.name).split()


def _several(lookup: Lookup, rows: Sequence[DecisionRow], then: Text) -> Text:
    listed = _listed(lookup, rows)
    return Text(
        f"{len(rows)} dòng có tên này; {then.vi}:{listed}", f"{len(rows)} rows have this name; {then.en}:{listed}"
    )


def _listed(lookup: Lookup, rows: Sequence[DecisionRow]) -> str:
    more = "\n  …" if len(rows) > SHOWN else ""
    return "".join(f"\n  {told(lookup, row)}" for row in rows[:SHOWN]) + more
