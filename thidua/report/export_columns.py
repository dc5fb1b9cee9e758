"""What `thidua export` writes: every column of every table, with its titles and its meaning. Docs are made from this."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from thidua.diagnostics import Text
from thidua.value_class import dataclass


class What(StrEnum):
    """What can be exported."""

    AWARDS = "awards"
    NOMINATIONS = "nominations"
    PERSONS = "persons"
    UNITS = "units"
    BLOCS = "blocs"
    TABLES = "tables"


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    CODE = "code"
    """An id or a number of a paper: text that no program may take for a number or a day."""
    CHOICE = "choice"
    """A value of a closed list, as records write it."""
    WHOLE = "whole"
    DECIMAL = "decimal"
    """Text, so that no decimal is rounded; a number in XLSX."""
    DAY = "day"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: what programs call it; never changes its meaning.
        means: what stands in it.
        width: in XLSX, in letters.
    """

    name: str
    kind: Kind
    title: Text
    means: Text
    width: int


def _column(name: str, kind: Kind, title: str, title_en: str, means: str, means_en: str, width: int = 14) -> Column:
    return Column(name, kind, Text(title, title_en), Text(means, means_en), width)


# fmt: off
_YEAR = _column("year", Kind.WHOLE, "Năm", "Year", "năm tính: kỳ thành tích, không có thì năm của quyết định, không có thì năm ghi trong bản ghi", "the year it counts in: that of the period, else of the decision, else of the record", 7)
_AWARD = (
    _column("award", Kind.CODE, "Mã danh hiệu, hình thức", "Award id", "mã trong danh mục", "id of the catalogue", 26),
    _column("award_name", Kind.TEXT, "Danh hiệu, hình thức", "Award", "tên: tên riêng trong quyết định, không có thì tên của danh mục", "its own name in the decision, else the name in the catalogue", 40),
)
_PERSON_ID = _column("person", Kind.CODE, "Mã cá nhân", "Person id", "mã bản ghi trong people; trống nghĩa là chưa có bản ghi", "id of the record in people; empty where there is none", 18)
_APART = _column("different_from_namesake", Kind.TEXT, "Phân biệt trùng tên", "Told apart", "điểm khác với người cùng tên", "how it differs from a namesake", 20)
_PLACE = (
    _column("path", Kind.CODE, "Tệp bản ghi", "Record", "tệp chứa dòng này, tính từ kho bản ghi", "the file it stands in, from the repository", 44),
    _column("line", Kind.WHOLE, "Dòng", "Line", "dòng trong tệp", "the line in the file", 7),
)
_RECIPIENT = (
    _column("kind", Kind.CHOICE, "Đối tượng", "Recipient kind", "cá nhân, tập thể, hộ …; trống khi văn bản chỉ nói bằng lời", "individual, collective, household …; empty where a paper has only words", 14),
    _column("recipient", Kind.CODE, "Mã người nhận", "Recipient id", "mã tổ chức, khi người nhận là tổ chức có mã", "id of the organisation that is the recipient, where the row names it by id", 22),
    _column("name", Kind.TEXT, "Họ tên, tên tập thể, chủ hộ", "Name", "trống khi chỉ biết số lượng", "empty where only the number is known", 34),
    _column("unit", Kind.CODE, "Mã đơn vị", "Unit id", "mã tổ chức của đơn vị, khi dòng ghi bằng mã", "id of the unit, where the row names it by id", 22),
    _column("unit_name", Kind.TEXT, "Đơn vị", "Unit", "tên đơn vị", "name of the unit", 34),
    _column("position", Kind.TEXT, "Chức vụ", "Position", "chức vụ ghi trong dòng", "position as the row has it", 24),
    _PERSON_ID,
    _APART,
)
_NUMBER = _column("recipients", Kind.WHOLE, "Số lượng", "Recipients", "1 cho mỗi dòng có tên; số lượng khi không có danh sách; trống khi văn bản chỉ nói bằng lời", "1 for a row with a name, the number where there is no list, empty where a paper has only words", 10)
_PERIOD = (
    _column("period_start", Kind.DAY, "Kỳ: từ ngày", "Period from", "ngày đầu của kỳ thành tích", "first day of the achievement's period", 12),
    _column("period_end", Kind.DAY, "Kỳ: đến ngày", "Period to", "ngày cuối của kỳ thành tích", "last day of the achievement's period", 12),
)

