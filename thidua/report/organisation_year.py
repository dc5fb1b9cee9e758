"""An organisation's year, or any span of its days (*báo cáo tổng kết*)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.model.kinds import BLOC_YEARS, CAMPAIGNS, YEARS
from thidua.report.blocs import BlocLine, PledgeLine, bloc_line, pledge_line
from thidua.report.campaigns import CampaignColumns, CampaignLine, campaign_columns, campaign_line
from thidua.report.commendation import Commendation, commendation
from thidua.report.exemplars import ExemplarLine, exemplars
from thidua.report.facts import (
    Conference,
    Document,
    Event,
    Movement,
    NamedFigure,
    Recognition,
    Work,
    conferences,
    documents,
    events,
    figures,
    movements,
    people,
    recognitions,
    tasks,
    works,
)
from thidua.report.header import organisation_header
from thidua.report.nominations import NominationLine, nomination_lines
from thidua.report.span import Span, year_span
from thidua.report.tallies import TallyLine, tally_lines
from thidua.report.targets import Targets, targets
from thidua.report.values import LEFT_OUT_IF_EMPTY, Words
from thidua.store.queries import Scope, blocs_of, campaigns_in, organisation, undated
from thidua.value_class import dataclass, field
from thidua.vietnamese.order import sort_key

if TYPE_CHECKING:
    from thidua.model.campaign import Campaign
    from thidua.model.year import OrganisationYear
    from thidua.report.reader import Reader
    from thidua.report.values import Doubt, Header, Person


@dataclass(frozen=True, slots=True)
class YearFacts:
    """What an organisation's own record says of one year."""

    year: int
    theme: Words | None
    goal: str | None
    motto: str | None
    breakthroughs: tuple[str, ...]
    documents: tuple[Document, ...]
    targets: tuple[Targets, ...]
    figures: tuple[NamedFigure, ...]
    movements: tuple[Movement, ...]
    events: tuple[Event, ...]
    recognitions: tuple[Recognition, ...]
    works: tuple[Work, ...]
    tallies: tuple[TallyLine, ...]
    pledges: tuple[PledgeLine, ...]
    conferences: tuple[Conference, ...]
    occasions: tuple[str, ...]
    shortcomings: tuple[str, ...]
    tasks: tuple[Event, ...]
    mentioned: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class NextCampaign:
    """A campaign of the year to come, as far as this year's report tells of it."""

    name: Words
    theme: str | None
    launched: date | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a year sets out to do."""

    year: int
    theme: Words | None
    goal: str | None
    occasions: tuple[str, ...]
    tasks: tuple[Event, ...]
    campaigns: tuple[NextCampaign, ...]


@dataclass(frozen=True, slots=True)
class OrganisationReport:
    """One organisation's year, or another span of time.

    Attributes:
        years: its records, one for each year of the span that has one.
        ahead: what the year after the span sets out to do.
        undated: decisions that a span of days cannot choose because they have no date; 0 for whole years.
        nominations: what was proposed; never among the awards.
        missing: files that could not be read; what they hold is not in the report.
    """

    kind: str = field(default="organisation-year", init=False)
    header: Header
    organisation: str
    span: Span
    years: tuple[YearFacts, ...]
    campaigns: tuple[CampaignLine, ...]
    blocs: tuple[BlocLine, ...]
    commendation: Commendation
    exemplars: tuple[ExemplarLine, ...]
    ahead: Ahead | None
    doubts: tuple[Doubt, ...]
    sources: tuple[str, ...]
    undated: int
    missing: tuple[str, ...]
    nominations: tuple[NominationLine, ...] = field(default=(), metadata=LEFT_OUT_IF_EMPTY)

    @property
    def campaign_columns(self) -> CampaignColumns:
        return campaign_columns(self.campaigns)

    @property
    def has_results(self) -> bool:
        return any(y.movements or y.figures or y.events or y.recognitions or y.works for y in self.years)

    @property
    def has_commendation(self) -> bool:
        return bool(self.commendation)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is recorded of the time."""
        return not (
            self.years or self.campaigns or self.blocs or self.commendation or self.exemplars or self.nominations
        )

    @property
    def has_blocs(self) -> bool:
        told = any(b.movements or b.figures or b.events or b.recognitions for b in self.blocs)
        return told or self.has_bloc_table

    @property
    def has_bloc_table(self) -> bool:
        return any(b.leader or b.member_count or b.pledge for b in self.blocs)

    @property
    def has_conferences(self) -> bool:
        return any(y.conferences or y.pledges for y in self.years)

    @property
    def has_shortcomings(self) -> bool:
        return any(y.shortcomings or any(t.missed for t in y.targets) for y in self.years)


class NoSuchRecord(Exception):
    """What the report is to be of has no record.

    Attributes:
        folder: the kind of record that was looked for.
        id: what was asked for.
    """

    def __init__(self, folder: str, id_: str) -> None:
        super().__init__(f"{folder}/{id_}")
        self.folder = folder
        self.id = id_


