"""Making the rows of decisions anew where a paper that corrects them, or they themselves, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.store.register import Register
    from thidua.store.workspace import Workspace


def decisions_of(register: Register, files: Iterable[int]) -> set[str]:
    """Return the decisions that papers in these files correct, as the register is now."""
    found = dict(register.ask("SELECT file, decision FROM correction"))
    return {found[file] for file in files if file in found}


def to_correct(register: Register, were: set[str], new: Iterable[int]) -> list[tuple[int, str]]:
    """Return the decisions whose rows are not what papers make of them: number and path of each file.

    Args:
        were: decisions that papers corrected which are gone, or were read again.
        new: files that were read: decisions among them have rows as they state them.
    """
    new = set(new)
    papers = register.ask("SELECT file, decision FROM correction")
    corrected = {decision for _, decision in papers}
    changed = were | {decision for file, decision in papers if file in new}
    found = []
    for decision in sorted(changed | corrected):
        for file, path in register.ask(
            "SELECT id, path FROM file WHERE folder = 'awards' AND record = ? AND readable ORDER BY path", (decision,)
        ):
            if (decision in corrected) if file in new else (decision in changed):
                found.append((file, path))
    return found


def correct(workspace: Workspace, register: Register, decisions: list[tuple[int, str]]) -> None:
    """Make the rows of decisions anew, with what papers correct in them."""
    if not decisions:
        return
    from thidua.store.corrected import corrected_record
    from thidua.store.correction_rows import as_corrected
    from thidua.store.paths import record_path
    from thidua.store.reading import read_record, read_text
    from thidua.store.rows import rows_of
    from thidua.store.rulings import rulings_on

    for file, path in decisions:
        understood = read_text if path in workspace.instead else read_record
        try:
            loaded = understood(path, "awards", workspace.read(path))
        except OSError:  # it could be read a moment ago; the next run says so
            continue
        if loaded.record is None or loaded.document is None:
            continue
        id_ = record_path(path).id
        now = corrected_record(loaded.record, rulings_on(register, id_))
        line = loaded.document.line
        register.forget_rows(file)
        register.add_rows(file, as_corrected(now, line, id_) if now else rows_of("awards", id_, loaded.record, line))
