"""Proposals in a history: found as the rows of decisions are, and told apart from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.store import look_up as ask
from thidua.store.looked_up import INDIVIDUAL
from thidua.store.nominations import Proposed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua.store.nominations import NominatedRow


def nominee_rows(nominees: Iterable[NominatedRow]) -> list[dict[str, Any]]:
    """Return proposals with the columns that tell whose a row of a decision is, and `nominee` beside them."""
    return [
        {
            "file": one.path, "place": one.place, "path": one.path, "line": one.line, "kind": one.kind,
            "name": one.name, "name_key": one.name_key, "unit": one.unit, "person": one.person, "nominee": one,
        }
        for one in nominees
        if one.name is not None
    ]  # fmt: skip


def fitting(names: Iterable[str], words: Iterable[str]) -> Iterator[str]:
    """Return the names in which a word starts with each of `words`."""
    words = tuple(words)
    for name in names:
        known = ask.words_of(name)
        if all(any(one.startswith(word) for one in known) for word in words):
            yield name


def proposed(one: NominatedRow, organisations: Mapping[str, str]) -> Proposed:
    """Return a proposal in words."""
    name = one.name or ""
    return Proposed(
        year=one.year,
        award=one.award_name,
        award_id=one.award,
        status=one.status.value,
        number=one.nomination_number,
        date=one.nomination_date,
        to=organisations.get(one.to, one.to) if one.to else None,
        name=name if one.kind == INDIVIDUAL else organisations.get(name, name),
        kind=one.kind,
        unit=organisations.get(one.unit, one.unit) if one.unit else None,
        position=one.position,
        path=one.path,
        line=one.line,
        decision=one.given.number if one.given else None,
        decided=one.given.date if one.given else None,
    )
