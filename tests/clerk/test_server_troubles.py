"""What can stand in a clerk's way at the server, and on the way there: plain words, another way, nothing lost."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import DECISION, OTHER, decision
from thidua.store import run as running

if TYPE_CHECKING:
    from pathlib import Path

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


NO_RIGHT, NO_ANSWER = "không cho tài khoản này gửi", "không trả lời"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("fatal: Authentication failed for 'https://lan:bi-mat@git.example.org/kho.git/'", NO_RIGHT),
        ("ssh: connect to host x port 22: Connection timed out", NO_ANSWER),
        # one of each meaning is enough for the short run: a whole piece of work is sent for each
        *(
            pytest.param(*other, marks=pytest.mark.long)
            for other in (
                ("remote: Permission to vi-du/kho.git denied to lan.", NO_RIGHT),
                ("git@example.org: Permission denied (publickey).", NO_RIGHT),
                ("fatal: could not read Username for 'https://x': terminal prompts disabled", NO_RIGHT),
                ("fatal: unable to access 'https://x/': Could not resolve host: x", NO_ANSWER),
            )
        ),
    ],
)
def test_what_a_transport_says_is_understood(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, meant: str
) -> None:
    """A remote helper of our own says what those of git say."""
    helper = tmp_path / "bin" / "git-remote-vidu"
    helper.parent.mkdir()
    helper.write_text(f'#!/bin/sh\necho "{said}" >&2\nexit 128\n', "utf-8")
    helper.chmod(0o755)
    desk.git("remote", "set-url", "origin", "vidu::x")
    monkeypatch.setenv("PATH", f"{helper.parent}{os.pathsep}{os.environ['PATH']}")
    desk.write(DECISION, decision())
    refused = desk("send", "Quý 4")
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


def test_a_new_folder_takes_the_main_branch_of_the_server(desk: Desk) -> None:
    there = desk.folder / "moi"
    there.mkdir()
    desk.git("init", "-q", "-b", "main", at=there)
    desk.git("remote", "add", "origin", str(desk.server), at=there)
    (there / "records").mkdir()
    desk.root = there
    assert desk("start", "Quý 4").status == 0
    assert desk.git("rev-parse", "HEAD") == desk.at_server("main")


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
