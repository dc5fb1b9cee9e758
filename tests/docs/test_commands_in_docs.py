"""Every `thidua …` line of the README and the guides is run, in order, on a copy of the repository's records."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.program import thidua

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/huong-dan.md", "docs/guide.md")
GUIDES = ["docs/huong-dan.md", pytest.param("docs/guide.md", marks=pytest.mark.long)]
FENCE = re.compile(r"(?P<before>[^\n]*)\n\n```(?:sh|bat)\n(?P<lines>.*?)\n```", re.DOTALL)
STATUS = re.compile(r"(?:kết thúc với|ends with) (\d)")
CONVERSATION = re.compile(r"thidua add-[a-z]+")
"""A command without options, which asks; without a terminal there is nobody to ask."""

COPY = re.compile(r"`(records/[^`\n]+\.yaml)`:\n\n```yaml\n(.*?)```", re.DOTALL)
"""A record to copy, under the place where it is saved."""

LIST = re.compile(r"`([a-z-]+\.csv)`:\n\n```csv\n(.*?)```", re.DOTALL)
"""A table to copy, under the name it is saved by."""
LISTS = {name: content for page in PAGES for name, content in LIST.findall((ROOT / page).read_text("utf-8"))}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a fenced block, and the exit status that the sentence above the block promises."""

    text: str
    status: int


def lines_of(text: str) -> list[Line]:
    """Return the lines that begin with `thidua` or change the folder by a relative way."""
    found = []
    for block in FENCE.finditer(text):
        promised = STATUS.search(block["before"])
        status = int(promised[1]) if promised else 0
        lines = block["lines"].splitlines()
        found += [Line(line, status) for line in lines if line.startswith(("thidua ", "cd .."))]
    return found


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A copy of the repository's records, where a reader of the docs starts."""
    return copied(tmp_path)


def copied(folder: Path) -> Path:
    """Copy the repository's records into a folder."""
    copy = folder / "thidua"
    shutil.copytree(ROOT / "records", copy / "records")
    shutil.copytree(ROOT / "templates", copy / "templates")
    shutil.copy(ROOT / "thidua.yaml", copy)
    return copy


@dataclass(frozen=True, slots=True)
class Followed:
    """What came of following a page: each line with how it ended, and the file that the guide shows."""

    done: tuple[tuple[Line, subprocess.CompletedProcess[str]], ...]
    written: str


@pytest.fixture(scope="module")
def follow(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Followed]:
    """Follow a page from its first line to its last, once."""

    @cache
    def of(page: str) -> Followed:
        here = copied(tmp_path_factory.mktemp("page"))
        done, written = [], ""
        for line in lines_of((ROOT / page).read_text("utf-8")):
            if line.text.startswith("cd "):
                here = (here / line.text.removeprefix("cd ").replace("\\", "/")).resolve()
                continue
            done.append((line, run(line.text, here)))
            if "--collective" in line.text and not written:
                written = (here / "records/awards/2025/15-qd-ubnd-phuong-vi-du.yaml").read_text("utf-8")
        return Followed(tuple(done), written)

    return of


@pytest.mark.parametrize("page", ["README.md", *GUIDES])
def test_every_command_does_what_the_page_says(page: str, follow: Callable[[str], Followed]) -> None:
    followed = follow(page)
    assert any(line.text.startswith("thidua report") for line, _ in followed.done)
    for line, done in followed.done:
        expected = 2 if CONVERSATION.fullmatch(line.text) else line.status
        assert done.returncode == expected, f"{page}: {line.text}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr
    if page in PAGES[1:]:
        shows_what_it_wrote(page, followed)


def test_the_first_lines_of_the_report_in_the_readme_are_those_it_prints(office: Path) -> None:
    shown = re.search(r"```markdown\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown is not None
    assert run("thidua report 2019 --of mong-cai", office).stdout.startswith(shown[1])


def shows_what_it_wrote(page: str, followed: Followed) -> None:
    """The file and the finding in a guide are those of its commands."""
    text = (ROOT / page).read_text("utf-8")
    answers = {line.text: done.stdout for line, done in followed.done}
    written = followed.written
    file = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    finding = re.search(r"```text\n((?:lỗi|error)\[.*?)```", text, re.DOTALL)
    assert file is not None
    assert file[1] == written
    assert finding is not None
    assert any(answer.strip() == finding[1].strip() for answer in answers.values())


@pytest.mark.parametrize("page", GUIDES)
def test_records_to_copy_from_the_guide_have_nothing_wrong(page: str, office: Path) -> None:
    text = (ROOT / page).read_text("utf-8")
    here = office
    lines = lines_of(text)
    first = next(place for place, line in enumerate(lines) if "--counted-individuals" in line.text)
    for line in [*lines[:first], *(line for line in lines if line.text.startswith("thidua add-bloc "))]:
        if line.text.startswith("cd "):
            here = (here / line.text.removeprefix("cd ").replace("\\", "/")).resolve()
        elif not CONVERSATION.fullmatch(line.text):
            run(line.text, here)
    copied = COPY.findall(text)
    assert {path.split("/")[1] for path, _ in copied} == {
        "years",
        "bloc-years",
        "nominations",
        "revocations",
        "catalogue",
        "rosters",
        "initiatives",
        "declarations",
    }
    for path, content in copied:
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        (here / path).write_text(content, "utf-8")
    found = json.loads(run("thidua validate --format json", here).stdout)["diagnostics"]
    assert [one for one in found if one["severity"] != "note"] == []
    assert run("thidua fmt", here).returncode == 0
    assert run("thidua report 2025 --bloc khoi-so-1", here).returncode == 0
    assert run("thidua check-nomination 7/TTr-UBND", here).returncode == 0
    assert "ĐÃ THU HỒI" in run("thidua history le van cuong", here).stdout


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_links_of_top_pages_lead_to_files(page: str) -> None:
    assert missing_links(ROOT / page) == []


@pytest.mark.parametrize("page", sorted(p.name for p in (ROOT / "docs").glob("*.md")))
def test_links_of_docs_lead_to_files(page: str) -> None:
    assert missing_links(ROOT / "docs" / page) == []


def missing_links(page: Path) -> list[str]:
    """Return the links of a page to files that are not there."""
    targets = re.findall(r"\]\(([^)#][^)]*)\)", page.read_text("utf-8"))
    paths = [target.partition("#")[0] for target in targets]
    return [path for path in paths if "://" not in path and not (page.parent / path).exists()]


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as a reader would, with no terminal to be asked at, on one fixed day."""
    for name in LISTS.keys() & set(shlex.split(line)):
        (folder / name).write_text(LISTS[name], "utf-8")
    return thidua(*shlex.split(line)[1:], at=folder)
