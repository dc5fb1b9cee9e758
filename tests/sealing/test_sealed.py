"""`validate --base`: what may be done to a sealed paper, and what may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sealing.office import DECISION, RECORDS, TEXT, codes, commit, committed, files, git, office, thidua

if TYPE_CHECKING:
    from pathlib import Path

CORRECTION = (
    "decision: 2023/5-qd-ubnd-vi-du\nnumber: 9/ĐC\ndate: 2023-04-01\n"
    "rows:\n  - {row: {name: Nguyễn Văn A}, field: unit, value: phong-hai}\n"
)
PAPER = "records/corrections/9.yaml"
SEALS = {"TD603", "TD604", "TD605", "TD606", "TD607"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return committed(files(office(tmp_path), {PAPER: CORRECTION}))


def seals(root: Path, base: str = "main") -> set[str]:
    return codes(thidua(root, "validate", "--base", base)) & SEALS


def changed(root: Path, old: str, new: str, path: str = DECISION) -> set[str]:
    text = (root / path).read_text("utf-8")
    assert old in text
    files(root, {path: text.replace(old, new, 1)})
    return seals(root)


def test_nothing_changed_is_nothing_to_say(root: Path) -> None:
    assert seals(root) == set()


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Nguyễn Văn A", "Nguyễn Văn Á", {"TD603"}),
        ("5/QĐ-UBND", "6/QĐ-UBND", {"TD603"}),
        ("2023-03-06", "2023-03-07", {"TD603"}),
        (", class: truc-tiep-lao-dong", "", {"TD603"}),
        ("      - {name: Nguyễn Văn A, unit: phong-mot}\n", "", {"TD604"}),
        ("award: lao-dong-tien-tien", "award: bang-khen-bo-nganh-tinh", {"TD603"}),
        ("unit: phong-hai}\n", "unit: phong-hai}\n      - {name: Mới, unit: phong-hai}\n", {"TD605"}),
        ("unit: phong-hai}", "unit: phong-hai, position: Tổ trưởng}", set()),
        ("cap-huyen\n", "cap-huyen\n    name: Giấy khen Sao vàng\n", {"TD605"}),
        ("decision:", "# do Phòng Một nhập\ndecision:", set()),
        ("awards:", "source: {document: Công báo}\ndoubt: vì vậy\nnote: xem lại\nawards:", set()),
        ("{name: Nguyễn Văn A, unit: phong-mot}", "{unit: phong-mot, name: 'Nguyễn  Văn A '}", set()),
    ],
)
def test_edits_of_a_sealed_decision(root: Path, old: str, new: str, found: set[str]) -> None:
    assert changed(root, old, new) == found


def test_rows_may_change_places(root: Path) -> None:
    lines = TEXT.splitlines(keepends=True)
    lines[4:8] = lines[7:3:-1]
    files(root, {DECISION: "".join(lines)})
    assert seals(root) == set()


def test_a_decision_without_number_is_not_sealed(root: Path) -> None:
    files(root, {"records/awards/2023/khong-so.yaml": TEXT.replace("number: 5/QĐ-UBND, ", "")})
    commit(root)
    (root / "records/awards/2023/khong-so.yaml").unlink()
    assert seals(root, "HEAD") == set()


def test_the_file_may_have_another_name_and_not_be_gone(root: Path) -> None:
    (root / DECISION).rename(root / "records/awards/2023/5.yaml")
    assert "TD604" not in seals(root)
    (root / "records/awards/2023/5.yaml").unlink()
    ran = thidua(root, "validate", "--base", "main")
    assert "TD604" in codes(ran)
    assert f"--> {DECISION}:1:1" in ran.out


def test_a_moved_file_is_compared_where_it_is(root: Path) -> None:
    (root / DECISION).rename(root / "records/awards/2023/5.yaml")
    assert "TD603" in changed(root, "Nguyễn Văn A", "Nguyễn Văn Á", "records/awards/2023/5.yaml")


def test_an_organisation_may_have_another_id(root: Path) -> None:
    folder = root / "records/organisations"
    (folder / "phong-mot.yaml").rename(folder / "phong-so-mot.yaml")
    files(root, {DECISION: TEXT.replace("phong-mot", "phong-so-mot")})
    assert seals(root) == set()
    files(root, {"records/organisations/phong-so-mot.yaml": "name: Phòng Khác\n"})
    assert seals(root) == {"TD603"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (None, {"TD604"}),
        (CORRECTION.replace("phong-hai", "phong-mot"), {"TD603"}),
        (CORRECTION.replace("9/ĐC", "8/ĐC"), {"TD603"}),
        (CORRECTION + "  - {row: {name: Trần Thị B}, field: sex, value: nu}\n", {"TD605"}),
        ("# chép lại\n" + CORRECTION, set()),
    ],
)
def test_papers_that_correct_are_sealed_too(root: Path, text: str | None, found: set[str]) -> None:
    if text is None:
        (root / PAPER).unlink()
    else:
        files(root, {PAPER: text})
    assert seals(root) == found


def test_a_correction_does_not_allow_the_file_to_be_edited(root: Path) -> None:
    text = CORRECTION.replace("9/ĐC", "10/ĐC").replace(
        "field: unit, value: phong-hai", "field: name, value: Nguyễn Văn Á"
    )
    files(root, {"records/corrections/10.yaml": text})
    assert seals(root) == set()
    assert changed(root, "Nguyễn Văn A", "Nguyễn Văn Á") == {"TD603"}


def test_a_number_may_give_place_to_a_list_of_as_many(root: Path) -> None:
    counted = "  - award: bang-khen-bo-nganh-tinh\n    counted: {individuals: 2, collectives: 1}\n"
    files(root, {DECISION: TEXT + counted})
    commit(root)
    people = ["name: Một", "name: Hai", "collective: Tổ Ba"]
    for last, found in ((2, {"TD604", "TD605"}), (3, {"TD605"})):
        listed = "".join(f"      - {{{one}}}\n" for one in people[:last])
        files(root, {DECISION: f"{TEXT}  - award: bang-khen-bo-nganh-tinh\n    recipients:\n{listed}"})
        assert seals(root) == found


def test_a_base_with_errors_is_told(root: Path) -> None:
    files(root, {DECISION: TEXT.replace("2023-03-06", "06/3/2023")})
    commit(root)
    files(root, {DECISION: TEXT})
    assert seals(root) == {"TD606"}


def test_old_and_new_value_and_what_to_do_are_said(root: Path) -> None:
    files(root, {DECISION: TEXT.replace("phong-hai}", "phong-mot}")})
    ran = thidua(root, "validate", "--base", "main")
    assert ran.status == 1
    assert "5/QĐ-UBND, dòng `Lê Văn C`: `unit` là `phong-hai`, nay là `phong-mot`" in ran.out
    assert f"--> {DECISION}:7:32" in ran.out
    assert "thidua correct" in ran.out


@pytest.mark.parametrize("base", ["khong-co", "--all", "", "main..HEAD"])
def test_what_is_no_revision_is_refused(root: Path, base: str) -> None:
    ran = thidua(root, "validate", "--base", base)
    assert ran.status == (0 if not base else 2)
    assert "Traceback" not in ran.err


def test_only_what_differs_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from thidua.app import sealed

    read: list[str] = []
    real = sealed.read_record
    monkeypatch.setattr(sealed, "read_record", lambda path, *rest: read.append(path) or real(path, *rest))
    files(root, {f"records/awards/2023/{n}.yaml": TEXT.replace("5/QĐ", f"{n}/QĐ") for n in range(10, 20)})
    commit(root)
    assert changed(root, "Nguyễn Văn A", "Nguyễn Văn Á") >= {"TD603"}
    read.clear()
    seals(root, "HEAD")
    assert set(read) == {DECISION}


def test_another_place_in_git_may_be_the_base(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "viec-moi")
    files(root, {DECISION: TEXT.replace("Nguyễn Văn A", "Nguyễn Văn Á")})
    commit(root)
    assert seals(root, "main") == {"TD603"}
    assert seals(root, "HEAD") == set()
    assert RECORDS[DECISION] == TEXT


@pytest.mark.parametrize(
    ("more", "found"), [("collectives: 100", {"TD605"}), ("qualifier: tren", {"TD605"}), ("women: 1", set())]
)
def test_a_number_does_not_grow_unseen(root: Path, more: str, found: set[str]) -> None:
    counted = "  - award: bang-khen-bo-nganh-tinh\n    counted: {individuals: 2}\n"
    files(root, {DECISION: TEXT + counted})
    commit(root)
    assert changed(root, "individuals: 2", f"individuals: 2, {more}") == found


def test_what_a_sealed_paper_names_is_not_called_otherwise_unseen(root: Path) -> None:
    path = "records/organisations/phong-mot.yaml"
    assert changed(root, "Phòng Một", "Phòng  Một", path) == set()
    assert changed(root, "Phòng  Một", "Phòng Khác", path) == {"TD607"}
    commit(root)
    assert changed(root, "parent:", "short: Phòng\nparent:", path) == set()


def test_a_waiver_of_a_broken_seal_is_not_idle(root: Path) -> None:
    waiver = (
        f"code: TD603\npath: {DECISION}\nreason: gõ sai\nby: {{name: Lê Văn D}}\nuntil: 2099-01-01\n"
        "source: {document: Ví dụ}\n"
    )
    files(root, {"records/waivers/a.yaml": waiver})
    assert changed(root, "Lê Văn C, unit: phong-hai", "Lê Văn Ca, unit: phong-hai") == set()
    ran = thidua(root, "validate", "--base", "main", "--all")
    assert ran.status == 0
    assert codes(ran) >= {"TD603"}
    assert "TD922" not in codes(ran) | codes(thidua(root, "validate"))


def test_a_number_that_was_given_stays_with_its_decision(root: Path) -> None:
    other = "records/awards/2023/7.yaml"
    commit(files(root, {other: TEXT.replace("5/QĐ", "7/QĐ").replace("Nguyễn Văn A", "Đỗ Văn E")}))
    assert thidua(root, "number").status == 0
    commit(root)
    book = "records/numbers/2023.yaml"
    text = (root / book).read_text("utf-8")
    row = "  - {number: KT-2023-0002, decision: 2023/7}\n"
    assert row in text
    assert thidua(root, "rename", "awards/2023/7", "2023/8").status == 0
    assert seals(root) == set()
    git(root, "reset", "--hard", "--quiet")
    git(root, "clean", "--quiet", "-fd")
    assert seals(files(root, {book: text + "  - {number: KT-2023-0003, decision: 2023/9}\n"})) == set()
    files(root, {book: text.replace("2023/7", "2023/5-qd-ubnd-vi-du")})
    assert seals(root) == {"TD603"}
    told = thidua(root, "validate", "--base", "HEAD").out
    assert "records/numbers/2023.yaml, số `KT-2023-0002`: `decision` là `2023/7`" in told
    assert "ghi thêm `void: lý do` ở dòng này, rồi `thidua number`" in told
    assert seals(files(root, {book: text.replace(row, "")})) == {"TD604"}
    (root / book).unlink()
    assert seals(root) == {"TD604"}


def test_no_file_stands_for_two_papers(root: Path) -> None:
    text = (
        "decision: {number: 7/QĐ, date: 2023-05-05}\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n      - {name: Lê Văn C}\n"
    )
    one, other, new = (f"records/awards/2023/{name}.yaml" for name in ("mot", "hai", "ba"))
    commit(files(root, {one: text, other: text}))
    (root / one).unlink()
    assert seals(files(root, {other: f"# xem lại\n{text}"})) == {"TD604"}
    (root / other).unlink()
    assert seals(files(root, {new: text})) == {"TD604"}
    assert seals(files(root, {new: text, one: text})) == set()


def test_a_tag_does_not_take_the_place_of_a_branch(root: Path) -> None:
    git(root, "update-ref", "refs/remotes/origin/main", "main")
    git(root, "checkout", "--quiet", "-b", "viec")
    (root / DECISION).unlink()
    commit(root)
    git(root, "tag", "main")
    git(root, "tag", "origin/main")
    assert seals(root, "main") == seals(root, "origin/main") == {"TD604"}


def test_a_commit_is_not_what_git_puts_in_its_place(root: Path) -> None:
    (root / DECISION).unlink()
    git(root, "checkout", "--quiet", "-b", "viec")
    commit(root)
    git(root, "replace", "main", "viec")
    assert seals(root) == {"TD604"}


def test_papers_may_name_a_collective_that_has_another_id(root: Path) -> None:
    rows = "  - award: co-thi-dua-cap-tinh\n    recipients:\n      - {collective: phong-mot}\n"
    paper = "decision: 2023/5-qd-ubnd-vi-du\nnumber: 1/TH\ndate: 2023-05-01\nrows:\n  - {name: phong-mot}\n"
    commit(files(root, {DECISION: TEXT + rows, "records/revocations/1.yaml": paper}))
    assert thidua(root, "rename", "records/organisations/phong-mot.yaml", "phong-so-mot").status == 0
    assert "name: phong-so-mot" in (root / "records/revocations/1.yaml").read_text("utf-8")
    assert seals(root) == set()
