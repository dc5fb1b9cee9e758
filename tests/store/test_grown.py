"""A register that grew by edits, commits and stashes holds, and tells, what one made anew does."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from contextlib import suppress
from time import sleep
from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import thidua
from tests.rules.repository import git, write
from tests.rules.test_incremental import pool
from tests.sealing.office import commit, committed, office
from tests.store.test_plain import SIGNS, text, told
from thidua.app import take_in, understand
from thidua.app.fresh import _freshen, fingerprint, fresh, without_file
from thidua.store.open_register import in_memory
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

NESTED = "records/awards/2023/rieng"
PLAIN = [f"records/awards/{year}/{number}-qd-vi-du.yaml" for year in (2022, 2023) for number in range(8)]
ODD = [
    *(path.replace(".yaml", ".md") for path in PLAIN), "records/awards/2023/5-QD-vi-du.yaml",
    "records/awards/2023/x.yml", "records/organisations/vi-du.md", "records/organisations/Vi-du.yaml",
    "records/awards/2023/con.yaml",
]  # fmt: skip


def grown(root: Path) -> dict[str, list[str]]:
    state = fresh(find_workspace(root))
    said = told(state.register)
    state.register.close()
    return said


def anew(root: Path) -> dict[str, list[str]]:
    register = in_memory(fingerprint())
    _freshen(find_workspace(root), register)
    said = told(register)
    register.close()
    return said


def test_of_two_files_of_one_id_the_same_one_speaks_however_the_register_came_to_be(tmp_path: Path) -> None:
    root = committed(office(tmp_path))
    (root / "records/organisations/phong-mot.md").write_text("---\nname: Phòng Khác\n---\n", "utf-8")
    asked = (
        ("report", "2023", "--of", "ubnd-vi-du", "--partial", "--trace"),
        ("export", "units", "--format", "csv"),
        ("show", "phong-mot"),
    )
    for touched in ("phong-mot.md", "phong-mot.yaml", "phong-mot.md"):
        for command in asked:
            was = thidua(root, *command)
            with without_file(anew=True):
                assert thidua(root, *command) == was
        file = root / "records/organisations" / touched
        file.write_text(file.read_text("utf-8").replace("name: ", "name: Mới "), "utf-8")


def test_a_repository_that_git_was_told_to_have_is_said_to_stand_there(tmp_path: Path) -> None:
    root = committed(office(tmp_path))
    grown(root)
    inner = root / NESTED
    inner.mkdir()
    git(inner, "init", "--quiet")
    commit(inner)
    git(root, "add", "--all")
    for step in ("added", "committed", "removed", "gone from git"):
        if step == "committed":
            commit(root)
        elif step == "removed":
            shutil.rmtree(inner)
        elif step == "gone from git":
            commit(root)
        now = grown(root)
        assert now == anew(root), step
        assert any("TD009" in one for one in now["finding"]) is (step in ("added", "committed"))


def test_text_below_the_front_matter_of_a_decision_is_part_of_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = (
        "decision:\n  number: 5/QĐ\n  date: 2023-03-06\nawards:\n  - award: giay-khen-cap-huyen\n"
        "    recipients:\n      - {name: Nguyễn Văn A}\n"
    )
    said = []
    for body in ("", "Lời văn\n", "Lời văn khác\n"):
        write(tmp_path, {"thidua.yaml": "format: 1\n", "records/awards/2023/1.md": f"---\n{front}---\n{body}"})
        said.append(grown(tmp_path))
        with monkeypatch.context() as strictly:
            strictly.setattr(understand, "is_in_order", lambda *_: False)
            assert anew(tmp_path) == said[-1]
    assert len({one["file"][0] for one in said}) == len(said)


@pytest.mark.parametrize("how", ["edited", "changed places"])
def test_without_git_a_file_of_the_size_and_time_of_before_is_seen_to_be_another(tmp_path: Path, how: str) -> None:
    root = office(tmp_path)
    one, other = (root / f"records/organisations/phong-{name}.yaml" for name in ("mot", "hai"))
    for file, name in ((one, "Một"), (other, "Mốt")):
        file.write_text(f"name: Phòng {name}\n", "utf-8")
        os.utime(file, (10**9, 10**9))
    grown(root)
    sleep(0.05)
    grown(root)  # what was written within a tick of the clock is read again anyway
    if how == "edited":
        one.write_text(one.read_text("utf-8").replace("Một", "Mốt"), "utf-8")
        os.utime(one, (10**9, 10**9))
    else:
        one.rename(root / "giua")
        other.rename(one)
        (root / "giua").rename(other)
    assert grown(root) == anew(root)


class Hand:
    """Somebody who edits, moves, deletes, and uses git, at random."""

    def __init__(self, root: Path, seed: int, *, git: bool) -> None:
        self.root, self.chance, self.pool = root, random.Random(seed), pool()
        self.paths = [*self.pool, *PLAIN, *PLAIN, *ODD]
        by_git = (self.add, self.commit, self.commit, self.stash, self.git, self.git, self.ignore, self.nest)
        self.acts: Sequence[Callable[[], object]] = (
            *([self.write] * 6), self.write_many, *([self.mutate] * 3), self.rename, self.remove, self.link,
            *(by_git if git else ()),
        )  # fmt: skip

    def files(self) -> list[Path]:
        found = sorted((self.root / "records").rglob("*"))
        return [one for one in found if one.is_file() and not one.is_symlink() and ".git" not in one.parts]

    def one(self) -> Path | None:
        return self.chance.choice(self.files() or [None])

    def room(self) -> Path:
        path = self.root / self.chance.choice(self.paths)
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def write(self) -> None:
        path = self.room()
        known = self.pool.get(path.relative_to(self.root).as_posix())
        content = self.chance.choice(known) if known else text(self.chance)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        if path.suffix == ".md" and not known:
            data = b"---\n" + data + self.chance.choice((b"---\n", b"---\nx\n"))
        match self.chance.randrange(20):
            case 0:
                data = data.replace(b"\n", b"\r\n")
            case 1:
                data = b"\xef\xbb\xbf" + data
            case 2:
                data += b"\xff"
            case 3:
                data = data.rstrip(b"\n")
        path.unlink(missing_ok=True)
        path.write_bytes(data)

    def write_many(self) -> None:
        for _ in range(self.chance.choice((5, 40, 220))):
            self.write()

    def mutate(self) -> None:
        if file := self.one():
            data = bytearray(file.read_bytes())
            place = self.chance.randrange(len(data) + 1)
            data[place : place + self.chance.choice((0, 1))] = self.chance.choice(SIGNS).encode()
            file.write_bytes(data)

    def rename(self) -> None:
        if file := self.one():
            file.replace(self.room())

    def remove(self) -> None:
        if file := self.one():
            file.unlink()

    def link(self) -> None:
        if file := self.one():
            file.unlink()
            file.symlink_to("khong-co")

    def try_git(self, *arguments: str) -> None:
        with suppress(subprocess.CalledProcessError):
            git(self.root, *arguments)

    def add(self) -> None:
        if file := self.one():
            self.try_git("add", "--force", "--", str(file))

    def commit(self) -> None:
        self.try_git("add", "--all")
        self.try_git("commit", "--quiet", "--message", "x", "--allow-empty")

    def stash(self) -> None:
        self.try_git("stash", *self.chance.choice(((), ("--include-untracked",), ("--keep-index",), ("pop",))))

    def git(self) -> None:
        branch = f"b{self.chance.randrange(6)}"
        file = str(self.one() or "records")
        arguments = self.chance.choice((
            ("switch", "--quiet", "--create", branch), ("checkout", "--quiet", branch), ("checkout", "--force", branch),
            ("merge", "--quiet", "--message", "m", branch), ("reset", "--quiet", "HEAD~1"),
            ("reset", "--hard", "HEAD~1"), ("commit", "--quiet", "--all", "--amend", "--message", "y"),
            ("rm", "--quiet", "--cached", "--", file),
            ("update-index", "--assume-unchanged", "--", file), ("update-index", "--no-assume-unchanged", "--", file),
            ("update-index", "--skip-worktree", "--", file), ("add", "--intent-to-add", "--", file),
        ))  # fmt: skip
        self.try_git(*arguments)

    def ignore(self) -> None:
        patterns = ("", "*-qd-vi-du.yaml\n", "records/awards/2022/\n", "*.md\n")
        (self.root / ".gitignore").write_text(self.chance.choice(patterns), "utf-8")

    def nest(self) -> None:
        inner = self.root / NESTED
        if inner.exists():
            shutil.rmtree(inner)
        else:
            inner.mkdir(parents=True)
            git(inner, "init", "--quiet")
            commit(inner)


@pytest.mark.parametrize("with_git", [True, False], ids=["git", "no git"])
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 8))])
def test_whatever_is_done_the_register_holds_what_one_made_anew_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, with_git: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    root = write(tmp_path / "office", {"thidua.yaml": "format: 1\norganisation: ubnd-vi-du\n", "records/.giu": ""})
    hand = Hand(committed(root) if with_git else root, seed, git=with_git)
    for step in range(30 if seed else 6):
        done = [hand.chance.choice(hand.acts) for _ in range(hand.chance.choice((1, 1, 2, 4)))]
        for act in done:
            act()
        now = anew(root)
        assert grown(root) == now, (step, [act.__name__ for act in done])
        with monkeypatch.context() as strictly:
            strictly.setattr(take_in, "plain_among", lambda *_: [])
            strictly.setattr(understand, "is_in_order", lambda *_: False)
            assert anew(root) == now
