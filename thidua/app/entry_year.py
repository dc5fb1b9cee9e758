"""What a year has come to: totals of an authority, and who has an award already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Text
from thidua.model.lists import RecipientKind
from thidua.store.year_totals import counted_for, given_in_year, official_name, rows_with_award
from thidua.value_class import dataclass
from thidua.vietnamese.numbers import count
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from thidua.store.register import Register

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
    numbers = dict.fromkeys(RecipientKind, 0)
    qualified = False
    for kind, number, about in given_in_year(register, authority, year):
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
    authority, year = counted_for(register, path)
    if authority is None or year is None:
        return ()
    return (year_totals(register, authority, year).words(official_name(register, authority) or authority),)


def counting_year(register: Register, path: str) -> int | None:
    """Return the year in which the rows of a decision's file count."""
    return counted_for(register, path)[1]


def holders_of(register: Register, award: str, year: int) -> frozenset[str]:
    """Return the keys of the names that have an award in a year."""
    return frozenset(key for (key,) in register.ask(_HOLDERS, (award, year)))


def already_given(register: Register, name: str, award: str, year: int, besides: str = "") -> Text | None:
    """Return where a name has this award in this year already, in another file than `besides`; or `None`."""
    rows = [row for row in rows_with_award(register, name_key(name), award, year) if row[0] != besides]
    if not rows:
        return None
    path, number, unit = rows[0]
    where = f"{number or path}" + (f", {unit}" if unit else "")
    return Text(
        f"`{name}` đã có danh hiệu, hình thức này trong năm {year} ({where})",
        f"`{name}` has this award in {year} already ({where})",
    )
