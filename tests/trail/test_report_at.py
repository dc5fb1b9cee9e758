"""A report as of a commit is the one that a clone of that commit prints: its records, settings and templates."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import PROJECT, thidua
from tests.trail.office import DECISION, FILES, Repository, decision

if TYPE_CHECKING:
    from pathlib import Path

AN, BINH = "name: Lê Thị An, unit: phong-mau", "name: Trần Văn Bình, unit: phong-mau"
CAMPAIGN = "records/campaigns/mau-xanh.yaml"
ASKED = (
    ("2023",),
    ("--from", "1/1/2023", "--to", "30/9/2023"),
    ("2023", "--form", "0603"),
    ("--campaign", "mau-xanh"),
    ("2023", "--bloc", "khoi-mau"),
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Repository, list[str]]:
    """Three states of an office, and a fourth that is not committed."""
    made = Repository(tmp_path_factory.mktemp("office") / "kho")
    campaign = {
        CAMPAIGN: "name: Huyện Lạ màu xanh\nof: huyen-la\nsource: {document: Ví dụ}\n",
        "records/blocs/khoi-mau.yaml": "name: Khối Mẫu\nkind: khoi\norganiser: huyen-la\n",
        "records/bloc-years/2023/khoi-mau.yaml": "members: [phong-mau]\nleader: phong-mau\n",
    }
    ids = [made.commit({**FILES, **campaign, DECISION: decision(AN)})]
    template = (PROJECT / "templates" / "organisation-year.md.j2").read_text("utf-8") + "\nMẫu riêng của Huyện Lạ.\n"
    settings = "format: 1\norganisation: huyen-la\nplace: Thị trấn Lạ\n"
    ids.append(
        made.commit({
            DECISION: decision(AN, BINH), "thidua.yaml": settings, "templates/organisation-year.md.j2": template,
        })
    )  # fmt: skip
    ids.append(made.commit({CAMPAIGN: "name: Huyện Lạ xanh hơn\nof: huyen-la\nsource: {document: Ví dụ}\n"}))
    made.write({DECISION: decision(BINH), "templates/organisation-year.md.j2": "{{ nothing }}"})
    return made, ids


@pytest.mark.parametrize("place", [pytest.param(0, marks=pytest.mark.long), 1, pytest.param(2, marks=pytest.mark.long)])
def test_a_report_as_of_a_commit_is_that_of_a_clone_of_it(
    office: tuple[Repository, list[str]], tmp_path: Path, place: int
) -> None:
    made, ids = office
    made.git("worktree", "add", "-q", "--detach", str(tmp_path / "then"), ids[place])
    for asked in ASKED:
        for ending in (".md", ".html", ".json", ".docx") if asked == ASKED[place] else (".md",):
            ways = []
            for root, more in ((made.root, ("--at", ids[place])), (tmp_path / "then", ())):
                file = tmp_path / f"report{ending}"
                ran = thidua(root, "report", *asked, *more, "-o", str(file))
                assert ran.status == 0, ran.err
                ways.append(file.read_bytes())
            assert ways[0] == ways[1], (asked, ending)
    assert thidua(made.root, "export", "--at", ids[place]).out == thidua(tmp_path / "then", "export").out


def test_the_templates_and_settings_are_those_of_then(office: tuple[Repository, list[str]]) -> None:
    made, ids = office
    first, second = (thidua(made.root, "report", "2023", "--at", one).out for one in ids[:2])
    assert "Mẫu riêng của Huyện Lạ." not in first
    assert "Mẫu riêng của Huyện Lạ." in second
    assert "Thị trấn Lạ" in second
    assert thidua(made.root, "report", "2023").status == 1


def test_the_records_on_hand_are_as_before(office: tuple[Repository, list[str]]) -> None:
    made, ids = office
    before = thidua(made.root, "export").out
    assert thidua(made.root, "report", "2023", "--at", ids[0]).status == 0
    assert thidua(made.root, "export").out == before
    assert "Trần Văn Bình" in before


@pytest.mark.parametrize("revision", ["khong-co", "--output=x", "-x", "main..main", "^main", "main\n"])
def test_what_is_no_revision_is_said(office: tuple[Repository, list[str]], revision: str) -> None:
    ran = thidua(office[0].root, "report", "2023", f"--at={revision}")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("git ở máy này không có")


def test_without_git_there_is_no_earlier_state(tmp_path: Path) -> None:
    Repository(tmp_path / "kho").write({**FILES, DECISION: decision(AN)})
    unborn = thidua(tmp_path / "kho", "report", "2023", "--at", "HEAD", "--lang", "en")
    assert (unborn.status, unborn.err) == (2, "nothing was committed yet\n")
    shutil.rmtree(tmp_path / "kho" / ".git")
    ran = thidua(tmp_path / "kho", "report", "2023", "--at", "HEAD", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("the records are not at the top of a git repository")


def test_a_template_of_a_commit_leads_nowhere(tmp_path: Path) -> None:
    """A link among the templates of a commit, to a file of the machine, is not there."""
    secret = tmp_path / "secret.txt"
    secret.write_text("BÍ MẬT", "utf-8")
    made = Repository(tmp_path / "kho")
    made.write({**FILES, DECISION: decision(AN)})
    (made.root / "templates").mkdir()
    (made.root / "templates" / "organisation-year.md.j2").symlink_to(secret)
    made.commit()
    ran = thidua(made.root, "report", "2023", "--at", "HEAD")
    assert ran.status == 0
    assert "BÍ MẬT" not in ran.out
