"""What a counting year has come to: numbers of an authority, and who has an award already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua.store.register import Register

_ROWS = """
SELECT award_row.kind, count(*), 0 FROM decision JOIN award_row ON award_row.file = decision.file
LEFT JOIN catalogue ON catalogue.id = award_row.award
WHERE decision.year = :year AND decision.authority = :authority AND NOT award_row.revoked
  AND COALESCE(catalogue."group", 'hinh-thuc') IN ('danh-hieu', 'hinh-thuc') GROUP BY 1
"""
_NUMBERS = """
SELECT award_count.kind, total(award_count.number), count(award_count.qualifier)
FROM decision JOIN award_count ON award_count.file = decision.file
LEFT JOIN catalogue ON catalogue.id = award_count.award
WHERE decision.year = :year AND decision.authority = :authority AND award_count.number IS NOT NULL
  AND COALESCE(catalogue."group", 'hinh-thuc') IN ('danh-hieu', 'hinh-thuc') GROUP BY 1
"""
_SAME = """
SELECT file.path, decision.number, (SELECT text FROM word WHERE id = recipient.unit)
FROM word CROSS JOIN recipient ON recipient.name = word.id
JOIN decision ON decision.file = recipient.file JOIN file ON file.id = recipient.file
WHERE word.key = ? AND recipient.award = (SELECT id FROM word WHERE text = ?) AND decision.year = ? AND NOT recipient.revoked
ORDER BY file.path, recipient.place
"""


def given_in_year(register: Register, authority: str, year: int) -> list[tuple[str, float, int]]:
    """Return titles and forms by kind of recipient: how many, and how many of the numbers are only about right."""
    values = {"authority": authority, "year": year}
    return [*register.ask(_ROWS, values), *register.ask(_NUMBERS, values)]


def counted_for(register: Register, path: str) -> tuple[str | None, int | None]:
    """Return the authority and the year for which a decision's file counts; `None` for what it does not say."""
    found: list[tuple[str | None, int | None]] = register.ask(
        "SELECT authority, year FROM decision JOIN file ON file.id = decision.file WHERE path = ?", (path,)
    )
    return found[0] if found else (None, None)


def official_name(register: Register, organisation: str) -> str | None:
    """Return the name of an organisation, or `None` where it has no record."""
    statement = "SELECT text FROM name WHERE folder = 'organisations' AND record = ? AND kind = 'official'"
    name: str | None = register.one(statement, (organisation,))
    return name


def rows_with_award(register: Register, name: str, award: str, year: int) -> list[tuple[str, str | None, str | None]]:
    """Return path, number of the decision and unit of the rows that give an award in a year to a key of a name."""
    return register.ask(_SAME, (name, award, year))
