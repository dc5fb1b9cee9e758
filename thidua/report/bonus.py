"""Bonus money (*tiền thưởng*) of a decision or of an organisation's year: who is paid what, by whom, on what ground."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua.law.bonus import BaseSalary, Rule, RuleKind, Stacking, base_salary
from thidua.law.entry import own_origins
from thidua.model.award import AwardRecord
from thidua.report.bonus_amount import Tariff
from thidua.report.bonus_rows import OPEN, UNIT, BonusRow, Status, bonus_rows
from thidua.report.header import organisation_header
from thidua.report.numbers import LISTED_ONE_BY_ONE
from thidua.report.organisation_year import NoSuchRecord
from thidua.report.values import Figure, Header, Trace
from thidua.store.granted import GrantedRow, rows_of_decision, rows_of_year
from thidua.store.office_law import office_law
from thidua.store.queries import organisation
from thidua.store.withdrawn import withdrawn_rows
from thidua.value_class import dataclass, field, replace
from thidua.vietnamese.order import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua.law.entry import Confidence
    from thidua.report.reader import Reader


@dataclass(frozen=True, slots=True)
class Share:
    """What belongs to one unit or one payer.

    Attributes:
        name: `None` where the rows do not say.
        amount: `None` where no row is paid.
        left_out: how many rows a person has to settle; `None` for none.
    """

    name: str | None
    amount: Figure | None
    left_out: Figure | None


@dataclass(frozen=True, slots=True)
class Salary:
    """A base salary that the list computes with."""

    start: date
    amount: Figure
    article: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A rule that the list rests on, in its own words; `origins` are the office's files it came from."""

    text: str
    article: str
    confidence: Confidence
    note: str | None
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A paper that withdrew rows of the decision."""

    number: str | None
    date: date | None
    path: str


@dataclass(frozen=True, slots=True)
class BonusReport:
    """A list of bonus money.

    Attributes:
        decision: what it is called, where the list is of one decision.
        number: of that decision; `None` where it has none.
        organisation, year: of whom and when, where it is of a year.
        total: of all rows that are paid; `None` where no row is paid and some are open.
        left_out: how many rows a person has to settle; they are not in the total.
        unconfirmed: how many of the rows that are paid rest on a ground that is not confirmed.
        rounding: the office's own setting; empty where it is as the law says.
        missing: files that could not be read.
        withdrawn: how many rows of the decision were withdrawn; `None` for none, and for a year.
        withdrawn_by: the papers that did.
    """

    kind: str = field(default="bonus", init=False)
    header: Header
    decision: str | None
    decided: date | None
    organisation: str | None
    year: int | None
    rows: tuple[BonusRow, ...]
    total: Figure | None
    left_out: Figure | None
    unconfirmed: Figure | None
    units: tuple[Share, ...]
    payers: tuple[Share, ...]
    salaries: tuple[Salary, ...]
    grounds: tuple[Ground, ...]
    rounding: str
    missing: tuple[str, ...]
    withdrawn: Figure | None = None
    withdrawn_by: tuple[Withdrawal, ...] = ()
    number: str | None = None


def decision_bonus(reader: Reader, path: str, missing: tuple[str, ...] = ()) -> BonusReport:
    """Return the bonus money of one decision."""
    record = reader.record(path, AwardRecord)
    paper = record.decision if record else None
    made = _report(reader, rows_of_decision(reader.register, path), (paper.authority if paper else None), missing)
    called = paper.number if paper and paper.number else _id(path)
    gone = withdrawn_rows(reader.register, path)
    traces = tuple(Trace(path, row.line, row.name) for row in gone)
    return replace(
        made,
        decision=called,
        number=paper.number if paper else None,
        decided=paper.date if paper else None,
        withdrawn=Figure(len(gone), traces) if gone else None,
        withdrawn_by=tuple(
            Withdrawal(by.number, date.fromisoformat(by.date) if by.date else None, by.path)
            for by in dict.fromkeys(by for row in gone for by in row.papers)
        ),
    )


def year_bonus(reader: Reader, of: str, year: int, missing: tuple[str, ...] = ()) -> BonusReport:
    """Return the bonus money of the awards of a year that an organisation conferred or its own received.

    Awards count in the year of their achievement's period (else of the decision, else of the record).

    Raises:
        NoSuchRecord: the organisation has no record.
    """
    found = organisation(reader.register, of)
    if found is None:
        raise NoSuchRecord("organisations", of)
    made = _report(reader, rows_of_year(reader.register, of, year), of, missing)
    return replace(made, organisation=found["name"] or of, year=year)


def _report(reader: Reader, granted: list[GrantedRow], of: str | None, missing: tuple[str, ...]) -> BonusReport:
    settings = reader.library.workspace.settings
    tariff = Tariff(settings.rounding, office_law(reader.register))
    rows = bonus_rows(reader, tariff, granted)
    paid = [row for row in rows if row.amount]
    left_out = _number([row for row in rows if row.status in OPEN])
    issuer = of or settings.organisation
    return BonusReport(
        header=replace(organisation_header(reader, issuer), symbol="")
        if issuer
        else Header("", "", "", settings.place),
        decision=None,
        decided=None,
        organisation=None,
        year=None,
        rows=rows,
        total=_sum(paid) or (Figure(Decimal(0), (), unit=UNIT) if left_out is None else None),
        left_out=left_out,
        unconfirmed=_number([row for row in paid if row.confidence == "chua-xac-nhan"]),
        units=_shares(rows, lambda row: row.unit),
        payers=_shares(rows, lambda row: row.payer),
        salaries=_salaries(tariff, rows),
        grounds=_grounds(tariff, rows),
        rounding=settings.rounding,
        missing=missing,
    )


def _shares(rows: Iterable[BonusRow], of: Callable[[BonusRow], str | None]) -> tuple[Share, ...]:
    """Rows by what they belong to, in the order of names; those that do not say come last."""
    found: dict[str | None, list[BonusRow]] = defaultdict(list)
    for row in rows:
        found[of(row)].append(row)
    order = sorted(found, key=lambda one: (one is None, sort_key(one or "")))
    return tuple(
        Share(one, _sum([r for r in found[one] if r.amount]), _number([r for r in found[one] if r.status in OPEN]))
        for one in order
    )


def _sum(rows: list[BonusRow]) -> Figure | None:
    total = sum((Decimal(row.amount.value) for row in rows if row.amount), Decimal(0))
    return Figure(total, _traces(rows), unit=UNIT) if rows else None


def _number(rows: list[BonusRow]) -> Figure | None:
    return Figure(len(rows), _traces(rows)) if rows else None


def _traces(rows: list[BonusRow]) -> tuple[Trace, ...]:
    if len(rows) <= LISTED_ONE_BY_ONE:
        return tuple(row.record for row in rows)
    by_path: dict[str, list[BonusRow]] = defaultdict(list)
    for row in rows:
        by_path[row.record.path].append(row)
    return tuple(
        Trace(path, mine[0].record.line, mine[0].decision_number or mine[0].decision, len(mine))
        for path, mine in by_path.items()
    )


def _salaries(tariff: Tariff, rows: Iterable[BonusRow]) -> tuple[Salary, ...]:
    by_start: dict[date, tuple[BaseSalary, list[BonusRow]]] = {}
    for row in rows:
        salary = base_salary(row.decided, overlay=tariff.overlay) if row.decided and row.amount else None
        if salary is not None:
            by_start.setdefault(salary.start, (salary, []))[1].append(row)
    return tuple(
        Salary(start, Figure(salary.vnd, _traces(mine), unit=UNIT), salary.article, own_origins(salary.origin))
        for start, (salary, mine) in sorted(by_start.items())
    )


def _grounds(tariff: Tariff, rows: Iterable[BonusRow]) -> tuple[Ground, ...]:
    """The rules that decided about rows, in the order in which they are applied."""
    used: dict[RuleKind, dict[str, None]] = {kind: {} for kind in RuleKind}
    for row in rows:
        kinds = {
            Status.PAID: (RuleKind.SALARY_DAY, RuleKind.PAYER, *(() if tariff.rounding else (RuleKind.ROUNDING,))),
            Status.LOWER_TITLE: (RuleKind.STACKING,),
            Status.SOUVENIR: (RuleKind.FOREIGNERS,),
        }.get(row.status, ())
        for kind in kinds:
            used[kind] |= dict.fromkeys(row.candidates)
    found: dict[tuple[str, str], Rule] = {}
    for kind, candidates in used.items():
        for rule in (rule for its in tariff.rules(kind, tuple(candidates)) for rule in its):
            if rule.pays is not Stacking.ALL:
                found.setdefault((rule.text.vi, rule.article), rule)
    return tuple(
        Ground(
            rule.text.vi,
            rule.article,
            rule.confidence,
            rule.note.vi if rule.note else None,
            own_origins(rule.origin),
        )
        for rule in found.values()
    )


def _id(path: str) -> str:
    return path.removeprefix("records/awards/").rpartition(".")[0]
