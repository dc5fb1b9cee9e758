"""How far a nominated row has come; what is only proposed is never counted as given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.nominations.conftest import ID, PATH

if TYPE_CHECKING:
    from tests.nominations.conftest import Office

ROW = "award: lao-dong-tien-tien, recipient: {name: Lê Văn Cường, unit: phong-van-hoa}"
AWARDS = "records/awards/2025/15.yaml"


def decision(*rows: str, nomination: str = ID, more: str = "", award: str = "lao-dong-tien-tien") -> str:
    return (
        f"decision: {{number: 15/QĐ-UBND, date: 2025-12-26, authority: phuong-vi-du}}\nperiod: 2025\n{more}"
        f"nomination: {nomination}\nawards:\n  - award: {award}\n    recipients:\n"
        + "".join(f"      - {{{row}}}\n" for row in rows)
    )


REVOKED = """\
decision: 2025/15
number: 25/QĐ-UBND
date: 2026-01-15
ground: Kê khai không đúng
rows: [{name: Lê Văn Cường}]
"""


def test_a_row_goes_from_proposed_to_revoked(office: Office) -> None:
    office.nominate(ROW)
    assert office.statuses() == ["de-nghi"]
    office.nominate(ROW + ", outcome: thong-qua")
    assert office.statuses() == ["thong-qua"]
    office.write(AWARDS, decision("name: Lê Văn Cường, unit: phong-van-hoa"))
    assert office.statuses() == ["da-quyet-dinh"]
    office.write(AWARDS, decision("name: Lê Văn Cường, unit: phong-van-hoa", more="presented: {date: 2025-12-30}\n"))
    assert office.statuses() == ["da-trao"]
    office.write("records/revocations/25.yaml", REVOKED)
    assert office.statuses() == ["thu-hoi"]


def test_a_revoked_award_leaves_the_total_and_stays_in_the_history_with_the_paper_that_revoked_it(
    office: Office,
) -> None:
    office.nominate(ROW + ", outcome: thong-qua")
    office.write(AWARDS, decision("name: Lê Văn Cường, unit: phong-van-hoa", "name: Trần Thị Bình"))
    assert "có 2 cá nhân được" in office.thidua("report", "2025").out
    office.write("records/revocations/25.yaml", REVOKED)
    assert "có 1 cá nhân được" in office.thidua("report", "2025").out
    lines = office.thidua("history", "le van cuong").out.splitlines()
    assert "ĐÃ THU HỒI" in lines[1]
    assert lines[3].strip() == (
        "thu hồi: số 25/QĐ-UBND ngày 15/01/2026 · records/revocations/25.yaml · Kê khai không đúng"
    )
    (group,) = office.thidua("history", "le van cuong", "--format", "json").json["groups"]
    assert [one["number"] for one in group["awards"][0]["revoked_by"]] == ["25/QĐ-UBND"]
    assert [one["status"] for one in group["nominated"]] == ["thu-hoi"]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("name: LÊ VĂN CƯỜNG, unit: phong-van-hoa", "da-quyet-dinh"),
        ("name: Lê Văn Cường", "da-quyet-dinh"),
        ("name: Lê Văn Cường, unit: Phòng Văn hoá - Xã hội", "da-quyet-dinh"),
        ("name: Lê Văn Cường, unit: phuong-vi-du", "thong-qua"),
        ("name: Lê Văn Cương, unit: phong-van-hoa", "thong-qua"),
    ],
)
def test_it_is_granted_by_the_same_award_to_the_same_recipient(given: str, status: str, office: Office) -> None:
    office.nominate(ROW + ", outcome: thong-qua")
    office.write(AWARDS, decision(given))
    assert office.statuses() == [status]
    assert ("TD409" in office.codes()) is (status == "thong-qua")


def test_another_award_or_a_decision_that_names_no_nomination_grants_nothing(office: Office) -> None:
    office.nominate(ROW + ", outcome: thong-qua")
    office.write(AWARDS, decision("name: Lê Văn Cường", award="giay-khen-cap-xa"))
    assert office.statuses() == ["thong-qua"]
    assert "TD409" in office.codes()
    office.write(AWARDS, decision("name: Lê Văn Cường").replace(f"nomination: {ID}\n", ""))
    assert office.statuses() == ["thong-qua"]
    assert "TD409" not in office.codes()


def test_a_number_is_granted_by_the_same_number(office: Office) -> None:
    office.nominate("award: lao-dong-tien-tien, counted: {individuals: 12}, outcome: thong-qua")
    counted = decision("x").partition("    recipients")[0]
    office.write(AWARDS, counted + "    counted: {individuals: 12}\n")
    assert office.statuses() == ["da-quyet-dinh"]
    office.write(AWARDS, counted + "    counted: {individuals: 11}\n")
    assert office.statuses() == ["thong-qua"]


def test_a_rejected_row_that_is_given_all_the_same_is_a_warning(office: Office) -> None:
    office.nominate(ROW + ", outcome: khong-thong-qua")
    office.write(AWARDS, decision("name: Lê Văn Cường, unit: phong-van-hoa"))
    (found,) = [
        one for one in office.thidua("validate", "--format", "json").json["diagnostics"] if one["code"] == "TD409"
    ]
    assert found["severity"] == "warning"
    assert "không được thông qua" in found["message"]


def test_a_nomination_that_is_not_there_is_a_dangling_reference(office: Office) -> None:
    office.write(AWARDS, decision("name: Lê Văn Cường", nomination="2025/khong-co"))
    assert "TD902" in office.codes()


def test_show_puts_each_status_under_its_own_heading(office: Office) -> None:
    office.nominate(
        ROW + ", outcome: thong-qua",
        "award: lao-dong-tien-tien, recipient: {name: Trần Thị Bình}",
        "award: tap-the-lao-dong-tien-tien, recipient: {collective: phong-van-hoa}, outcome: khong-thong-qua",
        "award: giay-khen-cap-xa, counted: {individuals: 1200}, outcome: thong-qua",
    )
    shown = office.thidua("show", f"nominations/{ID}").out
    assert shown.splitlines()[0].endswith("7/TTr-VH")
    assert shown.partition("Tình trạng:\n")[2] == (
        "  Đề nghị:\n    - Trần Thị Bình · Lao động tiên tiến\n"
        "  Thông qua:\n    - Lê Văn Cường · Phòng Văn hoá - Xã hội · Lao động tiên tiến\n"
        "    - 1.200 cá nhân · Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã\n"
        "  Không thông qua:\n    - Phòng Văn hoá - Xã hội · Tập thể lao động tiên tiến\n"
    )
    assert "Status:\n  Proposed:\n" in office.thidua("show", PATH, "--lang", "en").out


def test_history_finds_who_was_only_proposed_and_counts_no_award(office: Office) -> None:
    office.nominate(ROW, "award: tap-the-lao-dong-tien-tien, recipient: {collective: phong-van-hoa}")
    for asked in ("le van cuong", "van cuong", "Lê Văn Cường"):
        told = office.thidua("history", asked).out
        assert "chưa có khen thưởng nào\n  Đề nghị khen thưởng, không tính là đã khen:\n" in told
        assert "ĐỀ NGHỊ · hồ sơ số 7/TTr-VH ngày 02/12/2025 · trình Phường Ví dụ" in told
    groups = office.thidua("history", "phong-van-hoa", "--format", "json").json["groups"]
    assert [(one["subject"], len(one["awards"]), len(one["nominated"])) for one in groups] == [
        ("organisation", 0, 1),
        ("members", 0, 1),
    ]
    assert office.thidua("find", "le van cuong").out == ""


def test_the_report_tells_proposals_apart_from_what_was_granted(office: Office) -> None:
    office.nominate(
        ROW + ", outcome: thong-qua",
        "award: lao-dong-tien-tien, recipient: {name: Trần Thị Bình}",
        "award: lao-dong-tien-tien, recipient: {name: Phạm Văn Dũng}, outcome: khong-thong-qua",
        "award: co-thi-dua-cua-chinh-phu, counted: {collectives: 2}, outcome: de-nghi",
    )
    report = office.thidua("report", "2025").out
    assert "CÔNG TÁC KHEN THƯỞNG\n" not in report
    assert "## I. ĐỀ NGHỊ KHEN THƯỞNG" in report
    assert "| Lao động tiên tiến | 3 cá nhân | 1 cá nhân | 1 cá nhân | 1 cá nhân |" in report
    assert "| Cờ thi đua của Chính phủ | 2 tập thể |  |  | 2 tập thể |" in report
    assert report.index("Cờ thi đua") < report.index("| Lao động tiên tiến")
    office.write(AWARDS, decision("name: Lê Văn Cường, unit: phong-van-hoa"))
    report = office.thidua("report", "2025").out
    assert "có 1 cá nhân được Phường Ví dụ khen thưởng" in report
    assert "| Lao động tiên tiến | 3 cá nhân | 1 cá nhân | 1 cá nhân | 1 cá nhân |" in report
    assert "ĐỀ NGHỊ" not in office.thidua("report", "2024").out


def test_a_report_without_nominations_says_nothing_of_them(office: Office) -> None:
    office.write(AWARDS, decision("name: Lê Văn Cường").replace(f"nomination: {ID}\n", ""))
    assert office.thidua("report", "2025", "-o", str(office.root / "a.json")).status == 0
    assert '"nominations"' not in office.text("a.json")


def test_a_span_of_days_takes_proposals_by_their_day(office: Office) -> None:
    office.nominate(ROW)
    assert "ĐỀ NGHỊ" in office.thidua("report", "--from", "1/12/2025", "--to", "5/12/2025").out
    assert "ĐỀ NGHỊ" not in office.thidua("report", "--from", "1/1/2025", "--to", "30/11/2025").out
