"""TD311: an award was handed over before it was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.award import AwardRecord


def check(record: AwardRecord, _: str) -> Iterator[Found]:
    decided = record.decision.date if record.decision is not None else None
    presented = record.presented.date if record.presented is not None else None
    if decided is not None and presented is not None and presented < decided:
        values = {"presented": presented.isoformat(), "decided": decided.isoformat()}
        yield Found(("presented", "date"), values)


_AFTER = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
presented: {date: 2023-03-20}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_BEFORE = _AFTER.replace("2023-03-20", "2023-03-02")
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD311",
    name="presented-before-decision",
    severity=Severity.ERROR,
    title=Text(vi="trao trước khi có quyết định", en="an award was handed over before it was decided"),
    why=Text(
        vi="Chỉ trao được khi đã có quyết định; ngược lại là một trong hai ngày bị gõ nhầm.",
        en="An award can be handed over only once it was decided; otherwise one of the two days is mistyped.",
    ),
    wording=plain(
        Text(
            vi="trao ngày {presented:day}, trước ngày quyết định {decided:day}",
            en="handed over on `{presented}`, before the decision of `{decided}`",
        ),
        Text(vi="sửa một trong hai ngày", en="mend one of the two days"),
    ),
    check=OfRecord(check, ("awards",)),
    bad=(Example({_PATH: _BEFORE}, finds=(f"{_PATH}:2:19",)),),
    good=(Example({_PATH: _AFTER}),),
)
