"""A nomination: what is known of the dossier, and rows to add to it → its file, and the new text of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_award import NewGroup, row_tree
from thidua.app.add_award_file import shortened, unique
from thidua.app.add_award_typed import AwardTyped, counted_typed, recipients
from thidua.app.edit_words import cannot_add, says_otherwise
from thidua.app.entry import Planned
from thidua.app.entry_document import document_of
from thidua.app.entry_error import EntryError
from thidua.app.entry_fields import field_type, plain
from thidua.diagnostics import Text, read_route
from thidua.model.nomination import Nomination
from thidua.model.period import read_period
from thidua.source.document import parse
from thidua.source.edit import CannotEdit, append
from thidua.source.emit import emit
from thidua.store.paths import is_slug
from thidua.store.recorded import nominations_numbered
from thidua.value_class import dataclass
from thidua.vietnamese.text import number_key, slug, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh

FIELDS: Final = {
    "number": "number",
    "date": "date",
    "received": "received",
    "by": "by",
    "sent-to": "to",
    "period": "period",
    "method": "method",
    "campaign": "campaign",
    "council": "council",
    "council-date": "council_date",
    "notice-from": "notice.from",
    "notice-to": "notice.to",
    "notice-where": "notice.where",
    "source": "source.document",
}
"""Options that tell of the dossier, without their dashes, and where each stands; in the order of the file."""


@dataclass(frozen=True, slots=True)
class NominationTyped:
    """Options as they were typed.

    Attributes:
        head: of the dossier, by the keys of `FIELDS`.
        rows: award and recipients, as for a decision.
    """

    head: Mapping[str, str | None]
    rows: AwardTyped


@dataclass(frozen=True, slots=True)
class NewNomination:
    """What is known of a dossier, and the rows to add to it; every text is as the record holds it.

    Attributes:
        head: by route.
    """

    head: Mapping[str, str]
    groups: tuple[NewGroup, ...]


def missing(typed: NominationTyped) -> list[str]:
    """Return the options that are needed and not there, each with its alternatives after `|`."""
    found = [] if any(typed.head.get(one) for one in ("date", "period", "received")) else ["--date|--period"]
    if not typed.rows.award:
        found.append("--award")
    if not typed.rows.names_somebody:
        found.append("--to|--collective|--household|--counted-…")
    return found


def new_nomination(lookup: Lookup, typed: NominationTyped) -> NewNomination:
    """Return what was typed in the form of records.

    Raises:
        EntryError: something cannot be understood; it names the option.
    """
    head = {
        route: understood(lookup, option, given)
        for option, route in FIELDS.items()
        if (given := typed.head.get(option)) and given.strip()
    }
    groups: tuple[NewGroup, ...] = ()
    if typed.rows.award and typed.rows.names_somebody:
        award = lookup.id("catalogue", tidy(typed.rows.award), "--award")
        groups = (NewGroup(award, recipients(lookup, typed.rows), counted_typed(typed.rows)),)
    return NewNomination(head, groups)


def understood(lookup: Lookup, option: str, typed: str) -> str:
    """Return the value of one option in the form of records.

    Raises:
        EntryError: it cannot be understood.
    """
    return plain(field_type(Nomination, read_route(FIELDS[option])), typed, lookup, f"--{option}")


def plan(state: Fresh, new: NewNomination) -> Planned:
    """Return the file with the new rows in it: that of the dossier with this number, else a new one.

    Raises:
        EntryError: the file says otherwise of the dossier, or nothing can be added to it.
    """
    rows = [row for group in new.groups for row in _rows(group)]
    path = find_file(state, new)
    if path is None:
        tree: dict[str, Any] = {**_nested(new.head, source=False), "rows": rows, **_nested(new.head, source=True)}
        return Planned(place_of(state, new), None, emit(tree))
    document = document_of(state.workspace, path)
    old = text = document.text
    _refuse_contradiction(path, document.tree, new)
    try:
        for row in rows:
            text = append(document, ("rows",), row)
            document = parse(text)
    except CannotEdit as error:
        raise cannot_add(error) from error
    return Planned(path, old, text)


def find_file(state: Fresh, new: NewNomination) -> str | None:
    """Return the file of the dossier with this number, from this body, of this year; `None` where there is none.

    Raises:
        EntryError: several can be meant.
    """
    number = new.head.get("number")
    if not number:
        return None
    rows = nominations_numbered(state.register, number_key(number))
    by, date = new.head.get("by"), new.head.get("date")
    found = [
        path
        for path, its, day in rows
        if (not by or its in (None, by)) and (not date or day is None or day[:4] == date[:4])
    ]
    if len(found) > 1:
        listed = ", ".join(found)
        raise EntryError(
            Text(f"có nhiều hồ sơ mang số này: {listed}; ghi rõ --by, --date", f"several have this number: {listed}"),
            "--number",
        )
    return found[0] if found else None


def place_of(state: Fresh, new: NewNomination) -> str:
    """Return the path of a new file: `records/nominations/2025/7-ttr-vd-phong-noi-vu.yaml`.

    Raises:
        EntryError: the place is taken by a file that cannot be read.
    """
    head = new.head
    day = head.get("date") or head.get("received") or ""
    year = day[:4] or str(read_period(head["period"]).year)
    by = head.get("by", "")
    name = "-".join(filter(None, (slug(head.get("number", "")) or "de-nghi", by if is_slug(by) else "")))
    return unique(state, f"nominations/{year}", shortened(name))


def _rows(group: NewGroup) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = [{"award": group.award, "recipient": row_tree(row)} for row in group.recipients]
    if group.counted:
        made.append({"award": group.award, "counted": dict(group.counted)})
    return made


def _nested(head: Mapping[str, str], *, source: bool) -> dict[str, Any]:
    """Return the fields of the source, which stands last, or all others, as a tree."""
    tree: dict[str, Any] = {}
    for route, value in head.items():
        first, _, rest = route.partition(".")
        if (first == "source") is not source:
            continue
        if rest:
            tree.setdefault(first, {})[rest] = value
        else:
            tree[first] = value
    return tree


def _refuse_contradiction(path: str, tree: Mapping[str, Any], new: NewNomination) -> None:
    """Refuse what the file does not say of the dossier: it is set there first."""
    options = {route: f"--{option}" for option, route in FIELDS.items()}
    for route, value in new.head.items():
        first, _, rest = route.partition(".")
        there = tree.get(first, "")
        there = there.get(rest, "") if rest and isinstance(there, dict) else there
        same_number = route == "number" and number_key(str(there)) == number_key(value)
        if there != value and not same_number:
            raise says_otherwise(path, route, there, value, options[route])
