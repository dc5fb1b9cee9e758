"""The page of the records: the models, their words and the examples, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.schema import value_words
from thidua.app.schema_examples import EXAMPLES
from thidua.app.schema_fields import Field, fields, shapes
from thidua.app.schema_words import KINDS, PARTS
from thidua.diagnostics import Language, Text
from thidua.render.schema_page import FieldRow, Shape, render
from thidua.store.kinds import models

if TYPE_CHECKING:
    from thidua.model.base import Record


def records_page() -> str:
    """Return `docs/records.md`."""
    kinds = [
        Shape(f"{folder}/", *KINDS[folder], fields=_rows(model), example=EXAMPLES[folder])
        for folder, model in models().items()
    ]
    parts = [
        Shape(model.__name__, None, PARTS[model.__name__], _rows(model)) for model in shapes(list(models().values()))
    ]
    return render(kinds, parts)


def _rows(model: type[Record]) -> tuple[FieldRow, ...]:
    """Return the fields of a model, those that must be given first, those of every fact last."""
    found = sorted(fields(model), key=lambda field: (not field.required, field.key in ("source", "doubt", "note")))
    return tuple(_row(field) for field in found)


def _row(field: Field) -> FieldRow:
    return FieldRow(
        field.key,
        field.title,
        field.about,
        Text(value_words(field, Language.VI), value_words(field, Language.EN)),
        tuple(shape.__name__ for shape in (field.shape, *field.one_of) if shape is not None),
        field.required,
        field.many,
        field.mapped,
    )
