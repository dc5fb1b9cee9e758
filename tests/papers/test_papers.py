"""What the office's papers say, and how the command ends."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

from tests.papers.office import DECISION, PRIVATE
from tests.papers.reading import pdf_pages, pdf_text, word_text
from tests.reports.repository import files, thidua

if TYPE_CHECKING:
    from tests.papers.office import Office

pytestmark = pytest.mark.long

KINDS = {
    "decision": "412",
    "submission": "7/TTr-VH",
    "list": "7",
    "minutes": "7",
    "bonus-list": "412/QĐ-UBND",
    "achievements": "nguyen thi mau",
}
DECISION_FILE = "records/awards/2026/412-qd-ubnd.yaml"


def test_the_list_goes_by_rank_then_by_kind_and_the_posthumous_last(office: Office) -> None:
    text = office.paper("decision", "412").out.split("# DANH SÁCH")[1]
    order = [
        "LAO ĐỘNG TIÊN TIẾN", "Trần Văn Mẫu", "GIẤY KHEN", "1. Tập thể", "2. Hộ gia đình", "3. Cá nhân",
        "Nguyễn Thị Mẫu", "4. Truy tặng", "Đỗ Văn Khuất",
    ]  # fmt: skip
    places = [text.index(one) for one in order]
    assert places == sorted(places)


def test_a_decision_counts_rows_and_numbers_together(office: Office) -> None:
    text = office.paper("decision", "412").out
    assert "Khen thưởng 1 tập thể, 1 hộ gia đình và 15 cá nhân" in text
    assert "- Lao động tiên tiến: 13 cá nhân;" in text
    assert "Chưa có danh sách: 12 cá nhân." in text


def test_what_a_decision_has_not_stays_blank(office: Office) -> None:
    awards = DECISION[DECISION.index("awards:") :]
    office.write("records/awards/2026/thao.yaml", f"decision: {{authority: phuong-vi-du}}\nyear: 2026\n{awards}")
    text = office.paper("decision", "2026/thao").out
    assert "Số: ……/QĐ-UBND" in text
    assert "ngày …… tháng …… năm ……" in text
    assert "*Căn cứ …" in text
    assert "412" not in text


def test_a_row_that_was_withdrawn_stays_in_the_paper_and_gets_no_certificate(office: Office) -> None:
    office.write(
        "records/revocations/2026/1.yaml",
        "decision: 2026/412-qd-ubnd\nnumber: 9/QĐ-UBND\ndate: 2026-09-01\nrows: [{name: Nguyễn Thị Mẫu}]\n",
    )
    assert "Nguyễn Thị Mẫu" in office.paper("decision", "412").out
    assert "Nguyễn Thị Mẫu" not in pdf_text(office.made(".pdf", "certificate", "412"))


def test_a_submission_says_what_is_asked_and_what_the_council_said(office: Office) -> None:
    text = office.paper("submission", "7").out
    assert "Số: 7/TTr-VH" in text
    assert "xét, khen thưởng 1 tập thể và 2 cá nhân đã có thành tích năm 2025" in text
    assert "đã thông qua 1 cá nhân, không thông qua 1 tập thể" in text
    assert "Công an phường Ví dụ, văn bản số 9/CAP: đồng ý" in text


def test_minutes_carry_the_votes_and_leave_unknown_ones_blank(office: Office) -> None:
    text = office.paper("minutes", "7").out
    assert "| Nguyễn Thị Mẫu, Phòng Văn hoá - Xã hội | 9 | 8; 1 | 9 | 0 | 100 % | thông qua |" in text
    assert "| Phòng Văn hoá - Xã hội | 9 | 9 | 5 | 4 | 55,6 % | không thông qua |" in text
    assert "| Trần Văn Mẫu, Phòng Văn hoá - Xã hội |  |  |  |  |  |  |" in text
    assert "Chưa ghi kết quả: 1 cá nhân." in text


def test_bonus_money_is_listed_with_a_place_to_sign(office: Office) -> None:
    text = office.paper("bonus-list", "412").out
    assert "Ký nhận" in text
    assert "| Nguyễn Thị Mẫu | Phòng Văn hoá - Xã hội |" in text
    assert "**Tổng cộng**" in text


def test_achievements_stand_in_two_tables(office: Office) -> None:
    text = office.paper("achievements", "phong-van-hoa").out
    assert (
        "| 2025 | Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã | 412/QĐ-UBND ngày 05 tháng 8 năm 2026; Phường Ví dụ |"
        in text
    )
    assert "Bản ghi chưa có danh hiệu thi đua nào." in text


def test_private_fields_are_printed_where_they_are_and_blank_where_not(office: Office) -> None:
    without = office.paper("list", "7").out
    assert "| 1 | Nguyễn Thị Mẫu |  |  |  | Công chức |" in without
    files(office.root, PRIVATE)
    assert "| 1 | Nguyễn Thị Mẫu | 29/05/1980 | nữ | xã Thử Nghiệm | Công chức |" in office.paper("list", "7").out


TRAN = "private/people/tran-van-mau.yaml"
TRAN_TEXT = "name: TRẦN VĂN MẪU\nunit: {unit}\nborn_year: 1975\n"
WITH, BLANK = "| 1 | Trần Văn Mẫu | 1975 |", "| 1 | Trần Văn Mẫu |  |  |  |"


@pytest.mark.parametrize("unit", ["phong-van-hoa", "Phòng Văn hóa - Xã hội"])
def test_private_fields_are_found_by_name_and_unit(office: Office, unit: str) -> None:
    office.write(TRAN, TRAN_TEXT.format(unit=unit))
    assert WITH in office.paper("list", "7").out


def test_private_fields_are_found_by_the_post_of_a_person(office: Office) -> None:
    office.write("records/people/tran-van-mau.yaml", "name: Trần Văn Mẫu\npostings: [{unit: phong-van-hoa}]\n")
    office.write(TRAN, "born_year: 1975\n")
    assert WITH in office.paper("list", "7").out


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (TRAN, TRAN_TEXT.format(unit="phong-khac")),
        (TRAN, "name: Trần Văn Mẫu\nborn_year: 1975\n"),
        ("private/people/tran-van-mau-2.yaml", TRAN_TEXT.format(unit="phong-van-hoa")),
        ("records/people/tran-van-mau-2.yaml", "name: Trần Văn Mẫu\npostings: [{unit: phong-van-hoa}]\n"),
        (
            "records/awards/2024/1.yaml",
            (
                "decision: {number: 1/QĐ, date: 2024-01-02}\nawards:\n  - award: giay-khen-cap-xa\n    recipients:\n"
                "      - {name: Trần Văn Mẫu, unit: phong-van-hoa, different_from_namesake: sinh ở Ví dụ}\n"
            ),
        ),
    ],
    ids=["another unit", "no unit", "a namesake in private", "a namesake on record", "a namesake in a decision"],
)
def test_private_fields_stay_blank_where_somebody_else_may_be_meant(office: Office, path: str, text: str) -> None:
    office.write(TRAN, TRAN_TEXT.format(unit="phong-van-hoa"))
    assert WITH in office.paper("list", "7").out
    office.write(path, text)
    assert BLANK in office.paper("list", "7").out


@pytest.mark.parametrize("text", ["born: 29/5/1980\n", "phone: 1\n", "born: [\n", "born: 1980\n"])
def test_a_private_file_that_cannot_be_used_is_named(office: Office, text: str) -> None:
    office.write("private/people/nguyen-thi-mau.yaml", text)
    ran = office.paper("list", "7")
    assert (ran.status, ran.out) == (1, "")
    assert "private/people/nguyen-thi-mau.yaml:" in ran.err


def test_private_fields_stay_out_of_papers_that_do_not_ask_for_them(office: Office) -> None:
    files(office.root, PRIVATE)
    for kind in ("decision", "minutes"):
        assert "xã Thử Nghiệm" not in office.paper(kind, KINDS[kind]).out


def test_certificates_are_one_page_each(office: Office) -> None:
    pages = pdf_pages(office.made(".pdf", "certificate", "412"))
    assert [re.search(r"GIẤY KHEN (.+?) (?:Hoàn|Công|Quyết)", page)[1] for page in pages] == [  # type: ignore[index]
        "Phòng Văn hoá - Xã hội", "Hộ ông Phạm Văn Thí Điểm", "Nguyễn Thị Mẫu", "Đỗ Văn Khuất",
    ]  # fmt: skip
    assert ["Truy tặng" in page for page in pages] == [False, False, False, True]
    text = word_text(office.made(".docx", "certificate", "412"))
    assert text.count("GIẤY KHEN") == 4
    assert "Quyết định số 412/QĐ-UBND ngày 05 tháng 8 năm 2026" in text


def test_certificates_of_another_award_are_asked_for(office: Office) -> None:
    pages = pdf_pages(office.made(".pdf", "certificate", "412", "--award", "lao-dong-tien-tien"))
    assert len(pages) == 1
    assert "LAO ĐỘNG TIÊN TIẾN" in pages[0]
    ran = office.paper("certificate", "412", "--award", "co-thi-dua-chinh-phu", "-o", str(office.root / "x.pdf"))
    assert (ran.status, "--award" in ran.err) == (2, True)


def test_four_hundred_certificates_at_once(office: Office) -> None:
    rows = "".join(f"      - {{name: Mẫu Thứ {n}}}\n" for n in range(396))
    office.change(DECISION_FILE, "  - award: lao-dong-tien-tien\n", f"{rows}  - award: lao-dong-tien-tien\n")
    assert len(pdf_pages(office.made(".pdf", "certificate", "412"))) == 400
    assert word_text(office.made(".docx", "certificate", "412")).count("GIẤY KHEN") == 400


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_says_the_same_in_every_form(office: Office, kind: str) -> None:
    markdown = office.paper(kind, KINDS[kind])
    assert (markdown.status, markdown.err) == (0, "")
    wanted = re.findall(r"[^\W\d_]{2,}", markdown.out)
    for read, ending in ((pdf_text, ".pdf"), (word_text, ".docx")):
        have = read(office.made(ending, kind, KINDS[kind]))
        assert not [word for word in wanted if word not in have], ending
    assert b"<main" in office.made(".html", kind, KINDS[kind])
    assert office.made(".json", kind, KINDS[kind]).startswith(b"{")


@pytest.mark.parametrize(
    "arguments",
    [
        ("decision", "999/QĐ-UBND"),
        ("minutes", "999"),
        ("achievements", "khong co ai"),
        ("certificate", "412"),
        ("certificate", "412", "-o", "x.md"),
        ("decision", "412", "-o", "x.odt"),
        ("decision", "412", "--award", "giay-khen-cap-xa"),
        ("letter", "412"),
    ],
)
def test_misuse_ends_with_2_and_prints_nothing(arguments: tuple[str, ...], office: Office) -> None:
    ran = office.paper(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_two_who_are_called_so_are_listed(office: Office) -> None:
    office.change(
        DECISION_FILE, "Trần Văn Mẫu, position: Chuyên viên, unit: phong-van-hoa", "Đỗ Văn Khuất, unit: Nơi khác"
    )
    ran = office.paper("achievements", "Đỗ Văn Khuất")
    assert ran.status == 2
    assert "Nơi khác" in ran.err


def test_a_file_that_cannot_be_read_is_named(office: Office) -> None:
    office.write(DECISION_FILE, "awards: [\n")
    ran = office.paper("decision", "2026/412-qd-ubnd")
    assert (ran.status, ran.out) == (1, "")
    assert DECISION_FILE in ran.err


@pytest.mark.parametrize(("ending", "library"), [(".pdf", "typst"), (".docx", "docxtpl")])
def test_a_library_that_is_not_there_is_named_with_what_to_run(
    office: Office, monkeypatch: pytest.MonkeyPatch, ending: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    for command in (
        ("paper", "decision", "412"),
        ("report", "2026"),
        ("bonus", "412"),
        ("paper", "certificate", "412"),
    ):
        ran = thidua(office.root, *command, "-o", str(office.root / f"x{ending}"))
        assert ran.status == 1
        assert f"`{library}`" in ran.err
        assert "pip install 'thidua[office]'" in ran.err


def test_nothing_is_written_beside_the_records(office: Office) -> None:
    files(office.root, PRIVATE)
    before = {path: path.stat().st_mtime_ns for path in office.root.rglob("*")}
    for kind, what in KINDS.items():
        office.made(".docx", kind, what)
    assert {path: path.stat().st_mtime_ns for path in office.root.rglob("*")} == before


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        ("{name: A Thử, position: Chủ tịch, capacity: TM.}", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("{name: A Thử, position: Phó Chủ tịch, capacity: KT.}", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("{name: A Thử, position: Chánh Văn phòng, capacity: TL.}", ("TL. ……", "CHÁNH VĂN PHÒNG")),
        ("{name: A Thử, position: Hiệu trưởng}", ("HIỆU TRƯỞNG", "")),
        ("{name: A Thử}", ("……………………", "")),
    ],
)
def test_a_signer_stands_as_the_record_says(office: Office, signer: str, lines: tuple[str, str]) -> None:
    office.change(DECISION_FILE, "{name: Lê Văn Thử, position: Chủ tịch, capacity: TM.}", signer)
    text = office.paper("decision", "412").out
    assert f"| **Nơi nhận:** | **{lines[0]}** |" in text
    assert not lines[1] or f"| **{lines[1]}** |" in text
    assert "|  | **A Thử** |" in text


def test_a_list_has_no_number_of_the_submission_for_its_own(office: Office) -> None:
    text = office.paper("list", "7").out
    assert "Số: ……/DS-……" in text
    assert "kèm theo Tờ trình số 7/TTr-VH" in text


@pytest.mark.parametrize(
    ("signer", "who"),
    [
        ("{name: A Thử, position: Chủ tịch, capacity: TM.}", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ"),
        ("{name: A Thử, position: Phó Chủ tịch, capacity: KT.}", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ"),
        ("{name: A Thử, position: Chủ tịch UBND phường}", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ"),
        ("{name: A Thử, position: Chánh Văn phòng, capacity: TL.}", "ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ"),
    ],
)
def test_who_decides_is_the_chair_also_where_a_deputy_signs(office: Office, signer: str, who: str) -> None:
    office.change(DECISION_FILE, "{name: Lê Văn Thử, position: Chủ tịch, capacity: TM.}", signer)
    assert f"\n# {who}\n" in office.paper("decision", "412").out


def test_a_list_of_money_leaves_the_number_of_a_decision_without_one_blank(office: Office) -> None:
    office.change(DECISION_FILE, "  number: 412/QĐ-UBND\n  date: 2026-08-05\n", "")
    text = office.paper("bonus-list", "2026/412-qd-ubnd").out
    assert "**Kèm theo Quyết định số ……/QĐ-UBND ngày …… tháng …… năm ……**" in text
    assert "2026/412" not in text


def test_a_decision_that_papers_changed_says_which_and_whose_rows(office: Office) -> None:
    assert "Văn bản sau khi ký" not in office.paper("decision", "412").out
    paper = ("--date", "01/11/2026", "-y")
    told = (
        (
            "correct",
            "412",
            "--row",
            "Trần Văn Mẫu",
            "--field",
            "name",
            "--value",
            "Trần Văn Mầu",
            "--number",
            "18/ĐC-UBND",
        ),
        ("correct", "412", "--field", "decision.date", "--value", "06/8/2026", "--number", "19/ĐC-UBND"),
        ("revoke", "412", "--row", "Đỗ Văn Khuất", "--number", "20/QĐ-UBND"),
    )
    for one in told:
        ran = thidua(office.root, *one, *paper)
        assert ran.status == 0, ran.err
    text = office.paper("decision", "412").out
    assert "- Đính chính: 19/ĐC-UBND ngày 01/11/2026;" in text
    assert "- Đính chính: 18/ĐC-UBND ngày 01/11/2026 (Trần Văn Mầu);" in text
    assert "- Thu hồi: 20/QĐ-UBND ngày 01/11/2026 (Đỗ Văn Khuất)." in text
    assert "Trần Văn Mẫu" not in text
    assert "ngày 06 tháng 8 năm 2026" in text
