"""Rows are new, the same, changed, ambiguous or wrong; all come in or none, and a second run changes nothing."""

from __future__ import annotations

import json

import pytest

from tests.adding.conftest import DECISION as FILE
from tests.importing.conftest import BY, HEADER, Repository, row

Made = "Callable[..., str]"
NEW_FILE = "records/awards/2023/412-qd-ubnd-mong-cai.yaml"


def states(here: Repository, file: str, *options: str) -> list[str]:
    answer = here.thidua("import-awards", file, *options, "--dry-run", "--format", "json")
    return [one["state"] for one in json.loads(answer.out)["rows"]]


def test_a_list_becomes_the_file_of_its_decision(repository: Repository, made: Made) -> None:
    file = made(HEADER, row(1, "Nguyễn Văn An"), row(2, "Trần Thị Bình", "Phòng Y tế"))
    answer = repository.thidua("import-awards", file, *BY)
    assert answer.status == 0, answer.out
    assert repository.changed() == [NEW_FILE]
    assert repository.text(NEW_FILE) == (
        "decision:\n  number: 412/QĐ-UBND\n  date: 2023-03-06\n  authority: mong-cai\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Nguyễn Văn An, position: Chuyên viên, unit: phong-noi-vu-mong-cai}\n"
        "      - {name: Trần Thị Bình, position: Chuyên viên, unit: phong-y-te-mong-cai}\n"
    )


def test_a_second_run_changes_nothing(repository: Repository, made: Made) -> None:
    file = made(HEADER, row(1, "NGUYỄN VĂN AN"), row(2, "Ông Trần Văn Bình", "Đội quản lý chợ"))
    assert repository.thidua("import-awards", file, *BY).status == 0
    text = repository.text(NEW_FILE)
    assert states(repository, file, *BY) == ["same", "same"]
    assert repository.thidua("import-awards", file, *BY).status == 0
    assert repository.text(NEW_FILE) == text


def test_missing_rows_are_added_and_every_other_byte_stays(decided: Repository, made: Made) -> None:
    before = decided.text(FILE)
    file = made(HEADER, row(1, "Nguyễn Thị Ví Dụ", position=""), row(2, "Trần Văn Bình"), row(3, "Lê Văn Cường"))
    answer = decided.thidua("import-awards", file, "--authority", "ubnd-mong-cai", "--award", "giay-khen-cap-huyen")
    assert answer.status == 0, answer.out + answer.err
    old, new = before.splitlines(), decided.text(FILE).splitlines()
    assert [line for line in old if line not in new] == []
    assert [line for line in new if line not in old] == [
        "      - {name: Trần Văn Bình, position: Chuyên viên, unit: phong-noi-vu-mong-cai}",
        "      - {name: Lê Văn Cường, position: Chuyên viên, unit: phong-noi-vu-mong-cai}",
    ]


def test_one_wrong_row_keeps_all_from_being_written(repository: Repository, made: Made) -> None:
    file = made(HEADER, row(1, "Nguyễn Văn An"), row(2, "Trần Văn Bình", date="30/02/2023"))
    answer = repository.thidua("import-awards", file, *BY)
    assert answer.status == 1
    assert "G3" in answer.out
    assert repository.changed() == []


def test_a_row_that_differs_stops_until_it_is_said_what_to_do(repository: Repository, made: Made) -> None:
    repository.thidua("import-awards", made(HEADER, row(1, "Nguyễn Văn An"), row(2, "Lê Thị Cúc")), *BY)
    text = repository.text(NEW_FILE)
    other = made(HEADER, row(1, "Nguyễn Văn An", position="Trưởng phòng"), row(2, "Lê Thị Cúc"), name="khac.xlsx")
    answer = repository.thidua("import-awards", other, *BY)
    assert answer.status == 1
    assert "`Chuyên viên` → `Trưởng phòng`" in answer.out
    assert repository.text(NEW_FILE) == text
    assert repository.thidua("import-awards", other, *BY, "--keep").status == 0
    assert repository.text(NEW_FILE) == text
    assert repository.thidua("import-awards", other, *BY, "--update").status == 0
    assert repository.text(NEW_FILE) == text.replace("position: Chuyên viên", "position: Trưởng phòng", 1)


