"""Emulation blocs and clusters (*khối, cụm thi đua*), and what each did in one year."""

from __future__ import annotations

from thidua.model.base import Amount, Count, Day, Fact, Line, OrganisationOrName, Record, about
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
)
from thidua.model.lists import BlocKind, Level, YesNo


class Bloc(Fact):
    """A bloc or cluster that units belong to year by year."""

    name: Line = about("Tên khối, cụm", "Name")
    kind: BlocKind | None = about("Loại: khoi hoặc cum", "Kind: bloc or cluster", None)
    organiser: OrganisationOrName | None = about("Cơ quan tổ chức", "Organiser", None)
    number: Line | None = about("Số thứ tự", "Number", None)
    level: Level | None = about("Cấp tổ chức", "Level of the organiser", None)
    aliases: tuple[Line, ...] = about("Tên gọi khác", "Other names", ())


class Criterion(Record):
    """One line of the scoring table (*tiêu chí*)."""

    name: Line = about("Tiêu chí", "Criterion")
    points: Amount | None = about("Điểm chuẩn", "Standard points", None)
    bonus: Amount | None = about("Điểm thưởng tối đa", "Most bonus points", None)
    parts: tuple[Criterion, ...] = about("Tiêu chí thành phần", "Parts", ())


class Score(Fact):
    """What one member scored, and where it stands."""

    member: OrganisationOrName = about("Đơn vị: mã hoặc tên", "Member: id or name")
    by: Line | None = about("Bên chấm: tự chấm, chấm chéo, hội đồng", "Scored by: itself, a peer, the council", None)
    points: Amount | None = about("Điểm", "Points", None)
    bonus: Amount | None = about("Điểm thưởng", "Bonus", None)
    deduction: Amount | None = about("Điểm trừ", "Deduction", None)
    total: Amount | None = about("Tổng điểm: như biên bản ghi", "Total: as the minutes say", None)
    rank: Count | None = about("Xếp hạng", "Rank", None)
    tier: Line | None = about("Mức: khi xếp loại bằng chữ", "Tier: where ranked in words", None)


class BlocYear(Fact):
    """A bloc in one year: members, leader, pledge, scores, conferences, figures."""

    members: tuple[OrganisationOrName, ...] = about("Thành viên: mã hoặc tên", "Members: ids or names", ())
    members_complete: YesNo | None = about(
        "Danh sách đầy đủ: co nếu danh sách thành viên đã đủ", "Complete: whether the list of members is complete", None
    )
    members_counted: Count | None = about("Số thành viên", "Number of members", None)
    leader: OrganisationOrName | None = about("Khối trưởng", "Leader", None)
    deputies: tuple[OrganisationOrName, ...] = about("Khối phó", "Deputies", ())
    next_leader: OrganisationOrName | None = about("Khối trưởng năm sau", "Leader of the next year", None)
    pledge: Pledge | None = about("Giao ước thi đua của năm", "Pledge of the year", None)
    criteria: tuple[Criterion, ...] = about("Tiêu chí chấm điểm", "Scoring table", ())
    scores: tuple[Score, ...] = about("Điểm và xếp hạng", "Scores and ranks", ())
    targets: TargetSummary | None = about("Kết quả chỉ tiêu", "Targets reached", None)
    conferences: tuple[Conference, ...] = about("Hội nghị", "Conferences", ())
    movements: tuple[Movement, ...] = about("Phong trào", "Movements", ())
    figures: tuple[Figure, ...] = about("Số liệu", "Figures", ())
    events: tuple[Event, ...] = about("Sự kiện, kết quả", "Events and results", ())
    recognitions: tuple[Recognition, ...] = about("Được công nhận", "Recognitions", ())
    tallies: tuple[Tally, ...] = about("Số khen thưởng tổng hợp", "Tallies of commendation", ())
    documents: tuple[Cited, ...] = about("Văn bản", "Documents cited", ())
    occasions: tuple[Line, ...] = about("Sự kiện lớn của năm", "Occasions of the year", ())
    tasks: tuple[Planned, ...] = about("Nhiệm vụ của năm", "Tasks of the year", ())
    shortcomings: tuple[Line, ...] = about("Tồn tại, hạn chế", "Shortcomings", ())
    mentioned: tuple[Attendee, ...] = about("Được nhắc đến", "Mentioned", ())
    closed: Day | None = about("Ngày chốt: số liệu của năm đã chốt", "Closed: the day the year was closed", None)
