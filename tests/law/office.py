"""An office with invented documents, eras and titles, and what the program says of it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.law.names import BK
from tests.reports.repository import Ran, thidua
from thidua.app.check import check
from thidua.diagnostics import Diagnostic, Language
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

RULES = "records/catalogue/rules"
DECREE, LOCAL = f"{RULES}/nghi-dinh-2027.yaml", f"{RULES}/quy-che.yaml"
BODIES = {
    f"records/organisations/{id_}.yaml": f"name: {name}\nkind: uy-ban-nhan-dan\nlevel: {level}\n"
    for id_, name, level in (("tinh", "UBND tỉnh Ví dụ", "bo-tinh"), ("xa", "UBND xã Ví dụ", "xa"))
}
THE_DECREE = """\
eras:
  e2027:
    from: 2027-01-01
    law: Luật Ví dụ
    decree: Nghị định 1/2027/NĐ-CP
    article: Nghị định 1/2027/NĐ-CP Điều 60
    confidence: xac-nhan
transitions:
  ho-so-truoc-2027:
    received_before: 2027-01-01
    decided_from: 2027-01-01
    era: e2026
    missing_received: theo-ngay-quyet-dinh
    article: Nghị định 1/2027/NĐ-CP Điều 61
    confidence: xac-nhan
powers:
  bang-khen-2027:
    awards: [bang-khen-bo-nganh-tinh]
    eras: [e2027]
    by: [chu-tich-ubnd-tinh]
    article: Nghị định 1/2027/NĐ-CP Điều 5
    confidence: xac-nhan
base_salary:
  tu-2027: {from: 2027-01-01, vnd: 3000000, article: Nghị định 2/2027/NĐ-CP, confidence: xac-nhan}
multiples:
  bang-khen-2027:
    awards: [bang-khen-bo-nganh-tinh]
    eras: [e2027]
    multiple: 2.5
    article: Nghị định 1/2027/NĐ-CP Điều 6
    confidence: xac-nhan
"""
PRAISE = "name: Người tốt, việc tốt\ngroup: danh-hieu\nkind: danh-hieu\nlevel: xa\nrecipients: [ca-nhan]\n"
THE_TITLE = """\
powers:
  nguoi-tot:
    awards: [nguoi-tot-viec-tot]
    eras: [e2025]
    by: [chu-tich-ubnd-tinh]
    article: Quy chế Điều 3
    confidence: xac-nhan
multiples:
  nguoi-tot: {awards: [nguoi-tot-viec-tot], eras: [e2025], multiple: 0.2, article: Quy chế Điều 4, confidence: xac-nhan}
"""


def decision(by: str, award: str = BK, day: str = "2027-03-01", received: str = "2027-02-01") -> str:
    return (
        f"decision: {{number: 1/QĐ-UBND, date: {day}, authority: {by}, received: {received}}}\nperiod: 2026\n"
        f"awards:\n  - award: {award}\n    recipients: [{{name: Trần Văn Mẫu, unit: xa}}]\n"
    )


def papers(text: str) -> dict[str, str]:
    year = text.partition("date: ")[2][:4]
    return {f"records/awards/{year}/1-qd-ubnd.yaml": text}


def findings(root: Path, language: Language = Language.VI) -> list[Diagnostic]:
    return list(check(find_workspace(root), language, date(2030, 1, 1)).diagnostics)


def said(root: Path, code: str) -> list[str]:
    return [one.message for one in findings(root) if one.code == code]


def bonus(root: Path, *more: str) -> Ran:
    return thidua(root, "bonus", "1/QĐ-UBND", *more)


def row(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bonus(root, "--format", "json").out)["rows"][0]
    return found