def organisation_report(reader: Reader, of: str, span: Span, missing: tuple[str, ...] = ()) -> OrganisationReport:
    """Summarise an organisation's year or another span.

    Awards count in the year of their achievement's period (else of the decision, else of the record); in a
    span that is no calendar year, by the day of the decision. A campaign belongs to every span it touches.

    Raises:
        NoSuchRecord: the organisation has no record.
    """
    found = organisation(reader.register, of)
    if found is None:
        raise NoSuchRecord("organisations", of)
    years = tuple(facts for year in span.years if (facts := _year(reader, of, year, span)) is not None)
    campaigns = _campaigns(reader, of, span)
    blocs = _blocs(reader, of, span)
    years_counted = (span.start.year, span.end.year) if span.whole_years else ()
    scope = Scope(of, years_counted, str(span.start), str(span.end))
    awards = commendation(reader, scope, tuple(tally for facts in years for tally in facts.tallies))
    people = exemplars(reader, span.years, tuple(c.id for c in campaigns), of)
    ahead = _ahead(reader, of, span.next_year)
    return OrganisationReport(
        header=organisation_header(reader, of),
        organisation=found["name"] or of,
        span=span,
        years=years,
        campaigns=campaigns,
        blocs=blocs,
        commendation=awards,
        exemplars=people,
        ahead=ahead,
        doubts=reader.doubts,
        sources=reader.sources,
        undated=0 if span.whole_years else undated(reader.register, of, span.start.year, span.end.year),
        missing=missing,
        nominations=nomination_lines(reader, of, span),
    )


def _year(reader: Reader, of: str, year: int, span: Span) -> YearFacts | None:
    """A year of the span; of a year that is not wholly in it only what has a day in it."""
    found = reader.by_id("years", f"{year}/{of}", YEARS)
    if found is None:
        return None
    path, record = found
    whole = span.start <= date(year, 1, 1) and date(year, 12, 31) <= span.end
    return YearFacts(
        year=year,
        theme=reader.words(path, ("theme",), record.theme),
        goal=record.goal,
        motto=record.motto,
        breakthroughs=record.breakthroughs,
        documents=documents(reader, path, record.documents),
        targets=targets(reader, path, ("targets",), record.targets) if whole else (),
        figures=figures(reader, path, record) if whole else (),
        movements=movements(reader, path, record) if whole else (),
        events=events(reader, path, record) if whole else (),
        recognitions=recognitions(reader, path, record) if whole else (),
        works=works(reader, path, record.works) if whole else (),
        tallies=_stated_within(reader, path, record, None if whole else span),
        pledges=tuple(
            pledge_line(reader, path, ("pledges", place), year, one)
            for place, one in enumerate(record.pledges)
            if whole or span.has(one.date)
        ),
        conferences=tuple(one for one in conferences(reader, path, record.conferences) if whole or span.has(one.date)),
        occasions=record.occasions,
        shortcomings=record.shortcomings if whole else (),
        tasks=tasks(reader, path, record.tasks),
        mentioned=people(record.mentioned),
    )


def _ahead(reader: Reader, of: str, year: int) -> Ahead | None:
    """The year to come; only what is printed of it is read, so that nothing else of it is doubted here."""
    campaigns = tuple(
        NextCampaign(
            Words(record.name, reader.doubt(path, (), record)),
            record.theme,
            record.launched.date if record.launched else None,
        )
        for path, record in _campaign_records(reader, of, year_span(year))
    )
    found = reader.by_id("years", f"{year}/{of}", YEARS)
    if found is None:
        return Ahead(year, None, None, (), (), campaigns) if campaigns else None
    path, record = found
    theme = reader.words(path, ("theme",), record.theme)
    return Ahead(year, theme, record.goal, record.occasions, tasks(reader, path, record.tasks), campaigns)


def _stated_within(reader: Reader, path: str, record: OrganisationYear, span: Span | None) -> tuple[TallyLine, ...]:
    """The tallies whose whole time is in a span; all of them without one."""
    lines = tally_lines(reader, path, record.tallies)
    return tuple(
        line
        for line in lines
        if span is None or (line.period is not None and span.has(line.period.start) and span.has(line.period.end))
    )


def _campaigns(reader: Reader, of: str, span: Span) -> tuple[CampaignLine, ...]:
    return tuple(campaign_line(reader, path, _id(path), one) for path, one in _campaign_records(reader, of, span))


def _campaign_records(reader: Reader, of: str, span: Span) -> list[tuple[str, Campaign]]:
    paths = campaigns_in(reader.register, of, str(span.start), str(span.end))
    return [(path, record) for path in paths if (record := reader.record(path, CAMPAIGNS)) is not None]


def _blocs(reader: Reader, of: str, span: Span) -> tuple[BlocLine, ...]:
    lines = []
    for id_, name, path in blocs_of(reader.register, of, span.years):
        record = reader.record(path, BLOC_YEARS) if path else None
        if path and record is not None:
            lines.append(bloc_line(reader, path, id_, name, record))
    return tuple(sorted(lines, key=lambda line: (sort_key(line.name), line.year)))


def _id(path: str) -> str:
    return path.split("/", 2)[2].rpartition(".")[0]
