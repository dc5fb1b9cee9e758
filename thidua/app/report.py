"""Reports: which one is asked for, made from a fresh register."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from thidua.app.asked_record import asked_record, no_report
from thidua.report.organisation_year import NoSuchRecord, OrganisationReport, organisation_report
from thidua.report.reader import Reader
from thidua.store.library import Library
from thidua.store.queries import unreadable
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh
    from thidua.law.statutory import Form
    from thidua.report.bloc_year import BlocReport
    from thidua.report.campaign import CampaignReport
    from thidua.report.span import Span
    from thidua.report.statutory_values import StatutoryReport
    from thidua.store.register import Register

Report: TypeAlias = "OrganisationReport | BlocReport | CampaignReport | StatutoryReport"

ALL_FORMS = "all"
"""What asks for every statutory table."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to be of: a campaign, a bloc's year, or an organisation's span of time; each by id or name.

    Attributes:
        forms: ids of statutory tables of the organisation, in place of the summary.
    """

    campaign: str = ""
    bloc: str = ""
    organisation: str = ""
    span: Span | None = None
    forms: tuple[str, ...] = ()


class NoSuchForm(Exception):
    """No statutory table has this id.

    Attributes:
        known: the ids there are.
    """

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        super().__init__(asked)
        self.asked = asked
        self.known = known


def make_report(state: Fresh, asked: Asked) -> Report:
    """Return the report that is asked for, by id or name. Files that could not be read are named in it.

    Raises:
        NoSuchForm: no statutory table is called so.
        EntryError: what the report is to be of has no record, or several can be meant.
    """
    return made_by(Reader(Library(state.workspace, state.register)), state, by_ids(state, asked))


def by_ids(state: Fresh, asked: Asked) -> Asked:
    """Return what is asked for with ids in place of names, and no more than the report depends on.

    Raises:
        NoSuchForm, EntryError: see `make_report`.
    """
    forms = tuple(_forms(asked.forms, state.register))
    if asked.campaign:
        return Asked(campaign=asked_record(state, "campaigns", asked.campaign))
    if asked.span is None:
        raise ValueError("a report needs a campaign or a span of time")
    if asked.bloc:
        return Asked(bloc=asked_record(state, "blocs", asked.bloc), span=asked.span)
    return Asked(organisation=asked_record(state, "organisations", asked.organisation), span=asked.span, forms=forms)


def made_by(reader: Reader, state: Fresh, asked: Asked) -> Report:
    """Return a report, made with a reader that knows afterwards what it read.

    Args:
        asked: by ids, from `by_ids`.

    Raises:
        EntryError: see `make_report`.
    """
    missing = tuple(unreadable(state.register))
    try:
        if asked.campaign:
            from thidua.report.campaign import campaign_report

            return campaign_report(reader, asked.campaign, missing)
        if asked.span is None:
            raise ValueError("a report needs a campaign or a span of time")
        if asked.bloc:
            from thidua.report.bloc_year import bloc_report

            return bloc_report(reader, asked.bloc, asked.span.end.year, missing)
        if asked.forms:
            from thidua.report.statutory import statutory_report

            tables = tuple(_forms(asked.forms, state.register).values())
            return statutory_report(reader, asked.organisation, asked.span, tables, missing)
        return organisation_report(reader, asked.organisation, asked.span, missing)
    except NoSuchRecord as error:
        raise no_report(state, error) from error


def _forms(asked: tuple[str, ...], register: Register) -> dict[str, Form]:
    """Each table once, by its id, in the order asked."""
    if not asked:
        return {}
    from thidua.law.statutory import forms
    from thidua.store.office_law import office_law

    known = forms(office_law(register))
    wanted = tuple(known) if ALL_FORMS in asked else tuple(dict.fromkeys(asked))
    for one in wanted:
        if one not in known:
            raise NoSuchForm(one, tuple(known))
    return {one: known[one] for one in wanted}
