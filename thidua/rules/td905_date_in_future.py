"""TD905: something is said to have happened on a day that has not come."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

# What lies ahead by its nature: tasks, and the last day of a life, a post or a waiver.
FIND = """
SELECT file.path AS key, file.path, file.folder, day.route, day.day
FROM (
    SELECT file, route, day FROM day WHERE day > :today
    UNION ALL SELECT file, 'decision.date', date FROM decision WHERE date > :today AND NOT EXISTS (
        SELECT 1 FROM corrected_value WHERE corrected_value.file = decision.file AND corrected_value.field = 'decision.date')) AS day
JOIN file ON file.id = day.file
WHERE :within
  AND day.route NOT LIKE 'tasks[%' AND day.route NOT LIKE 'planned%' AND day.route <> 'to' AND day.route NOT LIKE '%.to'
  AND NOT (file.folder = 'waivers' AND day.route = 'until')
"""


def word(row: dict[str, Any]) -> Found:
    variant = "year" if row["folder"] in ("years", "bloc-years") else ""
    return Found(read_route(row["route"]), {"day": row["day"], "variant": variant}, path=row["path"])


_PAST = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_FUTURE = _PAST.replace("2023-03-06", "2093-03-06")
_TASK = "tasks:\n  - {name: Hội nghị Ví dụ, date: 2093-03-06}\nsource: {document: Ví dụ}\n"
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
_PLACE = {"records/organisations/vi-du.yaml": "name: Thành phố Ví dụ\n"}

_NOT_COME = Text(vi="ngày {day:day} chưa đến", en="the day `{day}` has not come")

RULE = Rule(
    code="TD905",
    name="date-in-future",
    severity=Severity.ERROR,
    title=Text(vi="ngày chưa đến", en="a day that has not come"),
    why=Text(
        vi="Quyết định, hội nghị, văn bản có ngày sau hôm nay là gõ nhầm năm; số liệu bị tính vào năm chưa đến."
        " Việc dự kiến ghi ở `tasks`; ngày kết thúc của đơn vị, chức vụ (`to`) và kỳ của phong trào được ghi trước.",
        en="A decision, conference or document of a day after today has a mistyped year, and counts in a year to come."
        " What is planned goes into `tasks`; the last day of a unit or a post (`to`) and a campaign's period may lie ahead.",
    ),
    wording={
        "": Wording(
            _NOT_COME,
            Text(
                vi="sửa ngày; việc chưa diễn ra thì chưa ghi",
                en="mend the day; what has not happened is not recorded yet",
            ),
        ),
        "year": Wording(
            _NOT_COME,
            Text(vi="sửa ngày; việc dự kiến thì ghi ở `tasks`", en="mend the day; what is planned goes into `tasks`"),
        ),
    },
    check=OfRegister(
        find=FIND,
        key="file.path",
        touched="SELECT path AS key FROM file WHERE id IN (SELECT id FROM touched_file)",
        word=word,
        today=True,
    ),
    bad=(Example({_PATH: _FUTURE}, finds=(f"{_PATH}:1:37",)),),
    good=(Example({_PATH: _PAST}), Example({"records/years/2023/vi-du.yaml": _TASK, **_PLACE})),
)
