"""A column that is made of others, as an office's own form may have one, is as exact as the least exact of them."""

from __future__ import annotations

import pytest

from thidua.report.statutory_cells import added_up
from thidua.report.statutory_values import Because, Cell, Reason, State
from thidua.report.values import Figure

ONE, ZERO, NONE = Cell(State.KNOWN, Figure(1, ())), Cell(State.KNOWN, Figure(0, ())), Cell(State.NO_DATA)
OPEN = Cell(State.UNKNOWN, because=(Because(Reason.METHOD, 1, None, ()),))
LEAST = Cell(State.AT_LEAST, Figure(2, ()), because=OPEN.because)
ABOUT = Cell(State.ABOUT, Figure(3, ()), because=OPEN.because)


@pytest.mark.parametrize(
    ("parts", "state", "value"),
    [
        ([ONE, ZERO], State.KNOWN, 1),
        ([ONE, NONE], State.KNOWN, 1),
        ([NONE, NONE], State.NO_DATA, None),
        ([NONE, OPEN], State.UNKNOWN, None),
        ([ONE, OPEN], State.AT_LEAST, 1),
        ([ONE, LEAST], State.AT_LEAST, 3),
        ([LEAST, ABOUT], State.ABOUT, 5),
    ],
)
def test_sum_of_cells(parts: list[Cell], state: State, value: int | None) -> None:
    made = added_up(parts)
    assert (made.state, made.figure.value if made.figure else None) == (state, value)
    assert bool(made.because) == any(part.because for part in parts)
