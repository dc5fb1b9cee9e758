"""What is recorded already, for those who are about to add to it: names, decisions and nominations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.catalogue import award_of
from thidua.store.look_up import exists
from thidua.store.queries import award_name, name_of
from thidua.value_class import dataclass
from thidua.vietnamese.text import number_key

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class Recorded:
    """The file of a decision; what is not known is `None`."""

    path: str
    number: str | None
    date: str | None
    authority: str | None


_DECISION = """
SELECT file.path, decision.number, decision.date, decision.authority
FROM decision JOIN file ON file.id = decision.file WHERE
"""

_TOLD_BY = ("number", "date", "authority")
_STATED = """
SELECT file.path, corrected_value.field, corrected_value.before FROM corrected_value
JOIN file ON file.id = corrected_value.file
WHERE corrected_value.field IN ('decision.number', 'decision.date', 'decision.authority')
ORDER BY file.path, corrected_value.rowid
"""


def is_recorded(register: Register, folder: str, id_: str) -> bool:
    """Tell whether there is a record of this id; the awards of the law are recorded."""
    return exists(register, folder, id_) or (folder == "catalogue" and award_of(register, id_) is not None)


def official_name(register: Register, folder: str, id_: str) -> str:
    """Return the official name of a record, or the id where there is none."""
    return award_name(register, id_) if folder == "catalogue" else name_of(register, folder, id_)


def names_in(register: Register, folder: str) -> list[tuple[str, str, str]]:
    """Return id, name and name without accents for each name of the records of a folder."""
    return register.ask("SELECT record, text, folded FROM name WHERE folder = ? ORDER BY folded, record", (folder,))


def names_among(register: Register, folder: str, folded: Collection[str]) -> list[tuple[str, str]]:
    """Return id and name of the records of a folder that have one of these names, accents apart."""
    marks = ", ".join("?" * len(folded))
    statement = f"SELECT record, text FROM name WHERE folder = ? AND folded IN ({marks}) ORDER BY record"  # noqa: S608 - marks
    return register.ask(statement, (folder, *sorted(folded)))


def decisions_numbered(register: Register, key: str) -> list[Recorded]:
    """Return the decisions with a number, given as it is compared, by path."""
    return _decisions(register, "decision.number_key = ?", key)


def decisions_stated(register: Register, key: str) -> list[Recorded]:
    """Return the decisions whose own number is this one and that papers correct, as they stated themselves, by path."""
    before: dict[str, dict[str, str | None]] = {}
    for path, field, was in register.ask(_STATED):
        before.setdefault(path, {}).setdefault(field, was)
    found = []
    for path, stated in before.items():
        now = decision_in(register, path)
        if now is not None:
            as_was = Recorded(path, *(stated.get(f"decision.{one}", getattr(now, one)) for one in _TOLD_BY))
            if as_was.number and number_key(as_was.number) == key:
                found.append(as_was)
    return found


def unnumbered_decisions(register: Register, day: date | None, year: int | None) -> list[Recorded]:
    """Return the decisions without number of a day, or without number and day of a year, by path."""
    if day is not None:
        return _decisions(register, "decision.date = ? AND decision.number IS NULL", day.isoformat())
    return _decisions(register, "decision.year = ? AND decision.number IS NULL AND decision.date IS NULL", year)


def decision_in(register: Register, path: str) -> Recorded | None:
    found = _decisions(register, "file.path = ?", path)
    return found[0] if found else None


def _decisions(register: Register, which: str, value: object) -> list[Recorded]:
    return [Recorded(*row) for row in register.ask(f"{_DECISION} {which} ORDER BY file.path", (value,))]


def rows_in(register: Register, path: str) -> int:
    """Return how many rows the decision of a file has."""
    statement = "SELECT count(*) FROM award_row JOIN file ON file.id = award_row.file WHERE file.path = ?"
    return int(register.one(statement, (path,)) or 0)


def nominations_numbered(register: Register, key: str) -> list[tuple[str, str | None, str | None]]:
    """Return path, proposer and day of the nominations with a number, given as it is compared, by path."""
    return register.ask(
        """SELECT file.path, nomination."by", nomination.date FROM nomination JOIN file ON file.id = nomination.file
           WHERE nomination.number_key = ? ORDER BY file.path""",
        (key,),
    )


def is_unreadable(register: Register, path: str) -> bool:
    """Tell whether nobody knows what a file holds: it is there and cannot be read, or was not looked at."""
    return not register.one("SELECT readable FROM file WHERE path = ?", (path,))


def units_of_name(register: Register, key: str) -> list[str]:
    """Return the units in which decisions, dossiers and rosters have a name, as they are written; empty for none."""
    return [
        unit
        for (unit,) in register.ask(
            """SELECT unit FROM award_row WHERE name_key = ?1 UNION SELECT unit FROM nominated_row WHERE name_key = ?1
               UNION SELECT unit FROM member WHERE name_key = ?1""",
            (key,),
        )
        if unit
    ]


def people_named(register: Register, key: str) -> list[tuple[str, str, str]]:
    """Return id, name and path of the people with a name, given as it is compared, by id."""
    return register.ask(
        """SELECT person.id, person.name, file.path FROM person JOIN file ON file.id = person.file
           WHERE person.name_key = ? ORDER BY person.id""",
        (key,),
    )
