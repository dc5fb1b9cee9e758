"""Emulation blocs and clusters (*khối, cụm thi đua*), and what each did in one year."""

from __future__ import annotations

from thidua.model.base import Amount, AwardId, Count, Day, Fact, Line, OrganisationOrName, about
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
from thidua.model.lists import BlocKind, CouncilOutcome, Level, QuotaBase, YesNo


class Bloc(Fact):
    """A bloc or cluster that units belong to year by year."""

    name: Line = about("Tên khối, cụm", "Name")
    kind: BlocKind | None = about("Loại: khoi hoặc cum", "Kind: bloc or cluster", None)
    organiser: OrganisationOrName | None = about("Cơ quan tổ chức", "Organiser", None)
    number: Line | None = about("Số thứ tự", "Number", None)
    level: Level | None = about("Cấp tổ chức", "Level of the organiser", None)
    aliases: tuple[Line, ...] = about("Tên gọi khác", "Other names", ())


class Criterion(Fact):
    """One line of the scoring table (*tiêu chí*), with the lines that make it up. Tables have any scale: 100, 1000 points."""

    number: Line | None = about("Số thứ tự: như in, I, 1, 1.2", "Number: as printed, I, 1, 1.2", None)
    name: Line = about("Tiêu chí", "Criterion")
    points: Amount | None = about("Điểm chuẩn", "Standard points", None)
    bonus: Amount | None = about("Điểm thưởng tối đa", "Most bonus points", None)
    deduction: Amount | None = about("Điểm trừ tối đa", "Most points deducted", None)
    due: Line | None = about("Thời hạn: bằng lời của văn bản", "Due: in the document's words", None)
    parts: tuple[Criterion, ...] = about("Tiêu chí thành phần", "Parts", ())


class CriterionScore(Fact):
    """What one member has for one criterion, and what shows it."""

    criterion: Line = about(
        "Tiêu chí: số thứ tự hoặc tên trong bảng chấm điểm; số trùng nhau thì ghi cả số của mục, như II.1",
        "Criterion: its number or name in the scoring table; where numbers repeat, after that of its group, as II.1",
    )
    self_: Amount | None = about("Điểm tự chấm", "Self score", None, alias="self")
    agreed: Amount | None = about("Điểm thống nhất", "Agreed score", None)
    bonus: Amount | None = about("Điểm thưởng", "Bonus", None)
    deduction: Amount | None = about("Điểm trừ: ghi số dương", "Deduction: as a positive number", None)
    evidence: tuple[Line, ...] = about(
        "Minh chứng: văn bản, tệp hoặc đường dẫn", "Evidence: documents, files or addresses", ()
    )


class Score(Fact):
    """What one member scored, and where it stands."""

    member: OrganisationOrName = about("Đơn vị: mã hoặc tên", "Member: id or name")
    by: Line | None = about("Bên chấm: tự chấm, chấm chéo, hội đồng", "Scored by: itself, a peer, the council", None)
    final: YesNo | None = about(
        "Dùng để xếp hạng: co ở điểm chính thức, khi một đơn vị được chấm nhiều lần",
        "Counts: co on the score that ranks, where a member was scored several times",
        None,
    )
    points: Amount | None = about("Điểm", "Points", None)
    bonus: Amount | None = about("Điểm thưởng", "Bonus", None)
    deduction: Amount | None = about("Điểm trừ: ghi số dương", "Deduction: as a positive number", None)
    total: Amount | None = about("Tổng điểm: như biên bản ghi", "Total: as the minutes say", None)
    rank: Count | None = about("Xếp hạng", "Rank", None)
    tier: Line | None = about("Mức: khi xếp loại bằng chữ", "Tier: where ranked in words", None)
    lines: tuple[CriterionScore, ...] = about("Điểm từng tiêu chí", "Scores by criterion", ())


class BlocVote(Fact):
    """What the bloc's meeting voted for one candidate (*suy tôn*)."""

    member: OrganisationOrName = about(
        "Được suy tôn: mã hoặc tên đơn vị, cá nhân", "Candidate: id or name of the member or the person"
    )
    award: AwardId = about("Danh hiệu, hình thức", "Award")
    members: Count | None = about("Số người bỏ phiếu", "Votes cast or voters", None)
    for_: Count | None = about("Số phiếu đồng ý", "For", None, alias="for")
    against: Count | None = about("Số phiếu không đồng ý", "Against", None)
    outcome: CouncilOutcome | None = about(
        "Kết quả: thong-qua, khong-thong-qua; để trống thì hiểu theo số phiếu",
        "Outcome: thong-qua, khong-thong-qua; left out, the votes show it",
        None,
    )
    date: Day | None = about("Ngày bỏ phiếu", "Day of the vote", None)
    document: Line | None = about("Văn bản: biên bản", "Document: the minutes", None)


class Quota(Fact):
    """How many of one award the bloc may propose, by the rules of the office (no article of law)."""

    award: AwardId = about("Danh hiệu, hình thức", "Award")
    number: Count | None = about("Số lượng", "Number", None)
    share: Amount | None = about("Tỷ lệ: phần trăm, như 20", "Share: percent, as 20", None)
    of: QuotaBase | None = about(
        "Tính trên: thanh-vien, thanh-vien-con-lai, so-khac", "Of: all members, the other members, something else", None
    )
    of_counted: Count | None = about(
        "Số để tính tỷ lệ: khi văn bản cho sẵn hoặc tính trên số khác",
        "Counted: the number the share is of, where the paper gives it or it is of something else",
        None,
    )
    as_printed: Line | None = about("Nguyên văn: lời của văn bản", "As printed: in the document's words", None)
    document: Line | None = about("Văn bản quy định", "Document that sets it", None)


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
    votes: tuple[BlocVote, ...] = about("Suy tôn: biểu quyết sau khi xếp hạng", "Votes: after the ranking", ())
    quotas: tuple[Quota, ...] = about("Số lượng được đề nghị khen thưởng", "Quotas of awards to propose", ())
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
