"""What is measured: one round of commands on one generated repository, in the order that each needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.check_planted import errors_of
from benchmarks.measure import Run, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.generate import Generated
    from benchmarks.plant import Planted

PROGRAM = Path(__file__).resolve().parent.parent
"""The folder of the package `thidua`; every command starts there, so that this tree is what is measured."""

PASS, TYPER, STATUS, BARE_PASS = (
    "python -c pass",
    'python -c "import typer"',
    "git status",
    "one CSafeLoader pass",
)
COLD, WARM, CHANGED = "validate, cold", "validate, nothing changed", "validate, one file changed"
DIFF, DIFF_AND_START = "git diff --stat", "git diff --stat + --help"
REVIEW, REVIEW_FIRST = "review of one decision", "review of one decision, the first of its base"
HELP, REPORT, FIND, ADD = "--help", "report YEAR --of ORG", "find TEXT", "add-award by options"

AGAINST: dict[str, Sequence[str]] = {
    COLD: (BARE_PASS,),
    WARM: (STATUS, PASS, BARE_PASS),
    CHANGED: (STATUS, WARM),
    REVIEW: (DIFF_AND_START, WARM),
    REVIEW_FIRST: (DIFF_AND_START, CHANGED),
    REPORT: (PASS, TYPER),
    ADD: (PASS, TYPER),
    FIND: (PASS, TYPER),
    HELP: (PASS, TYPER),
    BARE_PASS: (),
    STATUS: (),
    DIFF: (),
    DIFF_AND_START: (),
    TYPER: (PASS,),
    PASS: (),
}
"""What each case is compared with, in the order of the table."""

MAY_BE_MISSING = (REPORT, ADD, FIND)


ONE_RECORD = "records: 1 changed"
"""What a review of one decision says."""


class WrongAnswerError(Exception):
    """A command did not answer what it must, so that its time means nothing."""


@dataclass
class Bench:
    """One repository and what is known of it.

    Attributes:
        missing: the commands that the program does not have yet.
    """

    folder: Path
    made: Generated
    missing: list[str]

    @property
    def year(self) -> int:
        return 2023

    def commands(self, number: int) -> dict[str, list[str]]:
        python, root = sys.executable, str(self.folder)
        thidua = [python, "-m", "thidua"]
        validate = [*thidua, "validate", "--root", root, "--format", "json"]
        return {
            PASS: [python, "-c", "pass"],
            TYPER: [python, "-c", "import typer"],
            STATUS: ["git", "-C", root, "status", "--porcelain"],
            BARE_PASS: [python, str(PROGRAM / "benchmarks" / "yaml_pass.py"), root],
            COLD: validate,
            WARM: validate,
            CHANGED: validate,
            DIFF: ["git", "-C", root, "diff", "--stat", "main"],
            REVIEW: [*thidua, "review", "main", "--root", root, "--lang", "en"],
            REVIEW_FIRST: [*thidua, "review", "main", "--root", root, "--lang", "en"],
            HELP: [*thidua, "--help"],
            REPORT: [*thidua, "report", str(self.year), "--of", self.made.organisation, "--partial", "--root", root],
            FIND: [*thidua, "find", "nguyen thi nga", "--root", root],
            ADD: [*thidua, "add-award", *self._award(number), "--root", root],
        }

    def _award(self, number: int) -> list[str]:
        """A decision of a commune: none of its years has a tally that one row more would break."""
        return [
            "--award", "giay-khen-cap-xa", "--to", "Nguyễn Thị Ví Dụ", "--unit", self.made.commune,
            "--decision", f"{9000 + number}/QĐ-UBND", "--date", "2023-06-05", "--by", f"ubnd-{self.made.commune}",
            "--method", "dot-xuat", "--yes",
        ]  # fmt: skip

    def find_missing(self) -> None:
        """Try each command that may not be written yet, once and unmeasured."""
        for name in MAY_BE_MISSING:
            done = run(self.commands(0)[name], PROGRAM)
            if not _answered(done):
                self.missing.append(name)
                print(
                    f"{name}: not measured, it ended with {done.status}: {_last_line(done.complaint)}",
                    file=sys.stderr,
                )
        self._restore()

    def round(self, number: int) -> Iterator[tuple[str, Run]]:
        """Measure each case once.

        Raises:
            WrongAnswerError: see the class.
        """
        commands = self.commands(number)
        started = self._run(HELP, commands)
        yield HELP, started
        for name in (PASS, TYPER, STATUS, BARE_PASS):
            yield name, self._run(name, commands)
        shutil.rmtree(self.folder / ".git" / "thidua", ignore_errors=True)
        for name in (COLD, WARM):
            yield name, self._run(name, commands)
        self._change_one_file(number)
        yield CHANGED, self._run(CHANGED, commands)
        yield REVIEW_FIRST, self._run(REVIEW_FIRST, commands)
        difference = self._run(DIFF, commands)
        yield DIFF, difference
        yield DIFF_AND_START, replace(difference, cpu=difference.cpu + started.cpu, wall=difference.wall + started.wall)
        yield REVIEW, self._run(REVIEW, commands)
        self._restore()
        self._run(WARM, commands)
        for name in (REPORT, FIND, ADD):
            if name not in self.missing:
                yield name, self._run(name, commands)
        self._restore()

    def _run(self, name: str, commands: dict[str, list[str]]) -> Run:
        done = run(commands[name], PROGRAM)
        if name in (COLD, WARM, CHANGED):
            self._compare(name, done)
        elif not _answered(done) or (name in (REVIEW, REVIEW_FIRST) and ONE_RECORD not in done.output):
            raise WrongAnswerError(f"{name}: ended with {done.status}\n{done.complaint}")
        return done

    def _compare(self, name: str, done: Run) -> None:
        found: list[Planted] = errors_of(done.output) if done.output.startswith("{") else []
        if found != list(self.made.planted) or done.status != bool(self.made.planted):
            raise WrongAnswerError(
                f"{name}: {len(found)} errors found, {len(self.made.planted)} planted\n{done.complaint}"
            )

    def _change_one_file(self, number: int) -> None:
        """Give another name to a person of a decision that holds no planted error."""
        spoilt = {one.path for one in self.made.planted}
        for file in sorted((self.folder / "records" / "awards" / "2024").iterdir()):
            text = file.read_text("utf-8")
            if f"records/awards/2024/{file.name}" not in spoilt and "- {name: " in text:
                before, _, after = text.partition("- {name: ")
                new = f"{before}- {{name: Đổi Tên {'IVXLC'[number % 5]}{after[after.index(',') :]}"
                file.write_text(new, encoding="utf-8", newline="\n")
                return
        raise WrongAnswerError("no file to change")

    def _restore(self) -> None:
        for command in (
            ["checkout", "--quiet", "--", "."],
            ["clean", "--quiet", "-d", "--force"],
            ["status", "--porcelain"],
        ):
            subprocess.run(["git", *command], cwd=self.folder, check=True, stdout=subprocess.DEVNULL)


def _answered(done: Run) -> bool:
    """Whether a command did its work."""
    return done.status == 0 and "Traceback" not in done.complaint


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]
