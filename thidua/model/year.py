"""An organisation's year: theme, goals, targets, conferences, tasks (*năm công tác*)."""

from __future__ import annotations

from thidua.model.base import Amount, Count, Fact, Line, about
from thidua.model.fact import (
    Attendee,
    Cited,
    Conference,
    Event,
    Figure,
    Movement,
    Planned,
    Pledge,
    Recognition,
    Tally,
    TargetSummary,
    Work,
)


class EmulationFund(Fact):
    """What an organisation's fund for emulation and commendation took in and spent in a year (*quỹ thi đua, khen thưởng*)."""

    collected: Count | None = about("Số thu: số trích lập, thu vào quỹ, bằng đồng", "Collected: in đồng", None)
    spent: Count | None = about("Số chi: bằng đồng", "Spent: in đồng", None)
    budget_share: Amount | None = about("Tỷ lệ so với ngân sách: phần trăm", "Share of the budget: in percent", None)


class OrganisationYear(Fact):
    """What an organisation set out to do in a year and what came of it."""

    theme: Line | None = about("Chủ đề năm", "Theme of the year", None)
    goal: Line | None = about("Mục tiêu thi đua", "Goal of emulation", None)
    motto: Line | None = about("Phương châm", "Motto", None)
    breakthroughs: tuple[Line, ...] = about("Đột phá chiến lược", "Strategic breakthroughs", ())
    documents: tuple[Cited, ...] = about("Văn bản lãnh đạo, chỉ đạo", "Documents cited", ())
    targets: tuple[TargetSummary, ...] = about("Kết quả chỉ tiêu", "Targets reached", ())
    figures: tuple[Figure, ...] = about("Số liệu", "Figures", ())
    movements: tuple[Movement, ...] = about("Phong trào hưởng ứng", "Movements taken up", ())
    events: tuple[Event, ...] = about("Sự kiện, kết quả", "Events and results", ())
    recognitions: tuple[Recognition, ...] = about("Được công nhận", "Recognitions", ())
    works: tuple[Work, ...] = about("Công trình gắn biển", "Commemorated works", ())
    tallies: tuple[Tally, ...] = about("Số khen thưởng tổng hợp", "Tallies of commendation", ())
    fund: EmulationFund | None = about("Quỹ thi đua, khen thưởng", "Fund for emulation and commendation", None)
    conferences: tuple[Conference, ...] = about("Hội nghị", "Conferences", ())
    pledges: tuple[Pledge, ...] = about("Giao ước thi đua đã ký trong năm", "Pledges signed in the year", ())
    occasions: tuple[Line, ...] = about("Sự kiện lớn của năm", "Occasions of the year", ())
    shortcomings: tuple[Line, ...] = about("Tồn tại, hạn chế", "Shortcomings", ())
    tasks: tuple[Planned, ...] = about("Nhiệm vụ của năm", "Tasks of the year", ())
    mentioned: tuple[Attendee, ...] = about("Được nhắc đến", "Mentioned", ())
