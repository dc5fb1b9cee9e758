"""Whether a folder is on another machine: two machines cannot share the register's file, and SQLite does not notice."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")

REMOTE = frozenset(
    (
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "virtiofs", "vboxsf", "vmhgfs", "prl_fs",
        "lustre", "gpfs", "beegfs", "ocfs2", "gfs2", "coda",
    )
)  # fmt: skip
"""Names of file systems that are, or may be, shared by machines."""

SERVED = "fuse."
"""Before the name of one that a program serves, from wherever it has it."""


def is_remote(folder: Path) -> bool:
    """Whether a folder is on another machine, as far as the system tells; macOS is not asked."""
    if sys.platform == "win32":
        return folder.drive.startswith("\\\\")
    if sys.platform != "linux":
        return False
    try:
        device = folder.stat().st_dev
    except OSError:
        return False
    # a disk of this machine has a driver, which has a number: nearly always this ends here
    return os.major(device) == 0 and _kind(device) in REMOTE


@cache
def _kind(device: int) -> str:
    try:
        return kind(f"{os.major(device)}:{os.minor(device)}", MOUNTS.read_text("utf-8", "replace"))
    except OSError:
        return ""


def kind(device: str, mounts: str) -> str:
    """Return which file system a device has; what programs serve counts as one that machines share.

    Args:
        device: its two numbers, with `:` between.
        mounts: what the system tells of them.
    """
    for line in mounts.splitlines():
        where, _, what = line.partition(" - ")
        if where.split(" ")[2:3] == [device]:
            name = what.partition(" ")[0]
            return "nfs" if name.startswith(SERVED) else name
    return ""
