"""The law as rows of the register: the eras that govern a decision, who may confer what, what a nomination has to keep to."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.law.entry import Overlay
    from thidua.store.register import Register
    from thidua.store.rows import Row

UNKNOWN_DAY = ""
"""The day of receipt where it is not known."""

OF_THE_LAW = ("era", "power", "law_id", "formality")
"""The tables that hold what the law says."""

KEPT = Path(__file__).with_name("law_rows.json")
"""What the law alone says, as rows; written by `tools/make_law_rows.py`, a test holds it to the law's own files.

To read those and to answer all that is asked of them takes as long as to check some thousand awards.
"""


@cache
def _kept() -> dict[str, list[Row]]:
    """Return the rows of the law by what they are of: `awards`, `law`, `formalities`, and `marks` of conferring bodies."""
    told = json.loads(KEPT.read_bytes())
    return {part: [(table, tuple(values)) for table, values in rows] for part, rows in told.items()}


def computed() -> dict[str, list[Row]]:
    """Return what is kept, made anew from the law's files."""
    from thidua.law.award import awards
    from thidua.store.rows import catalogue_row

    return {
        "awards": [catalogue_row(id_, award) for id_, award in awards().items()],
        "law": list(_rows({})),
        "formalities": list(_formality_rows({})),
        "marks": list(_mark_rows({})),
    }


def remember_awards(register: Register) -> None:
    """Put the awards of the law into a new register."""
    register.add_rows(None, _kept()["awards"])


def _rows(overlay: Overlay) -> Iterator[Row]:
    from thidua.law.authority import authority_kinds
    from thidua.law.era import eras, governing
    from thidua.law.power import power_answers

    for section, ids in (("eras", eras(overlay)), ("kinds", authority_kinds(overlay))):
        for id_ in ids:
            yield "law_id", (section, id_)
    for one in governing(overlay):
        first, last = (day.isoformat() for day in one.decided)
        received = [day.isoformat() for day in one.received] if one.received else [UNKNOWN_DAY, UNKNOWN_DAY]
        yield "era", (one.era, one.place, first, last, *received)
    for answer in power_answers(overlay):
        yield "power", (
            answer.award, answer.era, answer.start.isoformat(), answer.end.isoformat(), answer.body, answer.may,
            answer.ground, answer.article, *("; ".join(one[place] for one in answer.by) for place in (0, 1)), *answer.reason,
            "; ".join(answer.origins),
        )  # fmt: skip


def tell_formalities(register: Register, overlay: Overlay) -> None:
    """Tell what the law asks of nominations, where there are any and it was not told yet: reading it takes time."""
    if register.one("SELECT 1 FROM formality LIMIT 1") or not register.one("SELECT 1 FROM nomination LIMIT 1"):
        return
    register.add_law(_formality_rows(overlay) if overlay else _kept()["formalities"])


def _formality_rows(overlay: Overlay) -> Iterator[Row]:
    from thidua.law.formality import formalities
    from thidua.law.prerequisite import question_ids
    from thidua.store.nomination_rows import QUESTIONS

    for asked in formalities(overlay):
        yield "formality", (
            asked.check, asked.award, asked.era, asked.kind, asked.start, asked.entry, asked.choice, asked.amount, asked.day,
            asked.year, asked.after, asked.sure, asked.article,
        )  # fmt: skip
    for id_ in question_ids(overlay):
        yield "law_id", (QUESTIONS, id_)


def remake_law(register: Register, overlay: Overlay) -> None:
    """Make the rows of the law anew, and with them what each organisation is in law."""
    for table in OF_THE_LAW:
        register.do(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
    register.add_law(_rows(overlay) if overlay else _kept()["law"])
    register.do("DELETE FROM authority_kind")
    tell_kinds(register, overlay, "")


def tell_kinds(register: Register, overlay: Overlay, where: str) -> None:
    """Tell which kinds of conferring body organisations may be.

    Args:
        where: which organisations, as the end of a statement; empty for all.
    """
    found = register.ask(f"SELECT file, id, kind, level FROM organisation {where}")  # noqa: S608 - our own
    if not found:
        return
    told = list(_mark_rows(overlay)) if overlay else _kept()["marks"]
    register.add_law(_kinds_of(found, told))


NAMED, MARKED = "named", "marked"
"""How a kind of conferring body is told: by the id of an organisation, or by its kind and level."""


def _mark_rows(overlay: Overlay) -> Iterator[Row]:
    """Return how each kind of conferring body is told; a level that is empty is any."""
    from thidua.law.authority import authority_kinds

    for one in authority_kinds(overlay).values():
        for id_ in one.ids:
            yield NAMED, (one.id, id_, "")
        for mark in one.marks:
            for level in mark.levels or ("",):
                yield MARKED, (one.id, mark.kind.value, str(level))


def _kinds_of(organisations: list[tuple[Any, ...]], told: list[Row]) -> Iterator[Row]:
    """Tell what `law.authority.authority_kind` answers of organisations, which are alike by the hundred."""
    named = [values for how, values in told if how == NAMED]
    marked = [values for how, values in told if how == MARKED]

    @cache
    def by_mark(kind: str | None, level: str | None) -> list[object]:
        return list(
            dict.fromkeys(body for body, its_kind, its_level in marked if its_kind == kind and its_level in ("", level))
        )

    for file, id_, kind, level in organisations:
        for body in [body for body, its_id, _ in named if its_id == id_] or by_mark(kind, level):
            yield "authority_kind", (file, id_, body)
