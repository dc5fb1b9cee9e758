"""A bloc's year as rows of the register: its members, and where each stands by the score that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.scoring import counting, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear
    from thidua.store.rows import Row


def bloc_year_rows(id_: str, record: BlocYear) -> Iterator[Row]:
    """Return the rows of a bloc's year. Ranks and totals are those the record states; none is computed."""
    year, _, bloc = id_.partition("/")
    pledged = record.pledge.date.isoformat() if record.pledge and record.pledge.date else None
    yield "bloc_year", (bloc, int(year), record.leader, record.next_leader, pledged)
    for place, member in enumerate(record.members):
        yield "bloc_member", (bloc, int(year), member, f"members[{place}]")
    counts = counting(record.scores)
    for place, score in enumerate(record.scores):
        total = f"{score.total:f}" if score.total is not None else None
        is_final = counts[key(score.member)] == place
        yield "bloc_score", (bloc, int(year), score.member, score.rank, total, int(is_final), f"scores[{place}]")
