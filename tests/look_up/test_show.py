from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.look_up.office import Office


def test_a_record_reads_in_words(office: Office) -> None:
    assert office("show", "2022/15-qd-ubnd").out == (
        "Quyết định khen thưởng: 15/QĐ-UBND\n"
        "records/awards/2022/15-qd-ubnd.yaml\n"
        "\n"
        "Quyết định:\n"
        "  Số, ký hiệu: 15/QĐ-UBND\n"
        "  Ngày quyết định: 20/01/2023\n"
        "  Cấp khen thưởng: Thành phố Móng Cái (mong-cai)\n"
        "Kỳ thành tích: năm 2022\n"
        "Khen thưởng:\n"
        "  - Danh hiệu, hình thức: Lao động tiên tiến (lao-dong-tien-tien)\n"
        "    Danh sách:\n"
        "      - Họ và tên: Nguyễn Thị Ví Dụ; Đơn vị: Phòng Nội vụ thành phố (phong-noi-vu)\n"
        "      - Họ và tên: Nguyễn Thị Ví Dụ; Đơn vị: Trường Tiểu học Trà Cổ (truong-tra-co)\n"
        "      - Họ và tên: Trần Văn Mẫu; Đơn vị: Phòng Nội vụ thành phố (phong-noi-vu)\n"
        "Nguồn:\n"
        "  Văn bản: Ví dụ\n"
    )


@pytest.mark.parametrize(
    "asked",
    ["mong-cai", "organisations/mong-cai", "records/organisations/mong-cai", "records/organisations/mong-cai.yaml"],
)
def test_a_record_has_several_ways_to_be_named(office: Office, asked: str) -> None:
    assert office("show", asked).out.startswith("Đơn vị: Thành phố Móng Cái\n")


