"""What statutory tables are filled from: granted awards, campaigns and tallies that may count in a span of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.store.queries import COMMENDATION, INSIDE
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class Awarded:
    """A recipient, or a number of recipients that are not named. Revoked rows are none.

    Attributes:
        dated: the day of the decision is known, and in the span; else it may be in it.
        given, ours: conferred by the organisation, received by one of its own; `None` where the record does not tell.
        org_kind: what the record of a collective says it is.
        name: `None` where only a number or words are known.
        number: `None` where the decision says it only in words.
    """

    path: str
    line: int
    route: str
    decision_number: str | None
    decision_date: str | None
    dated: bool
    given: bool | None
    ours: bool | None
    award: str
    level: str
    award_kind: str
    kind: str | None
    org_kind: str | None
    method: str | None
    person_class: str | None
    name: str | None
    unit: str | None
    number: int | None
    qualifier: str | None


_BOOLEANS = ("dated", "given", "ours")

_PAPER = """
    file.path AS path, {table}.line AS line, {table}.route AS route, decision.number AS decision_number,
    decision.date AS decision_date, decision.date IS NOT NULL AS dated,
    decision.authority IN inside AS given, {table}.award AS award, COALESCE(catalogue.level, '') AS level,
    COALESCE(catalogue.kind, '') AS award_kind, {table}.kind AS kind, COALESCE({table}.method, decision.method) AS method"""

_ROW = """
    CASE WHEN award_row.unit IN inside OR (award_row.kind <> 'ca-nhan' AND award_row.name IN inside) THEN 1
         WHEN award_row.unit IN known OR (award_row.kind <> 'ca-nhan' AND award_row.name IN known) THEN 0 END AS ours,
    (SELECT kind FROM organisation WHERE id = award_row.name AND award_row.kind = 'tap-the' ORDER BY file LIMIT 1) AS org_kind,
    award_row.class AS person_class, award_row.name AS name, award_row.unit AS unit, 1 AS number, NULL AS qualifier"""

_COUNT = """
    NULL AS ours, NULL AS org_kind, NULL AS person_class, NULL AS name, NULL AS unit, award_count.number AS number,
    award_count.qualifier AS qualifier"""

_WHEN = """
    (decision.date BETWEEN :start AND :end
     OR (decision.date IS NULL AND COALESCE(decision.presented, :start) >= :start AND (decision.year IS NULL
         OR decision.year BETWEEN CASE decision.basis WHEN 'period' THEN :first - 1 ELSE :first END AND :last)))"""
"""A decision without its date may be of the year in which its achievement's period ends, or of the next."""


def awarded(register: Register, of: str, start: str, end: str) -> list[Awarded]:
    """Return every commendation decided in a span, or that may have been, which is or may be the organisation's."""
    found: list[Awarded] = []
    for table, columns, rest in (("award_row", _ROW, "AND NOT award_row.revoked"), ("award_count", _COUNT, "")):
        groups = ", ".join(f"'{group}'" for group in COMMENDATION)
        statement = f"""{INSIDE}, known AS (SELECT id FROM organisation)
            SELECT {_PAPER.format(table=table)}, {columns}
            FROM decision JOIN {table} ON {table}.file = decision.file JOIN file ON file.id = decision.file
            LEFT JOIN catalogue ON catalogue.id = {table}.award
            WHERE {_WHEN} AND COALESCE(catalogue."group", 'hinh-thuc') IN ({groups}) {rest}
            AND (COALESCE(given, 1) OR COALESCE(ours, 1)) ORDER BY file.path, {table}.line, {table}.route"""  # noqa: S608
        found += [_awarded(row) for row in register.ask_named(statement, _values(of, start, end))]
    return found


def _values(of: str, start: str, end: str) -> dict[str, object]:
    return {"of": of, "start": start, "end": end, "first": int(start[:4]), "last": int(end[:4])}


def _awarded(values: dict[str, Any]) -> Awarded:
    for name in _BOOLEANS:
        values[name] = bool(values[name]) if values[name] is not None else None
    return Awarded(**values)


@dataclass(frozen=True, slots=True)
class Launched:
    """A campaign launched in a span, or that may have been.

    Attributes:
        ours: `None` where the record does not tell.
        launcher: the level of the body that launched it.
    """

    path: str
    name: str
    dated: bool
    ours: bool | None
    kind: str | None
    scope: str | None
    launcher: str | None
    start: str | None
    end: str | None


def launched(register: Register, of: str, start: str, end: str) -> list[Launched]:
    """Return the campaigns of an organisation that were launched in a span, else began in it, or may have."""
    statement = f"""{INSIDE}, known AS (SELECT id FROM organisation)
        SELECT file.path, campaign.name, COALESCE(campaign.launched, campaign.start) IS NOT NULL,
            CASE WHEN campaign.of IN inside OR campaign.launched_by IN inside THEN 1
                 WHEN campaign.of IN known OR campaign.launched_by IN known THEN 0 END AS ours,
            campaign.kind, campaign.scope,
            (SELECT level FROM organisation WHERE id = campaign.launched_by ORDER BY file LIMIT 1), campaign.start, campaign."end"
        FROM campaign JOIN file ON file.id = campaign.file
        WHERE (COALESCE(campaign.launched, campaign.start) BETWEEN :start AND :end
               OR COALESCE(campaign.launched, campaign.start) IS NULL) AND COALESCE(ours, 1)
        ORDER BY file.path"""  # noqa: S608
    values: dict[str, object] = {"of": of, "start": start, "end": end}
    return [
        Launched(path, name, bool(dated), bool(ours) if ours is not None else None, *rest)
        for path, name, dated, ours, *rest in register.ask(statement, values)
    ]


@dataclass(frozen=True, slots=True)
class Stated:
    """A total that a document states of one award and exactly this span."""

    path: str
    line: int
    award: str
    method: str | None
    given: bool | None
    ours: bool | None
    collectives: int | None
    households: int | None
    individuals: int | None


def stated_totals(register: Register, of: str, start: str, end: str) -> list[Stated]:
    """Return the tallies of one award whose time is exactly a span and which are, or may be, the organisation's."""
    statement = f"""{INSIDE} SELECT file.path, tally.line, tally.award, tally.method, tally.authority IN inside AS given,
            tally.of IN inside AS ours, tally.collectives, tally.households, tally.individuals
        FROM tally JOIN file ON file.id = tally.file
        WHERE tally.start = :start AND tally."end" = :end AND tally.award IS NOT NULL AND tally.campaign IS NULL
        AND tally.occasion IS NULL AND COALESCE(tally.qualifier, '') NOT IN ('gan', 'khoang')
        AND (COALESCE(given, 0) OR COALESCE(ours, 0)) ORDER BY file.path, tally.line"""  # noqa: S608
    return [
        Stated(path, line, award, method, _maybe(given), _maybe(ours), *counts)
        for path, line, award, method, given, ours, *counts in register.ask(
            statement, {"of": of, "start": start, "end": end}
        )
    ]


def _maybe(value: int | None) -> bool | None:
    return None if value is None else bool(value)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the catalogue says of an award."""

    name: str
    level: str
    kind: str
    rank: int


def catalogue_of(register: Register) -> Mapping[str, Kept]:
    """Return the awards of the law and of the office by id."""
    return {
        id_: Kept(name, level, kind, rank)
        for id_, name, level, kind, rank in register.ask(
            "SELECT id, name, level, kind, rank FROM catalogue ORDER BY rank, id"
        )
    }
