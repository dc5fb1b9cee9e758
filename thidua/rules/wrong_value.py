"""How TD007 says what is wrong with a value: by what the field asks and what stands there."""

from __future__ import annotations

from thidua.diagnostics import Text
from thidua.rules.base import Wording
from thidua.vietnamese.faults import DayFault, NumberFault

_WRITE = Text(vi="viết `{suggestion}`", en="write `{suggestion}`")
_DIGITS = Text(
    vi="chỉ viết chữ số, như `2405`; số lẻ dùng dấu chấm, như `25.8`; chưa biết thì bỏ trường này",
    en="write digits only, as `2405`, decimals with a point, as `25.8`; leave the field out if it is not known",
)
_ISO = Text(
    vi="viết ngày dạng năm-tháng-ngày, như `2023-10-30`; chưa biết thì bỏ trường này",
    en="write the day as year-month-day, as `2023-10-30`; leave the field out if it is not known",
)
_EACH_WITH_FIELDS = Text(
    vi="viết mỗi mục trên một dòng dưới `{field}:`, như `- {first}: …`; các trường: {fields}",
    en="write each item on a line below `{field}:`, as `- {first}: …`; its fields are: {fields}",
)

_NUMBERS = {
    NumberFault.EMPTY: Text(vi="`{field}` không có số", en="`{field}` has no number"),
    NumberFault.NOT_DIGITS: Text(vi="`{field}`: `{value}` không phải là số", en="`{field}`: `{value}` is not a number"),
    NumberFault.NEGATIVE: Text(
        vi="`{field}`: `{value}` là số âm, số đếm không âm", en="`{field}`: `{value}` is below zero, a count never is"
    ),
    NumberFault.COMMA: Text(
        vi="`{field}`: `{value}` có dấu phẩy, bản ghi dùng dấu chấm làm dấu thập phân",
        en="`{field}`: `{value}` has a comma, records write decimals with a point",
    ),
    NumberFault.DECIMAL_DOT: Text(
        vi="`{field}`: `{value}` là số lẻ ({comma}), ở đây phải là số nguyên",
        en="`{field}`: `{value}` is a decimal, a whole number must stand here",
    ),
    NumberFault.THOUSANDS_DOT: Text(
        vi="`{field}`: `{value}` đọc là số lẻ {comma}, vì bản ghi dùng dấu chấm làm dấu thập phân",
        en="`{field}`: `{value}` reads as a decimal number, since records write decimals with a point",
    ),
    NumberFault.BAD_GROUPS: Text(
        vi="`{field}`: các chữ số của `{value}` tách thành nhóm không rõ nghĩa",
        en="`{field}`: the digits of `{value}` are grouped in a way that has no meaning",
    ),
    NumberFault.SPACES: Text(
        vi="`{field}`: `{value}` có dấu cách giữa các chữ số",
        en="`{field}`: `{value}` has spaces between or around its digits",
    ),
    NumberFault.LEADING_ZERO: Text(
        vi="`{field}`: `{value}` bắt đầu bằng số không", en="`{field}`: `{value}` starts with a zero"
    ),
    NumberFault.TOO_LONG: Text(
        vi="`{field}`: `{value}…` quá dài để là một số", en="`{field}`: `{value}…` is too long for a number"
    ),
}
_DAYS = {
    DayFault.EMPTY: Text(vi="`{field}` không có ngày", en="`{field}` has no day"),
    DayFault.NO_YEAR: Text(vi="`{field}`: `{value}` không có năm", en="`{field}`: `{value}` has no year"),
    DayFault.SHORT_YEAR: Text(
        vi="`{field}`: năm của `{value}` chỉ có hai chữ số", en="`{field}`: the year of `{value}` has two digits only"
    ),
    DayFault.NO_DAY: Text(
        vi="`{field}`: `{value}` không nói ngày nào trong tháng, trong năm",
        en="`{field}`: `{value}` does not say which day of the month or year",
    ),
    DayFault.NO_SUCH_DAY: Text(
        vi="`{field}`: không có ngày `{value}` trong lịch", en="`{field}`: there is no day `{value}` in the calendar"
    ),
    DayFault.NOT_PLAIN: Text(
        vi="`{field}`: `{value}` không viết theo dạng năm-tháng-ngày",
        en="`{field}`: `{value}` is not written as year-month-day",
    ),
    DayFault.UNCLEAR: Text(vi="`{field}`: `{value}` không phải là ngày", en="`{field}`: `{value}` is not a day"),
}
_THOUSANDS_DOTS = Text(
    vi="`{field}`: `{value}` có dấu chấm ngăn hàng nghìn", en="`{field}`: `{value}` has points between thousands"
)

