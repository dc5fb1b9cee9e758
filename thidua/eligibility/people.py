"""Careers of people: which rows of one name are one person's."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from thidua.eligibility.career import Career, Held, Post, Recipient, Year
from thidua.model.lists import RecipientKind
from thidua.store import careers as ask
from thidua.store.career_rows import DisciplineRow, HeldRow, MemberRow, WorkRow
from thidua.store.year_rows import NAMES_DISTINCT
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.eligibility.office import Office

FIRST, LAST = 0, 9999
"""Years before and after all others, of a post whose days are not known."""


AnyRow = HeldRow | MemberRow | WorkRow | DisciplineRow


class Whose(NamedTuple):
    """Whom a row is taken for: a person of a record, or a name in a unit."""

    person: str
    key: str
    unit: str
    apart: str


def careers_of_people(office: Office, keys: Iterable[str], only: ask.Only | None = None) -> list[Career]:
    """Return the careers of all who bear some names, and of the same people under their other names.

    Args:
        only: which awards are needed; all where it is not given.
    """
    ask.ask_about(office.register, office.same_people(keys))
    found = _Rows(office)
    for held in ask.held_by_people(office.register, only):
        found.add(held, held.apart or "")
    rows: list[AnyRow] = [
        *ask.member_years(office.register),
        *ask.works(office.register),
        *ask.disciplines(office.register),
    ]
    for row in rows:
        found.add(row)
    return list(found.careers())


def career_of_person(office: Office, name: str, unit: str | None, person: str | None, year: int) -> Career:
    """Return the career of somebody as a row of a year names them: by the id of a person, or by name and unit."""
    key, where = name_key(name), office.unit(unit)
    found = careers_of_people(office, office.names_of(person) if person else {key})
    if person:
        mine = [one for one in found if one.who.id == person]
    else:
        named = [one for one in found if one.who.key == key or one.who.id in office.people.get(key, ())]
        mine = [one for one in named if where and _was_there(office, one, where, year)]
    if len(mine) == 1:
        return mine[0]
    posts = (Post(where, FIRST, LAST, office.declared(where)),) if where else ()
    who = Recipient(RecipientKind.INDIVIDUAL, name, key, unit, person or "")
    others = [one for one in found if not (person and one.who.id)]
    return Career(
        who,
        elsewhere=tuple(held for one in others for held in one.held),
        works_elsewhere=tuple(work for one in others for work in one.works),
        disciplines_elsewhere=tuple(row for one in others for row in one.disciplines),
        distinct=not mine,
        posts=posts,
    )


def _was_there(office: Office, career: Career, unit: str, year: int) -> bool:
    """Whether somebody is of the unit, and did not leave it before the year."""
    posts = [post for post in career.posts if post.unit == unit]
    recorded = bool(career.who.id) and any(post.unit for post in office.posts.get(career.who.id, ()))
    return any(post.last >= year for post in posts) if recorded else bool(posts)


class _Rows:
    """Rows of some names, by whom they are taken for."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._by: dict[Whose, list[AnyRow]] = {}
        self._named: dict[str, dict[Whose, None]] = {}

    def add(self, row: AnyRow, apart: str = "") -> None:
        whose = self._whose(row, apart)
        self._by.setdefault(whose, []).append(row)
        self._named.setdefault(row.key, {})[whose] = None

    def _whose(self, row: AnyRow, apart: str) -> Whose:
        if row.person:
            return Whose(row.person, "", "", "")
        unit = self._office.unit(row.unit)
        posted = [id_ for id_ in self._office.people.get(row.key, ()) if unit and self._posted(row, id_, unit)]
        if len(posted) == 1 and not apart:
            return Whose(posted[0], "", "", "")
        return Whose("", row.key, unit, apart)

    def _posted(self, row: AnyRow, id_: str, unit: str) -> bool:
        year = str(getattr(row, "year", None) or row_day(row) or "")[:4]
        for post in self._office.people[row.key][id_]:
            if post.unit and self._office.unit(post.unit) == unit:
                begins, ends = (post.start or "0000")[:4], (post.end or "9999")[:4]
                if not year or begins <= year <= ends:
                    return True
        return False

    def careers(self) -> Iterator[Career]:
        for whose, rows in self._by.items():
            yield self._career(whose, rows)

    def _career(self, whose: Whose, rows: list[AnyRow]) -> Career:
        held = [row for row in rows if isinstance(row, HeldRow)]
        members = [row for row in rows if isinstance(row, MemberRow)]
        last = max(rows, key=_when)
        who = Recipient(RecipientKind.INDIVIDUAL, _name(rows), last.key, last.unit, whose.person)
        distinct = _is_one(rows) if whose.person else self._distinct(whose, rows)
        elsewhere = list(self._elsewhere(whose, {row.key for row in rows}))
        return Career(
            who,
            held=tuple(Held(row, unlawful=self._office.is_unlawful(row)) for row in held),
            elsewhere=tuple(Held(row) for row in elsewhere if isinstance(row, HeldRow)),
            works_elsewhere=tuple(row for row in elsewhere if isinstance(row, WorkRow)),
            disciplines_elsewhere=tuple(row for row in elsewhere if isinstance(row, DisciplineRow)),
            years=tuple(
                Year(row.year, row.result, row.start, row.path, row.line) for row in members if row.result is not None
            ),
            members=tuple(members),
            works=tuple(row for row in rows if isinstance(row, WorkRow)),
            disciplines=tuple(row for row in rows if isinstance(row, DisciplineRow)),
            distinct=distinct,
            posts=self._posts(whose, rows),
        )

    def _distinct(self, whose: Whose, rows: list[AnyRow]) -> bool:
        """Whether the unit's names are declared distinct in all years of the rows; no roster has the name twice."""
        members = [(row.path, row.year) for row in rows if isinstance(row, MemberRow)]
        if not whose.unit or len(members) != len(set(members)):
            return False
        spans = [one for one in self._office.declared(whose.unit) if one.kept == NAMES_DISTINCT]
        years = {str(getattr(row, "year", None) or row_day(row))[:4] for row in rows}
        return all(any(one.start[:4] <= year <= one.end[:4] for one in spans) for year in years)

    def _elsewhere(self, whose: Whose, keys: set[str]) -> Iterator[AnyRow]:
        """Rows of the same names that may be this one's: nobody said whose either is, or not in the same words."""
        for other in sorted({other for key in keys for other in self._named[key]}):
            said = whose.person and other.person
            told = whose.apart and other.apart and whose.apart != other.apart
            if other != whose and not said and not told:
                yield from self._by[other]

    def _posts(self, whose: Whose, rows: list[AnyRow]) -> tuple[Post, ...]:
        if not whose.person:
            moved = [row.year for row in rows if isinstance(row, MemberRow) and row.moved_from]
            first = max(moved) + 1 if moved else FIRST  # of the year of the move the old unit may hold a part
            return (Post(whose.unit, first, LAST, self._office.declared(whose.unit)),) if whose.unit else ()
        posts = self._office.posts.get(whose.person, ())
        spans = {
            (self._office.unit(post.unit), int((post.start or "0000")[:4]), int((post.end or "9999")[:4]))
            for post in posts
            if post.unit
        }
        if not spans:  # no posts recorded: where the rows say, in the years they say
            spans = {
                (self._office.unit(row.unit), int(year), int(year))
                for row in rows
                if row.unit and (year := getattr(row, "year", None))
            }
        return tuple(Post(unit, first, last, self._office.declared(unit)) for unit, first, last in sorted(spans))


def _is_one(rows: list[AnyRow]) -> bool:
    """Whether rows taken for a person of a record are surely one's: none stands twice in a file unless both say so."""
    listed = Counter((row.path, row.year) for row in rows if isinstance(row, MemberRow))
    given = Counter((row.path, row.award) for row in rows if isinstance(row, HeldRow))
    return not any(
        (isinstance(row, MemberRow) and listed[row.path, row.year] > 1)
        or (isinstance(row, HeldRow) and given[row.path, row.award] > 1)
        for row in rows
        if not row.person
    )


def _name(rows: list[AnyRow]) -> str:
    """Return the name as the newest row that has one writes it."""
    named = [row for row in rows if not isinstance(row, DisciplineRow)]
    return max(named, key=_when).name if named else rows[0].key


def _when(row: AnyRow) -> tuple[str, str, int]:
    return str(getattr(row, "year", None) or row_day(row) or ""), row.path, row.line


def row_day(row: AnyRow) -> str | None:
    """Return the day of a row as its record has it."""
    return row.start if isinstance(row, DisciplineRow | MemberRow) else row.decided
