"""Changed files as records that changed, row by row and field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Text, printable
from thidua.report.review import Change, Item, Row
from thidua.report.review_fields import differences
from thidua.report.review_rows import Listed, Matched, fields_of, listed, matched, understood, without_rows
from thidua.value_class import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from thidua.app.review_files import Pair, Version
    from thidua.app.review_words import Words
    from thidua.diagnostics import Language

PAPERS = {"corrections": Change.CORRECTED, "revocations": Change.WITHDRAWN}
"""Records that change rows of an earlier decision, and what they do to them."""


@dataclass(slots=True)
class Told:
    """A changed file on its way into words.

    Attributes:
        matched: the rows of a decision that differ, before and after; `None` where the file is none, or cannot be read.
        came_from: the decision from which a new row came, by `id` of the row.
        went_to: the decision in which a row stands now, by `id` of the row.
    """

    pair: Pair
    matched: list[Matched] | None = None
    came_from: dict[int, str] = field(default_factory=dict)
    went_to: dict[int, str] = field(default_factory=dict)


def told(pairs: list[Pair]) -> list[Told]:
    """Return changed files with the rows that differ; a row that went to another decision is known in both."""
    found = [Told(pair, _matched(pair) if pair.folder == "awards" else None) for pair in pairs]
    gone: dict[Hashable, list[tuple[Told, Listed]]] = {}
    for one in found:
        for row in one.matched or ():
            if row.after is None and row.before is not None:
                gone.setdefault(_who(row.before), []).append((one, row.before))
    for one in found:
        for row in one.matched or ():
            if row.before is None and row.after is not None and gone.get(_who(row.after)):
                other, was = gone[_who(row.after)].pop(0)
                one.came_from[id(row.after)] = _title_of(other.pair.main)
                other.went_to[id(was)] = _title_of(one.pair.main)
    return found


def _who(row: Listed) -> Hashable:
    return row.kind, row.key, row.unit, row.award


def _matched(pair: Pair) -> list[Matched] | None:
    if pair.is_form or not pair.is_readable:
        return [] if pair.is_form else None
    before, after = (
        listed(one.path, one.tree) if one is not None and understood(one.tree) else None
        for one in (pair.before, pair.after)
    )
    if (pair.before is not None and before is None) or (pair.after is not None and after is None):
        return None
    return matched(before or [], after or [])


def item_of(one: Told, words: Words, language: Language) -> Item:
    """Return a changed file in words."""
    pair, main = one.pair, one.pair.main
    rows = tuple(_rows(one, words)) if one.matched is not None else ()
    fields = tuple(words.field(pair.folder, change) for change in _changes(one)) if pair.is_readable else ()
    if pair.folder in PAPERS and pair.before is None and _names_rows(main.tree):
        rows = tuple(_rows_of_paper(main, words))
    item = Item(
        _change(pair),
        main.folder,
        _title(main, language),
        printable(main.path),
        printable(pair.before.path) if pair.before and pair.before.path != main.path else "",
        is_sealed(pair.before),
        rows,
        fields,
    )
    is_same = item.change is Change.CHANGED and pair.is_readable and not rows and not fields
    if is_same or item.change is Change.FORM:
        return replace(item, change=Change.FOLLOWS if pair.follows else Change.FORM)
    return item


def _change(pair: Pair) -> Change:
    if pair.before is None:
        return Change.NEW
    if pair.after is None:
        return Change.REMOVED
    if pair.before.path != pair.after.path:
        return Change.MOVED
    return Change.FORM if pair.is_form else Change.CHANGED


def is_sealed(version: Version | None) -> bool:
    """Whether a version is a decision with number and date."""
    paper = (
        version.tree.get("decision") if version is not None and version.tree and version.folder == "awards" else None
    )
    return isinstance(paper, dict) and all(isinstance(paper.get(key), str) for key in ("number", "date"))


def _changes(one: Told) -> Iterator[Any]:
    """The fields that differ, without the rows of decisions and of papers; a record that is gone is not told."""
    pair = one.pair
    if pair.after is None or pair.is_form:
        return
    before, after = (pair.before.tree if pair.before else None) or {}, pair.after.tree or {}
    if one.matched is not None:
        before, after = (without_rows(tree) if tree else {} for tree in (before, after))
    if pair.before is not None:
        yield from differences(before, after)
        return
    rows = ("rows",) if pair.folder in PAPERS and _names_rows(after) else ()
    after = _without(after, ("source", "name", "number", "date", *rows))
    if isinstance(after.get("decision"), dict):
        before, after["decision"] = {"decision": {}}, _without(after["decision"], ("number", "date"))
    yield from differences(before, after)


def _without(tree: dict[str, Any], hidden: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in tree.items() if key not in hidden}


def _rows(one: Told, words: Words) -> Iterator[Row]:
    for row in one.matched or ():
        main = row.after or row.before
        if main is None:
            continue
        came_from, went_to = one.came_from.get(id(row.after), ""), one.went_to.get(id(row.before), "")
        change = Change.REMOVED if row.after is None else Change.NEW if row.before is None else Change.CHANGED
        change = Change.MOVED if came_from or went_to else change
        version = one.pair.after if row.after is not None else one.pair.before
        fields = tuple(words.field_of_row(*found) for found in fields_of(row))
        if not fields and change is Change.CHANGED:
            continue
        yield Row(
            change,
            _named(words, main.kind, main.who),
            words.name("organisations", main.unit) if main.unit else "",
            dict(main.rest).get("sex", ""),
            main.kind,
            words.award(main.award, main.own_name),
            fields,
            version.line(main.route) if version is not None else 0,
            came_from,
            went_to,
        )


def _named(words: Words, kind: str, who: str) -> str:
    return printable(words.name("organisations", who) if kind in ("collective", "enterprise") else who)


def _names_rows(tree: Any) -> bool:
    """Whether a paper names the rows it changes in the way that is understood here."""
    rows = tree.get("rows") if isinstance(tree, dict) else None
    return isinstance(rows, list) and all(isinstance(_reference(row).get("name"), str) for row in rows)


def _reference(row: Any) -> dict[str, Any]:
    if not isinstance(row, dict):
        return {}
    inner = row.get("row", row)
    return inner if isinstance(inner, dict) else {}


def _rows_of_paper(version: Version, words: Words) -> Iterator[Row]:
    for place, row in enumerate((version.tree or {})["rows"]):
        named = _reference(row)
        texts = {key: value for key, value in named.items() if isinstance(value, str)}
        what, value = row.get("field"), row.get("value")
        is_told = isinstance(what, str) and isinstance(value, str)
        before = words.stated_before(version.path, f"rows[{place}]") if is_told else None
        fields = (words.field_of_row(what, before, value),) if is_told else ()
        yield Row(
            PAPERS[version.folder],
            printable(words.name("organisations", texts["name"])),
            words.name("organisations", texts["unit"]) if "unit" in texts else "",
            "",
            "name",
            words.award(texts["award"], "") if "award" in texts else "",
            fields,
            version.line(("rows", place)),
        )


def _title_of(version: Version) -> str:
    paper = (version.tree or {}).get("decision")
    number = paper.get("number") if isinstance(paper, dict) else None
    return number if isinstance(number, str) else version.id


_NUMBER_AND_DAY = Text("{number} ngày {date:day}", "{number} of {date:day}")


def _title(version: Version, language: Language) -> str:
    tree = version.tree or {}
    paper = tree.get("decision", tree)
    paper = paper if isinstance(paper, dict) else tree
    number, day = paper.get("number"), paper.get("date")
    if isinstance(number, str) and isinstance(day, str):
        return _NUMBER_AND_DAY.words(language, {"number": number, "date": day})
    name = next((value for key in ("number", "name", "collective") if isinstance(value := paper.get(key), str)), "")
    return printable(name or version.id or version.path)
