"""Titles of the fields of the law's entries, and how the values of their closed lists read, in words for clerks."""

from __future__ import annotations

from typing import Final

from thidua.diagnostics import Text

_Words = tuple[Text, Text | None]


def _said(vi: str, en: str, about: str = "", about_en: str = "") -> _Words:
    return Text(vi, en), Text(about, about_en) if about else None


LAW_FIELDS: Final[dict[tuple[str, str], _Words]] = {
    ("", "article"): _said("Căn cứ", "Article", "văn bản, điều, khoản, điểm", "document, article, clause, point"),
    ("", "confidence"): _said("Độ tin cậy", "Confidence", "căn cứ chắc đến đâu", "how well the ground is known"),
    ("", "note"): _said("Ghi chú", "Note"),
    ("", "law"): _said("Luật", "Law"),
    ("", "decree"): _said("Nghị định", "Decree"),
    ("", "circular"): _said("Thông tư", "Circular"),
    ("", "decree_ends"): _said("Nghị định hết hiệu lực", "Decree ends"),
    ("", "last_known"): _said(
        "Theo thời kỳ",
        "Last known era",
        "mã thời kỳ có quy định dùng tạm, khi văn bản của thời kỳ này chưa được đọc",
        "id of the era whose rules are the last known ones, where this era's texts were not read",
    ),
    ("", "received_before"): _said("Nhận trước ngày", "Received before"),
    ("", "decided_from"): _said("Quyết định từ ngày", "Decided from"),
    ("", "decided_to"): _said("Quyết định đến ngày", "Decided to"),
    ("", "era"): _said("Thời kỳ áp dụng", "Era", "mã thời kỳ", "id of an era"),
    ("", "kinder"): _said(
        "Thời kỳ có lợi hơn",
        "Kinder era",
        "mã thời kỳ áp dụng nếu có lợi hơn",
        "id of the era that governs where it is kinder",
    ),
    ("", "eras"): _said("Thời kỳ", "Eras", "mã các thời kỳ", "ids of eras"),
    ("", "missing_received"): _said("Khi chưa rõ ngày nhận", "Where the day of receipt is not known"),
    ("", "name"): _said("Tên", "Name"),
    ("", "english"): _said("Tên tiếng Anh", "English name"),
    ("", "confers"): _said("Được tặng", "Confers", "khong: không văn bản nào giao quyền", "khong: no text names it"),
    ("", "ended"): _said("Sau đó", "What is so since", "chữ đứng sau dấu hai chấm", "words that can follow a colon"),
    ("", "ended_by"): _said("Căn cứ chấm dứt", "Article that ended it"),
    ("", "ids"): _said("Tổ chức", "Organisations", "đúng những bản ghi này", "these very records"),
    ("", "marks"): _said(
        "Dấu hiệu", "Marks", "loại và cấp ở hồ sơ tổ chức", "kind and level in the record of the organisation"
    ),
    ("", "awards"): _said("Danh hiệu, hình thức", "Awards"),
    ("", "by"): _said("Cấp khen thưởng", "By", "mã ở mục kinds", "ids of kinds"),
    ("", "complete"): _said(
        "Đã đủ", "Complete", "co: ngoài điều đã nêu không còn gì khác", "co: there is nothing besides what is named"
    ),
    ("", "doubtful"): _said(
        "Cần xem", "Doubtful", "co: quyết định của cấp này cần đối chiếu", "co: its decisions need a look"
    ),
    ("", "recipients"): _said("Đối tượng", "Recipients", "bỏ trống là mọi đối tượng", "anyone where none is named"),
    ("", "methods"): _said("Loại hình", "Methods", "bỏ trống là mọi loại hình", "any where none is named"),
    ("", "path"): _said("Chỗ trong văn bản", "Place in the text", "như 44.1e", "such as 44.1e"),
    ("", "conditions"): _said("Điều kiện", "Conditions", "check cho biết loại điều kiện", "check says of what kind"),
    ("", "count_from"): _said("Tính từ", "Counted from"),
    ("", "after_discipline"): _said("Sau kỷ luật mới tính", "Counted after discipline"),
    ("TrainingResult", "results"): _said("Kết quả được nhận", "Marks that do"),
    ("", "vnd"): _said("Số tiền", "Amount", "đồng", "in đồng"),
    ("", "multiple"): _said(
        "Mức",
        "Multiple",
        "số lần lương cơ sở; bỏ trống khi chưa biết",
        "how many base salaries; left out where not known",
    ),
    ("", "ceiling"): _said(
        "Mức tối đa", "Ceiling", "co: mức là tối đa, không tính thành tiền", "co: the most that may be paid"
    ),
    ("", "recipient"): _said("Đối tượng", "Recipient"),
    ("", "factor"): _said("Hệ số", "Factor", "lần mức của cá nhân", "times that of an individual"),
    ("", "about"): _said("Về việc", "About"),
    ("", "text"): _said("Nội dung", "Text"),
    ("", "unit"): _said("Đơn vị làm tròn", "Unit of rounding", "đồng", "in đồng"),
    ("", "mode"): _said("Cách làm tròn", "Mode of rounding"),
    ("", "pays"): _said("Chi", "Pays", "mức nào khi có nhiều mức", "which of several bonuses"),
    ("", "cash"): _said("Tiền mặt", "Cash", "khong: tặng phẩm thay tiền", "khong: a souvenir instead of money"),
    ("", "pct"): _said("Phần trăm", "Percent"),
    ("", "base"): _said("Tính trên", "Base"),
    ("", "vi"): _said("Tiếng Việt", "Vietnamese"),
    ("", "en"): _said("Tiếng Anh", "English"),
    ("", "kind"): _said("Loại", "Kind"),
    ("", "levels"): _said("Cấp", "Levels", "bỏ trống là mọi cấp", "any where none is named"),
    ("", "check"): _said("Loại điều kiện", "Kind of condition"),
    ("", "times"): _said("Số lần", "Times"),
    ("", "adjacency"): _said("Kế tiếp theo", "Adjacency"),
    ("", "years_each"): _said("Số năm mỗi lần", "Years each"),
    ("", "until_asked"): _said(
        "Đến năm xét", "Until the year asked", "chuỗi phải đến năm được xét", "the row reaches that year"
    ),
    ("", "standard_suffices"): _said("Đạt tiêu chuẩn là đủ", "Standard suffices"),
    ("", "result"): _said("Kết quả", "Result"),
    ("", "scope"): _said("Phạm vi", "Scope"),
    ("InitiativeOf", "kinds"): _said("Loại sáng kiến, công trình", "Kinds of works"),
    ("LeaveCountsAsWorked", "kinds"): _said("Loại thời gian nghỉ", "Kinds of leave"),
    ("", "span"): _said("Trong thời gian", "Span"),
    ("", "not_methods"): _said("Không tính loại hình", "Methods that do not count"),
    ("", "years"): _said("Số năm", "Years"),
    ("", "or_awards"): _said(
        "Hoặc danh hiệu", "Or awards", "năm có danh hiệu này cũng được tính", "a year with one counts too"
    ),
    ("", "after_prior"): _said("Sau lần khen trước", "After the prior award"),
    ("", "until_proposal"): _said("Đến khi đề nghị", "Until the proposal"),
    ("", "other_result"): _said("Kết quả các năm khác", "Result of other years"),
    ("", "options"): _said("Các cách", "Options"),
    ("", "strict"): _said("Phải trên tỷ lệ", "Strictly more"),
    ("", "count"): _said("Số người", "Count"),
    ("", "days"): _said("Số ngày", "Days"),
    ("", "months"): _said("Số tháng", "Months"),
    ("", "local_may_set"): _said("Địa phương được quy định", "Local rules may set less"),
    ("", "organiser"): _said("Cấp tổ chức", "Organiser"),
    ("", "launched"): _said("Cấp phát động", "Launched by"),
    ("", "at"): _said("Khi", "When"),
    ("", "day"): _said("Ngày", "Day", "như 12-31", "such as 12-31"),
    ("", "year"): _said("Năm", "Year"),
    ("", "school_year"): _said("Theo năm học", "By school year"),
    ("", "secret"): _said("Bỏ phiếu kín", "Secret ballot"),
    ("", "working_days"): _said("Số ngày làm việc", "Working days"),
    ("", "question"): _said("Câu hỏi", "Question"),
    ("", "only_if"): _said("Chỉ khi", "Only if"),
}
"""By model and key, or by key alone where it says the same everywhere: title and description."""

