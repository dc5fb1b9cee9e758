"""When rows of decisions and nominations came into git, who added them, and what was changed in them since."""

from __future__ import annotations

from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from thidua.source.problem import DocumentError
from thidua.store.git import GitError
from thidua.store.looked_up import Given
from thidua.store.nominations import Proposed
from thidua.store.revision import Contents
from thidua.store.scan import blob_id
from thidua.store.steps import FieldChange, Step, StepKind
from thidua.store.trail import changes_of
from thidua.value_class import dataclass, replace
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua.diagnostics import Route
    from thidua.source.builder import Tree
    from thidua.source.document import Document
    from thidua.store.looked_up import History
    from thidua.store.trail import Change, Commit
    from thidua.store.workspace import Workspace

NAMED_BY = ("name", "collective", "enterprise", "household", "people")
"""The fields that name a recipient, without loading the models."""

LISTS = ("awards", "rows")
"""The fields of a file that hold its rows; all others are of the paper as a whole."""

INNER = ("recipients", "recipient")
"""The fields of an entry that hold whom it is for."""

OWN_NAME = {"name": "award.name"}
"""A name beside recipients is that of the award."""

SHORT = 10
"""How many signs of a commit's id are shown."""

MOST_FILES = 100
"""In more files git is not asked of itself: a history of so many rows is no reading of one person's."""

Rows: TypeAlias = "dict[tuple[str, str, int], Row]"

