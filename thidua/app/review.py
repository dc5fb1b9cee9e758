"""The change in words: what the records on hand, or those of a commit, are against those of another commit."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from thidua.app.as_of import as_of, base_of
from thidua.app.check import in_words
from thidua.app.fresh import fresh
from thidua.app.kept_base import kept_base
from thidua.app.review_files import Pair, changed_files
from thidua.app.review_findings import different_findings
from thidua.app.review_items import Told, item_of, told
from thidua.app.review_questions import about_decision, about_names, about_pair
from thidua.app.review_words import Words
from thidua.report.review import Change, Group, Item, Question, ReportTotals, Review
from thidua.report.review_totals import (
    exchanged,
    moved,
    named_by_papers,
    numbers_of_files,
    report_name,
    totals,
    touched,
)
from thidua.store.paths import FOLDERS
from thidua.store.revision import commit_of
from thidua.value_class import dataclass
from thidua.vietnamese.order import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.diagnostics import Language
    from thidua.report.review_rows import Listed
    from thidua.report.review_totals import ReportOf, Totals, Touched
    from thidua.store.register import Register
    from thidua.store.workspace import Workspace

RANGE = ".."
"""Between two revisions."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a change, and the language it is told in."""

    then: Fresh
    now: Fresh
    words: Words
    language: Language


def review(workspace: Workspace, language: Language, today: date, asked: str = "") -> Review:
    """Return what a change comes to.

    Args:
        asked: the revision to compare the records on hand with, or `BASE..REV` for two revisions; empty for where the
            work left the main branch.

    Raises:
        NoRevision: a revision cannot be had.
    """
    base_asked, dots, head_asked = asked.partition(RANGE)
    base = base_of(workspace, base_asked)
    head = commit_of(workspace.root, head_asked or "HEAD") if dots else ""
    with ExitStack() as stack:
        state = fresh(workspace)
        stack.callback(state.register.close)
        then = stack.enter_context(kept_base(state, base))
        now = stack.enter_context(as_of(state, head)) if head else state
        sides = Sides(then, now, Words(now.register, then.register, language), language)
        return _compared(sides, today, base, head, base_asked)


def _compared(sides: Sides, today: date, base: str, head: str, base_asked: str) -> Review:
    pairs = changed_files(sides.then, sides.now)
    changed = told(pairs)
    items = [item_of(one, sides.words, sides.language) for one in changed]
    renamed = {
        pair.before.path: pair.after.path
        for pair in pairs
        if pair.before and pair.after and pair.before.path != pair.after.path
    }
    found, mended = different_findings(sides.then, sides.now, today, renamed)
    return Review(
        base,
        head,
        base_asked,
        not base_asked and not head and not pairs and base == commit_of(sides.now.workspace.root, "HEAD"),
        tuple(_groups(sides, list(zip(pairs, items, strict=True)))),
        tuple(_totals(sides, pairs)),
        in_words(found, sides.now.register, sides.language),
        in_words(mended, sides.then.register, sides.language),
        tuple(_questions(sides, changed, items)),
    )


# groups


def _groups(sides: Sides, changed: list[tuple[Pair, Item]]) -> Iterator[Group]:
    """Campaigns and blocs by name, then decisions of neither, then the other kinds in the order of their folders."""
    grouped: dict[tuple[str, str, str], list[Item]] = {}
    for pair, item in changed:
        grouped.setdefault(_group_of(sides, pair), []).append(item)
    order = {folder: place for place, folder in enumerate(("", "awards", *FOLDERS))}

    def place(key: tuple[str, str, str]) -> tuple[object, ...]:
        bloc, campaign, folder = key
        return order.get(folder, len(order)), not campaign, sort_key(campaign), sort_key(bloc), folder

    for key in sorted(grouped, key=place):
        yield Group(*key, tuple(grouped[key]))


def _group_of(sides: Sides, pair: Pair) -> tuple[str, str, str]:
    tree, main = pair.main.tree or {}, pair.main
    bloc, campaign = (value if isinstance(value := tree.get(key), str) else "" for key in ("bloc", "campaign"))
    match main.folder:
        case "awards" | "nominations" | "exemplars":
            pass
        case "corrections" | "revocations":
            campaign, bloc = _of_decision(sides, str(tree.get("decision", "")))
        case "campaigns":
            bloc, campaign = "", main.id
        case "blocs":
            bloc, campaign = main.id, ""
        case "bloc-years":
            bloc, campaign = main.id.partition("/")[2], ""
        case _:
            bloc = campaign = ""
    if not bloc and not campaign:
        return "", "", "awards" if main.folder in ("corrections", "revocations") else main.folder
    names = sides.words
    return (names.name("blocs", bloc) if bloc else "", names.name("campaigns", campaign) if campaign else "", "")


