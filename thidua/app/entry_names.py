"""Names of people as they are typed: what looks wrong with one, and who of the records has the same name and unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Text
from thidua.store import look_up as ask
from thidua.store.paths import is_slug
from thidua.store.recorded import people_named
from thidua.vietnamese.names import is_all_capital, is_all_small, is_several
from thidua.vietnamese.text import fold, name_key, without_prefix

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.app.entry_lookup import Lookup, Match
    from thidua.app.fresh import Fresh


def odd_names(names: Iterable[str]) -> tuple[Text, ...]:
    """Return what a person should look at again, name by name; nothing of it is refused."""
    found = (odd_name(name) for name in dict.fromkeys(names))
    return tuple(one for one in found if one is not None)


def odd_name(name: str) -> Text | None:
    """Return what looks wrong with a name, or `None`."""
    bare = without_prefix(name)
    if is_several(bare):
        return Text(
            f"`{name}` giống tên của nhiều người; mỗi người ghi một dòng riêng",
            f"`{name}` looks like the names of several people; give each a row of their own",
        )
    if is_all_small(bare):
        return Text(
            f"`{name}` viết toàn chữ thường; xem lại chữ hoa",
            f"`{name}` is all in small letters; look at the capitals again",
        )
    if is_all_capital(bare):
        return Text(
            f"`{name}` viết toàn chữ hoa; nên ghi chữ thường có viết hoa đầu mỗi tiếng",
            f"`{name}` is all in capitals; write only the first letters so",
        )
    return None


def same_people(state: Fresh, lookup: Lookup, name: str, unit: str) -> tuple[Match, ...]:
    """Return the people of this name and unit; of those who have no unit, where none is given."""
    from thidua.app.entry_lookup import Match

    wanted, found = same_unit(lookup, unit), []
    for id_, there, path in people_named(state.register, name_key(name)):
        units = ask.posting_units(state.workspace, path) or [""]
        if any(wanted & same_unit(lookup, one) for one in units):
            found.append(Match(id_, there))
    return tuple(found)


def same_unit(lookup: Lookup, unit: str) -> frozenset[str]:
    """Return what a unit may be, however it is written: the ids that have its name, else the name itself."""
    ids = frozenset(one.id for one in lookup.matches("organisations", unit)) if unit else frozenset()
    return ids or frozenset({unit if is_slug(unit) else fold(unit)})
