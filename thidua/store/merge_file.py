"""Three versions of a text merged line by line, by git."""

from __future__ import annotations

import tempfile
from pathlib import Path

from thidua.store.git import GitError, git

_NAMES = ("ours", "base", "theirs")


def merge_text(base: str, ours: str, theirs: str) -> str | None:
    """Return the text that has the changes of both sides; `None` where they meet in one place, or git is missing."""
    with tempfile.TemporaryDirectory(prefix="thidua-") as name:
        folder = Path(name).resolve()
        for side, text in zip(_NAMES, (ours, base, theirs), strict=True):
            (folder / side).write_bytes(text.encode("utf-8", "surrogateescape"))
        try:
            return git(folder, "merge-file", "-p", "-q", *_NAMES).decode("utf-8", "surrogateescape")
        except GitError:
            return None
