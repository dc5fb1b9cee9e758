from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.look_up.office import Office


def names(office: Office, *arguments: str) -> list[str]:
    return [match["name"] for match in office("find", *arguments, "--format", "json").json["matches"]]


def test_a_name_is_found_without_its_accents(office: Office) -> None:
    answer = office("find", "phong", "noi", "vu")
    assert answer.status == 0
    first = answer.out.splitlines()[0]
    assert first.startswith("đơn vị ")
    assert first.split()[2:] == ["Phòng", "Nội", "vụ", "thành", "phố", "organisations/phong-noi-vu"]


def test_the_beginning_of_a_word_is_enough_but_not_its_middle(office: Office) -> None:
    assert "Phòng Nội vụ thành phố" in names(office, "pho noi v")
    assert names(office, "hong oi") == []


def test_a_recipient_comes_with_place_unit_award_and_year(office: Office) -> None:
    line = office("find", "vi du", "--kind", "awards").out.splitlines()[0]
    assert line == (
        "cá nhân  Nguyễn Thị Ví Dụ  Phòng Nội vụ thành phố · Lao động tiên tiến · 2022"
        " · records/awards/2022/15-qd-ubnd.yaml:6"
    )


def test_typed_accents_put_the_exact_name_first_and_leave_the_others(office: Office) -> None:
    assert names(office, "Vân Mẫu") == ["Trần Vân Mẫu", "Trần Văn Mẫu", "Trần Văn Mẫu"]
    assert names(office, "Văn Mẫu") == ["Trần Văn Mẫu", "Trần Văn Mẫu", "Trần Vân Mẫu"]


def test_all_words_must_occur_in_any_order(office: Office) -> None:
    assert names(office, "cai mong", "--kind", "organisations") == ["Thành phố Móng Cái"]
    assert names(office, "mong cai ha noi") == []


def test_a_former_name_leads_to_the_official_one(office: Office) -> None:
    found = office("find", "to chuc lao dong", "--kind", "organisations", "--format", "json").json["matches"]
    assert [(one["name"], one["found_as"]) for one in found] == [("Phòng Nội vụ thành phố", "Phòng Tổ chức - Lao động")]


def test_a_collective_named_by_its_id_is_found_by_its_name(office: Office) -> None:
    rows = office("find", "noi vu", "--kind", "awards", "--format", "json").json["matches"]
    assert [(row["name"], row["line"]) for row in rows] == [("Phòng Nội vụ thành phố", 8)]


def test_a_decision_is_found_by_its_number(office: Office) -> None:
    assert [one["id"] for one in office("find", "15/qd", "--format", "json").json["matches"]] == ["2022/15-qd-ubnd"]


def test_an_award_of_the_law_is_found_in_the_catalogue(office: Office) -> None:
    found = office("find", "lao dong tien tien", "--kind", "catalogue", "--format", "json").json["matches"]
    assert "lao-dong-tien-tien" in [one["id"] for one in found]


def test_a_withdrawn_row_says_so(office: Office) -> None:
    assert "đã thu hồi" in office("find", "Trần Văn Mẫu", "--kind", "awards").out


def test_the_limit_says_how_much_more_there_is(office: Office) -> None:
    answer = office("find", "mau", "--limit", "1")
    assert answer.out.splitlines()[-1] == "… và 2 kết quả nữa (`--limit`)"
    assert office("find", "mau", "--limit", "1", "--format", "json").json["total"] == 3


def test_nothing_found_is_said_on_standard_error_and_is_no_failure(office: Office) -> None:
    answer = office("find", "không có ai")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith("không thấy; thử gõ ít chữ hơn")


@pytest.mark.parametrize("typed", ["%", "'", '"', "*", "x" * 5000, "a " * 5000, "\udcff", "😀", " "])
def test_no_text_whatever_ends_in_a_traceback(office: Office, typed: str) -> None:
    assert office("find", typed).status in (0, 2)
    assert office("history", typed).status in (0, 2)
    assert office("show", typed).status == 2


def test_an_unknown_kind_is_misuse(office: Office) -> None:
    answer = office("find", "a", "--kind", "persons")
    assert answer.status == 2
    assert "organisations, people" in answer.err


def test_a_change_of_a_file_is_found_at_once(office: Office) -> None:
    assert names(office, "ha noi") == []
    office.write({"records/organisations/ha-noi.yaml": "name: Thành phố Hà Nội\n"})
    assert names(office, "ha noi") == ["Thành phố Hà Nội"]


def test_looking_up_writes_nothing_into_the_work_tree(office: Office) -> None:
    before = {path: path.stat().st_mtime_ns for path in office.root.rglob("*") if ".git" not in path.parts}
    for command in ("find", "history", "show"):
        office(command, "mong-cai")
    assert {path: path.stat().st_mtime_ns for path in office.root.rglob("*") if ".git" not in path.parts} == before


LOADED = """
import sys
from thidua.cli.main import run
run([sys.argv[1], "mong cai", "--root", sys.argv[2]])
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"pydantic", "jinja2", "rich"}), file=sys.stderr)
"""


@pytest.mark.parametrize("command", ["find", "history"])
def test_looking_up_in_a_fresh_register_loads_no_models_and_no_templates(office: Office, command: str) -> None:
    office("find", "mong")
    done = subprocess.run(
        [sys.executable, "-c", LOADED, command, office.root], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == ""


def test_people_of_one_name_stand_in_the_order_of_their_numbers_with_their_units(office: Office) -> None:
    office.write(
        {
            f"records/people/nguyen-thi-vi-du-{number}.yaml": "name: Nguyễn Thị Ví Dụ\npostings: [{unit: mong-cai}]\n"
            for number in (10, 2)
        }
    )
    lines = office("find", "nguyen thi vi du", "--kind", "people").out.splitlines()
    assert [line.split("people/")[1] for line in lines] == [
        "nguyen-thi-vi-du · Phòng Nội vụ thành phố, Thành phố Móng Cái",
        "nguyen-thi-vi-du-2 · Thành phố Móng Cái",
        "nguyen-thi-vi-du-10 · Thành phố Móng Cái",
    ]
