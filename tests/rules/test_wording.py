"""Everything that can be found while reading has words of its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from thidua.diagnostics import Finding, Language
from thidua.model.lists import RecipientKind
from thidua.rules import all_rules, rule
from thidua.source.problem import FlawKind, Problem
from thidua.store import paths, reading, text_checks, workspace, wrong_fields
from thidua.store.reading import read_record
from thidua.store.settings import unreadable_code
from thidua.vietnamese.dates import DayFault
from thidua.vietnamese.numbers import NumberFault


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_of_a_text_has_words(problem: Problem) -> None:
    wording = rule(unreadable_code(problem)).wording
    assert problem.value in wording or problem is Problem.DUPLICATE_KEY


@pytest.mark.parametrize("kind", FlawKind)
def test_every_flaw_has_words(kind: FlawKind) -> None:
    assert kind.value in rule("TD010").wording


@pytest.mark.parametrize("fault", NumberFault)
def test_every_fault_of_a_number_has_words(fault: NumberFault) -> None:
    assert {fault.value, f"{fault.value}-bare"} <= rule("TD007").wording.keys()


@pytest.mark.parametrize("fault", DayFault)
def test_every_fault_of_a_day_has_words(fault: DayFault) -> None:
    assert {f"day-{fault.value}", f"day-{fault.value}-bare"} <= rule("TD007").wording.keys()


@pytest.mark.parametrize("kind", RecipientKind)
def test_every_kind_of_recipient_has_words(kind: RecipientKind) -> None:
    assert kind.value in rule("TD301").wording


def _literal_variants(function: str) -> set[str]:
    """The variants that stand as plain text in one function of the reader."""
    tree = ast.parse(Path(wrong_fields.__file__).read_text("utf-8"))
    body = next(n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef) and n.name == function)
    found = set()
    for node in ast.walk(body):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "variant":
                    found |= {
                        n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and isinstance(n.value, str)
                    }
    return found


def test_every_variant_of_a_wrong_value_has_words() -> None:
    variants = _literal_variants("_why")
    assert {"period", "year", "lines", "text-expected", "other"} <= variants
    assert variants <= rule("TD007").wording.keys()
    suggested = set(re.findall(r'_suggested\("([\w-]+)"', Path(wrong_fields.__file__).read_text("utf-8")))
    assert suggested == {"list", "id"}
    assert {one for name in (*suggested, "thousands-dots") for one in (name, f"{name}-bare")} <= rule(
        "TD007"
    ).wording.keys()


def test_every_variant_of_the_other_findings_of_reading_has_words() -> None:
    assert {"", "near", "bare"} <= rule("TD005").wording.keys()
    assert {"", "inside"} <= rule("TD006").wording.keys()
    assert {"", "near", "reserved"} <= rule("TD008").wording.keys()
    assert {"folder", "folder-near", "year", "ending", "ending-near", "link", "repository"} <= rule(
        "TD009"
    ).wording.keys()
    assert "os" in rule("TD001").wording
    groups = re.findall(r"\(\?P<(\w+)>", text_checks._PERSONAL.pattern)
    assert {*groups, "birth"} <= rule("TD012").wording.keys()


def test_every_code_named_where_files_are_read_has_a_rule() -> None:
    app = Path(wrong_fields.__file__).parents[1] / "app"
    sources = [Path(module.__file__ or "") for module in (reading, wrong_fields, text_checks, workspace, paths)]
    codes = {
        code for file in (*sources, *app.glob("*.py")) for code in re.findall(r'"(TD\d{3})"', file.read_text("utf-8"))
    }
    assert codes <= {one.code for one in all_rules()}


CASES: dict[str, tuple[str, str, str]] = {
    # folder, text, what the clerk is told to write
    "thousands": ("years", "targets:\n  - {total: 2.405}\n", "viết `2405`"),
    "several dots": ("years", "targets:\n  - {total: 1.234.567}\n", "viết `1234567`"),
    "leading zero": ("years", "targets:\n  - {total: 0123}\n", "viết `123`"),
    "comma": ("years", "figures:\n  - {name: x, value: '25,8'}\n", "viết `25.8`"),
    "day": ("years", "conferences:\n  - {date: 30/10/2023}\n", "viết `2023-10-30`"),
    "swapped day": ("years", "conferences:\n  - {date: 2023-30-10}\n", "viết `2023-10-30`"),
    "no day": ("years", "conferences:\n  - {date: 3/2020}\n", "như `2023-10-30`"),
    "yes or no": ("bloc-years", "members_complete: no\n", "viết `khong`"),
    "Yes": ("bloc-years", "members_complete: Có\n", "viết `co`"),
    "list value": ("organisations", "name: X\nlevel: Huyện\n", "viết `huyen`"),
    "unknown value": ("organisations", "name: X\nlevel: zzz\n", "một trong các giá trị: nha-nuoc"),
    "id": ("organisations", "name: X\nparent: UBND tỉnh Ví dụ\n", "`ubnd-tinh-vi-du`"),
    "lines": ("organisations", 'name: "X\\nY"\n', "một dòng"),
    "empty": ("organisations", 'name: ""\n', "ghi giá trị"),
    "list for a value": ("organisations", "name: X\nlevel: [huyen]\n", "cùng dòng"),
    "text": ("organisations", "name: [X]\n", "cùng dòng"),
    "list": ("organisations", "name: X\nsuccessors: y\n", "bắt đầu bằng `- `"),
    "fields": ("organisations", "name: X\nsource: Báo\n", "các trường: `document`, `publisher`"),
    "list of fields": ("bloc-years", "members:\n  - {unit: x}\n", "mỗi dòng trong `members` là một mã hoặc tên"),
    "period": ("campaigns", "name: X\nperiod: tháng 3\n", "`9-thang-dau-2023`"),
    "reversed": ("campaigns", "name: X\nperiod: 2023-09-30/2023-01-01\n", "ngày bắt đầu trước"),
    "year": ("exemplars", "year: 1900\n", "bốn chữ số"),
    "nobody": ("awards", "awards:\n  - {award: x}\n", "`recipients`"),
    "two": ("awards", "awards:\n  - {award: x, recipients: [{name: A, collective: B}]}\n", "mỗi đối tượng một dòng"),
    "none": ("awards", "awards:\n  - {award: x, recipients: [{unit: A}]}\n", "thêm `name`"),
    "nominee and number": (
        "nominations",
        "rows:\n  - {award: x, recipient: {name: A}, counted: {individuals: 3}}\n",
        "tách thành hai dòng",
    ),
    "no nominee": ("nominations", "rows:\n  - {award: x}\n", "thêm `recipient`"),
    "opinion": ("nominations", "opinions:\n  - {opinion: Đồng ý}\nrows: []\n", "viết `dong-y`"),
    "opinion as text": ("nominations", "opinions: [Đồng ý]\nrows: []\n", "các trường"),
    "field": ("years", "targts: []\n", "viết `targets`"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_value_is_told_what_to_write(case: str) -> None:
    folder, text, told = CASES[case]
    (found,) = read_record(f"records/{folder}/2023/vi-du.yaml", folder, text.encode()).findings
    for language in Language:
        wording = rule(found.code).words(found.values)
        assert wording.help is not None
        said = wording.message.words(language, found.values) + " | " + wording.help.words(language, found.values)
        assert "?" not in said
        assert "``" not in said
        if language is Language.VI:
            assert told in said


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("note: liên hệ 0900 000 000\n", ["phone"]),
        ('note: "012345678901"\n', ["citizen"]),
        ("note: số 123456789 cấp\n", ["old"]),
        ("note: a.b@vi-du.vn\n", ["email"]),
        ("note: sinh năm 1980\n", ["birth"]),
        ("figures:\n  - {name: chi, value: 500000000, unit: đồng}\n", []),
        ("figures:\n  - name: chi\n    value: 500000000\n", []),
        ("note: chi 500000000 đồng\n", []),
        ("source: {address: https://vi-du.vn/bai-0900000000.html}\n", []),
    ],
)
def test_numbers_of_persons_are_told_from_sums_of_money(text: str, variants: list[str]) -> None:
    findings: tuple[Finding, ...] = read_record("records/years/2023/vi-du.yaml", "years", text.encode()).findings
    personal: list[Any] = [one.values["variant"] for one in findings if one.code == "TD012"]
    assert personal == variants
