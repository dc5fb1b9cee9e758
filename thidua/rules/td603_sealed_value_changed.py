"""TD603: a sealed paper states another value than on the main branch."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import AgainstBase, Example, Rule, Wording
from thidua.rules.corrected_example import AWARDS, CITY, CORRECTION, DECISION, DECISION_PATH, PATH

_RENAMED = DECISION.replace("Văn A", "Văn Á")
_MOVED = DECISION.replace("Phòng Ví dụ", "Phòng khác")
_REDATED = DECISION.replace("2023-03-06", "2023-03-07")
_EMPTIED = DECISION.replace(", unit: Phòng Ví dụ", "")
_FORM = """\
# dòng đầu
decision:
  number: "5/QĐ-UBND"
  date: 2023-03-06
  authority: thanh-pho-vi-du
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {unit: Phòng Ví dụ, name: Nguyễn Văn A, sex: nam}
source: {document: Công báo Ví dụ}
"""

_CORRECT = Text(
    vi="trả lại như cũ; cái đúng khác đi thì ghi văn bản đính chính bằng `thidua correct`",
    en="put it back; what a paper says is right otherwise goes into a correction, by `thidua correct`",
)

RULE = Rule(
    code="TD603",
    name="sealed-value-changed",
    severity=Severity.ERROR,
    title=Text(vi="sửa giá trị của văn bản đã ban hành", en="a sealed paper states something else"),
    why=Text(
        vi="Quyết định có số, ngày đã lên nhánh chính thì giữ nguyên như đã ký. Sửa thẳng vào tệp là làm mất điều quyết định"
        " đã ghi mà không ai biết theo văn bản nào; đính chính thì giữ cả hai. Chỉ `thidua validate --base` tìm điều này.",
        en="A decision with number and date on the main branch stays as it was signed. Who edits its file loses what it said,"
        " and nobody knows by which paper; a correction keeps both. Only `thidua validate --base` looks for this.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{field}` của {paper} là `{old}`, nay là `{new}`",
                en="`{field}` of {paper} was `{old}`, now `{new}`",
            ),
            _CORRECT,
        ),
        "changed-head": Wording(
            Text(
                vi="`{field}` của {paper} là `{old}`, nay là `{new}`",
                en="`{field}` of {paper} was `{old}`, now `{new}`",
            ),
            _CORRECT,
        ),
        "gone-head": Wording(
            Text(
                vi="`{field}` của {paper} là `{old}`, nay không còn",
                en="`{field}` of {paper} was `{old}`, now it is gone",
            ),
            _CORRECT,
        ),
        "changed-row": Wording(
            Text(
                vi="{paper}, dòng `{name}`: `{field}` là `{old}`, nay là `{new}`",
                en="{paper}, row of `{name}`: `{field}` was `{old}`, now `{new}`",
            ),
            _CORRECT,
        ),
        "gone-row": Wording(
            Text(
                vi="{paper}, dòng `{name}`: `{field}` là `{old}`, nay không còn",
                en="{paper}, row of `{name}`: `{field}` was `{old}`, now it is gone",
            ),
            _CORRECT,
        ),
        "changed-number": Wording(
            Text(
                vi="{paper}, số lượng `{name}`: `{field}` là `{old}`, nay là `{new}`",
                en="{paper}, number of `{name}`: `{field}` was `{old}`, now `{new}`",
            ),
            Text(vi="trả lại như cũ", en="put it back"),
        ),
        "gone-number": Wording(
            Text(
                vi="{paper}, số lượng `{name}`: `{field}` là `{old}`, nay không còn",
                en="{paper}, number of `{name}`: `{field}` was `{old}`, now it is gone",
            ),
            Text(vi="trả lại như cũ", en="put it back"),
        ),
        "changed-item": Wording(
            Text(
                vi="`{field}` của {paper} là `{old}`, nay là `{new}`",
                en="`{field}` of {paper} was `{old}`, now `{new}`",
            ),
            Text(vi="trả lại như cũ", en="put it back"),
        ),
    },
    check=AgainstBase(),
    bad=(
        Example({DECISION_PATH: _RENAMED, **CITY}, finds=(f"{DECISION_PATH}:5:16",), before=AWARDS),
        Example({DECISION_PATH: _MOVED, **CITY}, finds=(f"{DECISION_PATH}:5:36",), before=AWARDS),
        Example({DECISION_PATH: _REDATED, **CITY}, finds=(f"{DECISION_PATH}:1:37",), before=AWARDS),
        Example({DECISION_PATH: _EMPTIED, **CITY}, finds=(f"{DECISION_PATH}:5:9",), before=AWARDS),
    ),
    good=(
        Example({DECISION_PATH: _FORM, **CITY}, before=AWARDS),
        Example({PATH: CORRECTION, **AWARDS}, before=AWARDS),
    ),
)
