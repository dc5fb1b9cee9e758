"""Each thing that can stand in a clerk's way: plain words, a way back that works, and nothing lost."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import BLOC, DECISION, FILES, OTHER, decision
from thidua.store import run as running
from thidua.store.lock import lock

if TYPE_CHECKING:
    from tests.clerk.desk import Desk


@pytest.fixture
def sent(desk: Desk) -> Desk:
    """A clerk who has sent a decision, in the branch quy-4."""
    desk.write(DECISION, decision())
    assert desk("send", "Quý 4").status == 0
    return desk


def somebody_sends(desk: Desk, path: str, text: str) -> str:
    there = desk.colleague()
    desk.git("switch", "-q", "quy-4", at=there)
    new = desk.save(path, text, there, "Bổ sung")
    desk.git("push", "-q", "origin", "quy-4", at=there)
    return new


def test_somebody_else_sent_and_join_brings_it_in(sent: Desk) -> None:
    theirs = somebody_sends(sent, OTHER, decision(6))
    sent.write(DECISION, decision(5, "Trần Thị Mẫu"))
    refused = sent("send")
    assert refused.status == 2
    assert "đã lưu ở máy này, nhánh quy-4, nhưng chưa gửi được: máy chủ đã có thêm phần của người khác" in refused.err
    assert sent.at_server("quy-4") == theirs
    joined = sent("send", "--join")
    assert joined.status == 0, joined.err
    assert "đã ghép 1 lần lưu của người khác" in joined.out
    assert (sent.text(OTHER), sent.text(DECISION)) == (decision(6), decision(5, "Trần Thị Mẫu"))
    assert sent.at_server("quy-4") == sent.git("rev-parse", "HEAD")
    assert theirs in sent.git("rev-list", "HEAD")


def test_where_both_changed_one_thing_nothing_is_joined_and_apart_works(sent: Desk) -> None:
    theirs = somebody_sends(sent, DECISION, decision(5, "Lê Văn Mẫu"))
    sent.write(DECISION, decision(5, "Trần Thị Mẫu"))
    sent("send")
    mine = sent.git("rev-parse", "HEAD")
    refused = sent("send", "--join")
    assert refused.status == 2
    assert "hai bên sửa cùng một chỗ" in refused.err
    assert (sent.git("rev-parse", "HEAD"), sent.git("status", "--porcelain")) == (mine, "")
    assert sent.text(DECISION) == decision(5, "Trần Thị Mẫu")
    apart = sent("send", "--apart")
    assert apart.status == 0, apart.err
    assert (sent.branch, sent.at_server("quy-4-2"), sent.at_server("quy-4")) == ("quy-4-2", mine, theirs)
    assert "dán vào:\n\nQuý 4\n" in apart.out
    assert "phần việc: “Quý 4” (nhánh quy-4-2)" in sent("where").out
    lost = sent("start", "--again", "Quý 5")
    assert "`TÊN`: không có phần việc “Quý 5”; đang có: “Quý 4” (quy-4), “Quý 4” (quy-4-2)" in lost.err


def test_join_does_not_begin_while_something_is_not_saved(sent: Desk) -> None:
    somebody_sends(sent, OTHER, decision(6))
    sent.write(".gitignore", "/out/\nprivate/\n")
    refused = sent("send", "--join")
    assert refused.status == 2
    assert ".gitignore" in refused.err
    assert sent.text(".gitignore") == "/out/\nprivate/\n"


def hook(desk: Desk, name: str, text: str) -> None:
    file = desk.server / "hooks" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    file.chmod(0o755)


def test_a_protected_branch_is_told_and_a_file_works(desk: Desk) -> None:
    hook(desk, "pre-receive", 'echo "GH006: Protected branch update failed" >&2; exit 1')
    desk.write(DECISION, decision())
    refused = desk("send", "Quý 4")
    assert refused.status == 2
    assert "máy chủ không nhận nhánh `quy-4` theo quy định của nó" in refused.err
    assert "GH006" in refused.err
    assert desk.git("show", f"quy-4:{DECISION}") == decision().strip()
    assert desk("send", "--file").status == 0
    assert (desk.root / "out/quy-4.thidua-bundle").is_file()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("remote: Permission to vi-du/kho.git denied to lan.", "không cho tài khoản này gửi"),
        (
            "fatal: Authentication failed for 'https://lan:bi-mat@git.example.org/kho.git/'",
            "không cho tài khoản này gửi",
        ),
        ("git@example.org: Permission denied (publickey).", "không cho tài khoản này gửi"),
        ("fatal: could not read Username for 'https://x': terminal prompts disabled", "không cho tài khoản này gửi"),
        ("fatal: unable to access 'https://x/': Could not resolve host: x", "không trả lời"),
        ("ssh: connect to host x port 22: Connection timed out", "không trả lời"),
    ],
)
def test_what_a_transport_says_is_understood(desk: Desk, tmp_path: Path, said: str, meant: str) -> None:
    """A remote helper of our own says what those of git say."""
    helper = tmp_path / "bin" / "git-remote-vidu"
    helper.parent.mkdir()
    helper.write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 128\n', "utf-8")
    helper.chmod(0o755)
    desk.git("remote", "set-url", "origin", "vidu::x")
    path = os.environ["PATH"]
    os.environ["PATH"] = f"{helper.parent}{os.pathsep}{path}"
    try:
        desk.write(DECISION, decision())
        refused = desk("send", "Quý 4")
    finally:
        os.environ["PATH"] = path
    assert (refused.status, desk.branch) == (2, "quy-4")
    assert meant in refused.err
    assert "bi-mat" not in refused.err
    assert desk.git("show", f"quy-4:{DECISION}") == decision().strip()


def test_a_server_that_never_answers_is_given_up(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    helper = tmp_path / "bin" / "git-remote-vidu"
    helper.parent.mkdir()
    helper.write_text("#!/bin/sh\nsleep 30\n", "utf-8")
    helper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{helper.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("thidua.store.git_server.SERVER_SECONDS", 0.5)
    monkeypatch.setattr("thidua.store.git_server.FETCH_SECONDS", 0.5)
    desk.git("remote", "set-url", "origin", "vidu::x")
    begun = time.monotonic()
    assert desk("start", "Quý 4").status == 0
    desk.write(DECISION, decision())
    refused = desk("send")
    assert refused.status == 2
    assert "máy chủ `origin` không trả lời" in refused.err
    assert time.monotonic() - begun < 15


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


def test_a_new_folder_takes_the_main_branch_of_the_server(desk: Desk) -> None:
    there = desk.folder / "moi"
    there.mkdir()
    desk.git("init", "-q", "-b", "main", at=there)
    desk.git("remote", "add", "origin", str(desk.server), at=there)
    (there / "records").mkdir()
    desk.root = there
    assert desk("start", "Quý 4").status == 0
    assert desk.git("rev-parse", "HEAD") == desk.at_server("main")


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


def test_words_of_programs_name_no_credentials() -> None:
    assert running.without_credentials("fatal: 'https://a:b@x.org/y'") == "fatal: 'https://x.org/y'"


def test_who_stops_it_hears_that_nothing_is_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's hook stops us as a person would by Ctrl-C, after the work was saved and before it arrived."""
    hook(desk, "pre-receive", f"kill -INT {os.getpid()}; sleep 3; exit 1")
    desk.write(DECISION, decision())
    stopped = desk("send", "Quý 4")
    assert stopped.status == 130
    assert "đã dừng; điều đã lưu vẫn còn, không mất gì" in stopped.err
    assert desk.git("show", f"quy-4:{DECISION}") == decision().strip()
    (desk.server / "hooks/pre-receive").unlink()
    assert desk("send").status == 0
    assert desk.at_server("quy-4") == desk.git("rev-parse", "HEAD")


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


