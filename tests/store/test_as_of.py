"""Records as of a commit are those that a clone of that commit has."""

from __future__ import annotations

import random
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.rules.repository import write
from tests.rules.test_incremental import plain, pool
from thidua.app.as_of import as_of, base_of
from thidua.app.fresh import _freshen, fingerprint, fresh
from thidua.store.open_register import in_memory
from thidua.store.revision import Missing, NoRevision, commit_of
from thidua.store.schema import OWNED
from thidua.store.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.store.register import Register

COMMITS = 6


def run(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Người Thử", "-c", "user.email=thu@example.org")
    done = subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, check=True)
    return done.stdout.decode().strip()


def commit(root: Path, message: str = "x") -> str:
    run(root, "add", "-A")
    run(root, "commit", "-q", "--allow-empty", "-m", message)
    return run(root, "rev-parse", "HEAD")


def holds(register: Register) -> dict[str, list[str]]:
    """Everything in the register, with paths in place of the numbers of files."""
    said = {}
    for table in ("award_row", *OWNED):
        if table == "recipient":  # numbers of words, which differ between registers; told by award_row
            continue
        rows = register.ask_named(
            f"SELECT file.path AS in_file, {table}.* FROM {table} LEFT JOIN file ON file.id = file"
        )
        said[table] = sorted(str({k: v for k, v in row.items() if k != "file"}) for row in rows)
    said["finding"] = plain(register.findings())
    said["file"] = sorted(str(row) for row in register.ask("SELECT path, folder, record, readable FROM file"))
    return said


def alone(root: Path, folder: Path, id_: str) -> tuple[dict[str, list[str]], Workspace]:
    run(root, "worktree", "add", "-q", "--detach", str(folder), id_)
    workspace = find_workspace(folder)
    register = in_memory(fingerprint())
    _freshen(workspace, register)
    return holds(register), workspace


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 5))])
def test_a_commit_is_as_a_clone_of_it(tmp_path: Path, seed: int) -> None:
    chance, root, contents = random.Random(seed), tmp_path / "office", pool()
    root.mkdir()
    run(root, "init", "-q", "-b", "main")
    ids = []
    for _ in range(COMMITS):
        for path in chance.sample(sorted(contents), 12):
            (root / path).unlink(missing_ok=True)
            if chance.random() < 0.7:
                write(root, {path: chance.choice(contents[path])})
        (root / "thidua.yaml").write_text(f"language: {chance.choice(['vi', 'en', 'xx'])}\n", "utf-8")
        ids.append(commit(root))
    write(root, {"records/awards/2023/khong-luu.yaml": "name: 1\n"})  # never committed
    now = fresh(find_workspace(root))
    before = holds(now.register)
    for place, id_ in enumerate(ids):
        expected, workspace = alone(root, tmp_path / f"then-{place}", id_)
        with as_of(now, id_) as then:
            assert holds(then.register) == expected
            assert (then.workspace.settings, then.workspace.findings) == (workspace.settings, workspace.findings)
            for (path,) in then.register.ask("SELECT path FROM file"):
                assert then.workspace.read(path) == workspace.read(path)
        assert holds(now.register) == before


def test_a_held_register_is_done_without(tmp_path: Path) -> None:
    write(tmp_path, {"records/people/a.yaml": "name: Nguyễn Văn A\n"})
    run(tmp_path, "init", "-q", "-b", "main")
    first = commit(tmp_path)
    write(tmp_path, {"records/people/a.yaml": "name: Nguyễn Văn B\n"})
    now, other = fresh(find_workspace(tmp_path)), fresh(find_workspace(tmp_path))
    now.register.do("PRAGMA busy_timeout = 10")
    with other.register.trial(), as_of(now, first) as then:
        assert then.register.ask("SELECT name FROM person") == [("Nguyễn Văn A",)]
    assert now.register.ask("SELECT name FROM person") == [("Nguyễn Văn B",)]


@pytest.mark.parametrize(
    "asked", ["-q", "--all", "--output=x", "", "main..HEAD", "khong-co", "a\nb", "HEAD:records", "^HEAD", "HEAD^{tree}"]
)
def test_what_is_no_commit_is_refused(tmp_path: Path, asked: str) -> None:
    write(tmp_path, {"records/people/a.yaml": "name: Nguyễn Văn A\n"})
    run(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    with pytest.raises(NoRevision) as refused:
        commit_of(tmp_path, asked)
    assert refused.value.why is Missing.UNKNOWN


def test_where_work_left_the_main_branch(tmp_path: Path) -> None:
    root = tmp_path / "office"
    write(root, {"records/people/a.yaml": "name: Nguyễn Văn A\n"})
    workspace = find_workspace(root)
    with pytest.raises(NoRevision) as none:
        base_of(workspace)
    run(root, "init", "-q", "-b", "main")
    with pytest.raises(NoRevision) as unborn:
        base_of(workspace)
    first = commit(root)
    assert base_of(workspace) == first
    run(root, "clone", "-q", "--bare", ".", str(tmp_path / "there"))
    run(root, "remote", "add", "origin", str(tmp_path / "there"))
    run(root, "fetch", "-q", "origin")
    second = commit(root)
    assert base_of(workspace) == first, "on the main branch: what was fetched last"
    run(root, "switch", "-q", "-c", "viec")
    commit(root)
    assert base_of(workspace) == second, "on a branch: the later of the two"
    assert base_of(workspace, "HEAD~1") == second
    run(root, "branch", "-q", "-D", "main")
    assert base_of(workspace) == first
    run(root, "remote", "remove", "origin")
    with pytest.raises(NoRevision) as no_main:
        base_of(workspace)
    assert (none.value.why, unborn.value.why, no_main.value.why) == (Missing.NO_GIT, Missing.UNBORN, Missing.NO_MAIN)
