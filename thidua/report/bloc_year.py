"""A bloc's year (*tổng kết khối, cụm thi đua*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.bloc import Bloc, BlocYear
from thidua.report.blocs import BlocLine, bloc_line
from thidua.report.commendation import Commendation, commendation
from thidua.report.header import bloc_header
from thidua.report.organisation_year import NoSuchRecord
from thidua.report.scoring import Scoring, scoring
from thidua.report.tallies import tally_lines
from thidua.report.targets import Targets, target_set
from thidua.store.queries import Scope
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from thidua.report.reader import Reader
    from thidua.report.values import Doubt, Header


@dataclass(frozen=True, slots=True)
class BlocReport:
    """One bloc in one year, with the year after as far as it is known.

    Attributes:
        now: `None` where the year has no record.
        scoring: `None` where the year's record has no table, score, vote or quota.
        ahead: the bloc's record of the next year: its leader, its pledge, its tasks.
    """

    kind: str = field(default="bloc-year", init=False)
    header: Header
    name: str
    is_cluster: bool
    organiser: str | None
    year: int
    now: BlocLine | None
    targets: tuple[Targets, ...]
    scoring: Scoring | None
    commendation: Commendation
    ahead: BlocLine | None
    next_leader: str | None
    doubts: tuple[Doubt, ...]
    sources: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def next_year(self) -> int:
        return self.year + 1

    @property
    def has_commendation(self) -> bool:
        return bool(self.commendation)


def bloc_report(reader: Reader, bloc: str, year: int, missing: tuple[str, ...] = ()) -> BlocReport:
    """Summarise a bloc's year.

    Raises:
        NoSuchRecord: the bloc has no record, or none for the year and the next.
    """
    found = reader.by_id("blocs", bloc, Bloc)
    if found is None:
        raise NoSuchRecord("blocs", bloc)
    path, record = found
    reader.doubt(path, (), record)
    now = reader.by_id("bloc-years", f"{year}/{bloc}", BlocYear)
    ahead = reader.by_id("bloc-years", f"{year + 1}/{bloc}", BlocYear)
    if now is None and ahead is None:
        raise NoSuchRecord("bloc-years", f"{year}/{bloc}")
    line = bloc_line(reader, now[0], bloc, record.name, now[1]) if now else None
    reached = _reached(reader, now[0], now[1]) if now else ()
    scored = scoring(reader, now[0], now[1]) if now else None
    tallies = tally_lines(reader, now[0], now[1].tallies) if now else ()
    awards = commendation(reader, Scope(years=(year, year), bloc=bloc), tallies)
    next_line = bloc_line(reader, ahead[0], bloc, record.name, ahead[1]) if ahead else None
    elected = reader.name(now[1].next_leader) if now else None
    return BlocReport(
        header=bloc_header(reader, record.organiser, record.name),
        name=record.name,
        is_cluster=record.kind == "cum",
        organiser=reader.name(record.organiser),
        year=year,
        now=line,
        targets=reached,
        scoring=scored,
        commendation=awards,
        ahead=next_line,
        next_leader=(next_line.leader if next_line else None) or elected,
        doubts=reader.doubts,
        sources=reader.sources,
        missing=missing,
    )


def _reached(reader: Reader, path: str, record: BlocYear) -> tuple[Targets, ...]:
    return (target_set(reader, path, ("targets",), record.targets),) if record.targets else ()
