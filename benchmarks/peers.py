"""Other programs that check plain files, each on the same rows in the form it reads, beside a cold `thidua validate`.

`python -m benchmarks.peers [--programs DIR] [--write]`. What is not installed is told so. Before anything is timed,
each must find the errors planted in a small repository of the same kind, and nothing in the large one.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import exports
from benchmarks.measure import Run, run
from benchmarks.page import put
from benchmarks.repository import Repository, WrongAnswerError
from benchmarks.scenes import FEWEST
from benchmarks.table import machine

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.exports import Records

MOST = 10**9
NOT_INSTALLED = "not installed"
HEAD = (
    "| program | version | checks | awards | CPU, s | peak, MiB | CPU, in runs of `thidua validate` | lowest-highest |",
    "|---|---|---|---:|---:|---:|---:|---:|",
)


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that is measured beside thidua.

    Attributes:
        does: what its own check looks at.
        prepare: writes the records into a folder in the form it reads, and returns the words of its command.
        most: so many awards at most.
        is_warm: it is run with what it kept of an earlier run, and set beside a `validate` where nothing changed.
    """

    name: str
    program: str
    does: str
    prepare: Callable[[Records, Path], list[str]]
    most: int = MOST
    is_warm: bool = False


def _beancount(records: Records, into: Path) -> list[str]:
    exports.beancount(records, into / "awards.beancount")
    return ["--no-cache", "awards.beancount"]


def _beancount_kept(records: Records, into: Path) -> list[str]:
    return [word for word in _beancount(records, into) if word != "--no-cache"]


def _hledger(records: Records, into: Path) -> list[str]:
    exports.hledger(records, into / "awards.journal")
    return ["-f", "awards.journal", "--strict", "check", "ordereddates"]


def _check_jsonschema(records: Records, _: Path) -> list[str]:
    return ["--schemafile", str(exports.json_schema()), *exports.decision_files(records)]


def _yamale(records: Records, into: Path) -> list[str]:
    (into / "schema.yaml").write_text(exports.YAMALE, encoding="utf-8")
    return ["-s", "schema.yaml", str(records.folder / "records" / "awards")]


def _frictionless(records: Records, into: Path) -> list[str]:
    return ["validate", exports.tables(records, into).name]


def _doorstop(records: Records, into: Path) -> list[str]:
    exports.doorstop(records, into)
    own = ("-c", "user.name=thidua", "-c", "user.email=benchmarks@thidua.invalid")
    for words in (("init", "--quiet"), ("add", "--all"), (*own, "commit", "--quiet", "-m", "Records")):
        subprocess.run(["git", *words], cwd=into, check=True)
    return ["--no-reformat", "--quiet"]


