"""One change to one record file: planned, checked, written under the lock, undone where it makes errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from thidua.app.check import in_words
from thidua.app.entry_error import EntryError
from thidua.app.entry_findings import Known, known, new_errors, of_text
from thidua.app.fresh import Fresh, fresh, fresh_apart
from thidua.diagnostics import Diagnostic, Language, Text
from thidua.render import terminal
from thidua.store.lock import lock
from thidua.store.paths import record_path
from thidua.store.reading import read_record
from thidua.store.register import Register, RegisterHeld
from thidua.store.scan import Changes, Stamp
from thidua.store.writer import clear_up, inside, take_away, write

if TYPE_CHECKING:
    from datetime import date

    from thidua.diagnostics import Finding
    from thidua.source.document import Document
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
    """

    path: str
    old: str | None
    new: str
    remarks: tuple[Text, ...] = ()
    holds: Text | None = None


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
class Manner:
    """How to write.

    Attributes:
        dry_run: nothing is written; the register holds the change while it is checked, and then no more.
        force: what is wrong is written too.
    """

    language: Language
    today: date
    dry_run: bool = False
    force: bool = False


Plan = Callable[[Fresh], Planned]
After = Callable[[Register, str], tuple[Text, ...]]


def put(workspace: Workspace, plan: Plan, manner: Manner, after: After | None = None) -> Outcome:
    """Make a plan from the register as it is under the lock, and carry it out.

    Args:
        after: what to say about the register once the file is written.

    Raises:
        EntryError: the plan cannot be made.
        Locked, OSError, OutsideRepository: see `lock` and `write`.
    """
    if manner.dry_run:
        return _tried(workspace, plan, manner)
    with sole_writer(workspace):
        outcome, before = _checked(workspace, plan, manner)
        if outcome.planned.new == outcome.planned.old or (outcome.errors and not manner.force):
            return outcome
        return _carried_out(workspace, outcome.planned, before, manner, after)


@contextmanager
def sole_writer(workspace: Workspace) -> Iterator[None]:
    """Hold the lock, after clearing up behind a writer that was killed.

    Raises:
        Locked, OSError: see `lock`.
    """
    with lock(workspace.register_folder):
        clear_up(workspace.root, workspace.register_folder / NOTE)
        yield


def document_of(workspace: Workspace, path: str) -> Document:
    """Return a record file as a document.

    Raises:
        EntryError: it cannot be read as one.
    """
    try:
        loaded = read_record(path, record_path(path).folder, inside(workspace.root, path).read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        said = Text(f"không đọc được `{path}`: {reason}", f"`{path}` cannot be read: {reason}")
        raise EntryError(said) from error
    if loaded.document is None:
        raise EntryError(
            Text(
                f"`{path}` có chỗ không đọc được; xem `thidua validate {path}` và sửa trước",
                f"`{path}` cannot be read; see `thidua validate {path}` and mend it first",
            )
        )
    return loaded.document


def _checked(workspace: Workspace, plan: Plan, manner: Manner) -> tuple[Outcome, Known]:
    """Make the plan and check its text by itself, before anything is written."""
    state = fresh(workspace)
    try:
        planned = plan(state)
        before = known(state, planned.path, manner.today)
        found = of_text(planned.path, planned.new)
        errors = len(new_errors(found, before))
        if not errors:
            return Outcome(planned, written=False, errors=0), before
        diagnostics = in_words(found, state.register, manner.language)
        shown = _shown(diagnostics, manner.language, planned, workspace)
        return Outcome(planned, False, errors, diagnostics, shown), before
    finally:
        state.register.close()


def _tried(workspace: Workspace, plan: Plan, manner: Manner) -> Outcome:
    """Do all that carrying out does but write: what it would refuse is refused here."""
    outcome, before = _checked(workspace, plan, manner)
    planned = outcome.planned
    if outcome.errors or planned.new == planned.old:
        return outcome
    state = fresh(workspace)
    try:
        found = _found_if(state, planned, manner.today, before)
    except RegisterHeld:
        state.register.close()
        state = fresh_apart(workspace)
        found = _found_if(state, planned, manner.today, before)
    try:
        errors = len(new_errors(found, before))
        diagnostics = in_words(found, state.register, manner.language)
        return Outcome(planned, False, errors, diagnostics, _shown(diagnostics, manner.language, planned, workspace))
    finally:
        state.register.close()


class _Undone(Exception):
    """A change of the register was only tried."""


def _found_if(state: Fresh, planned: Planned, today: date, before: Known) -> list[Finding]:
    """Return what would be found if the file held the new text; the register stays as it is."""
    from thidua.app.refresh import refresh

    unwritten = {planned.path: planned.new.encode()}
    found: list[Finding] = []
    with suppress(_Undone), state.register.change():
        refresh(state.workspace, state.register, Changes((), {planned.path: Stamp("")}), unwritten)
        now = known(replace(state, unwritten=unwritten), planned.path, today)
        found = now.since(before)
        raise _Undone
    return found


def _carried_out(workspace: Workspace, planned: Planned, before: Known, manner: Manner, after: After | None) -> Outcome:
    """Write, look at all of the register, and put the old file back if it is worse than before."""
    write(workspace.root, planned.path, planned.new, workspace.register_folder / NOTE)
    is_kept = False
    try:
        state = fresh(workspace)
        try:
            now = known(state, planned.path, manner.today)
            found = now.since(before)
            errors = len(new_errors(found, before))
            diagnostics = in_words(found, state.register, manner.language)
            shown = terminal.render(diagnostics, workspace.root, manner.language)
            is_kept = not errors or manner.force
            said = after(state.register, planned.path) if after and is_kept else ()
            return Outcome(planned, is_kept, errors, diagnostics, shown, said)
        finally:
            state.register.close()
    finally:
        if not is_kept:
            _put_back(workspace, planned)


def _put_back(workspace: Workspace, planned: Planned) -> None:
    if planned.old is None:
        take_away(workspace.root, planned.path)
    else:
        write(workspace.root, planned.path, planned.old, workspace.register_folder / NOTE)


def _shown(diagnostics: Iterable[Diagnostic], language: Language, planned: Planned, workspace: Workspace) -> str:
    """Return findings as text, with the lines of a file that is not written and of those it meets."""
    diagnostics = tuple(diagnostics)
    with TemporaryDirectory() as folder:
        for path in sorted(
            {label.path for one in diagnostics for label in (one.primary, *one.related)} | {planned.path}
        ):
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):
                there = planned.new.encode() if path == planned.path else (workspace.root / path).read_bytes()
                file.write_bytes(there)
        return terminal.render(diagnostics, Path(folder), language)
