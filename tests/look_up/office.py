"""A small office to look things up in, and the program run on it."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from thidua.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SOURCE = "source: {document: Ví dụ}\n"

FILES = {
    "thidua.yaml": "format: 1\norganisation: mong-cai\n",
    "records/organisations/mong-cai.yaml": "name: Thành phố Móng Cái\naliases: [TP Móng Cái]\n" + SOURCE,
    "records/organisations/phong-noi-vu.yaml": (
        "name: Phòng Nội vụ thành phố\nparent: mong-cai\nformer_names: [{name: Phòng Tổ chức - Lao động}]\n" + SOURCE
    ),
    "records/organisations/truong-tra-co.yaml": "name: Trường Tiểu học Trà Cổ\nparent: mong-cai\n" + SOURCE,
    "records/people/nguyen-thi-vi-du.yaml": (
        "name: Nguyễn Thị Ví Dụ\npostings:\n  - {unit: phong-noi-vu, from: 2015-01-01}\n  - {unit: mong-cai}\n" + SOURCE
    ),
    "records/awards/2022/15-qd-ubnd.yaml": (
        "decision: {number: 15/QĐ-UBND, date: 2023-01-20, authority: mong-cai}\n"
        "period: 2022\n"
        "awards:\n"
        "  - award: lao-dong-tien-tien\n"
        "    recipients:\n"
        "      - {name: Nguyễn Thị Ví Dụ, unit: phong-noi-vu}\n"
        "      - {name: Nguyễn Thị Ví Dụ, unit: truong-tra-co}\n"
        "      - {name: Trần Văn Mẫu, unit: phong-noi-vu}\n" + SOURCE
    ),
    "records/awards/2021/9-qd-ubnd.yaml": (
        "decision: {number: 9/QĐ-UBND, date: 2021-12-20, authority: mong-cai}\n"
        "awards:\n"
        "  - award: giay-khen-cap-huyen\n"
        "    recipients:\n"
        "      - {name: Nguyễn Thị Ví Dụ, position: Chuyên viên, unit: mong-cai}\n"
        "      - {name: Trần Văn Mẫu, unit: truong-tra-co}\n"
        "      - {name: Trần Vân Mẫu, unit: truong-tra-co}\n"
        "      - {collective: phong-noi-vu}\n"
        "      - {collective: Phòng Tổ chức - Lao động}\n"
        "      - {collective: Tổ sản xuất số 1, unit: truong-tra-co}\n" + SOURCE
    ),
    "records/revocations/9-qd-ubnd-1.yaml": (
        "decision: 2021/9-qd-ubnd\nrows:\n  - {name: Trần Văn Mẫu, unit: truong-tra-co}\n" + SOURCE
    ),
}


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Office:
    """A repository of records on the disk."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys

    def write(self, files: dict[str, str]) -> None:
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(text.encode())

    def git(self, *arguments: str) -> str:
        name = {"GIT_AUTHOR_NAME": "Ví dụ", "GIT_AUTHOR_EMAIL": "vi-du@example.org"}
        who = {**name, "GIT_COMMITTER_NAME": "Ví dụ", "GIT_COMMITTER_EMAIL": "vi-du@example.org"}
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env={**os.environ, **who}, capture_output=True, text=True, check=True
        )
        return done.stdout

    def run(self, *arguments: str) -> Answer:
        """Run the program as from a command line, in Vietnamese unless it is told otherwise."""
        self._capsys.readouterr()
        status = run(arguments)
        printed = self._capsys.readouterr()
        return Answer(status, printed.out, printed.err)

    def __call__(self, command: str, *arguments: str) -> Answer:
        """Run a command on this repository."""
        return self.run(command, *arguments, "--root", str(self.root))


NAMED = ("--organisation", "mong-cai", "--name", "Thành phố Móng Cái")
"""What `init` is told of the office."""


def made(office: Office, *arguments: str) -> Path:
    answer = office.run("init", str(office.root / "kho"), *arguments)
    assert (answer.status, answer.err) == (0, "")
    return office.root / "kho"


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] != ".git"
    }