AWARDS: Final = (
    _YEAR,
    _column("basis", Kind.CODE, "Năm theo", "Year by", "năm lấy từ đâu: period (kỳ thành tích), date (ngày quyết định), year (năm của bản ghi)", "what the year is taken from: period, date (of the decision), year (of the record)", 9),
    _column("status", Kind.CHOICE, "Trạng thái", "Status", "da-quyet-dinh, da-trao, hoặc thu-hoi; dòng thu hồi không tính vào số nào", "da-quyet-dinh (granted), da-trao (presented) or thu-hoi (revoked); a revoked row counts nowhere", 14),
    _column("conferred_here", Kind.YES_NO, "Do cơ quan trao", "Conferred here", "cấp khen thưởng là cơ quan xuất dữ liệu hoặc đơn vị thuộc nó; trống khi không biết cơ quan hoặc cấp khen thưởng", "the authority is the exporting office or belongs to it; empty where office or authority is not known", 10),
    _column("decision", Kind.CODE, "Mã quyết định", "Decision id", "mã bản ghi trong awards", "id of the record in awards", 34),
    _column("number", Kind.CODE, "Số quyết định", "Number", "số, ký hiệu như in", "number as printed", 18),
    _column("date", Kind.DAY, "Ngày quyết định", "Date", "trống khi không biết", "empty where it is not known", 12),
    _column("presented", Kind.DAY, "Ngày trao", "Presented", "ngày trao tặng", "the day it was handed over", 12),
    _column("authority", Kind.CODE, "Mã cấp khen thưởng", "Authority id", "mã tổ chức", "id of the organisation", 22),
    _column("authority_name", Kind.TEXT, "Cấp khen thưởng", "Authority", "tên tổ chức", "name of the organisation", 30),
    *_AWARD,
    _column("group", Kind.CHOICE, "Nhóm", "Group", "danh hiệu, hình thức; biểu dương và thưởng tiền không phải khen thưởng", "title or form; praise and money are no commendation", 22),
    _column("level", Kind.CHOICE, "Cấp của danh hiệu", "Level", "cấp của danh hiệu, hình thức", "level of the award", 22),
    _column("method", Kind.CHOICE, "Loại hình khen thưởng", "Type of commendation", "của dòng, không có thì của quyết định", "of the row, else of the decision", 30),
    *_RECIPIENT,
    _column("class", Kind.CHOICE, "Nhóm đối tượng", "Class", "năm loại theo mẫu thống kê", "the five statutory classes", 28),
    _column("sex", Kind.CHOICE, "Giới tính", "Sex", "trống khi bản ghi không nói", "empty where the record does not say", 9),
    _column("foreign", Kind.YES_NO, "Nước ngoài", "Foreign", "trống khi bản ghi không nói", "empty where the record does not say", 10),
    _column("pupil", Kind.YES_NO, "Học sinh, sinh viên", "Pupil", "trống khi bản ghi không nói", "empty where the record does not say", 10),
    _column("posthumous", Kind.YES_NO, "Truy tặng", "Posthumous", "trống khi bản ghi không nói", "empty where the record does not say", 10),
    _NUMBER,
    _column("qualifier", Kind.CHOICE, "Chữ đi kèm số", "Qualifier", "hơn, gần, khoảng …, khi số không chính xác", "more than, nearly, about …, where the number is not exact", 10),
    _column("described", Kind.TEXT, "Bằng lời", "In words", "lời của văn bản khi không có số", "the paper's words where there is no number", 30),
    _column("campaign", Kind.CODE, "Mã phong trào", "Campaign id", "mã phong trào thi đua", "id of the campaign", 26),
    _column("campaign_name", Kind.TEXT, "Phong trào thi đua", "Campaign", "tên phong trào", "name of the campaign", 34),
    _column("bloc", Kind.CODE, "Mã khối, cụm", "Bloc id", "mã khối, cụm thi đua", "id of the bloc", 22),
    _column("bloc_name", Kind.TEXT, "Khối, cụm thi đua", "Bloc", "tên khối, cụm", "name of the bloc", 30),
    _column("register_number", Kind.CODE, "Số đăng ký", "Register number", "số đăng ký của quyết định, như KT-2026-0153; trống khi chưa cấp", "register number of the decision, such as KT-2026-0153; empty where none was given", 14),
    _column("nomination", Kind.CODE, "Mã hồ sơ đề nghị", "Nomination id", "hồ sơ mà quyết định này giải quyết", "the dossier that the decision decides", 26),
    _column("period", Kind.CODE, "Kỳ thành tích", "Period", "như bản ghi viết", "as the record writes it", 14),
    *_PERIOD,
    *_PLACE,
)

