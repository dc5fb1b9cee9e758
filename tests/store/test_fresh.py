"""The register: what is parsed, what is kept, and what happens when it is lost, held, damaged or out of reach."""

from __future__ import annotations

import random
import sqlite3
import stat
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest

from thidua.app.check import CheckResult, check
from thidua.app.fresh import fresh
from thidua.diagnostics import Language
from thidua.store.register_file import REGISTER_FILE
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)

CITY = "name: Thành phố Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: huyen\nsource: {document: Ví dụ}\n"
DECISION = """\
decision: {number: NUMBER/QĐ-UBND, date: 2023-03-06, authority: vi-du}
period: 2023
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ}
      - {name: Trần Thị B, unit: phong-khong-co}
"""


def repository(root: Path, *, git: bool = True) -> Path:
    (root / "records/organisations").mkdir(parents=True)
    (root / "records/awards/2023").mkdir(parents=True)
    (root / "thidua.yaml").write_text("organisation: vi-du\n", "utf-8")
    (root / "records/organisations/vi-du.yaml").write_text(CITY, "utf-8")
    for number in range(1, 6):
        text = DECISION.replace("NUMBER", str(number))
        (root / f"records/awards/2023/{number}-qd-ubnd-vi-du.yaml").write_text(text, "utf-8")
    if git:
        run("git", "init", "-q", "-b", "main", at=root)
        commit(root)
    return root


def run(*command: str, at: Path) -> None:
    subprocess.run(command, cwd=at, check=True, capture_output=True)


def commit(root: Path) -> None:
    run("git", "add", "-A", at=root)
    run(
        "git",
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.org",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "x",
        at=root,
    )


def checked(root: Path) -> CheckResult:
    return check(find_workspace(root), Language.VI, TODAY)


def lines(result: CheckResult) -> list[str]:
    return [f"{d.code} {d.primary} {d.message} {d.help} {d.related}" for d in result.diagnostics]