_OTHERS = {
    "": Wording(Text(vi="giá trị của `{field}` không đúng", en="the value of `{field}` is not right")),
    "other": Wording(
        Text(
            vi="giá trị `{value}` của `{field}` không đúng ({reason})",
            en="the value `{value}` of `{field}` is not right ({reason})",
        )
    ),
    "thousands-dots": Wording(_THOUSANDS_DOTS, _WRITE),
    "thousands-dots-bare": Wording(_THOUSANDS_DOTS, _DIGITS),
    "period": Wording(
        Text(vi="`{field}`: `{value}` không phải là một kỳ", en="`{field}`: `{value}` is not a period"),
        Text(
            vi="viết `2023`, `2021-2025`, `nam-hoc-2022-2023`, `quy-2-2023`, `9-thang-dau-2023`"
            " hoặc `2023-01-01/2023-09-30`",
            en="write `2023`, `2021-2025`, `nam-hoc-2022-2023`, `quy-2-2023`, `9-thang-dau-2023`"
            " or `2023-01-01/2023-09-30`",
        ),
    ),
    "period-reversed": Wording(
        Text(
            vi="`{field}`: kỳ `{value}` kết thúc trước khi bắt đầu",
            en="`{field}`: the period `{value}` ends before it starts",
        ),
        Text(
            vi="viết ngày bắt đầu trước, ngày kết thúc sau dấu `/`",
            en="write the first day before the `/`, the last day after it",
        ),
    ),
    "year": Wording(
        Text(
            vi="`{field}`: `{value}` không phải là năm từ 1945 đến 2100",
            en="`{field}`: `{value}` is not a year from 1945 to 2100",
        ),
        Text(vi="viết năm bằng bốn chữ số, như `2023`", en="write the year with four digits, as `2023`"),
    ),
    "recipients-two": Wording(
        Text(vi="một dòng ghi nhiều đối tượng: {given}", en="one row names several recipients: {given}"),
        Text(
            vi="tách mỗi đối tượng một dòng; đơn vị công tác của cá nhân ghi ở `unit`",
            en="write one row for each; the unit a person works in goes into `unit`",
        ),
    ),
    "recipients-none": Wording(
        Text(vi="dòng này không ghi tặng cho ai", en="this row does not say who got the award"),
        Text(
            vi="thêm `name` (cá nhân), `collective` (tập thể), `enterprise` (doanh nghiệp), `household` (hộ) hoặc `people`",
            en="add `name` (a person), `collective`, `enterprise`, `household` or `people`",
        ),
    ),
    "nominated-two": Wording(
        Text(
            vi="một dòng đề nghị ghi cả đối tượng và số lượng",
            en="one nominated row names a recipient and a number",
        ),
        Text(
            vi="tách thành hai dòng: một dòng có `recipient`, một dòng có `counted`",
            en="write two rows: one with `recipient`, one with `counted`",
        ),
    ),
    "nominated-none": Wording(
        Text(vi="dòng này không ghi đề nghị cho ai", en="this row does not say who is nominated"),
        Text(
            vi="thêm `recipient` (đối tượng), hoặc `counted` (số lượng) khi không có danh sách",
            en="add `recipient`, or `counted` (a number) where there is no list",
        ),
    ),
    "row-needed": Wording(
        Text(vi="`{value}` là của một dòng, nhưng chưa ghi dòng nào", en="`{value}` is of a row, and no row is named"),
        Text(
            vi="thêm `row: {{name: …}}` với tên như trong quyết định",
            en="add `row: {{name: …}}` with the name as the decision has it",
        ),
    ),
    "row-extra": Wording(
        Text(
            vi="`{value}` là của cả quyết định, không của riêng dòng nào",
            en="`{value}` is of the decision, not of a row",
        ),
        Text(vi="bỏ `row`", en="leave out `row`"),
    ),
    "nothing-awarded": Wording(
        Text(
            vi="không ghi danh sách, số lượng hay lời mô tả ai được tặng",
            en="neither rows, nor a number, nor words say who got this award",
        ),
        Text(
            vi="thêm `recipients` (danh sách), `counted` (số lượng) hoặc `described` (bằng lời)",
            en="add `recipients` (rows), `counted` (a number) or `described` (words)",
        ),
    ),
    "list": Wording(
        Text(
            vi="`{field}`: `{value}` không có trong danh mục giá trị",
            en="`{field}`: `{value}` is not one of the values of this field",
        ),
        Text(
            vi="viết `{suggestion}` (các giá trị: {allowed})",
            en="write `{suggestion}` (the values are: {allowed})",
        ),
    ),
    "list-bare": Wording(
        Text(
            vi="`{field}`: `{value}` không có trong danh mục giá trị",
            en="`{field}`: `{value}` is not one of the values of this field",
        ),
        Text(vi="viết một trong các giá trị: {allowed}", en="write one of: {allowed}"),
    ),
    "empty": Wording(
        Text(vi="`{field}` để trống", en="`{field}` is empty"),
        Text(
            vi="ghi giá trị, hoặc xoá trường này nếu chưa biết",
            en="write the value, or delete the field if it is not known",
        ),
    ),
    "long": Wording(
        Text(
            vi="`{field}`: `{value}…` dài quá {limit:count} ký tự",
            en="`{field}`: `{value}…` is longer than {limit:count} characters",
        ),
        Text(vi="viết gọn lại", en="write it shorter"),
    ),
    "lines": Wording(
        Text(
            vi="`{field}` phải viết trên một dòng, ở đây có dòng mới sau `{value}`",
            en="`{field}` must stand on one line, here a new line follows `{value}`",
        ),
        Text(vi="viết liền trên một dòng", en="write it on one line"),
    ),
    "id": Wording(
        Text(vi="`{field}`: `{value}` không phải là mã bản ghi", en="`{field}`: `{value}` is not the id of a record"),
        Text(
            vi="viết mã bằng chữ thường không dấu, số và gạch nối, như `{suggestion}`",
            en="write the id in small letters without accents, digits and hyphens, as `{suggestion}`",
        ),
    ),
    "id-bare": Wording(
        Text(vi="`{field}`: `{value}` không phải là mã bản ghi", en="`{field}`: `{value}` is not the id of a record"),
        Text(
            vi="viết mã bằng chữ thường không dấu, số và gạch nối, như `phong-noi-vu`",
            en="write the id in small letters without accents, digits and hyphens, as `phong-noi-vu`",
        ),
    ),
    "list-expected": Wording(
        Text(vi="`{field}` phải là một danh sách", en="`{field}` must be a list"),
        Text(
            vi="viết mỗi mục trên một dòng dưới `{field}:`, bắt đầu bằng `- `",
            en="write each item on a line below `{field}:`, starting with `- `",
        ),
    ),
    "fields-expected": Wording(
        Text(vi="`{field}` phải gồm các trường con", en="`{field}` must have fields of its own"),
        Text(
            vi="viết từng trường con dạng `tên: giá trị` dưới `{field}:`; các trường: {fields}",
            en="write its fields as `name: value` below `{field}:`; they are: {fields}",
        ),
    ),
    "list-of-fields-expected": Wording(
        Text(vi="`{field}` phải là một danh sách", en="`{field}` must be a list"),
        _EACH_WITH_FIELDS,
    ),
    "item-fields-expected": Wording(
        Text(
            vi="mỗi mục của `{field}` phải gồm các trường con", en="each item of `{field}` must have fields of its own"
        ),
        _EACH_WITH_FIELDS,
    ),
    "item-expected": Wording(
        Text(
            vi="mỗi dòng trong `{field}` là một mã hoặc tên, không có trường con",
            en="each item of `{field}` is an id or a name, without fields",
        ),
        Text(vi="viết `- ` rồi mã hoặc tên", en="write `- `, then the id or the name"),
    ),
    "text-expected": Wording(
        Text(
            vi="`{field}` phải là một giá trị, không phải danh sách hay các trường con",
            en="`{field}` must be one value, not a list or fields",
        ),
        Text(
            vi="viết giá trị trên cùng dòng, sau `{field}: `", en="write the value on the same line, after `{field}: `"
        ),
    ),
}


def _wording() -> dict[str, Wording]:
    found = dict(_OTHERS)
    for fault, message in _NUMBERS.items():
        found[fault.value] = Wording(message, _WRITE)
        found[f"{fault.value}-bare"] = Wording(message, _DIGITS)
    for day_fault, message in _DAYS.items():
        found[f"day-{day_fault.value}"] = Wording(message, _WRITE)
        found[f"day-{day_fault.value}-bare"] = Wording(message, _ISO)
    found["empty"] = _OTHERS["empty"]
    return found


WORDING = _wording()
