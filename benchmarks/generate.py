"""Makes a large repository of invented records: `python -m benchmarks.generate DIR --awards 10000 --seed 1`.

The same arguments give the same bytes and the same commit.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.around import bloc_records, campaign_ids, campaign_records, year_records
from benchmarks.decisions import make_decisions
from benchmarks.plant import Planted, Planter, write_planted
from benchmarks.texts import writer
from benchmarks.world import make_world, organisation_records

SETTINGS = "format: 1\norganisation: {organisation}\nlanguage: vi\nmain_branch: main\n"
MOMENT = "2025-01-02T08:00:00+07:00"


@dataclass(frozen=True, slots=True)
class Generated:
    """What stands in a generated repository.

    Attributes:
        files: how many records there are.
        organisation: one whose year a report can be made of.
        commune: one whose committee can make a decision.
        planted: every error it holds.
    """

    files: int
    organisation: str
    commune: str
    planted: tuple[Planted, ...]


def generate(
    folder: Path, awards: int, seed: int, *, single: bool = False, loose: bool = False, planted: bool = False
) -> Generated:
    """Write records with so many awards into a new folder and commit them.

    Args:
        single: every decision has one row, so that there is a file for each award.
        loose: written as people type, not as `thidua fmt` writes.
        planted: with errors.
    """
    random = Random(seed)
    world = make_world(random, awards)
    ids = campaign_ids(world)
    decisions = make_decisions(world, awards, single=single, campaigns=ids)
    records: dict[str, Any] = {decision.path: decision.tree() for decision in decisions}
    if len(records) != len(decisions):
        raise ValueError("two decisions have one path")
    records.update(organisation_records(world))
    records.update(campaign_records(world, ids))
    records.update(bloc_records(world))
    records.update(year_records(world, decisions))
    found: list[Planted] = []
    if planted:
        found = Planter(random, records, decisions).plant()
    organisation = world.districts[0].id
    _write(folder, records, Random(seed) if loose else None)
    (folder / "thidua.yaml").write_text(SETTINGS.format(organisation=organisation), encoding="utf-8", newline="\n")
    _commit(folder)
    commune = world.communes[organisation][0].id
    return Generated(len(records), organisation, commune, tuple(found))


def _write(folder: Path, records: dict[str, Any], random: Random | None) -> None:
    text_of = writer(random or Random(0), loose=random is not None)
    folder.mkdir(parents=True)
    for parent in sorted({path.rpartition("/")[0] for path in records}):
        (folder / parent).mkdir(parents=True, exist_ok=True)
    for path, tree in records.items():
        (folder / path).write_text(text_of(tree), encoding="utf-8", newline="\n")


def _commit(folder: Path) -> None:
    own = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": MOMENT,
        "GIT_COMMITTER_DATE": MOMENT,
    }
    environment = {**os.environ, **own}
    identity = [
        "-c",
        "user.name=thidua",
        "-c",
        "user.email=benchmarks@thidua.invalid",
        "-c",
        "core.autocrlf=false",
        "-c",
        "gc.auto=0",
        "-c",
        "core.bigFileThreshold=1",  # contents go into one pack, as in a clone, not into a file each
    ]
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "-m", "Records"],
    ):
        subprocess.run(["git", *identity, *command], cwd=folder, env=environment, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.generate", description="make a repository of invented records"
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="must not exist")
    parser.add_argument("--awards", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--layout",
        choices=("decisions", "single"),
        default="decisions",
        help="about 25 recipients a file, or one",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--canonical", action="store_true", help="as `thidua fmt` writes (the default)")
    form.add_argument("--loose", action="store_true", help="as people type: quotes, comments, blocks")
    parser.add_argument(
        "--planted",
        nargs="?",
        const="",
        metavar="FILE",
        help="with errors, listed in FILE; DIR/../planted.json by default",
    )
    parser.add_argument("--told", type=Path, metavar="FILE", help="puts what was made into FILE, as JSON")
    given = parser.parse_args()
    is_planted = given.planted is not None
    made = generate(
        given.folder,
        given.awards,
        given.seed,
        single=given.layout == "single",
        loose=given.loose,
        planted=is_planted,
    )
    print(f"{made.files} records, {given.awards} awards, {len(made.planted)} planted errors in {given.folder}")
    if given.told:
        given.told.write_text(json.dumps(asdict(made)), encoding="utf-8")
    if is_planted:
        file = Path(given.planted) if given.planted else given.folder.resolve().parent / "planted.json"
        write_planted(list(made.planted), file)
        print(f"list of errors: {file}")


if __name__ == "__main__":
    main()
