"""Bonus money (*tiền thưởng*) of a decision or of an organisation's year: who is paid what, by whom, on what ground."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.diagnostics import read_route
from thidua.law.bonus import BaseSalary, Rule, RuleKind, Stacking, base_salary
from thidua.law.entry import own_origins
from thidua.model.award import AwardRecord
from thidua.model.lists import AwardGroupKind, Level, RecipientKind
from thidua.report.bonus_amount import Reason, Tariff, Worth
from thidua.report.bonus_titles import Verdict, unpaid_titles
from thidua.report.header import organisation_header
from thidua.report.numbers import COLLECTIVE, LISTED_ONE_BY_ONE
from thidua.report.organisation_year import NoSuchRecord
from thidua.report.values import Figure, Header, Trace
from thidua.store.granted import GrantedRow, rows_of_decision, rows_of_year
from thidua.store.office_law import office_law
from thidua.store.queries import organisation
from thidua.store.rows import is_id
from thidua.vietnamese.order import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from thidua.law.entry import Confidence
    from thidua.report.reader import Reader

UNIT = "đồng"


class Status(StrEnum):
    """What becomes of a row."""

    PAID = "chi-tien"
    SOUVENIR = "tang-pham"
    LOWER_TITLE = "huong-muc-cao-hon"
    CEILING = "muc-tran"
    UNKNOWN = "chua-ro"


OPEN = (Status.CEILING, Status.UNKNOWN)
"""What a person has to settle; the total leaves these out and says how many they are."""


class Payer(StrEnum):
    """Who pays, where it is no organisation of the records."""

    PROPOSER = "cap-trinh"
    """Awards of the State are paid by the ministry or province that proposed them (Law 06/2022/QH15, Article 11.4)."""


@dataclass(frozen=True, slots=True)
class BonusRow:
    """One recipient, or a number of them that are not named.

    Attributes:
        place: from 1, in the order of the list.
        recipient: `None` where only the number is known.
        number: how many recipients; `None` where it is not known.
        unit: whose the row is: the recipient's unit, or the collective itself.
        payer: the name of who decided, or a `Payer`; `None` where it is not known.
        each: what one recipient is paid, or the value of a souvenir.
        amount: what is paid for the row; `None` where nothing is, or that is not known.
        instead: the higher title that is paid in its place.
        candidates: the eras that may govern.
        origins: the office's own files among the grounds; empty where all is law.
    """

    place: int
    record: Trace
    recipient: str | None
    kind: str | None
    number: int | None
    described: str | None
    unit: str | None
    award: str
    award_name: str
    decision: str
    decision_number: str | None
    decided: date | None
    multiple: Decimal | None
    salary: Decimal | None
    each: Decimal | None
    amount: Figure | None
    articles: tuple[str, ...]
    confidence: Confidence
    note: str | None
    candidates: tuple[str, ...]
    origins: tuple[str, ...]
    payer: str | None
    status: Status
    reason: Reason | None
    instead: Trace | None


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
class BonusReport:
    """A list of bonus money.

    Attributes:
        decision: what it is called, where the list is of one decision.
        organisation, year: of whom and when, where it is of a year.
        total: of all rows that are paid; `None` where no row is paid and some are open.
        left_out: how many rows a person has to settle; they are not in the total.
        unconfirmed: how many of the rows that are paid rest on a ground that is not confirmed.
        rounding: the office's own setting; empty where it is as the law says.
        missing: files that could not be read.
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


def decision_bonus(reader: Reader, path: str, missing: tuple[str, ...] = ()) -> BonusReport:
    """Return the bonus money of one decision."""
    record = reader.record(path, AwardRecord)
    paper = record.decision if record else None
    made = _report(reader, rows_of_decision(reader.register, path), (paper.authority if paper else None), missing)
    called = paper.number if paper and paper.number else _id(path)
    return replace(made, decision=called, decided=paper.date if paper else None)


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
    rows = _rows(reader, tariff, granted)
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


