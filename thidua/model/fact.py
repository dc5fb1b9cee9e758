"""The facts that several kinds of record share: figures, targets, pledges, tallies, works."""

from __future__ import annotations

from thidua.model.base import (
    Amount,
    AwardId,
    CampaignId,
    Count,
    Counts,
    Day,
    Fact,
    Line,
    OrganisationOrName,
    Record,
    Span,
    about,
)
from thidua.model.lists import Direction, FigureKind, Method, Outcome, Qualifier


class Attendee(Record):
    """A person at a conference or a launch, as the document names them."""

    name: Line = about("Họ và tên", "Name")
    positions: tuple[Line, ...] = about(
        "Chức vụ: các chức vụ, theo thứ tự của văn bản", "Positions: in the order of the document", ()
    )
    role: Line | None = about(
        "Vai trò: chủ trì, phát biểu, chỉ đạo, trao thưởng", "Role: chaired, spoke, directed, presented", None
    )


class Cited(Fact):
    """A document that is cited (*văn bản*)."""

    name: Line = about("Tên văn bản: loại, số và ký hiệu đúng như in", "Name: kind, number and symbol as printed")
    date: Day | None = about("Ngày ban hành", "Date of issue", None)
    by: OrganisationOrName | None = about("Cơ quan ban hành: mã hoặc tên", "Issued by: id or name", None)
    subject: Line | None = about("Trích yếu", "Subject", None)


class Figure(Fact):
    """One figure: what, whose, when, how much (*số liệu*)."""

    name: Line = about("Nội dung: số liệu nói về cái gì", "What: what the figure is of")
    of: OrganisationOrName | None = about("Của ai: mã hoặc tên đơn vị", "Whose: id or name of the unit", None)
    period: Span | None = about("Kỳ số liệu", "Period", None)
    qualifier: Qualifier | None = about(
        "Mức độ: tren, hon, gan, khoang, it-nhat", "Qualifier: over, more than, nearly, about, at least", None
    )
    value: Amount | None = about("Giá trị", "Value", None)
    total: Amount | None = about(
        "Trên tổng số: mẫu số của tỷ lệ, như 17/17", "Out of: the whole of a share, as in 17/17", None
    )
    unit: Line | None = about("Đơn vị tính", "Unit", None)
    kind: FigureKind | None = about("Loại: ke-hoach hoặc thuc-hien", "Kind: plan or actual", None)
    against_plan: Line | None = about(
        "So với kế hoạch: lời của văn bản", "Against the plan: in the document's words", None
    )
    as_printed: Line | None = about(
        "Nguyên văn: khi văn bản viết bằng lời", "As printed: where the document says it in words", None
    )
    campaign: CampaignId | None = about("Phong trào thi đua", "Campaign", None)


class Target(Fact):
    """One indicator and the value aimed at (*chỉ tiêu*)."""

    name: Line = about("Tên chỉ tiêu", "Name")
    unit: Line | None = about("Đơn vị tính", "Unit", None)
    plan: Amount | None = about("Kế hoạch: giá trị phải đạt", "Plan: the value aimed at", None)
    actual: Amount | None = about("Thực hiện: giá trị đã đạt", "Actual: the value reached", None)
    lower: Amount | None = about("Cận dưới", "Lower bound", None)
    upper: Amount | None = about("Cận trên", "Upper bound", None)
    direction: Direction | None = about(
        "Chiều: cang-cao-cang-tot, cang-thap-cang-tot, trong-khoang", "Direction: which way is better", None
    )
    stated_percent: Amount | None = about(
        "Tỷ lệ công bố: phần trăm ghi trong văn bản", "Stated percent: as the document says", None
    )
    weight: Amount | None = about("Điểm: số điểm của chỉ tiêu", "Weight: points of the target", None)
    rank: Count | None = about("Xếp hạng", "Rank", None)
    outcome: Outcome | None = about(
        "Kết quả: vuot, dat, dat-va-vuot, bao-dam-tien-do, khong-dat",
        "Outcome: exceeded, met, met or exceeded, on track, missed",
        None,
    )
    when: Line | None = about("Thời hạn: bằng lời của văn bản", "When: in the document's words", None)


class TargetSummary(Fact):
    """How many targets were reached (*kết quả thực hiện các chỉ tiêu*)."""

    of: OrganisationOrName | None = about("Của ai: mã hoặc tên đơn vị", "Whose: id or name of the unit", None)
    name: Line | None = about("Tên nhóm chỉ tiêu", "Name of the set of targets", None)
    document: Line | None = about("Văn bản giao chỉ tiêu", "Document that sets the targets", None)
    total: Count | None = about("Tổng số chỉ tiêu", "Total", None)
    exceeded: Count | None = about("Số chỉ tiêu vượt", "Exceeded", None)
    met: Count | None = about("Số chỉ tiêu đạt: không kể số vượt", "Met: without those exceeded", None)
    met_or_exceeded: Count | None = about(
        "Số chỉ tiêu đạt và vượt: khi văn bản không tách", "Met or exceeded: where not told apart", None
    )
    on_track: Count | None = about("Số chỉ tiêu bảo đảm tiến độ", "On track", None)
    missed: Count | None = about("Số chỉ tiêu không đạt", "Missed", None)
    named: tuple[Target, ...] = about("Chỉ tiêu nêu tên", "Targets named", ())


