"""What one file of each kind is, and what each part of a record is, in words for clerks."""

from __future__ import annotations

from typing import Final

from thidua.app.schema_fields import FieldKind
from thidua.app.schema_parts_law import LAW_PARTS
from thidua.diagnostics import Text

KINDS: Final[dict[str, tuple[Text, Text]]] = {
    "organisations": (
        Text("Đơn vị", "Organisation"),
        Text(
            "Một cơ quan, tổ chức, đơn vị hành chính: tên, cấp, trực thuộc, ngày thành lập, sáp nhập, tên cũ.",
            "An organisation or administrative unit: name, level, parent, first and last day, mergers, former names.",
        ),
    ),
    "people": (
        Text("Cá nhân", "Person"),
        Text(
            "Một người, chỉ ghi khi tên và đơn vị chưa đủ để biết là ai: chuyển công tác, trùng tên, quá trình dài.",
            "One person, only where name and unit do not say who is meant: moves, namesakes, long histories.",
        ),
    ),
    "campaigns": (
        Text("Phong trào thi đua", "Campaign"),
        Text(
            "Một phong trào thi đua: ai phát động, thời gian, mục tiêu, nội dung, chỉ tiêu, kết quả.",
            "An emulation campaign: who launched it, for how long, what it aims at, what came of it.",
        ),
    ),
    "blocs": (
        Text("Khối, cụm thi đua", "Bloc or cluster"),
        Text("Một khối hoặc cụm thi đua.", "A bloc or cluster that units belong to year by year."),
    ),
    "bloc-years": (
        Text("Khối, cụm trong một năm", "A bloc in one year"),
        Text(
            "Một khối trong một năm: thành viên, khối trưởng, giao ước, tiêu chí, điểm, hội nghị.",
            "A bloc in one year: members, leader, pledge, scoring table, scores, votes, quotas, conferences.",
        ),
    ),
    "years": (
        Text("Năm công tác của đơn vị", "An organisation's year"),
        Text(
            "Một năm của một đơn vị: chủ đề, chỉ tiêu, hội nghị, số khen thưởng tổng hợp, nhiệm vụ.",
            "What an organisation set out to do in a year and what came of it.",
        ),
    ),
    "rosters": (
        Text("Danh sách năm của đơn vị", "A unit's people in a year"),
        Text(
            "Một đơn vị trong một năm: số người, kết quả nhiệm vụ của tập thể và từng người, nghỉ, kỷ luật.",
            "A unit in one year: headcount, how it and each of its people did their task, leave, discipline.",
        ),
    ),
    "initiatives": (
        Text("Công nhận sáng kiến", "Recognised initiatives"),
        Text(
            "Một quyết định công nhận sáng kiến, đề tài, đề án: phạm vi và tác giả.",
            "A decision that recognises initiatives, topics or schemes: their reach and authors.",
        ),
    ),
    "declarations": (
        Text("Xác nhận sổ đầy đủ", "A register declared whole"),
        Text(
            "Đơn vị xác nhận đã ghi đủ những gì, trong thời gian nào; chỉ khi đó không có trong sổ mới là không có.",
            "What an office says is wholly recorded, and for which time; only then does absence count.",
        ),
    ),
    "awards": (
        Text("Quyết định khen thưởng", "Decision of commendation"),
        Text(
            "Một quyết định và danh sách được khen, hoặc khen thưởng đã biết mà chưa có quyết định.",
            "One decision with its recipients, or awards known without their decision.",
        ),
    ),
    "numbers": (
        Text("Số đăng ký quyết định", "Register numbers"),
        Text(
            "Số đăng ký của các quyết định trong một năm; do `thidua number` ghi, chỉ thêm, không sửa, không cấp lại.",
            "The register numbers of one year's decisions; `thidua number` adds them, none is changed or given again.",
        ),
    ),
    "nominations": (
        Text("Hồ sơ đề nghị khen thưởng", "Nomination"),
        Text(
            "Một tờ trình: đề nghị ai, hội đồng biểu quyết thế nào.",
            "What was proposed, and what the council said.",
        ),
    ),
    "corrections": (
        Text("Đính chính", "Correction"),
        Text("Một văn bản đính chính các dòng của quyết định.", "A paper that corrects rows of a decision."),
    ),
    "revocations": (
        Text("Thu hồi, huỷ bỏ", "Revocation"),
        Text("Một văn bản thu hồi, huỷ bỏ khen thưởng.", "A paper that withdraws awards."),
    ),
    "exemplars": (
        Text("Điển hình tiên tiến", "Exemplar"),
        Text("Một cá nhân hoặc tập thể điển hình.", "A person or a collective held up as an example."),
    ),
    "waivers": (
        Text("Miễn một phát hiện", "Waiver"),
        Text(
            "Một điều `thidua validate` tìm thấy mà cơ quan cho giữ nguyên đến một ngày: vì sao, ai quyết định.",
            "Something that `thidua validate` finds and the office lets stand up to a day: why, and who decided it.",
        ),
    ),
    "catalogue": (
        Text("Danh hiệu, hình thức riêng", "Award of an office's own"),
        Text(
            "Một danh hiệu, hình thức của riêng cơ quan; danh hiệu, hình thức của luật đã có sẵn.",
            "An award of an office's own; those of the law are there already.",
        ),
    ),
    "catalogue/rules": (
        Text("Quy định riêng", "An office's own rules"),
        Text(
            "Quy định của bộ, tỉnh, cơ quan, hoặc của một nghị định mới: thêm vào quy định có sẵn trong chương trình,"
            " hoặc thay mục cùng mã. Mỗi mục ghi căn cứ (article) và độ tin cậy (confidence).",
            "Rules of a ministry, province or office, or of a new decree: they are added to those of the program,"
            " or stand in place of the entry with the same id. Each entry names its article and how well it is known.",
        ),
    ),
}
"""By folder: the title of a record, and what one file is."""

