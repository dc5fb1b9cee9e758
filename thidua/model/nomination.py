"""What was proposed, and what the council said of it (*đề nghị khen thưởng*)."""

from __future__ import annotations

from thidua.model.award import Recipient
from thidua.model.base import (
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
from thidua.model.lists import CouncilOutcome, Method


class Vote(Record):
    """Votes of a council on one row."""

    members: Count | None = about("Tổng số thành viên", "Members", None)
    present: Count | None = about("Số có mặt", "Present", None)
    in_writing: Count | None = about("Số cho ý kiến bằng văn bản", "In writing", None)
    for_: Count | None = about("Số phiếu đồng ý", "For", None, alias="for")
    against: Count | None = about("Số phiếu không đồng ý", "Against", None)


class NominatedRow(Fact):
    """One recipient proposed for one award."""

    award: AwardId = about("Danh hiệu, hình thức đề nghị", "Award proposed")
    recipient: Recipient | None = about("Đối tượng", "Recipient", None)
    counted: Counts | None = about("Số lượng: khi không có danh sách", "Counted: where the rows are not known", None)
    vote: Vote | None = about("Biểu quyết", "Vote", None)
    outcome: CouncilOutcome | None = about("Kết quả xét", "Outcome", None)


class Nomination(Fact):
    """A dossier of proposals (*hồ sơ đề nghị*)."""

    number: Line | None = about("Số tờ trình", "Number of the submission", None)
    date: Day | None = about("Ngày tờ trình", "Date of the submission", None)
    by: OrganisationOrName | None = about("Đơn vị đề nghị", "Proposed by", None)
    to: OrganisationOrName | None = about("Cấp xét", "Decided by", None)
    period: Span | None = about("Kỳ thành tích", "Period", None)
    method: Method | None = about("Loại hình khen thưởng", "Type of commendation", None)
    campaign: CampaignId | None = about("Phong trào thi đua", "Campaign", None)
    council: Line | None = about("Hội đồng", "Council", None)
    council_date: Day | None = about("Ngày họp hội đồng", "Day of the council", None)
    opinions: tuple[Line, ...] = about("Ý kiến", "Opinions", ())
    rows: tuple[NominatedRow, ...] = about("Danh sách đề nghị", "Rows")
