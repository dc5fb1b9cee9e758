"""Papers that correct or withdraw as rows of the register, and a decision with what papers correct in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.diagnostics import route_text
from thidua.model.base import Reference
from thidua.model.change import CorrectedRow, Correction, field_hint, typed_value
from thidua.store.paths import is_slug
from thidua.store.recipients import recipient_key
from thidua.store.shape import parts
from thidua.store.words import RECIPIENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua.diagnostics import Route
    from thidua.model.change import Revocation
    from thidua.store.corrected_rows import Corrected

Row = tuple[str, tuple[object, ...]]


def change_rows(record: Correction | Revocation) -> Iterator[Row]:
    """Return a paper that corrects or withdraws rows of a decision as rows."""
    if isinstance(record, Correction):
        yield from _correction(record)
        return
    yield "revocation", (record.number, record.date.isoformat() if record.date else None, record.ground)
    for place, row in enumerate(record.rows):
        key = recipient_key(row.name)
        yield "revoked", (record.decision, f"rows[{place}]", row.award, row.name, key, row.unit)


def _correction(record: Correction) -> Iterator[Row]:
    """What a right value names is named by the paper, not by the decision."""
    yield "correction", (record.decision, record.number, record.date.isoformat() if record.date else None)
    for place, one in enumerate(record.rows):
        route, row = f"rows[{place}]", one.row
        whom = (row.award, row.name, row.unit) if row else (None, None, None)
        yield "correction_row", (route, *whom, one.field.value, one.value)
        yield from _named(one, f"{route}.value")


def named_in(one: CorrectedRow) -> str:
    """Return of which kind the record is that a right value names; empty where it names none."""
    reference = next((part for part in parts(field_hint(one.field)) if isinstance(part, Reference)), None)
    return reference.folder if reference is not None and (not reference.or_name or is_slug(one.value)) else ""


def _named(one: CorrectedRow, route: str) -> Iterator[Row]:
    value, folder = typed_value(one.field, one.value), named_in(one)
    if folder:
        yield "reference", (folder, one.value, route, 1)
        if folder == "campaigns":
            yield "part", (one.value,)
    if isinstance(value, date):
        yield "day", (route, value.isoformat())


def as_corrected(now: Corrected, line: Callable[[Route], int], id_: str) -> Iterator[Row]:
    """Return the rows of a decision as it is now; each row of it keeps its place, its route and its line in the file."""
    from thidua.store.rows import rows_of

    def stated_line(route: Route) -> int:
        return line(now.stated_route(route))

    for table, values in rows_of("awards", id_, now.record, stated_line, now.taken):
        if table == RECIPIENT:
            stated: Route = ("awards", int(str(values[1])), "recipients", int(str(values[2])))
            place, route = now.stated[stated]
            yield table, (place, route[1], route[3], *values[3:])
        else:
            yield table, values
    for step in now.steps:
        one = step.ruling
        here = route_text(step.route)
        yield "corrected_value", (step.place, here, one.field.value, step.before, one.value, one.path, one.route)
    for place, (award, name, unit) in now.former:
        yield "former_row", (place, award, name, recipient_key(name), unit)
    for outcome in now.outcomes:
        related = [route_text(route) for route in outcome.related]
        if outcome.other is not None:
            related = [outcome.other.path, outcome.other.route]
        yield (
            "correction_problem",
            (outcome.ruling.path, outcome.ruling.route, outcome.problem.value, "\n".join(related)),
        )
