"""A piece of work from its start to the server, and what a clerk is told on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import BLOC, DECISION, FILES, OTHER, decision

if TYPE_CHECKING:
    from tests.clerk.desk import Desk


def test_a_piece_of_work_goes_from_its_start_to_the_server(desk: Desk) -> None:
    begun = desk("start", "Khối Nội chính quý 4")
    assert (begun.status, desk.branch) == (0, "khoi-noi-chinh-quy-4")
    desk.write(DECISION, decision(5, "Nguyễn Văn Mẫu", "Trần Thị Mẫu"))
    sent = desk("send")
    assert sent.status == 0, sent.err
    assert desk.at_server("khoi-noi-chinh-quy-4") == desk.git("rev-parse", "HEAD")
    assert desk.at_server("main") == desk.git("rev-parse", "main") == desk.git("rev-parse", "HEAD^")
    assert desk.git("show", f"HEAD:{DECISION}") == decision(5, "Nguyễn Văn Mẫu", "Trần Thị Mẫu").strip()
    assert desk.git("log", "-1", "--format=%s") == "Thêm quyết định 5/QĐ-UBND, thêm 2 cá nhân"
    assert desk.git("status", "--porcelain") == ""


def test_the_clerks_own_words_are_the_first_line(desk: Desk) -> None:
    desk("start", "Quý 4")
    desk.write(DECISION, decision())
    assert desk("send", "Khen đột xuất").status == 0
    said = desk.git("log", "-1", "--format=%B").splitlines()
    assert said[0] == "Khen đột xuất"
    assert said[2] == "Thêm quyết định 5/QĐ-UBND, thêm 1 cá nhân"


def test_a_message_may_look_like_an_option_or_hold_anything(desk: Desk) -> None:
    desk.write(DECISION, decision())
    assert desk("send", "--dry-run", "--", "--amend $(touch x) `id` \"'").status == 0
    assert desk("send", "--", "--amend $(touch x) `id` \"'").status == 0
    assert desk.git("log", "-1", "--format=%s") == "--amend $(touch x) `id` \"'"
    assert desk.branch == "amend-touch-x-id"
    assert not (desk.root / "x").exists()


def test_on_the_main_branch_a_branch_is_made_and_said(desk: Desk) -> None:
    before = desk.git("rev-parse", "main")
    desk.write(DECISION, decision())
    sent = desk("send")
    assert sent.status == 0, sent.err
    assert desk.branch == "them-quyet-dinh-5-qd-ubnd-them-1-ca-nhan"
    assert f"nhánh của phần việc: {desk.branch}" in sent.out
    assert (desk.git("rev-parse", "main"), desk.at_server("main")) == (before, before)


def test_what_was_saved_on_the_main_branch_is_sent_from_one_of_its_own(desk: Desk) -> None:
    before = desk.at_server("main")
    mine = desk.save(DECISION, decision(), message="Quyết định 5")
    sent = desk("send")
    assert sent.status == 0, sent.err
    assert (desk.branch, desk.at_server("quyet-dinh-5")) == ("quyet-dinh-5", mine)
    assert desk.at_server("main") == before


def test_another_main_branch_is_never_sent_to_either(desk: Desk) -> None:
    desk.write("thidua.yaml", FILES["thidua.yaml"].replace("main_branch: main", "main_branch: chinh"))
    desk.git("switch", "-q", "-c", "chinh")
    desk.write(DECISION, decision())
    assert desk("send", "Quý 4").status == 0
    assert (desk.branch, desk.at_server("chinh")) == ("quy-4", "")


def test_errors_stop_it_and_nothing_is_saved(desk: Desk) -> None:
    desk("start", "Quý 4")
    before = desk.git("rev-parse", "HEAD")
    desk.write(DECISION, decision().replace("2026-03-06", "2026-13-06"))
    sent = desk("send")
    assert sent.status == 1
    assert f"--> {DECISION}:3:9" in sent.out
    assert "chưa lưu, chưa gửi gì vì có 1 lỗi" in sent.err
    assert (desk.git("rev-parse", "HEAD"), desk.at_server("quy-4")) == (before, "")


def test_errors_elsewhere_are_told_apart(desk: Desk) -> None:
    desk("start", "Quý 4")
    desk.save(DECISION, decision().replace("2026-03-06", "2026-13-06"))
    desk.write(OTHER, decision(6))
    sent = desk("send")
    assert sent.status == 1
    assert "1 lỗi ở tệp không thuộc lần gửi này" in sent.err


def test_files_come_to_the_canonical_form_and_keep_their_comments(desk: Desk) -> None:
    desk.write(DECISION, "# ghi tay\n" + decision().replace("period: 2026", "period:   2026  # năm"))
    sent = desk("send")
    assert sent.status == 0, sent.err
    assert "đã đưa 1 tệp về dạng chuẩn" in sent.out
    assert desk.text(DECISION) == "# ghi tay\n" + decision().replace("period: 2026", "period: 2026  # năm")
    assert desk.git("show", f"HEAD:{DECISION}") + "\n" == desk.text(DECISION)


def test_only_records_templates_and_settings_are_taken(desk: Desk) -> None:
    desk.write(DECISION, decision())
    desk.write("templates/rieng.md.j2", "x\n")
    desk.write("ghi-chu.txt", "riêng\n")
    desk.write("private/people/a.yaml", "birth: 1990\n")
    desk.write(".gitignore", "/out/\n")  # private/ is no longer ignored
    sent = desk("send")
    assert sent.status == 0, sent.err
    assert desk.git("diff", "--name-only", "main", "HEAD").split() == [DECISION, "templates/rieng.md.j2"]
    assert "2 tệp khác cũng đã đổi" in sent.out
    assert "ghi-chu.txt" in sent.out
    assert "private" not in sent.out
    assert desk.text("ghi-chu.txt") == "riêng\n"


def test_what_is_staged_besides_stays_staged(desk: Desk) -> None:
    desk.write("ghi-chu.txt", "riêng\n")
    desk.write(DECISION, decision())
    desk.git("add", "ghi-chu.txt")
    assert desk("send").status == 0
    assert desk.git("status", "--porcelain") == "A  ghi-chu.txt"


def test_removed_and_renamed_records_are_sent(desk: Desk) -> None:
    desk("start", "Quý 4")
    desk.write(DECISION, decision())
    assert desk("send").status == 0
    (desk.root / DECISION).rename(desk.root / OTHER)
    desk.write(OTHER, decision(6))
    (desk.root / BLOC).unlink()
    sent = desk("send")
    assert sent.status == 0, sent.err
    assert desk.git("ls-files", "records/awards") == OTHER
    assert "Thêm quyết định 6/QĐ-UBND, xoá quyết định 5/QĐ-UBND, xoá đơn vị Phòng Ví Dụ" in sent.out


def test_a_decision_on_the_main_branch_is_not_edited_in_a_piece_of_work(desk: Desk) -> None:
    desk.save(DECISION, decision())
    desk.git("push", "-q", "origin", "main")
    desk("start", "Quý 4")
    desk.write(DECISION, decision(5, "Trần Thị Mẫu"))
    sent = desk("send")
    assert sent.status == 1
    assert "TD603" in sent.out + sent.err
    assert "thidua correct" in sent.out + sent.err
    assert desk.git("status", "--porcelain") == f"M {DECISION}"
    assert desk.text(DECISION) == decision(5, "Trần Thị Mẫu")


def test_errors_that_stood_on_the_main_branch_before_stop_nobody(desk: Desk) -> None:
    desk.save(OTHER, decision(6).replace("unit: vi-du", "unit: khong-co"))
    desk.git("push", "-q", "origin", "main")
    desk("start", "Quý 4")
    desk.write(DECISION, decision())
    sent = desk("send")
    assert sent.status == 0, sent.err
    desk.write(DECISION, decision().replace("unit: vi-du", "unit: cung-khong-co"))
    sent = desk("send")
    assert sent.status == 1
    assert "cung-khong-co" in sent.out + sent.err
    assert "`khong-co`" not in sent.out + sent.err


def test_a_dry_run_changes_nothing(desk: Desk) -> None:
    desk.write(DECISION, decision().replace("period: 2026", "period:   2026"))
    refs, text = desk.git("for-each-ref"), desk.text(DECISION)
    sent = desk("send", "--dry-run")
    assert sent.status == 0
    assert "sẽ lưu: Thêm quyết định 5/QĐ-UBND" in sent.out
    assert (desk.git("for-each-ref"), desk.text(DECISION), desk.branch) == (refs, text, "main")


def test_nothing_to_send_is_said(desk: Desk) -> None:
    for command in (("send",), ("send", "--file")):
        sent = desk(*command)
        assert (sent.status, sent.out) == (0, "không có gì để gửi\n")
    desk("start", "Quý 4")
    assert desk("send").out == "không có gì để gửi\n"
    assert desk.at_server("quy-4") == ""


def test_sending_twice_says_that_the_server_has_all(desk: Desk) -> None:
    desk.write(DECISION, decision())
    desk("send", "Quý 4")
    again = desk("send")
    assert again.status == 0
    assert "máy chủ `origin` đã có đủ nhánh quy-4" in again.out


def test_a_second_change_carries_the_branch_on(desk: Desk) -> None:
    desk.write(DECISION, decision())
    desk("send", "Quý 4")
    desk.write(DECISION, decision(5, "Nguyễn Văn Mẫu", "Trần Thị Mẫu"))
    sent = desk("send")
    assert "Sửa quyết định 5/QĐ-UBND, thêm 1 cá nhân" in sent.out
    assert desk.git("rev-list", "--count", "main..HEAD") == "2"
    assert desk.at_server("quy-4") == desk.git("rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://lan:bi-mat@github.com/vi-du/kho.git", "https://github.com/vi-du/kho/compare/main...quy-4?expand=1"),
        ("git@github.com:vi-du/kho.git", "https://github.com/vi-du/kho/compare/main...quy-4?expand=1"),
        ("ssh://git@gitlab.example.org:2222/vi-du/kho", "https://gitlab.example.org/vi-du/kho/-/merge_requests/new"),
        ("https://git.example.org:8443/vi-du/kho.git", "https://git.example.org:8443/vi-du/kho\n"),
    ],
)
def test_the_link_to_open_names_neither_user_nor_password(desk: Desk, address: str, link: str) -> None:
    desk.git("config", "remote.origin.url", address)
    desk.git("config", f"url.{desk.server}.insteadOf", address)
    desk.write(DECISION, decision())
    sent = desk("send", "Quý 4")
    assert sent.status == 0, sent.err
    assert f"mở yêu cầu duyệt ở: {link}" in sent.out
    assert "bi-mat" not in sent.out + sent.err
    assert "- `thêm quyết định 5/QĐ-UBND`" in sent.out


def test_english_is_complete(desk: Desk) -> None:
    desk.write(DECISION, decision())
    sent = desk("send", "--lang", "en")
    assert "saved: Add decision 5/QĐ-UBND, add 1 person" in sent.out
    assert "sent to the server `origin`, branch add-decision-5-qd-ubnd-add-1-person" in sent.out
    assert desk("where", "--lang", "en").out.startswith("piece of work: add-decision-5-qd-ubnd-add-1-person\n")
