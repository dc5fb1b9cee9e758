"""TD016: a decision stands in the folder of another year than its date says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.award import AwardRecord


def check(record: AwardRecord, id_: str) -> Iterator[Found]:
    day = record.decision.date if record.decision is not None else None
    folder = id_.partition("/")[0]
    if day is not None and folder != str(day.year):
        yield Found(("decision", "date"), {"date": day.isoformat(), "folder": folder, "year": str(day.year)})


_RIGHT = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_WRONG = _RIGHT.replace("2023-03-06", "2032-03-06")
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD016",
    name="folder-year",
    severity=Severity.WARNING,
    title=Text(
        vi="năm của thư mục khác năm của quyết định", en="a decision stands in the folder of another year than its date"
    ),
    why=Text(
        vi="Quyết định nằm trong thư mục của năm ký. Hai năm khác nhau thường là gõ nhầm ngày,"
        " và khi đó khen thưởng được tính vào năm khác.",
        en="A decision stands in the folder of the year it was signed in. Where the two differ the date is often"
        " mistyped, and the awards then count in another year.",
    ),
    wording=plain(
        Text(
            vi="quyết định ngày {date:day} nằm trong thư mục năm {folder}",
            en="a decision of `{date}` stands in the folder of {folder}",
        ),
        Text(
            vi="sửa ngày theo quyết định, hoặc chuyển tệp vào `records/awards/{year}/`",
            en="mend the date as the decision has it, or move the file into `records/awards/{year}/`",
        ),
    ),
    check=OfRecord(check, ("awards",)),
    bad=(Example({_PATH: _WRONG}, finds=(f"{_PATH}:1:37",)),),
    good=(Example({_PATH: _RIGHT}),),
)
