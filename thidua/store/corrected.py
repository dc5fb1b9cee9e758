"""A decision as later papers put it right: what each paper means, what it changes, and what cannot be done.

A paper names a row as the decision has it or as earlier papers made it. It is applied where it is clear: rows of one recipient
are all meant, rows of several are nobody's; of two values for one field the later by date holds, and where that is not known
what the decision states stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.award import AwardRecord
from thidua.store.corrected_rows import Corrected, Rows, slot
from thidua.store.rulings import Outcome, Problem, Ruling, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.model.base import Record
    from thidua.model.lists import CorrectedField


def corrected_record(record: Record | None, rulings: Iterable[Ruling]) -> Corrected | None:
    """Return a decision with what papers correct in it; `None` where there is none, or nothing to correct it by."""
    ordered = list(rulings)
    return corrected(record, ordered) if isinstance(record, AwardRecord) and ordered else None


def corrected(record: AwardRecord, rulings: Iterable[Ruling]) -> Corrected:
    """Return a decision with what papers correct in it."""
    ordered = list(rulings)
    if not ordered:
        return Corrected(record)
    trial = Rows(record)
    meant, outcomes = _meant(trial, ordered)
    unclear = _unclear(meant)
    outcomes += [Outcome(one, Problem.UNCLEAR, other=other) for one, other in unclear.items() if other is not None]
    paper = Rows(record)
    steps: list[Step] = []
    for ruling, places in meant:
        if ruling in unclear:
            continue
        made = [paper.put(place, ruling) for place in places]
        steps += [step for step in made if step is not None]
        if not any(made):
            related = tuple(paper.route(place, ruling.field) for place in places[:1])
            outcomes.append(Outcome(ruling, Problem.SAME, related))
    return paper.closed(tuple(steps), tuple(sorted(outcomes, key=lambda one: one.ruling.order)))


def _meant(trial: Rows, ordered: list[Ruling]) -> tuple[list[tuple[Ruling, list[int | None]]], list[Outcome]]:
    """Return the rows that each ruling means; the rows of one paper are sought as they were before it."""
    meant: list[tuple[Ruling, list[int | None]]] = []
    outcomes: list[Outcome] = []
    by_paper: dict[int, list[Ruling]] = {}
    for ruling in ordered:
        by_paper.setdefault(ruling.file, []).append(ruling)
    for paper in by_paper.values():
        found = [(ruling, trial.places(ruling)) for ruling in paper]
        for ruling, places in found:
            if isinstance(places, Outcome):
                outcomes.append(places)
                continue
            meant.append((ruling, places))
            for place in places:
                trial.put(place, ruling)
    return meant, outcomes


def _unclear(meant: list[tuple[Ruling, list[int | None]]]) -> dict[Ruling, Ruling | None]:
    """Return the rulings that disagree about one value and are not in order, each but the first with another of them."""
    told: dict[tuple[int | None, str], list[Ruling]] = {}
    for ruling, places in meant:
        for place in places:
            told.setdefault((place, slot(ruling.field)), []).append(ruling)
    found: dict[Ruling, Ruling | None] = {}
    for same in told.values():
        if _is_unclear(same):
            found.setdefault(same[0], None)
            for one in same[1:]:
                found[one] = same[0]
    return found


def _is_unclear(same: list[Ruling]) -> bool:
    if len({(one.field, one.value) for one in same}) == 1:
        return False
    by_day: dict[str | None, set[tuple[CorrectedField, str]]] = {}
    for one in same:
        by_day.setdefault(one.date, set()).add((one.field, one.value))
    return None in by_day or any(len(values) > 1 for values in by_day.values())
