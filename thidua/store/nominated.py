"""Nominated rows, what the law asks of each, and which rows of decisions came from them: SQL that rules and reports share."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

GOVERNING = """
turn AS MATERIALIZED (
    SELECT file, council_date AS day FROM nomination WHERE council_date IS NOT NULL AND :within
    UNION SELECT file, date FROM nomination WHERE date IS NOT NULL AND :within
    UNION SELECT file, received FROM nomination WHERE received IS NOT NULL AND :within),
governing AS MATERIALIZED (
    SELECT DISTINCT nomination.file, era.era
    FROM turn JOIN nomination ON nomination.file = turn.file
    JOIN era ON turn.day BETWEEN era.start AND era."end"
            AND (coalesce(nomination.received, nomination.date, '') BETWEEN era.received_from AND era.received_to
              OR (nomination.received IS NULL AND nomination.date IS NOT NULL
                  AND max(nomination.date, turn.day) BETWEEN era.received_from AND era.received_to))),
governed AS MATERIALIZED (SELECT file, count(*) AS eras FROM governing GROUP BY file)
"""
"""Every era that may govern a nomination, by each of its days: a file is received neither before its date nor after the council."""

_LAST_TITLE = """
    CASE formality.after WHEN '' THEN '' ELSE coalesce((
        SELECT max(decision.date) FROM award_row JOIN decision ON decision.file = award_row.file
        WHERE award_row.name_key = nominated_row.name_key AND award_row.award = formality.after AND NOT award_row.revoked
          AND (award_row.unit = nominated_row.unit OR award_row.unit IS NULL OR nominated_row.unit IS NULL
            OR award_row.person = nominated_row.person)
          AND decision.date <= coalesce(nomination.received, nomination.date)), '') END"""

ASKED = f"""
    governed.eras,
    group_concat(formality.era || '|' || formality.entry || '|' || formality.choice || '|' || formality.amount || '|'
        || formality.day || '|' || formality.year || '|' || formality.after || '|' || ({_LAST_TITLE}) || '|' || formality.sure || '|' || formality.article,
        char(10)) AS asked"""
"""Columns: how many eras may govern, and what they ask; `requirements` reads it."""

JOIN_FORMALITY = """
    formality.award = nominated_row.award AND formality.kind = nominated_row.kind
    AND formality.era = governing.era
    AND formality.start <= coalesce(nomination.date, nomination.council_date, nomination.received)"""

SAME_UNIT = """
    (award_row.unit = nominated_row.unit OR award_row.unit IS NULL OR nominated_row.unit IS NULL
     OR EXISTS (SELECT 1 FROM name WHERE name.folder = 'organisations'
                AND name.record = award_row.unit AND name.folded = nominated_row.unit_folded)
     OR EXISTS (SELECT 1 FROM name WHERE name.folder = 'organisations'
                AND name.record = nominated_row.unit AND name.folded = award_row.unit_folded))"""

SAME_RECIPIENT = f"""
    award_row.award = nominated_row.award AND award_row.name_key = nominated_row.name_key AND {SAME_UNIT}
    AND (award_row.person = nominated_row.person OR award_row.person IS NULL OR nominated_row.person IS NULL)
    AND (award_row.apart = nominated_row.apart OR award_row.apart IS NULL OR nominated_row.apart IS NULL)"""
"""A row of a decision gives what a nominated row asked for, to the same recipient as far as anybody can tell."""


@dataclass(frozen=True, slots=True, order=True)
class Requirement:
    """One thing that one era asks of a nominated row; see `thidua.law.formality.Asked`.

    Attributes:
        last_title: the day of the last decision that gave the title a deadline follows; empty where none is known.
    """

    era: str
    entry: str
    choice: int
    amount: int
    day: str
    year: str
    after: str
    last_title: str
    sure: bool
    article: str


class Grade(IntEnum):
    """How certain it is that something that is asked is missed."""

    NO = 0
    DOUBTFUL = 1
    SURE = 2


def requirements(asked: str | None) -> tuple[Requirement, ...]:
    """Return what `ASKED` gave, in an order of its own."""
    found = []
    for line in (asked or "").splitlines():
        era, entry, choice, amount, day, year, after, last_title, sure, article = line.split("|", 9)
        one = Requirement(era, entry, int(choice), int(amount), day, year, after, last_title, sure == "1", article)
        found.append(one)
    return tuple(sorted(set(found)))


def judged(
    eras: int, asked: tuple[Requirement, ...], missed: Callable[[Requirement], Grade]
) -> tuple[Grade, Requirement | None]:
    """Return how certain it is that a row misses what is asked, and one of the requirements it misses.

    It is sure only where every era that may govern asks for it by a confirmed text. Of several ways one is enough.
    """
    by_era: dict[str, Grade] = {}
    told: tuple[Grade, Requirement] | None = None
    for era, entry in dict.fromkeys((one.era, one.entry) for one in asked):
        ways = [one for one in asked if (one.era, one.entry) == (era, entry)]
        grade, one = _of_entry(ways, missed)
        by_era[era] = max(grade, by_era.get(era, Grade.NO))
        if grade and (told is None or grade > told[0]):
            told = grade, one
    if told is None:
        return Grade.NO, None
    is_sure = len(by_era) == eras and all(grade is Grade.SURE for grade in by_era.values())
    return Grade.SURE if is_sure else Grade.DOUBTFUL, told[1]


def _of_entry(ways: list[Requirement], missed: Callable[[Requirement], Grade]) -> tuple[Grade, Requirement]:
    """Return how certain it is that all ways of an entry are missed; a way is missed where one of its parts is."""
    grades = {one: missed(one) for one in ways}
    by_choice = {
        choice: max(grades[one] for one in ways if one.choice == choice) for choice in {o.choice for o in ways}
    }
    worst = max(ways, key=lambda one: (grades[one], one.day))
    if not any(by_choice.values()):
        return Grade.NO, worst
    sure = all(grade is Grade.SURE for grade in by_choice.values()) and all(one.sure for one in ways)
    return Grade.SURE if sure else Grade.DOUBTFUL, worst


WHOLE = 10_000
"""A share of votes is counted in hundredths of a percent."""


def share_missed(row: Mapping[str, Any], amount: int) -> bool:
    """Whether the votes for a row are surely fewer than the share of all members that is asked.

    Where the number of members is not known, it is at least that of those who voted.
    """
    members = row["members"]
    if members is None and row["present"] is not None:
        members = row["present"] + (row["in_writing"] or 0)
    return row["for"] is not None and members is not None and row["for"] * WHOLE < amount * members


def share_met(row: Mapping[str, Any], amount: int) -> bool:
    """Whether the votes for a row are surely at least the share of all members that is asked."""
    known = row["for"] is not None and row["members"]
    return bool(known and row["for"] * WHOLE >= amount * row["members"])


def share_out_of_reach(row: Mapping[str, Any], amount: int) -> bool:
    """Whether the votes against a row are so many that the share cannot be reached, whoever has not voted yet."""
    known = row["against"] is not None and row["members"]
    return bool(known and (row["members"] - row["against"]) * WHOLE < amount * row["members"])
