"""TD012: a record holds a number or an address that belongs to a person."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording

_AWAY = Text(
    vi="xoá khỏi bản ghi; hồ sơ cần đến thì để ở `private/`, không đưa lên kho chung",
    en="take it out of the record; what a file needs goes into `private/`, which is not shared",
)

_WITHOUT = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, position: Chuyên viên}
"""
_PHONE = _WITHOUT.replace("Chuyên viên", "Chuyên viên 0900 000 000")
_CITIZEN = _WITHOUT.replace("Chuyên viên", '"012345678901"')
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD012",
    name="personal-number",
    severity=Severity.ERROR,
    title=Text(
        vi="số định danh, điện thoại, ngày sinh, thư điện tử của cá nhân",
        en="a record holds a number or an address that belongs to a person",
    ),
    why=Text(
        vi="Bản ghi ở kho chung, ai cũng đọc được và không xoá khỏi lịch sử được."
        " Hai người trùng tên phân biệt bằng đơn vị, chức vụ hoặc mã trong `people/`, không bằng ngày sinh.",
        en="Records are shared, anyone can read them, and they cannot be taken out of the history."
        " Namesakes are told apart by unit, post or an id in `people/`, never by a birth date.",
    ),
    wording={
        "": Wording(Text(vi="có số riêng của cá nhân", en="there is a number that belongs to a person"), _AWAY),
        "citizen": Wording(
            Text(
                vi="có dãy 12 chữ số giống số định danh cá nhân",
                en="there are 12 digits that look like a citizen number",
            ),
            _AWAY,
        ),
        "old": Wording(
            Text(
                vi="có dãy 9 chữ số giống số chứng minh nhân dân",
                en="there are 9 digits that look like the number of an identity card",
            ),
            _AWAY,
        ),
        "phone": Wording(Text(vi="có số điện thoại", en="there is a telephone number"), _AWAY),
        "email": Wording(Text(vi="có địa chỉ thư điện tử", en="there is an e-mail address"), _AWAY),
        "birth": Wording(Text(vi="có ngày hoặc năm sinh", en="there is a day or year of birth"), _AWAY),
    },
    check=WhileReading(),
    bad=(
        Example({_PATH: _PHONE}, finds=(f"{_PATH}:5:52",)),
        Example({_PATH: _CITIZEN}, finds=(f"{_PATH}:5:41",)),
    ),
    good=(Example({_PATH: _WITHOUT}),),
)
