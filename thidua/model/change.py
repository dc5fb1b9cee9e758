"""Later decisions that correct or withdraw rows of an earlier one (*đính chính*, *thu hồi, huỷ bỏ*)."""

from __future__ import annotations

from thidua.model.award import RowReference
from thidua.model.base import Day, DecisionId, Fact, Line, OrganisationId, Record, about


class CorrectedRow(Record):
    """A row, and what is right in it."""

    row: RowReference = about("Dòng được đính chính", "Row corrected")
    field: Line = about("Nội dung: tên trường", "Field: its name in the record")
    value: Line = about("Giá trị đúng", "Right value")


class Correction(Fact):
    """A paper that corrects rows of a decision."""

    decision: DecisionId = about("Quyết định được đính chính", "Decision corrected")
    number: Line | None = about("Số văn bản đính chính", "Number", None)
    date: Day | None = about("Ngày văn bản đính chính", "Date", None)
    authority: OrganisationId | None = about("Cơ quan ban hành", "Authority", None)
    rows: tuple[CorrectedRow, ...] = about("Các dòng", "Rows")


class Revocation(Fact):
    """A paper that withdraws awards."""

    decision: DecisionId = about("Quyết định có khen thưởng bị thu hồi", "Decision whose awards are withdrawn")
    number: Line | None = about("Số quyết định thu hồi", "Number", None)
    date: Day | None = about("Ngày quyết định thu hồi", "Date", None)
    authority: OrganisationId | None = about("Cơ quan ban hành", "Authority", None)
    ground: Line | None = about("Lý do", "Ground", None)
    rows: tuple[RowReference, ...] = about("Các dòng bị thu hồi", "Rows withdrawn")
