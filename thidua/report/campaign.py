"""A campaign: launch, theme, who took part and what came of it (*tổng kết phong trào thi đua*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.bloc import Bloc, BlocYear
from thidua.model.campaign import Campaign
from thidua.model.year import OrganisationYear
from thidua.report.blocs import BlocLine, bloc_line
from thidua.report.campaigns import CampaignLine, campaign_line
from thidua.report.commendation import Commendation, commendation
from thidua.report.exemplars import ExemplarLine, exemplars
from thidua.report.facts import Event, NamedFigure, Recognition, events, figures, recognitions
from thidua.report.header import organisation_header
from thidua.report.organisation_year import NoSuchRecord
from thidua.report.tallies import TallyLine, tally_lines
from thidua.report.values import Doubt, Figure, Header
from thidua.store.paths import is_slug
from thidua.store.queries import Scope, parts_of_campaign
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from thidua.report.reader import Reader


@dataclass(frozen=True, slots=True)
class CampaignPart:
    """A participant that is no bloc: an organisation, or a number of units."""

    name: str
    number: Figure | None


@dataclass(frozen=True, slots=True)
class CampaignReport:
    """One campaign.

    Attributes:
        blocs: bloc by bloc, in the order in which the campaign names them, what each did in it.
        figures, events, recognitions: told of the campaign in records of whole organisations.
        tallies: totals stated for this campaign; each with its own scope.
        in_its_time: totals stated for the time of the campaign, of wider or other scope; never added.
    """

    kind: str = field(default="campaign", init=False)
    header: Header
    of: str | None
    campaign: CampaignLine
    parts: tuple[CampaignPart, ...]
    blocs: tuple[BlocLine, ...]
    figures: tuple[NamedFigure, ...]
    events: tuple[Event, ...]
    recognitions: tuple[Recognition, ...]
    commendation: Commendation
    in_its_time: tuple[TallyLine, ...]
    exemplars: tuple[ExemplarLine, ...]
    doubts: tuple[Doubt, ...]
    sources: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def has_commendation(self) -> bool:
        return bool(self.commendation)


def campaign_report(reader: Reader, id_: str, missing: tuple[str, ...] = ()) -> CampaignReport:
    """Summarise a campaign.

    Raises:
        NoSuchRecord: the campaign has no record.
    """
    found = reader.by_id("campaigns", id_, Campaign)
    if found is None:
        raise NoSuchRecord("campaigns", id_)
    path, record = found
    line = campaign_line(reader, path, id_, record)
    blocs = _blocs(reader, id_, record)
    years = [
        (p, y) for p in parts_of_campaign(reader.register, id_, "years") if (y := reader.record(p, OrganisationYear))
    ]
    own = tuple(tally for p, y in years for tally in tally_lines(reader, p, y.tallies, id_))
    own += tally_lines(reader, path, record.tallies)
    return CampaignReport(
        header=organisation_header(reader, record.of or "")
        if record.of and is_slug(record.of)
        else Header("", "", "BC", ""),
        of=reader.name(record.of),
        campaign=line,
        parts=_parts(reader, path, record),
        blocs=blocs,
        figures=tuple(one for p, y in years for one in figures(reader, p, y, id_)),
        events=tuple(one for p, y in years for one in events(reader, p, y, id_)),
        recognitions=recognitions(reader, path, record)
        + tuple(one for p, y in years for one in recognitions(reader, p, y, id_)),
        commendation=commendation(reader, Scope(campaign=id_), own),
        in_its_time=_in_its_time(reader, id_, record),
        exemplars=exemplars(reader, (), (id_,)),
        doubts=reader.doubts,
        sources=reader.sources,
        missing=missing,
    )


def _parts(reader: Reader, path: str, record: Campaign) -> tuple[CampaignPart, ...]:
    parts = []
    for place, one in enumerate(record.participants):
        name = one.name or reader.name(one.organisation)
        if name is not None:
            trace = (reader.trace(path, ("participants", place)),)
            parts.append(CampaignPart(name, Figure(one.number, trace) if one.number is not None else None))
    return tuple(parts)


def _blocs(reader: Reader, id_: str, record: Campaign) -> tuple[BlocLine, ...]:
    order = {one.bloc: place for place, one in enumerate(record.participants) if one.bloc}
    lines = []
    for path in parts_of_campaign(reader.register, id_, "bloc-years"):
        year = reader.record(path, BlocYear)
        bloc_id = path.split("/", 3)[3].rpartition(".")[0]
        bloc = reader.by_id("blocs", bloc_id, Bloc)
        if year is not None:
            lines.append(bloc_line(reader, path, bloc_id, bloc[1].name if bloc else bloc_id, year, id_))
    return tuple(sorted(lines, key=lambda one: (order.get(one.id, len(order)), one.id, one.year)))


def _in_its_time(reader: Reader, id_: str, record: Campaign) -> tuple[TallyLine, ...]:
    """Tallies of the campaign's organisation in the campaign's years; each keeps its scope in words."""
    if record.period is None or record.of is None:
        return ()
    found: list[TallyLine] = []
    for year in range(record.period.start.year, record.period.end.year + 1):
        got = reader.by_id("years", f"{year}/{record.of}", OrganisationYear)
        if got is not None:
            path, facts = got
            lines = zip(tally_lines(reader, path, facts.tallies), facts.tallies, strict=True)
            found += [line for line, tally in lines if tally.campaign != id_]
    return tuple(found)
