"""Awards of one decision → the file they belong in, and its new text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_award_file import Decision, find_file, place_of
from thidua.app.add_award_words import in_short
from thidua.app.entry import Planned
from thidua.app.entry_document import document_of
from thidua.app.entry_lookup import Lookup
from thidua.app.entry_names import odd_names
from thidua.app.entry_year import already_given, counting_year, holders_of
from thidua.model.lists import RECIPIENT_FIELDS
from thidua.model.period import read_period
from thidua.source.emit import emit
from thidua.store.paths import is_slug
from thidua.store.plain_parts import NAMES, OTHERS
from thidua.value_class import dataclass
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.diagnostics import Text
    from thidua.source.document import Document

ORGANISED: Final = ("collective", "enterprise")
"""Recipients that may be a record of their own."""

ORDER: Final = ("decision", "year", "period", "method", "campaign", "bloc", "nomination", "awards", "source")

MANY: Final = 20
"""So many rows are looked up together."""


@dataclass(frozen=True, slots=True)
class NewGroup:
    """One award and who gets it; every text is as the record holds it.

    Attributes:
        recipients: rows, by the fields of `Recipient`.
        counted: numbers, by the fields of `Counts`, where the rows are not known.
    """

    award: str
    recipients: tuple[Mapping[str, str], ...] = ()
    counted: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class NewAward:
    """What is known of a decision, and the awards to add to it. What is not known is empty.

    Attributes:
        period: as records name it.
        year: where there is neither period nor date.
        source: the document it was read in.
        file: the file that was chosen for it.
        nomination: the id of the dossier it settles.
        received: the day that dossier was received, as records have it.
    """

    groups: tuple[NewGroup, ...]
    number: str = ""
    date: date | None = None
    authority: str = ""
    signer: str = ""
    signer_position: str = ""
    method: str = ""
    period: str = ""
    year: str = ""
    campaign: str = ""
    bloc: str = ""
    source: str = ""
    file: str = ""
    nomination: str = ""
    received: str = ""

    @property
    def counting_year(self) -> int | None:
        """The year in which the rows count, as the register has it."""
        if self.period:
            return read_period(self.period).year
        return self.date.year if self.date else int(self.year) if self.year else None

    @property
    def decision(self) -> Decision:
        """What tells this decision from others."""
        return Decision(self.number, self.date, self.authority, self.counting_year)


def plan(state: Fresh, new: NewAward, changed: Document | None = None) -> Planned:
    """Return the file with the new awards in it.

    Args:
        changed: the file with other changes, which are part of the plan.

    Raises:
        EntryError: it is not clear which file, or the file says otherwise of the decision.
    """
    path = find_file(state, new.decision, new.file)
    remarks = (*_odd(new), *_kept(state, new), *_given_before(state, path or "", new))
    if path is None:
        place = place_of(state, new.decision, new.groups[0].award, new.file)
        return Planned(place, None, emit(_tree(new)), remarks, in_short(Lookup(state.register), new.groups))
    from thidua.app.add_award_there import added

    there = document_of(state.workspace, path)
    text, doubled = added(path, changed or there, new)
    return Planned(path, there.text, text, (*remarks, *doubled), in_short(Lookup(state.register), new.groups))


def _tree(new: NewAward) -> dict[str, Any]:
    decision: dict[str, Any] = {}
    if new.number:
        decision["number"] = new.number
    if new.date:
        decision["date"] = new.date.isoformat()
    if new.authority:
        decision["authority"] = new.authority
    if new.signer or new.signer_position:
        signer = {"name": new.signer, "position": new.signer_position}
        decision["signer"] = {field: value for field, value in signer.items() if value}
    if new.received:
        decision["received"] = new.received
    parts: dict[str, Any] = {
        "decision": decision,
        "year": new.year,
        "period": new.period,
        "method": new.method,
        "campaign": new.campaign,
        "bloc": new.bloc,
        "nomination": new.nomination,
        "awards": [group_tree(group) for group in new.groups],
        "source": {"document": new.source} if new.source else {},
    }
    return {field: parts[field] for field in ORDER if parts[field]}


def group_tree(group: NewGroup) -> dict[str, Any]:
    tree: dict[str, Any] = {"award": group.award}
    if group.recipients:
        tree["recipients"] = [row_tree(row) for row in group.recipients]
    if group.counted:
        tree["counted"] = dict(group.counted)
    return tree


def row_tree(row: Mapping[str, str]) -> dict[str, Any]:
    """Return a row with its fields in the order of the model."""
    return {field: row[field] for field in (*NAMES, *OTHERS) if field in row}


def _odd(new: NewAward) -> tuple[Text, ...]:
    rows = [row for group in new.groups for row in group.recipients]
    return odd_names(row[field] for row in rows for field in ("name", "household") if field in row)


def _kept(state: Fresh, new: NewAward) -> tuple[Text, ...]:
    """Say which units no record has, so that a slip of the fingers is seen."""
    rows = [row for group in new.groups for row in group.recipients]
    names = dict.fromkeys(row[field] for row in rows for field in ("unit", *ORGANISED) if field in row)
    lookup = Lookup(state.register)
    return tuple(lookup.kept("organisations", name) for name in names if not is_slug(name))


def _given_before(state: Fresh, path: str, new: NewAward) -> tuple[Text, ...]:
    """Say who has the award in this year already, by another decision."""
    year = counting_year(state.register, path) or new.counting_year
    if not year:
        return ()
    found: list[Text | None] = []
    for group in new.groups:
        holders = holders_of(state.register, group.award, year) if len(group.recipients) > MANY else None
        names = [row[field] for row in group.recipients for field in RECIPIENT_FIELDS if field in row]
        asked = names if holders is None else [name for name in names if name_key(name) in holders]
        found += [already_given(state.register, name, group.award, year, path) for name in asked]
    return tuple(one for one in found if one is not None)
