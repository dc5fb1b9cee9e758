"""TD007: a value is not written as its field asks."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading
from thidua.rules.wrong_value import WORDING

_YEAR = """\
tallies:
  - period: 2023
    counted: {collectives: 497, individuals: 2405}
conferences:
  - {date: 2023-10-30, name: Hội nghị Ví dụ}
targets:
  - {total: 20, exceeded: 5}
figures:
  - {name: Tỷ lệ ví dụ, value: 25.8, unit: "%"}
"""
_TYPED = (
    _YEAR.replace("2405", "2.405")
    .replace("2023-10-30", "30/10/2023")
    .replace("exceeded: 5", "exceeded: 05")
    .replace("25.8", "25,8")
)
_YEAR_PATH = "records/years/2023/vi-du.yaml"
_TYPED = _TYPED.replace("value: 25,8", 'value: "25,8"')

_ROWS = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
method: dot-xuat
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ, foreign: khong}
"""
_ROWS_TYPED = (
    _ROWS.replace("dot-xuat", "Đột xuất").replace("foreign: khong", "foreign: no").replace("unit:", "collective:")
)
_AWARD_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD007",
    name="wrong-value",
    severity=Severity.ERROR,
    title=Text(vi="giá trị không viết đúng cách của trường", en="a value is not written as its field asks"),
    why=Text(
        vi="Mỗi số, mỗi ngày chỉ có một cách viết trong bản ghi, để `2.405` không bị đọc thành hai phẩy bốn"
        " và `06/3/2020` không bị đọc thành ngày 03 tháng 6.",
        en="Every number and day has one form in records, so that `2.405` is never read as two and a bit"
        " and `06/3/2020` never as the third of June.",
    ),
    wording=WORDING,
    check=WhileReading(),
    bad=(
        Example(
            {_YEAR_PATH: _TYPED},
            finds=(
                f"{_YEAR_PATH}:3:46",
                f"{_YEAR_PATH}:5:12",
                f"{_YEAR_PATH}:7:27",
                f"{_YEAR_PATH}:9:32",
            ),
        ),
        Example(
            {_AWARD_PATH: _ROWS_TYPED},
            finds=(
                f"{_AWARD_PATH}:2:9",
                f"{_AWARD_PATH}:6:64",
            ),
        ),
    ),
    good=(Example({_YEAR_PATH: _YEAR}), Example({_AWARD_PATH: _ROWS})),
)