class Pledge(Fact):
    """The pledge that members sign (*giao ước thi đua*)."""

    date: Day | None = about("Ngày ký", "Signed on", None)
    signers: tuple[OrganisationOrName, ...] = about("Bên ký: mã hoặc tên", "Signers: ids or names", ())
    witnesses: tuple[OrganisationOrName, ...] = about("Chứng kiến", "Witnesses", ())
    targets: tuple[Target, ...] = about("Chỉ tiêu đăng ký", "Registered targets", ())


class Conference(Fact):
    """A conference (*hội nghị*)."""

    date: Day | None = about("Ngày tổ chức", "Day held", None)
    when: Line | None = about("Thời gian: khi chưa có ngày, như Quý II/2020", "When: where there is no day", None)
    name: Line | None = about("Tên hội nghị", "Name", None)
    organisation: OrganisationOrName | None = about("Cơ quan tổ chức", "Organiser", None)
    place: Line | None = about("Địa điểm", "Place", None)
    purposes: tuple[Line, ...] = about("Nội dung", "Purposes", ())
    chair: tuple[Attendee, ...] = about("Chủ trì", "Chair", ())
    attended: tuple[Attendee, ...] = about("Người dự", "Attended by", ())


class Event(Fact):
    """Something that took place, or is planned."""

    name: Line = about("Sự kiện, kết quả", "Event or result")
    date: Day | None = about("Ngày", "Day", None)
    when: Line | None = about("Thời gian bằng lời", "When, in words", None)
    of: OrganisationOrName | None = about("Của ai: mã hoặc tên đơn vị", "Whose: id or name of the unit", None)
    campaign: CampaignId | None = about("Phong trào thi đua", "Campaign", None)


class Movement(Fact):
    """A movement that units run within a campaign or a bloc's year (*phong trào* of member units)."""

    name: Line = about("Tên phong trào", "Name")
    of: tuple[OrganisationOrName, ...] = about("Đơn vị thực hiện: mã hoặc tên", "Run by: ids or names", ())
    theme: Line | None = about("Chủ đề", "Theme", None)
    motto: Line | None = about("Phương châm", "Motto", None)
    title_sought: Line | None = about("Danh hiệu phấn đấu", "Title striven for", None)
    period: Span | None = about("Thời gian", "Period", None)
    campaign: CampaignId | None = about("Thuộc phong trào", "Part of the campaign", None)


class Recognition(Fact):
    """A recognition by the State that is no award; it enters no total (*công nhận*)."""

    recipient: OrganisationOrName = about("Đối tượng: mã hoặc tên", "Recipient: id or name")
    title: Line = about("Được công nhận là", "Recognised as")
    rank: Line | None = about("Hạng, cấp", "Rank", None)
    authority: OrganisationOrName | None = about("Cơ quan công nhận: mã hoặc tên", "Authority: id or name", None)
    date: Day | None = about("Ngày công nhận", "Date", None)
    campaign: CampaignId | None = about("Phong trào thi đua", "Campaign", None)


class Work(Fact):
    """A work that carries a commemorative plate (*công trình gắn biển*)."""

    name: Line = about("Tên công trình", "Name")
    section: Line | None = about("Đoạn, hạng mục", "Section", None)
    level: Line | None = about("Cấp công trình: như văn bản ghi", "Level: as the document says", None)
    recognised_by: OrganisationOrName | None = about("Cơ quan công nhận", "Recognised by", None)


class Breakdown(Record):
    """A part of a tally (*trong đó*)."""

    name: Line | None = about("Tên phần", "Name of the part", None)
    method: Method | None = about("Loại hình khen thưởng", "Type of commendation", None)
    award: AwardId | None = about("Danh hiệu, hình thức", "Award", None)
    counted: Counts = about("Số lượng", "Counted")


class Tally(Fact):
    """What a document says a total is; an assertion over the rows (*số tổng hợp*)."""

    name: Line | None = about("Tên số tổng hợp", "Name", None)
    period: Span | None = about("Kỳ", "Period", None)
    authority: OrganisationOrName | None = about("Cấp khen thưởng: mã hoặc tên", "Conferred by: id or name", None)
    of: OrganisationOrName | None = about(
        "Của ai: người, tập thể thuộc đâu", "Whose: the place or unit whose people they are", None
    )
    method: Method | None = about("Loại hình khen thưởng", "Type of commendation", None)
    award: AwardId | None = about("Danh hiệu, hình thức", "Award", None)
    campaign: CampaignId | None = about("Phong trào thi đua", "Campaign", None)
    covers: Line | None = about("Bao gồm: như văn bản nói", "Covers: as the document says", None)
    occasion: Line | None = about("Dịp", "Occasion", None)
    may_overlap: Line | None = about(
        "Có thể trùng với: số nào, vì sao không cộng", "May overlap with: which, and why they are not added", None
    )
    counted: Counts = about("Số lượng", "Counted")
    of_which: tuple[Breakdown, ...] = about("Trong đó", "Of which", ())


class Planned(Fact):
    """A task or an event of the time to come."""

    name: Line = about("Nội dung", "What")
    when: Line | None = about("Thời gian: như văn bản viết", "When: as the document says", None)
    date: Day | None = about("Ngày", "Day", None)
