"""`thidua history` tells of each row when it came into git, who added it, and what was changed since."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.repository import thidua
from tests.trail.office import DECISION, FILES, Repository, decision
from thidua.app.trail import NAMED_BY
from thidua.model.lists import RECIPIENT_FIELDS

if TYPE_CHECKING:
    from pathlib import Path

AN, BINH = "name: Lê Thị An, unit: phong-mau", "name: Trần Văn Bình, unit: phong-mau"


@pytest.fixture
def office(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "kho")
    made.commit(FILES, day="2023-01-02")
    return made


def trail(office: Repository, who: str, *arguments: str) -> list[dict[str, Any]]:
    """What git tells of the only row of somebody."""
    ran = thidua(office.root, "history", who, "--format", "json", *arguments)
    assert ran.status == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)["groups"][-1]["awards"][0]["trail"]
    return found


def told(steps: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        (one["kind"], one["date"], one["author"], *((c["field"], c["before"], c["after"]) for c in one["changes"]))
        for one in steps
    ]


def test_a_row_says_when_it_was_added_by_whom_and_what_was_changed(office: Repository) -> None:
    office.commit({DECISION: decision(BINH)}, author="Người Một", day="2023-03-07")
    office.commit({DECISION: decision(AN, BINH)}, author="Người Hai", day="2023-03-08")
    last = office.commit({DECISION: decision(AN + ", position: Phó phòng", BINH)}, author="Người Ba", day="2023-03-09")
    assert told(trail(office, "le thi an")) == [
        ("added", "2023-03-08", "Người Hai"),
        ("changed", "2023-03-09", "Người Ba", ("position", "", "Phó phòng")),
    ]
    assert told(trail(office, "tran van binh")) == [("added", "2023-03-07", "Người Một")]
    out = thidua(office.root, "history", "le thi an").out
    assert "        ghi vào ngày 08/3/2023 bởi Người Hai (bản ghi git " in out
    assert f"        sửa ngày 09/3/2023 bởi Người Ba (bản ghi git {last[:10]})\n" in out
    assert "          position: (không có) → Phó phòng\n" in out
    assert "@" not in out
    english = thidua(office.root, "history", "le thi an", "--lang", "en").out
    assert (
        f"changed on 2023-03-09 by Người Ba (commit {last[:10]})\n          position: (nothing) → Phó phòng" in english
    )


def test_moving_a_row_is_no_change_of_it(office: Repository) -> None:
    office.commit({DECISION: decision(AN, BINH)})
    office.commit({DECISION: "# chép lại\n" + decision(BINH, AN)}, author="Người Hai")
    assert [one["author"] for one in trail(office, "le thi an")] == ["Người Thử"]


def test_a_mended_name_is_the_same_row(office: Repository) -> None:
    office.commit({DECISION: decision("name: Lê Thị Ân, unit: phong-mau", BINH)}, author="Người Một")
    office.commit({DECISION: decision(AN, BINH)}, author="Người Hai", day="2023-04-01")
    assert told(trail(office, "Lê Thị An")) == [
        ("added", "2023-03-07", "Người Một"),
        ("changed", "2023-04-01", "Người Hai", ("name", "Lê Thị Ân", "Lê Thị An")),
    ]


def test_a_change_of_the_decision_is_one_of_its_rows(office: Repository) -> None:
    office.commit({DECISION: decision(AN)})
    office.commit({DECISION: decision(AN, number="55/QĐ-UBND")}, author="Người Hai", day="2023-04-01")
    assert told(trail(office, "le thi an"))[1:] == [
        ("changed", "2023-04-01", "Người Hai", ("decision.number", "5/QĐ-UBND", "55/QĐ-UBND"))
    ]


def test_the_trail_goes_on_behind_a_new_name_of_the_file(office: Repository) -> None:
    office.commit({DECISION: decision(AN, BINH)}, author="Người Một", day="2023-03-07")
    (office.root / "records/awards/2022").mkdir()
    office.git("mv", DECISION, "records/awards/2022/5-qd.yaml")
    office.commit(author="Người Hai", day="2023-03-08")
    office.git("mv", "records/awards/2022/5-qd.yaml", "records/awards/2023/5-qd-ubnd-la.yaml")
    office.commit({"records/awards/2023/5-qd-ubnd-la.yaml": decision(AN + ", sex: nu", BINH)}, day="2023-03-09")
    assert told(trail(office, "le thi an")) == [
        ("added", "2023-03-07", "Người Một"),
        ("changed", "2023-03-09", "Người Thử", ("sex", "", "nu")),
    ]


def test_what_is_not_committed_says_so(office: Repository) -> None:
    office.commit({DECISION: decision(AN)})
    office.write({DECISION: decision(AN + ", sex: nu", BINH), "records/awards/2023/6.yaml": decision("name: Ngô Ba")})
    assert [one["kind"] for one in trail(office, "le thi an")] == ["added", "changed-since"]
    assert [one["kind"] for one in trail(office, "tran van binh")] == ["not-committed"]
    assert [one["kind"] for one in trail(office, "ngo ba")] == ["not-committed"]
    assert "        chưa ghi vào git\n" in thidua(office.root, "history", "ngo ba").out


def test_two_branches_that_are_merged_leave_each_its_own_rows(office: Repository) -> None:
    office.commit({DECISION: decision(AN, "name: Ngô Ba", BINH)}, author="Người Gốc")
    office.git("switch", "-q", "-c", "khac")
    office.commit({DECISION: decision(AN + ", sex: nu", "name: Ngô Ba", BINH)}, author="Người Nhánh", day="2023-03-08")
    office.git("switch", "-q", "main")
    office.commit({DECISION: decision(AN, "name: Ngô Ba", BINH + ", sex: nam")}, author="Người Chính", day="2023-03-09")
    office.git("merge", "-q", "khac", "-s", "ours", "--no-commit", author="Người Gộp")
    both = {DECISION: decision(AN + ", sex: nu", "name: Ngô Ba", BINH + ", sex: nam")}
    office.commit(both, author="Người Gộp", day="2023-03-10")
    office.git("config", "log.diffMerges", "off")
    assert [one["author"] for one in trail(office, "le thi an")] == ["Người Gốc", "Người Nhánh"]
    assert [one["author"] for one in trail(office, "tran van binh")] == ["Người Gốc", "Người Chính"]
    assert [one["author"] for one in trail(office, "ngo ba")] == ["Người Gốc"]


def test_a_content_that_nobody_could_read_hides_nothing(office: Repository) -> None:
    office.commit({DECISION: decision(AN)}, author="Người Một")
    office.commit({DECISION: "awards: [\n"}, author="Người Hai", day="2023-03-08")
    office.commit({DECISION: decision(AN, BINH)}, author="Người Ba", day="2023-03-09")
    assert told(trail(office, "le thi an")) == [("added", "2023-03-07", "Người Một")]


def test_nominations_have_their_trail_too(office: Repository) -> None:
    path = "records/nominations/2023/1-ttr.yaml"
    row = "rows:\n  - award: giay-khen-cap-huyen\n    recipient: {name: Lê Thị An, unit: phong-mau}\n"
    office.commit({path: "number: 1/TTr\nby: phong-mau\n" + row + SOURCE_LINE}, author="Người Một")
    office.commit(
        {path: "number: 1/TTr\nby: phong-mau\n" + row + "    outcome: thong-qua\n" + SOURCE_LINE}, day="2023-05-01"
    )
    ran = thidua(office.root, "history", "le thi an", "--format", "json")
    steps = json.loads(ran.out)["groups"][0]["nominated"][0]["trail"]
    assert told(steps) == [
        ("added", "2023-03-07", "Người Một"),
        ("changed", "2023-05-01", "Người Thử", ("outcome", "", "thong-qua")),
    ]


SOURCE_LINE = "source: {document: Ví dụ}\n"


def test_what_a_commit_holds_commands_nothing(office: Repository) -> None:
    author = "Kẻ \x1b[31mxấu\x07\u202e: 100644 ::error::"
    office.commit({DECISION: decision(AN)}, author=author)
    office.commit({DECISION: decision(AN + ", position: 'A'")}, author="A\n:100644 100644 a b M", day="2023-03-08")
    out = thidua(office.root, "history", "le thi an").out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "Kẻ \\x1b[31mxấu\\x07\\u202e" in out
    assert trail(office, "le thi an")[1]["author"] == "A:100644 100644 a b M"


def test_nothing_that_the_repository_names_is_run(office: Repository) -> None:
    office.commit({DECISION: decision(AN)})
    mark = office.root / "ran"
    program = office.root / ".git" / "evil"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\n", "utf-8")
    program.chmod(0o755)
    for name, value in {
        "log.showSignature": "true", "log.diffMerges": "off", "gpg.program": str(program), "core.pager": str(program),
        "diff.external": str(program), "core.fsmonitor": str(program), "log.follow": "true", "color.ui": "always",
    }.items():  # fmt: skip
        office.git("config", name, value)
    assert told(trail(office, "le thi an")) == [("added", "2023-03-07", "Người Thử")]
    assert not mark.exists()


def test_a_clone_that_is_cut_short_does_not_say_who_added_what_was_there(office: Repository, tmp_path: Path) -> None:
    office.commit({DECISION: decision(AN)}, author="Người Một")
    office.commit(
        {"records/organisations/to-mau.yaml": "name: Tổ Mẫu\nsource: {document: Ví dụ}\n"}, author="Người Hai"
    )
    office.git("clone", "-q", "--depth", "1", f"file://{office.root}", str(tmp_path / "can"))
    ran = thidua(tmp_path / "can", "history", "le thi an")
    assert "đã có từ trước ngày 07/3/2023" in ran.out
    assert "Người Một" not in ran.out


def test_without_git_and_without_commits_a_history_is_as_before(tmp_path: Path) -> None:
    bare = tmp_path / "kho"
    made = Repository(bare)
    made.write({**FILES, DECISION: decision(AN)})
    before = thidua(bare, "history", "le thi an").out
    assert before.splitlines()[-1].strip() == f"{DECISION}:6"
    made.commit()
    assert thidua(bare, "history", "le thi an", "--no-git").out == before


def test_ids_of_commits_may_be_longer(tmp_path: Path) -> None:
    office = Repository(tmp_path / "kho", "--object-format=sha256")
    office.commit(FILES, day="2023-01-02")
    office.commit({DECISION: decision(BINH)}, day="2023-03-07")
    office.commit({DECISION: decision(AN, BINH)}, day="2023-03-08")
    assert told(trail(office, "le thi an")) == [("added", "2023-03-08", "Người Thử")]
    assert told(trail(office, "tran van binh")) == [("added", "2023-03-07", "Người Thử")]


def test_of_many_files_git_is_asked_only_on_demand(office: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    office.commit({DECISION: decision(AN), "records/awards/2023/7.yaml": decision(AN, number="7/QĐ-UBND")})
    monkeypatch.setattr("thidua.app.trail.MOST_FILES", 1)
    ran = thidua(office.root, "history", "le thi an")
    assert "bản ghi git" not in ran.out
    assert ran.err == "nhiều tệp nên không hỏi git; thêm `--git` để hỏi\n"
    assert thidua(office.root, "history", "le thi an", "--git").out.count("bản ghi git") == 2


def test_the_fields_that_name_a_recipient_are_those_of_the_records() -> None:
    assert tuple(RECIPIENT_FIELDS) == NAMED_BY


def test_many_commits_are_walked_once(office: Repository) -> None:
    """Two thousand commits beside the decisions cost no question each."""
    office.commit({DECISION: decision(AN), "records/awards/2023/7.yaml": decision(AN, number="7/QĐ-UBND")})
    lines = [
        f"commit refs/heads/main\ncommitter A <a@b> {1680000000 + n} +0700\ndata 1\nx\n"
        + ("from refs/heads/main^0\n" if n == 0 else "")
        + f"M 100644 inline other/{n % 7}.txt\ndata {len(str(n))}\n{n}\n"
        for n in range(2000)
    ]
    import subprocess

    subprocess.run(["git", "fast-import", "--quiet"], input="".join(lines).encode(), cwd=office.root, check=True)
    office.git("reset", "-q", "--hard")
    thidua(office.root, "history", "le thi an", "--no-git")
    start = sum(os.times()[:4])  # of the processor, ours and that of git: what else runs meanwhile is no matter
    assert len(trail(office, "le thi an")) == 1
    assert sum(os.times()[:4]) - start < 3
