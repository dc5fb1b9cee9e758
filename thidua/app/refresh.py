"""Reading changed files into the register, and asking every rule about them."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from thidua.app.collector import no_collector
from thidua.app.correct_rows import correct, decisions_of, to_correct
from thidua.app.places import Documents
from thidua.app.take_in import take_in_all
from thidua.diagnostics import HALF, printable
from thidua.rules import register_rules, revoked_rows
from thidua.rules.base import OfRegister, questions
from thidua.store.paths import RULES, record_path, twin_of
from thidua.store.scan import NOT_UTF8, Stamp
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua.store.register import Register
    from thidua.store.scan import Changes
    from thidua.store.workspace import Workspace

MANY = 200
"""From how many changed files on it is cheaper to ask every rule about everything than about each key."""


def refresh(
    workspace: Workspace,
    register: Register,
    what: Changes,
    *,
    findings: bool = True,
    told: Callable[[int, int], None] | None = None,
) -> None:
    """Bring the register to what the files are now. The caller holds a change open.

    Args:
        findings: ask the rules over the register too; without them, findings that it has of those rules are as before.
        told: see `take_in_all`.
    """
    what = _spelt_out(what)
    is_new = not register.meta("catalogue")
    other_law = is_new or any(record_path(path).folder == RULES for path in (*what.gone, *what.read))
    everything = (other_law and not is_new) or len(what.read) + len(what.gone) > MANY
    if is_new:
        _keep_awards(register)
    read = dict(sorted({**what.read, **({} if is_new else _twins(register, what))}.items()))
    old = [] if is_new else _known(register, (*what.gone, *read))
    if findings and not everything:
        _touch(register, old)
    were_corrected = decisions_of(register, old)
    register.forget_files(old)
    with no_collector(), register.filling() if is_new and len(what.read) > MANY else nullcontext():
        new = take_in_all(workspace, register, read, told)
    _choose_awards(register)
    _apply_law(register, new, other_law=other_law)
    again = to_correct(register, were_corrected, new)
    if findings and not everything:
        _touch(register, [file for file, _ in again])
    correct(workspace, register, again)
    for statement in revoked_rows.MARK:
        register.do(statement)
    if not findings:
        return
    if not everything:
        _touch(register, [*new, *(file for file, _ in again)])
    _ask_register_rules(Documents(workspace), register, everything=everything)


def _keep_awards(register: Register) -> None:
    """Put the awards of the law into a new register."""
    from thidua.store.law_rows import remember_awards

    remember_awards(register)
    register.remember("catalogue", "packaged")


def _spelt_out(what: Changes) -> Changes:
    """Return the changes with names that are not UTF-8 spelt out, as no table, and no message, can hold them."""
    odd = [path for path in what.read if not path.isascii() and HALF.search(path)]
    if not odd:
        return what
    read = {path: stamp for path, stamp in what.read.items() if path not in odd}
    for path in odd:
        name = printable(path)
        while name in read:
            name += "~"
        read[name] = replace(what.read[path], blob=NOT_UTF8)
    return replace(what, read=read)


def _twins(register: Register, what: Changes) -> dict[str, Stamp]:
    """Return files that did not change, and have the id of one that did.

    Where two files have one id, a question may be answered from whichever was read first. They are always read
    together, by path, so that a register that grew gives the answers of one made anew.
    """
    found = {}
    for path in what.read:
        twin = twin_of(path)
        if twin and twin not in what.read and twin not in what.gone:
            for stamp in register.ask("SELECT blob, size, mtime FROM file WHERE path = ?", (twin,)):
                found[twin] = Stamp(*stamp)
    return found


def _known(register: Register, paths: tuple[str, ...]) -> list[int]:
    ids = (register.one("SELECT id FROM file WHERE path = ?", (path,)) for path in paths)
    return [one for one in ids if one is not None]


# rules over the register


def _touch(register: Register, files: Iterable[int]) -> None:
    """Note which keys of which rules these files have a part in, as the register is now."""
    files = tuple(files)
    if not files:
        return
    register.do("DELETE FROM touched_file")
    register.do_many("INSERT OR IGNORE INTO touched_file VALUES (?)", ((one,) for one in files))
    for asked in questions(register_rules()):
        keys = f"SELECT '{asked.code}', key FROM ({asked.check.touched}) WHERE key IS NOT NULL"  # noqa: S608 - our own
        register.do(f"INSERT OR IGNORE INTO touched_key {keys}")


def _ask_register_rules(documents: Documents, register: Register, *, everything: bool) -> None:
    """Ask what has a key to be asked about; a statement is not even prepared for the others."""
    touched = {code for (code,) in register.ask("SELECT DISTINCT code FROM touched_key")}
    for asked in questions(register_rules()):
        if not everything and asked.code not in touched:
            continue
        chosen = f"IN (SELECT key FROM touched_key WHERE code = '{asked.code}')"  # noqa: S608 - our own
        for rule in asked.rules:
            stale = "" if everything else f" AND key {chosen}"
            register.do(f"DELETE FROM finding WHERE code = ? AND file IS NULL{stale}", (rule.code,))  # noqa: S608 - our own
        within = "TRUE" if everything else f"{asked.check.key} {chosen}"
        for row in register.ask_named(asked.check.find.replace(":within", within)):
            for rule in asked.rules:
                if isinstance(rule.check, OfRegister):
                    found = [documents.finding(rule, one) for one in rule.check.found(row)]
                    register.add_findings(found, key=str(row["key"]))
    register.do("DELETE FROM touched_key")


def _apply_law(register: Register, new: list[int], *, other_law: bool) -> None:
    """Keep what the law and the office's rules say; of organisations that were read, what they are in law.

    The law is loaded only where it is asked: few changes touch an organisation.
    """
    organisations = [] if other_law else _organisations_among(register, new)
    is_untold = register.one("SELECT 1 FROM nomination LIMIT 1") and not register.one("SELECT 1 FROM formality LIMIT 1")
    if not (other_law or organisations or is_untold):
        return
    from thidua.store.law_rows import remake_law, tell_formalities, tell_kinds
    from thidua.store.office_law import office_law

    overlay = office_law(register)
    if other_law:
        remake_law(register, overlay)
    else:
        for file in organisations:
            tell_kinds(register, overlay, f"WHERE file = {file:d}")
    tell_formalities(register, overlay)


def _organisations_among(register: Register, files: list[int]) -> list[int]:
    return [file for file in files if register.one("SELECT 1 FROM organisation WHERE file = ?", (file,))]


def _choose_awards(register: Register) -> None:
    """Give each id of the catalogue to one award: to the law's, else to the first file of the office that has it."""
    register.do("DELETE FROM catalogue WHERE file IS NOT NULL")
    register.do("""
        INSERT INTO catalogue SELECT own_award.* FROM own_award JOIN file ON file.id = own_award.file
        WHERE own_award.id NOT IN (SELECT id FROM catalogue WHERE file IS NULL)
          AND NOT EXISTS (
            SELECT 1 FROM own_award AS first JOIN file AS first_file ON first_file.id = first.file
            WHERE first.id = own_award.id AND first_file.path < file.path)""")