def _rows(reader: Reader, tariff: Tariff, granted: list[GrantedRow]) -> tuple[BonusRow, ...]:
    worths = {row: _worth(reader, tariff, row) for row in granted}
    titles = ((row, worth) for row, worth in worths.items() if row.group == AwardGroupKind.TITLE and row.name)
    verdicts = unpaid_titles(titles, tariff.highest_title_only)
    names: dict[str | None, str | None] = {None: None}

    def name(id_or_name: str | None) -> str | None:
        if id_or_name not in names:
            names[id_or_name] = reader.name(id_or_name)
        return names[id_or_name]

    return tuple(
        _row(tariff, place, row, worth, verdicts.get(row), name) for place, (row, worth) in enumerate(worths.items(), 1)
    )


def _worth(reader: Reader, tariff: Tariff, row: GrantedRow) -> Worth:
    """What a row's recipient is paid, unless something about the recipients themselves leaves it open."""
    if row.kind is None or row.number is None:
        return Worth(reason=Reason.NO_NUMBER)
    worth = tariff.worth(row)
    if worth.reason:
        return worth
    if row.qualifier:
        return replace(worth, each=None, reason=Reason.INEXACT)
    if row.posthumous:
        return replace(worth, each=None, reason=Reason.POSTHUMOUS)
    if row.name is None and row.kind == RecipientKind.INDIVIDUAL and _mixed(reader, row):
        return replace(worth, each=None, reason=Reason.MIXED)
    return worth


def _mixed(reader: Reader, row: GrantedRow) -> bool:
    """Whether a number of individuals holds foreigners or posthumous awards, who are not paid as the others."""
    record = reader.record(row.path, AwardRecord)
    group = read_route(row.route)[1]
    counted = record.awards[group].counted if record and isinstance(group, int) else None
    return bool(counted and (counted.foreigners or counted.posthumous))


def _row(
    tariff: Tariff,
    place: int,
    row: GrantedRow,
    worth: Worth,
    verdict: Verdict | None,
    name: Callable[[str | None], str | None],
) -> BonusRow:
    reason = verdict.reason if verdict and verdict.reason else worth.reason
    status = _status(worth, reason, verdict)
    recipient = name(row.name) if row.kind in COLLECTIVE else row.name
    record = Trace(row.path, row.line, recipient or row.award_name)
    paid = status is Status.PAID and worth.each is not None and row.number is not None
    return BonusRow(
        place=place,
        record=record,
        recipient=recipient,
        kind=row.kind,
        number=row.number,
        described=row.described,
        unit=name(row.unit or _own_unit(row)),
        award=row.award,
        award_name=row.award_name,
        decision=row.decision,
        decision_number=row.decision_number,
        decided=row.decided,
        multiple=worth.multiple,
        salary=worth.salary,
        each=worth.each,
        amount=Figure((worth.each or 0) * (row.number or 0), (record,), unit=UNIT) if paid else None,
        articles=worth.articles,
        confidence=worth.confidence,
        note=worth.note,
        candidates=worth.candidates,
        origins=worth.origins,
        payer=_payer(tariff, row, worth, name),
        status=status,
        reason=reason,
        instead=_instead(verdict),
    )


def _status(worth: Worth, reason: Reason | None, verdict: Verdict | None) -> Status:
    if reason:
        return Status.UNKNOWN
    if worth.ceiling:
        return Status.CEILING
    if verdict:
        return Status.LOWER_TITLE
    return Status.SOUVENIR if worth.souvenir else Status.PAID


def _own_unit(row: GrantedRow) -> str | None:
    return row.name if row.kind in COLLECTIVE and row.name and is_id(row.name) else None


def _instead(verdict: Verdict | None) -> Trace | None:
    higher = verdict.instead if verdict else None
    return Trace(higher.path, higher.line, higher.award_name) if higher else None


def _payer(tariff: Tariff, row: GrantedRow, worth: Worth, name: Callable[[str | None], str | None]) -> str | None:
    """Who pays, where every era that may govern says who."""
    found = tariff.rules(RuleKind.PAYER, worth.candidates)
    if not found or not all(found):
        return None
    return Payer.PROPOSER if row.level == Level.STATE else name(row.authority)


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
