"""A piece of work that is carried as a file, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import BLOC, DECISION, FILES, OTHER, decision

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clerk.desk import Desk

BUNDLE = "out/quy-4.thidua-bundle"


class Carried:
    """A clerk without a server, and the folder of who reviews the work."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.clerk = desk.root
        self.reviewer = desk.colleague("duyet")
        desk.git("config", "user.name", "Người Duyệt", at=self.reviewer)
        desk.git("config", "user.email", "duyet@example.org", at=self.reviewer)

    def sends(self, *arguments: str) -> Path:
        self.desk.root = self.clerk
        sent = self.desk("send", *arguments)
        assert sent.status == 0, sent.err
        return self.clerk / BUNDLE

    def receives(self, file: Path, *arguments: str) -> tuple[int, str, str]:
        self.desk.root = self.reviewer
        answer = self.desk("receive", str(file), *arguments)
        return answer.status, answer.out, answer.err


@pytest.fixture
def carried(desk: Desk) -> Carried:
    both = Carried(desk)
    desk.git("remote", "remove", "origin")
    return both


def test_without_a_server_a_file_is_written_and_taken_in_elsewhere(carried: Carried) -> None:
    desk = carried.desk
    desk.write(DECISION, decision(5, "Nguyễn Văn Mẫu", "Trần Thị Mẫu"))
    file = carried.sends("Quý 4")
    mine = desk.git("rev-parse", "quy-4")
    assert "đã gửi, chờ duyệt: 1 lần lưu" in desk("where").out
    status, out, err = carried.receives(file)
    assert (status, err) == (0, "")
    assert desk.git("rev-parse", "nhan/quy-4") == mine
    assert "đã nhận “quy-4” vào nhánh nhan/quy-4\n1 lần lưu của Ví Dụ:\n" in out
    assert "thay đổi: Thêm quyết định 5/QĐ-UBND, thêm 2 cá nhân" in out
    assert "chưa ghép gì" in out
    assert not (carried.reviewer / DECISION).exists()
    assert desk.git("status", "--porcelain") == ""


def test_merge_brings_it_into_the_branch_that_is_open(carried: Carried) -> None:
    desk = carried.desk
    desk.write(DECISION, decision())
    file = carried.sends("Quý 4")
    desk.root = carried.reviewer
    desk.save(OTHER, decision(6))
    status, out, err = carried.receives(file, "--merge")
    assert (status, err) == (0, "")
    assert "đã ghép vào nhánh main" in out
    assert (desk.text(DECISION), desk.text(OTHER)) == (decision(), decision(6))
    assert desk.git("log", "-1", "--format=%s%n%b") == "Nhận phần việc quy-4\nThêm quyết định 5/QĐ-UBND, thêm 1 cá nhân"


def test_where_both_changed_one_thing_nothing_is_merged(carried: Carried) -> None:
    desk = carried.desk
    desk.write(BLOC, FILES[BLOC].replace("Phòng Ví Dụ", "Phòng A"))
    file = carried.sends("Quý 4")
    desk.root = carried.reviewer
    before = desk.save(BLOC, FILES[BLOC].replace("Phòng Ví Dụ", "Phòng B"))
    status, _, err = carried.receives(file, "--merge")
    assert status == 2
    assert "đã nhận vào nhánh nhan/quy-4, nhưng chưa ghép: hai bên sửa cùng một chỗ" in err
    assert (desk.git("rev-parse", "HEAD"), desk.git("status", "--porcelain")) == (before, "")


def test_nothing_is_merged_over_what_is_not_saved(carried: Carried) -> None:
    desk = carried.desk
    desk.write(DECISION, decision())
    file = carried.sends("Quý 4")
    desk.root = carried.reviewer
    mine = FILES[BLOC].replace("Phòng Ví Dụ", "Phòng C")
    desk.write(BLOC, mine)
    status, _, err = carried.receives(file, "--merge")
    assert status == 2
    assert BLOC in err
    assert desk.text(BLOC) == mine


def test_a_second_file_carries_the_branch_on(carried: Carried) -> None:
    desk = carried.desk
    desk.write(DECISION, decision())
    file = carried.sends("Quý 4")
    carried.receives(file)
    desk.root = carried.clerk
    desk.write(OTHER, decision(6))
    carried.sends()
    assert carried.receives(file)[0] == 0
    assert desk.git("rev-list", "--count", "main..nhan/quy-4") == "2"
    assert "đã có đủ phần này từ trước" in carried.receives(file)[1]


def test_a_file_that_took_another_way_gets_a_branch_of_its_own(carried: Carried) -> None:
    desk = carried.desk
    desk.write(DECISION, decision())
    file = carried.sends("Quý 4")
    carried.receives(file)
    desk.root = carried.clerk
    desk.git("reset", "-q", "--soft", "main")
    desk.write(OTHER, decision(6))
    carried.sends()
    status, out, _ = carried.receives(file)
    assert (status, "nhan/quy-4-2" in out) == (0, True)


