"""What a year has come to: totals of an authority, and who has an award already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua.diagnostics import Text
from thidua.model.lists import RecipientKind
from thidua.vietnamese.numbers import count
from thidua.vietnamese.text import name_key

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
SELECT file.path, decision.number, award_row.unit FROM award_row
JOIN decision ON decision.file = award_row.file JOIN file ON file.id = award_row.file
WHERE award_row.name_key = ? AND award_row.award = ? AND decision.year = ? AND NOT award_row.revoked ORDER BY file.path
"""

_HOLDERS = """
SELECT DISTINCT award_row.name_key FROM decision JOIN award_row ON award_row.file = decision.file
WHERE award_row.award = ? AND decision.year = ? AND NOT award_row.revoked
"""


@dataclass(frozen=True, slots=True)
class YearTotals:
    """How many titles and forms an authority has given in a counting year, by kind of recipient.

    Attributes:
        qualified: some of the numbers are only about right, as the documents say.
    """

    year: int
    authority: str
    collectives: int
    households: int
    individuals: int
    unsplit: int
    qualified: bool

    def words(self, name: str) -> Text:
        """Return one line about it."""
        parts = [
            (self.collectives, "tập thể", "to collectives"),
            (self.households, "hộ gia đình", "to households"),
            (self.individuals, "cá nhân", "to individuals"),
            *([(self.unsplit, "chưa phân loại", "not split by kind")] if self.unsplit else []),
        ]
        known = [part for part in parts if part[0]] or parts[-1:]
        vi = ", ".join(f"{count(number)} {word}" for number, word, _ in known)
        en = ", ".join(f"{number:,} {word}" for number, _, word in known)
        about = Text(" (có số ước lượng)", " (some of it estimated)") if self.qualified else Text("", "")
        return Text(
            f"Năm {self.year}, {name} đã ghi nhận khen thưởng: {vi}{about.vi}",
            f"In {self.year} {name} commended: {en}{about.en}",
        )


def year_totals(register: Register, authority: str, year: int) -> YearTotals:
    """Return the totals as the register has them; revoked rows, praise and money do not count."""
    values = {"authority": authority, "year": year}
    numbers = dict.fromkeys(RecipientKind, 0)
    qualified = False
    for kind, number, about in (*register.ask(_ROWS, values), *register.ask(_NUMBERS, values)):
        numbers[RecipientKind(kind)] += int(number)
        qualified = qualified or bool(about)
    return YearTotals(
        year,
        authority,
        numbers[RecipientKind.COLLECTIVE] + numbers[RecipientKind.ENTERPRISE],
        numbers[RecipientKind.HOUSEHOLD],
        numbers[RecipientKind.INDIVIDUAL],
        numbers[RecipientKind.UNSPLIT],
        qualified,
    )


def totals_around(register: Register, path: str) -> tuple[Text, ...]:
    """Return the totals of the year and authority that a decision's file counts for."""
    rows = register.ask(
        "SELECT authority, year FROM decision JOIN file ON file.id = decision.file WHERE path = ?", (path,)
    )
    if not rows or None in rows[0]:
        return ()
    authority, year = rows[0]
    statement = "SELECT text FROM name WHERE folder = 'organisations' AND record = ? AND kind = 'official'"
    return (year_totals(register, authority, year).words(register.one(statement, (authority,)) or authority),)


def counting_year(register: Register, path: str) -> int | None:
    """Return the year in which the rows of a decision's file count."""
    found = register.one("SELECT year FROM decision JOIN file ON file.id = decision.file WHERE path = ?", (path,))
    return None if found is None else int(found)


def holders_of(register: Register, award: str, year: int) -> frozenset[str]:
    """Return the keys of the names that have an award in a year."""
    return frozenset(key for (key,) in register.ask(_HOLDERS, (award, year)))


def already_given(register: Register, name: str, award: str, year: int, besides: str = "") -> Text | None:
    """Return where a name has this award in this year already, in another file than `besides`; or `None`."""
    rows = [row for row in register.ask(_SAME, (name_key(name), award, year)) if row[0] != besides]
    if not rows:
        return None
    path, number, unit = rows[0]
    where = f"{number or path}" + (f", {unit}" if unit else "")
    return Text(
        f"`{name}` đã có danh hiệu, hình thức này trong năm {year} ({where})",
        f"`{name}` has this award in {year} already ({where})",
    )
