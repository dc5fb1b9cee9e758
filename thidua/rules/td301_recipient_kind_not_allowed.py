"""TD301: an award went to, or is proposed for, a kind of recipient that cannot hold it."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text, read_route
from thidua.model.labels import LABELS
from thidua.model.lists import RecipientKind
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.store.references import TOUCHED_AWARDS, files_naming

# One finding for each award and kind of a decision, at its first row. An award that is not in the catalogue is TD902.
# The catalogue is asked about every pair of an award and a kind once; rows are looked at again only where a pair is wrong.
FIND = """
WITH pair (award, kind) AS (
    SELECT award.text, kind.text FROM (SELECT DISTINCT award, kind FROM recipient WHERE :within) AS one
    CROSS JOIN word AS award ON award.id = one.award CROSS JOIN word AS kind ON kind.id = one.kind
    UNION SELECT award, kind FROM award_count WHERE :within AND kind <> 'chua-phan-loai'
    UNION SELECT award, kind FROM nominated_row WHERE :within AND kind <> 'chua-phan-loai'),
wrong AS MATERIALIZED (
    SELECT pair.award, pair.kind, (SELECT min(name) FROM catalogue WHERE id = pair.award) AS name,
           (SELECT min(recipients) FROM catalogue WHERE id = pair.award) AS recipients
    FROM pair
    WHERE EXISTS (SELECT 1 FROM catalogue WHERE id = pair.award)
      AND NOT EXISTS (
        SELECT 1 FROM catalogue
        WHERE id = pair.award AND (
            instr(' ' || recipients || ' ', ' ' || pair.kind || ' ')
            OR (pair.kind = 'doanh-nghiep' AND instr(' ' || recipients || ' ', ' tap-the '))))),
wrong_word AS (
    SELECT award.id AS award, kind.id AS kind FROM wrong
    JOIN word AS award ON award.text = wrong.award JOIN word AS kind ON kind.text = wrong.kind),
given AS (
    SELECT first.file, award_row.award, award_row.kind, award_row.route, first.times FROM (
        SELECT file, min(place) AS place, count(*) AS times FROM recipient
        WHERE :within AND EXISTS (SELECT 1 FROM wrong) AND (award, kind) IN (SELECT award, kind FROM wrong_word)
        GROUP BY file, award, kind) AS first
    JOIN award_row ON award_row.file = first.file AND award_row.place = first.place
    UNION ALL
    SELECT file, award, kind, min(route) AS route, 1
    FROM award_count WHERE :within AND EXISTS (SELECT 1 FROM wrong) AND kind <> 'chua-phan-loai' GROUP BY file, award, kind
    UNION ALL
    SELECT file, award, kind, route, times FROM (
        SELECT file, award, kind, route, min(place), count(*) AS times FROM nominated_row
        WHERE :within AND EXISTS (SELECT 1 FROM wrong) AND kind <> 'chua-phan-loai' GROUP BY file, award, kind))
SELECT given.file AS key, file.path, given.route, given.kind, given.times, wrong.name AS award, wrong.recipients
FROM given JOIN wrong ON wrong.award = given.award AND wrong.kind = given.kind JOIN file ON file.id = given.file
"""

TOUCHED = f"""
SELECT file AS key FROM decision WHERE file IN (SELECT id FROM touched_file)
UNION SELECT file FROM nomination WHERE file IN (SELECT id FROM touched_file)
UNION SELECT file FROM ({files_naming("catalogue", TOUCHED_AWARDS)})
"""  # noqa: S608 - our own


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
