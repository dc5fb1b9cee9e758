"""TD934: a register number stands in the book of another year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain
from thidua.rules.number_example import BOOK, DECISIONS, NUMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.number_book import NumberBook


def check(record: NumberBook, id_: str) -> Iterator[Found]:
    for place, one in enumerate(record.numbers):
        year = one.number.split("-")[1]
        if year != id_:
            yield Found(("numbers", place, "number"), {"number": one.number, "year": year, "book": id_})


RULE = Rule(
    code="TD934",
    name="number-of-another-year",
    severity=Severity.ERROR,
    title=Text(vi="số đăng ký nằm trong sổ của năm khác", en="a register number in the book of another year"),
    why=Text(
        vi="`thidua number` lấy số tiếp theo từ sổ của năm. Số nằm nhầm sổ có thể bị cấp lại.",
        en="`thidua number` takes the next number from the book of the year. One in the wrong book may be given again.",
    ),
    wording=plain(
        Text(vi="số `{number}` nằm trong sổ `{book}`", en="number `{number}` stands in the book `{book}`"),
        Text(
            vi="chuyển dòng này sang `records/numbers/{year}.yaml`", en="move the row to `records/numbers/{year}.yaml`"
        ),
    ),
    check=OfRecord(find=check, folders=("numbers",)),
    bad=(Example({BOOK: NUMBERED.replace("KT-2023", "KT-2022"), **DECISIONS}, finds=(f"{BOOK}:2:14",)),),
    good=(Example({BOOK: NUMBERED, **DECISIONS}),),
)
