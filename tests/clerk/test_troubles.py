"""What can stand in a clerk's way at the desk: plain words, a way back that works, and nothing lost."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import BLOC, DECISION, FILES, OTHER, decision
from thidua.store.lock import lock

if TYPE_CHECKING:
    from tests.clerk.desk import Desk


def half_merged(desk: Desk) -> str:
    """Leave a merge half done: one file is in conflict, and one that is mended by hand is not saved."""
    desk("start", "Quý 4")
    desk.save(DECISION, decision(5, "Trần Thị Mẫu"))
    desk.git("switch", "-q", "-c", "khac", "main")
    desk.save(DECISION, decision(5, "Lê Văn Mẫu"))
    desk.git("switch", "-q", "quy-4")
    with pytest.raises(AssertionError, match="CONFLICT"):
        desk.git("merge", "khac")
    return desk.text(DECISION)


def test_a_merge_half_done_is_given_up_and_every_file_kept(desk: Desk) -> None:
    half_merged(desk)
    by_hand = decision(5, "Trần Thị Mẫu", "Lê Văn Mẫu")
    desk.write(DECISION, by_hand)
    desk.write(OTHER, decision(6))
    refused = desk("send")
    assert refused.status == 2
    assert "một lần ghép hai phần việc (merge) đang làm dở" in refused.err
    assert "thidua start --back" in desk("where").out
    assert desk("start", "Quý 5").status == 2
    back = desk("start", "--back")
    assert back.status == 0, back.err
    assert "đang ở nhánh quy-4" in back.out
    kept = desk.git("for-each-ref", "--format=%(refname)", "refs/heads/giu-lai")
    assert desk.git("show", f"{kept}:{DECISION}") == by_hand.strip()
    assert desk.kept(by_hand)
    assert (desk.text(DECISION), desk.text(OTHER)) == (decision(5, "Trần Thị Mẫu"), decision(6))
    assert desk("send").status == 0


def test_a_rebase_half_done_is_given_up_and_every_file_kept(desk: Desk) -> None:
    desk("start", "Quý 4")
    mine = desk.save(DECISION, decision(5, "Trần Thị Mẫu"))
    desk.git("switch", "-q", "-c", "khac", "main")
    desk.save(DECISION, decision(5, "Lê Văn Mẫu"))
    desk.git("switch", "-q", "quy-4")
    with pytest.raises(AssertionError, match="CONFLICT"):
        desk.git("rebase", "khac")
    by_hand = decision(5, "Trần Thị Mẫu", "Lê Văn Mẫu")
    desk.write(DECISION, by_hand)
    assert "một lần xếp lại các lần lưu (rebase) đang làm dở" in desk("send").err
    assert desk("start", "--back").status == 0
    assert (desk.branch, desk.git("rev-parse", "HEAD")) == ("quy-4", mine)
    assert desk.kept(by_hand)


def test_there_is_nothing_to_go_back_from(desk: Desk) -> None:
    refused = desk("start", "--back")
    assert (refused.status, refused.err) == (2, "không có gì đang làm dở\n")


def test_from_a_detached_head_work_is_sent_on_a_branch(desk: Desk) -> None:
    desk.git("switch", "-q", "--detach")
    desk.save(DECISION, decision())
    desk.write(OTHER, decision(6))
    assert "không ở phần việc nào" in desk("where").out
    sent = desk("send", "Quý 4")
    assert sent.status == 0, sent.err
    assert (desk.branch, desk.git("rev-list", "--count", "main..quy-4")) == ("quy-4", "2")
    assert desk.at_server("quy-4") == desk.git("rev-parse", "HEAD")


def test_before_the_first_commit_it_says_who_makes_it(alone: Desk) -> None:
    alone.git("switch", "-q", "--orphan", "main-moi")
    alone.git("branch", "-q", "-D", "main")
    alone.write(DECISION, decision())
    for command in (("start", "Quý 4"), ("send",)):
        refused = alone(*command)
        assert refused.status == 2
        assert "kho chưa có lần lưu đầu tiên" in refused.err
        assert '`git commit -m "Lập kho bản ghi"`' in refused.err
    told = alone("where").out
    assert "kho chưa có lần lưu đầu tiên" in told
    assert '`git commit -m "Lập kho bản ghi"`' in told
    assert alone.text(DECISION) == decision()


def test_a_clock_that_is_behind_is_told(desk: Desk) -> None:
    desk("start", "Quý 4")
    desk.write(OTHER, decision(6))
    desk.git("add", ".")
    desk.git("commit", "-q", "-m", "x", GIT_COMMITTER_DATE=f"{int(time.time()) + 7200} +0700")
    desk.write(DECISION, decision())
    sent = desk("send")
    assert sent.status == 0
    assert "đồng hồ của máy chậm hơn lần lưu trước 1" in sent.err


def test_nobody_is_asked_once_and_remembered_here_only(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.git("config", "--unset", "user.name")
    desk.git("config", "--unset", "user.email")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    desk.write(DECISION, decision())
    refused = desk("send", "Quý 4")
    assert refused.status == 2
    assert "chưa biết ai gửi" in refused.err
    assert desk.branch == "main"
    assert desk("send", "Quý 4", "--name", "<x>", "--email", "y").status == 2
    sent = desk("send", "Quý 4", "--name", "Trần Thị Mẫu", "--email", "mau@example.org")
    assert sent.status == 0, sent.err
    assert desk.git("log", "-1", "--format=%an <%ae>") == "Trần Thị Mẫu <mau@example.org>"
    desk.write(OTHER, decision(6))
    assert desk("send").status == 0


@pytest.mark.parametrize("command", [("start", "Quý 4"), ("send",)])
def test_a_lock_that_was_left_behind_is_named(
    desk: Desk, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thidua.app.desk.PATIENCE", 0.1)
    left = desk.root / ".git/index.lock"
    left.touch()
    desk.write(DECISION, decision())
    refused = desk(*command)
    assert (refused.status, desk.branch) == (2, "main")
    assert "chương trình khác đang ghi vào kho này từ" in refused.err
    assert f"xoá `{left.as_posix()}`" in refused.err
    assert "chương trình khác đang ghi" in desk("where").out
    left.unlink()
    assert desk(*command).status == 0


def test_a_lock_that_comes_in_between_is_told_and_the_next_run_goes_on(desk: Desk) -> None:
    """The branch is locked by another program: nothing is saved, and everything is there."""
    desk("start", "Quý 4")
    desk.write(DECISION, decision())
    left = desk.root / ".git/refs/heads/quy-4.lock"
    left.touch()
    before = desk.git("rev-parse", "HEAD")
    refused = desk("send")
    assert refused.status == 2
    assert "chương trình khác đang ghi" in refused.err
    assert (desk.git("rev-parse", "HEAD"), desk.text(DECISION)) == (before, decision())
    left.unlink()
    assert desk("send").status == 0


def test_another_thidua_that_writes_is_waited_for_and_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua.store.lock.lock.__wrapped__.__defaults__", (0.1,))
    desk.write(DECISION, decision())
    with lock(desk.root / ".git/thidua"):
        refused = desk("send")
    assert refused.status == 2
    assert "chương trình khác đang ghi vào kho này; thử lại sau" in refused.err
    assert desk("send").status == 0


def test_a_full_disk_loses_nothing(desk: Desk) -> None:
    if sys.platform == "win32":
        return  # which has no limit of file sizes to stand for a full disk
    import resource

    desk("start", "Quý 4")
    long = decision(5, *(f"Nguyễn Thị Số {number:04} {hash(number) % 7919}" for number in range(600)))
    desk.write(DECISION, long)
    assert desk("validate").status == 0
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = desk.git("rev-parse", "HEAD")
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 10, hard))
    try:
        refused = desk("send")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused.status == 2
    assert "đĩa đầy" in refused.err
    assert (desk.git("rev-parse", "HEAD"), desk.text(DECISION)) == (before, long)
    assert desk("send").status == 0


def test_no_git_and_no_repository_are_told(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.root = tmp_path / "ngoai"
    desk.write("thidua.yaml", FILES["thidua.yaml"])
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "thư mục này chưa phải là kho git" in desk("where").err
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = desk("send")
    assert refused.status == 2
    assert "máy này chưa có git" in refused.err


def test_hooks_of_the_office_are_not_run(desk: Desk) -> None:
    for name in (
        "pre-commit",
        "post-commit",
        "pre-push",
        "post-checkout",
        "reference-transaction",
        "prepare-commit-msg",
    ):
        file = desk.root / ".git/hooks" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\ntouch '{desk.folder}/ran-{name}'\nexit 1\n", "utf-8")
        file.chmod(0o755)
    assert desk("start", "Quý 4").status == 0
    desk.write(DECISION, decision())
    assert desk("send").status == 0
    assert not list(desk.folder.glob("ran-*"))


def test_records_in_a_folder_of_a_repository_are_sent(desk: Desk) -> None:
    inner = desk.root / "thi-dua"
    inner.mkdir()
    for name in ("records", "thidua.yaml"):
        (desk.root / name).rename(inner / name)
    desk.git("add", "--all")
    desk.git("commit", "-q", "-m", "Chuyển")
    desk.git("push", "-q", "origin", "main")
    desk.write("ngoai.txt", "x\n")
    top, desk.root = desk.root, inner
    desk.write(DECISION, decision())
    sent = desk("send", "Quý 4")
    assert sent.status == 0, sent.err
    assert "ngoai" not in sent.out
    assert desk.git("diff", "--name-only", "main", "HEAD", at=top) == f"thi-dua/{DECISION}"
    assert desk("send", "--file").status == 0
    assert (inner / "out/quy-4.thidua-bundle").is_file()


def test_an_index_that_another_program_spoilt_is_put_right(desk: Desk) -> None:
    """As a program leaves it that is killed between the commit and the index."""
    desk("start", "Quý 4")
    desk.save(DECISION, decision())
    desk.git("rm", "-q", "--cached", DECISION)
    desk.git("update-index", "--add", "--cacheinfo", f"100644,{desk.git('rev-parse', f'HEAD:{DECISION}')},{BLOC}")
    assert "không có tệp nào chưa gửi" in desk("where").out
    assert desk("start", "Quý 5").status == 0
    assert desk.git("status", "--porcelain") == ""


def test_a_filter_that_makes_of_a_file_what_was_saved_before_saves_nothing(desk: Desk) -> None:
    desk.git("config", "filter.gon.clean", "sed -e 's/ *$//'")
    desk.write(".git/info/attributes", "*.txt filter=gon\n")
    desk.save("templates/a.txt", "a\n")
    desk("send", "Quý 4")
    before = desk.git("rev-parse", "HEAD")
    desk.write("templates/a.txt", "a   \n")
    sent = desk("send")
    assert (sent.status, desk.git("rev-parse", "HEAD")) == (0, before)
    assert desk.text("templates/a.txt") == "a   \n"


def test_a_link_among_the_records_leads_nothing_of_others_out(desk: Desk) -> None:
    secret = desk.folder / "rieng.yaml"
    secret.write_text("mat: khau\n", "utf-8")
    try:
        (desk.root / "records/organisations/lien-ket.yaml").symlink_to(secret)
    except OSError:
        return  # Windows without the right to make links
    assert desk("send", "Quý 4").status == 1
    assert desk.git("for-each-ref", "refs/heads/quy-4", at=desk.server) == ""
    assert "  thêm đơn vị lien-ket\n" in desk("where").out


def test_a_name_that_is_no_text_is_sent_as_it_is(desk: Desk) -> None:
    folder = desk.root / "templates"
    folder.mkdir()
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/a\xff.txt")).write_bytes(b"x\n")
    except OSError:
        return  # a file system that takes only text
    sent = desk("send", "Quý 4")
    assert sent.status == 0, sent.err
    assert "  thêm templates/a\\xff.txt\n" in sent.out
    assert desk.git("diff", "--name-only", "main", "HEAD") == '"templates/a\\377.txt"'
