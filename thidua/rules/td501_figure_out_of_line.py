"""TD501: a figure is many times that of the year before."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

# Against the nearest earlier year that has the figure, and there against the nearest value: a name may stand for several
# figures of a year (a plan and what was reached, a quarter and the whole year).
FIND = """
WITH this AS MATERIALIZED (
    SELECT figure.file, figure.route, figure.owner, figure.name_key, figure.unit, figure.year, figure.value, (
        SELECT max(earlier.year) FROM figure AS earlier
        WHERE earlier.owner = figure.owner AND earlier.name_key = figure.name_key AND earlier.unit IS figure.unit
          AND earlier.year < figure.year AND earlier.value > 0) AS before_year
    FROM figure WHERE :within AND figure.value > 0),
pair AS (
    SELECT this.owner AS key, file.path, this.route, this.name_key AS name, this.year, this.value,
           before_file.path AS before_path, before.route AS before_route, before.year AS before_year,
           before.value AS before_value, max(this.value / before.value, before.value / this.value) AS ratio
    FROM this
    JOIN figure AS before ON before.owner = this.owner AND before.name_key = this.name_key AND before.unit IS this.unit
     AND before.year = this.before_year AND before.value > 0
    JOIN file ON file.id = this.file
    JOIN file AS before_file ON before_file.id = before.file),
nearest AS (
    SELECT *, row_number() OVER (PARTITION BY path, route ORDER BY ratio, before_path, before_route) AS place FROM pair)
SELECT * FROM nearest WHERE place = 1 AND ratio >= 20
"""


def word(row: dict[str, Any]) -> Found:
    values = {
        "variant": "more" if row["value"] > row["before_value"] else "less",
        "name": row["name"],
        "value": _plain(row["value"]),
        "before": _plain(row["before_value"]),
        "year": str(row["year"]),
        "before_year": str(row["before_year"]),
        "times": int(row["ratio"]),
    }
    related = Place(row["before_path"], (*read_route(row["before_route"]), "value"))
    return Found((*read_route(row["route"]), "value"), values, (related,), path=row["path"])


def _plain(value: float) -> str:
    """As a record writes it: the register holds binary numbers, good for comparing only."""
    text = f"{Decimal(repr(value)):f}"
    return text.removesuffix(".0")


_HELP = Text(
    vi="so lại chữ số và đơn vị tính (đồng, triệu, tỷ) của hai năm với nguồn; đúng như vậy thì không cần sửa",
    en="compare digits and units (đồng, millions, billions) of both years with the source; if they are right, leave them",
)

_BEFORE = """\
figures:
  - {name: thu ngân sách ví dụ, value: 4000, unit: tỷ đồng}
source: {document: Báo cáo Ví dụ}
"""
_AFTER = _BEFORE.replace("4000", "4200")
_WRONG = _BEFORE.replace("4000", "4200000")
_SMALL = _BEFORE.replace("4000", "4.2")
_BEFORE_PATH = "records/years/2022/vi-du.yaml"
_AFTER_PATH = "records/years/2023/vi-du.yaml"
_PLACE = {"records/organisations/vi-du.yaml": "name: Thành phố Ví dụ\n"}

RULE = Rule(
    code="TD501",
    name="figure-out-of-line",
    severity=Severity.NOTE,
    title=Text(vi="số liệu lệch xa năm trước", en="a figure is many times that of the year before"),
    why=Text(
        vi="Số liệu cùng tên, cùng đơn vị tính mà gấp hoặc kém năm trước từ hai mươi lần thường do nhầm đơn vị tính"
        " hoặc thừa, thiếu chữ số. Có khi đúng là như vậy, nên chỉ là ghi chú.",
        en="A figure of one name and unit that is twenty times or a twentieth of the year before is often in another unit"
        " or has a digit too many or too few. It may be right, so this is only a note.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{name}` năm {year} là `{value}`, lệch xa `{before}` của năm {before_year}",
                en="`{name}` of {year} is `{value}`, far from `{before}` of {before_year}",
            ),
            _HELP,
        ),
        "more": Wording(
            Text(
                vi="`{name}` năm {year} là `{value}`, gấp {times:count} lần `{before}` của năm {before_year}",
                en="`{name}` of {year} is `{value}`, {times:count} times `{before}` of {before_year}",
            ),
            _HELP,
        ),
        "less": Wording(
            Text(
                vi="`{name}` năm {year} là `{value}`, kém {times:count} lần so với `{before}` của năm {before_year}",
                en="`{name}` of {year} is `{value}`, {times:count} times less than `{before}` of {before_year}",
            ),
            _HELP,
        ),
    },
    check=OfRegister(
        find=FIND,
        key="figure.owner",
        touched="SELECT owner AS key FROM figure WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(
        Example({_BEFORE_PATH: _BEFORE, _AFTER_PATH: _WRONG, **_PLACE}, finds=(f"{_AFTER_PATH}:2:40",)),
        Example({_BEFORE_PATH: _BEFORE, _AFTER_PATH: _SMALL, **_PLACE}, finds=(f"{_AFTER_PATH}:2:40",)),
    ),
    good=(Example({_BEFORE_PATH: _BEFORE, _AFTER_PATH: _AFTER, **_PLACE}),),
)
