"""What else can befall a clerk: files that git was told not to look at, names in the way, odd settings, two at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.clerk.desk import BLOC, DECISION, FILES, OTHER, UNIT, decision
from thidua.app import send
from thidua.app.entry import NOTE
from thidua.app.send_words import lines
from thidua.store.git_commits import commits
from thidua.store.journal import Journal, Move, Removal, digest
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from tests.clerk.desk import Desk

pytestmark = pytest.mark.long


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


def killed_while_renaming(desk: Desk) -> str:
    """Leave what a rename leaves that is killed between the new file and the old one; return the new path."""
    new = "records/organisations/phong-moi.yaml"
    desk.write(new, FILES[BLOC])
    folder = find_workspace(desk.root).register_folder
    folder.mkdir(exist_ok=True)
    holds = digest(desk.root / new)
    move = Move("records/organisations/.thidua-abc.tmp", new, None, holds)
    Journal(("records/organisations",), (move,), (Removal(BLOC, holds),)).keep(folder / NOTE)
    return new


def test_what_a_killed_writer_left_is_finished_before_it_is_sent(desk: Desk) -> None:
    desk("start", "Quý 4")
    new = killed_while_renaming(desk)
    assert desk("send").status == 0
    saved = desk.git("ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert new in saved
    assert BLOC not in saved
    assert desk.git("status", "--porcelain") == ""


def test_of_two_that_save_at_once_the_second_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write(DECISION, decision())
    other: list[int] = []

    def meanwhile(*arguments: Any) -> list[str]:
        if not other:
            other.append(1)
            other.append(desk("send", "Của cửa sổ kia", "--file").status)
        return lines(*arguments)

    monkeypatch.setattr(send, "lines", meanwhile)
    refused = desk("send", "Của cửa sổ này")
    assert other == [1, 0]
    assert refused.status == 2
    assert "chương trình khác đã lưu hoặc đổi nhánh" in refused.err
    assert desk.branch == "cua-cua-so-kia"
    assert desk.git("for-each-ref", "--format=%(refname)", "refs/heads").splitlines() == [
        "refs/heads/cua-cua-so-kia",
        "refs/heads/main",
    ]


@pytest.mark.parametrize(
    "setting",
    [("merge.ff", "only"), *(("branch.quy-4.mergeOptions", one) for one in ("--no-commit", "--squash", "-s ours"))],
    ids=" ".join,
)
def test_settings_of_merging_do_not_change_what_join_does(desk: Desk, setting: tuple[str, str]) -> None:
    desk.write(DECISION, decision())
    assert desk("send", "Quý 4").status == 0
    there = desk.colleague()
    desk.git("switch", "-q", "quy-4", at=there)
    theirs = desk.save(OTHER, decision(6), there)
    desk.git("push", "-q", "origin", "quy-4", at=there)
    desk.write(DECISION, decision(5, "Trần Thị Mẫu"))
    desk.git("config", *setting)
    joined = desk("send", "--join")
    assert joined.status == 0, joined.err
    assert theirs in desk.git("rev-list", "HEAD")
    assert desk.at_server("quy-4") == desk.git("rev-parse", "HEAD")
    assert desk.text(OTHER) == decision(6)


def in_a_merge(desk: Desk, other: str) -> None:
    """Leave a merge of another branch half done."""
    desk.git("checkout", "-q", other)
    desk.save(UNIT, FILES[UNIT].replace("Ví Dụ", "Ví Dụ Một"))
    desk.git("checkout", "-q", "main")
    desk.save(UNIT, FILES[UNIT].replace("Ví Dụ", "Ví Dụ Hai"))
    with pytest.raises(AssertionError, match="CONFLICT"):
        desk.git("merge", "-q", other)


def test_no_piece_of_work_is_called_as_the_folders_of_other_branches(desk: Desk) -> None:
    desk("start", "Giữ lại")
    assert desk.branch == "giu-lai-2"
    desk("start", "Nhận")
    assert desk.branch == "nhan-2"


def test_a_branch_called_as_those_folders_stands_in_the_way_of_nothing(desk: Desk) -> None:
    desk.write(DECISION, decision())
    assert desk("send", "Quý 4", "--file").status == 0
    file = str(desk.root / "out/quy-4.thidua-bundle")
    desk.git("branch", "nhan")
    desk.git("branch", "giu-lai")
    assert desk("receive", file).status == 0
    assert desk.git("rev-parse", "nhan-quy-4") == desk.git("rev-parse", "quy-4")
    assert desk("receive", file).status == 0
    assert "nhan-quy-4-2" not in desk.git("branch")
    in_a_merge(desk, "giu-lai")
    assert desk("start", "--back").status == 0
    assert desk.git("branch", "--list", "giu-lai-2*") != ""


def test_a_letter_half_applied_is_given_up(desk: Desk) -> None:
    desk("start", "Quý 4")
    desk.save(UNIT, FILES[UNIT].replace("Ví Dụ", "Ví Dụ Một"))
    (desk.folder / "thu").write_text(desk.git("format-patch", "-1", "--stdout") + "\n", "utf-8")
    desk.git("switch", "-q", "main")
    saved = desk.save(UNIT, FILES[UNIT].replace("Ví Dụ", "Ví Dụ Hai"))
    with pytest.raises(AssertionError, match="git am --continue"):
        desk.git("am", "-q", "../thu")
    desk.write(UNIT, FILES[UNIT].replace("Ví Dụ", "Ví Dụ Ba"))
    assert "am" in desk("send").err
    assert desk("start", "--back").status == 0
    assert desk.git("rev-parse", "HEAD") == saved
    assert desk.kept(FILES[UNIT].replace("Ví Dụ", "Ví Dụ Ba"))


def test_an_encoding_in_the_settings_spoils_no_words(desk: Desk) -> None:
    desk.git("config", "i18n.commitEncoding", "windows-1258")
    desk.git("config", "i18n.logOutputEncoding", "windows-1258")
    desk.write(DECISION, decision())
    assert desk("send", "Khối Nội chính", "--file").status == 0
    assert "encoding" not in desk.git("cat-file", "commit", "HEAD").partition("\n\n")[0]
    assert commits(desk.root, desk.git("rev-parse", "HEAD"), (), 1)[0].subject == "Khối Nội chính"


def test_a_file_outside_of_a_sparse_checkout_is_sent_and_none_is_taken_away(desk: Desk) -> None:
    desk.save("records/campaigns/.gitkeep", "")
    desk.git("push", "-q", "origin", "main")
    desk.git("sparse-checkout", "set", "--cone", "records/organisations")
    assert not (desk.root / "records/campaigns").exists()
    desk.write(DECISION, decision())
    sent = desk("send", "Quý 4")
    assert sent.status == 0, sent.err
    assert desk.git("diff", "--name-status", "main", "HEAD") == f"A\t{DECISION}"
    assert (desk.git("status", "--porcelain"), desk.text(DECISION)) == ("", decision())


@pytest.mark.parametrize("way", [("send", "--join"), ("start", "Quý 5")], ids=" ".join)
def test_a_disk_that_fills_up_in_the_middle_of_a_merge_leaves_no_half_files(desk: Desk, way: tuple[str, ...]) -> None:
    if sys.platform == "win32":
        return  # which has no limit of file sizes to stand for a full disk
    import resource

    desk.write(DECISION, decision())
    assert desk("send", "Quý 4").status == 0
    there = desk.colleague()
    desk.git("switch", "-q", "quy-4", at=there)
    desk.write(UNIT, FILES[UNIT].replace("Ví Dụ", "Ví Dụ Một"), there)
    desk.save("templates/lon.md", "lặp lại\n" * 200_000, there)
    desk.git("push", "-q", "origin", "quy-4", "quy-4:main", at=there)
    desk.write(OTHER, decision(6))
    if way[0] == "start":
        desk.git("switch", "-q", "main")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, limit[1]))
    try:
        refused = desk(*way)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert refused.status == 2
    (desk.root / ".git/index.lock").unlink(missing_ok=True)  # the limit ends git at once; a full disk does not
    assert not (desk.root / "templates").exists()
    assert desk.text(UNIT) == FILES[UNIT]
    assert desk.text(OTHER) == decision(6)
    assert desk(*way).status == 0
    assert (desk.text(UNIT), desk.text(OTHER)) == (FILES[UNIT].replace("Ví Dụ", "Ví Dụ Một"), decision(6))


def test_a_conflict_in_a_second_work_tree_brings_all_back(desk: Desk) -> None:
    desk.write(DECISION, decision())
    assert desk("send", "Quý 4").status == 0
    there = desk.colleague()
    desk.git("switch", "-q", "quy-4", at=there)
    desk.write(DECISION, decision(5, "Lê Văn Mẫu"), there)
    desk.save(OTHER, decision(6), there)
    desk.git("push", "-q", "origin", "quy-4", at=there)
    desk.git("switch", "-q", "main")
    desk.git("worktree", "add", "-q", "../cay-khac", "quy-4")
    desk.root = desk.folder / "cay-khac"
    desk.write(DECISION, decision(5, "Trần Thị Mẫu"))
    refused = desk("send", "--join")
    assert refused.status == 2
    assert "hai bên sửa cùng một chỗ" in refused.err
    assert (desk.git("status", "--porcelain"), desk.text(DECISION)) == ("", decision(5, "Trần Thị Mẫu"))
    assert not (desk.root / OTHER).exists()
