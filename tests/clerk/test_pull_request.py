"""The pull request is opened by `gh` or `glab` where they are, and nothing that was typed is an option of theirs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import BLOC, DECISION, FILES, decision
from thidua.app.pull_request import web_address
from thidua.app.send_words import KINDS, FileChange, lines, summary
from thidua.diagnostics import Language
from thidua.store.paths import FOLDERS

if TYPE_CHECKING:
    from tests.clerk.desk import Desk

KEEPS = """\
#!/bin/sh
printf '%s\\n' "$@" > "$0.arguments"
cat > "$0.text"
"""


def program(desk: Desk, name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program on the PATH that keeps what it was given, then does as `text` says."""
    file = desk.folder / "bin" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(KEEPS + text + "\n", "utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{file.parent}{os.pathsep}{os.environ['PATH']}")
    return file


@pytest.fixture
def served(desk: Desk) -> Desk:
    """A clerk whose server's address is one of GitHub, though it stands here."""
    at(desk, "https://lan:bi-mat@github.com/vi-du/kho.git")
    return desk


def at(desk: Desk, address: str) -> None:
    desk.git("config", "remote.origin.url", address)
    desk.git("config", f"url.{desk.server}.insteadOf", address)


def test_gh_opens_it_with_the_words_of_the_clerk(served: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gh = program(served, "gh", "echo https://github.com/vi-du/kho/pull/7", monkeypatch)
    served("start", "--", "--repo=x @ai-do")
    served.write(DECISION, decision(5, "Nguyễn @ai-do Mẫu"))
    sent = served("send")
    assert sent.status == 0, sent.err
    assert "yêu cầu duyệt: https://github.com/vi-du/kho/pull/7\n" in sent.out
    given = Path(f"{gh}.arguments").read_text("utf-8").splitlines()
    assert given == [
        "pr", "create", "--repo=github.com/vi-du/kho", "--head=repo-x-ai-do", "--base=main", "--title=--repo=x @ai-do",
        "--body-file=-",
    ]  # fmt: skip
    assert Path(f"{gh}.text").read_text("utf-8").splitlines()[2:] == ["- `thêm quyết định 5/QĐ-UBND`"]


def test_one_that_is_open_already_is_named(served: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    program(served, "gh", "echo 'already exists: https://github.com/vi-du/kho/pull/7' >&2; exit 1", monkeypatch)
    served.write(DECISION, decision())
    assert "yêu cầu duyệt: https://github.com/vi-du/kho/pull/7\n" in served("send", "Quý 4").out


def test_where_gh_cannot_the_link_and_the_text_are_printed(served: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    program(served, "gh", "echo 'https://cli.github.com: please run gh auth login' >&2; exit 4", monkeypatch)
    served.write(DECISION, decision())
    sent = served("send", "Quý 4")
    assert sent.status == 0
    assert "mở yêu cầu duyệt ở: https://github.com/vi-du/kho/compare/main...quy-4?expand=1\n" in sent.out


def test_glab_opens_it_at_gitlab(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    at(desk, "git@gitlab.example.org:vi-du/kho.git")
    glab = program(desk, "glab", "echo '!7 https://gitlab.example.org/vi-du/kho/-/merge_requests/7'", monkeypatch)
    desk.write(DECISION, decision())
    assert "merge_requests/7" in desk("send", "Quý 4").out
    given = Path(f"{glab}.arguments").read_text("utf-8").splitlines()
    assert given[:5] == [
        "mr", "create", "--repo=https://gitlab.example.org/vi-du/kho", "--source-branch=quy-4", "--target-branch=main",
    ]  # fmt: skip


def test_a_gh_of_the_repository_is_not_run(served: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    file = served.root / "tools" / "gh"
    file.parent.mkdir()
    file.write_text(KEEPS, "utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", f"{file.parent}{os.pathsep}.{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(file.parent)
    served.write(DECISION, decision())
    assert served("send", "Quý 4").status == 0
    assert not Path(f"{file}.arguments").exists()


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/compare/main...x%2Fy?expand=1"),
        ("ssh://git@github.com:22/a/b.git", "https://github.com/a/b/compare/main...x%2Fy?expand=1"),
        ("http://u:p@gitlab.x.vn:8080/a/b/c.git", "https://gitlab.x.vn:8080/a/b/c/-/merge_requests/new"),
        ("u@git.x.vn:a/b.git", "https://git.x.vn/a/b"),
        ("C:\\kho\\b.git", ""),
        ("C:/kho/b.git", ""),
        ("/srv/kho.git", ""),
        ("file:///srv/kho.git", ""),
        ("../server.git", ""),
        ("ext::sh -c x", ""),
        ("https://github.com/a/b?x=<script>", "https://github.com/a/b/compare/main...x%2Fy?expand=1"),
        ("https://github.com/a/../b", ""),
        ("https://[::1/a/b", ""),
        ("https://x.vn:port/a/b", ""),
    ],
)
def test_addresses_of_all_kinds(address: str, link: str) -> None:
    made = web_address(address, "x/y", "main")
    assert made.partition("?merge_request")[0] == link


def change(path: str, old: str | None, new: str | None) -> FileChange:
    return FileChange(path, None if old is None else old.encode(), None if new is None else new.encode())


MORE = decision(5, "Nguyễn Văn Mẫu", "Trần Thị Mẫu") + "      - {collective: vi-du}\n      - {household: Lê Văn Mẫu}\n"


@pytest.mark.parametrize(
    ("changes", "vi", "en"),
    [
        ([], "", ""),
        (
            [change(DECISION, None, MORE)],
            "Thêm quyết định 5/QĐ-UBND, thêm 2 cá nhân, thêm 1 tập thể, thêm 1 hộ gia đình",
            "Add decision 5/QĐ-UBND, add 2 people, add 1 collective, add 1 household",
        ),
        (
            [change(DECISION, MORE, decision())],
            "Sửa quyết định 5/QĐ-UBND, xoá 1 cá nhân, xoá 1 tập thể, xoá 1 hộ gia đình",
            "Change decision 5/QĐ-UBND, remove 1 person, remove 1 collective, remove 1 household",
        ),
        (
            [change(DECISION, decision(), decision().replace("unit: vi-du", "unit: phong-vi-du"))],
            "Sửa quyết định 5/QĐ-UBND, sửa 1 cá nhân",
            "Change decision 5/QĐ-UBND, change 1 person",
        ),
        (
            [change(f"records/awards/2026/{n}.yaml", None, decision(n)) for n in (1, 2, 3)],
            "Thêm 3 quyết định, thêm 3 cá nhân",
            "Add 3 decisions, add 3 people",
        ),
        (
            [change(BLOC, FILES[BLOC], None), change("templates/x", None, "x"), change("thidua.yaml", "a: b", "a: c")],
            "Thêm templates/x, sửa thidua.yaml, xoá đơn vị Phòng Ví Dụ",
            "Add templates/x, change thidua.yaml, remove organisation Phòng Ví Dụ",
        ),
        (
            [change(DECISION, "a: [", "b: {")],
            "Sửa quyết định 2026/5-qd-ubnd-vi-du",
            "Change decision 2026/5-qd-ubnd-vi-du",
        ),
        (
            [change(DECISION, None, "decision: x\nawards: [{recipients: [a, {}, []]}, b]\n")],
            "Thêm quyết định 2026/5-qd-ubnd-vi-du, thêm 1 cá nhân",
            "Add decision 2026/5-qd-ubnd-vi-du, add 1 person",
        ),
    ],
)
def test_what_changed_is_counted(changes: list[FileChange], vi: str, en: str) -> None:
    assert (summary(changes, Language.VI), summary(changes, Language.EN)) == (vi, en)


def test_reordered_rows_are_no_change() -> None:
    one, other = decision(5, "Nguyễn Văn Mẫu", "Trần Thị Mẫu"), decision(5, "Trần Thị Mẫu", "Nguyễn Văn Mẫu")
    assert summary([change(DECISION, one, other)], Language.VI) == "Sửa quyết định 5/QĐ-UBND"


def test_every_kind_of_record_has_its_name() -> None:
    assert set(KINDS) == set(FOLDERS)


def _of(path: str, old: str | None, new: str | None) -> FileChange:
    return FileChange(f"records/{path}", *(None if text is None else text.encode() for text in (old, new)))


def test_papers_are_called_by_their_numbers() -> None:
    paper = "decision: 2026/5-qd-ubnd-vi-du\nnumber: 18/ĐC-UBND\ndate: 2026-03-09\n"
    told = lines([_of("corrections/2026/18-dc-ubnd-vi-du.yaml", None, paper)], Language.VI)
    assert told == ["thêm đính chính 18/ĐC-UBND"]


def test_a_record_that_got_another_id_neither_came_nor_went() -> None:
    unit, other = "name: Trường Ví Dụ\n", "name: Trạm Ví Dụ\n"
    changes = [
        _of("organisations/a.yaml", unit, None),
        _of("organisations/b.yaml", None, unit),
        _of("organisations/c.yaml", other, None),
        _of("people/d.yaml", None, "name: Nguyễn Văn Mẫu\n"),
    ]
    assert lines(changes, Language.VI) == [
        "đổi mã đơn vị Trường Ví Dụ",
        "xoá đơn vị Trạm Ví Dụ",
        "thêm bản ghi cá nhân Nguyễn Văn Mẫu",
    ]
    assert summary(changes, Language.EN) == (
        "Add record of a person Nguyễn Văn Mẫu, rename organisation Trường Ví Dụ, remove organisation Trạm Ví Dụ"
    )
