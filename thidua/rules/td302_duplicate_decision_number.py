"""TD302: two files hold a decision of one number, authority and year."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

# First what stands more than once: `1/QĐ-UBND` is a number that every authority gives every year.
FIND = """
WITH often AS MATERIALIZED (
    SELECT number_key, authority, substr(date, 1, 4) AS year FROM decision
    WHERE :within AND number_key IS NOT NULL AND date IS NOT NULL
    GROUP BY number_key, authority, substr(date, 1, 4) HAVING count(*) > 1)
SELECT later.number_key AS key, file.path, min(first_file.path) AS first_path, later.number, often.year
FROM often
CROSS JOIN decision AS later ON later.number_key = often.number_key AND later.authority IS often.authority
 AND substr(later.date, 1, 4) = often.year
CROSS JOIN decision AS first ON first.number_key = often.number_key AND first.authority IS often.authority
 AND substr(first.date, 1, 4) = often.year
JOIN file ON file.id = later.file
JOIN file AS first_file ON first_file.id = first.file
WHERE first_file.path < file.path
GROUP BY file.path
"""


def word(row: dict[str, Any]) -> Found:
    number = ("decision", "number")
    values = {"number": row["number"], "year": row["year"], "first": row["first_path"]}
    return Found(number, values, (Place(row["first_path"], number),), path=row["path"])


_ONE = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: thanh-pho-vi-du}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_SAME = _ONE.replace("2023-03-06", "2023-06-03")
_OTHER = _SAME.replace("5/QĐ-UBND", "50/QĐ-UBND")
_CITY = {"records/organisations/thanh-pho-vi-du.yaml": "name: Thành phố Ví dụ\n"}
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
_SECOND = "records/awards/2023/50-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD302",
    name="duplicate-decision-number",
    severity=Severity.ERROR,
    title=Text(vi="hai tệp cùng một số quyết định", en="two files hold a decision of one number, authority and year"),
    why=Text(
        vi="Một số chỉ cấp cho một quyết định trong năm của một cơ quan. Một quyết định nhập hai lần thì mọi người"
        " trong danh sách bị đếm hai lần. Quyết định chưa rõ ngày thì không so được.",
        en="An authority gives a number once a year. A decision entered twice counts everybody on its list twice."
        " Decisions without a date are not compared.",
    ),
    wording=plain(
        Text(
            vi="số `{number}` năm {year} đã có trong `{first}`, cùng cấp khen thưởng",
            en="number `{number}` of {year} by the same authority stands in `{first}` already",
        ),
        Text(
            vi="xoá tệp nhập trùng, hoặc sửa số, ngày, cấp khen thưởng của một trong hai",
            en="delete the file entered twice, or mend number, date or authority of one of the two",
        ),
    ),
    check=OfRegister(
        find=FIND,
        key="number_key",
        touched="SELECT number_key AS key FROM decision WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(Example({_PATH: _ONE, _SECOND: _SAME, **_CITY}, finds=(f"{_SECOND}:1:20",)),),
    good=(Example({_PATH: _ONE, _SECOND: _OTHER, **_CITY}),),
)
