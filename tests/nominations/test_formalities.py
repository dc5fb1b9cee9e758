"""Public notice (Article 44.2), deadlines (35.1), how recent an achievement is (33.9): Decree 152/2025/NĐ-CP."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from thidua.model.days import days_of_week, months_before

if TYPE_CHECKING:
    from tests.nominations.conftest import Office

ORDER = "award: huan-chuong-lao-dong-hang-ba, recipient: {name: Nguyễn Văn A}"
FLAG = "award: co-thi-dua-cua-chinh-phu, recipient: {collective: phong-van-hoa}"
TITLE = "award: chien-si-thi-dua-toan-quoc, recipient: {name: Nguyễn Văn A, unit: phong-van-hoa}"


@pytest.mark.parametrize("start", [date(2025, 12, 1) + timedelta(days=n) for n in range(7)])
def test_days_of_the_week_are_counted_as_a_calendar_has_them(start: date) -> None:
    for length in range(-1, 16):
        last = start + timedelta(days=length)
        days = [start + timedelta(days=n) for n in range(length + 1)]
        assert days_of_week(start, last, range(1, 6)) == sum(day.isoweekday() < 6 for day in days)
        assert days_of_week(start, last, (6,)) == sum(day.isoweekday() == 6 for day in days)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-06-30", "2025-12-30"),
        ("2026-08-31", "2026-02-28"),
        ("2024-08-31", "2024-02-29"),
        ("2026-01-01", "2025-07-01"),
    ],
)
def test_months_are_counted_back_to_the_same_day_or_the_last(day: str, before: str) -> None:
    assert months_before(date.fromisoformat(day), 6) == date.fromisoformat(before)


NOTICES = [
    # from, to, council (Monday 2025-12-22), what is found
    ("2025-12-08", "2025-12-19", "2025-12-22", []),  # ten weekdays
    ("2025-12-08", "2025-12-21", "2025-12-22", []),  # the weekend adds none
    ("2025-12-06", "2025-12-19", "2025-12-22", []),  # from a Saturday
    ("2025-12-09", "2025-12-19", "2025-12-22", ["TD408"]),  # nine, and a Saturday that may have been worked
    ("2025-12-10", "2025-12-19", "2025-12-22", ["TD405"]),  # eight and a Saturday
    ("2025-12-10", "2025-12-20", "2025-12-22", ["TD408"]),  # eight and two Saturdays
    ("2025-12-15", "2025-12-19", "2025-12-22", ["TD405"]),
    ("2025-12-08", None, "2025-12-22", []),
    ("2025-12-10", None, "2025-12-18", ["TD405"]),
    ("2025-12-08", "2025-12-22", "2025-12-22", ["TD408"]),  # ends with the council
    ("2025-12-15", "2026-01-30", "2025-12-22", ["TD405"]),  # what comes after the council does not count
    ("2025-12-22", "2026-01-30", "2025-12-22", ["TD405"]),
    ("2026-01-05", "2026-01-30", "2025-12-22", ["TD405"]),
    (None, "2025-12-19", "2025-12-22", []),
    ("2025-12-15", "2025-12-19", None, []),
]


@pytest.mark.parametrize(("start", "end", "council", "codes"), NOTICES)
def test_notice_is_counted_in_working_days_before_the_council(
    start: str | None, end: str | None, council: str | None, codes: list[str], office: Office
) -> None:
    days = ", ".join(f"{key}: {day}" for key, day in (("from", start), ("to", end)) if day)
    head = f"number: 1/TTr\ndate: 2025-12-01\nnotice: {{{days}}}\n" + (f"council_date: {council}\n" if council else "")
    office.nominate(ORDER, head=head)
    assert [code for code in office.codes() if code in {"TD405", "TD408"}] == codes


def test_notice_is_asked_only_of_some_awards_and_not_of_rejected_rows(office: Office) -> None:
    head = "number: 1/TTr\ndate: 2025-12-01\nnotice: {from: 2025-12-19, to: 2025-12-19}\ncouncil_date: 2025-12-22\n"
    office.nominate("award: lao-dong-tien-tien, recipient: {name: A B}", head=head)
    assert office.codes() == []
    office.nominate(ORDER + ", outcome: khong-thong-qua", head=head)
    assert office.codes() == []


def test_many_rows_of_one_award_are_told_of_once(office: Office) -> None:
    head = "number: 1/TTr\ndate: 2025-12-01\nnotice: {from: 2025-12-19, to: 2025-12-19}\ncouncil_date: 2025-12-22\n"
    office.nominate(*(ORDER.replace("Văn A", f"Văn {x}") for x in "ABCDEFGHIJKL"), head=head)
    assert office.codes() == ["TD405"]


DEADLINES = [
    # the day of receipt, period, what is found
    ("2026-06-30", "2025", []),
    ("2026-07-01", "2025", ["TD408"]),  # 30/6 is over; 31/12, of bodies that count school years, is not
    ("2026-09-15", "nam-hoc-2024-2025", ["TD406"]),
    ("2025-12-31", "nam-hoc-2024-2025", []),
    ("2026-01-01", "nam-hoc-2024-2025", ["TD408"]),
    ("2026-07-01", "nam-hoc-2024-2025", ["TD406"]),
    ("2026-07-01", None, []),
]


@pytest.mark.parametrize(("received", "period", "codes"), DEADLINES)
def test_a_flag_of_the_government_is_late_only_after_the_last_deadline(
    received: str, period: str | None, codes: list[str], office: Office
) -> None:
    head = f"number: 1/TTr\nreceived: {received}\n" + (f"period: {period}\n" if period else "")
    office.nominate(FLAG, head=head, path="records/nominations/2026/1-ttr.yaml")
    found = office.thidua("validate", "--format", "json").json["diagnostics"]
    told = [one["code"] for one in found if "quá hạn" in one["message"]]
    assert told == codes


def test_a_national_title_follows_the_last_title_that_is_recorded_and_is_never_surely_late(office: Office) -> None:
    title = (
        "decision: {{number: {n}/QĐ-UBND, date: {day}}}\nawards:\n  - award: chien-si-thi-dua-bo-nganh-tinh\n"
        "    recipients: [{{name: Nguyễn Văn A, unit: phong-van-hoa}}]\n"
    )
    head = "number: 1/TTr\ndate: 2025-08-05\n"
    office.nominate(TITLE, head=head)
    assert office.codes() == []  # nothing is known of an earlier title
    office.write("records/awards/2023/1.yaml", title.format(n=1, day="2023-02-01"))
    assert office.codes() == ["TD408"]
    office.write("records/awards/2024/2.yaml", title.format(n=2, day="2024-02-01"))
    assert office.codes() == []
    office.write(
        "records/revocations/2.yaml",
        "decision: 2024/2\nnumber: 9/QĐ-UBND\ndate: 2024-03-01\nrows: [{name: Nguyễn Văn A}]\n",
    )
    assert office.codes() == ["TD408"]


RECENT = [
    ("2026-06-30", "2021-2025", []),
    ("2026-07-01", "2021-2025", ["TD407"]),
    ("2026-09-01", "2021-2025", ["TD407"]),
    ("2026-10-05", "2021-2025", ["TD408"]),  # the next law was not read
    ("2025-12-01", "2021-2025", []),
    ("2026-09-01", None, []),
    ("2024-09-01", "2019-2022", []),  # no text of that time that was read says so
]


@pytest.mark.parametrize(("day", "period", "codes"), RECENT)
def test_an_achievement_reaches_to_within_six_months(
    day: str, period: str | None, codes: list[str], office: Office
) -> None:
    office.nominate(ORDER, head=f"number: 1/TTr\ndate: {day}\n" + (f"period: {period}\n" if period else ""))
    assert [code for code in office.codes() if code in {"TD407", "TD408"}] == codes


def test_a_row_may_have_a_period_of_its_own(office: Office) -> None:
    office.nominate(
        ORDER,
        ORDER.replace("Văn A", "Văn B") + ", period: 2018-2022",
        head="number: 1/TTr\ndate: 2026-03-01\nperiod: 2025\n",
    )
    (found,) = [
        one for one in office.thidua("validate", "--format", "json").json["diagnostics"] if one["code"] == "TD407"
    ]
    assert found["primary"]["start"]["line"] == 6
    assert "Điều 33.9" in found["message"]