PARTS: Final[dict[str, Text]] = {
    "Source": Text("Nơi đọc được điều đã ghi.", "Where a fact was read."),
    "FormerName": Text("Một tên cũ.", "A name that an organisation had up to a day."),
    "Posting": Text("Một chức vụ ở một đơn vị.", "A post in a unit."),
    "Numbered": Text("Một số đăng ký và quyết định được cấp số.", "A register number and its decision."),
    "Leave": Text("Một lần nghỉ.", "Working days away."),
    "DisciplinePeriod": Text(
        "Một kỷ luật và thời hạn; không ghi lý do.", "A discipline and the days for which it holds, without its ground."
    ),
    "Training": Text("Một khoá học chiếm gần hết năm.", "Training that took most of the year."),
    "Member": Text("Một người của đơn vị trong năm.", "One person of a unit in the year."),
    "Author": Text("Một tác giả, đồng tác giả.", "Whose work it is."),
    "Initiative": Text("Một sáng kiến, đề tài, đề án được công nhận.", "One recognised work."),
    "Launch": Text("Việc phát động phong trào.", "The launch of a campaign."),
    "Target": Text("Một chỉ tiêu và giá trị phải đạt.", "One indicator and the value aimed at."),
    "Participants": Text(
        "Bên tham gia: một khối, một đơn vị, hoặc một số đơn vị.",
        "Who takes part: a bloc, an organisation, or a number.",
    ),
    "Movement": Text("Một phong trào của các đơn vị.", "A movement that units run within a campaign or a bloc's year."),
    "Figure": Text("Một số liệu: nội dung, của ai, khi nào, bao nhiêu.", "One figure: what, whose, when, how much."),
    "Event": Text("Một việc đã diễn ra hoặc sẽ diễn ra.", "Something that took place, or is planned."),
    "Work": Text("Một công trình gắn biển.", "A work that carries a commemorative plate."),
    "Recognition": Text(
        "Một sự công nhận không phải khen thưởng; không cộng vào tổng nào.",
        "A recognition that is no award; it enters no total.",
    ),
    "Tally": Text(
        "Tổng số mà một văn bản nêu; dùng để đối chiếu với danh sách.",
        "What a document says a total is; it is compared with the rows.",
    ),
    "Attendee": Text("Một người, như văn bản nêu.", "A person as the document names them."),
    "Pledge": Text("Giao ước thi đua các bên đã ký.", "The pledge that members sign."),
    "Criterion": Text("Một dòng của bảng chấm điểm.", "One line of the scoring table."),
    "CriterionScore": Text(
        "Điểm của một đơn vị ở một tiêu chí, kèm minh chứng.",
        "What one member has for one criterion, and what shows it.",
    ),
    "BlocVote": Text(
        "Kết quả suy tôn một đơn vị, cá nhân; ghi sau khi xếp hạng.",
        "What the bloc's meeting voted for one candidate, after the ranking.",
    ),
    "Quota": Text(
        "Số lượng hoặc tỷ lệ được đề nghị của một danh hiệu, hình thức.",
        "How many of one award the bloc may propose.",
    ),
    "Score": Text("Điểm và thứ hạng của một thành viên.", "What one member scored, and where it stands."),
    "TargetSummary": Text("Bao nhiêu chỉ tiêu đạt, vượt, không đạt.", "How many targets were reached."),
    "Conference": Text("Một hội nghị.", "A conference."),
    "Cited": Text("Một văn bản được dẫn.", "A document that is cited."),
    "Planned": Text("Một nhiệm vụ, một việc sắp tới.", "A task or an event of the time to come."),
    "Decision": Text(
        "Văn bản quyết định; điều chưa biết thì để trống.",
        "The paper that gives the awards; what is not known is left out.",
    ),
    "Presentation": Text("Việc trao tặng: khi nào, ai trao.", "When and by whom awards were handed over."),
    "AwardGroup": Text(
        "Một danh hiệu, hình thức của quyết định và những ai được tặng.",
        "One award of a decision, and all who got it.",
    ),
    "Notice": Text("Thời gian và nơi công khai.", "How long, and where, the names stood in public."),
    "Opinion": Text("Ý kiến của một cơ quan được hỏi.", "What a body that was asked says."),
    "Answer": Text(
        "Trả lời một câu hỏi mà bản ghi không trả lời được.", "The answer to a question that no record can answer."
    ),
    "NominatedRow": Text(
        "Một đối tượng được đề nghị: đúng một trong recipient, counted.",
        "One recipient proposed for one award: exactly one of recipient, counted.",
    ),
    "CorrectedRow": Text("Một dòng và giá trị đúng.", "A row, and what is right in it."),
    "RowReference": Text("Chỉ ra dòng của quyết định.", "Names rows of a decision: an award, and whom it went to."),
    "Approver": Text("Người quyết định miễn.", "Who answers for a waiver."),
    "Counts": Text(
        "Bao nhiêu của mỗi loại đối tượng. Chưa biết thì để trống, không ghi 0.",
        "How many of each kind of recipient. What is not known is left out; it is never zero.",
    ),
    "EmulationFund": Text(
        "Quỹ thi đua, khen thưởng: số thu, số chi trong năm.",
        "The fund for emulation and commendation: what it took in and spent in a year.",
    ),
    "Breakdown": Text("Một phần của tổng số.", "A part of a tally."),
    "Signer": Text("Người ký quyết định.", "Who signed a decision."),
    "Recipient": Text(
        "Một dòng của danh sách: đúng một trong name, collective, enterprise, household, people.",
        "One row of a decision: exactly one of name, collective, enterprise, household, people.",
    ),
    "Vote": Text("Biểu quyết của hội đồng.", "Votes of a council on one row."),
    **LAW_PARTS,
}
"""By model: what a part of a record is."""

