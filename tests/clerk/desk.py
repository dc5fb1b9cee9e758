"""An office with a server, on the disk: what a clerk has, made once and copied for each test."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.program import ready
from thidua.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

UNIT = "records/organisations/vi-du.yaml"
BLOC = "records/organisations/phong-vi-du.yaml"
DECISION = "records/awards/2026/5-qd-ubnd-vi-du.yaml"
OTHER = "records/awards/2026/6-qd-ubnd-vi-du.yaml"


def decision(number: int = 5, *names: str) -> str:
    """The text of a decision with these people in it, in canonical form."""
    rows = "".join(f"      - {{name: {name}, unit: vi-du}}\n" for name in names or ("Nguyễn Văn Mẫu",))
    return (
        f"decision:\n  number: {number}/QĐ-UBND\n  date: 2026-03-06\n  authority: vi-du\n"
        "period: 2026\n"
        "awards:\n"
        "  - award: giay-khen-cap-xa\n"
        f"    recipients:\n{rows}"
    )


FILES = {
    "thidua.yaml": "format: 1\norganisation: vi-du\nmain_branch: main\n",
    ".gitignore": "private/\n.thidua-*.tmp\n/out/\n",
    ".gitattributes": "* text=auto eol=lf\n",
    UNIT: "name: Phường Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: xa\nsource:\n  document: Ví dụ\n",
    BLOC: "name: Phòng Ví Dụ\nparent: vi-du\nsource:\n  document: Ví dụ\n",
}
WHO = {
    "GIT_AUTHOR_NAME": "Ví Dụ",
    "GIT_AUTHOR_EMAIL": "vi-du@example.org",
    "GIT_COMMITTER_NAME": "Ví Dụ",
    "GIT_COMMITTER_EMAIL": "vi-du@example.org",
}


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    out: str
    err: str


class Desk:
    """A clerk's folder, the server it knows, and the program run there."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.root = folder / "kho"
        self.server = folder / "server.git"
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Answer:
        """Run a command in this repository, in Vietnamese unless it is told otherwise."""
        self._capsys.readouterr()
        command, *rest = arguments
        status = run([command, "--root", str(self.root), *rest])
        printed = self._capsys.readouterr()
        assert "Traceback" not in printed.err
        return Answer(status, printed.out, printed.err)

    def git(self, *arguments: str, at: Path | None = None, given: str | None = None, **more: str) -> str:
        return git(at or self.root, *arguments, given=given, **more)

    def write(self, path: str, text: str, at: Path | None = None) -> None:
        file = (at or self.root) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def save(self, path: str, text: str, at: Path | None = None, message: str = "Sửa") -> str:
        """Commit a file with git itself, as another person would."""
        self.write(path, text, at)
        self.git("add", "--all", at=at)
        self.git("commit", "-q", "-m", message, at=at)
        return self.git("rev-parse", "HEAD", at=at)

    def colleague(self, name: str = "dong-nghiep") -> Path:
        """Return another clone of the server."""
        self.git("clone", "-q", str(self.server), str(self.folder / name), at=self.folder)
        return self.folder / name

    def main_moves(self, path: str = BLOC, text: str = "") -> str:
        """Have somebody else bring a commit to the main branch of the server."""
        there = self.folder / "chinh"
        if there.exists():
            self.git("pull", "-q", at=there)
        else:
            self.colleague("chinh")
        new = self.save(path, text or FILES[BLOC].replace("Phòng Ví Dụ", "Phòng Nội vụ Ví Dụ"), there, "Đổi tên phòng")
        self.git("push", "-q", "origin", "main", at=there)
        return new

    @property
    def branch(self) -> str:
        return self.git("symbolic-ref", "--short", "HEAD")

    def at_server(self, branch: str) -> str:
        return self.git("for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}", at=self.server)

    def kept(self, text: str) -> bool:
        """Whether a text is whole in a file of the work tree or in a commit that a branch names."""
        files = [file for file in self.root.rglob("*") if file.is_file() and ".git" not in file.parts]
        if any(text.encode() == file.read_bytes() for file in files):
            return True
        listed = self.git("rev-list", "--objects", "--branches").splitlines()
        ids = {line.split(" ")[0] for line in listed if " " in line}
        return self.git("hash-object", "-t", "blob", "--stdin", given=text) in ids


def git(root: Path, *arguments: str, given: str | None = None, **more: str) -> str:
    done = subprocess.run(
        ["git", "-c", "core.hooksPath=/dev/null", "-c", "protocol.file.allow=always", *arguments],
        cwd=root, env={**os.environ, **WHO, **more}, input=given, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"git {arguments}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def build(folder: Path, *options: str) -> Path:
    """Make an office with one commit on its main branch, and the server that has it.

    Args:
        options: more for `git init`.
    """
    root = folder / "kho"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    git(root, "init", "-q", "-b", "main", *options)
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Kho bản ghi của phường")
    git(folder, "clone", "-q", "--bare", str(root), "server.git")
    git(root, "remote", "add", "origin", "../server.git")
    git(root, "fetch", "-q", "origin")
    git(root, "config", "user.name", "Ví Dụ")
    git(root, "config", "user.email", "vi-du@example.org")
    git(folder / "server.git", "repack", "-adq")
    ready(root)
    return folder


def copied(built: Path, folder: Path) -> Path:
    shutil.copytree(built, folder, symlinks=True, dirs_exist_ok=True)
    git(folder / "kho", "status", "--porcelain")  # a copy has other times, which the index is to know
    return folder
