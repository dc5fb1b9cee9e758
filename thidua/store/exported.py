"""Rows for other programs, some at a time: awards, nominations and blocs, in an order that does not depend on the machine.

Each row has the values of its table in `thidua.report.export_columns`, in that order; a test compares the two.
"""

from __future__ import annotations

from functools import lru_cache
from heapq import merge
from typing import TYPE_CHECKING, Any, TypeAlias

from thidua.model.lists import NominationStatus
from thidua.store.nominations import OURS, nominated
from thidua.store.paths import is_slug
from thidua.store.queries import INSIDE, Scope, award_name, name_of, organisations_inside
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from thidua.store.nominations import NominatedRow
    from thidua.store.register import Register

Values: TypeAlias = "tuple[str | int | bool | None, ...]"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is exported, and who exports it.

    Attributes:
        scope: whose rows and of what time; empty for all.
        office: the organisation that exports: what it confers is told from what it receives.
    """

    scope: Scope
    office: str = ""

    @property
    def has_filter(self) -> bool:
        return any((self.scope.of, self.scope.years, self.scope.start, self.scope.campaign))


class Names:
    """Official names by id, each asked for once while it is in use; without a bound it would grow with the records."""

    def __init__(self, register: Register) -> None:
        self._of = lru_cache(maxsize=20_000)(lambda folder, text: name_of(register, folder, text))
        self._award = lru_cache(maxsize=20_000)(lambda id_: award_name(register, id_))

    def __call__(self, folder: str, text: str | None) -> str | None:
        return self._of(folder, text) if text is not None else None

    def award(self, id_: str) -> str:
        """Return how an award of the catalogue is called, or the id where the catalogue has none."""
        return self._award(id_)

    def both(self, text: str | None) -> tuple[str | None, str | None]:
        """Return the id and the name of an organisation that a row has by id or by name."""
        return (text if text is not None and is_slug(text) else None), self("organisations", text)


_STATUS = f"""CASE WHEN {{revoked}} THEN '{NominationStatus.REVOKED}' WHEN decision.presented IS NOT NULL
    THEN '{NominationStatus.PRESENTED}' ELSE '{NominationStatus.GRANTED}' END"""

_AWARD_ROWS = """
    file.path, {line}, {place}, decision.year, decision.basis, {status}, decision.id, decision.number, decision.date,
    decision.presented, decision.authority, {table}.award, COALESCE({table}.own_name, catalogue.name, {table}.award),
    catalogue."group", catalogue.level, COALESCE({table}.method, decision.method), {table}.kind, {recipient},
    decision.campaign, decision.bloc,
    (SELECT min(numbered.number) FROM numbered WHERE numbered.decision = decision.id AND numbered.void IS NULL),
    decision.nomination, decision.period, decision.start, decision."end"
