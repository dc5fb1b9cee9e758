"""git merges records by the driver that `thidua init` set up, and tells a clerk in words what is left to choose."""

from __future__ import annotations

import contextlib
import io
import os
from typing import TYPE_CHECKING

import pytest

from tests.merging.conftest import git
from tests.merging.test_pairs import MARKS, validated
from thidua.app.init_files import merge_command
from thidua.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

ONE, OTHER = "records/awards/2023/5-qd-ubnd.yaml", "records/awards/2023/6-qd-ubnd.yaml"
NEW = "records/awards/2023/7-qd-ubnd.yaml"
TEXT = """\
decision:
  number: 5/QĐ-UBND
  date: 2023-03-06
  authority: thanh-pho-vi-du
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Trần Văn Mẫu, position: Chuyên viên, unit: Phòng Ví dụ}
"""
ADDED = "      - {name: Lê Thị Thử, unit: Phòng Ví dụ}\n"
MORE = "      - {collective: Phòng Ví dụ}\n"


def quiet(*arguments: str) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return run([*arguments])


def committed(root: Path, texts: dict[str, str], message: str) -> None:
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "--no-verify", "-m", message)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two branches: of one decision each changed a value, to another each added a row, a third both made."""
    root = tmp_path_factory.mktemp("office") / "kho bản ghi"
    assert quiet("init", str(root), "--name", "Thành phố Ví dụ") == 0
    texts = {ONE: TEXT, OTHER: TEXT.replace("5/QĐ", "6/QĐ")}
    new = TEXT.replace("5/QĐ", "7/QĐ")
    committed(root, texts, "đầu")
    git(root, "checkout", "--quiet", "-b", "nhanh-hai")
    committed(
        root,
        {ONE: TEXT.replace("Chuyên viên", "Phó trưởng phòng") + MORE, OTHER: texts[OTHER] + ADDED, NEW: new + ADDED},
        "hai",
    )
    git(root, "checkout", "--quiet", "main")
    committed(
        root, {ONE: TEXT.replace("Chuyên viên", "Trưởng phòng"), OTHER: texts[OTHER] + MORE, NEW: new + MORE}, "một"
    )
    return root


def test_a_merge_of_two_branches(office: Path) -> None:
    done = git(office, "merge", "--no-edit", "nhanh-hai", check=False)
    said = done.stderr.decode() + done.stdout.decode()
    texts = {path: (office / path).read_text("utf-8") for path in (ONE, OTHER, NEW)}
    assert texts[OTHER] == TEXT.replace("5/QĐ", "6/QĐ") + MORE + ADDED
    assert texts[NEW] == TEXT.replace("5/QĐ", "7/QĐ") + MORE + ADDED
    assert texts[ONE] == TEXT.replace("Chuyên viên", "Trưởng phòng") + MORE
    assert not any(mark in text for text in texts.values() for mark in MARKS)
    assert done.returncode == 1
    assert git(office, "diff", "--name-only", "--diff-filter=U").stdout.decode().split() == [ONE]
    assert "awards[0].recipients[0].position (giay-khen-cap-huyen · Trần Văn Mẫu)" in said
    assert "nhánh này `Trưởng phòng`, nhánh kia `Phó trưởng phòng`, trước đó `Chuyên viên`" in said
    assert f"thidua set {ONE} 'awards[0].recipients[0].position' 'Phó trưởng phòng'" in said
    kept = next((office / ".git/thidua-theirs").iterdir())
    assert kept.read_text("utf-8") == TEXT.replace("Chuyên viên", "Phó trưởng phòng") + MORE
    assert f".git/thidua-theirs/{kept.name}" in said
    assert quiet(
        "set", "--root", str(office), str(office / ONE), "awards[0].recipients[0].position", "Phó trưởng phòng"
    ) in (0, 1)
    git(office, "add", ONE)
    git(office, "commit", "--quiet", "--no-verify", "--no-edit")


def test_english_words_and_a_text_that_is_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("o", TEXT), ("a", TEXT + MORE), ("b", TEXT + "<<<<<<< HEAD\n")):
        (tmp_path / name).write_text(text, "utf-8")
    error = io.StringIO()
    with contextlib.redirect_stderr(error):
        assert run(["--lang", "en", "merge-driver", "o", "a", "b", ONE]) == 1
    assert "the version of the other branch cannot be read in line 9" in error.getvalue()
    assert (tmp_path / "a").read_text("utf-8") == TEXT + MORE


def test_without_any_thidua_git_merges_lines_as_it_does(tmp_path: Path) -> None:
    root = tmp_path / "kho"
    git(tmp_path, "init", "--quiet", "-b", "main", str(root))
    gone = merge_command("/khong/co/python").replace("command -v thidua", "command -v thidua-khong-co")
    git(root, "config", "merge.thidua.driver", gone)
    committed(root, {".gitattributes": "records/** merge=thidua\n", ONE: TEXT}, "đầu")
    git(root, "checkout", "--quiet", "-b", "nhanh-hai")
    committed(root, {ONE: TEXT + ADDED}, "hai")
    git(root, "checkout", "--quiet", "main")
    committed(root, {ONE: TEXT + MORE}, "một")
    assert git(root, "merge", "--no-edit", "nhanh-hai", check=False).returncode == 1
    assert "<<<<<<< ours" in (root / ONE).read_text("utf-8")


def test_one_decision_in_two_files_is_found(tmp_path: Path) -> None:
    twice = {ONE: TEXT, "records/awards/2023/5-qd-ubnd-lan-hai.yaml": TEXT + MORE}
    assert (ONE, "TD302") in validated(tmp_path, twice)


def test_marks_in_the_text_of_a_story_are_found(tmp_path: Path) -> None:
    path = "records/exemplars/nguyen-van-guong.md"
    story = "---\nname: Nguyễn Văn Gương\n---\nMột.\n<<<<<<< HEAD\nHai.\n=======\nBa.\n>>>>>>> nhanh-hai\n"
    assert (path, "TD002") in validated(tmp_path / "a", {path: story})
    heading = "---\nname: Nguyễn Văn Gương\n---\nMột\n=======\nHai.\n"
    assert (path, "TD002") not in validated(tmp_path / "b", {path: heading})


def test_init_names_the_attribute_where_the_file_was_there(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("* text=auto\n", "utf-8")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert run(["init", str(tmp_path)]) == 0
    assert "records/**/*.yaml merge=thidua" in out.getvalue()
    assert git(tmp_path, "config", "merge.thidua.recursive").stdout == b"binary\n"
    assert os.fsdecode(git(tmp_path, "config", "merge.thidua.driver").stdout).count("merge-driver %O %A %B %P") == 2