PEERS = (
    Peer("hledger", "hledger", "a journal: accounts and awards declared, dates in order, totals", _hledger),
    Peer("beancount", "bean-check", "a ledger: accounts open, awards declared, totals", _beancount),
    Peer("beancount, its cache", "bean-check", "the same, unchanged since a run before", _beancount_kept, is_warm=True),
    Peer("check-jsonschema", "check-jsonschema", "the decision files: thidua's own JSON schema", _check_jsonschema),
    Peer("yamale", "yamale", "the decision files: an equal schema of its own", _yamale),
    Peer("frictionless", "frictionless", "a CSV file: a table schema, every unit an organisation", _frictionless),
    Peer("doorstop", "doorstop", "an item a row, linked to its unit's", _doorstop, most=10_000),
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A peer's command on one repository."""

    peer: Peer
    command: tuple[str, ...]
    folder: Path

    def run(self) -> Run:
        return run(self.command, self.folder)


def find(peer: Peer, programs: Path | None) -> str | None:
    """Return where a peer's program is: in the folder given, or among those of the system."""
    own = programs / peer.program if programs else None
    return str(own.resolve()) if own and own.exists() else shutil.which(peer.program)


def measure(installed: dict[Peer, str], awards: int, rounds: int, seed: int) -> str:
    """Return the table.

    Args:
        installed: where the programs are.

    Raises:
        WrongAnswerError: a program did not find what it must, or found what is not there.
    """
    lines: dict[Peer, str] = {}
    own_lines: list[str] = []
    with tempfile.TemporaryDirectory(prefix="thidua-peers-", ignore_cleanup_errors=True) as name:
        parent = Path(name)
        if installed:
            _check_that_errors_are_found(installed, parent / "few", seed)
        for size in sorted({min(awards, peer.most) for peer in installed}, reverse=True):
            here = {peer: where for peer, where in installed.items() if min(awards, peer.most) == size}
            own_lines += _measured(here, parent / str(size), size, rounds, seed, lines)
            shutil.rmtree(parent / str(size))
    missing = {peer: f"| {peer.name} | {NOT_INSTALLED} | {peer.does} | | | | | |" for peer in PEERS}
    rows = [*HEAD, *own_lines, *({**missing, **lines}[peer] for peer in PEERS)]
    return f"Medians of {rounds} interleaved rounds. {machine()}\n\n" + "\n".join(rows) + "\n"


def _check_that_errors_are_found(installed: dict[Peer, str], parent: Path, seed: int) -> None:
    parent.mkdir()
    repository = Repository(parent, "records", FEWEST, seed)
    for one in _prepared(installed, repository, parent):
        if not one.run().status:
            raise WrongAnswerError(f"{one.peer.name} finds nothing wrong where errors are planted")


def _prepared(installed: dict[Peer, str], repository: Repository, parent: Path) -> list[Prepared]:
    """Write the records for each, in a process of its own: a child's peak begins with that of whoever started it."""
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        return other.submit(_prepared_here, installed, repository.folder, parent).result()


def _prepared_here(installed: dict[Peer, str], folder: Path, parent: Path) -> list[Prepared]:
    records = exports.read_records(folder)
    found = []
    for number, (peer, where) in enumerate(installed.items()):
        into = parent / f"for-{number}"
        into.mkdir()
        words = peer.prepare(records.first(peer.most), into)
        found.append(Prepared(peer, (where, *words), into))
    return found


def _measured(
    installed: dict[Peer, str], parent: Path, awards: int, rounds: int, seed: int, lines: dict[Peer, str]
) -> list[str]:
    """Add the lines of the peers, and return those of thidua on the same rows."""
    parent.mkdir()
    repository = Repository(parent, "records", awards, seed, planted=False)
    every = _prepared(installed, repository, parent)
    cold: list[Run] = []
    warm: list[Run] = []
    theirs: dict[Peer, list[Run]] = {one.peer: [] for one in every}
    for number in range(rounds + 1):
        repository.forget()
        cold.append(repository.validated())
        warm.append(repository.validated())
        for one in every:
            done = one.run()
            if done.status:
                raise WrongAnswerError(f"{one.peer.name} ended with {done.status}\n{done.complaint[-2000:]}")
            theirs[one.peer].append(done)
        print(f"{awards} awards: {f'round {number} of {rounds}' if number else 'all find nothing'}", file=sys.stderr)
    for peer, runs in theirs.items():
        start = f"| {peer.name} | {_version(installed[peer])} | {peer.does} | {awards:,} "
        lines[peer] = start + _figures(runs, warm if peer.is_warm else cold)
    says = "its records: schema, law, references, totals, duplicates"
    return [
        f"| **thidua**, cold | | {says} | {awards:,} {_figures(cold, cold)}",
        f"| **thidua**, nothing changed | | the same | {awards:,} {_figures(warm, warm)}",
    ]


def _figures(runs: list[Run], ours: list[Run]) -> str:
    """Return the last columns; the first round is the one that warms the disk cache."""
    ratios = [one.cpu / max(own.cpu, 1e-9) for one, own in zip(runs, ours, strict=True)][1:]
    cpu, peak = median(one.cpu for one in runs[1:]), median(one.peak for one in runs[1:]) / 2**20
    return f"| {cpu:.2f} | {peak:.0f} | {median(ratios):.1f} | {min(ratios):.1f}-{max(ratios):.1f} |"


def _version(program: str) -> str:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\d+(\.\d+)+", said)
    return found[0] if found else "unknown"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description="other programs on the same rows")
    parser.add_argument("--awards", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--programs", type=Path, metavar="DIR", help="where they are, beside those of the system")
    parser.add_argument("--write", action="store_true", help="put the table into README.md, too")
    given = parser.parse_args()
    try:
        installed = {peer: where for peer in PEERS if (where := find(peer, given.programs))}
        answer = measure(installed, given.awards, given.rounds, given.seed)
    except WrongAnswerError as error:
        print(f"no figures: {error}", file=sys.stderr)
        sys.exit(1)
    print(answer, end="")
    if given.write:
        put("peers", answer)


if __name__ == "__main__":
    main()