NOMINATIONS: Final = (
    _column("year", Kind.WHOLE, "Năm", "Year", "năm của đề nghị", "the year the proposal belongs to", 7),
    _column("status", Kind.CHOICE, "Trạng thái", "Status", "de-nghi, thong-qua, khong-thong-qua, da-quyet-dinh, da-trao, thu-hoi", "de-nghi (proposed), thong-qua (approved), khong-thong-qua (rejected), da-quyet-dinh (granted), da-trao (presented), thu-hoi (revoked)", 16),
    _column("nomination", Kind.CODE, "Mã hồ sơ", "Nomination id", "mã bản ghi trong nominations", "id of the record in nominations", 34),
    _column("number", Kind.CODE, "Số tờ trình", "Number", "số, ký hiệu như in", "number as printed", 18),
    _column("date", Kind.DAY, "Ngày tờ trình", "Date", "trống khi không biết", "empty where it is not known", 12),
    _column("to", Kind.CODE, "Mã nơi nhận", "To, id", "mã tổ chức nhận hồ sơ, khi ghi bằng mã", "id of the organisation it was sent to, where named by id", 22),
    _column("to_name", Kind.TEXT, "Nơi nhận", "To", "tên tổ chức nhận hồ sơ", "name of the organisation it was sent to", 30),
    *_AWARD,
    *_RECIPIENT,
    _NUMBER,
    *_PERIOD,
    _column("decision_number", Kind.CODE, "Số quyết định đã tặng", "Granted by", "quyết định đã tặng theo đề nghị này", "number of the decision that granted it", 18),
    _column("decision_date", Kind.DAY, "Ngày quyết định", "Granted on", "ngày của quyết định ấy", "day of that decision", 12),
    *_PLACE,
)

PERSONS: Final = (
    _PERSON_ID,
    _column("name", Kind.TEXT, "Họ và tên", "Name", "tên chính, hoặc tên như trong các dòng", "official name, or the name as rows have it", 30),
    _column("other_names", Kind.TEXT, "Tên khác", "Other names", "cách nhau bằng dấu chấm phẩy", "separated by semicolons", 24),
    _column("unit", Kind.CODE, "Mã đơn vị", "Unit id", "đơn vị công tác mới nhất trong bản ghi; không có bản ghi thì đơn vị của các dòng", "the last posting of the record; without a record the unit of the rows", 22),
    _column("unit_name", Kind.TEXT, "Đơn vị", "Unit", "tên đơn vị", "name of the unit", 34),
    _column("unit_since", Kind.DAY, "Từ ngày", "Since", "ngày bắt đầu ở đơn vị ấy", "first day in that unit", 12),
    _column("unit_until", Kind.DAY, "Đến ngày", "Until", "ngày thôi ở đơn vị ấy", "last day in that unit", 12),
    _APART,
    _column("awards", Kind.WHOLE, "Số lần khen thưởng", "Awards", "số dòng trong bản ghi, không kể dòng thu hồi; lọc theo năm thì chỉ trong năm ấy", "how many rows records have, without revoked ones, within what was asked for", 10),
    _column("first_year", Kind.WHOLE, "Năm đầu", "First year", "năm tính của dòng đầu tiên", "counting year of the first of these rows", 8),
    _column("last_year", Kind.WHOLE, "Năm cuối", "Last year", "năm tính của dòng cuối cùng", "counting year of the last of these rows", 8),
    _PLACE[0],
)

