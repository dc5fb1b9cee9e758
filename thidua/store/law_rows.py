"""The law as rows of the register: the eras that govern a decision, who may confer what, what a nomination has to keep to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.law.entry import Overlay
    from thidua.store.register import Register
    from thidua.store.rows import Row

UNKNOWN_DAY = ""
"""The day of receipt where it is not known."""


OF_THE_LAW = ("era", "power", "law_id", "formality")
"""The tables that hold what the law says."""


def law_rows(overlay: Overlay) -> Iterable[Row]:
    """Return what the law and the office's own rules say."""
    return _rows(overlay) if overlay else _of_the_law()


@cache
def _of_the_law() -> tuple[Row, ...]:
    """The law alone is the same for every register that one run makes."""
    return tuple(_rows({}))


def _rows(overlay: Overlay) -> Iterator[Row]:
    # the law is loaded where it is to be told: most changes are of decisions, and change nothing of it
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
    register.add_law(_formality_rows(overlay) if overlay else _formality_rows_of_the_law())


@cache
def _formality_rows_of_the_law() -> tuple[Row, ...]:
    return tuple(_formality_rows({}))


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
    register.add_law(law_rows(overlay))
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
    from thidua.law.authority import authority_kind
    from thidua.model.lists import Level, OrganisationKind

    rows = (
        ("authority_kind", (file, id_, one))
        for file, id_, kind, level in found
        for one in authority_kind(
            OrganisationKind(kind) if kind else None, Level(level) if level else None, id_, overlay=overlay
        )
    )
    register.add_law(rows)
