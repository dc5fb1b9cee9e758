"""What was proposed, and what the council said of it (*đề nghị khen thưởng*)."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

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
from thidua.model.lists import CouncilOutcome, Method, OpinionKind, YesNo
from thidua.model.wholes import one_nominee


class Notice(Record):
    """How long the names stood in public before the council met (*công khai*)."""

    start: Day | None = about("Từ ngày", "From", None, alias="from")
    end: Day | None = about("Đến ngày: hết ngày này", "To: this day included", None, alias="to")
    where: Line | None = about("Nơi công khai", "Where", None)


class Opinion(Fact):
    """What a body that was asked says of the dossier (*ý kiến*)."""

    by: OrganisationOrName | None = about("Cơ quan cho ý kiến: mã hoặc tên", "Given by: id or name", None)
    number: Line | None = about("Số văn bản", "Number of the paper", None)
    date: Day | None = about("Ngày văn bản", "Date of the paper", None)
    opinion: OpinionKind | None = about(
        "Ý kiến: dong-y, khong-dong-y, khac", "Opinion: dong-y (agrees), khong-dong-y (does not), khac (other)", None
    )
    text: Line | None = about("Nội dung", "What it says", None)


class Vote(Record):
    """Votes of a council on one row."""

    members: Count | None = about("Tổng số thành viên", "Members", None)
    present: Count | None = about("Số có mặt", "Present", None)
    in_writing: Count | None = about("Số cho ý kiến bằng văn bản", "In writing", None)
    for_: Count | None = about("Số phiếu đồng ý", "For", None, alias="for")
    against: Count | None = about("Số phiếu không đồng ý", "Against", None)


class Answer(Record):
    """What a person answered to a question that no record can answer."""

    question: Line = about(
        "Câu hỏi: mã của quy định, như dang-xem-xet", "Question: id of the rule that asks it, such as dang-xem-xet"
    )
    answer: YesNo = about("Trả lời: co, khong", "Answer: co (yes), khong (no)")
    by: Line | None = about("Người trả lời", "Answered by", None)
    date: Day | None = about("Ngày trả lời", "Date", None)


class NominatedRow(Fact):
    """One recipient proposed for one award."""

    award: AwardId = about("Danh hiệu, hình thức đề nghị", "Award proposed")
    recipient: Recipient | None = about("Đối tượng", "Recipient", None)
    counted: Counts | None = about("Số lượng: khi không có danh sách", "Counted: where the rows are not known", None)
    period: Span | None = about(
        "Kỳ thành tích: khi khác với cả hồ sơ", "Period: where it differs from the dossier's", None
    )
    vote: Vote | None = about("Biểu quyết", "Vote", None)
    outcome: CouncilOutcome | None = about(
        "Kết quả xét: de-nghi, thong-qua, khong-thong-qua",
        "Outcome: de-nghi (proposed), thong-qua (approved), khong-thong-qua (rejected)",
        None,
    )
    answers: tuple[Answer, ...] = about(
        "Trả lời: những câu hỏi mà bản ghi không trả lời được", "Answers: to questions that no record can answer", ()
    )

    @model_validator(mode="after")
    def _one_nominee(self) -> Self:
        one_nominee(self)
        return self


class Nomination(Fact):
    """A dossier of proposals (*hồ sơ đề nghị*)."""

    number: Line | None = about("Số tờ trình", "Number of the submission", None)
    date: Day | None = about("Ngày tờ trình", "Date of the submission", None)
    received: Day | None = about(
        "Ngày nhận hồ sơ: ở cấp xét", "Day the file was received: at the level that decides", None
    )
    by: OrganisationOrName | None = about("Đơn vị đề nghị", "Proposed by", None)
    to: OrganisationOrName | None = about("Cấp xét", "Decided by", None)
    period: Span | None = about("Kỳ thành tích", "Period", None)
    method: Method | None = about("Loại hình khen thưởng", "Type of commendation", None)
    campaign: CampaignId | None = about("Phong trào thi đua", "Campaign", None)
    council: Line | None = about("Hội đồng", "Council", None)
    council_date: Day | None = about("Ngày họp hội đồng", "Day of the council", None)
    notice: Notice | None = about("Công khai: trước khi họp hội đồng", "Public notice: before the council met", None)
    opinions: tuple[Opinion, ...] = about("Ý kiến: của các cơ quan được hỏi", "Opinions: of bodies that were asked", ())
    rows: tuple[NominatedRow, ...] = about("Danh sách đề nghị", "Rows")
