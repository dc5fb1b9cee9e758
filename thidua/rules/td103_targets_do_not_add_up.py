"""TD103: the targets reached and missed do not add up to their total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text, Value
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording
from thidua.rules.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.base import Fact
    from thidua.model.described import Described
    from thidua.model.fact import TargetSummary


def check(record: Fact, _: str) -> Iterator[Found]:
    for route, part in parts(record, _is_summary):
        summary: TargetSummary = part
        values = _mismatch(summary)
        if values is not None:
            yield Found((*route, "total") if summary.total is not None else route, values)


def _mismatch(summary: TargetSummary) -> dict[str, Value] | None:
    reached = [n for n in (summary.exceeded, summary.met) if n is not None]
    if summary.met_or_exceeded is not None and reached:
        alone = len(reached) == 1
        if sum(reached) > summary.met_or_exceeded or (sum(reached) < summary.met_or_exceeded and not alone):
            return {"variant": "inner", **_sum(reached), "total": summary.met_or_exceeded}
    if summary.total is None:
        return None
    first = reached if summary.met_or_exceeded is None else [summary.met_or_exceeded]
    given = [*first, *(n for n in (summary.on_track, summary.missed) if n is not None)]
    left = summary.total - sum(given)
    if left < 0:
        return {"variant": "over", **_sum(given), "total": summary.total}
    if left > 0 and len(given) > 1:
        return {**_sum(given), "total": summary.total, "left": left}
    return None


def _sum(numbers: list[int]) -> dict[str, Value]:
    """As it would be written down: `5 + 12 + 1 = 18`, or the one number."""
    if len(numbers) == 1:
        return {"sum": str(numbers[0])}
    return {"sum": f"{' + '.join(map(str, numbers))} = {sum(numbers)}"}


def _is_summary(model: Described) -> bool:
    return model.is_a("fact.TargetSummary")


_WHOLE = """\
targets:
  - {of: vi-du, total: 20, exceeded: 5, met: 12, on_track: 1, missed: 2}
source: {document: Báo cáo Ví dụ}
"""
_SHORT = _WHOLE.replace(", missed: 2", "")
_OVER = _WHOLE.replace("missed: 2", "missed: 4")
_NOT_SPLIT = """\
targets:
  - {of: vi-du, total: 15, met_or_exceeded: 14}
source: {document: Báo cáo Ví dụ}
"""
_PATH = "records/years/2023/vi-du.yaml"

RULE = Rule(
    code="TD103",
    name="targets-do-not-add-up",
    severity=Severity.WARNING,
    title=Text(
        vi="số chỉ tiêu cộng lại không bằng tổng số", en="targets reached and missed do not add up to their total"
    ),
    why=Text(
        vi="Chỉ tiêu không được nhắc đến thường là chỉ tiêu không đạt. Chương trình không tự điền số còn thiếu."
        " Văn bản chỉ nêu một con số, như 14/15 chỉ tiêu đạt và vượt, thì không có gì để cộng.",
        en="A target nobody speaks of is often one that was missed. The program never fills in what is left over."
        " Where a paper gives one number only, as 14 of 15 met or exceeded, there is nothing to add up.",
    ),
    wording={
        "": Wording(
            Text(
                vi="{sum}, còn {left:count} trong {total:count} chỉ tiêu chưa được nói tới",
                en="{sum}, nothing is said of {left:count} of the {total:count} targets",
            ),
            Text(
                vi="bổ sung `missed`, `on_track`… theo văn bản; văn bản không nói thì ghi ở `doubt`",
                en="add `missed`, `on_track` and so on as the paper has them; if it is silent, say so in `doubt`",
            ),
        ),
        "over": Wording(
            Text(
                vi="{sum}, nhiều hơn tổng số {total:count} chỉ tiêu",
                en="{sum}, more than the total of {total:count} targets",
            ),
            Text(
                vi="sửa số theo văn bản; `met` không kể số chỉ tiêu vượt",
                en="mend the numbers as the paper has them; `met` does not include those exceeded",
            ),
        ),
        "inner": Wording(
            Text(
                vi="vượt và đạt: {sum}, khác với `met_or_exceeded` là {total:count}",
                en="exceeded and met: {sum}, but `met_or_exceeded` is {total:count}",
            ),
            Text(
                vi="ghi hoặc `exceeded` và `met`, hoặc `met_or_exceeded`",
                en="give either `exceeded` and `met`, or `met_or_exceeded`",
            ),
        ),
    },
    check=OfRecord(check, ("years", "bloc-years")),
    bad=(
        Example({_PATH: _SHORT}, finds=(f"{_PATH}:2:24",)),
        Example({_PATH: _OVER}, finds=(f"{_PATH}:2:24",)),
    ),
    good=(Example({_PATH: _WHOLE}), Example({_PATH: _NOT_SPLIT})),
)
