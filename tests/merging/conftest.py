"""A bare repository whose merges run the driver inside the test, so that many take seconds; git itself is real."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from thidua.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENVIRONMENT = {
    **os.environ,
    "GIT_AUTHOR_NAME": "Người Ví Dụ",
    "GIT_AUTHOR_EMAIL": "nguoi@vi-du.example",
    "GIT_COMMITTER_NAME": "Người Ví Dụ",
    "GIT_COMMITTER_EMAIL": "nguoi@vi-du.example",
    "GIT_AUTHOR_DATE": "2023-03-06T08:00:00+07:00",
    "GIT_COMMITTER_DATE": "2023-03-06T08:00:00+07:00",
}
IDENTITY = "Người Ví Dụ <nguoi@vi-du.example> 1678064400 +0700"


def git(
    folder: Path, *arguments: str, data: bytes | None = None, check: bool = True
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=ENVIRONMENT, input=data, capture_output=True, check=check, timeout=60
    )


@dataclass
class Served:
    """The driver, waiting at one end of a pipe for git at the other."""

    folder: Path
    said: list[str] = field(default_factory=list)

    @property
    def command(self) -> str:
        asked, answer = self.folder / "asked", self.folder / "answer"
        return f'printf "%%s\\n" %O %A %B %P > "{asked}"; read status < "{answer}"; exit $status'

    def serve(self) -> None:
        while True:
            base, ours, theirs, path = (self.folder / "asked").read_text("utf-8").splitlines() or [""] * 4
            if not path:
                return
            error = io.StringIO()
            with contextlib.redirect_stderr(error):
                status = run(["merge-driver", base, ours, theirs, path])
            self.said.append(error.getvalue())
            (self.folder / "answer").write_text(f"{status}\n", "utf-8")


@dataclass
class Bare:
    """A bare repository made of texts."""

    root: Path
    served: Served

    def commit(self, branch: str, files: Mapping[str, str], parent: str = "") -> bytes:
        """Return what `git fast-import` needs for one commit of just these files."""
        lines = [f"commit refs/heads/{branch}\n".encode()]
        lines.append(f"committer {IDENTITY}\ndata 0\n".encode())
        if parent:
            lines.append(f"from refs/heads/{parent}\n".encode())
        lines.append(b"deleteall\n")
        for path, text in files.items():
            data = text.encode()
            lines.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
        return b"".join(lines)

    def load(self, commits: bytes) -> None:
        git(self.root, "fast-import", "--quiet", "--force", data=commits)

    def merge(self, ours: str, theirs: str, *, driver: bool) -> tuple[bool, dict[str, str], str]:
        """Merge two branches; return whether it went clean, the files, and what the driver said."""
        setting = [] if driver else ["-c", "core.attributesFile=" + os.devnull, "-c", "merge.thidua.driver="]
        attributes = self.root / "info/attributes"
        attributes.write_text("records/** merge=thidua\n" if driver else "", "utf-8")
        self.served.said.clear()
        done = git(self.root, *setting, "merge-tree", "--write-tree", "-z", ours, theirs, check=False)
        assert done.returncode in (0, 1), done.stderr
        tree = done.stdout.split(b"\0")[0].decode()
        listed = git(self.root, "ls-tree", "-r", "-z", tree).stdout.decode().split("\0")[:-1]
        blobs = [entry.split("\t")[0].split(" ")[2] for entry in listed]
        raw = git(self.root, "cat-file", "--batch", data="".join(f"{blob}\n" for blob in blobs).encode()).stdout
        files = {}
        for entry in listed:
            header, _, raw = raw.partition(b"\n")
            size = int(header.split(b" ")[2])
            files[entry.split("\t")[1]] = raw[:size].decode()
            raw = raw[size + 1 :]
        return done.returncode == 0, files, "".join(self.served.said)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    folder = tmp_path_factory.mktemp("bare")
    root = folder / "repository.git"
    git(folder, "init", "--quiet", "--bare", str(root))
    served = Served(folder)
    for name in ("asked", "answer"):
        os.mkfifo(folder / name)
    git(root, "config", "merge.thidua.driver", served.command)
    here = Path.cwd()
    os.chdir(root)  # git runs a driver at its top
    server = threading.Thread(target=served.serve, daemon=True)
    server.start()
    yield Bare(root, served)
    (folder / "asked").write_text("\n\n\n\n", "utf-8")
    server.join(10)
    os.chdir(here)
