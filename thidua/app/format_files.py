"""Record files in canonical form: what would change, and changing it. No comment is ever lost."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.app.entry import NOTE, sole_writer
from thidua.app.field_order import canonical_order
from thidua.diagnostics import Text
from thidua.source.canonical import CannotFormat, canonical
from thidua.source.document import parse_file, read
from thidua.source.problem import DocumentError
from thidua.store.paths import record_path
from thidua.store.writer import write
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.store.workspace import Workspace

ENDINGS = (".yaml", ".md")


@dataclass(slots=True)
class Formatted:
    """What became of the files.

    Attributes:
        changed: paths whose text is, or would be, another.
        kept: how many were canonical already.
        left: paths that were left as they are, and why.
    """

    changed: list[str] = field(default_factory=list)
    kept: int = 0
    left: list[tuple[str, Text]] = field(default_factory=list)


def format_files(workspace: Workspace, paths: Iterable[str], *, only_check: bool) -> Formatted:
    """Bring files to the canonical form, or only say which are not.

    Args:
        paths: files and folders, from the root with `/`; all records if there are none.

    Raises:
        Locked, OSError, OutsideRepository: see `lock` and `write`.
    """
    wanted = sorted(set(_files(workspace, paths)))
    if only_check:
        return _formatted(workspace, wanted, only_check=True)
    with sole_writer(workspace):
        return _formatted(workspace, wanted, only_check=False)


def _formatted(workspace: Workspace, wanted: list[str], *, only_check: bool) -> Formatted:
    found = Formatted()
    for path in wanted:
        try:
            old = read(_plain_file(workspace.root / path))
            document = parse_file(path, old)
            new = canonical(document, canonical_order(path))
        except (DocumentError, CannotFormat, NoPlainFile, OSError) as error:
            found.left.append((path, _why(path, error)))
            continue
        if new == old:
            found.kept += 1
            continue
        if not only_check:
            write(workspace.root, path, new, workspace.register_folder / NOTE)
        found.changed.append(path)
    return found


def _plain_file(file: Path) -> bytes:
    """Return what is in a file; a pipe or a device would have us wait for ever.

    Raises:
        NoPlainFile, OSError: see the class; the file cannot be read.
    """
    if not stat.S_ISREG(file.stat().st_mode):
        raise NoPlainFile
    return file.read_bytes()


class NoPlainFile(Exception):
    """A pipe, a socket, a device or a folder stands where a record file should."""


def _why(path: str, error: Exception) -> Text:
    match error:
        case DocumentError():
            line = error.span.start.line
            return Text(
                f"dòng {line} không đọc được; xem `thidua validate {path}`",
                f"line {line} cannot be read; see `thidua validate {path}`",
            )
        case NoPlainFile():
            return Text("không phải là tệp thường", "it is no plain file")
        case CannotFormat():
            return Text("không đổi được mà giữ nguyên nội dung", "it cannot be changed without losing something")
        case _:
            reason = getattr(error, "strerror", "") or str(error)
            return Text(f"không đọc được: {reason}", f"cannot be read: {reason}")


def _files(workspace: Workspace, paths: Iterable[str]) -> Iterator[str]:
    """Every record file in these places; links are not followed."""
    for path in tuple(paths) or (workspace.records.relative_to(workspace.root).as_posix(),):
        place = workspace.root / path
        if place.is_dir():
            for folder, _, names in os.walk(place):
                for name in names:
                    if name.endswith(ENDINGS) and not name.startswith(".") and not Path(folder, name).is_symlink():
                        inside = Path(folder, name).relative_to(workspace.root).as_posix()
                        if record_path(inside).folder:
                            yield inside
        elif path.endswith(ENDINGS) and record_path(path).folder:
            yield path