def test_a_row_typed_twice_is_ambiguous_and_names_the_first(repository: Repository, made: Made) -> None:
    answer = repository.thidua("import-awards", made(HEADER, row(1, "Nguyễn Văn An"), row(2, "NGUYỄN VĂN AN")), *BY)
    assert answer.status == 1
    assert "B3  chưa rõ" in answer.out
    assert "B2" in answer.out


def test_two_people_of_one_name_are_told_apart_by_a_column(repository: Repository, made: Made) -> None:
    header = (*HEADER, "Phân biệt trùng tên")
    file = made(header, (*row(1, "Nguyễn Văn An"), "tổ 1"), (*row(2, "Nguyễn Văn An"), "tổ 2"))
    assert repository.thidua("import-awards", file, *BY).status == 0
    assert states(repository, file, *BY) == ["same", "same"]


def test_a_namesake_in_another_unit_of_the_same_decision_is_ambiguous(repository: Repository, made: Made) -> None:
    repository.thidua("import-awards", made(HEADER, row(1, "Nguyễn Văn An")), *BY)
    file = made(HEADER, row(1, "Nguyễn Văn An", "Phòng Y tế"), name="khac.xlsx")
    assert states(repository, file, *BY) == ["ambiguous"]


def test_a_name_that_two_records_of_people_have_asks_which(repository: Repository, made: Made) -> None:
    for number in (1, 2):
        repository.write(
            f"records/people/nguyen-van-an-{number}.yaml",
            f"name: Nguyễn Văn An\npostings:\n  - {{unit: phong-noi-vu-mong-cai, from: 202{number}-01-01}}\n"
            "source: {document: Ví dụ}\n",
        )
    answer = repository.thidua("import-awards", made(HEADER, row(1, "Nguyễn Văn An")), *BY, "--format", "json")
    found = json.loads(answer.out)
    assert [one["state"] for one in found["rows"]] == ["ambiguous"]
    assert len(found["rows"][0]["problems"][0]["candidates"]) == 2
    file = made((*HEADER, "Mã cá nhân"), (*row(1, "Nguyễn Văn An"), "nguyen-van-an-2"))
    assert repository.thidua("import-awards", file, *BY).status == 0
    assert "person: nguyen-van-an-2" in repository.text(NEW_FILE)


def test_several_decisions_become_several_files(repository: Repository, made: Made) -> None:
    file = made(HEADER, row(1, "Nguyễn Văn An"), row(2, "Lê Thị Cúc", decision="15/QĐ-UBND", date="07/3/2022"))
    assert repository.thidua("import-awards", file, *BY).status == 0
    assert repository.changed() == ["records/awards/2022/15-qd-ubnd-mong-cai.yaml", NEW_FILE]


def test_awards_without_their_decision_come_in_once(repository: Repository, made: Made) -> None:
    file = made(("Họ và tên", "Danh hiệu", "Năm"), ("Nguyễn Văn An", "LĐTT", 2022), ("Lê Thị Cúc", "LĐTT", 2021))
    assert repository.thidua("import-awards", file, *BY).status == 0
    assert len(repository.changed()) == 2
    assert states(repository, file, *BY) == ["same", "same"]


def test_two_decisions_whose_files_would_have_one_name_get_two(repository: Repository, made: Made) -> None:
    header = ("Họ và tên", "Danh hiệu", "Ngày quyết định")
    file = made(header, ("Nguyễn Văn An", "LĐTT", "1/2/2022"), ("Lê Thị Cúc", "LĐTT", "1/3/2022"))
    assert repository.thidua("import-awards", file, *BY).status == 0
    assert len(repository.changed()) == 2
    assert states(repository, file, *BY) == ["same", "same"]


