"""TD301: an award went to, or is proposed for, a kind of recipient that cannot hold it."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text, read_route
from thidua.model.labels import LABELS
from thidua.model.lists import RecipientKind
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

# One finding for each award and kind of a decision, at its first row. An award that is not in the catalogue is TD902.
FIND = """
SELECT given.file AS key, file.path, given.route, given.kind, given.times,
       (SELECT min(name) FROM catalogue WHERE id = given.award) AS award,
       (SELECT min(recipients) FROM catalogue WHERE id = given.award) AS recipients
FROM (
    SELECT file, award, kind, route, min(place) AS place, count(*) AS times
    FROM award_row WHERE :within GROUP BY file, award, kind
    UNION ALL
    SELECT file, award, kind, min(route) AS route, -1, 1
    FROM award_count WHERE :within AND kind <> 'chua-phan-loai' GROUP BY file, award, kind
    UNION ALL
    SELECT file, award, kind, route, min(place) AS place, count(*)
    FROM nominated_row WHERE :within AND kind <> 'chua-phan-loai' GROUP BY file, award, kind) AS given
JOIN file ON file.id = given.file
WHERE EXISTS (SELECT 1 FROM catalogue WHERE id = given.award)
  AND NOT EXISTS (
    SELECT 1 FROM catalogue
    WHERE id = given.award AND (
        instr(' ' || recipients || ' ', ' ' || given.kind || ' ')
        OR (given.kind = 'doanh-nghiep' AND instr(' ' || recipients || ' ', ' tap-the '))))
"""

TOUCHED = """
SELECT file AS key FROM decision WHERE file IN (SELECT id FROM touched_file)
UNION SELECT file FROM nomination WHERE file IN (SELECT id FROM touched_file)
UNION SELECT reference.file FROM catalogue
CROSS JOIN reference ON reference.folder = 'catalogue' AND reference.target = catalogue.id
WHERE catalogue.file IN (SELECT id FROM touched_file)
"""


def word(row: dict[str, Any]) -> Found:
    values = {
        "variant": row["kind"],
        "award": row["award"],
        "allowed": row["recipients"].replace(" ", ", "),
        "times": row["times"],
    }
    return Found(read_route(row["route"]), values, path=row["path"])


def _wording(vi: str, en: str) -> Wording:
    return Wording(
        Text(vi=f"{{award}} không tặng cho {vi}", en=f"{{award}} cannot go to this kind of recipient: {en}"),
        Text(
            vi="chọn danh hiệu, hình thức khác, hoặc ghi lại đối tượng (danh mục cho phép: {allowed};"
            " số dòng như vậy: {times:count})",
            en="choose another award, or another kind of recipient (the catalogue allows: {allowed};"
            " rows like this: {times:count})",
        ),
    )


_RIGHT = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - award: lao-dong-tien-tien
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ}
"""
_WRONG = _RIGHT.replace("{name: Nguyễn Văn A, unit: Phòng Ví dụ}", "{collective: Phòng Ví dụ}")
_COUNTED = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - {award: tap-the-lao-dong-tien-tien, counted: {individuals: 30}}
"""
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
_NOMINATED = """\
number: 7/TTr-UBND
date: 2025-12-08
rows:
  - award: tap-the-lao-dong-tien-tien
    recipient: {name: Nguyễn Văn A, unit: Phòng Ví dụ}
"""
_NOMINATION = "records/nominations/2025/7-ttr-vi-du.yaml"

RULE = Rule(
    code="TD301",
    name="recipient-kind-not-allowed",
    severity=Severity.ERROR,
    title=Text(
        vi="danh hiệu, hình thức không dành cho đối tượng này",
        en="an award went to, or is proposed for, a kind of recipient that cannot hold it",
    ),
    why=Text(
        vi="Danh hiệu của cá nhân, tập thể và hộ gia đình khác nhau. Ghi nhầm đối tượng làm sai bảng thống kê,"
        " và quyết định ký như vậy phải thu hồi. Danh mục của luật và danh mục riêng của cơ quan nói ai được tặng;"
        " doanh nghiệp được tính là tập thể.",
        en="Individuals, collectives and households have awards of their own. The wrong kind makes the tables wrong, and"
        " a decision signed so has to be withdrawn. The law's catalogue and the office's own say who can hold what;"
        " an enterprise counts as a collective.",
    ),
    wording={
        "": _wording("đối tượng này", "this kind of recipient"),
        **{str(kind): _wording(*LABELS[kind]) for kind in RecipientKind},
    },
    check=OfRegister(find=FIND, key="file", touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _WRONG}, finds=(f"{_PATH}:5:9",)),
        Example({_PATH: _COUNTED}, finds=(f"{_PATH}:3:64",)),
        Example({_NOMINATION: _NOMINATED}, finds=(f"{_NOMINATION}:4:5",)),
    ),
    good=(
        Example({_PATH: _RIGHT}),
        Example({_NOMINATION: _NOMINATED.replace("name: Nguyễn Văn A, unit", "collective")}),
    ),
    law=("holders",),
)
