"""Awards of one decision → the file they belong in, and its new text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_award_file import Decision, find_file, place_of
from thidua.app.add_award_words import in_short
from thidua.app.edit_words import cannot_add
from thidua.app.entry import Planned, document_of
from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import Lookup
from thidua.app.entry_names import odd_names
from thidua.app.entry_year import already_given, counting_year, holders_of
from thidua.diagnostics import Text
from thidua.model.award import Recipient
from thidua.model.lists import RECIPIENT_FIELDS
from thidua.model.period import read_period
from thidua.source.document import Document, parse
from thidua.source.edit import CannotEdit, append, extend, insert
from thidua.source.emit import emit
from thidua.store.paths import is_slug
from thidua.vietnamese.text import fold, name_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.source.builder import Tree

ORGANISED: Final = ("collective", "enterprise")
"""Recipients that may be a record of their own."""

ORDER: Final = ("decision", "year", "period", "method", "campaign", "bloc", "nomination", "awards", "source")

MANY: Final = 20
"""So many rows are looked up together."""

_FIELDS: Final = tuple(field.alias or name for name, field in Recipient.model_fields.items())


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
    there = document_of(state.workspace, path)
    document = changed or there
    _refuse_contradiction(path, document, new)
    text = document.text
    for group in new.groups:
        text = _added(document, group, new)
        document = parse(text)
    remarks = (*remarks, *_counted_twice(path, document, new))
    holds = in_short(Lookup(state.register), new.groups)
    return Planned(path, there.text, text, remarks, holds)


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
        "awards": [_group_tree(group) for group in new.groups],
        "source": {"document": new.source} if new.source else {},
    }
    return {field: parts[field] for field in ORDER if parts[field]}


def _group_tree(group: NewGroup) -> dict[str, Any]:
    tree: dict[str, Any] = {"award": group.award}
    if group.recipients:
        tree["recipients"] = [row_tree(row) for row in group.recipients]
    if group.counted:
        tree["counted"] = dict(group.counted)
    return tree


def row_tree(row: Mapping[str, str]) -> dict[str, Any]:
    """Return a row with its fields in the order of the model."""
    return {field: row[field] for field in _FIELDS if field in row}


# into a file that is there


def _added(document: Document, group: NewGroup, new: NewAward) -> str:
    """Return the text with one more award, or with more rows of an award that stands there."""
    groups = document.tree.get("awards")
    source = {"document": new.source} if new.source and new.source != _source(document.tree) else {}
    method = new.method if new.method and new.method != document.tree.get("method") else ""
    try:
        if not isinstance(groups, list):
            return insert(document, ("awards",), [_group_tree(group)])
        place = _same_group(groups, group, new.source if source else "", method)
        if place is None:
            tree: dict[str, Any] = _group_tree(group)
            tree |= {"method": method} if method else {}
            tree |= {"source": source} if source else {}
            return append(document, ("awards",), tree)
        text = document.text
        if group.recipients:
            rows: list[Tree] = [row_tree(row) for row in group.recipients]
            text = extend(document, ("awards", place, "recipients"), rows)
            document = parse(text)
        if group.counted:
            text = insert(document, ("awards", place, "counted"), dict(group.counted))
    except CannotEdit as error:
        raise cannot_add(error) from error
    return text


def _same_group(groups: list[Any], new: NewGroup, source: str, method: str) -> int | None:
    """Return the group that the rows belong to: the same award, under no name of its own, with rows."""
    for place, group in enumerate(groups):
        if not isinstance(group, dict) or group.get("award") != new.award or "name" in group:
            continue
        is_same = group.get("method", "") == method and (not source or _source(group) == source)
        if is_same and isinstance(group.get("recipients"), list) and not (new.counted and "counted" in group):
            return place
    return None


def _source(tree: Mapping[str, Any]) -> str:
    source = tree.get("source")
    return str(source.get("document", "")) if isinstance(source, dict) else ""


def _refuse_contradiction(path: str, document: Document, new: NewAward) -> None:
    """Refuse what the file does not say of the decision: it is set there first."""
    paper = document.tree.get("decision")
    paper = paper if isinstance(paper, dict) else {}
    signer = paper.get("signer")
    signer = signer if isinstance(signer, dict) else {}
    given = (
        ("decision.number", "--decision", new.number, _number_there(paper, new.number)),
        ("decision.date", "--date", new.date.isoformat() if new.date else "", paper.get("date", "")),
        ("decision.authority", "--by", new.authority, paper.get("authority", "")),
        ("decision.signer.name", "--signer", new.signer, signer.get("name", "")),
        ("decision.signer.position", "--signer-position", new.signer_position, signer.get("position", "")),
        ("period", "--period", new.period, document.tree.get("period", "")),
        ("campaign", "--campaign", new.campaign, document.tree.get("campaign", "")),
        ("bloc", "--bloc", new.bloc, document.tree.get("bloc", "")),
        ("nomination", "--from", new.nomination, document.tree.get("nomination", "")),
    )
    for field, option, value, there in given:
        if value and value != there:
            has = Text(f"ghi `{there}`", f"says `{there}`") if there else Text("chưa ghi", "does not say")
            mend = f"`thidua set {path} {field} '{value}'`"
            raise EntryError(
                Text(
                    f"`{path}` {has.vi} ở `{field}`, không phải `{value}`;"
                    f" bỏ tuỳ chọn này, hoặc sửa tệp trước bằng {mend}",
                    f"`{path}` {has.en} in `{field}`, not `{value}`; leave it out, or mend the file first with {mend}",
                ),
                option,
            )


def _number_there(paper: Mapping[str, Any], number: str) -> str:
    """The number of the file; the same number written another way is taken for the same."""
    there = str(paper.get("number", ""))
    return number if fold(there).replace(" ", "") == fold(number).replace(" ", "") else there


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


def _counted_twice(path: str, document: Document, new: NewAward) -> tuple[Text, ...]:
    """Warn where an award stands there with rows and with a number: somebody may be counted twice."""
    awards = document.tree.get("awards")
    groups = [one for one in awards if isinstance(one, dict)] if isinstance(awards, list) else []
    counted = {one.get("award") for one in groups if "counted" in one}
    listed = {one.get("award") for one in groups if "recipients" in one}
    both = counted & listed & {group.award for group in new.groups}
    return tuple(
        Text(
            f"`{path}` vừa có danh sách vừa có số lượng của `{award}`: xem có ai bị tính hai lần không",
            f"`{path}` has both rows and a number for `{award}`: see that nobody is counted twice",
        )
        for award in sorted(map(str, both))
    )