def test_one_decision_has_one_period(repository: Repository, made: Made) -> None:
    file = made((*HEADER, "Năm"), (*row(1, "Nguyễn Văn An"), 2022), (*row(2, "Lê Thị Cúc"), 2021))
    answer = repository.thidua("import-awards", file, *BY)
    assert answer.status == 1
    assert "period" in answer.out


def test_without_an_authority_it_says_what_to_add(repository: Repository, made: Made) -> None:
    answer = repository.thidua("import-awards", made(HEADER, row(1, "Nguyễn Văn An", award="LĐTT")))
    assert answer.status == 2
    assert "--authority" in answer.err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_dry_run_says_all_and_writes_nothing(repository: Repository, made: Made, language: str) -> None:
    file = made(HEADER, row(1, "Nguyễn Văn An"))
    answer = repository.thidua("import-awards", file, *BY, "--dry-run", "--lang", language)
    assert answer.status == 0
    assert NEW_FILE in answer.out
    assert repository.changed() == []


def test_json_is_all_there_is_on_standard_output(repository: Repository, made: Made) -> None:
    answer = repository.thidua("import-awards", made(HEADER, row(1, "NGUYỄN VĂN AN")), *BY, "--format", "json")
    found = json.loads(answer.out)
    assert found["written"] == [NEW_FILE]
    assert found["counts"]["new"] == 1
    assert {"cell": "B2", "before": "NGUYỄN VĂN AN", "after": "Nguyễn Văn An", "why": "capitals"} in found["changes"]


def test_what_the_law_forbids_is_not_written(repository: Repository, made: Made) -> None:
    file = made(HEADER, row(1, "Nguyễn Văn An", award="giay-khen-cap-huyen", date="06/3/2026", decision="9/QĐ-UBND"))
    answer = repository.thidua("import-awards", file, *BY)
    assert answer.status == 1
    assert "TD" in answer.out
    assert repository.changed() == []


def corrected(repository: Repository, field: str, value: str, number: str, *row_of: str) -> None:
    """Record a paper that corrects the decision of `NEW_FILE`."""
    paper = ("--number", number, "--date", "01/4/2023", "-y")
    ran = repository.thidua("correct", NEW_FILE, *row_of, "--field", field, "--value", value, *paper)
    assert ran.status == 0, ran.err + ran.out


def test_a_list_that_came_in_before_its_decision_was_corrected_is_there(repository: Repository, made: Made) -> None:
    file = made(HEADER, row(1, "Nguyễn Văn An"), row(2, "Lê Thị Cúc"))
    assert repository.thidua("import-awards", file, *BY).status == 0
    corrected(repository, "position", "Trưởng phòng", "8/ĐC-UBND", "--row", "Lê Thị Cúc")
    corrected(repository, "name", "Nguyễn Văn Anh", "8/ĐC-UBND", "--row", "Nguyễn Văn An")
    corrected(repository, "decision.number", "413/QĐ-UBND", "9/ĐC-UBND")
    before = repository.changed()
    assert states(repository, file, *BY) == ["same", "same"]
    right = made(
        HEADER, row(1, "Nguyễn Văn Anh", decision="413/QĐ-UBND"),
        row(2, "Lê Thị Cúc", position="Trưởng phòng", decision="413/QĐ-UBND"), name="dung.xlsx",
    )  # fmt: skip
    assert states(repository, right, *BY) == ["same", "same"]
    assert repository.thidua("import-awards", right, *BY).status == 0
    assert repository.thidua("import-awards", file, *BY).status == 0
    assert repository.changed() == before


def test_a_value_that_is_neither_stated_nor_corrected_differs(repository: Repository, made: Made) -> None:
    repository.thidua("import-awards", made(HEADER, row(1, "Nguyễn Văn An")), *BY)
    corrected(repository, "position", "Trưởng phòng", "8/ĐC-UBND", "--row", "Nguyễn Văn An")
    other = made(HEADER, row(1, "Nguyễn Văn An", position="Phó trưởng phòng"), name="khac.xlsx")
    assert states(repository, other, *BY) == ["changed"]
