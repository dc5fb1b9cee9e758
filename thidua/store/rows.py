"""A typed record as rows of the register."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Route, route_text
from thidua.store.bloc_rows import bloc_year_rows
from thidua.store.fact_rows import days, figure_row, tally_row
from thidua.store.nomination_rows import nomination_rows
from thidua.store.paths import RULES, is_slug
from thidua.store.recipients import COUNTED, recipient_name
from thidua.store.same_id import same_id
from thidua.store.waiver_rows import waiver_rows
from thidua.store.walk import told_as, walk
from thidua.store.words import RECIPIENT
from thidua.store.year_rows import declaration_rows, initiative_rows, person_rows, roster_rows, target_rows
from thidua.vietnamese.text import fold, name_key, number_key

if TYPE_CHECKING:
    from thidua.model.award import AwardGroup, AwardRecord, CatalogueAward, Recipient
    from thidua.model.base import Record
    from thidua.model.campaign import Campaign
    from thidua.model.organisation import Organisation

Row = tuple[str, tuple[object, ...]]
"""A table, and the columns after `file`."""

Lines = Callable[[Route], int]
"""In which line of its file a field stands."""

UNRANKED = 100_000
"""Where an award of an office's own stands in a list if the office does not say: after those of the law."""

_DECIDED = ("awards", "decision", "date")
"""The day that every decision has: it stands in `decision`, and is not written twice."""


def rows_of(
    folder: str, id_: str, record: Record, line: Lines, elsewhere: frozenset[Route] = frozenset()
) -> Iterator[Row]:
    """Return the rows of one record, for every table of the register.

    Args:
        elsewhere: fields whose values stand in another file, which speaks for what they name.
    """
    yield from _general(folder, id_, record, line, elsewhere)
    if folder == RULES:
        from thidua.store.office_law import office_rows

        yield from office_rows(id_, record)
        return
    yield from _own(folder, id_, record, line)


def _own(folder: str, id_: str, record: Any, line: Lines) -> Iterator[Row]:  # noqa: C901 - one line a kind
    """Return the rows of one kind. The kind says what the record is: to ask for its type would load every model."""
    match folder:
        case "awards":
            yield from _decision(id_, record, line)
        case "organisations":
            yield from _organisation(id_, record)
        case "people":
            yield "person", (id_, record.name, name_key(record.name))
            yield from _names(folder, id_, record.name, record.aliases)
            yield from person_rows(id_, record)
        case "years":
            yield from target_rows(id_, record, line)
        case "rosters":
            yield from roster_rows(id_, record, line)
        case "initiatives":
            yield from initiative_rows(record, line)
        case "declarations":
            yield from declaration_rows(record)
        case "campaigns":
            yield from _campaign(id_, record)
            yield from _names(folder, id_, record.name, ())
        case "blocs":
            yield "bloc", (id_, record.name, record.kind, record.organiser, record.level)
            yield from _names(folder, id_, record.name, record.aliases)
        case "bloc-years":
            yield from bloc_year_rows(id_, record)
        case "corrections" | "revocations":
            from thidua.store.correction_rows import change_rows

            yield from change_rows(record)
        case "nominations":
            yield from nomination_rows(id_, record, line)
        case "exemplars":
            yield from _names(folder, id_, record.name or record.collective or id_, ())
        case "catalogue":
            yield "own_award", catalogue_row(id_, record)[1]
            yield from _names(folder, id_, record.name, ())
        case "numbers":
            for place, one in enumerate(record.numbers):
                yield "numbered", (place, one.number, one.decision, one.void)
        case "waivers":
            yield from waiver_rows(record)
        case _:
            pass


def catalogue_row(id_: str, award: CatalogueAward) -> Row:
    """Return an award of the catalogue as a row."""
    rank = UNRANKED if award.rank is None else award.rank
    recipients = " ".join(award.recipients)
    return "catalogue", (id_, award.name, award.group, award.kind, award.level, recipients, rank)


NAMED_BY_PATH = {"years": "organisations", "rosters": "organisations", "bloc-years": "blocs"}
"""Kinds whose ids end in the id of a record of another kind, as `years/2019/mong-cai` does."""


