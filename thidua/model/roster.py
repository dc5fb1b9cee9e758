"""A unit's people in one year: how many, how each did their task, who was away, new or disciplined (*danh sách năm*)."""

from __future__ import annotations

from thidua.model.base import Count, Day, Fact, Line, OrganisationOrName, PersonId, Record, Span, about
from thidua.model.lists import PersonClass, YesNo
from thidua.model.year_lists import Discipline, LeaveKind, TaskResult


class Leave(Record):
    """Working days away (*nghỉ*)."""

    days: Count = about("Số ngày làm việc nghỉ", "Working days away")
    kind: LeaveKind | None = about(
        "Lý do: thai-san, dieu-tri-vet-thuong, khac", "Ground: maternity, treatment of wounds, other", None
    )


class DisciplinePeriod(Record):
    """A discipline and the days for which it holds; nothing of its ground belongs in a public record."""

    level: Discipline = about("Mức", "Level")
    start: Day = about("Từ ngày: ngày có hiệu lực", "From: the day it took effect", alias="from")
    end: Day | None = about("Đến ngày: ngày hết thời hạn", "To: the day it ends", None, alias="to")


class Training(Record):
    """Training that took most of the year (*đào tạo, bồi dưỡng*)."""

    years: Count = about("Số năm của khoá học", "Length of the course in years")
    result: Line | None = about("Kết quả: như khá, giỏi", "Mark: in the school's words", None)


class Member(Fact):
    """One person of a unit in the year."""

    name: Line = about("Họ và tên", "Name")
    person: PersonId | None = about(
        "Mã cá nhân: khi cần phân biệt", "Person: id, where people must be told apart", None
    )
    position: Line | None = about("Chức vụ", "Position", None)
    class_: PersonClass | None = about(
        "Đối tượng: năm loại theo mẫu thống kê", "Class: the five statutory classes", None, alias="class"
    )
    result: TaskResult | None = about(
        "Kết quả: hoan-thanh-xuat-sac, hoan-thanh-tot, hoan-thanh, khong-hoan-thanh",
        "Result of the year's task: excellent, good, done, not done",
        None,
    )
    no_title: YesNo | None = about(
        "Không đạt danh hiệu: co nếu năm này không được danh hiệu nào",
        "No title: yes if no title was given for this year",
        None,
    )
    recruited: Day | None = about("Ngày tuyển dụng", "Recruited on", None)
    leave: tuple[Leave, ...] = about("Nghỉ: các lần nghỉ trong năm", "Leave: times away in the year", ())
    discipline: tuple[DisciplinePeriod, ...] = about(
        "Kỷ luật: mức và thời hạn, không ghi lý do", "Discipline: level and time, without its ground", ()
    )
    training: Training | None = about("Đào tạo", "Training", None)
    moved_from: OrganisationOrName | None = about(
        "Chuyển từ: đơn vị cũ, nếu chuyển đến trong năm", "Moved from: the old unit, if moved in the year", None
    )
    months_before: Count | None = about(
        "Số tháng ở đơn vị cũ: trong năm này", "Months at the old unit: in this year", None
    )
    old_unit_agrees: YesNo | None = about(
        "Nhận xét của đơn vị cũ: co nếu đề nghị xét", "Comment of the old unit: yes if it supports", None
    )


class Roster(Fact):
    """A unit in one year: its people, and how it did its own task."""

    period: Span | None = about(
        "Kỳ: khi không phải năm dương lịch, như nam-hoc-2022-2023", "Period: where not the calendar year", None
    )
    result: TaskResult | None = about(
        "Kết quả của tập thể: mức hoàn thành nhiệm vụ", "Result of the unit: as a collective", None
    )
    headcount: Count | None = about(
        "Tổng số người: của đơn vị và các đơn vị trực thuộc", "Headcount: of the unit and those below it", None
    )
    completed: Count | None = about("Số người hoàn thành nhiệm vụ", "How many did their task", None)
    members: tuple[Member, ...] = about("Danh sách", "Members", ())
