"""One round of commands on each generated repository, in the order that each needs."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Protocol
from unicodedata import combining, normalize

from benchmarks import cases
from benchmarks.measure import Run, middle
from benchmarks.repository import PROGRAM, THIDUA, YEAR, Repository, WrongAnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIMES = 3
"""How often a short command runs in each round: a few milliseconds alone are at the mercy of what else goes on."""

FEWEST = 300
"""In fewer awards there is no room for the planted errors."""

FIND_WORDS, NAME = "nguyen thi nga", "Nguyễn Thị Nga"
ONE_RECORD = "records: 1 changed"
"""What a review of one decision says."""

_ROW_NAME = re.compile(r"- \{(?:name|household|collective|enterprise): ([^,}]+)")


class Scene(Protocol):
    """Repositories and what is timed on them.

    `check` compares the answers of every state that is timed with what is known; it also warms the disk cache and has
    the `.pyc` files written, so that no round is the first.
    """

    def check(self) -> None: ...

    def round(self) -> Iterator[tuple[str, Run]]: ...

    def close(self) -> None: ...


class Decisions:
    """Decision files in canonical form, and a repository with a hundredth of the awards."""

    def __init__(self, parent: Path, awards: int, seed: int) -> None:
        self.large = Repository(parent, "decisions", awards, seed)
        self.small = Repository(parent, "few", max(awards // 100, FEWEST), seed)
        self.added = 0

    def check(self) -> None:
        """See the class `Scene`: cold, warm, changed, restored."""
        self.large.forget()
        for _ in ("cold", "warm"):
            self.large.check_answers()
        self.large.change_one_file()
        self.large.check_answers()
        self.large.restore()
        self.large.check_answers()
        self.small.check_answers()
        _check_rows(self.large, "find", FIND_WORDS)
        _check_rows(self.large, "history", NAME)
        for _ in (*self._reviews(), *self._short(), *self._additions()):
            pass
        self._end_round()

    def round(self) -> Iterator[tuple[str, Run]]:
        yield from _passes(self.large, cases.BARE, cases.KEPT)
        self.large.forget()
        yield cases.COLD, self.large.validated()
        yield from self._reviews()
        yield from _middles([dict(self._short()) for _ in range(TIMES)])
        yield from _middles([dict(self._additions()) for _ in range(TIMES)])
        self._end_round()

    def close(self) -> None:
        self.large.remove()
        self.small.remove()

    def _end_round(self) -> None:
        """Take the added awards away again."""
        for repository in (self.large, self.small):
            repository.restore()
            repository.validated()

    def _reviews(self) -> Iterator[tuple[str, Run]]:
        """Review one edit in words: when nothing of the main branch is kept yet, and again."""
        self.large.change_one_file()
        self.large.validated()
        for name in (cases.REVIEW_FIRST, cases.REVIEW):
            done = self.large.answered("review", "main", "--lang", "en")
            if ONE_RECORD not in done.output:
                raise WrongAnswerError(f"review: {done.output[:500]}")
            yield name, done
        yield cases.DIFF, _ended(self.large.timed(self._git("diff", "--stat", "main")))
        self.large.restore()
        self.large.validated()

    def _short(self) -> Iterator[tuple[str, Run]]:
        """Run what takes less than a second, each beside what it is compared with; afterwards all is as before."""
        for name, command in (
            (cases.PASS, [sys.executable, "-c", "pass"]),
            (cases.HELP, [*THIDUA, "--help"]),
            (cases.VERSION, [*THIDUA, "--version"]),
            (cases.TYPER, [sys.executable, "-c", "import typer"]),
            (cases.STATUS, self._git("status", "--porcelain")),
        ):
            yield name, _ended(self.large.timed(command))
        yield cases.WARM, self.large.validated()
        report = ("report", str(YEAR - 1), "--of", self.large.made.organisation, "--partial")
        yield cases.REPORT, self.large.answered(*report)
        yield cases.FIND, self.large.answered("find", FIND_WORDS)
        yield cases.HISTORY, self.large.answered("history", NAME)
        self.large.change_one_file()
        yield cases.CHANGED, self.large.validated()
        self.large.restore()
        self.large.validated()

    def _git(self, *words: str) -> list[str]:
        return ["git", "-C", str(self.large.folder), *words]

    def _additions(self) -> Iterator[tuple[str, Run]]:
        """Add awards to both repositories: they are compared with each other."""
        yield cases.IMPORTS, _ended(self.large.timed([sys.executable, "-c", "import typer, pydantic, yaml"]))
        yield cases.ADD, self._add(self.large)
        yield cases.ADD_TO_FEW, self._add(self.small)

    def _add(self, repository: Repository) -> Run:
        """Add a decision of a commune: none of its years has a tally that one row more would break."""
        self.added += 1
        commune = repository.made.commune
        done = repository.answered(
            "add-award", "--award", "giay-khen-cap-xa", "--to", "Nguyễn Thị Ví Dụ", "--unit", commune,
            "--decision", f"{9000 + self.added}/QĐ-UBND", "--date", f"{YEAR - 1}-06-05", "--by", f"ubnd-{commune}",
            "--method", "dot-xuat", "--yes",
        )  # fmt: skip
        if f"{9000 + self.added}/QĐ-UBND" not in _new_texts(repository):
            raise WrongAnswerError(f"add-award wrote nothing: {done.output}")
        return done


class Loose:
    """Decision files as people type them: none is in canonical form."""

    def __init__(self, parent: Path, awards: int, seed: int) -> None:
        self.typed = Repository(parent, "loose", awards, seed, "--loose")

    def check(self) -> None:
        self.typed.forget()
        for _ in ("cold", "warm"):
            self.typed.check_answers()

    def round(self) -> Iterator[tuple[str, Run]]:
        yield from _passes(self.typed, cases.LOOSE_BARE)
        self.typed.forget()
        yield cases.LOOSE_COLD, self.typed.validated()

    def close(self) -> None:
        self.typed.remove()


class Single:
    """A file for each award."""

    def __init__(self, parent: Path, awards: int, seed: int) -> None:
        self.files = Repository(parent, "single", awards, seed, "--layout", "single")

    def check(self) -> None:
        self.files.forget()
        for _ in ("cold", "warm"):
            self.files.check_answers()

    def round(self) -> Iterator[tuple[str, Run]]:
        yield from _passes(self.files, cases.SINGLE_BARE)
        self.files.forget()
        yield cases.SINGLE_COLD, self.files.validated()
        status = ["git", "-C", str(self.files.folder), "status", "--porcelain"]
        pairs = [(_ended(self.files.timed(status)), self.files.validated()) for _ in range(TIMES)]
        yield from _middles([{cases.SINGLE_STATUS: git, cases.SINGLE_WARM: warm} for git, warm in pairs])

    def close(self) -> None:
        self.files.remove()


class TenTimes:
    """Decision files in canonical form, and ten times as many."""

    def __init__(self, parent: Path, awards: int, seed: int) -> None:
        self.both = {
            cases.COLD: Repository(parent, "decisions", awards, seed),
            cases.TEN_TIMES: Repository(parent, "ten-times", awards * 10, seed),
        }

    def check(self) -> None:
        for repository in self.both.values():
            repository.forget()
            repository.check_answers()

    def round(self) -> Iterator[tuple[str, Run]]:
        for name, repository in self.both.items():
            repository.forget()
            yield name, repository.validated()

    def close(self) -> None:
        for repository in self.both.values():
            repository.remove()


def _middles(turns: list[dict[str, Run]]) -> Iterator[tuple[str, Run]]:
    """Return one run for each name: the middle of the turns."""
    for name in turns[0]:
        yield name, middle([turn[name] for turn in turns])


def _passes(repository: Repository, bare: str, kept: str | None = None) -> Iterator[tuple[str, Run]]:
    command = [sys.executable, str(PROGRAM / "benchmarks" / "yaml_pass.py"), str(repository.folder)]
    yield bare, _ended(repository.timed(command))
    if kept:
        yield kept, _ended(repository.timed([*command, "--keep"]))


def _ended(done: Run) -> Run:
    if done.status:
        raise WrongAnswerError(f"ended with {done.status}: {done.complaint}")
    return done


def _check_rows(repository: Repository, command: str, words: str) -> None:
    """Compare what a look-up lists with the texts of the decisions, read line by line and by nothing of the program.

    Rows of files with a planted error may be left out: such a file may not be readable at all.
    """
    answer = json.loads(repository.answered(command, words, "--format", "json").output)
    listed = answer["total"] if command == "find" else sum(len(group["awards"]) for group in answer["groups"])
    spoilt = {one.path for one in repository.made.planted}
    sure = possible = 0
    for file in (repository.folder / "records" / "awards").rglob("*.yaml"):
        rows = _ROW_NAME.findall(file.read_text("utf-8"))
        named = sum(_is_meant(row, words) if command == "find" else row == words for row in rows)
        possible += named
        sure += named if file.relative_to(repository.folder).as_posix() not in spoilt else 0
    if not sure <= listed <= possible:
        raise WrongAnswerError(f"{command} {words}: {listed} rows; the files hold {sure} to {possible}")


def _is_meant(name: str, words: str) -> bool:
    """Tell whether every word looked for begins a word of the name, accents aside."""
    plain = "".join(sign for sign in normalize("NFD", name.lower().replace("đ", "d")) if not combining(sign))
    return all(any(part.startswith(word) for part in plain.split()) for word in words.split())


def _new_texts(repository: Repository) -> str:
    """Return the text of all files that git does not know yet."""
    listed = repository.timed(["git", "-C", str(repository.folder), "ls-files", "-z", "--others"])
    return "".join((repository.folder / name).read_text("utf-8") for name in listed.output.split("\0") if name)
