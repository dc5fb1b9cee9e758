"""A report is written where the program says, and through no link at the end of the name."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import thidua
from tests.reports.test_templates import small

if TYPE_CHECKING:
    from pathlib import Path


def linked(link: Path, to: Path, *, folder: bool = False) -> bool:
    """Make a link; false on Windows without the right to make any, where there is nothing to follow."""
    try:
        link.symlink_to(to, target_is_directory=folder)
    except OSError:
        return False
    return True


def test_a_report_goes_into_the_folder_that_a_link_leads_to_and_says_so(tmp_path: Path) -> None:
    root, away = small(tmp_path / "office"), tmp_path / "away"
    away.mkdir()
    if not linked(tmp_path / "out", away, folder=True):
        return
    ran = thidua(root, "report", "2019", "-o", str(tmp_path / "out" / "r.md"))
    assert (ran.status, ran.err) == (0, f"đã ghi {away.resolve() / 'r.md'}\n")
    assert "497 tập thể" in (away / "r.md").read_text("utf-8")
    assert [path.name for path in away.iterdir()] == ["r.md"]


def test_a_report_is_called_as_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small(tmp_path / "office")
    monkeypatch.chdir(tmp_path)
    ran = thidua(root, "report", "2019", "-o", "r.md")
    assert (ran.status, ran.err) == (0, "đã ghi r.md\n")
    assert (tmp_path / "r.md").is_file()


@pytest.mark.parametrize("where", ["r.md", "other/r.md", "nothing.md"])
def test_a_link_is_not_written_through(tmp_path: Path, where: str) -> None:
    root, target, out = small(tmp_path / "office"), tmp_path / where, tmp_path / "out"
    out.mkdir()
    target.parent.mkdir(exist_ok=True)
    if where != "nothing.md":
        target.write_text("của người khác", "utf-8")
    if not linked(out / "r.md", target):
        return
    ran = thidua(root, "report", "2019", "-o", str(out / "r.md"))
    assert (ran.status, ran.out) == (2, "")
    assert "liên kết" in ran.err
    assert (out / "r.md").is_symlink()
    assert target.exists() == (where != "nothing.md")
    assert not target.exists() or target.read_text("utf-8") == "của người khác"
    assert sorted(path.name for path in out.iterdir()) == ["r.md"]


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    root = small(tmp_path / "office")
    (tmp_path / "r.md").mkdir()
    ran = thidua(root, "report", "2019", "-o", str(tmp_path / "r.md"))
    assert (ran.status, ran.out) == (2, "")
    assert "là một thư mục" in ran.err


def test_links_that_go_round_are_said(tmp_path: Path) -> None:
    root = small(tmp_path / "office")
    if not linked(tmp_path / "a", tmp_path / "b") or not linked(tmp_path / "b", tmp_path / "a"):
        return
    ran = thidua(root, "report", "2019", "-o", str(tmp_path / "a" / "r.md"))
    assert ran.status in (1, 2)
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "ổ đĩa đã đầy"),
        (errno.EACCES, "không có quyền ghi"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_what_the_system_refuses_is_said(
    tmp_path: Path, number: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    root = small(tmp_path / "office")
    monkeypatch.setattr("thidua.store.writer.write", refuse)
    ran = thidua(root, "report", "2019", "-o", str(tmp_path / "r.md"))
    assert (ran.status, ran.out) == (1, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
