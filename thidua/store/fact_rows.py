"""What any record may tell, a total or a figure, → its row of the register."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import route_text
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from thidua.diagnostics import Route
    from thidua.model.base import Counts
    from thidua.model.fact import Figure, Tally
    from thidua.model.period import Period
    from thidua.store.rows import Lines, Row

_YEAR = re.compile(r"[0-9]{4}")


def tally_row(folder: str, id_: str, tally: Tally, route: Route, line: Lines) -> Row:
    start, end = days(tally.period)
    of = tally.of
    if folder == "years":
        year, _, organisation = id_.partition("/")
        of = of or organisation
        if start is None and tally.occasion is None:
            start, end = f"{year}-01-01", f"{year}-12-31"
    campaign = tally.campaign or (id_ if folder == "campaigns" else None)
    counted: Counts = tally.counted
    return (
        "tally",
        (
            route_text(route), line(route), start, end, tally.period.text if tally.period else None, tally.authority, of,
            tally.method, tally.award, campaign, counted.qualifier, counted.collectives, counted.households,
            counted.individuals, tally.occasion, tally.doubt or counted.doubt,
        ),
    )  # fmt: skip


def figure_row(id_: str, figure: Figure, route: Route, line: Lines) -> Row:
    year_text, _, owner = id_.partition("/")
    year: Any = (
        figure.period.year if figure.period else int(year_text) if owner and _YEAR.fullmatch(year_text) else None
    )
    value = float(figure.value or 0)
    return "figure", (
        route_text(route),
        line(route),
        figure.of or owner or id_,
        name_key(figure.name),
        year,
        value,
        figure.unit,
    )


def days(period: Period | None) -> tuple[str | None, str | None]:
    return (period.start.isoformat(), period.end.isoformat()) if period is not None else (None, None)