def test_files_that_are_no_records_are_pointed_at(carried: Carried) -> None:
    desk = carried.desk
    desk.git("switch", "-q", "-c", "quy-4")
    desk.save(".github/workflows/x.yml", "on: push\n")
    desk.write(DECISION, decision())
    file = carried.sends()
    assert (
        "CHÚ Ý: có tệp không phải bản ghi, xem kỹ trước khi nhận:\n  .github/workflows/x.yml\n"
        in carried.receives(file)[1]
    )


def test_a_dry_run_takes_nothing_in(carried: Carried) -> None:
    desk = carried.desk
    desk.write(DECISION, decision())
    file = carried.sends("Quý 4")
    assert "sẽ nhận “quy-4” vào nhánh nhan/quy-4" in carried.receives(file, "--dry-run")[1]
    assert "nhan" not in desk.git("for-each-ref")


def bundle(desk: Desk, *what: str) -> Path:
    file = desk.folder / "la.thidua-bundle"
    desk.git("bundle", "create", "-q", str(file), *what)
    return file


def refused(carried: Carried, file: Path) -> str:
    """Return why a file was refused; nothing came of it."""
    carried.desk.root = carried.reviewer
    refs = carried.desk.git("for-each-ref")
    status, out, err = carried.receives(file)
    assert (status, out) == (2, "")
    assert carried.desk.git("for-each-ref") == refs
    return err


@pytest.mark.parametrize("name", ["refs/heads/main", "refs/tags/v1", "refs/heads/master", "refs/notes/x", "HEAD"])
def test_names_that_point_elsewhere_are_refused(carried: Carried, name: str) -> None:
    desk = carried.desk
    desk.save(DECISION, decision())
    if name not in ("HEAD", "refs/heads/main"):
        desk.git("update-ref", name, "HEAD")
    assert "tệp không phải do `thidua send` ghi" in refused(carried, bundle(desk, name))


def test_several_branches_in_one_file_are_refused(carried: Carried) -> None:
    desk = carried.desk
    desk.save(DECISION, decision())
    desk.git("branch", "a")
    desk.git("branch", "b")
    assert "refs/heads/a, refs/heads/b" in refused(carried, bundle(desk, "a", "b"))


@pytest.mark.parametrize(
    "name", [b"refs/heads/../../x", b"refs/heads/-x y", b"refs/heads/a\x1b[2J", b"--upload-pack=x"]
)
def test_a_forged_name_is_refused(carried: Carried, name: bytes) -> None:
    desk = carried.desk
    desk.save(DECISION, decision())
    desk.git("branch", "a")
    file = bundle(desk, "a")
    file.write_bytes(file.read_bytes().replace(b"refs/heads/a\n", name + b"\n", 1))
    assert refused(carried, file) != ""


def test_what_builds_on_commits_that_are_not_here_is_refused(carried: Carried) -> None:
    desk = carried.desk
    desk.save(DECISION, decision())
    desk.git("switch", "-q", "-c", "quy-4")
    desk.write(OTHER, decision(6))
    assert "dựa trên những lần lưu mà kho này chưa có" in refused(carried, carried.sends())


def test_damaged_files_are_refused(carried: Carried) -> None:
    desk = carried.desk
    desk.write(DECISION, decision())
    file = carried.sends("Quý 4")
    whole = file.read_bytes()
    for data in (b"", b"x" * 100, whole[: len(whole) // 2], whole[:-30] + bytes(30)):
        file.write_bytes(data)
        assert "không phải tệp gửi, hoặc đã hỏng" in refused(carried, file)


def test_a_missing_file_and_a_folder_are_refused(carried: Carried) -> None:
    assert "không có tệp" in refused(carried, carried.clerk / "khong-co")
    assert "không có tệp" in refused(carried, carried.clerk)


def test_a_name_of_a_file_may_look_like_an_option(carried: Carried, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = carried.desk
    desk.write(DECISION, decision())
    file = carried.sends("Quý 4")
    odd = desk.folder / "--upload-pack=touch x"
    file.rename(odd)
    monkeypatch.chdir(desk.folder)
    desk.root = carried.reviewer
    assert desk("receive", "--", odd.name).status == 0
    assert not (desk.folder / "x").exists()


def test_an_older_file_that_comes_late_makes_no_second_branch(carried: Carried) -> None:
    desk = carried.desk
    desk.write(DECISION, decision())
    older = carried.sends("Quý 4").rename(desk.folder / "cu.thidua-bundle")
    desk.write(OTHER, decision(6))
    newer = carried.sends()
    assert carried.receives(newer)[0] == 0
    assert carried.receives(older)[0] == 0
    assert desk.git("for-each-ref", "--format=%(refname)", "refs/heads/nhan") == "refs/heads/nhan/quy-4"
