"""Examples as repositories on the disk."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

from tests.begun import begun
from thidua.app.check import check
from thidua.diagnostics import Diagnostic, Language
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from thidua.rules.base import Example

TODAY = date(2026, 11, 22)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    (root / "records").mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    if ".gitignore" in files:
        subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    return begun(root)


def checked(root: Path, language: Language = Language.VI, base: str = "") -> tuple[Diagnostic, ...]:
    return check(find_workspace(root), language, TODAY, base=base).diagnostics


def made(root: Path, example: Example) -> str:
    """Write an example, with what it is compared with as a commit, and return that commit."""
    if not example.before:
        write(root, example.files)
        return ""
    root.mkdir(exist_ok=True)
    git(root, "init", "--quiet")
    write(root, example.before)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")
    for path in example.before.keys() - example.files.keys():
        (root / path).unlink()
    write(root, example.files)
    return git(root, "rev-parse", "HEAD")


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Người Thử", "-c", "user.email=thu@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, check=True)
    return done.stdout.decode().strip()


def found_in(root: Path, example: Example, code: str) -> list[str]:
    """Where a rule finds something in an example."""
    base = made(root, example)
    return [str(one.primary) for one in checked(root, base=base) if one.code == code]


def found(root: Path, files: Mapping[str, str | bytes], code: str) -> list[str]:
    """Where a rule finds something in the files."""
    return [str(one.primary) for one in checked(write(root, files)) if one.code == code]
