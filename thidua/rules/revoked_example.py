"""The decision and the revocation that the examples of TD313, TD314 and TD315 start from."""

from __future__ import annotations

DECISION = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: thanh-pho-vi-du}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ}
"""
REVOCATION = """\
decision: 2023/5-qd-ubnd-vi-du
number: 9/QĐ-UBND
date: 2023-12-01
rows:
  - {name: Nguyễn Văn A}
"""
DECISION_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
PATH = "records/revocations/9-qd-ubnd-vi-du.yaml"
CITY = {"records/organisations/thanh-pho-vi-du.yaml": "name: Thành phố Ví dụ\n"}
AWARDS = {DECISION_PATH: DECISION, **CITY}
