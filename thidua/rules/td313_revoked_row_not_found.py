"""TD313: a revocation names a row that its decision does not have."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.rules.revoked_example import AWARDS, PATH, REVOCATION
from thidua.rules.revoked_rows import FITS, KEY, TOUCHED

# A decision that is not there is TD902; one that cannot be read says so itself.
FIND = f"""{FITS}
SELECT revoked.file AS key, file.path, revoked.route, revoked.name, min(paper.path) AS decision,
       EXISTS (SELECT 1 FROM word CROSS JOIN recipient ON recipient.name = word.id AND recipient.file = paper.id
               WHERE word.key = revoked.name_key)
       OR EXISTS (SELECT 1 FROM former_row WHERE former_row.name_key = revoked.name_key AND former_row.file = paper.id) AS is_named,
       EXISTS (SELECT 1 FROM word CROSS JOIN recipient ON recipient.name = word.id AND recipient.file = paper.id
               WHERE word.key = revoked.name_key
               AND (revoked.award IS NULL OR (SELECT text FROM word WHERE id = recipient.award) = revoked.award))
       OR EXISTS (SELECT 1 FROM former_row WHERE former_row.name_key = revoked.name_key AND former_row.file = paper.id
                  AND (revoked.award IS NULL OR former_row.award = revoked.award)) AS is_awarded
FROM revoked
JOIN file ON file.id = revoked.file
CROSS JOIN file AS paper ON paper.folder = 'awards' AND paper.record = revoked.decision AND paper.readable
WHERE :within AND (revoked.file, revoked.route) NOT IN (SELECT file, route FROM fit)
GROUP BY revoked.file, revoked.route
"""  # noqa: S608 - our own


def word(row: dict[str, Any]) -> Found:
    variant = "" if not row["is_named"] else "unit" if row["is_awarded"] else "award"
    field = {"": "name"}.get(variant, variant)
    return Found(
        (*read_route(row["route"]), field),
        {"variant": variant, "name": row["name"], "decision": row["decision"]},
        (Place(row["decision"], ("awards",), key=True),),
        path=row["path"],
    )


_NAME = REVOCATION.replace("Văn A", "Văn Á")
_UNIT = REVOCATION.replace("Văn A", "Văn A, unit: Phòng khác")
_AWARD = REVOCATION.replace("Văn A", "Văn A, award: lao-dong-tien-tien")

RULE = Rule(
    code="TD313",
    name="revoked-row-not-found",
    severity=Severity.ERROR,
    title=Text(vi="thu hồi một dòng không có trong quyết định", en="a revocation names a row that is not there"),
    why=Text(
        vi="Tên gõ khác quyết định thì không dòng nào bị thu hồi, và khen thưởng đã thu hồi vẫn được đếm.",
        en="A name written otherwise than in the decision withdraws nothing, and the award goes on counting.",
    ),
    wording={
        "": Wording(
            Text(vi="`{decision}` không có dòng nào của `{name}`", en="`{decision}` has no row of `{name}`"),
            Text(
                vi="ghi tên đúng như trong quyết định, hoặc bổ sung dòng đó vào quyết định",
                en="write the name as the decision has it, or add that row to the decision",
            ),
        ),
        "award": Wording(
            Text(
                vi="`{decision}` có `{name}` nhưng không phải với danh hiệu, hình thức này",
                en="`{decision}` has `{name}`, but not for this award",
            ),
            Text(
                vi="ghi `award` đúng như trong quyết định, hoặc bỏ",
                en="write `award` as in the decision, or leave it out",
            ),
        ),
        "unit": Wording(
            Text(
                vi="`{decision}` có `{name}` nhưng không phải với đơn vị này",
                en="`{decision}` has `{name}`, but not of this unit",
            ),
            Text(
                vi="ghi `unit` đúng như trong quyết định, hoặc bỏ",
                en="write `unit` as in the decision, or leave it out",
            ),
        ),
    },
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({PATH: _NAME, **AWARDS}, finds=(f"{PATH}:5:12",)),
        Example({PATH: _UNIT, **AWARDS}, finds=(f"{PATH}:5:32",)),
        Example({PATH: _AWARD, **AWARDS}, finds=(f"{PATH}:5:33",)),
    ),
    good=(Example({PATH: REVOCATION, **AWARDS}),),
)