def _of_decision(sides: Sides, id_: str) -> tuple[str, str]:
    """The campaign and the bloc of a decision, by its id."""
    for register in (sides.now.register, sides.then.register):
        found = register.ask("SELECT COALESCE(campaign, ''), COALESCE(bloc, '') FROM decision WHERE id = ?", (id_,))
        if found:
            return found[0][0], found[0][1]
    return "", ""


# totals


def _totals(sides: Sides, pairs: list[Pair]) -> Iterator[ReportTotals]:
    """The totals that moved, of every report that one side or the other counts the changed files in."""
    both = sides.then.register, sides.now.register
    papers = (
        named_by_papers(side, _paths(pairs, which)) for side, which in zip(both, ("before", "after"), strict=True)
    )
    named = frozenset().union(*papers)  # a paper that is new, or gone, changes where its decision was counted
    then, now = _touched(sides.then, pairs, "before", named), _touched(sides.now, pairs, "after", named)
    files = None
    if then.paths is not None and now.paths is not None:
        paths = then.paths | now.paths
        files = numbers_of_files(both[0], paths), numbers_of_files(both[1], paths)
    for one in sorted(then.reports | now.reports):
        before, after = _before_and_after(both, one, files)
        names = (report_name(register, one) for register in reversed(both))
        made = moved(one, next((name for name in names if name != one.id), one.id), before, after)
        if made.lines:
            yield made


def _before_and_after(
    both: tuple[Register, Register], of: ReportOf, files: tuple[frozenset[int], frozenset[int]] | None
) -> tuple[Totals, Totals]:
    """The totals of a report.

    Args:
        files: the decisions that may count otherwise, on each side. All others count the same: they are counted once.
    """
    if files is None:
        return totals(both[0], of), totals(both[1], of)
    was, is_now = (totals(register, of, mine) for register, mine in zip(both, files, strict=True))
    if was == is_now:
        return was, is_now
    after = totals(both[1], of)
    return exchanged(after, is_now, was), after


def _touched(side: Fresh, pairs: list[Pair], which: str, named: frozenset[str]) -> Touched:
    paths = dict.fromkeys((*_paths(pairs, which), *sorted(named)))
    return touched(side.register, paths, _wide(pairs, which), side.workspace.settings.organisation)


def _paths(pairs: list[Pair], side: str) -> list[str]:
    """The decisions, and the papers that change some."""
    folders = ("awards", "corrections", "revocations")
    return [one.path for pair in pairs if (one := getattr(pair, side)) is not None and one.folder in folders]


def _wide(pairs: list[Pair], side: str) -> list[str]:
    """Records on which the counts of many decisions depend: awards, and organisations that belong elsewhere now."""
    return [
        one.path
        for pair in pairs
        if (one := getattr(pair, side)) is not None and (pair.folder == "catalogue" or _belongs_elsewhere(pair))
    ]


def _belongs_elsewhere(pair: Pair) -> bool:
    return pair.folder == "organisations" and _parent(pair.before) != _parent(pair.after)


def _parent(version: object) -> object:
    return (getattr(version, "tree", None) or {}).get("parent")


# questions


def _questions(sides: Sides, changed: list[Told], items: list[Item]) -> Iterator[Question]:
    register = sides.now.register
    for one, item in zip(changed, items, strict=True):
        yield from about_pair(item, one.pair)
        if one.pair.folder == "awards" and one.pair.after is not None and item.change is not Change.FORM:
            if _has_new_paper(one.pair):
                yield from about_decision(register, one.pair.after.path)
            yield from about_names(register, _new_rows(one), sides.words)


def _has_new_paper(pair: Pair) -> bool:
    """Whether number, day, authority or campaign of a decision are not what they were."""
    old, new = (
        [(one.tree or {}).get(key) for key in ("decision", "campaign")] if one else None
        for one in (pair.before, pair.after)
    )
    return old != new


def _new_rows(one: Told) -> list[tuple[Listed, int]]:
    """The rows that have a name they did not have in this decision, with the line of each."""
    after = one.pair.after
    rows: Iterable[Listed] = (
        row.after
        for row in one.matched or ()
        if row.after is not None and (row.before is None or row.before.key != row.after.key)
    )
    return [(row, after.line(row.route) if after is not None else 1) for row in rows]
