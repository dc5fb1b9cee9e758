"""How many targets were reached (*kết quả thực hiện các chỉ tiêu*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.report.facts import TargetLine, target_lines
from thidua.report.values import Figure
from thidua.value_class import dataclass
from thidua.vietnamese.numbers import share_percent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from thidua.diagnostics import Route
    from thidua.model import fact as model
    from thidua.report.reader import Reader

OUTCOMES = (
    ("met_or_exceeded", "dat-va-vuot"),
    ("exceeded", "vuot"),
    ("met", "dat"),
    ("on_track", "bao-dam-tien-do"),
    ("missed", "khong-dat"),
)


@dataclass(frozen=True, slots=True)
class Share:
    """How many targets had one outcome.

    Attributes:
        percent: of the total, half up to one place; `None` where the total is not known.
    """

    outcome: str
    figure: Figure
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Targets:
    """One set of targets and what became of it.

    Attributes:
        unaccounted: how many of the total no outcome is given for, where outcomes are told apart.
    """

    name: str | None
    document: str | None
    total: Figure | None
    shares: tuple[Share, ...]
    of: str | None
    named: tuple[TargetLine, ...]
    unaccounted: int
    doubt: int

    @property
    def missed(self) -> bool:
        """Whether some targets are said to have been missed."""
        return any(share.outcome == "khong-dat" and share.figure.value for share in self.shares)


def targets(reader: Reader, path: str, route: Route, summaries: Iterable[model.TargetSummary]) -> tuple[Targets, ...]:
    """Return the sets of targets of a record, in its order."""
    return tuple(target_set(reader, path, (*route, place), one) for place, one in enumerate(summaries))


def target_set(reader: Reader, path: str, route: Route, one: model.TargetSummary) -> Targets:
    """Return one set of targets."""
    trace = (reader.trace(path, route, one.document or one.name or ""),)
    shares = []
    for field, outcome in OUTCOMES:
        number = getattr(one, field)
        if number is not None:
            percent = share_percent(number, one.total) if one.total else None
            shares.append(Share(outcome, Figure(number, trace, whole=one.total), percent))
    apart = len(shares) > 1
    return Targets(
        one.name,
        one.document,
        Figure(one.total, trace) if one.total is not None else None,
        tuple(shares),
        reader.name(one.of),
        target_lines(reader, path, (*route, "named"), one.named),
        max(0, one.total - told(one)) if apart and one.total is not None else 0,
        reader.doubt(path, route, one),
    )


def told(one: model.TargetSummary) -> int:
    """Return for how many targets an outcome is given; those met or exceeded together hold those told apart."""
    reached = one.met_or_exceeded if one.met_or_exceeded is not None else (one.exceeded or 0) + (one.met or 0)
    return reached + (one.on_track or 0) + (one.missed or 0)
