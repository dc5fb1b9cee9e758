"""A register that has read an office without records, to begin with: to make one takes longer than most checks."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.program import thidua
from thidua.store.register_file import MARK, REGISTER_FILE
from thidua.store.workspace import find_workspace


def begun(root: Path) -> Path:
    """Have an office begin with a register, where there is none of it yet."""
    folder = root / ".git/thidua" if (root / ".git").is_dir() else find_workspace(root).register_folder
    if not folder.exists():
        folder.mkdir(parents=True)
        data, mark, time = _empty()
        (folder / REGISTER_FILE).write_bytes(data)
        (folder / f"{REGISTER_FILE}{MARK}").write_bytes(mark)
        os.utime(folder / REGISTER_FILE, ns=(time, time))
    return root


@cache
def _empty() -> tuple[bytes, bytes, int]:
    """Return the file, its mark, and when it was written: the mark tells that too."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        root = Path(name) / "kho"
        (root / "records").mkdir(parents=True)
        thidua("validate", at=root)
        patch.setenv("XDG_CACHE_HOME", str(Path(name) / "cache"))
        folder = find_workspace(root).register_folder
        file = folder / REGISTER_FILE
        return file.read_bytes(), (folder / f"{REGISTER_FILE}{MARK}").read_bytes(), file.stat().st_mtime_ns
