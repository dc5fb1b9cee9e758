"""An organisation's year: theme, goals, targets, conferences, tasks (*năm công tác*)."""

from __future__ import annotations

from thidua.model.base import Fact, Line, about
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
    conferences: tuple[Conference, ...] = about("Hội nghị", "Conferences", ())
    pledges: tuple[Pledge, ...] = about("Giao ước thi đua đã ký trong năm", "Pledges signed in the year", ())
    occasions: tuple[Line, ...] = about("Sự kiện lớn của năm", "Occasions of the year", ())
    shortcomings: tuple[Line, ...] = about("Tồn tại, hạn chế", "Shortcomings", ())
    tasks: tuple[Planned, ...] = about("Nhiệm vụ của năm", "Tasks of the year", ())
    mentioned: tuple[Attendee, ...] = about("Được nhắc đến", "Mentioned", ())