UNITS: Final = (
    _column("unit", Kind.CODE, "Mã đơn vị", "Unit id", "mã bản ghi trong organisations", "id of the record in organisations", 26),
    _column("name", Kind.TEXT, "Tên", "Name", "tên chính", "official name", 40),
    _column("short", Kind.TEXT, "Tên tắt", "Short name", "tên tắt", "short name", 18),
    _column("kind", Kind.CHOICE, "Loại", "Kind", "loại tổ chức", "what the organisation is", 24),
    _column("level", Kind.CHOICE, "Cấp", "Level", "cấp của tổ chức", "level of the organisation", 24),
    _column("parent", Kind.CODE, "Mã đơn vị cấp trên", "Parent id", "mã tổ chức nó thuộc về", "id of the organisation it belongs to", 26),
    _column("parent_name", Kind.TEXT, "Đơn vị cấp trên", "Parent", "tên tổ chức ấy", "name of that organisation", 34),
    _column("start", Kind.DAY, "Thành lập", "From", "ngày bắt đầu", "first day", 12),
    _column("end", Kind.DAY, "Kết thúc", "To", "ngày kết thúc; trống khi còn hoạt động hoặc không biết", "last day; empty where it goes on or is not known", 12),
    _column("successors", Kind.CODE, "Mã đơn vị kế tiếp", "Successor ids", "cách nhau bằng dấu chấm phẩy", "separated by semicolons", 26),
    _column("other_names", Kind.TEXT, "Tên cũ, tên khác", "Former and other names", "cách nhau bằng dấu chấm phẩy", "separated by semicolons", 40),
    _PLACE[0],
)

BLOCS: Final = (
    _column("bloc", Kind.CODE, "Mã khối, cụm", "Bloc id", "mã bản ghi trong blocs; mỗi dòng là một thành viên trong một năm", "id of the record in blocs; a row is a member in a year", 26),
    _column("bloc_name", Kind.TEXT, "Khối, cụm thi đua", "Bloc", "tên khối, cụm", "name of the bloc", 36),
    _column("kind", Kind.CHOICE, "Loại", "Kind", "khối hoặc cụm", "bloc or cluster", 9),
    _column("organiser", Kind.CODE, "Mã nơi tổ chức", "Organiser id", "mã tổ chức", "id of the organisation", 22),
    _column("organiser_name", Kind.TEXT, "Nơi tổ chức", "Organiser", "tên tổ chức", "name of the organisation", 30),
    _column("level", Kind.CHOICE, "Cấp", "Level", "cấp của khối, cụm", "level of the bloc", 24),
    _column("year", Kind.WHOLE, "Năm", "Year", "trống khi chưa có bản ghi của năm nào", "empty where no year has a record", 7),
    _column("leader", Kind.CODE, "Mã trưởng khối", "Leader id", "mã tổ chức, khi ghi bằng mã", "id of the organisation, where named by id", 22),
    _column("leader_name", Kind.TEXT, "Trưởng khối", "Leader", "tên tổ chức", "name of the organisation", 30),
    _column("pledged", Kind.DAY, "Ngày ký giao ước", "Pledged", "ngày ký giao ước thi đua", "the day the pledge was signed", 12),
    _column("member", Kind.CODE, "Mã thành viên", "Member id", "mã tổ chức, khi ghi bằng mã", "id of the organisation, where named by id", 22),
    _column("member_name", Kind.TEXT, "Thành viên", "Member", "tên tổ chức", "name of the organisation", 34),
    _column("total", Kind.DECIMAL, "Tổng điểm", "Score", "điểm được tính để xếp hạng, như bản ghi nêu", "the score that ranks, as the record states it", 10),
    _column("rank", Kind.WHOLE, "Xếp hạng", "Rank", "như bản ghi nêu; chương trình không tự xếp", "as the record states it; none is computed", 9),
    _PLACE[0],
)

