"""Waivers (*miễn một phát hiện*): what `validate` finds and an office lets stand for a time, and who answers for it."""

from __future__ import annotations

from thidua.model.base import Day, Fact, Line, Prose, Record, about


class Approver(Record):
    """Who answers for a waiver."""

    name: Line = about("Họ và tên", "Name")
    position: Line | None = about("Chức vụ", "Position", None)


class Waiver(Fact):
    """One finding that is let stand, why, by whom, and until when."""

    code: Line = about("Mã quy tắc: như TD303", "Code: of the rule, such as TD303")
    path: Line = about(
        "Tệp: như `thidua validate` in, bắt đầu bằng records/", "File: as `thidua validate` prints it, from records/ on"
    )
    field: Line | None = about(
        "Trường: khi chỉ miễn một chỗ trong tệp, như awards[0].recipients[2].name, đếm từ 0",
        "Field: where only one place of the file is meant, such as awards[0].recipients[2].name, counted from 0",
        None,
    )
    reason: Prose = about("Lý do", "Reason")
    by: Approver = about("Người quyết định: ai cho miễn", "By: who decided it")
    until: Day = about(
        "Đến hết ngày: sau ngày này phát hiện lại được tính", "Until: the last day; it counts again afterwards"
    )
