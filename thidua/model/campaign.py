"""Emulation campaigns (*phong trào thi đua*)."""

from __future__ import annotations

from thidua.model.base import BlocId, CampaignId, Count, Day, Fact, Line, OrganisationOrName, Prose, Record, Span, about
from thidua.model.fact import Attendee, Event, Figure, Movement, Recognition, Tally, Target, Work
from thidua.model.lists import CampaignKind, CampaignScope


class Launch(Fact):
    """The launch of a campaign (*phát động*)."""

    date: Day | None = about("Ngày phát động", "Day of the launch", None)
    by: OrganisationOrName | None = about("Cơ quan phát động: mã hoặc tên", "Launched by: id or name", None)
    person: Attendee | None = about("Người phát động", "Person who launched it", None)
    at: Line | None = about("Tại: hội nghị, lễ phát động", "At: conference or ceremony", None)
    document: Line | None = about("Văn bản phát động", "Document", None)


class Participants(Record):
    """Who takes part: a bloc, an organisation, or a number of them."""

    bloc: BlocId | None = about("Khối, cụm thi đua", "Bloc", None)
    organisation: OrganisationOrName | None = about("Đơn vị: mã hoặc tên", "Organisation: id or name", None)
    name: Line | None = about("Tên gọi chung", "Name of a group", None)
    number: Count | None = about("Số đơn vị", "Number of units", None)


class Campaign(Fact):
    """An emulation campaign: who launched it, for how long, what it aims at, what came of it."""

    name: Line = about("Tên phong trào", "Name")
    special: Line | None = about("Tính chất: như thi đua đặc biệt", "Character: such as a special drive", None)
    theme: Line | None = about("Chủ đề", "Theme", None)
    watchword: Line | None = about("Khẩu hiệu, tinh thần", "Watchword", None)
    kind: CampaignKind | None = about("Loại: thuong-xuyen hoặc chuyen-de", "Kind: regular or thematic", None)
    scope: CampaignScope | None = about("Phạm vi", "Scope", None)
    of: OrganisationOrName | None = about("Của địa phương, đơn vị", "Of the place or unit", None)
    period: Span | None = about("Thời gian", "Period", None)
    launched: Launch | None = about("Phát động", "Launch", None)
    occasion: Line | None = about("Dịp", "Occasion", None)
    parent: CampaignId | None = about("Thuộc phong trào", "Part of the campaign", None)
    linked_to: tuple[Line, ...] = about("Gắn với", "Linked to", ())
    objectives: tuple[Line, ...] = about("Mục tiêu", "Objectives", ())
    contents: tuple[Line, ...] = about("Nội dung", "Contents", ())
    tasks: tuple[Line, ...] = about("Nhóm nhiệm vụ", "Groups of tasks", ())
    targets: tuple[Target, ...] = about("Chỉ tiêu", "Targets", ())
    participants: tuple[Participants, ...] = about("Đơn vị tham gia", "Participants", ())
    movements: tuple[Movement, ...] = about("Phong trào của các đơn vị", "Movements of member units", ())
    figures: tuple[Figure, ...] = about("Số liệu đạt được", "Figures reached", ())
    events: tuple[Event, ...] = about("Sự kiện, kết quả", "Events and results", ())
    works: tuple[Work, ...] = about("Công trình gắn biển", "Commemorated works", ())
    recognitions: tuple[Recognition, ...] = about("Được công nhận", "Recognitions", ())
    tallies: tuple[Tally, ...] = about("Số khen thưởng tổng hợp", "Tallies of commendation", ())
    mentioned: tuple[Attendee, ...] = about(
        "Được nhắc đến: không phải điển hình", "Mentioned: not called an exemplar", ()
    )
    narrative: Prose | None = about("Diễn biến", "Narrative", None)
