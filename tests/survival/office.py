"""A small office with a server and a register that knows nearly all of it, and every command run there once."""

from __future__ import annotations

import gc
import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from thidua.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parents[2]
TODAY = "2026-11-22"
MOMENT = "2026-11-20T08:00:00+07:00"
SOURCE = "source:\n  document: Ví dụ\n"
DECISION = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
NEW = "records/awards/2023/6-qd-ubnd-vi-du.yaml"
NOMINATION = "records/nominations/2023/7-ttr-phong-mot.yaml"


def decision(number: int, *rows: str, award: str = "giay-khen-cap-xa") -> str:
    listed = "".join(f"      - {{{row}}}\n" for row in rows)
    return (
        f"decision:\n  number: {number}/QĐ-UBND\n  date: 2023-03-06\n  authority: vi-du\n"
        f"period: 2023\nawards:\n  - award: {award}\n    recipients:\n{listed}"
    )


FILES = {
    "thidua.yaml": "format: 1\norganisation: vi-du\nmain_branch: main\n",
    ".gitignore": "/out/\n",
    ".gitattributes": "* text=auto eol=lf\n",
    "records/organisations/vi-du.yaml": f"name: Phường Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: xa\n{SOURCE}",
    "records/organisations/phong-mot.yaml": f"name: Phòng Một\nparent: vi-du\n{SOURCE}",
    "records/organisations/phong-hai.yaml": f"name: Phòng Hai\nparent: vi-du\n{SOURCE}",
    "records/people/nguyen-van-mau.yaml": (
        "name: Nguyễn Văn Mẫu\npostings:\n  - unit: phong-mot\n    from: 2019-01-01\n" + SOURCE
    ),
    "records/campaigns/thi-dua-vi-du.yaml": f"name: Thi đua ví dụ\nof: vi-du\n{SOURCE}",
    "records/blocs/khoi-mot.yaml": f"name: Khối Một\nkind: khoi\norganiser: vi-du\n{SOURCE}",
    "records/bloc-years/2023/khoi-mot.yaml": (
        "members:\n  - phong-mot\n  - phong-hai\nleader: phong-mot\n"
        "scores:\n  - {member: phong-mot, total: 95.50, rank: 1}\n" + SOURCE
    ),
    "records/awards/2022/4-qd-ubnd-vi-du.yaml": decision(4, "name: Trần Thị Bình, unit: phong-hai").replace(
        "2023", "2022"
    ),
    DECISION: decision(
        5, "name: Nguyễn Văn Mẫu, unit: phong-mot", "name: Trần Thị Bình, unit: phong-hai", "collective: phong-mot"
    ),
    NOMINATION: (
        "number: 7/TTr-PM\ndate: 2023-02-01\nby: phong-mot\nto: vi-du\nperiod: 2023\n"
        "rows:\n  - award: giay-khen-cap-xa\n    recipient: {name: Lê Văn Ba, unit: phong-mot}\n" + SOURCE
    ),
}
UNSAVED = {NEW: decision(6, "name: Lê Thị Cúc, unit: phong-hai", "name: Trần Thị Bình, unit: phong-khong-co")}
"""What was written since the register was last fresh: each command has to change it."""

LIST = "Họ và tên,Đơn vị\nĐỗ Văn Năm,Phòng Một\nVũ Thị Sáu,Phòng Hai\n"

HOW = ("--decision", "9/QĐ-UBND", "--date", "06/4/2023", "--authority", "vi-du", "--award", "giay-khen-cap-xa")


@dataclass(frozen=True, slots=True)
class Call:
    """A command with what it is called with.

    Attributes:
        before: what has to be done to the office first.
    """

    arguments: tuple[str, ...]
    before: Callable[[Path], None] | None = None

    def __str__(self) -> str:
        return " ".join(self.arguments[:2])


def _sent_file(folder: Path) -> None:
    git(folder / "kho", "remote", "remove", "origin")
    git(folder / "kho", "switch", "-q", "-c", "phan-viec")
    _all_saved(folder)
    git(folder / "kho", "bundle", "create", "-q", "../viec.thidua-bundle", "main..phan-viec")
    git(folder / "kho", "switch", "-q", "main")
    git(folder / "kho", "branch", "-qD", "phan-viec")


def _all_saved(folder: Path) -> None:
    git(folder / "kho", "add", "-A")
    git(folder / "kho", "commit", "-q", "-m", "Thêm quyết định")


def _good(folder: Path) -> None:
    file = folder / "kho" / NEW
    file.write_text(file.read_text("utf-8").replace("phong-khong-co", "phong-mot"), "utf-8")


