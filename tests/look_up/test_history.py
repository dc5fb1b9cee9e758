from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.look_up.office import Office

Group = tuple[str, str, list[Any]]


def groups(office: Office, *arguments: str) -> list[Group]:
    """Each group as its subject, its id or unit, and the years of its awards."""
    found = office("history", *arguments, "--format", "json").json["groups"]
    return [(one["subject"], one["id"] or one["unit"], [row["year"] for row in one["awards"]]) for one in found]


def test_the_awards_of_a_person_with_a_record_are_one_group_by_year(office: Office) -> None:
    assert groups(office, "people/nguyen-thi-vi-du")[0] == ("person", "nguyen-thi-vi-du", [2021, 2022])


def test_a_namesake_in_another_unit_stands_apart_and_it_says_so(office: Office) -> None:
    assert groups(office, "nguyen thi vi du") == [
        ("person", "nguyen-thi-vi-du", [2021, 2022]),
        ("namesake", "Trường Tiểu học Trà Cổ", [2022]),
    ]
    assert "chưa biết có phải một người" in office("history", "nguyen thi vi du").out


def test_one_name_in_two_units_is_not_taken_as_one_person(office: Office) -> None:
    assert groups(office, "Trần Văn Mẫu") == [
        ("namesake", "Phòng Nội vụ thành phố", [2022]),
        ("namesake", "Trường Tiểu học Trà Cổ", [2021]),
    ]


def test_without_accents_two_names_are_two_groups(office: Office) -> None:
    assert len(groups(office, "tran van mau")) == 3
    assert len(groups(office, "Trần Vân Mẫu")) == 1


def test_a_row_says_year_award_paper_authority_and_place(office: Office) -> None:
    assert office("history", "Trần Vân Mẫu").out == (
        "Trần Vân Mẫu · Trường Tiểu học Trà Cổ\n"
        "  2021  Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện · số 9/QĐ-UBND ngày 20/12/2021 · Thành phố Móng Cái\n"
        "        records/awards/2021/9-qd-ubnd.yaml:7\n"
    )


def test_a_withdrawn_row_is_marked_and_stays(office: Office) -> None:
    lines = office("history", "Trần Văn Mẫu").out.splitlines()
    assert [line for line in lines if "ĐÃ THU HỒI" in line] == [line for line in lines if line.startswith("  2021")]


def test_a_unit_has_its_own_awards_also_under_a_former_name_and_those_of_its_people(office: Office) -> None:
    assert groups(office, "phong-noi-vu") == [
        ("organisation", "phong-noi-vu", [2021, 2021]),
        ("members", "phong-noi-vu", [2022, 2022]),
    ]
    assert "ghi bằng tên, không bằng mã" in office("history", "phong-noi-vu").out


def test_the_former_name_leads_to_the_unit(office: Office) -> None:
    assert groups(office, "phong to chuc - lao dong") == groups(office, "phong-noi-vu")


def test_units_below_are_added_when_they_are_asked_for(office: Office) -> None:
    assert {id_ for _, id_, _ in groups(office, "mong-cai")} == {"mong-cai"}
    below = {id_ for _, id_, _ in groups(office, "mong-cai", "--with-units")}
    assert below == {"mong-cai", "phong-noi-vu", "truong-tra-co"}


def test_a_part_of_a_name_is_enough_where_one_name_fits(office: Office) -> None:
    assert groups(office, "tra co")[1] == ("members", "truong-tra-co", [2021, 2021, 2021, 2022])


def test_where_several_names_fit_in_part_they_are_listed(office: Office) -> None:
    answer = office("history", "mau")
    assert (answer.status, answer.out) == (2, "")
    assert "  Trần Vân Mẫu\n  Trần Văn Mẫu" in answer.err


def test_a_collective_that_has_no_record_has_a_history(office: Office) -> None:
    assert groups(office, "to san xuat so 1") == [("namesake", "Trường Tiểu học Trà Cổ", [2021])]


def test_nobody_is_no_failure(office: Office) -> None:
    answer = office("history", "không có ai")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == "không thấy; thử gõ ít chữ hơn, hoặc tìm bằng `thidua find`\n"


def test_english_is_complete(office: Office) -> None:
    answer = office("history", "nguyen thi vi du", "--lang", "en")
    assert "no. 15/QĐ-UBND of 2023-01-20" in answer.out
    assert "whether it is one person is not known" in answer.out


def test_an_organisation_without_awards_says_so(office: Office) -> None:
    office.write({"records/organisations/moi.yaml": "name: Đơn vị mới\n"})
    assert office("history", "moi").out == "Đơn vị mới (organisations/moi)\n  chưa có khen thưởng nào\n"


SECOND = {
    "records/people/nguyen-thi-vi-du-2.yaml": (
        "name: Nguyễn Thị Ví Dụ\npostings:\n  - {unit: phong-noi-vu}\nsource: {document: Ví dụ}\n"
    )
}


def test_a_row_that_two_people_of_one_name_may_have_is_nobodys(office: Office) -> None:
    office.write(SECOND)
    assert groups(office, "Nguyễn Thị Ví Dụ") == [
        ("person", "nguyen-thi-vi-du-2", []),
        ("person", "nguyen-thi-vi-du", [2021]),
        ("namesake", "Phòng Nội vụ thành phố", [2022]),
        ("namesake", "Trường Tiểu học Trà Cổ", [2022]),
    ]
    note = "  chưa rõ là ai trong 2 người trùng tên; ghi `person` (nguyen-thi-vi-du-2, nguyen-thi-vi-du)\n"
    assert note in office("history", "Nguyễn Thị Ví Dụ").out
    assert note in office("history", "nguyen-thi-vi-du-2").out


def test_the_order_in_which_the_index_met_the_files_does_not_matter(office: Office) -> None:
    before = {who: office("history", who).out for who in ("nguyen thi vi du", "phong-noi-vu")}
    office.write(SECOND)
    second = {who: office("history", who).out for who in before}
    found = office("find", "nguyen").out
    rmtree(office.root / ".git/thidua")
    assert {who: office("history", who).out for who in before} == second
    assert office("find", "nguyen").out == found
    (office.root / "records/people/nguyen-thi-vi-du-2.yaml").unlink()
    assert {who: office("history", who).out for who in before} == before


def test_a_person_of_the_name_whose_units_are_unknown_leaves_the_row_open(office: Office) -> None:
    office.write({"records/people/nguyen-thi-vi-du-2.yaml": "name: Nguyễn Thị Ví Dụ\nsource: {document: Ví dụ}\n"})
    assert groups(office, "people/nguyen-thi-vi-du")[0] == ("person", "nguyen-thi-vi-du", [])


def test_one_who_is_an_exemplar_only_is_known_without_awards(office: Office) -> None:
    office.write({"records/exemplars/le-thi-hoa.yaml": "name: Lê Thị Hoa\nsource: {document: Ví dụ}\n"})
    expected = "Lê Thị Hoa (exemplars/le-thi-hoa)\n  có trong điển hình; chưa có khen thưởng nào\n"
    assert office("history", "le thi hoa").out == expected
    assert office("history", "thi hoa").out == expected
