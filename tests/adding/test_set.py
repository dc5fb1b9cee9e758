"""`thidua set`."""

from __future__ import annotations

import pytest

from tests.adding.conftest import DECISION, DECISION_TEXT, Repository


@pytest.mark.parametrize(
    ("field", "typed", "old", "new"),
    [
        ("decision.date", "29.5.2023", "date: 2023-03-06", "date: 2023-05-29"),
        ("decision.number", "413/QĐ-UBND", '"412/QĐ-UBND"   # đúng', '"413/QĐ-UBND"   # đúng'),
        ("awards[0].recipients[0].name", " Nguyễn  Thị Mới ", "'Nguyễn Thị Ví Dụ'", "'Nguyễn Thị Mới'"),
        ("awards[0].recipients[0].unit", "phong y te", "phong-noi-vu-mong-cai", "phong-y-te-mong-cai"),
        ("awards[0].recipients[0].sex", "nữ", "-mong-cai}", "-mong-cai, sex: nu}"),
        ("awards[0].award", "Lao động tiên tiến", "giay-khen-cap-huyen", "lao-dong-tien-tien"),
        ("decision.signer.name", "Lê Văn Ký",
         "  authority: ubnd-mong-cai\n", "  authority: ubnd-mong-cai\n  signer:\n    name: Lê Văn Ký\n"),
        ("period", "năm học 2022-2023", "period: 2023", "period: nam-hoc-2022-2023"),
        ("source.place", "trang 2", "{document: Ví dụ}", "{document: Ví dụ, place: trang 2}"),
    ],
)  # fmt: skip
def test_one_value_changes_and_every_other_byte_stays(
    decided: Repository, field: str, typed: str, old: str, new: str
) -> None:
    answer = decided.thidua("set", DECISION, field, typed)
    assert answer.status == 0, answer.out + answer.err
    assert answer.out.startswith(f"đã sửa {DECISION}\n")
    assert decided.text(DECISION) == DECISION_TEXT.replace(old, new)


def test_counts_and_amounts_are_stored_plain(repository: Repository) -> None:
    path = "records/bloc-years/2023/noi-chinh.yaml"
    repository.write(path, "leader: mong-cai\nscores:\n  - {member: mong-cai, points: 90}\nsource: {document: Ví dụ}\n")
    assert repository.thidua("set", path, "members_counted", "2.405").status == 0
    assert repository.thidua("set", path, "scores[0].points", "95,25").status == 0
    text = repository.text(path)
    assert "members_counted: 2405\n" in text
    assert "points: 95.25" in text


def test_a_value_that_the_model_refuses_is_shown_as_validate_shows_it(decided: Repository) -> None:
    decided.write(DECISION, DECISION_TEXT.replace("2023-03-06", "31/2/2023"))
    shown = decided.thidua("validate", str(decided.root / DECISION)).out.partition("\n\n")[0]
    decided.write(DECISION, DECISION_TEXT)
    answer = decided.thidua("set", DECISION, "decision.date", "31/2/2023")
    assert answer.status == 1
    assert "lỗi[TD007]" in shown
    assert shown.splitlines()[:6] == answer.out.splitlines()[:6]
    assert decided.changed() == []


def test_an_unknown_field_and_a_dangling_id_are_refused(decided: Repository) -> None:
    for field, value, code in (
        ("decision.dat", "2023-01-01", "TD005"),
        ("campaign", "khong-co", "TD902"),
        ("awards[0].recipients[0].unit", "khong-co", "TD902"),
    ):
        answer = decided.thidua("set", DECISION, field, value)
        assert answer.status == 1
        assert f"lỗi[{code}]" in answer.out
        assert decided.text(DECISION) == DECISION_TEXT


def test_unset_removes_a_field(decided: Repository) -> None:
    assert decided.thidua("set", DECISION, "period", "--unset").status == 0
    assert decided.text(DECISION) == DECISION_TEXT.replace("period: 2023\n", "")
    assert decided.thidua("set", DECISION, "period", "--unset").status == 2


def test_the_next_item_of_a_list_is_added(repository: Repository) -> None:
    for place, alias in enumerate(("TP Móng Cái", "TP. Móng Cái")):
        assert repository.thidua("set", "organisations/mong-cai", f"aliases[{place}]", alias).status == 0
    assert "aliases:\n  - TP Móng Cái\n  - TP. Móng Cái\n" in repository.text("records/organisations/mong-cai.yaml")
    assert repository.thidua("set", "organisations/mong-cai", "aliases[9]", "x").status == 2


def test_misuse_is_named(decided: Repository) -> None:
    for arguments in (
        (DECISION, "awards", "x"), (DECISION, "decision", "x"), (DECISION, "awards[", "x"), (DECISION, "period"),
        (DECISION, "period", "2023", "--unset"), ("records/awards/2023/khong-co.yaml", "period", "2023"),
        ("../thidua.yaml", "format", "2"),
    ):  # fmt: skip
        answer = decided.thidua("set", *arguments)
        assert answer.status == 2, arguments
        assert answer.err
    assert decided.changed() == []


def test_the_same_value_again_changes_nothing(decided: Repository) -> None:
    answer = decided.thidua("set", DECISION, "decision.date", "06/3/2023")
    assert (answer.status, answer.out) == (0, f"{DECISION}: không có gì thay đổi\n")


def test_one_error_of_two_can_be_mended(decided: Repository) -> None:
    decided.write(DECISION, DECISION_TEXT.replace("2023-03-06", "06/3/2023").replace("period: 2023", "period: hai"))
    assert decided.thidua("set", DECISION, "decision.date", "06/3/2023").status == 0
    assert "date: 2023-03-06" in decided.text(DECISION)


def test_front_matter_is_changed_and_the_text_below_it_stays(repository: Repository) -> None:
    path = "records/exemplars/guong.md"
    repository.write(
        path,
        "---\nname: Nguyễn Văn Gương\nyear: 2022\nsource: {document: Ví dụ}\n---\n\n# Câu chuyện\r\n  hai dòng  \n",
    )
    assert repository.thidua("set", "exemplars/guong", "year", "2023").status == 0
    assert repository.text(path).endswith(
        "year: 2023\nsource: {document: Ví dụ}\n---\n\n# Câu chuyện\r\n  hai dòng  \n"
    )
    assert repository.thidua("set", path, "story", "khác").status == 2
