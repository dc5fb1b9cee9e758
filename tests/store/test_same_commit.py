"""What changed is looked for where files are not as commits have them, and where commits differ: as if all were."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from tests.store.test_fresh import CITY, commit, repository, run
from thidua.app.fresh import fresh, fresh_apart
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from thidua.store.register import Register

NAMES = ("mot", "hai", "ba")


def one_of(chance: random.Random, root: Path) -> Path:
    folder = "organisations" if chance.random() < 0.8 else "organisations/khac"
    return root / "records" / folder / f"{chance.choice(NAMES)}.yaml"


def write(chance: random.Random, root: Path) -> None:
    file = one_of(chance, root)
    if not file.is_symlink():
        file.parent.mkdir(exist_ok=True)
        file.write_text(CITY.replace("Ví Dụ", f"Ví Dụ {chance.randint(1, 3)}"), "utf-8")


def delete(chance: random.Random, root: Path) -> None:
    one_of(chance, root).unlink(missing_ok=True)


def link(chance: random.Random, root: Path) -> None:
    file = one_of(chance, root)
    if file.parent.is_dir() and not file.exists():
        file.unlink(missing_ok=True)
        file.symlink_to("vi-du.yaml")


def put_back(_: random.Random, root: Path) -> None:
    run("git", "checkout", "-q", "--", ".", at=root)


def stage(_: random.Random, root: Path) -> None:
    run("git", "add", "-A", at=root)


def unstage(_: random.Random, root: Path) -> None:
    run("git", "reset", "-q", at=root)


def commit_all(_: random.Random, root: Path) -> None:
    (root / "ghi-chu.txt").write_text(os.urandom(4).hex(), "utf-8")  # there is something to commit
    commit(root)


def commit_staged(_: random.Random, root: Path) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    run("git", *who, "commit", "-q", "--allow-empty", "-m", "x", at=root)


def go_back(_: random.Random, root: Path) -> None:
    """Check out the commit before; the first one has none."""
    run("sh", "-c", "git checkout -q -f --detach HEAD~1 || true", at=root)


def ignore(chance: random.Random, root: Path) -> None:
    (root / ".gitignore").write_text(chance.choice(["", "mot.yaml\n", "khac/\n"]), "utf-8")


def hide(chance: random.Random, root: Path) -> None:
    how = chance.choice(["--assume-unchanged", "--no-assume-unchanged"])
    run("git", "update-index", how, "records/organisations/vi-du.yaml", at=root)
    (root / "records/organisations/vi-du.yaml").write_text(CITY + f"note: Lần {chance.randint(1, 3)}\n", "utf-8")


STEPS: tuple[Callable[[random.Random, Path], None], ...] = (
    write, write, write, delete, link, put_back, stage, unstage, commit_all, commit_staged, go_back, ignore, hide,
)  # fmt: skip


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 8))])
def test_looking_at_some_files_finds_what_looking_at_all_finds(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root, chance = repository(tmp_path / "office"), random.Random(seed)
    for number in range(15):
        for _ in range(chance.randint(1, 2)):
            chance.choice(STEPS)(chance, root)
        there, afresh = (known(made(find_workspace(root)).register) for made in (fresh, fresh_apart))
        assert there == afresh, f"step {number}"


def known(register: Register) -> set[tuple[str, str]]:
    try:
        return set(register.ask("SELECT path, blob FROM file"))
    finally:
        register.close()
