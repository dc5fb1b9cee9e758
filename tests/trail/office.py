"""A small office in a real git repository, with people who commit on days that are said."""

from __future__ import annotations

import os
import subprocess
from hashlib import sha256
from shutil import copytree
from typing import TYPE_CHECKING

from tests.begun import begun
from tests.program import ready

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SOURCE = "source: {document: Ví dụ}\n"
DECISION = "records/awards/2023/5-qd-ubnd.yaml"

FILES = {
    "thidua.yaml": "format: 1\norganisation: huyen-la\n",
    "records/organisations/huyen-la.yaml": ("name: Huyện Lạ\nkind: don-vi-hanh-chinh\nlevel: huyen\n" + SOURCE),
    "records/organisations/phong-mau.yaml": "name: Phòng Mẫu\nparent: huyen-la\nlevel: huyen\n" + SOURCE,
}


def decision(*rows: str, number: str = "5/QĐ-UBND", award: str = "giay-khen-cap-huyen") -> str:
    """Return a decision of 2023 with rows as they stand in the file."""
    listed = "".join(f"      - {{{row}}}\n" for row in rows)
    return (
        f"decision: {{number: {number}, date: 2023-03-06, authority: huyen-la}}\nmethod: cong-trang\n"
        f"awards:\n  - award: {award}\n    recipients:\n{listed}{SOURCE}"
    )


class Repository:
    """A git repository of records.

    Attributes:
        root: its top.
    """

    def __init__(self, root: Path, *options: str) -> None:
        """Args:
        options: more for `git init`.
        """
        self.root = root
        if not root.exists():
            root.mkdir(parents=True)
            self.git("init", "-q", "-b", "main", *options)
            begun(root)

    @classmethod
    def copied(cls, root: Path, files: dict[str, str], factory: pytest.TempPathFactory) -> Repository:
        """Return a repository with these files in its one commit, as a copy of one that is made once a run."""
        first = factory.getbasetemp() / f"trail-{sha256(repr(files).encode()).hexdigest()[:16]}"
        if not first.exists():
            cls(first).commit(files)
            ready(first)
        return cls(copytree(first, root))

    def git(self, *arguments: str, author: str = "Người Thử", day: str = "2023-03-07") -> str:
        about = {
            "GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "an@example.org", "GIT_AUTHOR_DATE": f"{day}T08:00:00+0700",
            "GIT_COMMITTER_NAME": author, "GIT_COMMITTER_EMAIL": "an@example.org",
            "GIT_COMMITTER_DATE": f"{day}T08:00:00+0700",
        }  # fmt: skip
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env={**os.environ, **about}, capture_output=True, check=True
        )
        return done.stdout.decode().strip()

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")

    def commit(self, files: dict[str, str] | None = None, *, author: str = "Người Thử", day: str = "2023-03-07") -> str:
        """Write files, commit all there is, and return the id of the commit."""
        self.write(files or {})
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x", author=author, day=day)
        return self.git("rev-parse", "HEAD")
