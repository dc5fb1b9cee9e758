"""Mistakes in an office's own rules are found where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.law.names import BK
from tests.law.office import BODIES, DECREE, LOCAL, RULES, THE_DECREE, bonus, decision, findings, papers, row, said
from tests.rules.repository import write

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "article: Quy chế Điều 1, confidence: xac-nhan"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("§multiple: {}\n", "TD005", "`multiple`"),
        (f"funds:\n  a: {{eras: [e2025], §percent: 1, base: {{vi: a, en: b}}, {GOOD}}}\n", "TD005", "`percent`"),
        (f"funds:\n  a: {{eras: [e2025], pct: §'1,5', base: {{vi: a, en: b}}, {GOOD}}}\n", "TD007", "`1,5`"),
        ("base_salary:\n  a: §{from: 2027-01-01, vnd: 1, confidence: xac-nhan}\n", "TD006", "`article`"),
        ("base_salary:\n  a: §{from: 2027-01-01, vnd: 1, article: a}\n", "TD006", "`confidence`"),
        (f"base_salary:\n  a: {{from: §1/1/2027, vnd: 1, {GOOD}}}\n", "TD007", "`1/1/2027`"),
        ("base_salary:\n  a: {from: 2027-01-01, vnd: 1, article: a, confidence: §chac}\n", "TD007", "`chac`"),
        (f"base_salary:\n  a: {{§id: b, from: 2027-01-01, vnd: 1, {GOOD}}}\n", "TD005", "`id`"),
        (f"base_salary:\n  a: {{§origin: law, from: 2027-01-01, vnd: 1, {GOOD}}}\n", "TD005", "`origin`"),
        (f"base_salary:\n  §A_b: {{from: 2027-01-01, vnd: 1, {GOOD}}}\n", "TD007", "`A_b`"),
        ("base_salary:\n  a: §b\n", "TD007", "`a`"),
        (f"base_salary:\n  a: {{from: 2027-01-01, vnd: §-5, {GOOD}}}\n", "TD007", "`-5`"),
        (
            f"rules:\n  a: {{about: lam-tron, eras: [e2027], unit: §0, mode: len, text: {{vi: a, en: b}}, {GOOD}}}\n",
            "TD007",
            "`0`",
        ),
        ("base_salary: §a\n", "TD007", "`base_salary`"),
        ("base_salary:\n  §- a\n", "TD007", "`base_salary`"),
        (f"routes:\n  a: {{eras: [e2025], conditions: [§{{check: human}}], {GOOD}}}\n", "TD006", "`question`"),
        (f"routes:\n  a: {{eras: [e2025], conditions: [§{{chek: human}}], {GOOD}}}\n", "TD006", "`check`"),
        (f"routes:\n  a: {{eras: [e2025], conditions: [{{check: §humane}}], {GOOD}}}\n", "TD007", "`humane`"),
        (f"routes:\n  a: {{eras: [e2025], conditions: [§human], {GOOD}}}\n", "TD007", "`conditions`"),
        (
            f"routes:\n  a: {{eras: [e2025], conditions: [{{check: service_years, §year: 5, years: 5}}], {GOOD}}}\n",
            "TD005",
            "`year`",
        ),
        (f"funds:\n  a: {{eras: [§e2052], pct: 1, base: {{vi: a, en: b}}, {GOOD}}}\n", "TD911", "`e2052`"),
        (
            f"powers:\n  a: {{awards: [{BK}], eras: [e2025], by: [§chu-tich-tinh], {GOOD}}}\n",
            "TD911",
            "`chu-tich-tinh`",
        ),
        (f"powers:\n  a: {{awards: [§bang], eras: [e2025], by: [chinh-phu], {GOOD}}}\n", "TD902", "`bang`"),
        (
            (
                f"transitions:\n  a: {{received_before: 2027-01-01, decided_from: 2027-01-01, era: §e2052, {GOOD},"
                " missing_received: chua-ro}\n"
            ),
            "TD911",
            "`e2052`",
        ),
    ],
)
def test_a_mistake_is_found_where_it_stands(tmp_path: Path, text: str, code: str, words: str) -> None:
    """`§` stands before what has to be changed."""
    before, _, after = text.partition("§")
    root = write(tmp_path, {**BODIES, **papers(decision("tinh")), LOCAL: before + after})
    found = [one for one in findings(root) if one.primary.path == LOCAL]
    assert code in {one.code for one in found}
    (one, *_) = [one for one in found if one.code == code]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    assert str(one.primary) == f"{LOCAL}:{line}:{column}"
    assert words in one.message
    assert one.help or "phải lớn hơn 0" in one.message
    assert bonus(root).status in (0, 1)  # a file that cannot be read is named, never a traceback


def test_a_list_of_money_names_rules_it_could_not_read(tmp_path: Path) -> None:
    root = write(tmp_path, {**BODIES, **papers(decision("tinh")), LOCAL: "multiples: {a: {}}\n"})
    ran = bonus(root)
    assert (ran.status, LOCAL in ran.out, LOCAL in ran.err) == (1, True, True)


def test_one_id_in_two_files_is_an_error_and_the_last_holds(tmp_path: Path) -> None:
    other = f"{RULES}/a.yaml"
    root = write(tmp_path, {**BODIES, **papers(decision("tinh")), DECREE: THE_DECREE})
    again = "multiples:" + THE_DECREE.partition("multiples:")[2].replace("2.5", "9")
    write(root, {other: again})
    assert [message.partition("`")[2].partition("`")[0] for message in said(root, "TD912")] == [
        "multiples.bang-khen-2027"
    ]
    assert row(root)["multiple"] == "2.5"
