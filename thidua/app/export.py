"""Tables for other programs, made from a fresh register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.report.export import Sheet, sheet, table_sheet
from thidua.report.export_columns import What
from thidua.store.exported import Chosen, years_of_awards
from thidua.store.queries import Scope, unreadable
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.app.fresh import Fresh
    from thidua.report.span import Span

TAKES = {
    What.AWARDS: ("--of", "--year", "--from", "--campaign"),
    What.NOMINATIONS: ("--of", "--year", "--from", "--campaign"),
    What.PERSONS: ("--of", "--year", "--from", "--campaign"),
    What.UNITS: ("--of",),
    What.BLOCS: ("--of", "--year"),
    What.TABLES: ("--of", "--year", "--from", "--form"),
}
"""By which options each table can be made smaller."""

UNKNOWN_YEAR = "__HIVE_DEFAULT_PARTITION__"
"""How engines that read partitions write that a value is not known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be exported: ids or names of whose and of which campaign, and of what time.

    Attributes:
        year: whether `span` is a whole year in which rows count; otherwise decisions are chosen by their day.
        forms: ids of statutory tables; all where there is none.
    """

    what: What
    of: str = ""
    span: Span | None = None
    year: bool = False
    campaign: str = ""
    forms: tuple[str, ...] = ()


def export(state: Fresh, asked: Asked) -> Sheet:
    """Return the table that is asked for.

    Raises:
        EntryError: an organisation or campaign has no record, or several can be meant; no statutory table is called so.
    """
    return (
        _tables(state, asked) if asked.what is What.TABLES else sheet(asked.what, state.register, _chosen(state, asked))
    )


def missing(state: Fresh) -> tuple[str, ...]:
    """Return the files that could not be read, so that an export lacks what they say."""
    return tuple(unreadable(state.register))


def office(state: Fresh, asked: Asked) -> str:
    """Return the id of the organisation that exports; empty where nothing says.

    Raises:
        EntryError: it has no record, or several can be meant.
    """
    return _record(state, "organisations", asked.of) if asked.of else state.workspace.settings.organisation


def partitions(state: Fresh, asked: Asked) -> Iterator[tuple[str, Sheet]]:
    """Yield the awards of each year with the folder they belong into: `nam=2023/don-vi=mong-cai`.

    Raises:
        EntryError: as `export`.
    """
    chosen = _chosen(state, asked)
    for year in years_of_awards(state.register, chosen):
        time = replace(chosen.scope, years=(year, year) if year is not None else (), undated=year is None)
        made = sheet(What.AWARDS, state.register, replace(chosen, scope=time))
        yield f"nam={UNKNOWN_YEAR if year is None else year}/don-vi={chosen.office}", made


def _chosen(state: Fresh, asked: Asked) -> Chosen:
    span, mine = asked.span, office(state, asked)
    scope = Scope(
        of=mine if asked.of else "",
        years=(span.start.year, span.end.year) if span and asked.year else (),
        start=span.start.isoformat() if span and not asked.year else "",
        end=span.end.isoformat() if span and not asked.year else "",
        campaign=_record(state, "campaigns", asked.campaign) if asked.campaign else "",
    )
    return Chosen(scope, mine)


def _record(state: Fresh, folder: str, text: str) -> str:
    from thidua.app.asked_record import asked_record  # loads the models, which most exports do without

    return asked_record(state, folder, text)


def _tables(state: Fresh, asked: Asked) -> Sheet:
    from thidua.app import report as reports
    from thidua.report.statutory_values import StatutoryReport

    mine = office(state, asked)
    wanted = reports.Asked(organisation=mine, span=asked.span, forms=asked.forms or (reports.ALL_FORMS,))
    try:
        made = reports.make_report(state, wanted)
    except reports.NoSuchForm as error:
        known = ", ".join((*error.known, reports.ALL_FORMS))
        said = Text(
            f"không có biểu `{error.asked}`; có {known}", f"there is no table `{error.asked}`; there are {known}"
        )
        raise EntryError(said) from error
    if not isinstance(made, StatutoryReport):
        raise TypeError("statutory tables were asked for")
    return table_sheet(mine, made)