LAW_LABELS: Final[dict[str, dict[str, Text]]] = {
    "Confidence": {
        "xac-nhan": Text("đã xác nhận", "confirmed"),
        "mot-nguon": Text("một nguồn", "one source"),
        "chua-xac-nhan": Text("chưa xác nhận", "unconfirmed"),
    },
    "MissingReceived": {
        "chua-ro": Text("chưa rõ luật nào", "either law"),
        "theo-ngay-quyet-dinh": Text("theo ngày quyết định", "by the day of the decision"),
    },
    "Certainty": {"co": Text("có", "yes"), "khong": Text("không", "no"), "chua-ro": Text("chưa rõ", "not known")},
    "CountStart": {
        "quyet-dinh-truoc": Text("ngày quyết định trước", "the previous decision"),
        "cuoi-ky-thanh-tich": Text("cuối kỳ thành tích trước", "the end of its achievement period"),
    },
    "RuleKind": {
        "ngay-luong-co-so": Text("ngày lấy lương cơ sở", "day of the base salary"),
        "lam-tron": Text("làm tròn", "rounding"),
        "cong-don": Text("nhiều mức thưởng", "several bonuses"),
        "nguoi-chi": Text("người chi", "who pays"),
        "nguoi-nuoc-ngoai": Text("người nước ngoài", "foreigners"),
    },
    "Rounding": {"len": Text("lên", "up"), "gan-nhat": Text("gần nhất", "to the nearest")},
    "Stacking": {"muc-cao-nhat": Text("mức cao nhất", "the highest"), "tat-ca": Text("tất cả", "all")},
    "Adjacency": {
        "nam-lien-ke": Text("năm liền kề", "adjacent years"),
        "danh-hieu-ke-tiep": Text("danh hiệu kế tiếp", "titles in a row"),
    },
    "Scope": {
        "co-so": Text("cơ sở", "grassroots"),
        "cap-xa": Text("cấp xã", "commune"),
        "cap-huyen": Text("cấp huyện", "district"),
        "cap-tinh": Text("cấp tỉnh", "province"),
        "bo-nganh-tinh": Text("bộ, ban, ngành, tỉnh", "ministry or province"),
        "thu-tuong-chinh-phu": Text("Thủ tướng Chính phủ", "Prime Minister"),
        "trung-uong": Text("trung ương", "central"),
        "toan-quoc": Text("toàn quốc", "national"),
    },
    "Span": {
        "nam": Text("năm xét", "the year asked about"),
        "ky-lien-tuc": Text("các năm liên tục", "the run of years"),
        "chua-ro": Text("văn bản không nói", "the text does not say"),
    },
    "QuotaBase": {
        "nguoi-dat-danh-hieu": Text("người đạt danh hiệu", "holders"),
        "tap-the-du-tieu-chuan": Text("tập thể đủ tiêu chuẩn", "collectives that qualify"),
        "tap-the-dan-dau-du-tieu-chuan": Text("tập thể dẫn đầu đủ tiêu chuẩn", "leading collectives that qualify"),
    },
    "Stage": {"so-ket": Text("sơ kết", "interim review"), "tong-ket": Text("tổng kết", "final review")},
    "DeadlineYear": {
        "hang-nam": Text("hằng năm", "every year"),
        "nam-ke-tiep-quyet-dinh": Text("năm kế tiếp quyết định trước", "the year after the last decision"),
    },
}
"""By closed list of the law: how each value reads. Other lists have the same words for other things."""
