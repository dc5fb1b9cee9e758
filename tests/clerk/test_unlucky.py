"""What else can befall a clerk: files that git was told not to look at, names in the way, odd settings, two at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import DECISION, FILES, OTHER, decision

if TYPE_CHECKING:
    from tests.clerk.desk import Desk

IGNORED = "templates/nhap.txt"
MINE = "Chỉ có ở đây\n"


def ignores(desk: Desk) -> None:
    """Have git look away from a file that only the clerk has."""
    desk.write(IGNORED, MINE)
    (desk.root / ".git/info").mkdir(exist_ok=True)
    (desk.root / ".git/info/exclude").write_text(f"/{IGNORED}\n", "utf-8")


def test_start_writes_over_no_file_that_git_ignores(desk: Desk) -> None:
    ignores(desk)
    desk.main_moves(IGNORED, "Của người khác\n")
    assert desk("start", "Quý 4").status == 0
    assert desk.text(IGNORED) == MINE
    assert desk.git("status", "--porcelain") == ""


@pytest.mark.parametrize("theirs", [IGNORED, f"{IGNORED}/trong.txt"])
def test_opening_again_writes_over_no_file_that_git_ignores(desk: Desk, theirs: str) -> None:
    ignores(desk)
    desk("start", "Quý 3")
    there = desk.colleague()
    desk.git("switch", "-q", "-c", "quy-9", at=there)
    desk.save(theirs, "Của người khác\n", there)
    desk.git("push", "-q", "origin", "quy-9", at=there)
    refused = desk("start", "--again", "quy-9")
    assert refused.status == 2
    assert IGNORED in refused.err
    assert (desk.text(IGNORED), desk.branch) == (MINE, "quy-3")


def test_a_folder_of_ignored_files_is_not_taken_away_for_a_file(desk: Desk) -> None:
    ignores(desk)
    (desk.root / ".git/info/exclude").write_text("/templates/\n", "utf-8")
    desk("start", "Quý 3")
    there = desk.colleague()
    desk.git("switch", "-q", "-c", "quy-9", at=there)
    desk.save("templates", "Của người khác\n", there)
    desk.git("push", "-q", "origin", "quy-9", at=there)
    assert desk("start", "--again", "quy-9").status == 2
    assert desk.text(IGNORED) == MINE


def test_join_writes_over_no_file_that_git_ignores(desk: Desk) -> None:
    desk.write(DECISION, decision())
    assert desk("send", "Quý 4").status == 0
    there = desk.colleague()
    desk.git("switch", "-q", "quy-4", at=there)
    desk.save(IGNORED, "Của người khác\n", there)
    desk.git("push", "-q", "origin", "quy-4", at=there)
    ignores(desk)
    desk.write(OTHER, decision(6))
    refused = desk("send", "--join")
    assert refused.status == 2
    assert IGNORED in refused.err
    assert desk.text(IGNORED) == MINE
    (desk.root / IGNORED).unlink()
    assert desk("send", "--join").status == 0
    assert desk.text(IGNORED) == "Của người khác\n"


def test_an_edited_setting_does_not_make_the_main_branch_a_piece_of_work(desk: Desk) -> None:
    for place in (desk.server, desk.root):
        desk.git("branch", "-m", "main", "chinh", at=place)
    desk.git("fetch", "-q", "--prune")
    settings = FILES["thidua.yaml"].replace("main_branch: main", "main_branch: chinh")
    desk.save("thidua.yaml", settings)
    desk.git("push", "-q", "origin", "chinh")
    before = desk.at_server("chinh")
    desk.write("thidua.yaml", settings.replace("chinh", "khac"))
    desk.write(DECISION, decision())
    assert desk("send", "Quý 4").status == 0
    assert (desk.branch, desk.at_server("chinh"), desk.git("rev-parse", "chinh")) == ("quy-4", before, before)
