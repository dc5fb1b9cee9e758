"""TD911: a record names an entry of the law, or of the office's own rules, that there is not."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

FIND = """
SELECT law_reference.target AS key, file.path, law_reference.route, law_reference.section, law_reference.target,
       (SELECT group_concat(id, ', ') FROM (
           SELECT id FROM law_id WHERE law_id.section = law_reference.section ORDER BY id)) AS known
FROM law_reference JOIN file ON file.id = law_reference.file
WHERE :within
  AND NOT EXISTS (
    SELECT 1 FROM law_id WHERE law_id.section = law_reference.section AND law_id.id = law_reference.target)
"""


def word(row: dict[str, Any]) -> Found:
    """The nearest id is looked for when the finding is printed."""
    values = {name: row[name] for name in ("section", "target", "known")}
    return Found(read_route(row["route"]), {**values, "folder": f"law/{row['section']}"}, path=row["path"])


MESSAGE = Text(
    vi="mục `{section}` của luật và của quy định riêng không có `{target}`",
    en="there is no `{target}` in section `{section}` of the law and of the office's own rules",
)

_RIGHT = """\
multiples:
  ban-khen-vi-du: {awards: [bang-khen-bo-nganh-tinh], eras: [e2025], multiple: 1.5, article: Ví dụ, confidence: xac-nhan}
"""
_WRONG = _RIGHT.replace("e2025", "nd152")
_PATH = "records/catalogue/rules/vi-du.yaml"
_ANSWERED = """\
number: 7/TTr-UBND
date: 2025-12-08
rows:
  - award: lao-dong-tien-tien
    recipient: {name: Nguyễn Văn A, unit: Phòng Ví dụ}
    answers:
      - {question: dang-xem-xet, answer: co}
"""
_NO_QUESTION = _ANSWERED.replace("dang-xem-xet", "dang-xem-set")
_NOMINATION = "records/nominations/2025/7-ttr-vi-du.yaml"

RULE = Rule(
    code="TD911",
    name="law-id-unknown",
    severity=Severity.ERROR,
    title=Text(
        vi="nhắc đến thời kỳ, cấp khen thưởng, câu hỏi mà luật không có",
        en="an era, a kind of body or a question is named that the law does not have",
    ),
    why=Text(
        vi="Quy định riêng của một thời kỳ gõ nhầm mã không áp dụng cho quyết định nào, câu trả lời cho một câu hỏi gõ nhầm mã"
        " không được dùng khi xét hồ sơ, và không ai được nhắc.",
        en="A rule of an era whose id is mistyped holds for no decision, an answer to a question whose id is mistyped is not used"
        " when a nomination is judged, and nobody is told.",
    ),
    wording={
        "": Wording(
            MESSAGE,
            Text(
                vi="dùng một trong: {known}; hoặc thêm mục đó vào quy định riêng",
                en="use one of: {known}; or add that entry to the office's own rules",
            ),
        ),
        "near": Wording(
            MESSAGE,
            Text(
                vi="viết `{nearest}`, hoặc thêm mục đó vào quy định riêng",
                en="write `{nearest}`, or add that entry to the office's own rules",
            ),
        ),
    },
    check=OfRegister(
        find=FIND,
        key="law_reference.target",
        touched="SELECT target AS key FROM law_reference WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(
        Example({_PATH: _WRONG}, finds=(f"{_PATH}:2:62",)),
        Example({_NOMINATION: _NO_QUESTION}, finds=(f"{_NOMINATION}:7:20",)),
    ),
    good=(Example({_PATH: _RIGHT}), Example({_NOMINATION: _ANSWERED})),
)
