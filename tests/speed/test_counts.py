"""What is loaded, read and asked in each run that a clerk waits for: a count that grows is time, on every machine."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from benchmarks.generate import Generated, generate
from tests.speed.counted import Counted, counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODELS = frozenset({"pydantic", "thidua.model.base"})
PAGES = frozenset({"jinja2", "markdown_it", "rich"})
MAKERS = frozenset({"dataclasses", "inspect", "ast"})
"""What makes classes while a program starts: see `thidua.value_class`."""
OTHERS = frozenset({"questionary", "rapidfuzz", "ruamel", "python_calamine", "msgspec"})

BY_GIT = ("config", "status")
"""All that git is asked for what changed: the filters that must not run, and then what changed."""


@dataclass(frozen=True, slots=True)
class Office:
    folder: Path
    made: Generated

    def run(self, *arguments: str) -> Counted:
        return counted(*arguments, at=self.folder)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("speed") / "office"
    office = Office(folder, generate(folder, 120, 1))
    office.run("validate")  # the register is fresh
    return office


@pytest.fixture
def changed(office: Office) -> Iterator[Path]:
    """One decision with another name in it, as thidua itself would write it."""
    file = min((office.folder / "records" / "awards" / "2023").iterdir())
    text = file.read_text("utf-8")
    name = list(re.finditer(r"name: ([^,}\n]+)", text))[-1]
    file.write_text(f"{text[: name.start(1)]}Nguyễn Ví Dụ{text[name.end(1) :]}", "utf-8")
    yield file
    file.write_text(text, "utf-8")
    office.run("validate")


def too_many(run: Counted, *forbidden: frozenset[str]) -> list[str]:
    """Return what was loaded of what must not be."""
    wrong = frozenset().union(*forbidden)
    return sorted(one for one in run.loaded if one in wrong or one.partition(".")[0] in wrong)


def count(run: Counted, package: str) -> int:
    return sum(one.startswith(f"{package}.") for one in run.loaded)


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_loads_next_to_nothing(office: Office, option: str) -> None:
    run = office.run(option)
    forbidden = frozenset({"typing", "dataclasses", "inspect", "pathlib", "typer", "subprocess", "sqlite3", "datetime"})
    assert (run.status, too_many(run, forbidden), run.git, run.statements) == (0, [], (), 0)
    assert count(run, "thidua") <= 6


def test_a_check_of_what_did_not_change_reads_nothing_and_asks_git_twice(office: Office) -> None:
    run = office.run("validate")
    assert run.status == 0, run.said
    heavy = frozenset({"typer", "yaml", "decimal", "hashlib", "difflib", "random", "thidua.law", "thidua.model"})
    assert too_many(run, MODELS, PAGES, OTHERS, MAKERS, heavy) == []
    assert (run.git, run.records) == (BY_GIT, ())
    assert run.statements <= 16
    assert count(run, "thidua") <= 50


def test_a_check_without_a_register_asks_git_for_its_index_once(office: Office) -> None:
    shutil.rmtree(office.folder / ".git" / "thidua")
    run = office.run("validate")
    assert (run.status, run.git) == (0, (*BY_GIT, "ls-files")), run.said


def test_a_check_of_one_changed_decision_reads_that_one(office: Office, changed: Path) -> None:
    run = office.run("validate")
    assert run.status == 0, run.said
    assert too_many(run, MODELS, PAGES, OTHERS, MAKERS, frozenset({"typer", "yaml"})) == []
    assert [one.rpartition("/")[2] for one in run.records] == [changed.name] * 2  # by its content, then by its rows
    assert run.git == BY_GIT
    assert run.statements <= 255
    assert count(run, "thidua.model") <= 5


def test_a_decision_written_otherwise_needs_no_models_either(office: Office, changed: Path) -> None:
    changed.write_text(changed.read_text("utf-8").replace("Nguyễn Ví Dụ", '"Nguyễn\\x20Ví Dụ"'), "utf-8")
    run = office.run("validate")
    assert (run.status, too_many(run, MODELS, PAGES, OTHERS, MAKERS)) == (0, [])


def test_a_check_after_git_wrote_its_index_asks_it_once_more(office: Office, changed: Path) -> None:
    subprocess.run(["git", "add", "-A"], cwd=office.folder, check=True)
    assert office.run("validate").git == (*BY_GIT, "ls-files")
    assert office.run("validate").git == BY_GIT
    subprocess.run(["git", "reset", "-q"], cwd=office.folder, check=True)
    assert office.run("validate").git == (*BY_GIT, "ls-files")
    assert changed.exists()


def test_a_check_after_a_commit_reads_what_the_commits_differ_in(office: Office, changed: Path) -> None:
    who = ("git", "-c", "user.name=Ví Dụ", "-c", "user.email=vi-du@example.org")
    subprocess.run([*who, "commit", "-qam", "x"], cwd=office.folder, check=True)
    run = office.run("validate")
    subprocess.run(["git", "reset", "-q", "--hard", "HEAD~1"], cwd=office.folder, check=True)
    assert run.git == (*BY_GIT, "ls-files", "diff-tree")
    assert {one.rpartition("/")[2] for one in run.records} == {changed.name}


def test_looking_up_loads_neither_models_nor_pages(office: Office) -> None:
    for arguments in (["find", "nguyen"], ["history", "Nguyễn Ví Dụ Không Có"]):
        run = office.run(*arguments)
        assert too_many(run, MODELS, PAGES, OTHERS, MAKERS, frozenset({"yaml", "decimal"})) == []
        assert run.git[:2] == BY_GIT
        assert run.records == ()


def test_a_report_reads_no_decision(office: Office) -> None:
    run = office.run("report", "2023", "--of", office.made.organisation, "--partial")
    assert run.status == 0, run.said
    assert too_many(run, MODELS, OTHERS, frozenset({"rich", "yaml", "dataclasses"})) == []
    assert run.git == BY_GIT
    assert [one for one in run.records if "/awards/" in one] == []
