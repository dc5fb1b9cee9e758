"""Which rows of a decision were withdrawn, and by which paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

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
           JOIN revoked ON revoked.decision = decision.id AND EXISTS (
                SELECT 1 FROM (SELECT award_row.award, award_row.name_key, award_row.unit UNION ALL
                    SELECT award, name_key, unit FROM former_row
                    WHERE former_row.file = award_row.file AND former_row.place = award_row.place) AS called
                WHERE called.name_key = revoked.name_key AND (revoked.award IS NULL OR revoked.award = called.award)
                AND (revoked.unit IS NULL OR revoked.unit = called.unit))
           JOIN revocation ON revocation.file = revoked.file JOIN file AS paper ON paper.id = revoked.file
           WHERE award_row.file = ? AND award_row.place = ? AND award_row.revoked
           ORDER BY COALESCE(revocation.date, '9999'), paper.path""",
        (file, place),
    )
    return tuple(RevokedBy(*row) for row in found)


@dataclass(frozen=True, slots=True)
class WithdrawnRow:
    """A row of a decision that does not count any more; an id of an organisation stands for its name and its unit."""

    route: str
    line: int
    name: str
    unit: str | None
    award: str
    award_name: str
    papers: tuple[RevokedBy, ...]


def withdrawn_rows(register: Register, path: str) -> tuple[WithdrawnRow, ...]:
    """Return the rows of a decision that were withdrawn, in its order."""
    found = register.ask(
        """SELECT award_row.file, award_row.place, award_row.route, award_row.line, award_row.name, award_row.unit,
                  award_row.award, COALESCE(award_row.own_name, (SELECT min(name) FROM catalogue WHERE id = award_row.award),
                                            award_row.award)
           FROM file JOIN award_row ON award_row.file = file.id
           WHERE file.path = ? AND award_row.revoked ORDER BY award_row.place""",
        (path,),
    )
    return tuple(
        WithdrawnRow(route, line, name, unit, award, award_name, revoked_by(register, file, place))
        for file, place, route, line, name, unit, award, award_name in found
    )
