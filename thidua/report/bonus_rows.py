"""Rows of a list of bonus money (*tiền thưởng*): what becomes of each recipient, and who pays."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.diagnostics import read_route
from thidua.law.bonus import RuleKind
from thidua.model.award import AwardRecord
from thidua.model.lists import AwardGroupKind, Level, RecipientKind
from thidua.report.bonus_amount import Reason, Tariff, Worth
from thidua.report.bonus_titles import Verdict, unpaid_titles
from thidua.report.numbers import COLLECTIVE
from thidua.report.values import Figure, Trace
from thidua.store.paths import is_slug
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from thidua.law.entry import Confidence
    from thidua.report.reader import Reader
    from thidua.store.granted import GrantedRow

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


def bonus_rows(reader: Reader, tariff: Tariff, granted: list[GrantedRow]) -> tuple[BonusRow, ...]:
    """Return the rows of granted awards, in their order."""
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
    return row.name if row.kind in COLLECTIVE and row.name and is_slug(row.name) else None


def _instead(verdict: Verdict | None) -> Trace | None:
    higher = verdict.instead if verdict else None
    return Trace(higher.path, higher.line, higher.award_name) if higher else None


def _payer(tariff: Tariff, row: GrantedRow, worth: Worth, name: Callable[[str | None], str | None]) -> str | None:
    """Who pays, where every era that may govern says who."""
    found = tariff.rules(RuleKind.PAYER, worth.candidates)
    if not found or not all(found):
        return None
    return Payer.PROPOSER if row.level == Level.STATE else name(row.authority)
