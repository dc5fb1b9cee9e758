"""What is one for all recipients of a run: the organisations, their names and kinship, and what is declared whole."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from thidua.store import careers as ask
from thidua.store import unit_years
from thidua.store.catalogue import CatalogueAward, catalogue
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.eligibility.holders import Holders
    from thidua.law.entry import Overlay
    from thidua.store.career_rows import DeclaredRow, DisciplineRow, HeldRow, PostingRow, UnitRow
    from thidua.store.register import Register
    from thidua.store.unit_years import HolderRow


class Office:
    """The questions that every judgement asks, answered once."""

    def __init__(self, register: Register, overlay: Overlay | None = None) -> None:
        self.register = register
        self.overlay = overlay
        self._holders: dict[tuple[int, tuple[str, ...]], dict[str, list[HolderRow]]] = {}
        self._disciplined: dict[int, list[DisciplineRow]] = {}
        self._inside: dict[str, list[str]] = {}
        self.held_in: dict[object, Holders] = {}

    @cached_property
    def units(self) -> dict[str, UnitRow]:
        """Organisations by id."""
        return {unit.id: unit for unit in ask.units(self.register)}

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The only organisation of a name, by the name's key; empty where several have it."""
        ids: dict[str, str] = {}
        for text, id_ in ask.unit_names(self.register):
            key = name_key(text)
            ids[key] = id_ if ids.get(key, id_) == id_ else ""
        return ids

    def unit(self, id_or_name: str | None) -> str:
        """Return the id of a unit that a row writes by id or by a name; a name nobody has is its own key."""
        if id_or_name is None:
            return ""
        if id_or_name in self.units:
            return id_or_name
        key = name_key(id_or_name)
        return self._ids.get(key) or key

    def names(self, id_: str) -> list[str]:
        """Return the keys of the names that are this organisation's alone."""
        return self._names.get(id_, [])

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for key, id_ in self._ids.items():
            names.setdefault(id_, []).append(key)
        return names

    def above(self, id_: str) -> list[str]:
        """Return a unit and all that it belongs to."""
        chain: list[str] = []
        here: str | None = id_
        while here and here not in chain:
            chain.append(here)
            here = self.units[here].parent if here in self.units else None
        return chain

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        below: dict[str, list[str]] = {}
        for unit in self.units.values():
            if unit.parent:
                below.setdefault(unit.parent, []).append(unit.id)
        return below

    def inside(self, id_: str) -> list[str]:
        """Return a unit and all that belong to it."""
        if id_ not in self._inside:
            found = {id_: None}
            waiting = [id_]
            for one in waiting:
                new = [child for child in self._below.get(one, ()) if child not in found]
                found |= dict.fromkeys(new)
                waiting += new
            self._inside[id_] = list(found)
        return self._inside[id_]

    @cached_property
    def _declared(self) -> dict[str, list[DeclaredRow]]:
        declared: dict[str, list[DeclaredRow]] = {}
        for row in ask.declared(self.register):
            declared.setdefault(row.unit, []).append(row)
        return declared

    def declared(self, unit: str) -> tuple[DeclaredRow, ...]:
        """Return what is declared of a unit, or of one that it belongs to."""
        if not self._declared:
            return ()
        return tuple(row for one in self.above(unit) for row in self._declared.get(one, ()))

    def whole(self, unit: str, kept: str, year: int, award: str) -> bool:
        """Whether all of a kind is declared to be recorded of a unit for the whole of a year."""
        return any(one.covers(kept, year, award) for one in self.declared(unit))

    @cached_property
    def groups(self) -> dict[str, str]:
        """The group of every award, the office's own too."""
        return {one.id: one.group for one in self._catalogue.values()}

    @cached_property
    def people(self) -> dict[str, dict[str, list[PostingRow]]]:
        """People who have records: by the key of a name, then by id, their posts."""
        people: dict[str, dict[str, list[PostingRow]]] = {}
        for id_, posts in self.posts.items():
            for post in posts:
                people.setdefault(name_key(post.name), {}).setdefault(id_, []).append(post)
        return people

    @cached_property
    def _unlawful(self) -> frozenset[tuple[str, str]]:
        """File and name of the awards that a check calls conferred without power."""
        return frozenset(ask.conferred_without_power(self.register))

    @cached_property
    def _catalogue(self) -> dict[str, CatalogueAward]:
        return catalogue(self.register)

    def is_unlawful(self, row: HeldRow) -> bool:
        """Whether a check says that an award was conferred by a body that may not confer it."""
        if not self._unlawful:
            return False
        award = self._catalogue.get(row.award)
        return (row.path, award.name if award else row.award) in self._unlawful

    @cached_property
    def posts(self) -> dict[str, list[PostingRow]]:
        """All posts of the people who have records, under all their names, by id."""
        posts: dict[str, list[PostingRow]] = {}
        for row in ask.postings(self.register):
            posts.setdefault(row.person, []).append(row)
        return posts

    @cached_property
    def _names_of(self) -> dict[str, set[str]]:
        """The keys of the names of people who have records: their own, and what rows with their ids call them."""
        names = {id_: {name_key(post.name) for post in posts} for id_, posts in self.posts.items()}
        for id_, key in ask.names_in_rows(self.register) if names else ():
            names.setdefault(id_, set()).add(key)
        return names

    @cached_property
    def _called(self) -> dict[str, set[str]]:
        """The ids of people by the key of a name."""
        called: dict[str, set[str]] = {}
        for id_, keys in self._names_of.items():
            for key in keys:
                called.setdefault(key, set()).add(id_)
        return called

    def names_of(self, person: str) -> set[str]:
        """Return the keys of all names of a person who has a record."""
        return self._names_of.get(person, set())

    def same_people(self, keys: Iterable[str]) -> set[str]:
        """Return names, and all under which rows of the same people stand."""
        found = set(keys)
        waiting = list(found)
        while waiting:
            ids = self._called.get(waiting.pop(), ())
            new = {key for id_ in ids for key in self._names_of[id_]} - found
            found |= new
            waiting += new
        return found

    def holders(self, year: int, awards: tuple[str, ...]) -> dict[str, list[HolderRow]]:
        """Return everybody who holds one of the awards for a year, by unit."""
        if (year, awards) not in self._holders:
            by_unit = self._holders[year, awards] = {}
            for row in unit_years.holders(self.register, year, awards):
                by_unit.setdefault(self.unit(row.unit), []).append(row)
        return self._holders[year, awards]

    def disciplined_in(self, year: int) -> list[DisciplineRow]:
        """Return the disciplines of everybody that hold on some day of a year."""
        if year not in self._disciplined:
            self._disciplined[year] = unit_years.disciplined_in(self.register, f"{year}-01-01", f"{year}-12-31")
        return self._disciplined[year]

    @cached_property
    def followed(self) -> dict[str, list[str]]:
        """Which units each unit followed (a merger, a split)."""
        found: dict[str, list[str]] = {}
        for old, new in ask.successions(self.register):
            found.setdefault(new, []).append(old)
        return found
