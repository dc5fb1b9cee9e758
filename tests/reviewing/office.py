"""An invented office in a real git repository, and the review of what is changed in it."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

from thidua.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SOURCE = "source: {document: Ví dụ}\n"
DECISION = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
OTHER = "records/awards/2023/9-qd-ubnd-vi-du.yaml"
BLOC_YEAR = "records/bloc-years/2023/khoi-vi-du.yaml"

FILES = {
    "thidua.yaml": "format: 1\norganisation: vi-du\n",
    "records/organisations/vi-du.yaml": ("name: Thành phố Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: huyen\n" + SOURCE),
    "records/organisations/ubnd-vi-du.yaml": (
        "name: UBND thành phố Ví Dụ\nkind: uy-ban-nhan-dan\nlevel: huyen\nparent: vi-du\n" + SOURCE
    ),
    "records/organisations/phong-x.yaml": "name: Phòng X\nparent: vi-du\n" + SOURCE,
    "records/organisations/phong-y.yaml": "name: Phòng Y\nparent: vi-du\n" + SOURCE,
    "records/campaigns/phong-trao-mau.yaml": (
        "name: Phong trào Mẫu\nof: vi-du\nperiod: 2023\nlaunched: {date: 2023-01-10, by: ubnd-vi-du}\n" + SOURCE
    ),
    "records/blocs/khoi-vi-du.yaml": "name: Khối Ví Dụ\nkind: khoi\norganiser: vi-du\n" + SOURCE,
    BLOC_YEAR: (
        "members: [phong-x, phong-y]\nmembers_complete: co\nleader: phong-x\n"
        "scores:\n  - {member: phong-x, total: 95, rank: 1}\n  - {member: phong-y, total: 90, rank: 2}\n" + SOURCE
    ),
    DECISION: (
        "decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: ubnd-vi-du}\n"
        "method: dot-xuat\n"
        "campaign: phong-trao-mau\n"
        "awards:\n"
        "  - award: giay-khen-cap-huyen\n"
        "    recipients:\n"
        "      - {name: Nguyễn Văn An, position: Chuyên viên, unit: phong-x, sex: nam}\n"
        "      - {name: Trần Thị Bình, position: Trưởng phòng, unit: phong-y, sex: nu}\n"
        "      - {collective: phong-x}\n" + SOURCE
    ),
    OTHER: (
        "decision: {number: 9/QĐ-UBND, date: 2023-06-01, authority: ubnd-vi-du}\n"
        "method: cong-trang\n"
        "bloc: khoi-vi-du\n"
        "awards:\n"
        "  - award: giay-khen-cap-huyen\n"
        "    recipients:\n"
        "      - {name: Lê Văn Cường, unit: phong-y}\n"
        "  - award: lao-dong-tien-tien\n"
        "    counted: {individuals: 12}\n" + SOURCE
    ),
}


def git(root: Path, *arguments: str | bytes) -> str:
    name = {"GIT_AUTHOR_NAME": "Ví dụ", "GIT_AUTHOR_EMAIL": "vi-du@example.org"}
    who = {**name, "GIT_COMMITTER_NAME": "Ví dụ", "GIT_COMMITTER_EMAIL": "vi-du@example.org"}
    done = subprocess.run(["git", *arguments], cwd=root, env={**os.environ, **who}, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "Ghi thêm")


def begin(root: Path, files: dict[str, str] = FILES) -> None:
    root.mkdir(exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    write(root, files)
    commit(root)
    git(root, "checkout", "--quiet", "-b", "nhanh-moi")


class Office:
    """A repository of records with one commit on its main branch and another branch checked out."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys

    def begin(self, files: dict[str, str] = FILES) -> Office:
        begin(self.root, files)
        return self

    def write(self, files: dict[str, str]) -> None:
        write(self.root, files)

    def change(self, path: str, *pairs: tuple[str, str]) -> None:
        """Put one text in the place of another in a file."""
        text = (self.root / path).read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        self.write({path: text})

    def git(self, *arguments: str | bytes) -> str:
        return git(self.root, *arguments)

    def commit(self) -> str:
        commit(self.root)
        return self.git("rev-parse", "HEAD")

    def run(self, *arguments: str) -> tuple[int, str, str]:
        self._capsys.readouterr()
        status = run(["review", *arguments, "--root", str(self.root)])
        printed = self._capsys.readouterr()
        assert "Traceback" not in printed.err
        return status, printed.out, printed.err

    def review(self, *arguments: str) -> str:
        status, out, err = self.run(*arguments)
        assert (status, err) == (0, "")
        return out

    def json(self, *arguments: str) -> Any:
        return json.loads(self.review(*arguments, "--format", "json"))

    def rows(self, *arguments: str) -> list[tuple[str, str]]:
        """What happened to whom, of every row."""
        items = [item for group in self.json(*arguments)["groups"] for item in group["items"]]
        return sorted((row["change"], row["who"]) for item in items for row in item["rows"])

    def asks(self) -> list[str]:
        return [one["ask"] for one in self.json()["questions"]]