def _general(folder: str, id_: str, record: Record, line: Lines, elsewhere: frozenset[Route]) -> Iterator[Row]:
    if (same := same_id(folder, id_)) != (folder, id_):
        yield "identity", same
    references: dict[tuple[str, str], tuple[Route, int]] = {}
    are_stored = folder != "awards" or bool(elsewhere) or _are_stored(record)
    campaigns = {id_} if folder == "campaigns" else set()
    if folder in NAMED_BY_PATH:  # `years/2019/mong-cai` names an organisation
        references[NAMED_BY_PATH[folder], id_.partition("/")[2]] = (), 1
    for route, reference, value in walk(record):
        if reference is not None:
            if reference.folder == "campaigns":
                campaigns.add(value)
            if not are_stored or route in elsewhere or (reference.or_name and not _is_id(value)):
                continue
            first, times = references.get((reference.folder, value), (route, 0))
            references[reference.folder, value] = first, times + 1
        elif isinstance(value, date):
            # a rule speaks of days to come; nothing is said to have happened on them
            if folder != RULES and route not in elsewhere and (folder, *route) != _DECIDED:
                yield "day", (route_text(route), value.isoformat())
        else:
            kind: type = type(value)
            if told_as(kind) == "fact.Tally":
                yield tally_row(folder, id_, value, route, line)
            elif told_as(kind) == "fact.Figure" and value.value is not None:
                yield figure_row(id_, value, route, line)
    if folder == "awards" and are_stored:
        yield "stored_reference", ()
    for (target_folder, target), (route, times) in references.items():
        yield "reference", (target_folder, target, route_text(route), times)
    for campaign in sorted(campaigns):
        yield "part", (campaign,)


def _are_stored(record: Any) -> bool:
    """Whether rows of the register do not tell what a decision names: an award without rows, or a place written as an id."""
    return any(
        not group.recipients or any(one.people and _is_id(one.people) for one in group.recipients)
        for group in record.awards
    )


_is_id = lru_cache(maxsize=4096)(is_slug)
"""Few units are named often."""


def _names(folder: str, id_: str, name: str, others: tuple[str, ...]) -> Iterator[Row]:
    yield "name", (folder, id_, "official", name, fold(name))
    for other in others:
        yield "name", (folder, id_, "other", other, fold(other))


def _organisation(id_: str, record: Organisation) -> Iterator[Row]:
    yield (
        "organisation",
        (
            id_,
            record.name,
            record.short,
            record.kind,
            record.level,
            record.parent,
            _day(record.start),
            _day(record.end),
        ),
    )
    others = (*record.aliases, *((record.short,) if record.short else ()))
    yield from _names("organisations", id_, record.name, others)
    for former in record.former_names:
        yield "name", ("organisations", id_, "former", former.name, fold(former.name))
    for place, successor in enumerate(record.successors):
        yield "succession", (id_, successor, f"successors[{place}]")


def _campaign(id_: str, record: Campaign) -> Iterator[Row]:
    launch = record.launched
    start, end = days(record.period)
    yield (
        "campaign",
        (
            id_, record.name, record.kind, record.scope, record.of, record.parent, start, end,
            _day(launch.date) if launch else None, launch.by if launch else None,
        ),
    )  # fmt: skip


def _decision(id_: str, record: AwardRecord, line: Lines) -> Iterator[Row]:
    paper = record.decision
    start, end = days(record.period)
    year, basis = _counting_year(record)
    number = paper.number if paper else None
    yield (
        "decision",
        (
            id_, number, number_key(number) if number else None, _day(paper.date) if paper else None,
            _day(paper.received) if paper else None, paper.authority if paper else None, record.method,
            record.period.text if record.period else None, start, end,
            year, basis, record.campaign, record.bloc,
            _day(record.presented.date) if record.presented else None, record.doubt, record.nomination,
        ),
    )  # fmt: skip
    place = 0
    for number_of_group, group in enumerate(record.awards):
        route: Route = ("awards", number_of_group)
        for number_of_row, recipient in enumerate(group.recipients):
            row_route = (*route, "recipients", number_of_row)
            yield _award_row((place, number_of_group, number_of_row, line(row_route)), group, recipient)
            place += 1
        yield from _award_counts(group, route, line)


def _counting_year(record: AwardRecord) -> tuple[int | None, str | None]:
    """The year in which rows count, and why: the period, else the decision's date, else the record's year."""
    if record.period is not None:
        return record.period.year, "period"
    if record.decision is not None and record.decision.date is not None:
        return record.decision.date.year, "date"
    return (record.year, "year") if record.year is not None else (None, None)


def _award_row(where: tuple[int, int, int, int], group: AwardGroup, one: Recipient) -> Row:
    name, kind = recipient_name(one)
    return (
        RECIPIENT,
        (
            *where, group.award, kind, name, one.unit, one.position, one.class_, one.sex, group.name, group.method,
            one.foreign, one.pupil, one.posthumous, one.person, one.different_from_namesake,
        ),
    )  # fmt: skip


def _award_counts(group: AwardGroup, route: Route, line: Lines) -> Iterator[Row]:
    if group.counted is not None:
        for field, kind in COUNTED.items():
            number = getattr(group.counted, field)
            if number is not None:
                here = (*route, "counted", field)
                yield "award_count", (
                    route_text(here), line(here), group.award, group.name, group.method, kind, number,
                    group.counted.qualifier, None,
                )  # fmt: skip
    if group.described is not None:
        here = (*route, "described")
        yield "award_count", (
            route_text(here), line(here), group.award, group.name, group.method, None, None, None, group.described,
        )  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
