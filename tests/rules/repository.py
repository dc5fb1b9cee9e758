"""Examples as repositories on the disk."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

from thidua.app.check import check
from thidua.diagnostics import Diagnostic, Language
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TODAY = date(2026, 11, 22)


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    (root / "records").mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    if ".gitignore" in files:
        subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    return root


def checked(root: Path, language: Language = Language.VI) -> tuple[Diagnostic, ...]:
    return check(find_workspace(root), language, TODAY).diagnostics


def found(root: Path, files: Mapping[str, str | bytes], code: str) -> list[str]:
    """Where a rule finds something in the files."""
    return [str(one.primary) for one in checked(write(root, files)) if one.code == code]
