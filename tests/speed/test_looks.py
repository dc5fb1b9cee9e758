"""What looking up, reporting and adding one award load, read and ask: none of it may grow with the records."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from benchmarks.generate import generate
from tests.speed.test_counts import BY_GIT, MAKERS, MODELS, OTHERS, PAGES, Office, count, too_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.speed.counted import Counted

HEAVY = frozenset({"typer", "yaml", "tempfile", "hashlib", "difflib"})

SOME = 60
"""By how many awards one office has more than the other."""


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Office]:
    """A small office and a larger one, with fresh registers."""
    made = []
    for awards in (SOME, 2 * SOME):
        folder = tmp_path_factory.mktemp("looks") / "office"
        made.append(Office(folder, generate(folder, awards, 1)))
        made[-1].run("validate")
        made[-1].run("report", "2023", "--of", made[-1].made.organisation, "--partial")  # templates are compiled
    return made[0], made[1]


@pytest.fixture
def clean(offices: tuple[Office, Office]) -> Iterator[None]:
    yield
    for office in offices:
        subprocess.run(["git", "clean", "-qdf"], cwd=office.folder, check=True)
        office.run("validate")


@pytest.mark.parametrize(
    ("arguments", "most"),
    [
        (("find", "nguyen", "thi"), 16),
        (("find", "xa", "--kind", "organisations", "--format", "json"), 12),
        (("history", "Nguyễn Ví Dụ Không Có"), 19),
    ],
)
def test_looking_up_asks_little_and_reads_no_file(
    offices: tuple[Office, Office], arguments: tuple[str, ...], most: int
) -> None:
    runs = [office.run(*arguments) for office in offices]
    for run in runs:
        assert run.status == 0, run.said
        assert too_many(run, MODELS, PAGES, OTHERS, MAKERS, HEAVY) == []
        assert (run.git, run.records) == (BY_GIT, ())
        assert run.statements <= most
        assert count(run, "thidua.source") <= 2
        assert count(run, "thidua") <= 62
    assert runs[0].statements == runs[1].statements


def test_a_report_reads_the_few_records_it_quotes_and_loads_no_model(offices: tuple[Office, Office]) -> None:
    for office in offices:
        run = office.run("report", "2023", "--of", office.made.organisation, "--partial")
        assert run.status == 0, run.said
        assert (
            too_many(
                run, MODELS, OTHERS, frozenset({"typer", "yaml", "rich", "markdown_it", "html", "xml", "dataclasses"})
            )
            == []
        )
        assert run.git == BY_GIT
        assert {one.rpartition("/records/")[2].partition("/")[0] for one in run.records} <= {
            "years", "bloc-years", "campaigns",
        }  # fmt: skip
        assert count(run, "thidua") <= 110
        assert run.statements <= 42


def test_a_review_of_one_decision_reads_that_one_and_loads_no_model(
    offices: tuple[Office, Office], clean: None
) -> None:
    runs = []
    for office in offices:
        file = min((office.folder / "records" / "awards" / "2023").iterdir())
        before = file.read_text("utf-8")
        file.write_text(re.sub(r"- \{name: [^,}\n]+", "- {name: Nguyễn Ví Dụ", before, count=1), "utf-8")
        office.run("review", "main")
        runs.append(office.run("review", "main"))
        file.write_text(before, "utf-8")
        assert runs[-1].status == 0, runs[-1].said
        assert too_many(runs[-1], MODELS, PAGES, OTHERS, MAKERS, frozenset({"typer", "yaml"})) == []
        assert runs[-1].git == ("rev-parse", *BY_GIT, "cat-file")
        assert {one.rpartition("/")[2] for one in runs[-1].records} == {file.name}
        assert count(runs[-1], "thidua") <= 90
    assert runs[0].statements == runs[1].statements <= 75


def added(office: Office, number: int) -> Counted:
    commune = office.made.commune
    return office.run(
        "add-award", "--award", "giay-khen-cap-xa", "--to", "Nguyễn Thị Ví Dụ", "--unit", commune,
        "--method", "dot-xuat", "--decision", f"{number}/QĐ-UBND", "--date", "2023-06-05",
        "--by", f"ubnd-{commune}", "--yes",
    )  # fmt: skip


def test_adding_an_award_looks_at_its_own_file_and_loads_no_model(offices: tuple[Office, Office], clean: None) -> None:
    runs = [added(office, 9001) for office in offices]
    for run in runs:
        assert run.status == 0, run.said
        assert too_many(run, MODELS, PAGES, OTHERS, MAKERS, HEAVY) == []
        assert run.git == (*BY_GIT, "ls-files")  # the last asks only whether the new file is ignored
        assert {one.rpartition("/")[2] for one in run.records} == {f"9001-qd-ubnd-{_by(run)}.yaml"}
        assert run.statements <= 150
    assert abs(runs[0].statements - runs[1].statements) <= 4


def _by(run: Counted) -> str:
    return run.said.partition("9001-qd-ubnd-")[2].partition(".yaml")[0]


def test_what_follows_an_added_award_reads_nothing_again(offices: tuple[Office, Office], clean: None) -> None:
    office = offices[0]
    added(office, 9002)
    run = office.run("validate")
    assert [one for one in run.records if "9002" not in one] == []
    assert run.git == BY_GIT
