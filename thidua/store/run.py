"""Running git, `gh` or `glab` where they may write or speak with a server: bounded in time, never asking, never a shell."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from enum import StrEnum
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from thidua.store.git import GitError, find_program, own_environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LOCAL_SECONDS = 120
SERVER_SECONDS = 300


class Trouble(StrEnum):
    """What stood in the way, as far as its words tell."""

    NO_ANSWER = "no-answer"
    NOT_ALLOWED = "not-allowed"
    PROTECTED = "protected"
    BEHIND = "behind"
    LOCKED = "locked"
    FULL = "full"
    NOBODY = "nobody"
    OVERWRITTEN = "overwritten"
    READ_ONLY = "read-only"
    MISSING = "missing"
    MOVED = "moved"
    """Another program brought the work tree elsewhere meanwhile."""
    OTHER = "other"


_NOT_ALLOWED = (
    "Authentication failed", "could not read (?:Username|Password)", "Permission to .* denied", r"Permission denied \(",
    "returned error: 40[13]", "[Aa]ccess denied", "not authori[sz]ed", "terminal prompts disabled",
    "Host key verification failed", "[Rr]epository .*not found", "You are not allowed",
)  # fmt: skip
_NO_ANSWER = (
    "Could not resolve", "unable to access", "Connection (?:refused|reset|timed out)", "timed out", "No route to host",
    "Network is unreachable", "does not appear to be a git repository", "Could not read from remote", "unable to connect",
    "hung up", "early EOF", r"returned error: 5\d\d",
)  # fmt: skip
_SAYS = (
    (Trouble.FULL, r"No space left|[Dd]isk quota exceeded|File too large|not enough space|disk is full"),
    (Trouble.NOT_ALLOWED, r"dubious ownership"),
    (
        Trouble.READ_ONLY,
        r"insufficient permission|Read-only file system|(?:unable|could not|cannot) .*: Permission denied",
    ),
    (Trouble.LOCKED, r"\.lock': File exists|Unable to create '.*\.lock'|cannot lock ref|could not lock"),
    (
        Trouble.PROTECTED,
        r"protected branch|pre-receive hook declined|hook declined|GH006|GH013|push declined|not allowed to push",
    ),
    (Trouble.BEHIND, r"non-fast-forward|fetch first|stale info|needs force"),
    (Trouble.NOT_ALLOWED, "|".join(_NOT_ALLOWED)),
    (Trouble.NO_ANSWER, "|".join(_NO_ANSWER)),
    (
        Trouble.NOBODY,
        r"tell me who you are|unable to auto-detect email|empty ident name|no email was given|no name was given",
    ),
    (Trouble.OVERWRITTEN, r"would be overwritten|would lose untracked"),
)


class Refused(GitError):
    """A program that may write did not do what it was asked.

    Attributes:
        trouble: see the class.
    """

    def __init__(self, trouble: Trouble, message: str, status: int | None = None) -> None:
        super().__init__(message, status)
        self.trouble = trouble


def trouble_of(said: str) -> Trouble:
    """Return what stood in the way, from what a program said of it."""
    return next((trouble for trouble, words in _SAYS if re.search(words, said)), Trouble.OTHER)


_FIXED = (
    "core.fsmonitor=false", "core.quotePath=false", f"core.hooksPath={os.devnull}", "core.pager=cat", "diff.external=",
    "gc.auto=0", "maintenance.auto=false", "submodule.recurse=false", "push.recurseSubmodules=no", "advice.detachedHead=false",
    "i18n.commitEncoding=UTF-8", "core.protectHFS=true", "core.protectNTFS=true",
)  # fmt: skip
"""Hooks are not run: `send` itself does what the office's own hook does, and a hook may ask and wait for ever."""

_SILENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GCM_INTERACTIVE": "auto",
    "GIT_EDITOR": ":",
    "GIT_SEQUENCE_EDITOR": ":",
    "GIT_MERGE_AUTOEDIT": "no",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GH_PROMPT_DISABLED": "1",
    "GH_NO_UPDATE_NOTIFIER": "1",
    "NO_PROMPT": "1",
    "NO_COLOR": "1",
}
_NOT_OURS = (
    "GIT_INDEX_FILE",
    "GIT_EXTERNAL_DIFF",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
)


def git_write(
    root: Path,
    *arguments: str,
    given: bytes = b"",
    more: Mapping[str, str] | None = None,
    seconds: float = LOCAL_SECONDS,
) -> bytes:
    """Return what git prints; it may change the repository, and the user's own settings hold, such as credentials.

    What comes from people is never an argument by itself: it is read from `given`, stands behind a fixed word or `=`,
    or is an id or a name of a branch that `check-ref-format` knows.

    Raises:
        Refused: git is missing, ended with an error, or took too long.
    """
    fixed = [part for setting in _FIXED for part in ("-c", setting)]
    return run(root, [_git(root), *fixed, *arguments], given=given, more=more, seconds=seconds)


def run(
    root: Path,
    command: list[str],
    *,
    given: bytes = b"",
    more: Mapping[str, str] | None = None,
    seconds: float = LOCAL_SECONDS,
) -> bytes:
    """Return what a program prints. It has no terminal, and what it started ends with it.

    Raises:
        Refused: see `git_write`.
    """
    mine = {name: value for name, value in own_environment().items() if name not in _NOT_OURS}
    try:
        status, printed, said = _ended(root, command, given, {**mine, **_SILENT, **(more or {})}, seconds)
    except subprocess.TimeoutExpired as error:
        raise Refused(Trouble.NO_ANSWER, f"timed out after {seconds:.0f} s") from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", -1))
        raise Refused(Trouble.FULL if full else Trouble.OTHER, error.strerror or str(error)) from error
    if status:
        too_large = status == -getattr(signal, "SIGXFSZ", 0)
        said = f"{said.strip()}\n{printed.decode('utf-8', 'replace').strip()}".strip()
        raise Refused(Trouble.FULL if too_large else trouble_of(said), without_credentials(said), status)
    return printed


def _ended(
    root: Path, command: list[str], given: bytes, environment: Mapping[str, str], seconds: float
) -> tuple[int, bytes, str]:
    """Return how a program ended, what it printed and what it said besides."""
    with TemporaryFile() as wanted, TemporaryFile() as out, TemporaryFile() as err:
        wanted.write(given)
        wanted.seek(0)
        # files, not pipes: a helper that outlives its parent would hold a pipe open for ever
        process = subprocess.Popen(  # noqa: S603 - fixed words, no shell
            command, cwd=root, env=environment, stdin=wanted, stdout=out, stderr=err,
            start_new_session=sys.platform != "win32",
        )  # fmt: skip
        try:
            status = process.wait(seconds)
        except BaseException:
            _end(process)
            raise
        out.seek(0)
        err.seek(0)
        return status, out.read(), err.read().decode("utf-8", "replace")


def _git(root: Path) -> str:
    try:
        return find_program(root)
    except GitError as error:
        raise Refused(Trouble.MISSING, str(error)) from error


def program(root: Path, name: str) -> str | None:
    """Return where a program is, found with the same care as git; `None` where it is not."""
    try:
        return find_program(root, f"{name}.exe" if sys.platform == "win32" else name)
    except GitError:
        return None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it started; first kindly, so that git takes its lock files away."""
    for kind in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        with suppress(OSError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, kind)
        with suppress(subprocess.TimeoutExpired):
            process.wait(3)
            return


def without_credentials(text: str) -> str:
    """Return a text whose addresses name neither user nor password."""
    return re.sub(r"(?<=://)[^/@\s'\"]+@", "", text)
