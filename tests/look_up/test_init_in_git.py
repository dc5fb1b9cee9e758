"""`thidua init` and git: its repository, its hook, its first commit."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.look_up.office import NAMED, files_of, made

if TYPE_CHECKING:
    from tests.look_up.office import Office


def test_git_is_made_with_the_branch_main(empty: Office) -> None:
    root = made(empty)
    assert (root / ".git/HEAD").read_text() == "ref: refs/heads/main\n"


def test_the_hook_can_be_run_and_is_plain_shell(empty: Office) -> None:
    hook = made(empty) / ".git/hooks/pre-commit"
    assert hook.stat().st_mode & stat.S_IXUSR
    assert b"\r" not in hook.read_bytes()
    assert subprocess.run(["sh", "-n", hook], check=False).returncode == 0


def test_the_hook_lets_good_records_pass_and_stops_bad_ones(empty: Office) -> None:
    empty.root = made(empty, *NAMED)
    commit = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Ví dụ"]

    def commit_all() -> subprocess.CompletedProcess[str]:
        empty.git("add", "--all")
        return subprocess.run(commit, cwd=empty.root, capture_output=True, text=True)

    empty.write({"records/organisations/dung.yaml": "name: Phòng Ví Dụ\nsource:\n  document: Ví dụ\n"})
    first = commit_all()
    assert first.returncode == 0, first.stdout + first.stderr
    empty.write({"records/organisations/sai.yaml": "ten: Sai\n", "records/people/an.yaml": "name:   An\n"})
    second = commit_all()
    assert second.returncode != 0
    told = second.stdout + second.stderr
    assert "sai.yaml" in told
    assert "an.yaml" in told
    assert told.splitlines()[-1].startswith("CHƯA LƯU: ")


def test_the_first_commit_holds_what_was_made(empty: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ví Dụ")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "vi-du@example.org")
    answer = empty.run("init", str(empty.root / "kho"), "--name", "Phường Ví Dụ")
    assert "  đã lưu lần đầu vào nhánh `main`; bắt đầu một phần việc bằng `thidua start`" in answer.out.splitlines()
    empty.root /= "kho"
    assert empty.git("status", "--porcelain") == ""
    assert set(empty.git("ls-files").split()) == set(files_of(empty.root))
    assert empty.git("log", "--format=%s %an") == "Lập kho bản ghi Ví Dụ\n"
    assert "đã lưu lần đầu" not in empty.run("init", str(empty.root)).out


def test_the_hook_is_put_back_into_a_clone(empty: Office) -> None:
    root = made(empty, *NAMED)
    before = (root / ".git/hooks/pre-commit").read_bytes()
    (root / ".git/hooks/pre-commit").unlink()
    made(empty)
    assert (root / ".git/hooks/pre-commit").read_bytes() == before


def test_without_the_program_the_hook_says_how_to_open_its_environment(empty: Office) -> None:
    root = made(empty)
    hook = root / ".git/hooks/pre-commit"
    hook.write_text(hook.read_text("utf-8").replace(Path(sys.executable).as_posix(), "/nowhere/python"), "utf-8")
    done = subprocess.run(["/bin/sh", hook], cwd=root, env={"PATH": "/bin"}, capture_output=True, text=True)
    assert done.returncode == 1
    assert ".venv\\Scripts\\activate" in done.stderr


def test_inside_a_git_repository_no_other_is_made(empty: Office) -> None:
    empty.git("init", "--quiet")
    root = made(empty)
    assert not (root / ".git").exists()
    assert not (empty.root / ".git/hooks/pre-commit").exists()


def test_what_is_private_is_never_seen_by_git(empty: Office) -> None:
    empty.root = made(empty)
    empty.write({"private/ngay-sinh.yaml": "a: b\n", "bao-cao-2025.html": "", "records/.thidua-1.tmp": ""})
    assert "private" not in empty.git("status", "--porcelain", "--untracked-files=all")
    assert "bao-cao" not in empty.git("status", "--porcelain", "--untracked-files=all")
    assert ".tmp" not in empty.git("status", "--porcelain", "--untracked-files=all")


@pytest.fixture
def somebody(empty: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Somebody whom git knows, with settings of their own in `gitconfig`."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(empty.root / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ví Dụ")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "vi-du@example.org")
    return empty


def test_what_git_ignores_is_not_in_the_first_commit_and_does_not_hinder_it(somebody: Office) -> None:
    somebody.write({"gitconfig": f"[core]\n\texcludesFile = {somebody.root}/ignore\n", "ignore": ".vscode/\n"})
    somebody.write({"kho/.gitignore": "/schema/\n", "kho/cu.txt": "Có từ trước\n"})
    assert "đã lưu lần đầu vào nhánh `main`" in somebody.run("init", str(somebody.root / "kho")).out
    somebody.root /= "kho"
    saved = set(somebody.git("ls-tree", "-r", "--name-only", "HEAD").split())
    assert saved == {
        path
        for path in files_of(somebody.root)
        if not path.startswith((".vscode/", "schema/")) and path not in (".gitignore", "cu.txt")
    }
    assert somebody.git("status", "--porcelain") == "?? .gitignore\n?? cu.txt\n"


def test_a_repository_with_long_ids_gets_its_first_commit(somebody: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DEFAULT_HASH", "sha256")
    assert "đã lưu lần đầu vào nhánh `main`" in somebody.run("init", str(somebody.root / "kho")).out


def test_why_there_is_no_first_commit_is_told(somebody: Office) -> None:
    somebody.write({"gitconfig": "[commit]\n\tgpgSign = true\n[gpg]\n\tprogram = khong-co-chuong-trinh-nay\n"})
    told = somebody.run("init", str(somebody.root / "kho")).out
    assert "chưa lưu lần đầu được; git nói: " in told
    assert "khong-co-chuong-trinh-nay" in told
    assert "bạn là ai" not in told


def test_hooks_that_git_looks_for_elsewhere_are_told(somebody: Office) -> None:
    somebody.write({"gitconfig": "[core]\n\thooksPath = /noi-khac\n", "hooks/pre-commit": "#!/bin/sh\nexit 1\n"})
    told = somebody.run("init", str(somebody.root / "kho")).out
    assert "tìm lệnh ở /noi-khac (core.hooksPath)" in told
    assert "đã lưu lần đầu" in told
    assert "core.hooksPath" not in somebody.run("init", str(somebody.root / "kho")).out
