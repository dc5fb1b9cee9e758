"""What is kept after a small change is what a full run would find."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from tests.rules.repository import write
from thidua.app.fresh import _freshen, fingerprint, fresh
from thidua.rules import all_rules
from thidua.rules.base import OfRegister
from thidua.rules.number_example import DECISIONS, NUMBERED
from thidua.store.open_register import in_memory
from thidua.store.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.diagnostics import Finding
    from thidua.rules.base import Rule
    from thidua.store.register import Register

FEW, MANY = 10, 40

EXTRA = {
    "records/organisations/ubnd-vi-du.yaml": [
        "name: UBND Ví dụ\nparent: ubnd-vi-du\n",
        "name: UBND Ví dụ\nto: 2023-05-01\n",
    ],
    "records/organisations/vi-du.yaml": ["name: Ví dụ\nparent: ubnd-vi-du\n", "name: Ví dụ\nlevel: zzz\n"],
    "records/organisations/phuong-vi-du.yaml": ["name: Phường Ví dụ\nsuccessors: [phuong-vi-du, thanh-pho-vi-du]\n"],
    "records/revocations/1.yaml": [
        "decision: 2023/5-qd-ubnd-vi-du\nnumber: 9/QĐ-UBND\ndate: 2023-12-01\nrows:\n  - {name: Nguyễn Văn A}\n",
        "decision: 2023/5-qd-ubnd-vi-du\nnumber: 9/QĐ-UBND\ndate: 2023-12-01\nrows:\n  - {name: Nguyễn Thị B}\n",
    ],
    "records/revocations/2.yaml": [
        "decision: 2023/6-qd-ubnd-vi-du\nnumber: 8/QĐ-UBND\ndate: 2023-12-01\nrows:\n  - {name: Nguyễn Văn A}\n",
    ],
    "records/revocations/3.yaml": [
        "decision: 2023/5-qd-ubnd-vi-du\nnumber: 9/QĐ-UBND\nrows:\n  - {name: Nguyễn Văn A, unit: Phòng khác}\n",
        "decision: 2023/7-vi-du\nnumber: 9/QĐ-UBND\ndate: 2023-02-01\nrows:\n  - {name: Nguyễn Văn A}\n",
    ],
    "records/corrections/1.yaml": [
        (
            f"decision: 2023/{decision}\nnumber: 9/ĐC-UBND\ndate: {date}\nrows:\n"
            f"  - {{row: {{name: Nguyễn Văn {who}}}, field: {field}, value: {value}}}\n"
        )
        for decision, date, who, field, value in (
            ("5-qd-ubnd-vi-du", "2023-04-01", "A", "name", "Nguyễn Văn Á"),
            ("5-qd-ubnd-vi-du", "2023-04-01", "A", "unit", "phong-vi-du"),
            ("7-vi-du", "2023-04-01", "A", "award", "lao-dong-tien-tien"),
            ("7-vi-du", "2022-04-01", "Á", "unit", "Phòng khác"),
        )
    ],
    "records/corrections/2.yaml": [
        (
            f"decision: 2023/{decision}\nnumber: 10/ĐC-UBND\ndate: 2023-05-01\nrows:\n"
            f"  - {{field: {field}, value: {value}}}\n"
            "  - {row: {name: Nguyễn Thị B}, field: name, value: Nguyễn Văn A}\n"
        )
        for decision in ("5-qd-ubnd-vi-du", "6-qd-ubnd-vi-du")
        for field, value in (
            ("decision.number", "50/QĐ-UBND"),
            ("decision.number", "5/QĐ-UBND"),
            ("decision.date", "2023-06-01"),
            ("campaign", "phong-trao-vi-du"),
            ("decision.authority", "vi-du"),
            ("period", "2024"),
        )
    ],
    "records/awards/2023/7-vi-du.yml": ["name: x\n"],
    "records/catalogue/giay-khen-rieng.md": [
        "---\nname: Giấy khen riêng\ngroup: hinh-thuc\nkind: giay_khen\nlevel: xa\nrecipients: [tap-the]\n---\n"
    ],
    "records/catalogue/giay-khen-rieng.yaml": [
        f"name: Giấy khen riêng\ngroup: hinh-thuc\nkind: giay_khen\nlevel: xa\nrecipients: [{kind}]\n"
        for kind in ("tap-the", "ca-nhan")
    ],
    "records/awards/2023/7-vi-du.yaml": [
        f"decision: {{number: {number}/QĐ-UBND, date: {date}, authority: {authority}}}\n"
        "campaign: phong-trao-vi-du\nawards:\n"
        f"  - award: giay-khen-rieng\n    recipients:\n      - {{name: Nguyễn Văn A, unit: {unit}}}\n"
        f"  - award: giay-khen-cap-huyen\n    recipients:\n      - {{name: Nguyễn Văn A, unit: {unit}}}\n"
        for number, date, authority, unit in (
            (5, "2023-03-06", "ubnd-vi-du", "phong-vi-du"),
            (7, "2023-01-06", "thanh-pho-vi-du", "vi-du"),
            (50, "2024-01-06", "vi-du", "Phòng Ví dụ"),
        )
    ],
    "records/catalogue/rules/rieng.yaml": [
        (
            "powers:\n  rieng: {awards: [giay-khen-rieng, giay-khen-cap-huyen], eras: [e2017, e2024], by: ["
            f"{kind}], article: Quy chế, confidence: xac-nhan}}\n{more}"
        )
        for kind, more in (
            ("chu-tich-ubnd-xa", ""),
            ("thu-truong-so", "absent:\n  a: {awards: [a], eras: [e2071], article: a, confidence: xac-nhan}\n"),
            (
                "rieng",
                (
                    "kinds:\n  rieng: {name: Riêng, english: Own, ids: [ubnd-xa-vi-du, vi-du],"
                    " article: a, confidence: xac-nhan}\n"
                ),
            ),
        )
    ],
    "records/catalogue/rules/rieng-2.yaml": [
        (
            "powers:\n  rieng: {awards: [giay-khen-rieng], eras: [e2024], by: [chinh-phu],"
            " article: a, confidence: xac-nhan}\n"
        )
    ],
    "records/years/2024/vi-du.yaml": [
        (
            "tallies:\n  - {period: 9-thang-dau-2023, of: vi-du, counted: {individuals: 1}}\n"
            "  - {campaign: phong-trao-vi-du, counted: {individuals: 1, collectives: 1}}\n"
        ),
        "figures:\n  - {name: thu ngân sách ví dụ, value: 1, unit: tỷ đồng}\n",
    ],
    "records/bloc-years/2024/khoi-vi-du.yaml": ["leader: phong-vi-du-2\nnext_leader: phong-vi-du-1\n"],
    "records/organisations/ubnd-xa-vi-du.yaml": [
        f"name: UBND xã Ví dụ {number}\n{more}"
        for number, more in enumerate(
            ("", "level: xa\n", "kind: co-quan\nlevel: so-don-vi\n", "kind: to-chuc-dang\nlevel: xa\n")
        )
    ],
    "records/catalogue/chien-si-thi-dua-co-so.yaml": [
        "name: Danh hiệu riêng\ngroup: danh-hieu\nkind: danh-hieu\nlevel: xa\nrecipients: [ca-nhan]\n"
    ],
    "records/revocations/4.yaml": [
        "decision: 2025/26-vi-du\nnumber: 9/QĐ-UBND\ndate: 2025-12-01\nrows:\n  - {name: Nguyễn Văn A}\n",
    ],
    "records/awards/2025/26-vi-du.yaml": [
        f"decision: {{number: 26/QĐ-UBND, date: {date}, authority: {authority}}}\nawards:\n"
        f"  - award: {award}\n    recipients:\n      - {{name: Nguyễn Văn A}}\n"
        for date, authority, award in (
            ("2025-06-20", "ubnd-xa-vi-du", "chien-si-thi-dua-co-so"),
            ("2025-07-20", "ubnd-xa-vi-du", "chien-si-thi-dua-co-so"),
            ("2025-07-20", "ubnd-huyen-vi-du", "giay-khen-cap-huyen"),
            ("2025-07-20", "ubnd-xa-vi-du", "bang-khen-bo-nganh-tinh"),
        )
    ],
}
"""Contents that make the examples meet each other."""


def pool() -> dict[str, list[str | bytes]]:
    """Every content that a path has in the examples of rules over the register."""
    contents: dict[str, list[str | bytes]] = defaultdict(list)
    for rule in all_rules():
        if isinstance(rule.check, OfRegister):
            for example in (*rule.bad, *rule.good):
                for path, content in example.files.items():
                    contents[path].append(content)
    for path, more in EXTRA.items():
        contents[path].extend(more)
    return {path: sorted(set(many), key=repr) for path, many in sorted(contents.items())}


def plain(findings: list[Finding]) -> list[str]:
    return sorted(f"{one.code} {one.at} {sorted(one.values.items())} {one.related}" for one in findings)


def full_run(workspace: Workspace) -> list[str]:
    """What every rule finds when it is asked about everything, not only about keys that files touch."""
    with patch("thidua.app.refresh.MANY", -1):
        return run_apart(workspace)


def run_apart(workspace: Workspace) -> list[str]:
    register = in_memory(fingerprint())
    _freshen(workspace, register)
    found = [*plain(register.findings()), *corrected(register)]
    register.close()
    return found


def test_a_finding_calls_an_award_as_the_catalogue_does_now(tmp_path: Path) -> None:
    rows = "  - award: rieng\n    recipients:\n      - {name: Nguyễn Văn A}\n      - {name: Nguyễn Văn A}\n"
    write(tmp_path, {"thidua.yaml": "format: 1\n", "records/awards/2023/1.yaml": f"awards:\n{rows}"})
    workspace = find_workspace(tmp_path)
    own = tmp_path / "records/catalogue/rieng.yaml"
    for name in ("", "Giấy khen riêng", "Giấy khen khác", ""):
        text = f"name: {name}\ngroup: hinh-thuc\nkind: giay_khen\nlevel: xa\nrecipients: [ca-nhan]\n"
        write(tmp_path, {"records/catalogue/rieng.yaml": text}) if name else own.unlink(missing_ok=True)
        state = fresh(workspace)
        found = [*plain(state.register.findings()), *corrected(state.register)]
        state.register.close()
        assert found == full_run(workspace)
        assert any("TD306" in one and (name or "rieng") in one for one in found)


def test_of_two_books_with_one_number_the_first_by_path_is_named_whichever_was_read_last(tmp_path: Path) -> None:
    books = {f"records/numbers/2023{end}.yaml": NUMBERED for end in ("", "-a", "-b")}
    later = {"records/numbers/2023-c.yaml": NUMBERED.replace("0001", "0002")}
    write(tmp_path, {"thidua.yaml": "format: 1\n", **DECISIONS, **books, **later})
    workspace = find_workspace(tmp_path)
    first = "records/numbers/2023-a.yaml"
    for content in (NUMBERED, "numbers: []\n", NUMBERED):
        write(tmp_path, {first: content})
        state = fresh(workspace)
        found = [*plain(state.register.findings()), *corrected(state.register)]
        state.register.close()
        assert found == full_run(workspace)
    assert any("TD932" in one and f"path='{first}'" in one for one in found)


def corrected(register: Register) -> list[str]:
    """The rows of decisions as papers made them, and what they were before."""
    columns = "award_row.place, award_row.route, line, award, kind, name, unit, person, revoked"
    rows = register.ask(f"SELECT path, {columns} FROM award_row JOIN file ON file.id = award_row.file")
    papers = register.ask(
        "SELECT path, number, date, authority, year, campaign FROM decision JOIN file ON file.id = file"
    )
    were = register.ask(
        "SELECT path, place, field, before, value FROM corrected_value JOIN file ON file.id = corrected_value.file"
    )
    return sorted(map(repr, (*rows, *papers, *were)))


def change(root: Path, contents: dict[str, list[str | bytes]], dice: random.Random) -> str:
    """Write, rewrite or delete one file."""
    path = dice.choice(sorted(contents))
    file = root / path
    if file.exists() and dice.random() < 0.4:
        file.unlink()
        return f"deleted {path}"
    content = dice.choice(contents[path])
    write(root, {path: content})
    return f"wrote {path}\n{content!r}"


@pytest.mark.parametrize(
    ("seed", "steps"), [(0, FEW), *(pytest.param(seed, MANY, marks=pytest.mark.long) for seed in range(6))]
)
def test_kept_findings_are_those_of_a_full_run(seed: int, steps: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    contents = pool()
    start = {path: dice.choice(many) for path, many in contents.items() if dice.random() < 0.85}
    write(tmp_path, start)
    workspace = find_workspace(tmp_path)
    for _ in range(steps):
        told = change(tmp_path, contents, dice)
        assert kept_findings(workspace) == full_run(workspace), told


def kept_findings(workspace: Workspace) -> list[str]:
    state = fresh(workspace)
    kept = [*plain(state.register.findings()), *corrected(state.register)]
    state.register.close()
    return kept


@pytest.mark.long
@pytest.mark.parametrize(
    "rule", [one for one in all_rules() if isinstance(one.check, OfRegister)], ids=lambda one: one.code
)
def test_each_file_of_a_bad_example_can_come_and_go(rule: Rule, tmp_path: Path) -> None:
    for number, example in enumerate(rule.bad):
        root = write(tmp_path / str(number), example.files)
        workspace = find_workspace(root)
        assert kept_findings(workspace) == full_run(workspace)
        for path in example.files:
            (root / path).unlink()
            assert kept_findings(workspace) == full_run(workspace), f"without {path}"
            for content in (example.files[path], *(good.files.get(path) for good in rule.good), example.files[path]):
                if content is not None:
                    write(root, {path: content})
                    assert kept_findings(workspace) == full_run(workspace), f"with {path}: {content!r}"


@pytest.mark.long
def test_every_rule_over_the_register_finds_something_in_the_changes(tmp_path: Path) -> None:
    contents = pool()
    seen: set[str] = set()
    dice = random.Random(1)
    for _ in range(40):
        for path, many in contents.items():
            write(tmp_path, {path: dice.choice(many)})
        workspace = find_workspace(tmp_path)
        seen |= {one.split()[0] for one in full_run(workspace)}
    kept = {rule.code for rule in all_rules() if isinstance(rule.check, OfRegister) and not rule.check.today}
    assert kept <= seen