@pytest.mark.parametrize("git", [True, False], ids=["git", "no git"])
def test_a_second_check_parses_nothing_and_finds_the_same(
    tmp_path: Path, git: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    root = repository(tmp_path / "office", git=git)
    first = checked(root)
    if not git:
        checked(root)  # within one tick of the clock a file is read again
    second = checked(root)
    assert (first.parsed, second.parsed) == (6, 0)
    assert lines(first) == lines(second)
    assert any("phong-khong-co" in line for line in lines(first))


@pytest.mark.parametrize("git", [True, False], ids=["git", "no git"])
def test_only_a_changed_file_is_parsed_again(tmp_path: Path, git: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    root = repository(tmp_path / "office", git=git)
    checked(root)
    path = root / "records/awards/2023/3-qd-ubnd-vi-du.yaml"
    path.write_text(path.read_text("utf-8").replace("phong-khong-co", "Phòng Ví dụ"), "utf-8")
    after = checked(root)
    assert after.parsed == 1
    assert not any("3-qd-ubnd" in line and "phong-khong-co" in line for line in lines(after))


def test_a_commit_of_what_was_read_already_parses_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path)
    checked(root)
    path = root / "records/awards/2023/3-qd-ubnd-vi-du.yaml"
    path.write_text(path.read_text("utf-8").replace("Trần Thị B", "Trần Thị C"), "utf-8")
    assert checked(root).parsed == 1
    commit(root)
    assert checked(root).parsed == 0


def test_a_branch_that_was_read_before_is_parsed_only_where_it_differs(tmp_path: Path) -> None:
    root = repository(tmp_path)
    checked(root)
    run("git", "switch", "-q", "-c", "other", at=root)
    (root / "records/awards/2023/9-qd-ubnd-vi-du.yaml").write_text(DECISION.replace("NUMBER", "9"), "utf-8")
    commit(root)
    assert checked(root).parsed == 1
    run("git", "switch", "-q", "main", at=root)
    result = checked(root)
    assert result.parsed == 0
    assert result.files == 6


def test_a_deleted_organisation_leaves_findings_where_it_is_named(tmp_path: Path) -> None:
    root = repository(tmp_path)
    before = lines(checked(root))
    assert not any("không có `vi-du`" in line for line in before)
    (root / "records/organisations/vi-du.yaml").unlink()
    after = lines(checked(root))
    assert sum("không có `vi-du`" in line for line in after) == 5


@pytest.mark.long
@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_register_is_made_again_with_the_same_answers(tmp_path: Path, seed: int) -> None:
    root = repository(tmp_path)
    expected = lines(checked(root))
    file = find_workspace(root).register_folder / REGISTER_FILE
    damage = random.Random(seed)
    content = bytearray(file.read_bytes())
    if seed == 0:
        content = bytearray()
    elif seed == 1:
        content = content[: len(content) // 2]
    elif seed == 2:
        content = bytearray(b"not a register")
    else:
        for _ in range(2000):
            content[damage.randrange(len(content))] = damage.randrange(256)
    for leftover in file.parent.glob(REGISTER_FILE + "-*"):
        leftover.unlink()
    file.write_bytes(bytes(content))
    assert lines(checked(root)) == expected


def test_a_register_of_another_program_is_made_again(tmp_path: Path) -> None:
    root = repository(tmp_path)
    expected = lines(checked(root))
    db = sqlite3.connect(find_workspace(root).register_folder / REGISTER_FILE)
    db.execute("UPDATE meta SET value = 'another' WHERE key = 'program'")
    db.execute("DELETE FROM finding")
    db.commit()
    db.close()
    again = checked(root)
    assert again.parsed == 6
    assert lines(again) == expected


def test_a_register_that_another_program_holds_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path)
    expected = lines(checked(root))
    (root / "records/awards/2023/1-qd-ubnd-vi-du.yaml").touch()
    path = root / "records/awards/2023/2-qd-ubnd-vi-du.yaml"
    path.write_text(path.read_text("utf-8") + "# một lời ghi\n", "utf-8")
    monkeypatch.setattr("thidua.store.register_file.PATIENCE", 0.1)
    holder = sqlite3.connect(find_workspace(root).register_folder / REGISTER_FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        state = fresh(find_workspace(root))
        assert not state.register.lasting
        assert lines(checked(root)) == expected
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    root = repository(tmp_path)
    expected = lines(checked(root))
    folder = find_workspace(root).register_folder
    for leftover in folder.iterdir():
        leftover.unlink()
    folder.rmdir()
    folder.write_text("a file where the folder should be", "utf-8")
    result = checked(root)
    assert result.parsed == 6
    assert lines(result) == expected


def test_checking_changes_nothing_in_the_work_tree(tmp_path: Path) -> None:
    root = repository(tmp_path)
    files = [path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    for path in files:
        path.chmod(stat.S_IREAD)
    checked(root)
    after = [path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts]
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in after} == before


def test_a_link_is_not_followed_out_of_the_repository(tmp_path: Path) -> None:
    root = repository(tmp_path / "office")
    outside = tmp_path / "outside.yaml"
    outside.write_text("name: Bí mật\n", "utf-8")
    try:
        (root / "records/organisations/lien-ket.yaml").symlink_to(outside)
    except OSError:
        return  # Windows without the right to make links: there is nothing to follow
    for _ in range(2):
        result = checked(root)
        assert result.files == 7
        assert [line for line in lines(result) if "lien-ket" in line and "là liên kết" in line]
        assert not any("Bí mật" in line for line in lines(result))
        commit(root)


def test_a_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "records/organisations/hong.yaml").write_bytes(b"name: \xff\xfe\n")
    (root / "records/organisations/tat.yaml").write_text("name: Tắt\n\tkind: x\n", "utf-8")
    found = lines(checked(root))
    assert any("hong.yaml:1:7" in line for line in found)
    assert any("tat.yaml:2:1" in line for line in found)
    assert any("phong-khong-co" in line for line in found)


def test_a_file_name_with_odd_characters_is_read_all_the_same(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / 'records/organisations/Phòng "Ví dụ".yaml').write_text(CITY, "utf-8")
    for _ in range(2):
        assert any('Phòng "Ví dụ".yaml' in line for line in lines(checked(root)))
        commit(root)


def test_a_repository_cannot_make_the_program_run_its_filters(tmp_path: Path) -> None:
    root = repository(tmp_path / "office")
    ran = tmp_path / "ran"
    (root / ".gitattributes").write_text("*.yaml filter=x\n", "utf-8")
    commit(root)
    run("git", "config", "filter.x.clean", f'echo ran > "{ran.as_posix()}"; cat', at=root)
    run("git", "config", "filter.x.required", "true", at=root)
    path = root / "records/awards/2023/2-qd-ubnd-vi-du.yaml"
    path.write_text(path.read_text("utf-8").replace("Trần Thị B", "Trần Thị D"), "utf-8")
    assert checked(root).files == 6
    assert not ran.exists()


def test_a_variable_of_a_hook_does_not_lead_to_another_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "office")
    expected = lines(checked(root))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    (root / "records/organisations/moi.yaml").write_text("nam: x\n", "utf-8")
    after = lines(checked(root))
    assert len(after) > len(expected)
