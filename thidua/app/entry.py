"""One change to one record file: planned, checked, written under the lock, undone where it makes errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from thidua.app.check import in_words
from thidua.app.entry_findings import Known, known, new_errors, of_text, shown_with
from thidua.app.fresh import Fresh, forget, fresh, fresh_apart, surely
from thidua.diagnostics import Diagnostic, Language, Text
from thidua.render import terminal
from thidua.store.lock import lock
from thidua.store.paths import record_path
from thidua.store.register import Register
from thidua.store.register_error import RegisterHeld
from thidua.store.scan import Changes, Stamp
from thidua.store.writer import clear_up, inside, take_away, write_all
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from datetime import date

    from thidua.diagnostics import Finding
    from thidua.store.workspace import Workspace

NOTE = "writing"
"""The file beside the register that says where somebody is writing."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A file as it is to be.

    Attributes:
        path: from the root, with `/`.
        old: the text of the file now; `None` where there is none.
        remarks: what the person should know besides.
        holds: what the change writes, in few words; empty where the path says enough.
        was: where the file is now, if it moves; `old` is its text there.
    """

    path: str
    old: str | None
    new: str
    remarks: tuple[Text, ...] = ()
    holds: Text | None = None
    was: str = ""

    @property
    def is_idle(self) -> bool:
        return self.new == self.old and not self.was


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a plan.

    Attributes:
        written: the file holds the new text.
        errors: how many errors the new text brought.
        diagnostics: what is wrong in the file, or has to do with it.
        shown: `diagnostics` as text for people, with the lines of the new text.
        said: what was asked about the register as it is now.
    """

    planned: Planned
    written: bool
    errors: int
    diagnostics: tuple[Diagnostic, ...] = ()
    shown: str = ""
    said: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of plans for several files; as `Outcome`, for all of them together."""

    planned: tuple[Planned, ...]
    written: bool
    errors: int
    diagnostics: tuple[Diagnostic, ...] = ()
    shown: str = ""
    said: tuple[Text, ...] = ()

    @property
    def is_idle(self) -> bool:
        """No file is to change."""
        return all(one.is_idle for one in self.planned)


@dataclass(frozen=True, slots=True)
class Manner:
    """How to write.

    Attributes:
        dry_run: nothing is written; the register holds the change while it is checked, and then no more.
        force: what is wrong is written too.
        renamed: what a text of an earlier finding reads after the change, where the change gives other names.
    """

    language: Language
    today: date
    dry_run: bool = False
    force: bool = False
    renamed: Callable[[str], str] | None = None


Plan = Callable[[Fresh], Planned]
Plans = Callable[[Fresh], tuple[Planned, ...]]
After = Callable[[Register, str], tuple[Text, ...]]


def put(workspace: Workspace, plan: Plan, manner: Manner, after: After | None = None) -> Outcome:
    """Make a plan from the register as it is under the lock, and carry it out.

    Args:
        after: what to say about the register once the file is written.

    Raises:
        EntryError: the plan cannot be made.
        Locked, OSError, OutsideRepository: see `lock` and `write`.
    """
    found = put_all(workspace, lambda state: (plan(state),), manner, after)
    return Outcome(found.planned[0], found.written, found.errors, found.diagnostics, found.shown, found.said)


def put_all(workspace: Workspace, plans: Plans, manner: Manner, after: After | None = None) -> Outcomes:
    """Make plans for several files and carry them out, all or none; no two are for one file.

    Raises:
        EntryError, Locked, OSError, OutsideRepository: as `put`.
    """
    # what raises amid writing has put the old files back
    return surely(lambda: _put_all(workspace, plans, manner, after), lambda: forget(workspace))


def _put_all(workspace: Workspace, plans: Plans, manner: Manner, after: After | None) -> Outcomes:
    if manner.dry_run:
        return _tried(workspace, plans, manner)
    with sole_writer(workspace):
        state = fresh(workspace)
        is_known = state.register.lasting  # else the file has not been told of what changed before
        try:
            outcome, before = _checked(state, plans, manner)
        finally:
            state.register.close()
        if outcome.is_idle or (outcome.errors and not manner.force):
            return outcome
        return _carried_out(workspace, outcome.planned, before, manner, after, is_known=is_known)


@contextmanager
def sole_writer(workspace: Workspace) -> Iterator[None]:
    """Hold the lock, after clearing up behind a writer that was killed.

    Raises:
        Locked, OSError: see `lock`.
    """
    with lock(workspace.register_folder):
        clear_up(workspace.root, workspace.register_folder / NOTE)
        yield


def _checked(state: Fresh, plans: Plans, manner: Manner) -> tuple[Outcomes, Known]:
    """Make the plans and check each text by itself, before anything is written."""
    planned = plans(state)
    before = known(state, _paths(planned), manner.today).renamed(manner.renamed)
    found = [finding for one in planned if not one.is_idle for finding in of_text(one.path, one.new)]
    errors = len(new_errors(found, before))
    if not errors:
        return Outcomes(planned, written=False, errors=0), before
    return _found(state, planned, found, errors, manner), before


def _tried(workspace: Workspace, plans: Plans, manner: Manner) -> Outcomes:
    """Do all that carrying out does but write: what it would refuse is refused here."""
    state = fresh(workspace)
    try:
        outcome, before = _checked(state, plans, manner)
        planned = outcome.planned
        if outcome.errors or outcome.is_idle:
            return outcome
        try:
            found = _found_if(state, planned, manner.today, before)
        except RegisterHeld:
            state.register.close()
            state = fresh_apart(workspace)
            found = _found_if(state, planned, manner.today, before)
        return _found(state, planned, found, len(new_errors(found, before)), manner)
    finally:
        state.register.close()


def _found(state: Fresh, planned: tuple[Planned, ...], found: list[Finding], errors: int, manner: Manner) -> Outcomes:
    """Return what was found of texts that are not written."""
    diagnostics = in_words(found, state.register, manner.language)
    shown = shown_with(diagnostics, manner.language, _with(state.workspace, planned))
    return Outcomes(planned, False, errors, diagnostics, shown)


def _found_if(state: Fresh, planned: tuple[Planned, ...], today: date, before: Known) -> list[Finding]:
    """Return what would be found if the files held the new texts; the register stays as it is."""
    from thidua.app.refresh import refresh

    tried = _with(state.workspace, planned)
    stamps = {path: Stamp("") for path in tried.instead if record_path(path).folder}
    with state.register.trial():
        refresh(tried, state.register, Changes(_left(planned), stamps))
        return known(replace(state, workspace=tried), _paths(planned), today).since(before)


def _carried_out(
    workspace: Workspace,
    planned: tuple[Planned, ...],
    before: Known,
    manner: Manner,
    after: After | None,
    *,
    is_known: bool,
) -> Outcomes:
    """Write, look at what that changed, and put the old files back if the register is worse than before.

    Args:
        is_known: the register on the disk knows of all that changed before.
    """
    note = workspace.register_folder / NOTE
    is_kept = False
    try:
        write_all(workspace.root, {one.path: one.new for one in planned if not one.is_idle}, note, _left(planned))
        written = [path for one in planned if not one.is_idle for path in (one.path, one.was) if path]
        state = fresh(workspace, written if is_known else ())
        try:
            now = known(state, _paths(planned), manner.today)
            found = now.since(before)
            errors = len(new_errors(found, before))
            diagnostics = in_words(found, state.register, manner.language)
            shown = terminal.render(diagnostics, workspace.root, manner.language)
            stays = not errors or manner.force
            said = (
                tuple(line for path in _paths(planned) for line in after(state.register, path))
                if after and stays
                else ()
            )
            is_kept = stays  # from here on nothing is asked: where asking fails, the old files come back
            return Outcomes(planned, is_kept, errors, diagnostics, shown, tuple(dict.fromkeys(said)))
        finally:
            state.register.close()
    finally:
        if not is_kept:
            _put_back(workspace, planned)


def _put_back(workspace: Workspace, planned: tuple[Planned, ...]) -> None:
    old = {one.was or one.path: one.old for one in planned if one.old is not None and _is_changed(workspace, one)}
    for one in planned:
        if one.old is None or (one.was and one.path not in old):
            take_away(workspace.root, one.path)
    if old:
        write_all(workspace.root, old, workspace.register_folder / NOTE)


def _is_changed(workspace: Workspace, planned: Planned) -> bool:
    if planned.was:
        return not inside(workspace.root, planned.was).exists()
    try:
        return inside(workspace.root, planned.path).read_bytes() == planned.new.encode() != (planned.old or "").encode()
    except OSError:
        return True


def _with(workspace: Workspace, planned: tuple[Planned, ...]) -> Workspace:
    """Return the repository as if the files held the new texts."""
    return replace(workspace, instead={one.path: one.new.encode() for one in planned})


def _paths(planned: tuple[Planned, ...]) -> tuple[str, ...]:
    return tuple(one.path for one in planned) + _left(planned)


def _left(planned: tuple[Planned, ...]) -> tuple[str, ...]:
    """Return where files were that move."""
    return tuple(one.was for one in planned if one.was)
