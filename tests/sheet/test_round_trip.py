"""Any decision goes into a form and comes back without loss; any change of a form arrives as meant, and alone."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.reports.repository import files
from tests.sheet.office import COLUMNS, FILES, PATH
from thidua.app.fresh import fresh_apart
from thidua.app.sheet import form_of, lists, plan
from thidua.diagnostics import Language
from thidua.model.lists import PersonClass, Sex, YesNo
from thidua.render.sheet_book import read_form, write_form
from thidua.report.sheet_form import KINDS, rows_of
from thidua.source.document import parse
from thidua.source.emit import emit
from thidua.store.workspace import find_workspace

pytestmark = pytest.mark.long

LETTERS = "aăÂđ ỹỮ0123456789=+-@'\"_x{}[]:#&<>,.;|*!%\\/"
TEXTS = st.text(LETTERS, min_size=1, max_size=14).map(lambda text: " ".join(text.split())).filter(bool)
UNITS = st.sampled_from(["phong-noi-vu", "phong-y-te", "Nơi khác", "khong-co-ban-ghi"]) | TEXTS
AWARDS = ("giay-khen-cap-huyen", "lao-dong-tien-tien", "khong-co-trong-danh-muc")
CHOICES = {
    "class": st.sampled_from([one.value for one in PersonClass]),
    "sex": st.sampled_from([one.value for one in Sex]),
    **dict.fromkeys(("foreign", "pupil", "posthumous"), st.sampled_from([one.value for one in YesNo])),
}
OPTIONAL = {"unit": UNITS, "position": TEXTS, "achievement": TEXTS, "different_from_namesake": TEXTS, **CHOICES}


@st.composite
def recipients(draw: st.DrawFn) -> dict[str, str]:
    kind = draw(st.sampled_from(list(KINDS)))
    fields = draw(st.sets(st.sampled_from(list(OPTIONAL)), max_size=5))
    return {kind: draw(UNITS), **{name: draw(OPTIONAL[name]) for name in sorted(fields)}}


GROUPS = st.builds(
    lambda award, rows, more: {"award": award, "recipients": rows, **more},
    st.sampled_from(AWARDS),
    st.lists(recipients(), min_size=1, max_size=4),
    st.sampled_from([{}, {"name": "Tên riêng"}, {"counted": {"households": "2"}}]),
)
DECISIONS = st.lists(GROUPS, min_size=1, max_size=3).map(
    lambda groups: {"decision": {"number": "1/QĐ-UBND", "date": "2023-03-06"}, "period": "2022", "awards": groups}
)
SETTINGS = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


class Trip:
    """A decision in a form, and what comes back."""

    def __init__(self, folder: str, tree: Any) -> None:
        self.text = emit(tree)
        self.root = files(Path(folder), {**FILES, PATH: self.text})
        self.form = self.root / "phieu.xlsx"
        state = fresh_apart(find_workspace(self.root))
        write_form(self.form, form_of(state, PATH, 0), lists(state, 0), Language.VI)

    def back(self) -> str:
        state = fresh_apart(find_workspace(self.root))
        return plan(state, *read_form(self.form), may_empty=True).new


@SETTINGS
@given(DECISIONS)
def test_a_form_that_was_not_changed_leaves_every_byte(tree: Any) -> None:
    with TemporaryDirectory() as folder:
        trip = Trip(folder, tree)
        assert trip.back() == trip.text


@SETTINGS
@given(DECISIONS, st.data())
def test_a_change_arrives_as_it_was_meant_and_alone(tree: Any, data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        trip = Trip(folder, tree)
        expected = [values for _, _, values in rows_of(parse(trip.text).tree)]
        place = data.draw(st.integers(0, len(expected) - 1))
        name = data.draw(st.sampled_from(["position", "achievement", "different_from_namesake", "posthumous", "gone"]))
        value = data.draw(OPTIONAL.get(name, TEXTS))
        book = load_workbook(trip.form)
        sheet = book.worksheets[0]
        if name == "gone":
            sheet.delete_rows(place + 2)
            del expected[place]
        else:
            cell = sheet.cell(place + 2, COLUMNS[name])
            cell.value, cell.data_type = value, "s"
            expected[place] = {**expected[place], name: value}
        if not expected:
            return  # a decision without any award is refused by the check that stands before writing
        book.save(trip.form)
        found = [values for _, _, values in rows_of(parse(trip.back()).tree)]
        assert found == expected


def is_known(values: dict[str, str]) -> bool:
    """Whether the organisations of a row are ones that an entry takes as they are: it refuses ids without a record."""
    named = [values["unit"]] if "unit" in values else []
    named += [values["name"]] if values["kind"] in ("collective", "enterprise") else []
    return set(named) <= {"phong-noi-vu", "phong-y-te", "Nơi khác"}


@SETTINGS
@given(st.lists(recipients(), min_size=1, max_size=4))
def test_rows_typed_by_their_ids_and_words_are_the_rows_that_were_meant(rows: Any) -> None:
    group = {"award": "giay-khen-cap-huyen", "recipients": [{"name": "Người Có Sẵn"}]}
    with TemporaryDirectory() as folder:
        trip = Trip(folder, {"decision": {"number": "1/QĐ-UBND", "date": "2023-03-06"}, "awards": [group]})
        wanted = [
            values for _, _, values in rows_of({"awards": [{"award": "giay-khen-cap-huyen", "recipients": rows}]})
        ]
        wanted = [values for values in wanted if is_known(values)]
        book = load_workbook(trip.form)
        for number, values in enumerate(wanted, start=3):
            for name, value in values.items():
                cell = book.worksheets[0].cell(number, COLUMNS[name])
                cell.value, cell.data_type = value, "s"
        book.save(trip.form)
        found = [values for _, _, values in rows_of(parse(trip.back()).tree)][1:]
        assert found == wanted
