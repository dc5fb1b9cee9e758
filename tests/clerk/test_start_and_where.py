"""Beginning a piece of work, and being told where one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import BLOC, DECISION, FILES, OTHER, UNIT, Desk, build, decision

if TYPE_CHECKING:
    from pathlib import Path

RENAMED = FILES[BLOC].replace("Phòng Ví Dụ", "Phòng Nội vụ Ví Dụ")


def test_work_begins_from_the_newest_main_branch(desk: Desk) -> None:
    newest = desk.main_moves()
    assert desk("start", "Quý 4").status == 0
    assert (desk.git("rev-parse", "HEAD"), desk.text(BLOC)) == (newest, RENAMED)


def test_a_name_that_is_taken_gets_a_number(desk: Desk) -> None:
    desk.git("push", "-q", "origin", "main:refs/heads/quy-4")
    desk.git("fetch", "-q")
    desk.git("branch", "quy-4-2/nua")
    assert desk("start", "Quý 4").status == 0
    assert desk.branch == "quy-4-3"
    assert desk("start", "Main").status == 0
    assert desk.branch == "main-2"


def test_ids_of_commits_may_be_longer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(build(tmp_path, "--object-format=sha256"), capsys)
    assert desk("start", "Quý 4").status == 0
    desk.write(DECISION, decision())
    assert desk("send").status == 0
    assert desk.git("rev-parse", "HEAD") == desk.at_server("quy-4")


@pytest.mark.parametrize("name", ["", "  ", "…", "--", "🙂"])
def test_a_name_without_letters_is_refused(desk: Desk, name: str) -> None:
    refs = desk.git("for-each-ref")
    assert desk("start", "--", name).status == 2
    assert desk.git("for-each-ref") == refs


def test_hostile_names_become_plain_branches(desk: Desk) -> None:
    assert desk("start", "--", "-f ../../x; rm -rf . refs/heads/main @{-1}").status == 0
    assert desk.branch == "f-x-rm-rf-refs-heads-main-1"


def test_a_long_name_is_cut_between_words(desk: Desk) -> None:
    assert desk("start", "Khen thưởng " * 20).status == 0
    assert desk.branch == "khen-thuong-khen-thuong-khen-thuong-khen-thuong-khen-thuong"


def test_offline_is_told_and_is_no_matter(desk: Desk) -> None:
    desk.git("remote", "set-url", "origin", str(desk.folder / "khong-co.git"))
    begun = desk("start", "Quý 4")
    assert (begun.status, desk.branch) == (0, "quy-4")
    assert "dùng bản nhánh chính đã có ở máy này; máy chủ `origin` không trả lời" in begun.err


def test_what_is_not_sent_goes_along_and_is_named(desk: Desk) -> None:
    newest = desk.main_moves()
    desk.write(DECISION, decision())
    desk.write("ghi-chu.txt", "riêng\n")
    begun = desk("start", "Quý 4")
    assert (begun.status, desk.git("rev-parse", "HEAD")) == (0, newest)
    assert "2 tệp chưa gửi đi cùng:" in begun.out
    assert (desk.text(DECISION), desk.text("ghi-chu.txt")) == (decision(), "riêng\n")


def test_where_the_newest_main_branch_changed_the_same_file_work_begins_here(desk: Desk) -> None:
    here = desk.git("rev-parse", "HEAD")
    desk.main_moves()
    mine = FILES[BLOC].replace("Phòng Ví Dụ", "Phòng Của Tôi")
    desk.write(BLOC, mine)
    begun = desk("start", "Quý 4")
    assert (begun.status, desk.branch, desk.git("rev-parse", "HEAD")) == (0, "quy-4", here)
    assert "phần việc bắt đầu từ bản đang có" in begun.out
    assert desk.text(BLOC) == mine


def test_unsent_work_of_another_piece_is_not_mixed_in(desk: Desk) -> None:
    desk("start", "Quý 3")
    desk.write(DECISION, decision())
    refused = desk("start", "Quý 4")
    assert (refused.status, desk.branch) == (2, "quy-3")
    assert f"phần việc `quy-3` còn 1 tệp chưa gửi: {DECISION}" in refused.err
    assert desk("start", "Quý 4", "--carry").status == 0
    assert (desk.branch, desk.text(DECISION)) == ("quy-4", decision())


def test_unsent_work_of_another_piece_that_cannot_come_along_stays(desk: Desk) -> None:
    desk("start", "Quý 3")
    desk.save(OTHER, decision(6))
    desk.main_moves()
    desk.write(BLOC, FILES[BLOC].replace("Phòng Ví Dụ", "Phòng Của Tôi"))
    refused = desk("start", "Quý 4", "--carry")
    assert (refused.status, desk.branch) == (2, "quy-3")
    assert "Của Tôi" in desk.text(BLOC)
    assert "quy-4" not in desk.git("for-each-ref")


def test_commits_of_no_branch_are_kept(desk: Desk) -> None:
    desk.git("switch", "-q", "--detach")
    mine = desk.save(DECISION, decision())
    desk.main_moves()
    begun = desk("start", "Quý 4")
    assert (begun.status, desk.git("rev-parse", "quy-4")) == (0, mine)
    assert "1 lần lưu chưa thuộc nhánh nào được giữ lại" in begun.out


def test_a_dry_run_makes_no_branch(desk: Desk) -> None:
    refs = desk.git("for-each-ref")
    assert "sẽ bắt đầu phần việc “Quý 4” (nhánh quy-4)" in desk("start", "Quý 4", "--dry-run").out
    assert (desk.git("for-each-ref"), desk.branch) == (refs, "main")


def test_where_tells_what_is_not_sent_by_name(desk: Desk) -> None:
    desk("start", "Khối Nội chính quý 4")
    desk.write(DECISION, decision())
    desk.write(BLOC, RENAMED)
    (desk.root / UNIT).unlink()
    told = desk("where").out
    assert told.splitlines() == [
        "phần việc: “Khối Nội chính quý 4” (nhánh khoi-noi-chinh-quy-4)",
        "chưa gửi: 3 tệp",
        "  thêm quyết định 5/QĐ-UBND",
        "  sửa đơn vị Phòng Nội vụ Ví Dụ",
        "  xoá đơn vị Phường Ví Dụ",
        "việc tiếp theo: `thidua send`",
    ]


def test_where_tells_what_waits_and_what_is_done(desk: Desk) -> None:
    desk.write(DECISION, decision())
    desk("send", "Quý 4")
    assert "đã gửi, chờ duyệt: 1 lần lưu\n  Quý 4\n" in desk("where").out
    there = desk.colleague()
    desk.git("merge", "-q", "--no-ff", "-m", "Duyệt", "origin/quy-4", at=there)
    desk.git("push", "-q", "origin", "main", at=there)
    told = desk("where").out
    assert "phần việc này đã vào nhánh chính" in told
    assert "nhánh chính `main` có 1 lần lưu mới:\n  Duyệt\n" in told


def test_work_that_a_server_joined_to_one_commit_is_done_too(desk: Desk) -> None:
    desk.write(DECISION, decision())
    desk("send", "Quý 4")
    there = desk.colleague()
    desk.git("merge", "-q", "--squash", "origin/quy-4", at=there)
    desk.git("commit", "-q", "-m", "Duyệt (#1)", at=there)
    desk.git("push", "-q", "origin", "main", at=there)
    assert "phần việc này đã vào nhánh chính" in desk("where").out


def test_where_does_not_ask_the_server_when_told_not_to(desk: Desk) -> None:
    desk.main_moves()
    assert "lần lưu mới" not in desk("where", "--offline").out
    assert "lần lưu mới" in desk("where").out


def test_where_names_other_pieces_and_what_others_sent(desk: Desk) -> None:
    desk.write(DECISION, decision())
    desk("send", "Quý 3")
    there = desk.colleague()
    desk.git("switch", "-q", "quy-3", at=there)
    desk.save(OTHER, decision(6), there)
    desk.git("push", "-q", "origin", "quy-3", at=there)
    assert "Ví Dụ đã gửi thêm 1 lần lưu vào nhánh này" in desk("where").out
    desk("start", "Quý 4")
    desk.save(OTHER, decision(6))
    told = desk("where").out
    assert "đã lưu ở máy này, chưa gửi: 1 lần lưu" in told
    assert "phần việc khác:\n  Quý 3: đã gửi, chờ duyệt\n" in told


def test_where_changes_nothing(desk: Desk) -> None:
    desk.write(DECISION, decision())
    index = (desk.root / ".git/index").read_bytes()
    refs = desk.git("for-each-ref")
    desk("where")
    assert ((desk.root / ".git/index").read_bytes(), desk.git("for-each-ref")) == (index, refs)


def test_names_of_files_command_no_terminal(desk: Desk) -> None:
    desk.write('records/awards/2026/a\x1b[2J\n"b.yaml', "x: y\n")
    told = desk("where")
    assert told.status == 0
    assert "\x1b" not in told.out


def test_a_piece_of_work_is_opened_again_with_what_others_sent(desk: Desk) -> None:
    desk.write(DECISION, decision())
    desk("send", "Quý 3")
    there = desk.colleague()
    desk.git("switch", "-q", "quy-3", at=there)
    theirs = desk.save(OTHER, decision(6), there)
    desk.git("push", "-q", "origin", "quy-3", at=there)
    desk("start", "Quý 4")
    opened = desk("start", "--again", "quý 3")
    assert opened.out == "đã mở lại phần việc ở nhánh quy-3\nđã lấy về 1 lần lưu của người khác\n"
    assert (desk.branch, desk.git("rev-parse", "HEAD"), desk.text(OTHER)) == ("quy-3", theirs, decision(6))
    assert desk("start", "--again", "main").out == "đã mở lại nhánh chính main\n"
    assert not (desk.root / DECISION).exists()


def test_work_that_only_the_server_has_is_opened(desk: Desk) -> None:
    there = desk.colleague()
    desk.git("switch", "-q", "-c", "quy-3", at=there)
    theirs = desk.save(OTHER, decision(6), there)
    desk.git("push", "-q", "origin", "quy-3", at=there)
    assert desk("start", "--again", "quy-3", "--dry-run").status == 2  # the server is not asked
    assert desk("start", "--again", "Quý 3").status == 0
    assert (desk.branch, desk.git("rev-parse", "HEAD")) == ("quy-3", theirs)


def test_opening_again_mixes_nothing_and_loses_nothing(desk: Desk) -> None:
    desk.write(DECISION, decision())
    desk("send", "Quý 3")
    desk("start", "Quý 4")
    desk.write(DECISION, decision(5, "Trần Thị Mẫu"))
    refused = desk("start", "--again", "Quý 3")
    assert (refused.status, desk.branch) == (2, "quy-4")
    assert "còn 1 tệp chưa gửi" in refused.err
    refused = desk("start", "--again", "Quý 3", "--carry")
    assert (refused.status, desk.branch, desk.text(DECISION)) == (2, "quy-4", decision(5, "Trần Thị Mẫu"))
    assert "gửi trước bằng `thidua send`" in refused.err
    missing = desk("start", "--again", "Quý 9")
    assert missing.status == 2
    assert "không có phần việc “Quý 9”; đang có: “Quý 3”, “Quý 4”" in missing.err


def test_asking_a_server_never_writes_over_a_branch_of_ours(desk: Desk) -> None:
    desk.git("push", "-q", "origin", "main:quy-3")
    desk.git("config", "remote.origin.fetch", "+refs/heads/*:refs/heads/*")
    desk.git("config", "fetch.prune", "true")
    desk.git("switch", "-q", "-c", "quy-3")
    mine = desk.save(DECISION, decision())
    desk.git("switch", "-q", "-c", "chi-o-day")
    desk.git("switch", "-q", "main")
    assert desk("where").status == 0
    assert desk("start", "Quý 4").status == 0
    assert desk.git("rev-parse", "quy-3", "chi-o-day").split() == [mine, mine]


def test_a_second_piece_of_one_name_says_how_to_go_on_with_the_first(desk: Desk) -> None:
    assert "--again" not in desk("start", "Quý 4").out
    begun = desk("start", "Quý 4")
    assert (begun.status, desk.branch) == (0, "quy-4-2")
    assert "`thidua start --again quy-4`" in begun.out
    assert "--again" not in desk("start", "Main").out


def test_a_main_branch_that_moved_on_is_told_with_what_to_do(desk: Desk) -> None:
    desk("start", "Quý 4")
    desk.main_moves()
    told = desk("where").out
    assert "nhánh chính `main` có 1 lần lưu mới:\n  Đổi tên phòng\n  (vẫn gửi được;" in told


def test_a_main_branch_that_the_server_has_not_is_told_with_how_to_send_it(desk: Desk) -> None:
    assert "git push" not in desk("where").out
    desk.save(BLOC, RENAMED, message="Ghép phần việc")
    told = desk("where").out
    assert "có 1 lần lưu mà máy chủ chưa có" in told
    assert "`git push origin main`:\n  Ghép phần việc\n" in told
    desk.git("push", "-q", "origin", "main")
    assert "git push" not in desk("where").out


def test_a_name_keeps_its_words_in_english(desk: Desk) -> None:
    desk("start", "Các nhánh của khối")
    assert "“Các nhánh của khối” (branch cac-nhanh-cua-khoi)" in desk("where", "--lang", "en").out
