"""Careers of collectives: an organisation under all its names, and what units it followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.career import Career, Held, Post, Recipient, Year
from thidua.eligibility.people import FIRST, LAST
from thidua.model.lists import RecipientKind
from thidua.store import careers as ask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.eligibility.office import Office
    from thidua.store.career_rows import HeldRow, RosterRow


def careers_of_collectives(office: Office, ids: Iterable[str]) -> list[Career]:
    """Return the careers of organisations; what a unit followed earned stands there as inherited."""
    wanted = list(dict.fromkeys(ids))
    family = {id_: [id_, *_predecessors(office, id_)] for id_ in wanted}
    keys = {one: [one, *office.names(one)] for ids in family.values() for one in ids}
    ask.ask_about(office.register, (key for several in keys.values() for key in several))
    by_key: dict[str, list[HeldRow]] = {}
    for row in ask.held_by_others(office.register):
        by_key.setdefault(row.key, []).append(row)
    rosters: dict[str, list[RosterRow]] = {}
    for roster in ask.rosters(office.register):
        rosters.setdefault(roster.unit, []).append(roster)
    return [_career(office, id_, family[id_], keys, by_key, rosters) for id_ in wanted]


def career_by_name(office: Office, kind: RecipientKind, name: str, key: str) -> Career:
    """Return the career of a collective or household that has no record: its rows are one's only by their name."""
    ask.ask_about(office.register, [key])
    held = [Held(row) for row in ask.held_by_others(office.register)]
    return Career(Recipient(kind, name, key), held=tuple(held), distinct=False)


def _predecessors(office: Office, id_: str) -> list[str]:
    found = [id_]
    for one in found:
        found.extend(old for old in office.followed.get(one, ()) if old not in found)
    return found[1:]


def _career(
    office: Office,
    id_: str,
    family: list[str],
    keys: dict[str, list[str]],
    by_key: dict[str, list[HeldRow]],
    rosters: dict[str, list[RosterRow]],
) -> Career:
    record = office.units.get(id_)
    held: list[Held] = []
    years: list[Year] = []
    for one in family:
        inherited = one != id_
        rows = (row for key in keys[one] for row in by_key.get(key, ()))
        held.extend(Held(row, inherited, office.is_unlawful(row)) for row in rows)
        years.extend(
            Year(row.year, row.result, row.start, row.path, 1, inherited)
            for row in rosters.get(one, ())
            if row.result is not None
        )
    held.sort(key=lambda one: (one.row.year or 0, one.row.decided or "", one.row.path, one.row.line))
    name, parent = (record.name, record.parent) if record else (id_, None)
    who = Recipient(RecipientKind.COLLECTIVE, name, id_, parent, id_)
    return Career(
        who,
        held=tuple(held),
        years=tuple(years),
        posts=(Post(id_, FIRST, LAST, office.declared(id_)),),
        rosters=tuple(rosters.get(id_, ())),
        record=record,
        followed=tuple(family[1:]),
    )