VALUES: Final[dict[FieldKind, Text]] = {
    FieldKind.TEXT: Text("một dòng chữ", "one line of text"),
    FieldKind.CODE: Text("chữ theo mẫu riêng", "text of a pattern of its own"),
    FieldKind.PROSE: Text("chữ, có thể nhiều dòng", "text, may have several lines"),
    FieldKind.COUNT: Text("số nguyên, như 2405", "a whole number, such as 2405"),
    FieldKind.AMOUNT: Text("số, dấu chấm trước phần lẻ, như 25.8", "a number with a decimal point, such as 25.8"),
    FieldKind.DAY: Text("ngày, như 2023-10-30", "a day, such as 2023-10-30"),
    FieldKind.YEAR: Text("năm, như 2023", "a year, such as 2023"),
    FieldKind.PERIOD: Text(
        "kỳ: 2023, 2021-2025, nam-hoc-2022-2023, quy-2-2020, 9-thang-dau-2023, 2023-01-01/2023-09-30",
        "a period: 2023, 2021-2025, nam-hoc-2022-2023, quy-2-2020, 9-thang-dau-2023, 2023-01-01/2023-09-30",
    ),
}
"""What one value of a field is."""

IS_ID = Text("mã của một bản ghi trong {folder}/", "id of a record in {folder}/")
IS_ID_OR_NAME = Text("mã của một bản ghi trong {folder}/, hoặc tên", "id of a record in {folder}/, or a name")
IS_AWARD = Text(
    "mã trong danh mục của luật (`thidua find … --kind catalogue`) hoặc của một bản ghi trong catalogue/",
    "id in the catalogue of the law (`thidua find … --kind catalogue`) or of a record in catalogue/",
)
ONE_OF = Text("một trong: {values}", "one of: {values}")