TABLES: Final = (
    _column("organisation", Kind.CODE, "Mã tổ chức", "Organisation id", "biểu của tổ chức nào; mỗi dòng là một ô của biểu", "whose table; a row is a cell of a table", 22),
    _column("organisation_name", Kind.TEXT, "Tổ chức", "Organisation", "tên tổ chức", "name of the organisation", 30),
    _column("start", Kind.DAY, "Từ ngày", "From", "ngày đầu của kỳ báo cáo", "first day of the span", 12),
    _column("end", Kind.DAY, "Đến ngày", "To", "ngày cuối của kỳ báo cáo", "last day of the span", 12),
    _column("form", Kind.CODE, "Mã biểu", "Form", "mã biểu thống kê, như 0603", "id of the statutory table, such as 0603", 10),
    _column("form_name", Kind.TEXT, "Biểu", "Form name", "tên biểu", "name of the table", 40),
    _column("row", Kind.WHOLE, "Thứ tự dòng", "Row", "dòng thứ mấy trong biểu", "which row of the table", 8),
    _column("row_code", Kind.CODE, "Mã dòng", "Row code", "mã số của dòng, khi biểu có", "code of the row, where the form has codes", 9),
    _column("row_name", Kind.TEXT, "Tên dòng", "Row name", "chỉ tiêu", "what the row counts", 40),
    _column("column", Kind.CODE, "Cột", "Column", "số của cột", "number of the column", 7),
    _column("column_name", Kind.TEXT, "Tên cột", "Column name", "tiêu đề cột, nhóm đứng trước", "heading of the column, its group first", 34),
    _column("state", Kind.CODE, "Biết đến đâu", "State", "biet, it-nhat, khoang, chua-ro, chua-co-so-lieu, khong-ap-dung", "biet (known), it-nhat (at least), khoang (about), chua-ro (unclear), chua-co-so-lieu (no data), khong-ap-dung (does not apply)", 16),
    _column("value", Kind.DECIMAL, "Số", "Value", "trống khi bản ghi không trả lời được; không bao giờ là 0 thay cho chưa biết", "empty where records do not answer; never 0 in place of what is not known", 10),
    _column("words", Kind.TEXT, "Chữ", "Words", "khi biểu hỏi bằng chữ", "where the form asks for words", 24),
)
# fmt: on

COLUMNS: Final[dict[What, tuple[Column, ...]]] = {
    What.AWARDS: AWARDS,
    What.NOMINATIONS: NOMINATIONS,
    What.PERSONS: PERSONS,
    What.UNITS: UNITS,
    What.BLOCS: BLOCS,
    What.TABLES: TABLES,
}

TITLES: Final[dict[What, Text]] = {
    What.AWARDS: Text("Khen thưởng", "Awards"),
    What.NOMINATIONS: Text("Đề nghị khen thưởng", "Nominations"),
    What.PERSONS: Text("Cá nhân", "Persons"),
    What.UNITS: Text("Đơn vị", "Units"),
    What.BLOCS: Text("Khối, cụm thi đua", "Blocs"),
    What.TABLES: Text("Biểu thống kê", "Statutory tables"),
}
