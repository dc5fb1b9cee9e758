"""Register numbers for decisions that have none: the same on every machine, each given once."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from thidua.app.entry import Manner, Outcomes, Planned, put_all
from thidua.app.entry_document import document_of
from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.source.document import parse, read
from thidua.source.edit import CannotEdit, extend
from thidua.source.emit import emit
from thidua.source.problem import DocumentError
from thidua.store.git import GitError
from thidua.store.git_commits import versions
from thidua.store.main_branch import Relation, Where, committed, where
from thidua.store.numbers import FOLDER, Unnumbered, unnumbered
from thidua.store.queries import unreadable
from thidua.store.workspace import RECORDS, Workspace
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from thidua.app.fresh import Fresh
    from thidua.source.builder import Tree

BOOKS = f"{RECORDS}/{FOLDER}/"


@dataclass(frozen=True, slots=True)
class Given:
    """What came of numbering.

    Attributes:
        numbers: each new number with its decision, in order.
        left: decisions that have no date, or no number of their own, and so no place in the order.
        outcome: of the files; `None` where nothing was to be done.
    """

    numbers: tuple[tuple[str, Unnumbered], ...]
    left: tuple[Unnumbered, ...]
    outcome: Outcomes


def give_numbers(workspace: Workspace, manner: Manner, year: int | None = None) -> Given:
    """Give a number to each decision that has number and date and no register number, of one year or of all.

    The next number follows the highest that the book of the year has, or had in the last commit; one that it had in any
    commit is not given again.

    Raises:
        EntryError: the work tree is not the main branch as others have it, or a decision cannot be read.
        Locked, OSError, OutsideRepository: see `put_all`.
    """
    _refuse_elsewhere(workspace)
    numbers: list[tuple[str, Unnumbered]] = []
    left: list[Unnumbered] = []

    def plans(state: Fresh) -> tuple[Planned, ...]:
        numbers.clear()
        waiting = unnumbered(state.register)
        left[:] = [one for one in waiting if not (one.date and one.number)]
        _refuse_unreadable(unreadable(state.register))
        of_year: dict[str, list[Unnumbered]] = defaultdict(list)
        for one in waiting:
            if one.date and one.number and year in (None, int(one.date[:4])):
                of_year[one.date[:4]].append(one)
        planned = []
        for book, decisions in sorted(of_year.items()):
            made, given = _book(state, book, decisions)
            planned.append(made)
            numbers.extend(given)
        return tuple(planned)

    outcome = put_all(workspace, plans, manner)
    return Given(tuple(numbers), tuple(left), outcome)


def _book(state: Fresh, year: str, decisions: list[Unnumbered]) -> tuple[Planned, list[tuple[str, Unnumbered]]]:
    """Return the book of a year with numbers for these decisions, and the numbers."""
    root, path = state.workspace.root, f"{BOOKS}{year}.yaml"
    is_there = (root / path).is_file()
    document = document_of(state.workspace, path) if is_there else None
    counts = (_counts(document.tree if document else {}, year), _counts(_tree(committed(root, path)), year))
    last = max((count for book in counts for count in book), default=0)
    before = {count for text in _versions(root, path) for count in _counts(_tree(text), year)}
    free = (count for count in itertools.count(last + 1) if count not in before)
    given = [(f"KT-{year}-{count:04}", one) for count, one in zip(free, decisions, strict=False)]
    rows: list[Tree] = [{"number": number, "decision": one.id} for number, one in given]
    if document is None:
        return Planned(path, None, emit({"numbers": rows})), given
    try:
        return Planned(path, document.text, extend(document, ("numbers",), rows)), given
    except CannotEdit as error:
        raise EntryError(
            Text(
                f"`{path}` không có danh sách `numbers` để ghi tiếp; xem `thidua validate {path}`",
                f"`{path}` has no list `numbers` to go on with; see `thidua validate {path}`",
            )
        ) from error


def _tree(data: bytes) -> dict[str, Tree]:
    try:
        return parse(read(data)).tree
    except DocumentError:
        return {}


def _versions(root: Path, path: str) -> tuple[bytes, ...]:
    try:
        return versions(root, path)
    except GitError:  # there is no git, or no commit
        return ()


_DIGITS = 18
"""How many digits a number has at most that was ever given; what was typed longer begins no count anew."""


def _counts(tree: Any, year: str) -> list[int]:
    """Return the numbers of a book, whatever else it holds."""
    numbers = tree.get("numbers")
    found = [one.get("number") for one in numbers if isinstance(one, dict)] if isinstance(numbers, list) else []
    counts = [str(one).removeprefix(f"KT-{year}-") for one in found if str(one).startswith(f"KT-{year}-")]
    return [int(one) for one in counts if one.isdecimal() and len(one) <= _DIGITS]


def _refuse_elsewhere(workspace: Workspace) -> None:
    """Refuse to give numbers where another branch or machine may give the same ones.

    Raises:
        EntryError: it says what to do.
    """
    main = workspace.settings.main_branch
    found = where(workspace.root, main, RECORDS, BOOKS)
    if found.relation not in (Relation.IS_MAIN, Relation.NO_GIT):
        raise EntryError(_why(found, main))


def _why(found: Where, main: str) -> Text:
    match found.relation:
        case Relation.OTHER:
            return Text(
                f"số đăng ký chỉ cấp trên nhánh chính `{main}`, sau khi đã gộp; đang ở `{found.detail}`",
                f"register numbers are given on the main branch `{main}`, after merging; this is `{found.detail}`",
            )
        case Relation.BEHIND:
            return Text(
                f"nhánh `{main}` ở máy chủ có phần chưa lấy về; chạy `git pull` rồi làm lại",
                f"the branch `{main}` of the remote has more than this one; run `git pull` and try again",
            )
        case Relation.UNSAVED:
            return Text(
                f"`{found.detail}` chưa commit; số phải như nhau ở mọi máy nên chỉ cấp cho phần đã commit",
                f"`{found.detail}` is not committed; numbers are to be the same on every machine, so commit first",
            )
        case Relation.NO_COMMIT:
            return Text(
                "kho chưa có commit nào; số đăng ký chỉ cấp cho phần đã commit",
                "there is no commit yet; register numbers are given to what is committed",
            )
        case _:
            return Text(f"không hỏi được git: {found.detail}", f"git did not answer: {found.detail}")


def _refuse_unreadable(paths: Iterable[str]) -> None:
    bad = [path for path in paths if path.startswith((f"{RECORDS}/awards/", BOOKS))]
    if bad:
        raise EntryError(
            Text(
                f"`{bad[0]}` không đọc được nên thứ tự chưa chắc; xem `thidua validate` và sửa trước",
                f"`{bad[0]}` cannot be read, so the order is not sure; see `thidua validate` and mend it first",
            ),
            status=1,
        )
