"""Parts and what is not known of them make up the whole, whatever the records hold."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.statutory.office import Cell, Office
from thidua.model.lists import Method, PersonClass

BK = "bang-khen-bo-nganh-tinh"
NUMBERS = st.integers(min_value=0, max_value=4)
METHODS = st.sampled_from(["", *Method])
ROWS = st.lists(
    st.sampled_from(["{collective: xa-vi-du}", "{enterprise: Công ty Mẫu}", "{household: Mẫu}", "", *PersonClass]),
    max_size=4,
)
COUNTS = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("collectives", "households", "individuals", "unsplit"), NUMBERS)
)
DECISIONS = st.lists(st.tuples(METHODS, st.one_of(ROWS.filter(bool), COUNTS.filter(bool))), min_size=1, max_size=4)

RECIPIENTS, METHOD_ROWS = ("02", "04", "05"), tuple(map(str, range(11, 18)))
CLASSES = ("06", "07", "08", "09", "10")


def whom(asked: list[str] | dict[str, int]) -> str:
    if isinstance(asked, dict):
        return f"counted: {{{', '.join(f'{kind}: {number}' for kind, number in asked.items())}}}"
    return ", ".join(_row(one, number) for number, one in enumerate(asked))


def _row(one: str, number: int) -> str:
    if one.startswith("{"):
        return one
    return f"{{name: Mẫu {number}, unit: xa-vi-du{f', class: {one}' if one else ''}}}"


def value(cell: Cell) -> int:
    return int(cell[1] or 0)


@given(DECISIONS)
@settings(max_examples=8, deadline=None)
def test_parts_and_what_is_open_make_the_whole(decisions: list[tuple[str, list[str] | dict[str, int]]]) -> None:
    with TemporaryDirectory() as folder:
        office = Office(Path(folder) / "office")
        for method, asked in decisions:
            office.decision(BK, whom(asked), method=method)
        cells, table = office.cells("0603"), office.table("0603")
    total = cells["01", "2"]
    assert total[0] == "biet"
    assert cells["01", "1"] == total
    counts = [asked for _, asked in decisions if isinstance(asked, dict)]
    unsplit = sum(one.get("unsplit", 0) for one in counts)
    assert sum(value(cells[row, "2"]) for row in RECIPIENTS) + unsplit == value(total)
    assert sum(value(cells[row, "2"]) for row in METHOD_ROWS) + without_method(decisions) == value(total)
    classless = sum(one.get("individuals", 0) for one in counts)
    classless += sum(one == "" for _, asked in decisions if isinstance(asked, list) for one in asked)
    assert sum(value(cells[row, "2"]) for row in CLASSES) + classless == value(cells["05", "2"])
    assert value(cells["03", "2"]) <= value(cells["02", "2"])
    for row in table["rows"]:
        for cell in row["cells"]:
            assert (cell["figure"] is None) == (cell["state"] in ("chua-ro", "chua-co-so-lieu", "khong-ap-dung"))
            assert bool(cell["because"]) == (cell["state"] in ("chua-ro", "it-nhat", "khoang")) == bool(cell["note"])
            if cell["figure"]:
                assert cell["figure"]["records"], "every figure has its records"


def without_method(decisions: list[tuple[str, list[str] | dict[str, int]]]) -> int:
    return sum(
        len(asked) if isinstance(asked, list) else sum(asked.values()) for method, asked in decisions if not method
    )
