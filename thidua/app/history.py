"""The awards of a person, a collective or a unit over the years."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from thidua.app.fresh import fresh
from thidua.app.history_nominated import fitting, nominee_rows, proposed
from thidua.store import given_rows, nominations
from thidua.store import look_up as ask
from thidua.store.corrected_values import corrected_files, values_of_row
from thidua.store.looked_up import INDIVIDUAL, Given, Group, History
from thidua.store.withdrawn import revoked_by
from thidua.value_class import replace
from thidua.vietnamese.text import fold, name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from thidua.store.corrected_values import CorrectedValue
    from thidua.store.nominations import Proposed
    from thidua.store.register import Register
    from thidua.store.workspace import Workspace

MOST_CANDIDATES = 20


def history(workspace: Workspace, who: str, *, with_units: bool = False) -> History:
    """Return all awards of whoever is called `who`, and apart from them what they were proposed for.

    `who` is the id of a person or organisation, with or without its folder, or a name with or without accents.
    `with_units` adds what the units below an organisation got.
    """
    search = _Search(workspace, fresh(workspace).register, with_units)
    organisations, people = search.with_id(who)
    if organisations or people:
        return search.of(organisations, people, ())
    if found := search.of_name(who):
        return found
    near = search.in_part(who)
    if len(near) == 1 and (found := search.of_name(near[0])):
        return found
    return History((), candidates=tuple(near[:MOST_CANDIDATES]))


class _Search:
    """The questions of one look-up, and what was answered already."""

    def __init__(self, workspace: Workspace, register: Register, with_units: bool) -> None:
        self._workspace = workspace
        self._register = register
        self._with_units = with_units
        self._claimed: set[tuple[int, int]] = set()
        self._people: dict[str, list[str]] = {}
        self._posted: dict[str, set[str]] = {}

    @cached_property
    def _organisations(self) -> dict[str, str]:
        return ask.organisation_names(self._register)

    @cached_property
    def _awards(self) -> dict[str, str]:
        return ask.award_names(self._register)

    @cached_property
    def _units(self) -> dict[str, list[str]]:
        """The units of all rows as they are written, by name key."""
        units: dict[str, list[str]] = {}
        for unit in (*given_rows.units_as_written(self._register), *nominations.units_of_nominees(self._register)):
            units.setdefault(name_key(unit), []).append(unit)
        return units

    # who is meant

    def with_id(self, who: str) -> tuple[list[str], list[str]]:
        """Return the organisations and the people that have this id."""
        folder, _, rest = who.partition("/")
        id_ = rest if folder in ("organisations", "people") and rest else who
        return (
            [id_] if folder != "people" and ask.exists(self._register, "organisations", id_) else [],
            [id_] if folder != "organisations" and ask.exists(self._register, "people", id_) else [],
        )

    def of_name(self, who: str) -> History | None:
        """Return the awards of all who bear this name; if some bear it with its accents, only of those."""
        folded, key = fold(who), name_key(who)
        named = [row for row in ask.names_with(self._register, ask.words_of(who)) if row["folded"] == folded]
        rows = given_rows.rows_named(self._register, folded)
        rows += nominee_rows(nominations.nominees_named(self._register, folded))
        keys = {name_key(one["text"]) for one in named} | {row["name_key"] for row in rows}
        if not who.isascii() and key in keys:
            named = [row for row in named if name_key(row["text"]) == key]
            rows = [row for row in rows if row["name_key"] == key]
        organisations, people = _records(named, "organisations"), _records(named, "people")
        if organisations or people or rows:
            return self.of(organisations, people, rows)
        exemplars = [row for row in named if row["folder"] == "exemplars"]
        if not exemplars:
            return None
        return History(tuple(Group("exemplar", row["record"], row["text"], None, ()) for row in exemplars))

    def in_part(self, who: str) -> list[str]:
        """Return the names in which every word of `who` begins a word."""
        words = ask.words_of(who)
        official = ask.official_names(self._register)
        found = {
            official[row["folder"], row["record"]]
            for row in ask.names_with(self._register, words)
            if row["folder"] in ("organisations", "people", "exemplars")
        }
        for one in given_rows.called_with(self._register, words):
            found.add(self._organisations.get(one.text, one.text))
        found.update(fitting(nominations.names_of_nominees(self._register), words))
        found = {self._organisations.get(name, name) for name in found}  # an exemplar may be an organisation, by its id
        return sorted(found, key=lambda name: (len(name.split()), fold(name), name))

    # what they got

    def of(self, organisations: list[str], people: list[str], rows: Iterable[dict[str, Any]]) -> History:
        groups = [group for id_ in organisations for group in self._organisation(id_)]
        if self._with_units:
            below = [unit for id_ in organisations for unit in ask.units_below(self._register, id_)]
            groups += [group for id_ in below for group in self._organisation(id_) if _told(group)]
        groups += [self._person(id_) for id_ in people]
        named = [*self._namesakes((*rows, *self._loose))]
        groups = [group for group in groups if _told(group) or group.subject != "members"]
        return History((*groups, *named), _share_a_name((*groups, *named)))

    def _organisation(self, id_: str) -> Iterator[Group]:
        keys = [name_key(text) for _, text in ask.names_of(self._register, "organisations", id_)]
        name = self._organisations.get(id_, id_)
        own = given_rows.rows_of_organisation(self._register, id_, keys)
        own += nominee_rows(nominations.nominees_that_are(self._register, id_, keys))
        yield self._group(Group("organisation", id_, name, None, ()), own)
        units = [id_, *(unit for key in keys for unit in self._units.get(key, ()))]
        rows = given_rows.rows_in_units(self._register, units)
        yield self._group(
            Group("members", id_, name, None, ()), rows + nominee_rows(nominations.nominees_in(self._register, units))
        )

    def _person(self, id_: str) -> Group:
        names = [text for _, text in ask.names_of(self._register, "people", id_)]
        keys = [name_key(name) for name in names]
        rows = given_rows.rows_of_person(self._register, id_, keys)
        rows += nominee_rows(nominations.nominees_who_are(self._register, id_, keys))
        units = self._posted_to(id_)
        sure = [row for row in rows if row["person"] == id_ or (row["unit"] in units and self._perhaps(row) == (id_,))]
        self._loose += [row for row in rows if row["person"] is None]
        return self._group(Group("person", id_, names[0] if names else id_, None, ()), sure)

    @cached_property
    def _loose(self) -> list[dict[str, Any]]:
        """Rows that bear the name of a person in question and name no record."""
        return []

    def _perhaps(self, row: dict[str, Any]) -> tuple[str, ...]:
        """Return the people in `people/` that a row without `person` may mean: nothing says they are elsewhere."""
        if row["person"] is not None or row["kind"] != INDIVIDUAL:
            return ()
        key = row["name_key"]
        if key not in self._people:
            named = ask.names_with(self._register, ask.words_of(row["name"]), "people")
            self._people[key] = _records((one for one in named if name_key(one["text"]) == key), "people")
        unit, perhaps = row["unit"], []
        for id_ in self._people[key]:
            units = self._posted_to(id_)
            if unit is None or not units or unit in units:
                perhaps.append(id_)
        return tuple(perhaps)

    def _posted_to(self, id_: str) -> set[str]:
        """Return how rows write the units that a person's record gives."""
        if id_ in self._posted:
            return self._posted[id_]
        units = self._posted[id_] = set()
        for _, path in ask.records_called(self._register, id_):
            if not path.startswith("records/people/"):
                continue
            for unit in ask.posting_units(self._workspace, path):
                keys = [name_key(text) for _, text in ask.names_of(self._register, "organisations", unit)]
                units.update((unit, *(one for key in (name_key(unit), *keys) for one in self._units.get(key, ()))))
        return units

    def _namesakes(self, rows: Iterable[dict[str, Any]]) -> Iterator[Group]:
        groups: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
        for row in sorted(
            {(row["file"], row["place"]): row for row in rows}.values(), key=lambda row: (row["path"], row["place"])
        ):
            unit = "" if row["person"] else name_key(self._unit(row) or "")
            groups.setdefault((row["name_key"], unit, row["person"] or ""), []).append(row)
        for (_, _, person), same in sorted(groups.items()):
            subject = "person" if person else "namesake"
            perhaps = self._perhaps(same[0])
            where = None if person else self._unit(same[0])
            named = Group(subject, person, same[0]["name"], where, (), perhaps if len(perhaps) > 1 else ())
            if _told(group := self._group(named, same)):
                yield group

    def _unit(self, row: dict[str, Any]) -> str | None:
        unit: str | None = row["unit"]
        return self._organisations.get(unit, unit) if unit is not None else None

    def _group(self, group: Group, rows: Collection[dict[str, Any]]) -> Group:
        """Return a group with the rows that no group has yet, in the order of their years."""
        new = [row for row in rows if (row["file"], row["place"]) not in self._claimed]
        self._claimed.update((row["file"], row["place"]) for row in new)
        organisation = group.id if group.subject in ("organisation", "members") else ""
        given = (self._one(row, organisation) for row in new if "nominee" not in row)
        asked_for = (proposed(row["nominee"], self._organisations) for row in new if "nominee" in row)
        return replace(
            group, awards=tuple(sorted(given, key=_order)), nominated=tuple(sorted(asked_for, key=_asked_order))
        )

    def _one(self, row: dict[str, Any], organisation: str) -> Given:
        individual = row["kind"] == INDIVIDUAL
        return Given(
            year=row["year"],
            award=row["own_name"] or self._awards.get(row["award"], row["award"]),
            award_id=row["award"],
            number=row["number"],
            date=row["date"],
            authority=self._organisations.get(row["authority"], row["authority"]),
            name=row["name"] if individual else self._organisations.get(row["name"], row["name"]),
            kind=row["kind"],
            unit=self._unit(row),
            position=row["position"],
            path=row["path"],
            line=row["line"],
            revoked=bool(row["revoked"]),
            apart=row["apart"],
            by_name=bool(organisation) and organisation not in (row["name"], row["unit"]),
            revoked_by=revoked_by(self._register, row["file"], row["place"]) if row["revoked"] else (),
            corrected=tuple(map(self._named, self._corrected(row))),
        )

    def _corrected(self, row: dict[str, Any]) -> tuple[CorrectedValue, ...]:
        if row["file"] not in self._corrected_files:
            return ()
        return values_of_row(self._register, row["file"], row["place"])

    @cached_property
    def _corrected_files(self) -> frozenset[int]:
        """The decisions that papers correct: they are few, and rows may be thousands."""
        return corrected_files(self._register)

    def _named(self, one: CorrectedValue) -> CorrectedValue:
        """Return a corrected value with the names of what it named by ids."""
        names = self._awards if one.field == "award" else self._organisations
        return replace(one, before=names.get(one.before or "", one.before))


def _share_a_name(groups: Iterable[Group]) -> bool:
    """Whether a name stands in two groups, and nothing says if it is one person."""
    people = [group for group in groups if group.subject in ("person", "namesake")]
    keys = [name_key(group.name) for group in people]
    return any(group.subject == "namesake" and keys.count(key) > 1 for group, key in zip(people, keys, strict=True))


def _records(named: Iterable[dict[str, Any]], folder: str) -> list[str]:
    return list(dict.fromkeys(row["record"] for row in named if row["folder"] == folder))


def _told(group: Group) -> bool:
    return bool(group.awards or group.nominated)


def _asked_order(one: Proposed) -> tuple[object, ...]:
    return one.year, one.date or "9999", one.path, one.line


def _order(given: Given) -> tuple[object, ...]:
    return given.year is None, given.year or 0, given.date or "9999", given.path, given.line
