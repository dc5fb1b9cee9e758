"""Records that git was told to ignore, to take for unchanged, or to leave out: said, and the same warm and cold."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.store.test_fresh import checked, commit, lines, repository, run
from thidua.cli.main import run as thidua
from thidua.store.git_files import index, tracked, unwatched
from thidua.store.workspace import RECORDS

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.app.check import CheckResult

ONE = "records/organisations/mot.yaml"
TEXT = "name: Đơn vị một\nsource: {document: Ví dụ}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    office = repository(tmp_path / "office")
    (office / ONE).write_text(TEXT, "utf-8")
    commit(office)
    return office


def warm_and_cold(root: Path) -> CheckResult:
    """Check once as it is and once without a register; both have to say the same."""
    warm = checked(root)
    shutil.rmtree(root / ".git" / "thidua")
    cold = checked(root)
    assert lines(warm) == lines(cold)
    assert warm.files == cold.files
    return warm


def said_of(result: CheckResult, path: str) -> list[str]:
    return [found.code for found in result.diagnostics if found.primary.path == path]


def test_an_ignored_record_is_named_and_not_read(root: Path) -> None:
    (root / ".gitignore").write_text("rieng.yaml\nrieng/\n*.docx\n", "utf-8")
    kept_apart = ("records/organisations/rieng.yaml", "records/awards/2023/rieng/5.yaml")
    for path in (*kept_apart, "records/organisations/thu.docx", "records/organisations/.rieng.yaml"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("name: [\n", "utf-8")
    result = warm_and_cold(root)
    assert {path: said_of(result, path) for path in kept_apart} == {path: ["TD018"] for path in kept_apart}
    assert [d.primary.path for d in result.diagnostics if d.code in ("TD018", "TD009")] == sorted(kept_apart)
    assert checked(root).parsed == 0
    (root / ".gitignore").unlink()
    assert said_of(checked(root), kept_apart[0]) == ["TD002"]


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_a_file_that_git_takes_for_unchanged_is_read_from_the_disk(root: Path, flag: str) -> None:
    checked(root)
    run("git", "update-index", flag, ONE, at=root)
    (root / ONE).write_text("name: Đơn vị một\nten: sai\n", "utf-8")
    assert "TD005" in said_of(warm_and_cold(root), ONE)
    assert checked(root).parsed == 0, "what it is now is remembered"
    (root / ONE).write_text(TEXT, "utf-8")
    assert said_of(warm_and_cold(root), ONE) == []


def test_a_flag_that_is_taken_away_again_changes_nothing(root: Path) -> None:
    run("git", "update-index", "--assume-unchanged", ONE, at=root)
    (root / ONE).write_text("name: Đơn vị một\nten: sai\n", "utf-8")
    checked(root)
    run("git", "update-index", "--no-assume-unchanged", ONE, at=root)
    assert "TD005" in said_of(warm_and_cold(root), ONE)


def test_a_file_that_a_sparse_work_tree_leaves_out_is_missing_and_said(root: Path) -> None:
    before = checked(root).files
    run("git", "sparse-checkout", "set", "--no-cone", "/*", f"!/{ONE}", at=root)
    assert not (root / ONE).exists()
    result = warm_and_cold(root)
    assert said_of(result, ONE) == ["TD001"]
    assert result.files == before
    run("git", "sparse-checkout", "disable", at=root)
    assert said_of(warm_and_cold(root), ONE) == []


def test_a_folder_of_records_that_is_a_link_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "khac" / "organisations").mkdir(parents=True)
    office = tmp_path / "office"
    office.mkdir()
    (office / "thidua.yaml").write_text("format: 1\n", "utf-8")
    try:
        (office / "records").symlink_to(tmp_path / "khac", target_is_directory=True)
    except OSError:  # Windows without the right to make links
        return
    for command in (["validate"], ["report", "2019"], ["find", "a"], ["add-bloc", "--name", "Khối Mẫu"]):
        assert thidua([*command, "--root", str(office)]) == 2
        assert "là liên kết nên không được đọc" in capsys.readouterr().err
    assert list((tmp_path / "khac").rglob("*.yaml")) == []


def test_one_question_tells_of_the_index_what_two_tell(root: Path) -> None:
    folder = root / "records/organisations"
    for name in ("hai.yaml", "ba.yaml", "Bốn mới.yaml", "năm.txt"):
        (folder / name).write_text(TEXT, "utf-8")
    (folder / "lien-ket.yaml").symlink_to("mot.yaml")
    commit(root)
    run("git", "update-index", "--assume-unchanged", "records/organisations/hai.yaml", at=root)
    run("git", "update-index", "--skip-worktree", "records/organisations/ba.yaml", at=root)
    run("git", "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},records/rieng", at=root)
    stages = "".join(f"100644 {str(stage) * 40} {stage}\trecords/xung-dot.yaml\n" for stage in (1, 2, 3))
    subprocess.run(["git", "update-index", "--index-info"], cwd=root, input=stages.encode(), check=True)
    entries = index(root, RECORDS)
    every = list(tracked(entries))
    told = subprocess.run(["git", "ls-files", "-s", "-z", "records"], cwd=root, capture_output=True, check=True).stdout
    assert [f"{mode} {blob}\t{path}".encode() for path, mode, blob in every] == [
        about[:-2] + b"\t" + path for about, path in (one.split(b"\t") for one in told.split(b"\0")[:-1])
    ]
    assert {mode for _, mode, _ in every} == {"100644", "120000", "160000"}
    assert [path for path, _, _ in every].count("records/xung-dot.yaml") == 3
    assert unwatched(entries) == ["records/organisations/ba.yaml", "records/organisations/hai.yaml"]
