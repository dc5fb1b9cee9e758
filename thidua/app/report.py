"""Reports: which one is asked for, made from a fresh register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua.app.asked_record import asked_record, no_report
from thidua.report.bloc_year import BlocReport, bloc_report
from thidua.report.campaign import CampaignReport, campaign_report
from thidua.report.organisation_year import NoSuchRecord, OrganisationReport, Span, organisation_report
from thidua.report.reader import Reader
from thidua.store.library import Library
from thidua.store.queries import unreadable

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh

Report = OrganisationReport | BlocReport | CampaignReport


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to be of: a campaign, a bloc's year, or an organisation's span of time; each by id or name."""

    campaign: str = ""
    bloc: str = ""
    organisation: str = ""
    span: Span | None = None


def make_report(state: Fresh, asked: Asked) -> Report:
    """Return the report that is asked for, by id or name. Files that could not be read are named in it.

    Raises:
        EntryError: what the report is to be of has no record, or several can be meant.
    """
    reader = Reader(Library(state.workspace, state.register))
    missing = tuple(unreadable(state.register))
    try:
        if asked.campaign:
            return campaign_report(reader, asked_record(state, "campaigns", asked.campaign), missing)
        if asked.span is None:
            raise ValueError("a report needs a campaign or a span of time")
        if asked.bloc:
            return bloc_report(reader, asked_record(state, "blocs", asked.bloc), asked.span.end.year, missing)
        of = asked_record(state, "organisations", asked.organisation)
        return organisation_report(reader, of, asked.span, missing)
    except NoSuchRecord as error:
        raise no_report(state, error) from error
