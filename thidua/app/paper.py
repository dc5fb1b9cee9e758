"""The office's papers: of which decision, nomination, person or unit, made from a fresh register."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeVar

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.report.reader import Reader
from thidua.store.granted import decisions_called
from thidua.store.library import Library
from thidua.store.nominations import nominations_called
from thidua.store.private import UnreadablePrivate
from thidua.store.queries import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua.app.fresh import Fresh
    from thidua.report.achievements import Achievements
    from thidua.report.bonus import BonusReport
    from thidua.report.decision_papers import Certificates, DecisionPaper
    from thidua.report.nomination_papers import NominationPaper


T = TypeVar("T")


def decision(state: Fresh, asked: str) -> DecisionPaper:
    """Return a decision with its list.

    Raises:
        EntryError: no decision or several are called so, or a private file cannot be read.
    """
    from thidua.report.decision_papers import decision_paper

    path = _one(state, "awards", asked, [path for path, _ in decisions_called(state.register, asked)])
    return _made(lambda: decision_paper(_reader(state), path, _revocations(state)))


def certificates(state: Fresh, asked: str, only: str = "") -> Certificates:
    """Return the certificates of a decision.

    Raises:
        EntryError: as `decision`, or the decision gives nobody such an award.
    """
    from thidua.report import decision_papers

    path = _one(state, "awards", asked, [path for path, _ in decisions_called(state.register, asked)])
    made = _made(lambda: decision_papers.certificates(_reader(state), path, only, _revocations(state)))
    if not made.certificates:
        raise EntryError(
            Text(
                f"`{asked}` không có dòng nào để in {only or 'bằng khen, giấy khen'}; chọn hình thức khác bằng --award",
                f"`{asked}` has no row of {only or 'a bằng khen or giấy khen'}; choose another award with --award",
            )
        )
    return made


def nomination(state: Fresh, asked: str, kind: str) -> NominationPaper:
    """Return a paper of a dossier: `submission`, `list` or `minutes`.

    Raises:
        EntryError: as `decision`.
    """
    from thidua.report.nomination_papers import nomination_paper

    path = _one(state, "nominations", asked, [path for path, _, _ in nominations_called(state.register, asked)])
    return _made(lambda: nomination_paper(_reader(state), path, kind))


def bonus_list(state: Fresh, asked: str) -> BonusReport:
    """Return the bonus money of a decision, to be signed for.

    Raises:
        EntryError: as `decision`.
    """
    from thidua.app.bonus import bonus_of_decision

    path = _one(state, "awards", asked, [path for path, _ in decisions_called(state.register, asked)])
    return bonus_of_decision(state, path)


def achievements(state: Fresh, who: str) -> Achievements:
    """Return the tables of earlier awards of a person or unit.

    Raises:
        EntryError: nobody or several can be meant.
    """
    from thidua.app.history import history
    from thidua.report.achievements import achievements as tables

    found = history(state.workspace, who)
    groups = [group for group in found.groups if group.subject in ("person", "namesake", "organisation")]
    if len(groups) > 1:
        with_awards = [group for group in groups if group.awards]
        groups = with_awards if len(with_awards) == 1 and not found.namesakes else groups
    if len(groups) != 1:
        _not_one(who, [*found.candidates, *(f"{group.name}, {group.unit or group.id}" for group in groups)])
    return tables(_reader(state), groups[0], tuple(unreadable(state.register)))


def _reader(state: Fresh) -> Reader:
    return Reader(Library(state.workspace, state.register))


def _made(make: Callable[[], T]) -> T:
    try:
        return make()
    except UnreadablePrivate as error:
        where = f"{error.path}:{error.line}" if error.line else error.path
        field = f" (`{error.field}`)" if error.field else ""
        raise EntryError(
            Text(
                f"{where}: không dùng được{field}; cần born: 1980-05-29 hoặc born_year: 1980, sex: nam|nu, home_town",
                f"{where}: cannot be used{field}; it takes born: 1980-05-29 or born_year: 1980, sex: nam|nu, home_town",
            ),
            status=1,
        ) from error


def _one(state: Fresh, folder: str, asked: str, found: Sequence[str]) -> str:
    if len(found) == 1:
        return found[0]
    if found:
        _not_one(asked, found)
    bare = asked.removeprefix("records/").removeprefix(f"{folder}/")
    stem = bare.removesuffix(".yaml").removesuffix(".md")
    broken = {f"records/{folder}/{stem}.yaml", f"records/{folder}/{stem}.md"} & set(unreadable(state.register))
    if broken:
        path = min(broken)
        raise EntryError(
            Text(
                f"không đọc được `{path}` (xem `thidua validate {path}`)",
                f"`{path}` cannot be read (see `thidua validate {path}`)",
            ),
            status=1,
        )
    kind = Text("quyết định", "decision") if folder == "awards" else Text("hồ sơ đề nghị", "nomination")
    raise EntryError(
        Text(
            f"không có {kind.vi} nào có mã hoặc số `{asked}`; tìm bằng `thidua find --kind {folder}`",
            f"no {kind.en} has the id or number `{asked}`; look for it with `thidua find --kind {folder}`",
        )
    )


def _not_one(asked: str, several: Sequence[str]) -> NoReturn:
    listed = "\n".join(f"  {one}" for one in several)
    if not several:
        raise EntryError(Text(f"không thấy `{asked}`", f"`{asked}` was not found"))
    raise EntryError(
        Text(
            f"nhiều bản ghi khớp với `{asked}`; ghi mã:\n{listed}",
            f"several records fit `{asked}`; give the id:\n{listed}",
        )
    )


def _revocations(state: Fresh) -> tuple[str, ...]:
    """Files without which nobody knows which rows of a decision still stand."""
    return tuple(path for path in unreadable(state.register) if path.startswith("records/revocations/"))
