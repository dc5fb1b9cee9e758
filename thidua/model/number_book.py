"""The book of register numbers (*số đăng ký*): what a decision is called aloud, given once and never to another."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from thidua.model.base import DecisionId, Fact, Line, Record, about

NUMBER = r"KT-(?:19|20)[0-9]{2}-[0-9]{4,}"
"""The year of the decision's date, and its place among those of the year: `KT-2026-0153`."""

RegisterNumber = Annotated[str, StringConstraints(pattern=f"^{NUMBER}$")]


class Numbered(Record):
    """One number, and the decision it was given to."""

    number: RegisterNumber = about("Số đăng ký: như KT-2026-0153", "Register number: such as KT-2026-0153")
    decision: DecisionId = about("Quyết định: mã trong awards", "Decision: id in awards")
    void: Line | None = about(
        "Bỏ: vì sao quyết định không còn; số không cấp lại",
        "Void: why the decision is gone; its number is not given again",
        None,
    )


class NumberBook(Fact):
    """The numbers of one year, in the order in which they were given."""

    numbers: tuple[Numbered, ...] = about("Các số đã cấp", "Numbers given")
