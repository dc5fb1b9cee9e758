"""The forms as data: what they name exists, nothing is called confirmed, and an office can add one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from thidua.law.award import awards
from thidua.law.entry import CatalogueError, Confidence
from thidua.law.statutory import Length, forms
from thidua.model.lists import Method, PersonClass
from thidua.report.statutory_filter import is_as_long

if TYPE_CHECKING:
    from thidua.law.statutory import Filter, Form

ALL = tuple(forms())


def filters(form: Form) -> list[Filter]:
    return [form.scope, *(row.count for row in form.rows), *(one.count for one in form.columns if one.count)]


def test_these_forms_are_known() -> None:
    assert ALL == ("0601", "0602", "0603", "bieu-01", "bieu-03", "bieu-05")


@pytest.mark.parametrize("id_", ALL)
def test_a_form_names_its_source_and_awards_that_exist(id_: str) -> None:
    form = forms()[id_]
    assert form.confidence is Confidence.ONE_SOURCE, "one source was read"
    assert form.article
    assert form.in_force
    kinds = {award.kind for award in awards().values()}
    for one in filters(form):
        assert {*one.awards, *one.except_awards} <= {*awards()}
        assert {*one.kinds, *one.except_kinds} <= kinds


@pytest.mark.parametrize("id_", ["0602", "0603"])
def test_five_classes_and_seven_methods_have_a_row_each(id_: str) -> None:
    rows = forms()[id_].rows
    assert [one for row in rows for one in row.count.classes] == [*PersonClass]
    assert sorted(one for row in rows for one in row.count.methods) == sorted(Method)


@pytest.mark.parametrize(
    ("id_", "formulas"),
    [
        ("0601", ["1=2+3+4", "2", "3", "4"]),
        ("0603", ["1=2+3+4+5", "2", "3", "4", "5"]),
        ("bieu-01", [str(one) for one in range(3, 20)]),
        (
            "bieu-03",
            ["3", "4", "5", "6", "7=6:3", "8", "9", "10", "11=10:3", "12", "13", "14", "15=14:3", "16", "17=16:3"],
        ),
    ],
)
def test_columns_and_formulas(id_: str, formulas: list[str]) -> None:
    assert [one.formula for one in forms()[id_].columns] == formulas


@pytest.mark.parametrize(
    ("id_", "codes"),
    [
        ("0601", [f"{one:02}" for one in range(1, 13)]),
        ("0602", ["1", "2", "3", *map(str, range(6, 22))]),
        ("0603", [f"{one:02}" for one in range(1, 18)]),
    ],
)
def test_codes_of_rows(id_: str, codes: list[str]) -> None:
    assert [row.code for row in forms()[id_].rows if row.code] == codes


@pytest.mark.parametrize(
    ("first", "last", "length", "fits"),
    [
        ((2025, 1, 1), (2025, 12, 30), {"under": "1"}, True),
        ((2025, 1, 1), (2025, 12, 31), {"under": "1"}, False),
        ((2025, 1, 1), (2025, 12, 31), {"exactly": "1"}, True),
        ((2024, 2, 29), (2025, 2, 28), {"exactly": "1"}, True),
        ((2025, 1, 1), (2025, 12, 31), {"over": "1"}, False),
        ((2025, 1, 1), (2026, 1, 1), {"over": "1", "under": "3"}, True),
        ((2025, 1, 1), (2027, 12, 31), {"over": "1", "under": "3"}, False),
        ((2025, 1, 1), (2027, 12, 31), {"at_least": "3"}, True),
        ((2025, 1, 1), (2029, 12, 30), {"at_least": "5"}, False),
    ],
)
def test_length_in_years(
    first: tuple[int, int, int], last: tuple[int, int, int], length: dict[str, str], fits: bool
) -> None:
    assert is_as_long((date(*first), date(*last)), Length.model_validate(length)) is fits


def own(**fields: Any) -> dict[str, Any]:
    words = {"vi": "Mẫu", "en": "Invented"}
    column = {"number": "1", "label": words, "count": {}}
    return {
        "article": "Điều 1", "confidence": "mot-nguon", "number": "99", "name": words, "basis": words,
        "counted": "khen-thuong", "columns": [column], "rows": [{"label": words}], **fields,
    }  # fmt: skip


WORDS = {"vi": "Mẫu", "en": "Invented"}


def test_an_office_can_add_a_form_of_its_own() -> None:
    found = forms({"records/catalogue/mau.yaml": {"forms": {"mau-01": own()}}})
    assert (*found,) == (*ALL, "mau-01")
    assert found["mau-01"].origin == "records/catalogue/mau.yaml"


@pytest.mark.parametrize(
    "fields",
    [
        {"columns": [{"number": "1", "label": WORDS}]},
        {"columns": [{"number": "1", "label": WORDS, "sum": ["2"]}]},
        {"columns": [{"number": "1", "label": WORDS, "share": ["1", "1"]}]},
        {"columns": [{"number": "1", "label": WORDS, "count": {}}] * 2},
        {"columns": [{"number": "1", "label": WORDS, "count": {}}, {"number": "2", "label": WORDS, "share": ["1"]}]},
        {"columns": [{"number": "1", "label": WORDS, "count": {"sao": "1"}}]},
        {"columns": [{"number": "1", "label": WORDS, "count": {"methods": ["khac"]}}]},
        {"rows": [{"code": "1", "label": WORDS, "part_of": ["2"]}]},
        {"rows": [{"code": "1", "label": WORDS}] * 2},
    ],
)
def test_a_form_that_cannot_be_filled_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(CatalogueError, match=r"forms\.mau-01"):
        forms({"records/catalogue/mau.yaml": {"forms": {"mau-01": own(**fields)}}})