T = TypeVar("T", Given, Proposed)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file.

    Attributes:
        key: the award and who has it; a number tells apart those that stand there twice.
        fields: every value of the row and of the paper it stands in, by its place.
    """

    key: tuple[str, str, int]
    route: Route
    fields: dict[str, str]


def with_trails(workspace: Workspace, history: History, *, always: bool = False) -> History:
    """Return a history with what git tells of each row; as it is where git tells nothing.

    Args:
        always: ask about any number of files.
    """
    paths = _paths(history)
    if not (workspace.root / ".git").exists() or (len(paths) > MOST_FILES and not always):
        return history
    try:
        changes = changes_of(workspace.root, sorted(paths))
    except GitError:
        return history
    blobs = {blob: blob for those in changes.values() for one in those for blob in (one.blob, *one.before) if blob}
    with Contents(workspace.root, blobs) as contents:
        trails = {path: _File(workspace, path, those, contents) for path, those in changes.items()}
        groups = (
            replace(
                group,
                awards=tuple(_with(one, trails) for one in group.awards),
                nominated=tuple(_with(one, trails) for one in group.nominated),
            )
            for group in history.groups
        )
        return replace(history, groups=tuple(groups))


def is_too_much(workspace: Workspace, history: History) -> bool:
    """Whether there is git to ask, and it is not asked of itself about so many files."""
    return len(_paths(history)) > MOST_FILES and (workspace.root / ".git").exists()


def _paths(history: History) -> set[str]:
    paths = {row.path for group in history.groups for row in group.awards}
    return paths | {row.path for group in history.groups for row in group.nominated}


def _with(one: T, trails: Mapping[str, _File]) -> T:
    return replace(one, trail=trails[one.path].trail(one.line))


class _File:
    """The contents that one file had, and the rows in each."""

    def __init__(self, workspace: Workspace, path: str, changes: list[Change], contents: Contents) -> None:
        self._path = path
        self._changes = changes
        self._contents = contents
        self._rows: dict[str, Rows | None] = {}
        try:
            self._here = workspace.read(path)
        except OSError:
            self._here = b""
        self._at_line: dict[int, Row] = {}

    @cached_property
    def _document(self) -> Document | None:
        """The file as it is now; most were written once, and nobody asks."""
        return _document(self._path, self._here)

    def trail(self, line: int) -> tuple[Step, ...]:
        """Return what became of the row on a line of the file as it is now, the first first."""
        if not self._changes:
            return (Step(StepKind.NOT_COMMITTED),)
        latest = self._changes[0]
        is_as_committed = blob_id(self._here) == latest.blob
        if is_as_committed and len(self._changes) == 1 and not latest.before:
            return (_step(_first(latest.commit), latest.commit),)
        row = self._row_at(line)
        if row is None:
            return ()
        steps = []
        if not is_as_committed:
            older = _same(row, self._rows_now(), self._rows_of(latest.blob)) if latest.blob else None
            if older is None:
                return (Step(StepKind.NOT_COMMITTED),)
            if found := _changed(older, row):
                steps.append(Step(StepKind.CHANGED_SINCE, changes=found))
            row = older
        return (*reversed(tuple(self._back(row))), *steps)

    def _back(self, row: Row) -> Iterator[Step]:
        """Follow a row from the latest commit to the one that added it."""
        places = iter(self._changes)
        change = next(places)
        while True:
            older, blob = self._older(change, row)
            if older is None:
                yield _step(_first(change.commit), change.commit)
                return
            if found := _changed(older, row):
                yield _step(StepKind.CHANGED, change.commit, found)
            row = older
            following = next((one for one in places if one.blob == blob), None)
            if following is None:
                yield _step(StepKind.FOUND, change.commit)
                return
            change = following

    def _older(self, change: Change, row: Row) -> tuple[Row | None, str]:
        """The row before a change, and the content it stood in: of several parents the one that has it as it is now.

        A content that cannot be read is taken to have it.
        """
        found: tuple[Row | None, str] = (None, "")
        for blob in change.before:
            rows = self._rows_of(blob)
            older = row if rows is None else _same(row, self._rows_of(change.blob) or {}, rows)
            if older is not None and not _changed(older, row):
                return older, blob
            if found[0] is None and older is not None:
                found = older, blob
        return found

    def _rows_of(self, blob: str) -> Rows | None:
        if blob not in self._rows:
            try:
                document = _document(self._path, self._contents[blob])
            except OSError:
                document = None
            self._rows[blob] = _rows(document)
        return self._rows[blob]

    def _rows_now(self) -> Rows:
        if "" not in self._rows:
            self._rows[""] = _rows(self._document)
        return self._rows[""] or {}

    def _row_at(self, line: int) -> Row | None:
        if not self._at_line and self._document is not None:
            self._at_line = {self._document.line(row.route): row for row in reversed(self._rows_now().values())}
        return self._at_line.get(line)


def _first(commit: Commit) -> StepKind:
    return StepKind.FOUND if commit.is_edge else StepKind.ADDED


def _step(kind: StepKind, commit: Commit, changes: tuple[FieldChange, ...] = ()) -> Step:
    return Step(kind, commit.date, commit.author, commit.id[:SHORT], changes)


def _document(path: str, data: bytes) -> Document | None:
    from thidua.source.document import parse, read

    try:
        return None if path.endswith(".md") else parse(read(data))
    except DocumentError:
        return None


# rows


def _rows(document: Document | None) -> Rows | None:
    if document is None:
        return None
    of_all = dict(_flat({name: value for name, value in document.tree.items() if name not in LISTS}))
    times: dict[tuple[str, str], count[int]] = {}
    found = {}
    for list_ in LISTS:
        for route, award, fields in _recipients(document.tree.get(list_), (list_,), {}):
            who = next((fields[name] for name in NAMED_BY if name in fields), None)
            if isinstance(who, str):
                key = award, name_key(who)
                place = next(times.setdefault(key, count()))
                found[*key, place] = Row((*key, place), route, {**of_all, **dict(_flat(fields))})
    return found


def _recipients(
    tree: Tree | None, route: Route, around: dict[str, Tree]
) -> Iterator[tuple[Route, str, dict[str, Tree]]]:
    """Every mapping that names a recipient: where it is, its award, and its fields with those of what it stands in."""
    if isinstance(tree, list):
        for place, one in enumerate(tree):
            yield from _recipients(one, (*route, place), around)
    elif isinstance(tree, dict) and any(name in tree for name in INNER):
        fields = {**around, **{OWN_NAME.get(name, name): its for name, its in tree.items() if name not in INNER}}
        yield from _recipients(tree.get("recipients"), (*route, "recipients"), fields)
        yield from _recipients(tree.get("recipient"), route, fields)
    elif isinstance(tree, dict) and any(name in tree for name in NAMED_BY):
        award = around.get("award")
        yield route, award if isinstance(award, str) else "", {**around, **tree}


def _flat(tree: Tree | None, at: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _flat(value, f"{at}.{name}" if at else name)
    elif isinstance(tree, list):
        for place, value in enumerate(tree, 1):
            yield from _flat(value, f"{at}[{place}]")
    elif tree is not None:
        yield at, tree


def _same(row: Row, here: Rows, there: Rows | None) -> Row | None:
    """The row of another content that is this one: of the same award and recipient, or the only one that can be meant.

    A name that was mended, or an award, is the one row that went beside the one that came.
    """
    if there is None:
        return None
    if row.key in there:
        return there[row.key]
    gone = [one for key, one in there.items() if key not in here]
    come = [one for key, one in here.items() if key not in there]
    for part in (0, 1):
        before = [one for one in gone if one.key[part] == row.key[part]]
        after = [one for one in come if one.key[part] == row.key[part]]
        if len(before) == len(after) == 1:
            return before[0]
    return None


def _changed(before: Row, after: Row) -> tuple[FieldChange, ...]:
    names = dict.fromkeys((*before.fields, *after.fields))
    pairs = ((name, before.fields.get(name, ""), after.fields.get(name, "")) for name in names)
    return tuple(FieldChange(*one) for one in pairs if one[1] != one[2])
