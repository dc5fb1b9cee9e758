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

_BOOK = "records/numbers/2023.yaml"
_GIVEN = "numbers:\n  - {number: KT-2023-0001, decision: 2023/5-qd-ubnd-vi-du}\n"
_GIVEN_ANOTHER = _GIVEN.replace("2023/5", "2023/7")
_VOIDED = _GIVEN.replace("vi-du}", "vi-du, void: nhập trùng với 4/QĐ-UBND}")

_CORRECT = Text(
    vi="trả lại như cũ; cái đúng khác đi thì ghi văn bản đính chính bằng `thidua correct`",
    en="put it back; what a paper says is right otherwise goes into a correction, by `thidua correct`",
)

_BACK = Text(vi="trả lại như cũ", en="put it back")
_VOID = Text(
    vi="trả lại như cũ: số đã cấp ở lại với quyết định của nó; cấp nhầm, hay quyết định không còn, thì ghi thêm `void: lý do`"
    " ở dòng này, rồi `thidua number` cấp số khác cho quyết định nào cần",
    en="put it back: a number stays with its decision; where it was given by mistake, or the decision is gone, add"
    " `void: reason` to this row, and `thidua number` gives another to a decision that needs one",
)

RULE = Rule(
    code="TD603",
    name="sealed-value-changed",
    severity=Severity.ERROR,
    title=Text(vi="sửa giá trị của văn bản đã ban hành", en="a sealed paper states something else"),
    why=Text(
        vi="Quyết định có số, ngày đã lên nhánh chính thì giữ nguyên như đã ký. Sửa thẳng vào tệp là làm mất điều quyết định"
        " đã ghi mà không ai biết theo văn bản nào; đính chính thì giữ cả hai. Sổ số đăng ký (`records/numbers/`) không đính"
        " chính: số đã cấp không chuyển sang quyết định khác, chỉ bỏ bằng `void`. Chỉ `thidua validate --base` tìm điều này.",
        en="A decision with number and date on the main branch stays as it was signed. Who edits its file loses what it said,"
        " and nobody knows by which paper; a correction keeps both. A book of register numbers (`records/numbers/`) is not"
        " corrected: a number never goes to another decision, it can only be made `void`. Only `thidua validate --base` looks"
        " for this.",
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
            _BACK,
        ),
        "gone-number": Wording(
            Text(
                vi="{paper}, số lượng `{name}`: `{field}` là `{old}`, nay không còn",
                en="{paper}, number of `{name}`: `{field}` was `{old}`, now it is gone",
            ),
            _BACK,
        ),
        "changed-item": Wording(
            Text(
                vi="`{field}` của {paper} là `{old}`, nay là `{new}`",
                en="`{field}` of {paper} was `{old}`, now `{new}`",
            ),
            _BACK,
        ),
        "gone-item": Wording(
            Text(
                vi="`{field}` của {paper} là `{old}`, nay không còn",
                en="`{field}` of {paper} was `{old}`, now it is gone",
            ),
            _BACK,
        ),
        "changed-given": Wording(
            Text(
                vi="{paper}, số `{name}`: `{field}` là `{old}`, nay là `{new}`",
                en="{paper}, `{name}`: `{field}` was `{old}`, now `{new}`",
            ),
            _VOID,
        ),
        "gone-given": Wording(
            Text(
                vi="{paper}, số `{name}`: `{field}` là `{old}`, nay không còn",
                en="{paper}, `{name}`: `{field}` was `{old}`, now it is gone",
            ),
            _VOID,
        ),
    },
    check=AgainstBase(),
    bad=(
        Example({DECISION_PATH: _RENAMED, **CITY}, finds=(f"{DECISION_PATH}:5:16",), before=AWARDS),
        Example({DECISION_PATH: _MOVED, **CITY}, finds=(f"{DECISION_PATH}:5:36",), before=AWARDS),
        Example({DECISION_PATH: _REDATED, **CITY}, finds=(f"{DECISION_PATH}:1:37",), before=AWARDS),
        Example({DECISION_PATH: _EMPTIED, **CITY}, finds=(f"{DECISION_PATH}:5:9",), before=AWARDS),
        Example({_BOOK: _GIVEN_ANOTHER}, finds=(f"{_BOOK}:2:38",), before={_BOOK: _GIVEN}),
    ),
    good=(
        Example({DECISION_PATH: _FORM, **CITY}, before=AWARDS),
        Example({PATH: CORRECTION, **AWARDS}, before=AWARDS),
        Example({_BOOK: _VOIDED}, before={_BOOK: _GIVEN}),
    ),
)
