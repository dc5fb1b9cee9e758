"""An office that proposes and decides, under git, and the program run on it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.program import committed
from thidua.app.fresh import fresh
from thidua.cli.main import run
from thidua.store.nominations import NominatedRow, rows_of_nomination
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECORDS = {
    "thidua.yaml": "format: 1\norganisation: phuong-vi-du\n",
    "records/organisations/phuong-vi-du.yaml": (
        "name: Phường Ví dụ\nkind: uy-ban-nhan-dan\nlevel: xa\nsource: {document: Ví dụ}\n"
    ),
    "records/organisations/phong-van-hoa.yaml": (
        "name: Phòng Văn hoá - Xã hội\nparent: phuong-vi-du\nsource: {document: Ví dụ}\n"
    ),
}
PATH = "records/nominations/2025/7-ttr-vh.yaml"
ID = "2025/7-ttr-vh"
HEAD = """\
number: 7/TTr-VH
date: 2025-12-02
received: 2025-12-03
by: phong-van-hoa
to: phuong-vi-du
period: 2025
method: cong-trang
"""


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Office:
    root: Path
    _run: Callable[..., Answer]

    def thidua(self, *arguments: str) -> Answer:
        return self._run(*arguments, "--root", str(self.root))

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    def text(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def nominate(self, *rows: str, head: str = HEAD, path: str = PATH) -> None:
        """Write a nomination; each row is the inside of a mapping."""
        self.write(path, head + "rows:\n" + "".join(f"  - {{{row}}}\n" for row in rows))

    def rows(self, id_: str = ID) -> list[NominatedRow]:
        register = fresh(find_workspace(self.root)).register
        try:
            return rows_of_nomination(register, id_)
        finally:
            register.close()

    def statuses(self, id_: str = ID) -> list[str]:
        return [row.status.value for row in self.rows(id_)]

    def codes(self) -> list[str]:
        """The codes of what is found, without notes on sources."""
        found = self.thidua("validate", "--format", "json").json["diagnostics"]
        return sorted(one["code"] for one in found if one["code"] not in {"TD013", "TD402"})

    def changed(self) -> list[str]:
        done = subprocess.run(
            ["git", "status", "--porcelain", "-uall"], cwd=self.root, check=True, capture_output=True, text=True
        )
        return sorted(line[3:] for line in done.stdout.splitlines())

    def commit(self) -> None:
        for command in (["add", "-A"], ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "x"]):
            subprocess.run(["git", *command], cwd=self.root, check=True)


@pytest.fixture
def office(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Office:
    monkeypatch.delenv("THIDUA_LANG", raising=False)
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-22")

    def answered(*arguments: str) -> Answer:
        status = run(arguments)
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return Office(committed(tmp_path / "kho", RECORDS, tmp_path_factory), answered)
