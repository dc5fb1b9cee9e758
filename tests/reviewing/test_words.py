"""What happened is told in words: who, which record, which field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.reviewing.office import BLOC_YEAR, DECISION, OTHER, SOURCE, Office

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_changed(office: Office) -> None:
    assert "không có gì thay đổi" in office.review()
    office.git("checkout", "--quiet", "main")
    assert "không có gì thay đổi so với nhánh chính" in office.review()


def test_work_that_just_began_is_not_called_the_main_branch(office: Office) -> None:
    office.git("checkout", "--quiet", "-b", "viec-moi", "main")
    out = office.review()
    assert "không có gì thay đổi so với nhánh chính" in out
    assert "đang ở nhánh chính" not in out


def test_another_award_is_one_line_of_the_person(office: Office) -> None:
    office.change(
        DECISION,
        ("      - {name: Trần Thị Bình, position: Trưởng phòng, unit: phong-y, sex: nu}\n", ""),
        (
            SOURCE,
            "  - award: bang-khen-bo-nganh-tinh\n    recipients:\n"
            "      - {name: Trần Thị Bình, position: Trưởng phòng, unit: phong-y, sex: nu}\n" + SOURCE,
        ),
    )
    out = office.review()
    assert "Phong trào: Phong trào Mẫu" in out
    assert "sửa: Bà Trần Thị Bình (Phòng Y): Giấy khen của Chủ tịch" in out
    assert " → Bằng khen" in out
    assert office.rows() == [("changed", "Trần Thị Bình")]


def test_a_new_row_and_one_that_is_gone(office: Office) -> None:
    office.change(
        DECISION, ("{name: Nguyễn Văn An, position: Chuyên viên,", "{name: Vũ Văn Dũng, position: Chuyên viên,")
    )
    assert office.rows() == [("new", "Vũ Văn Dũng"), ("removed", "Nguyễn Văn An")]


def test_another_order_of_rows_is_no_change_of_any(office: Office) -> None:
    an = "      - {name: Nguyễn Văn An, position: Chuyên viên, unit: phong-x, sex: nam}\n"
    collective = "      - {collective: phong-x}\n"
    office.change(DECISION, (an, ""), (collective, collective + an))
    assert office.rows() == []
    assert office.asks() == ["only-form"]


def test_another_spelling_of_a_name_is_told(office: Office) -> None:
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Bính"))
    assert office.rows() == [("changed", "Trần Thị Bính")]
    assert "Họ và tên: Trần Thị Bình → Trần Thị Bính" in office.review()


def test_a_field_of_a_row_has_its_label(office: Office) -> None:
    office.change(DECISION, ("position: Chuyên viên", "position: Phó trưởng phòng"))
    assert "Ông Nguyễn Văn An (Phòng X): Giấy khen" in office.review()
    assert "Chức vụ: Chuyên viên → Phó trưởng phòng" in office.review()
    assert "Position: Chuyên viên → Phó trưởng phòng" in office.review("--lang", "en")


def test_a_row_that_went_to_another_decision_has_moved(office: Office) -> None:
    row = "      - {name: Nguyễn Văn An, position: Chuyên viên, unit: phong-x, sex: nam}\n"
    office.change(DECISION, (row, ""))
    cuong = "      - {name: Lê Văn Cường, unit: phong-y}\n"
    office.change(OTHER, (cuong, cuong + row))
    assert office.rows() == [("moved", "Nguyễn Văn An"), ("moved", "Nguyễn Văn An")]
    out = office.review()
    assert "chuyển: Ông Nguyễn Văn An (Phòng X): Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện; từ 5/QĐ-UBND" in out
    assert "; sang 9/QĐ-UBND" in out
    assert "dòng khen thưởng: 1 chuyển" in out


def test_a_renamed_file_is_one_record(office: Office) -> None:
    office.git("mv", DECISION, DECISION.replace("5-qd", "05-qd"))
    out = office.review()
    assert "đổi tên tệp" in out
    assert office.rows() == []
    office.change(DECISION.replace("5-qd", "05-qd"), ("position: Chuyên viên", "position: Kế toán"))
    assert office.rows() == [("changed", "Nguyễn Văn An")]


def test_a_record_of_another_id_is_followed_by_those_that_name_it(office: Office) -> None:
    office.git("mv", "records/organisations/phong-x.yaml", "records/organisations/phong-xa.yaml")
    for path in (DECISION, BLOC_YEAR):
        office.change(path, ("phong-x", "phong-xa"))
    told = office.json()
    assert told["summary"]["records"] == {"moved": 1, "follows": 2}
    assert (told["summary"]["rows"], told["questions"]) == ({}, [])
    office.change(DECISION, ("position: Chuyên viên", "position: Kế toán"))
    assert office.rows() == [("changed", "Nguyễn Văn An")]


def test_a_value_that_is_written_like_an_id_of_another_kind_is_not_followed(office: Office) -> None:
    office.git("checkout", "--quiet", "main")
    office.write({"records/blocs/nu.yaml": "name: Khối Nữ\nkind: khoi\norganiser: vi-du\n"})
    office.commit()
    office.git("checkout", "--quiet", "-B", "viec-khac")
    office.git("mv", "records/blocs/nu.yaml", "records/blocs/nam.yaml")
    office.change(DECISION, ("sex: nu", "sex: nam"))
    assert office.rows() == [("changed", "Trần Thị Bình")]


def test_a_file_written_in_another_way(office: Office) -> None:
    office.change(DECISION, ("method: dot-xuat", "method:   'dot-xuat'"))
    assert "chỉ đổi cách viết" in office.review()
    assert office.asks() == ["only-form"]


def test_a_decision_that_is_new_and_one_that_is_gone(office: Office) -> None:
    new = (office.root / OTHER).read_text("utf-8").replace("9/QĐ-UBND", "20/QĐ-UBND").replace("06-01", "09-01")
    office.write({"records/awards/2023/20-qd-ubnd-vi-du.yaml": new.replace("Lê Văn Cường", "Đỗ Văn Em")})
    (office.root / DECISION).unlink()
    summary = office.json()["summary"]
    assert summary["records"] == {"new": 1, "removed": 1}
    assert summary["rows"] == {"new": 1, "removed": 3}
    assert "Khối, cụm: Khối Ví Dụ" in office.review()


def test_a_number_of_recipients(office: Office) -> None:
    office.change(OTHER, ("individuals: 12", "individuals: 15"))
    assert "Số lượng › Cá nhân: 12 → 15" in office.review()


def test_a_paper_that_withdraws_and_one_that_corrects(office: Office) -> None:
    office.write(
        {
            "records/revocations/30-qd-ubnd.yaml": (
                "decision: 2023/5-qd-ubnd-vi-du\nnumber: 30/QĐ-UBND\ndate: 2023-12-01\nground: Khai sai thành tích\n"
                "rows:\n  - {name: Nguyễn Văn An, unit: phong-x}\n" + SOURCE
            ),
            "records/corrections/31-qd-ubnd.yaml": (
                "decision: 2023/5-qd-ubnd-vi-du\nnumber: 31/QĐ-UBND\ndate: 2023-12-01\n"
                "rows:\n  - {row: {name: Trần Thị Bình}, field: position, value: Phó trưởng phòng}\n" + SOURCE
            ),
        }
    )
    out = office.review()
    assert "thu hồi: Nguyễn Văn An (Phòng X)" in out
    assert "đính chính: Trần Thị Bình: Chức vụ: Trưởng phòng → Phó trưởng phòng" in out
    assert out.count("Phong trào: Phong trào Mẫu") == 1
    assert {"change": "withdrawn", "who": "Nguyễn Văn An"}.items() <= office.json()["groups"][0]["items"][1]["rows"][
        0
    ].items()


def test_other_records_field_by_field(office: Office) -> None:
    office.change(BLOC_YEAR, ("total: 95", "total: 97"), ("leader: phong-x", "leader: phong-y"))
    office.change("records/organisations/phong-x.yaml", ("name: Phòng X", "name: Phòng X mới\nlevel: co-so"))
    out = office.review()
    assert "Khối, cụm: Khối Ví Dụ" in out
    assert "Khối trưởng, cụm trưởng: Phòng X mới → Phòng Y" in out or "Phòng X mới → Phòng Y" in out
    assert "Phòng X mới › Tổng" in out
    assert "95 → 97" in out
    assert "Cấp: cấp cơ sở" in out


def test_members_in_another_order_are_no_change(office: Office) -> None:
    office.change(BLOC_YEAR, ("[phong-x, phong-y]", "[phong-y, phong-x]"))
    assert office.json()["summary"]["records"] == {"form": 1}


def test_the_settings(office: Office) -> None:
    office.change("thidua.yaml", ("organisation: vi-du", "organisation: phong-x"))
    assert "organisation: vi-du → phong-x" in office.review()


def test_two_revisions_beside_a_work_tree_that_is_none_of_them(office: Office) -> None:
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Lan"))
    first = office.commit()
    office.change(DECISION, ("Nguyễn Văn An", "Nguyễn Văn Minh"))
    second = office.commit()
    (office.root / OTHER).unlink()
    office.write({"records/people/khong-luu.yaml": "name: Người Khác\n"})
    expected = [("new", "Nguyễn Văn Minh"), ("removed", "Nguyễn Văn An")]
    assert office.rows(f"{first}..{second}") == expected
    assert office.rows(f"{second}..{first}") == [("new", "Nguyễn Văn An"), ("removed", "Nguyễn Văn Minh")]
    assert office.rows("main..HEAD~1") == [("new", "Trần Thị Lan"), ("removed", "Trần Thị Bình")]
    assert ("removed", "Lê Văn Cường") in office.rows()


def test_without_a_base_it_is_where_the_branch_left(office: Office) -> None:
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Lan"))
    office.commit()
    office.git("checkout", "--quiet", "main")
    office.change(OTHER, ("Lê Văn Cường", "Lê Văn Khác"))
    office.commit()
    office.git("checkout", "--quiet", "nhanh-moi")
    assert office.rows() == [("new", "Trần Thị Lan"), ("removed", "Trần Thị Bình")]
    assert len(office.rows("main")) == 4


def test_one_report_is_one_in_english(office: Office) -> None:
    office.change(DECISION, ("      - {name: Trần Thị Bình, position: Trưởng phòng, unit: phong-y, sex: nu}\n", ""))
    counted = re.search(r"totals: \d+ changed in (\d+) (reports?)\n", office.review("--lang", "en"))
    assert counted is not None
    assert (counted[1] == "1") == (counted[2] == "report")


def test_the_page_says_which_number_is_before_and_which_after(office: Office) -> None:
    office.change(DECISION, ("      - {name: Trần Thị Bình, position: Trưởng phòng, unit: phong-y, sex: nu}\n", ""))
    page = office.review("--format", "html")
    assert '<th>của</th><th class="so">trước</th><th class="so">sau</th></tr></thead>' in page
    assert re.search(r'<td>cá nhân</td><td class="so">\d+</td><td class="so">\d+</td>', page)


def test_a_review_is_written_to_a_file_in_the_form_of_its_name(office: Office, tmp_path: Path) -> None:
    office.change(DECISION, ("Trần Thị Bình", "Trần Thị Lan"))
    for ending, form in ((".html", "html"), (".md", "markdown"), (".json", "json")):
        file = tmp_path / f"thay-doi{ending}"
        assert office.run("-o", str(file))[:2] == (0, "")
        assert file.read_text("utf-8") == office.review("--format", form)
    status, out, err = office.run("-o", str(tmp_path / "thay-doi.docx"))
    assert (status, out) == (2, "")
    assert ".html, .md hoặc .json" in err
