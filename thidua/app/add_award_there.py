"""Awards added to the file of their decision, the rest of which stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.app.add_award import group_tree, row_tree
from thidua.app.edit_words import cannot_add, says_otherwise
from thidua.diagnostics import Text
from thidua.source.document import Document, parse
from thidua.source.edit import CannotEdit, append, extend, insert
from thidua.vietnamese.text import number_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.app.add_award import NewAward, NewGroup
    from thidua.source.builder import Tree


def added(path: str, document: Document, new: NewAward) -> tuple[str, tuple[Text, ...]]:
    """Return the text with the new awards in it, and what the person should know besides.

    Raises:
        EntryError: the file says otherwise of the decision, or cannot be added to.
    """
    _refuse_contradiction(path, document, new)
    text = document.text
    for group in new.groups:
        text = _added(document, group, new)
        document = parse(text)
    return text, _counted_twice(path, document, new)


def _added(document: Document, group: NewGroup, new: NewAward) -> str:
    """Return the text with one more award, or with more rows of an award that stands there."""
    groups = document.tree.get("awards")
    source = {"document": new.source} if new.source and new.source != _source(document.tree) else {}
    method = new.method if new.method and new.method != document.tree.get("method") else ""
    try:
        if not isinstance(groups, list):
            return insert(document, ("awards",), [group_tree(group)])
        place = _same_group(groups, group, new.source if source else "", method)
        if place is None:
            tree: dict[str, Any] = group_tree(group)
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
            raise says_otherwise(path, field, there, value, option)


def _number_there(paper: Mapping[str, Any], number: str) -> str:
    """The number of the file; the same number written another way is taken for the same."""
    there = str(paper.get("number", ""))
    return number if number_key(there) == number_key(number) else there


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
