"""What is added to a decision, in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.diagnostics import Text
from thidua.model.lists import RECIPIENT_FIELDS
from thidua.store.paths import is_slug
from thidua.vietnamese.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.app.add_award import NewGroup
    from thidua.app.entry_lookup import Lookup

SHOWN: Final = 4
"""How many recipients of an award are named."""

COUNTED: Final = {
    "collectives": Text("tập thể", "collectives"),
    "households": Text("hộ gia đình", "households"),
    "individuals": Text("cá nhân", "individuals"),
}


def in_short(lookup: Lookup, groups: Iterable[NewGroup]) -> Text:
    """Return each award with who gets it."""
    told = [(lookup.name("catalogue", group.award), tuple(_to(lookup, group))) for group in groups]
    vi, en = ("; ".join(f"{name}: {', '.join(to[of] for to in whom)}" for name, whom in told) for of in (0, 1))
    return Text(vi, en)


def _to(lookup: Lookup, group: NewGroup) -> Iterator[tuple[str, str]]:
    rows = group.recipients
    for row in rows[:SHOWN]:
        named = next(row[field] for field in RECIPIENT_FIELDS if field in row)
        name = lookup.name("organisations", named) if "name" not in row and is_slug(named) else named
        yield name, name
    if len(rows) > SHOWN:
        more = len(rows) - SHOWN
        yield f"và {count(more)} dòng nữa", f"and {more:,} more"
    for field, words in COUNTED.items():
        if number := (group.counted or {}).get(field):
            yield f"{count(int(number))} {words.vi}", f"{int(number):,} {words.en}"