def test_a_server_that_has_nothing_yet_takes_the_work(desk: Desk) -> None:
    desk.git("init", "-q", "--bare", str(desk.folder / "moi.git"))
    desk.git("remote", "remove", "origin")
    desk.git("remote", "add", "may-chu", str(desk.folder / "moi.git"))
    assert desk("where").status == 0
    assert desk("send").out == "không có gì để gửi\n"
    desk("start", "Quý 4")
    desk.save(DECISION, decision())
    sent = desk("send")
    assert sent.status == 0, sent.err
    assert desk.git("rev-parse", "quy-4", at=desk.folder / "moi.git") == desk.git("rev-parse", "HEAD")


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


def test_a_shallow_clone_sends_too(desk: Desk) -> None:
    desk.main_moves()
    desk.git("clone", "-q", "--depth", "1", f"file://{desk.server}", str(desk.folder / "nong"))
    desk.root = desk.folder / "nong"
    desk.git("config", "user.name", "Ví Dụ")
    desk.git("config", "user.email", "vi-du@example.org")
    assert desk("start", "Quý 4").status == 0
    desk.write(DECISION, decision())
    sent = desk("send")
    assert sent.status == 0, sent.err
    assert desk.at_server("quy-4") == desk.git("rev-parse", "HEAD")
    assert "đã gửi, chờ duyệt: 1 lần lưu" in desk("where").out