def _pushed(folder: Path) -> None:
    _good(folder)
    _all_saved(folder)
    git(folder / "kho", "push", "-q", "origin", "main")


def _filled_in(folder: Path) -> None:
    """Make a form of a decision, and change a cell of it."""
    import openpyxl

    shutil.copy(folder / "phieu.xlsx", folder / "da-sua.xlsx")
    book = openpyxl.load_workbook(folder / "da-sua.xlsx")
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if cell.value == "Trần Thị Bình":
                cell.value = "Trần Thị Bính"
    book.save(folder / "da-sua.xlsx")


def _printed(folder: Path) -> None:
    assert thidua(folder, "report", "2022", "-o", "../bao-cao.html").status == 0


CALLS = (
    Call(("init", "../khac", "--organisation", "vi-du", "--name", "Phường Ví Dụ")),
    Call(
        (
            "add-award",
            *HOW[:4],
            "--by",
            "vi-du",
            *HOW[-2:],
            "--to",
            "Hồ Văn Bảy",
            "--unit",
            "phong-mot",
            "--source",
            "Sổ",
        )
    ),
    Call(
        (
            "add-nomination",
            "--number",
            "8/TTr-PM",
            "--date",
            "02/12/2023",
            "--by",
            "phong-mot",
            "--sent-to",
            "vi-du",
            "--period",
            "2023",
            "--award",
            "giay-khen-cap-xa",
            "--to",
            "Lê Văn Chín",
            "--unit",
            "phong-mot",
        )
    ),
    Call(("import-awards", "../danh-sach.csv", *HOW, "--source", "Sổ")),
    Call(("import-awards", "../danh-sach.csv", *HOW, "--dry-run", "--format", "json")),
    Call(("add-campaign", "--name", "Phong trào mới", "--of", "vi-du", "--source", "Sổ")),
    Call(("add-bloc", "--name", "Khối mới", "--kind", "khoi", "--organiser", "vi-du", "--source", "Sổ")),
    Call(("add-organisation", "--name", "Phòng Ba", "--parent", "vi-du", "--source", "Sổ")),
    Call(("add-person", "--name", "Lý Văn Mười", "--unit", "phong-mot", "--source", "Sổ")),
    Call(("same-person", "Trần Thị Bình, phong-hai", "nguyen-van-mau", "--source", "Sổ")),
    Call(("different-person", "Trần Thị Bình, phong-hai", "Lê Thị Cúc, phong-hai", "--source", "Sổ")),
    Call(("add-exemplar", "--name", "Lê Thị Cúc", "--source", "Sổ")),
    Call(("set", DECISION, "awards[0].recipients[1].position", "Trưởng phòng")),
    Call(("set", DECISION, "awards[0].award", "khong-co-danh-hieu")),
    Call(("rename", "organisations/phong-hai", "phong-hai-vi-du")),
    Call(
        (
            "correct",
            "5/QĐ-UBND",
            "--row",
            "Trần Thị Bình",
            "--field",
            "name",
            "--value",
            "Trần Thị Bính",
            "--source",
            "Sổ",
        )
    ),
    Call(
        (
            "revoke",
            "5/QĐ-UBND",
            "--row",
            "Trần Thị Bình",
            "--number",
            "60/QĐ-UBND",
            "--date",
            "01/8/2023",
            "--source",
            "Sổ",
        )
    ),
    Call(("sheet", "new", "5/QĐ-UBND", "-o", "../phieu-moi.xlsx")),
    Call(("sheet", "read", "../da-sua.xlsx"), _filled_in),
    Call(("fmt",)),
    Call(("number",), _pushed),
    Call(("merge-driver", "../goc.yaml", "../ta.yaml", "../ho.yaml", DECISION)),
    Call(("validate",)),
    Call(("validate", "--format", "sarif", "--since", "main", "--base", "main")),
    Call(("explain", "TD306")),
    Call(("review",)),
    Call(("eligible", "lao-dong-tien-tien", "2023")),
    Call(("check-nomination", NOMINATION)),
    Call(("report", "2023")),
    Call(("report", "2023", "--bloc", "khoi-mot", "-o", "../bao-cao-khoi.html")),
    Call(("report", "2022", "--at", "main")),
    Call(("bonus", "2023")),
    Call(("paper", "decision", "5/QĐ-UBND", "-o", "../quyet-dinh.docx")),
    Call(("export", "awards", "--format", "jsonl")),
    Call(("export", "units", "-o", "../don-vi.csv")),
    Call(("show", "5/QĐ-UBND")),
    Call(("find", "tran thi binh")),
    Call(("history", "Trần Thị Bình")),
    Call(("verify", "../bao-cao.html"), _printed),
    Call(("schema",)),
    Call(("start", "Khen đợt hai")),
    Call(("where",)),
    Call(("send", "Khen đợt một"), _good),
    Call(("send", "Khen đợt một")),
    Call(("receive", "../viec.thidua-bundle"), _sent_file),
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered, and what it left behind: the same on two days, and in two folders."""

    status: int
    out: str
    err: str
    files: dict[str, bytes]
    branches: str


def thidua(folder: Path, *arguments: str) -> Ran:
    """Run a command in the office of a folder."""
    out, err = io.StringIO(), io.StringIO()
    root = folder / "kho"
    with (
        pytest.MonkeyPatch.context() as patch,
        open(os.devnull, encoding="utf-8") as nobody,  # noqa: PTH123 - no path of ours
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        patch.delenv("THIDUA_LANG", raising=False)
        for name, value in ENVIRONMENT.items():
            patch.setenv(name, value)
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.chdir(root)
        patch.setattr(sys, "stdin", nobody)
        status = run(arguments)
    gc.collect()  # the register is closed, as at the end of a program
    return Ran(status, *(_anywhere(text.getvalue(), folder) for text in (out, err)), _files(folder), _branches(root))


ENVIRONMENT = {
    "THIDUA_TODAY": TODAY,
    "GIT_AUTHOR_NAME": "Ví Dụ",
    "GIT_AUTHOR_EMAIL": "vi-du@example.org",
    "GIT_COMMITTER_NAME": "Ví Dụ",
    "GIT_COMMITTER_EMAIL": "vi-du@example.org",
    "GIT_AUTHOR_DATE": MOMENT,
    "GIT_COMMITTER_DATE": MOMENT,
}


def environment(folder: Path) -> dict[str, str]:
    """What the program needs to be told to run in the office of a folder as a process of its own."""
    mine = {
        "PYTHONPATH": str(HERE),
        "THIDUA_TODAY": TODAY,
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    return {**os.environ, **mine}


def _anywhere(text: str, folder: Path) -> str:
    return text.replace(str(folder.resolve()), "…").replace(str(folder), "…")


def _files(folder: Path) -> dict[str, bytes]:
    """Everything but what git and the program keep for themselves; of what has its time in it, the name alone."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    kept = [file for file in found if not {".git", "server.git", "cache"} & set(file.relative_to(folder).parts)]
    return {
        file.relative_to(folder).as_posix(): b"" if file.suffix in (".docx", ".xlsx") else file.read_bytes()
        for file in kept
    }


def _branches(root: Path) -> str:
    return git(root, "for-each-ref", "--format=%(refname) %(tree) %(subject)") + (root / ".git/HEAD").read_text("utf-8")


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "core.hooksPath=/dev/null", "-c", "protocol.file.allow=always", "-c", "gc.auto=0", *arguments],
        cwd=root, env={**os.environ, **ENVIRONMENT}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"git {arguments}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def build(folder: Path) -> Path:
    """Make the office, its server, what commands are given, and both registers."""
    root = folder / "kho"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    (folder / "danh-sach.csv").write_text(LIST, "utf-8")
    for name, award in (("goc", "Lê Văn A"), ("ta", "Lê Văn B"), ("ho", "Lê Văn A")):
        (folder / f"{name}.yaml").write_text(decision(5, f"name: {award}, unit: phong-mot"), "utf-8")
    git(root, "init", "-q", "-b", "main", "--template=")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Kho bản ghi của phường")
    git(folder, "clone", "-q", "--bare", "--template=", str(root), "server.git")
    git(root, "remote", "add", "origin", "../server.git")
    git(root, "fetch", "-q", "origin")
    git(root, "config", "user.name", "Ví Dụ")
    git(root, "config", "user.email", "vi-du@example.org")
    thidua(folder, "validate")
    thidua(folder, "review")
    thidua(folder, "sheet", "new", "5/QĐ-UBND", "-o", "../phieu.xlsx")
    for one in (root, folder / "server.git"):  # fewer files to copy
        git(one, "gc", "-q")
    for path, text in UNSAVED.items():
        (root / path).write_bytes(text.encode())
    return folder


def copied(built: Path, folder: Path, call: Call) -> Path:
    """Copy the office as it is when a command is called."""
    shutil.copytree(built, folder, symlinks=True)
    git(folder / "kho", "status", "--porcelain")  # a copy has other times, which the index is to know
    if call.before:
        call.before(folder)
    return folder
