"""A decision and its register number, as the examples of rules show them."""

from __future__ import annotations

BOOK = "records/numbers/2023.yaml"
NUMBERED = "numbers:\n  - {number: KT-2023-0001, decision: 2023/5-qd-ubnd-vi-du}\n"
_DECISION = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: thanh-pho-vi-du}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
DECISIONS = {
    "records/awards/2023/5-qd-ubnd-vi-du.yaml": _DECISION,
    "records/awards/2023/6-qd-ubnd-vi-du.yaml": _DECISION.replace("5/QĐ", "6/QĐ"),
    "records/organisations/thanh-pho-vi-du.yaml": "name: Thành phố Ví dụ\n",
}