def test_a_path_may_be_counted_from_where_one_is(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(office.root / "records" / "organisations")
    assert office.run("show", "mong-cai.yaml").status == 0


def test_an_id_in_several_folders_lists_them(office: Office) -> None:
    office.write({"records/blocs/mong-cai.yaml": "name: Khối Móng Cái\n"})
    answer = office("show", "mong-cai")
    assert (answer.status, answer.out) == (2, "")
    assert "  records/blocs/mong-cai.yaml\n  records/organisations/mong-cai.yaml" in answer.err


def test_an_unknown_id_names_the_nearest(office: Office) -> None:
    answer = office("show", "mong-cay")
    assert (answer.status, answer.err) == (2, "không có bản ghi `mong-cay`; mã gần nhất là `mong-cai`\n")


def test_an_award_of_the_law_can_be_shown(office: Office) -> None:
    answer = office("show", "lao-dong-tien-tien")
    assert answer.out.startswith("Danh hiệu, hình thức của luật: Lao động tiên tiến\n")
    assert "Đối tượng được tặng:\n  - cá nhân\n" in answer.out


def test_data_comes_out_as_it_is_in_the_file(office: Office) -> None:
    data = office("show", "mong-cai", "--format", "json").json
    assert data["data"]["name"] == "Thành phố Móng Cái"
    assert (data["kind"], data["path"]) == ("organisations", "records/organisations/mong-cai.yaml")
    assert office("show", "mong-cai", "--format", "yaml").out.startswith("name: Thành phố Móng Cái\naliases:\n")


def test_numbers_days_periods_and_closed_lists_are_written_the_vietnamese_way(office: Office) -> None:
    office.write(
        {
            "records/years/2023/mong-cai.yaml": (
                "tallies:\n  - {period: 9-thang-dau-2023, counted: {qualifier: hon, individuals: 2405}}\n"
                "figures:\n  - {name: thu ngân sách, value: 1234.5}\n"
            )
        }
    )
    vi, en = office("show", "2023/mong-cai").out, office("show", "2023/mong-cai", "--lang", "en").out
    assert "Năm công tác của đơn vị: Thành phố Móng Cái, 2023\n" in vi
    for words in ("Kỳ: 9 tháng đầu năm 2023", "Mức độ: hơn", "Cá nhân: 2.405", "Giá trị: 1.234,5"):
        assert words in vi
    for words in ("Period: 9-thang-dau-2023", "Qualifier: more than", "Individuals: 2,405", "Value: 1,234.5"):
        assert words in en


def test_the_text_of_a_markdown_record_is_shown_with_it(office: Office) -> None:
    office.write({"records/exemplars/vi-du.md": "---\nname: Ví Dụ\n---\nĐoạn một.\n\nĐoạn hai.\n"})
    assert "Câu chuyện:\n  Đoạn một.\n\n  Đoạn hai.\n" in office("show", "vi-du").out


def test_a_record_with_wrong_fields_is_shown_as_far_as_it_goes(office: Office) -> None:
    office.write({"records/organisations/sai.yaml": "name: Sai\nfrom: hôm qua\nten: lạ\nkind: {a: b}\n"})
    out = office("show", "sai").out
    assert "Từ ngày: hôm qua\nten: lạ\n" in out


def test_a_file_that_cannot_be_read_ends_with_1(office: Office) -> None:
    office.write({"records/organisations/hong.yaml": "name: [\n"})
    answer = office("show", "hong")
    assert (answer.status, answer.out) == (1, "")
    assert "thidua validate" in answer.err


@pytest.mark.parametrize("asked", ["15/QĐ-UBND", "15/qđ-ubnd", "15", "15/QD-UBND"])
def test_a_decision_is_shown_by_its_number(office: Office, asked: str) -> None:
    answer = office("show", asked)
    assert answer.status == 0, answer.err
    assert answer.out.startswith("Quyết định khen thưởng: 15/QĐ-UBND\nrecords/awards/2022/15-qd-ubnd.yaml\n")


def test_decisions_of_one_number_are_listed(office: Office) -> None:
    other = (
        "decision: {number: 15/QĐ-BCH, date: 2020-03-01}\nawards:\n  - {award: lao-dong-tien-tien, described: một}\n"
    )
    office.write({"records/awards/2020/15-qd-bch.yaml": other})
    answer = office("show", "15")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        "nhiều bản ghi có mã hoặc số `15`; ghi rõ một:\n"
        "  records/awards/2020/15-qd-bch.yaml\n  records/awards/2022/15-qd-ubnd.yaml\n"
    )
    assert office("show", "15/QĐ-BCH").status == 0


def test_a_decision_says_which_rows_were_withdrawn_and_by_which_paper(office: Office) -> None:
    office.write(
        {
            "records/revocations/9-qd-ubnd-1.yaml": (
                "number: 30/QĐ-UBND\ndate: 2022-02-01\ndecision: 2021/9-qd-ubnd\n"
                "rows:\n  - {name: Trần Văn Mẫu, unit: truong-tra-co}\nsource: {document: Ví dụ}\n"
            )
        }
    )
    vi = office("show", "9/QĐ-UBND").out
    assert "Đã thu hồi" in vi
    assert "Trần Văn Mẫu, Trường Tiểu học Trà Cổ · Giấy khen" in vi
    assert "thu hồi: 30/QĐ-UBND ngày 01/02/2022 · records/revocations/9-qd-ubnd-1.yaml" in vi
    assert "withdrawn by 30/QĐ-UBND of 2022-02-01" in office("show", "9/QĐ-UBND", "--lang", "en").out
    (row,) = office("show", "9/QĐ-UBND", "--format", "json").json["revoked"]
    assert (row["name"], row["by"][0]["number"]) == ("Trần Văn Mẫu", "30/QĐ-UBND")
    assert "Đã thu hồi" not in office("show", "15/QĐ-UBND").out
    assert office("show", "15/QĐ-UBND", "--format", "json").json["revoked"] == []
