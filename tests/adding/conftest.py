"""A small repository of records under git, and the program run on it as a clerk would."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.program import committed
from thidua.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

collect_ignore = ["test_pseudo_terminal.py"] if sys.platform == "win32" else []

SOURCE = "source:\n  document: Ví dụ\n"
RECORDS = {
    "organisations/mong-cai.yaml": f"name: Thành phố Móng Cái\nkind: don-vi-hanh-chinh\nlevel: huyen\n{SOURCE}",
    "organisations/ubnd-mong-cai.yaml": f"name: UBND thành phố Móng Cái\nparent: mong-cai\n{SOURCE}",
    "organisations/phong-noi-vu-mong-cai.yaml": f"name: Phòng Nội vụ\nparent: mong-cai\n{SOURCE}",
    "organisations/phong-y-te-mong-cai.yaml": f"name: Phòng Y tế\nparent: mong-cai\n{SOURCE}",
    "organisations/hoa-binh.yaml": f"name: Xã Hoà Bình\n{SOURCE}",
    "organisations/hoa-binh-2.yaml": f"name: Xã Hòa Bình\nparent: mong-cai\n{SOURCE}",
    "campaigns/nong-thon-moi.yaml": f"name: Chung sức xây dựng nông thôn mới\nof: mong-cai\n{SOURCE}",
    "blocs/noi-chinh.yaml": f"name: Khối Nội chính\nkind: khoi\norganiser: mong-cai\n{SOURCE}",
}
DECISION = "records/awards/2023/412-qd-ubnd-ubnd-mong-cai.yaml"
DECISION_TEXT = """\
# do Phòng Nội vụ nhập
decision:
  number: "412/QĐ-UBND"   # đúng như in
  date: 2023-03-06
  authority: ubnd-mong-cai

period: 2023
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: 'Nguyễn Thị Ví Dụ', unit: phong-noi-vu-mong-cai}  # dòng 1
    # cuối danh sách
source: {document: Ví dụ}
"""
"""With comments, quotes and an empty line that `fmt` would not write: nothing of it may change."""


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Repository:
    """Records under git in a folder of their own."""

    root: Path
    _run: Callable[..., Answer]

    def thidua(self, *arguments: str) -> Answer:
        return self._run(*arguments, "--root", str(self.root))

    def text(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def changed(self) -> list[str]:
        """Paths that git finds new or changed."""
        return sorted(line[3:] for line in self.git("status", "--porcelain", "-uall").splitlines())

    def git(self, *arguments: str) -> str:
        command = [
            "git",
            "-c",
            "user.name=T",
            "-c",
            "user.email=t@example.org",
            "-c",
            "core.autocrlf=false",
            *arguments,
        ]
        return subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True).stdout


FILES = {
    "thidua.yaml": "format: 1\norganisation: ubnd-mong-cai\n",
    **{f"records/{path}": text for path, text in RECORDS.items()},
}


@pytest.fixture
def answered(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def answer(*arguments: str) -> Answer:
        status = run(arguments)
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return answer


@pytest.fixture
def repository(tmp_path: Path, answered: Callable[..., Answer], tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return Repository(committed(tmp_path / "kho", FILES, tmp_path_factory), answered)


@pytest.fixture
def decided(tmp_path: Path, answered: Callable[..., Answer], tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The same, with one decision that people have written in."""
    decision = {DECISION: DECISION_TEXT}
    return Repository(committed(tmp_path / "kho", FILES, tmp_path_factory, decision), answered)
