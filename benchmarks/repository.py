"""A generated repository while it is measured: the states it is brought into, and whether the answers are right."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.check_planted import differences, errors_of
from benchmarks.generate import Generated
from benchmarks.measure import Run, run
from benchmarks.plant import Planted

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = Path(__file__).resolve().parent.parent
"""The folder of the package `thidua`; every command starts there, so that this tree is what is measured."""

THIDUA = (sys.executable, "-m", "thidua")
YEAR = 2024
"""Whose decisions are edited; who is given an award is given it the year before."""

_PRINTED_ERROR = re.compile(r"^(?:lỗi|error)\[(TD\d+)\].*\n +--> ([^:\n]+)", re.MULTILINE)


class WrongAnswerError(Exception):
    """A command did not answer what it must, so that its time means nothing."""


class Repository:
    """Generated records in a folder, committed, with planted errors or with none."""

    def __init__(self, parent: Path, name: str, awards: int, seed: int, *options: str, planted: bool = True) -> None:
        self.folder = parent / name
        self._cache = parent / f"{name}-cache"
        self._edits = 0
        own = (*options, "--planted") if planted else options
        self.made = _generated(parent / f"{name}.json", self.folder, awards, seed, own)

    def thidua(self, *words: str) -> Run:
        """Run a command on this repository."""
        return self.timed([*THIDUA, *words, "--root", str(self.folder)])

    def timed(self, command: Sequence[str]) -> Run:
        return run(command, PROGRAM, {"XDG_CACHE_HOME": str(self._cache)})

    def answered(self, *words: str) -> Run:
        """Run a command that must end well.

        Raises:
            WrongAnswerError: it did not.
        """
        done = self.thidua(*words)
        if done.status or "Traceback" in done.complaint:
            raise WrongAnswerError(f"{' '.join(words)}: ended with {done.status}\n{done.complaint}")
        return done

    def validated(self) -> Run:
        """Run `validate` with text output.

        Raises:
            WrongAnswerError: what it printed are not the planted errors.
        """
        done = self.thidua("validate")
        self._compare(done, sorted(Planted(*one) for one in _PRINTED_ERROR.findall(done.output)))
        return done

    def check_answers(self) -> None:
        """Run `validate` with all it knows to tell, untimed, on the state that is there.

        Raises:
            WrongAnswerError: its errors are not the planted ones.
        """
        done = self.thidua("validate", "--format", "json")
        self._compare(done, errors_of(done.output) if done.output.startswith("{") else [])

    def _compare(self, done: Run, found: list[Planted]) -> None:
        planted = list(self.made.planted)
        if found != planted or done.status != bool(planted):
            lines = "\n".join(differences(planted, found)[:20])
            raise WrongAnswerError(f"validate ended with {done.status}\n{lines}\n{done.complaint}")

    def forget(self) -> None:
        """Remove all that the program keeps, so that the next run is cold."""
        shutil.rmtree(self.folder / ".git" / "thidua", ignore_errors=True)
        shutil.rmtree(self._cache, ignore_errors=True)

    def change_one_file(self) -> None:
        """Give a name that never was to a person of a decision that holds no planted error."""
        self._edits += 1
        spoilt = {one.path for one in self.made.planted}
        for file in sorted((self.folder / "records" / "awards" / str(YEAR)).iterdir()):
            text = file.read_text("utf-8")
            if f"records/awards/{YEAR}/{file.name}" not in spoilt and "- {name: " in text:
                before, _, after = text.partition("- {name: ")
                other = "".join("ABCDEGHIKL"[int(digit)] for digit in str(self._edits))
                new = f"{before}- {{name: Đổi Tên {other}{after[after.index(',') :]}"
                file.write_text(new, encoding="utf-8", newline="\n")
                return
        raise WrongAnswerError("no file to change")

    def restore(self) -> None:
        """Bring the work tree back to the commit, and git's index with it."""
        for command in (
            ("checkout", "--quiet", "--", "."),
            ("clean", "--quiet", "-d", "--force"),
            ("status", "--short"),
        ):
            subprocess.run(["git", *command], cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self._cache, ignore_errors=True)


def _generated(told: Path, folder: Path, awards: int, seed: int, options: Sequence[str]) -> Generated:
    """Make a repository in a process of its own: a child's peak of memory begins with that of whoever started it."""
    words = ["--awards", str(awards), "--seed", str(seed), "--told", str(told), *options]
    subprocess.run(
        [sys.executable, "-m", "benchmarks.generate", str(folder), *words],
        cwd=PROGRAM, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    answer = json.loads(told.read_text("utf-8"))
    return Generated(**answer | {"planted": tuple(Planted(**one) for one in answer["planted"])})
