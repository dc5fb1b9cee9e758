"""TD606: a file of the main branch could not be read, so that nobody knows what it sealed."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import AgainstBase, Example, Rule, plain
from thidua.rules.corrected_example import AWARDS, CITY, DECISION, DECISION_PATH

_BROKEN = DECISION.replace("date: 2023-03-06", "date: 06/3/2023")

RULE = Rule(
    code="TD606",
    name="base-unreadable",
    severity=Severity.WARNING,
    title=Text(vi="tệp trên nhánh chính có lỗi", en="a file of the main branch has errors"),
    why=Text(
        vi="Tệp có lỗi trên nhánh chính thì không biết nó đã ghi gì, nên không so được với tệp bây giờ; người duyệt xem bằng"
        " mắt. Chỉ `thidua validate --base` tìm điều này.",
        en="What a file with errors on the main branch stated is not known, so it cannot be compared with what it states now; the"
        " reviewer looks. Only `thidua validate --base` looks for this.",
    ),
    wording=plain(
        Text(
            vi="`{path}` trên nhánh chính không đọc được, nên không biết có sửa gì đã ban hành không",
            en="`{path}` of the main branch cannot be read, so what is sealed in it is not known",
        ),
        Text(vi="người duyệt so hai bản bằng mắt", en="the reviewer compares the two"),
    ),
    check=AgainstBase(),
    bad=(Example(AWARDS, finds=(f"{DECISION_PATH}:1:1",), before={DECISION_PATH: _BROKEN, **CITY}),),
    good=(Example({DECISION_PATH: DECISION, **CITY}, before=AWARDS),),
)
