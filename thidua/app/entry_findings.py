"""What is wrong around one file, before and after a change to it."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.app.plain_files import is_plain
from thidua.app.today import found_today
from thidua.diagnostics import Finding, Place, Severity
from thidua.render import terminal
from thidua.rules import rule
from thidua.store.packed import unpacked
from thidua.store.paths import record_path
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.diagnostics import Diagnostic, Language
    from thidua.rules.base import Found
    from thidua.source.document import Document
    from thidua.store.workspace import Workspace

_QUOTED = re.compile(r'"records/[^"]*"')


@dataclass(frozen=True, slots=True)
class Known:
    """Findings about one file, and the findings across records wherever they are, at one moment.

    Attributes:
        about: those that stand in the file or point to it.
        across: those of rules over the register, as the register keeps them.
    """

    about: tuple[Finding, ...]
    across: frozenset[tuple[str, str]]

    def since(self, before: Known) -> list[Finding]:
        """Return what is to be told after a change: all about the file, and what is new elsewhere."""
        here = {(one.code, one.at) for one in self.about}
        elsewhere = [unpacked(code, content) for code, content in sorted(self.across - before.across)]
        return [*self.about, *(one for one in elsewhere if (one.code, one.at) not in here)]

    def renamed(self, change: Callable[[str], str] | None) -> Known:
        """Return the same, and each once more with the paths and ids that a change gives to what it speaks of."""
        if change is None:
            return self
        about = tuple(
            replace(
                one,
                at=replace(one.at, path=change(one.at.path)),
                values={name: change(v) if isinstance(v, str) else v for name, v in one.values.items()},
            )
            for one in self.about
        )
        return replace(self, about=(*self.about, *(one for one in about if one not in self.about)))


def known(state: Fresh, paths: Sequence[str], today: date) -> Known:
    """Return what is wrong around some files, as a fresh register has it."""
    wanted = frozenset(paths)
    about = [unpacked(code, content) for code, content in _naming(state, paths)]
    about += [one for one in found_today(state, today) if wanted & {p.path for p in (one.at, *one.related)}]
    across = state.register.ask("SELECT code, content FROM finding WHERE file IS NULL")
    return Known(tuple(about), frozenset((code, content) for code, content in across))


def _naming(state: Fresh, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Return the findings that name one of the files."""
    if len(paths) == 1:
        quoted = json.dumps(paths[0], ensure_ascii=False)
        yield from state.register.ask("SELECT code, content FROM finding WHERE instr(content, ?)", (quoted,))
        return
    wanted = frozenset(json.dumps(path, ensure_ascii=False) for path in paths)
    for code, content in state.register.ask("SELECT code, content FROM finding"):
        if not wanted.isdisjoint(_QUOTED.findall(content)):
            yield code, content


def of_text(path: str, text: str) -> list[Finding]:
    """Return what is wrong with the text of a record by itself; nothing of a file that is no record."""
    where = record_path(path)
    if not where.folder or is_plain(path, text):
        return []
    from thidua.rules import record_rules
    from thidua.rules.base import OfRecord
    from thidua.store.reading import read_text

    loaded = read_text(path, where.folder, text.encode())
    found = list(loaded.findings)
    if loaded.record is not None and loaded.document is not None:
        for one in record_rules():
            check = one.check
            if isinstance(check, OfRecord) and (not check.folders or where.folder in check.folders):
                found += [_placed(one.code, path, loaded.document, f) for f in check.find(loaded.record, where.id)]
    return found


def new_errors(found: Iterable[Finding], before: Known) -> list[Finding]:
    """Return the errors that were not there before; moved to another line, an error is the same."""
    left = Counter(map(_key, before.about))
    new = []
    for one in found:
        if rule(one.code).severity is not Severity.ERROR:
            continue
        if left[_key(one)]:
            left[_key(one)] -= 1
        else:
            new.append(one)
    return new


def shown_with(diagnostics: Iterable[Diagnostic], language: Language, workspace: Workspace) -> str:
    """Return findings as text, with the lines of files as a workspace has them."""
    from tempfile import TemporaryDirectory

    diagnostics = tuple(diagnostics)
    with TemporaryDirectory() as folder:
        for path in sorted({label.path for one in diagnostics for label in (one.primary, *one.related)}):
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            with suppress(OSError):
                file.write_bytes(workspace.read(path))
        return terminal.render(diagnostics, Path(folder), language)


def _key(finding: Finding) -> tuple[str, str, tuple[str, ...]]:
    values = (f"{name}={value}" for name, value in finding.values.items() if isinstance(value, str))
    return finding.code, finding.at.path, tuple(sorted(values))


def _placed(code: str, path: str, document: Document, found: Found) -> Finding:
    span = document.key_span(found.route) if found.key else document.span(found.route)
    return Finding(code, Place(path, found.route, found.key, span), found.values, found.related)
