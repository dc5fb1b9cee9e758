"""TD409: a decision gives what the nomination it names does not hold, or what was rejected there."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.store.nominated import SAME_RECIPIENT
from thidua.store.references import TOUCHED_AWARDS, files_naming

# A nomination that is not there is TD902; one that cannot be read says so itself.
FIND = f"""
SELECT decision.file AS key, file.path, award_row.route, award_row.name, paper.path AS nomination,
       (SELECT min(name) FROM catalogue WHERE catalogue.id = award_row.award) AS award_name, award_row.award,
       (SELECT min(nominated_row.route) FROM nominated_row
        WHERE nominated_row.file = nomination.file AND {SAME_RECIPIENT}) AS its
FROM decision JOIN nomination ON nomination.id = decision.nomination
JOIN file ON file.id = decision.file JOIN file AS paper ON paper.id = nomination.file
CROSS JOIN award_row ON award_row.file = decision.file AND NOT award_row.revoked
WHERE :within AND decision.nomination IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM nominated_row WHERE nominated_row.file = nomination.file AND {SAME_RECIPIENT}
                  AND COALESCE(nominated_row.outcome, '') <> 'khong-thong-qua')
  -- where only a number is proposed, nobody can say who is in it
  AND NOT EXISTS (SELECT 1 FROM nominated_row WHERE nominated_row.file = nomination.file AND nominated_row.name_key IS NULL
                  AND nominated_row.award = award_row.award)
"""  # noqa: S608 - our own

TOUCHED = f"""
SELECT file AS key FROM decision WHERE file IN (SELECT id FROM touched_file)
UNION SELECT decision.file FROM touched_file CROSS JOIN nomination ON nomination.file = touched_file.id
CROSS JOIN decision ON decision.nomination = nomination.id
UNION SELECT file.id FROM revoked CROSS JOIN file ON file.folder = 'awards' AND file.record = revoked.decision
WHERE revoked.file IN (SELECT id FROM touched_file)
UNION SELECT decision.file FROM touched_file CROSS JOIN name ON name.file = touched_file.id AND name.folder = 'organisations'
CROSS JOIN decision ON decision.nomination IS NOT NULL
UNION SELECT decision.file
FROM ({files_naming("catalogue", TOUCHED_AWARDS)}) AS naming
CROSS JOIN decision ON decision.file = naming.file
"""  # noqa: S608 - our own


def word(row: dict[str, Any]) -> Found:
    values = {
        "variant": "rejected" if row["its"] else "",
        "name": row["name"],
        "award": row["award_name"] or row["award"],
        "nomination": row["nomination"],
    }
    its = (*read_route(row["its"])[:2], "outcome") if row["its"] else ("rows",)
    return Found(
        read_route(row["route"]), values, (Place(row["nomination"], its, key=not row["its"]),), path=row["path"]
    )


_DECISION = """\
decision: {number: 15/QĐ-UBND, date: 2025-12-26, authority: phuong-vi-du}
nomination: 2025/7-ttr-vi-du
awards:
  - award: lao-dong-tien-tien
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ}
"""
_NOMINATION = """\
number: 7/TTr-VD
date: 2025-12-08
rows:
  - award: lao-dong-tien-tien
    recipient: {name: Nguyễn Văn A, unit: Phòng Ví dụ}
    outcome: thong-qua
"""
_REJECTED = _NOMINATION.replace("outcome: ", "outcome: khong-")
_ANOTHER = _NOMINATION.replace("Văn A", "Thị B")
_PATH = "records/awards/2025/15-qd-ubnd-phuong-vi-du.yaml"
_NOMINATION_PATH = "records/nominations/2025/7-ttr-vi-du.yaml"
_OFFICE = {"records/organisations/phuong-vi-du.yaml": "name: Phường Ví dụ\n"}

RULE = Rule(
    code="TD409",
    name="granted-against-nomination",
    severity=Severity.WARNING,
    title=Text(
        vi="quyết định khen người không có, hoặc không được thông qua, trong hồ sơ đề nghị",
        en="a decision gives what its nomination does not hold, or what was rejected there",
    ),
    why=Text(
        vi="`nomination` nói quyết định này giải quyết hồ sơ nào. Khen người không có trong hồ sơ, hoặc người hội đồng không thông"
        " qua, thường là gõ nhầm tên, nhầm hồ sơ; nếu đúng là cấp có thẩm quyền quyết định khác thì ghi lý do ở `note`.",
        en="`nomination` says which file a decision settles. An award to somebody who is not in it, or whom the council rejected,"
        " is most often a mistyped name or the wrong file; where the authority did decide otherwise, say why in `note`.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{name}` được khen {award} nhưng không có trong `{nomination}`",
                en="`{name}` gets {award}, and is not in `{nomination}`",
            ),
            Text(
                vi="sửa tên, đơn vị, danh hiệu cho khớp, hoặc bỏ `nomination`",
                en="mend the name, the unit or the award, or leave `nomination` out",
            ),
        ),
        "rejected": Wording(
            Text(
                vi="`{name}` được khen {award} nhưng không được thông qua trong `{nomination}`",
                en="`{name}` gets {award}, and was rejected in `{nomination}`",
            ),
            Text(
                vi="bỏ dòng này khỏi quyết định, hoặc sửa `outcome` trong hồ sơ",
                en="take the row out of the decision, or mend `outcome` in the nomination",
            ),
        ),
    },
    check=OfRegister(find=FIND, key="decision.file", touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _DECISION, _NOMINATION_PATH: _REJECTED, **_OFFICE}, finds=(f"{_PATH}:6:9",)),
        Example({_PATH: _DECISION, _NOMINATION_PATH: _ANOTHER, **_OFFICE}, finds=(f"{_PATH}:6:9",)),
    ),
    good=(Example({_PATH: _DECISION, _NOMINATION_PATH: _NOMINATION, **_OFFICE}),),
)
