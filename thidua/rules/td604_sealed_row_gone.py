"""TD604: a sealed paper, or a row of one, is not there any more."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import AgainstBase, Example, Rule, Wording
from thidua.rules.corrected_example import AWARDS, CITY, CORRECTION, DECISION_PATH, NAMESAKES, PATH
from thidua.rules.revoked_example import DECISION, REVOCATION
from thidua.rules.revoked_example import PATH as REVOKED_PATH

_TWO = {DECISION_PATH: NAMESAKES, **CITY}
_MOVED = {DECISION_PATH.replace("vi-du", "thanh-pho-vi-du"): DECISION, **CITY}

_REVOKE = Text(
    vi="trả lại dòng đó; khen thưởng bị thu hồi thì ghi bằng `thidua revoke`",
    en="put the row back; an award that is withdrawn is recorded by `thidua revoke`",
)
_FILE = Text(vi="trả lại tệp; đổi tên tệp thì nội dung giữ nguyên", en="put the file back; it may have another name")

RULE = Rule(
    code="TD604",
    name="sealed-row-gone",
    severity=Severity.ERROR,
    title=Text(vi="xoá dòng, xoá văn bản đã ban hành", en="a sealed paper or a row of one is gone"),
    why=Text(
        vi="Dòng bị xoá khỏi quyết định đã lên nhánh chính làm tổng số thấp đi mà không ai thấy. Thu hồi thì ghi theo quyết định"
        " thu hồi: dòng còn đó và không được đếm. Chỉ `thidua validate --base` tìm điều này.",
        en="A row removed from a decision on the main branch makes totals smaller and nobody sees it. What is withdrawn is"
        " recorded by the decision that does: the row stays and counts no more. Only `thidua validate --base` looks for this.",
    ),
    wording={
        "": Wording(Text(vi="{paper} không còn", en="{paper} is gone"), _FILE),
        "awards": Wording(Text(vi="quyết định {paper} không còn", en="the decision {paper} is gone"), _FILE),
        "corrections": Wording(
            Text(vi="văn bản đính chính {paper} không còn", en="the correction {paper} is gone"), _FILE
        ),
        "revocations": Wording(
            Text(vi="quyết định thu hồi {paper} không còn", en="the revocation {paper} is gone"), _FILE
        ),
        "row": Wording(
            Text(vi="dòng `{name}` của {paper} không còn", en="the row of `{name}` in {paper} is gone"),
            _REVOKE,
        ),
        "number": Wording(
            Text(
                vi="số lượng `{name}` của {paper} không còn, mà danh sách không đủ chừng ấy",
                en="the number of `{name}` in {paper} is gone, and no list of as many is there",
            ),
            Text(vi="trả lại số lượng, hoặc ghi đủ danh sách", en="put the number back, or list them all"),
        ),
        "item": Wording(
            Text(vi="`{name}` của {paper} không còn", en="`{name}` of {paper} is gone"),
            Text(vi="trả lại như cũ", en="put it back"),
        ),
    },
    check=AgainstBase(),
    bad=(
        Example(AWARDS, finds=(f"{DECISION_PATH}:2:1",), before=_TWO),
        Example(CITY, finds=(f"{DECISION_PATH}:1:1",), before=AWARDS),
        Example(AWARDS, finds=(f"{PATH}:1:1",), before={PATH: CORRECTION, **AWARDS}),
        Example(AWARDS, finds=(f"{REVOKED_PATH}:1:1",), before={REVOKED_PATH: REVOCATION, **AWARDS}),
    ),
    good=(Example(_MOVED, before=AWARDS), Example({REVOKED_PATH: REVOCATION, **AWARDS}, before=AWARDS)),
)
