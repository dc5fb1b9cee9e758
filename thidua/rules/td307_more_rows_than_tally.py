"""TD307: there are more rows than a tally says there can be."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.rules.tally_scope import FIND, KEY, KINDS, TOUCHED


def word(row: dict[str, Any]) -> Found | tuple[()]:
    if not row["is_exceeded"]:
        return ()
    above = [kind for kind in KINDS if row[kind] is not None and row[f"sure_{kind}"] > row[kind]]
    kind = above[0]
    return Found(
        (*read_route(row["route"]), "counted", kind),
        {"variant": kind, "total": row[kind], "rows": row[f"sure_{kind}"]},
        path=row["path"],
    )


_ROWS = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: ubnd-vi-du}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ}
      - {name: Nguyễn Thị B, unit: Phòng Ví dụ}
"""
_COUNTED = """\
decision: {number: 6/QĐ-UBND, date: 2023-09-06, authority: ubnd-vi-du}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 28}}
"""
_TALLY = """\
tallies:
  - {period: 2023, authority: ubnd-vi-du, counted: {individuals: 30}}
source: {document: Báo cáo Ví dụ}
"""
_OTHERS = {
    "records/awards/2023/5-qd-ubnd-vi-du.yaml": _ROWS,
    "records/awards/2023/6-qd-ubnd-vi-du.yaml": _COUNTED,
    "records/organisations/ubnd-vi-du.yaml": "name: UBND thành phố Ví dụ\nparent: vi-du\n",
    "records/organisations/vi-du.yaml": "name: Thành phố Ví dụ\n",
}
_PATH = "records/years/2023/vi-du.yaml"

_HELP = Text(
    vi="tìm dòng nhập trùng hoặc ngoài phạm vi; văn bản in thiếu thì ghi lý do ở `doubt` của số tổng hợp",
    en="look for rows entered twice or out of the scope; if the paper is wrong say so in the tally's `doubt`",
)
_NAMES = {
    "collectives": ("tập thể", "collectives"),
    "households": ("hộ", "households"),
    "individuals": ("cá nhân", "individuals"),
}
_PLAIN = Wording(
    Text(
        vi="danh sách có {rows:count}, nhiều hơn số tổng hợp {total:count}",
        en="the rows are {rows:count}, more than the tally of {total:count}",
    ),
    _HELP,
)

RULE = Rule(
    code="TD307",
    name="more-rows-than-tally",
    severity=Severity.ERROR,
    title=Text(vi="danh sách nhiều hơn số tổng hợp", en="there are more rows than a tally says"),
    why=Text(
        vi="Số tổng hợp của văn bản là con số tối đa của danh sách cùng phạm vi: nhiều hơn nghĩa là có dòng nhập trùng,"
        " sai năm, hoặc văn bản tính thiếu. Chỉ tính dòng chắc chắn thuộc phạm vi: cùng kỳ (cả năm thì theo năm tính"
        " thành tích, ngắn hơn thì theo ngày quyết định), đúng cấp khen thưởng, chưa bị thu hồi, là danh hiệu hoặc hình"
        " thức. Số có chữ trên, hơn, ít nhất, khoảng, và số của một dịp không bị so.",
        en="The tally of a paper is the most its rows can be: more of them means rows entered twice, in a wrong year, or a"
        " paper that counted too few. Only rows surely in the scope count: of the same time (by counting year for whole"
        " years, else by the day of the decision), of that very authority, not revoked, titles or forms. Tallies with"
        " over, at least or about, and those of an occasion, are not compared.",
    ),
    wording={
        "": _PLAIN,
        **{
            kind: Wording(
                Text(
                    vi=f"danh sách có {{rows:count}} {vi}, nhiều hơn số tổng hợp {{total:count}}",
                    en=f"the rows hold {{rows:count}} {en}, more than the tally of {{total:count}}",
                ),
                _HELP,
            )
            for kind, (vi, en) in _NAMES.items()
        },
    },
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(Example({_PATH: _TALLY.replace("30", "29"), **_OTHERS}, finds=(f"{_PATH}:2:66",)),),
    good=(Example({_PATH: _TALLY, **_OTHERS}),),
)
