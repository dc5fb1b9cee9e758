"""Records, settings and the office's own templates: as they are, or as a commit has them."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.app.fresh import Fresh, fresh
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.workspace import Workspace

TEMPLATES = "templates"

MOST_BYTES = 64 << 20
"""More than the templates of any office; a repository may hold anything under that name."""


@dataclass(frozen=True, slots=True)
class Then:
    """What a report is made from.

    Attributes:
        templates: the folder of the office's own templates; it need not be there.
    """

    state: Fresh
    templates: Path


@contextmanager
def at(workspace: Workspace, revision: str = "", *, findings: bool = False) -> Iterator[Then]:
    """Meanwhile have what a revision holds; what is on the disk where none is named.

    Raises:
        NoRevision: there is no such revision, or git cannot read it.
    """
    if not revision:
        yield Then(fresh(workspace), workspace.root / TEMPLATES)
        return
    from thidua.store.revision import commit_of

    commit = commit_of(workspace.root, revision)
    with as_of_commit(fresh(workspace), commit, findings=findings) as then:
        yield then


@contextmanager
def as_of_commit(state: Fresh, commit: str, *, findings: bool = False) -> Iterator[Then]:
    """Meanwhile have what a commit holds.

    Args:
        commit: an id, from `commit_of`.

    Raises:
        NoRevision: git cannot read it.
    """
    from thidua.app.as_of import as_of

    with (
        tempfile.TemporaryDirectory(prefix="thidua-") as folder,
        as_of(state, commit, findings=findings) as older,
    ):
        yield Then(older, _laid_out(state.workspace.root, commit, Path(folder) / TEMPLATES))


def _laid_out(root: Path, commit: str, folder: Path) -> Path:
    """Write the templates of a commit into a folder; links, and names that lead out of it, are left away."""
    from thidua.store.revision import Contents, Missing, NoRevision, files_at

    files = {one.path: one.blob for one in files_at(root, commit, TEMPLATES) if one.mode.startswith("100")}
    written = 0
    with Contents(root, files) as contents:
        for path in files:
            parts = path.split("/")[1:]
            if not all(_is_plain(part) for part in parts):
                continue
            try:
                data = contents[path]
            except OSError as error:
                raise NoRevision(Missing.REFUSED, path, str(error)) from error
            written += len(data)
            if written > MOST_BYTES:
                raise NoRevision(Missing.REFUSED, path, "the templates are too large")
            target = folder.joinpath(*parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    return folder


def _is_plain(name: str) -> bool:
    return name not in ("", ".", "..") and name.isprintable() and not set('\\:*?"<>|') & set(name)