"""
_LISTED = """award_row.name, award_row.unit, award_row.position, award_row.person, award_row.apart, award_row.class,
    award_row.sex, award_row.is_foreign, award_row.pupil, award_row.posthumous, 1, NULL, NULL"""
_COUNTED = """NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, award_count.number, award_count.qualifier,
    award_count.described"""
_RECEIVED = "OR award_row.unit IN inside OR (award_row.kind <> 'ca-nhan' AND award_row.name IN inside)"


def award_rows(register: Register, chosen: Chosen) -> Iterator[Values]:
    """Yield the awards by file and line: rows with a name, and numbers without. Revoked rows say that they are."""
    listed = _statement(
        chosen.scope, "award_row", "award_row.place", _LISTED, _STATUS.format(revoked="award_row.revoked"), _RECEIVED
    )
    counted = _statement(chosen.scope, "award_count", "award_count.route", _COUNTED, _STATUS.format(revoked="0"), "")
    values = chosen.scope.values()
    both = merge(register.stream(listed, values), register.stream(counted, values), key=lambda row: row[:2])
    names = Names(register)
    here = organisations_inside(register, chosen.office) if chosen.office else frozenset()
    for row in both:
        yield _award(row, names, here)


def _statement(scope: Scope, table: str, place: str, recipient: str, status: str, received: str) -> str:
    columns = _AWARD_ROWS.format(table=table, line=f"{table}.line", place=place, status=status, recipient=recipient)
    mine = f"AND (decision.authority IN inside {received})" if scope.of else ""
    # CROSS JOIN keeps SQLite at the order of paths, so that nothing is sorted and the first row comes at once
    return f"""{INSIDE} SELECT {columns} FROM file CROSS JOIN decision ON decision.file = file.id
        CROSS JOIN {table} ON {table}.file = file.id LEFT JOIN catalogue ON catalogue.id = {table}.award
        WHERE {scope.decisions()} {mine} ORDER BY file.path, {table}.line, {place}"""  # noqa: S608 - our own tables


def _award(row: tuple[Any, ...], names: Names, here: AbstractSet[str]) -> Values:
    (
        path, line, _, year, basis, status, decision, number, date, presented, authority, award, award_name, group, level,
        method, kind, name, unit, position, person, apart, class_, sex, foreign, pupil, posthumous, recipients, qualifier,
        described, campaign, bloc, register_number, nomination, period, start, end,
    ) = row  # fmt: skip
    return (
        year, basis, status, (authority in here) if here and authority else None, decision, number, date, presented,
        authority, names("organisations", authority), award, award_name, group, level, method,
        *_recipient(names, kind, name, unit, position, person, apart),
        class_, sex, _yes(foreign), _yes(pupil), _yes(posthumous), recipients, qualifier, described,
        campaign, names("campaigns", campaign), bloc, names("blocs", bloc), register_number, nomination, period, start, end, path, line,
    )  # fmt: skip


def _recipient(
    names: Names,
    kind: str | None,
    name: str | None,
    unit: str | None,
    position: str | None,
    person: str | None,
    apart: str | None,
) -> Values:
    recipient, called = (None, name) if kind == "ca-nhan" or name is None else names.both(name)
    return (kind, recipient, called, *names.both(unit), position, person, apart)


def _yes(value: str | None) -> bool | None:
    return None if value is None else value == "co"


def years_of_awards(register: Register, chosen: Chosen) -> list[int | None]:
    """Return the years in which there is a row, the unknown one last."""
    found = register.ask(
        f"SELECT DISTINCT year FROM decision WHERE {chosen.scope.decisions()} ORDER BY year IS NULL, year",  # noqa: S608
        chosen.scope.values(),
    )
    return [year for (year,) in found]


def nomination_rows(register: Register, chosen: Chosen) -> Iterator[Values]:
    """Yield the proposed rows by file and place, each with how far it has come."""
    scope, names = chosen.scope, Names(register)
    where = " AND ".join(_nominations_chosen(scope))
    for (file,) in register.ask("SELECT id FROM file WHERE folder = 'nominations' ORDER BY path"):
        for row in nominated(register, where, {**scope.values(), "file": file}):
            yield _nominated(row, names)


def _nominations_chosen(scope: Scope) -> Iterator[str]:
    yield "nomination.file = :file"
    if scope.years:
        yield "nominated_row.year BETWEEN :first AND :last"
    elif scope.start:
        yield "COALESCE(nomination.date, nomination.received, nomination.council_date) BETWEEN :start AND :end"
    if scope.campaign:
        yield "nomination.campaign = :campaign"
    if scope.of:
        yield OURS


def _nominated(row: NominatedRow, names: Names) -> Values:
    given = row.given
    return (
        row.year, row.status.value, row.nomination, row.nomination_number, row.nomination_date, *names.both(row.to),
        row.award, row.award_name, *_recipient(names, row.kind, row.name, row.unit, row.position, row.person, row.apart),
        row.number, row.start, row.end, given.number if given else None, given.date if given else None, row.path, row.line,
    )  # fmt: skip


_MEMBERS = """
    SELECT bloc.id, bloc.name, bloc.kind, bloc.organiser, bloc.level, bloc_year.year, bloc_year.leader, bloc_year.pledged,
        bloc_member.member, (SELECT total FROM bloc_score WHERE {score}), (SELECT rank FROM bloc_score WHERE {score}),
        COALESCE(paper.path, file.path)
    FROM file JOIN bloc ON bloc.file = file.id
    LEFT JOIN bloc_year ON bloc_year.bloc = bloc.id LEFT JOIN file AS paper ON paper.id = bloc_year.file
    LEFT JOIN bloc_member ON bloc_member.file = bloc_year.file"""
_SCORE = """bloc_score.file = bloc_year.file AND bloc_score.member = bloc_member.member AND bloc_score.final
    ORDER BY bloc_score.rowid LIMIT 1"""


def bloc_rows(register: Register, chosen: Chosen) -> Iterator[Values]:
    """Yield the members of blocs by bloc, year and the record's order; a bloc without a year is one row."""
    scope, names = chosen.scope, Names(register)
    parts = ["bloc_year.year BETWEEN :first AND :last"] if scope.years else []
    if scope.of:
        parts.append("(bloc.organiser IN inside OR bloc_member.member IN inside)")
    statement = f"""{INSIDE} {_MEMBERS.format(score=_SCORE)} WHERE {" AND ".join(parts) or "TRUE"}
        ORDER BY file.path, bloc_year.year, paper.path, bloc_member.rowid"""
    for row in register.stream(statement, scope.values()):
        bloc, name, kind, organiser, level, year, leader, pledged, member, total, rank, path = row
        yield (
            bloc, name, kind, organiser, names("organisations", organiser), level, year, *names.both(leader), pledged,
            *names.both(member), total, rank, path,
        )  # fmt: skip
