"""Later decisions that correct or withdraw rows of an earlier one (*đính chính*, *thu hồi, huỷ bỏ*)."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, get_type_hints

from pydantic import TypeAdapter, ValidationInfo, field_validator

from thidua.model.award import AwardGroup, AwardRecord, Decision, Presentation, Recipient, RowReference, Signer
from thidua.model.base import Day, DecisionId, Fact, Line, OrganisationId, Record, about
from thidua.model.faults import NotOfARow
from thidua.model.lists import CorrectedField

OF_DECISION: Final = frozenset(
    {
        CorrectedField.DECISION_NUMBER, CorrectedField.DECISION_DATE, CorrectedField.DECISION_AUTHORITY,
        CorrectedField.DECISION_RECEIVED, CorrectedField.SIGNER_NAME, CorrectedField.SIGNER_POSITION,
        CorrectedField.SIGNER_CAPACITY, CorrectedField.YEAR, CorrectedField.PERIOD, CorrectedField.METHOD,
        CorrectedField.CAMPAIGN, CorrectedField.BLOC, CorrectedField.PRESENTED_DATE,
    }
)  # fmt: skip
"""Fields that a decision has once, and no row has."""

_PARTS: Final[dict[str, type[Record]]] = {"decision": Decision, "decision.signer": Signer, "presented": Presentation}


@cache
def field_hint(field: CorrectedField) -> Any:
    """Return the annotation of the field that a correction names, where the decision's record has it."""
    if field is CorrectedField.AWARD:
        model: type[Record] = AwardGroup
    elif field in OF_DECISION:
        model = _PARTS.get(field.value.rpartition(".")[0], AwardRecord)
    else:
        model = Recipient
    hints = get_type_hints(model, include_extras=True)
    key = field.value.rpartition(".")[2]
    return next(hints[name] for name, info in model.model_fields.items() if (info.alias or name) == key)


@cache
def _adapter(field: CorrectedField) -> TypeAdapter[Any]:
    return TypeAdapter(field_hint(field))


def typed_value(field: CorrectedField, value: str) -> Any:
    """Return a right value as the decision's record holds it.

    Raises:
        ValidationError: the field cannot have it.
    """
    return _adapter(field).validate_python(value)


class CorrectedRow(Record):
    """One value, and what is right in its place."""

    row: RowReference | None = about(
        "Dòng được đính chính: bỏ khi đính chính chính quyết định (số, ngày, người ký)",
        "Row corrected: left out where the decision itself (number, date, signer) is corrected",
        None,
    )
    field: CorrectedField = about(
        "Nội dung: tên trường, như name, unit, award, decision.date",
        "Field: its name in the record, such as name, unit, award, decision.date",
    )
    value: Line = about("Giá trị đúng", "Right value")

    @field_validator("field")
    @classmethod
    def _of_what_is_named(cls, field: CorrectedField, info: ValidationInfo) -> CorrectedField:
        if "row" in info.data and (info.data["row"] is None) is not (field in OF_DECISION):
            raise NotOfARow(field.value, is_of_decision=field in OF_DECISION)
        return field

    @field_validator("value")
    @classmethod
    def _fits_the_field(cls, value: str, info: ValidationInfo) -> str:
        field = info.data.get("field")
        if field is not None:
            typed_value(field, value)
        return value


class Correction(Fact):
    """A paper that corrects a decision or rows of it."""

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
