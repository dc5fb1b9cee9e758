"""Which paper withdrew a row of a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class RevokedBy:
    """A paper that withdrew a row."""

    number: str | None
    date: str | None
    ground: str | None
    path: str


def revoked_by(register: Register, file: int, place: int) -> tuple[RevokedBy, ...]:
    """Return the papers that withdrew a row that is marked as revoked, the first to do so first."""
    found = register.ask(
        """SELECT DISTINCT revocation.number, revocation.date, revocation.ground, paper.path
           FROM award_row JOIN decision ON decision.file = award_row.file
           JOIN revoked ON revoked.decision = decision.id AND revoked.name_key = award_row.name_key
                AND (revoked.award IS NULL OR revoked.award = award_row.award)
                AND (revoked.unit IS NULL OR revoked.unit = award_row.unit)
           JOIN revocation ON revocation.file = revoked.file JOIN file AS paper ON paper.id = revoked.file
           WHERE award_row.file = ? AND award_row.place = ? AND award_row.revoked
           ORDER BY COALESCE(revocation.date, '9999'), paper.path""",
        (file, place),
    )
    return tuple(RevokedBy(*row) for row in found)
