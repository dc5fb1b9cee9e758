"""Every file below `records/` is read, or something is said of it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.store.test_fresh import checked, commit, repository, run
from thidua.app.fresh import MODULES, PACKAGES, fingerprint, fresh
from thidua.store.paths import meant_path, record_path
from thidua.store.queries import unreadable
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

UNREAD = {
    "records/5.yml": "đổi tên tệp thành `5.yaml`",
    "records/awards/2023/6.yaml.txt": "đổi tên tệp thành `6.yaml`",
    "records/awards/2023/7.YAML": "đổi tên tệp thành `7.yaml`",
    "records/awards/2023/8.MD": "đổi tên tệp thành `8.md`",
    "records/awards/2023/9.docx": "chuyển tệp ra ngoài `records/`",
    "records/awards/2023/khong-duoi": "chuyển tệp ra ngoài `records/`",
    "records/ban-ghi.yaml": "chuyển tệp vào một trong",
}
UNSAID = (
    "records/awards/.gitkeep",
    "records/awards/2023/.5.yaml.swp",
    "records/awards/2023/.thidua-x.tmp",
    "records/.nhap/5.txt",
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))


def misplaced(root: Path) -> dict[str, str]:
    return {d.primary.path: d.help or "" for d in checked(root).diagnostics if d.code == "TD009"}


@pytest.mark.parametrize("git", [True, False], ids=["git", "no git"])
def test_no_file_is_left_out_in_silence(tmp_path: Path, git: bool) -> None:
    root = repository(tmp_path / "office", git=git)
    for path in (*UNREAD, *UNSAID):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("name: Ví dụ\n", "utf-8")
    for _ in range(2):
        found = misplaced(root)
        assert found.keys() == UNREAD.keys()
        assert all(found[path].startswith(told) for path, told in UNREAD.items())
        assert checked(root).files == 6 + len(UNREAD)
        if git:
            commit(root)
    assert checked(root).parsed == 0 or not git
    for path in UNREAD:
        (root / path).unlink()
    assert misplaced(root) == {}


@pytest.mark.parametrize("git", [True, False], ids=["git", "no git"])
def test_what_is_no_record_by_its_name_is_no_missing_file_of_a_report(tmp_path: Path, git: bool) -> None:
    root = repository(tmp_path / "office", git=git)
    (root / "records/awards/2023/5.yml").write_text("name: Ví dụ\n", "utf-8")
    state = fresh(find_workspace(root))
    assert unreadable(state.register) == []
    assert state.register.one("SELECT count(*) FROM file WHERE path LIKE '%.yml' AND record = '' AND folder = ''") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
@pytest.mark.parametrize("git", [True, False], ids=["git", "no git"])
def test_a_link_that_becomes_a_file_is_read(tmp_path: Path, git: bool) -> None:
    root = repository(tmp_path / "office", git=git)
    link = root / "records/organisations/khac.yaml"
    link.symlink_to("vi-du.yaml")
    (root / "records/awards/2022").symlink_to("2023")
    for _ in range(2):
        found = misplaced(root)
        assert found.keys() == {"records/organisations/khac.yaml", "records/awards/2022"}
        if git:
            commit(root)
    link.unlink()
    link.write_text("name: Ví dụ khác\n", "utf-8")
    assert misplaced(root).keys() == {"records/awards/2022"}


def test_another_repository_is_named_and_not_read(tmp_path: Path) -> None:
    root = repository(tmp_path / "office")
    inner = root / "records/awards/kho"
    inner.mkdir()
    run("git", "init", "-q", at=inner)
    (inner / "5.yaml").write_text("name: Ví dụ\n", "utf-8")
    assert misplaced(root).keys() == {"records/awards/kho"}


def test_a_committed_tree_costs_no_more_questions_to_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path / "office")
    (root / "records/5.yml").write_text("name: Ví dụ\n", "utf-8")
    commit(root)
    checked(root)
    asked: list[list[str]] = []
    really = subprocess.run

    def counted(command: list[str], **how: object) -> object:
        asked.append(command)
        return really(command, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", counted)
    assert checked(root).parsed == 0
    assert not any("ls-files" in command for command in asked)


@pytest.mark.skipif(sys.platform == "win32", reason="no such file can be made there")
def test_a_name_that_windows_keeps_for_itself_is_found_and_read(tmp_path: Path) -> None:
    root = repository(tmp_path / "office")
    (root / "records/organisations/con.yaml").write_text("name: Con\n", "utf-8")
    result = checked(root)
    (found,) = [d for d in result.diagnostics if d.code == "TD008"]
    assert "Windows" in found.message
    assert unreadable(fresh(find_workspace(root)).register) == []


@pytest.mark.parametrize("name", ["con", "PRN".lower(), "aux", "nul", "com1", "lpt9"])
def test_reserved_names(name: str) -> None:
    assert record_path(f"records/organisations/{name}.yaml").problem == "reserved"
    assert record_path(f"records/years/2023/{name}.md").problem == "reserved"
    assert record_path(f"records/organisations/{name}-1.yaml").problem == ""
    assert record_path("records/organisations/com0.yaml").problem == ""


def test_a_path_that_was_meant() -> None:
    assert meant_path("records/a/5.yml") == "records/a/5.yaml"
    assert meant_path("records/a/5.Markdown.TXT") == "records/a/5.md"
    assert meant_path("records/a/yml") == meant_path("records/a/.yml") == meant_path("records/a.yml/x") == ""


def anew() -> str:
    """The fingerprint as another run finds it."""
    fingerprint.cache_clear()
    return fingerprint()


@pytest.mark.parametrize("package", PACKAGES)
def test_the_register_is_made_again_when_any_file_of_a_package_changes(
    package: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    here = tmp_path / "thidua"
    for folder in PACKAGES:
        (here / folder / "inner").mkdir(parents=True)
        (here / folder / "inner/data.yaml").touch()
    for name in MODULES:
        (here / name).touch()
    monkeypatch.setattr("thidua.__file__", str(here / "__init__.py"))
    request.addfinalizer(fingerprint.cache_clear)
    before = anew()
    assert anew() == before
    os.utime(here / package / "inner/data.yaml", ns=(1, 1))
    found = {before, anew()}
    for name in MODULES:
        os.utime(here / name, ns=(1, 1))
        found.add(anew())
    assert len(found) == 2 + len(MODULES)
