"""How fields and values of records read, for a change that is told in words. The models are loaded only when asked."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from thidua.app.review_files import BODY, SETTINGS
from thidua.diagnostics import Language, Text, printable, vietnamese_day
from thidua.report.review import Field
from thidua.report.review_fields import Difference, Named, Step
from thidua.store.corrected_values import stated_before
from thidua.store.queries import award_name, name_of

if TYPE_CHECKING:
    from thidua.app.schema_fields import Field as SchemaField
    from thidua.model.base import Record
    from thidua.store.register import Register

LONGEST = 160
"""A longer value is cut."""

_BODY = Text("Bài viết", "Text")
_BETWEEN = " › "


class Words:
    """Names of organisations and awards, labels of fields, values of closed lists, in one language."""

    def __init__(self, now: Register, then: Register, language: Language) -> None:
        self._registers = (now, then)
        self._language = language

    def name(self, folder: str, id_or_name: str) -> str:
        """Return how a record is called, from the side that has it."""
        if folder == "catalogue":
            found = (award_name(register, id_or_name) for register in self._registers)
        else:
            found = (name_of(register, folder, id_or_name) for register in self._registers)
        return next((one for one in found if one != id_or_name), id_or_name)

    def award(self, award: str, own_name: str) -> str:
        return own_name or self.name("catalogue", award)

    def field(self, folder: str, one: Difference) -> Field:
        """Return a difference with the names of its fields and of its values."""
        steps = (f"[{step.value}]" if isinstance(step, Named) else f".{step}" for step in one.way)
        key = "".join(steps).removeprefix(".")
        labels, field = self._way(self._model(folder), one.way)
        return Field(
            printable(key),
            _BETWEEN.join(labels),
            self._value(field, one.before),
            self._value(field, one.after),
        )

    def field_of_row(self, key: str, before: str | None, after: str | None) -> Field:
        """Return what differs in one row of a decision. An award needs no label: it says itself what it is."""
        if key == "award":
            values = [self.name("catalogue", one) if one else None for one in (before, after)]
            return Field(key, "", *values)
        owner = self._parts["AwardGroup"] if key == "method" else self._parts["Recipient"]
        labels, field = self._way(owner, (key,))
        return Field(key, _BETWEEN.join(labels), self._value(field, before), self._value(field, after))

    def stated_before(self, paper: str, route: str) -> str | None:
        """Return the value that a part of a paper corrects, as it stood before."""
        return stated_before(self._registers[0], paper, route)

    @cached_property
    def _parts(self) -> dict[str, type[Record]]:
        from thidua.model.award import AwardGroup, Recipient

        return {"AwardGroup": AwardGroup, "Recipient": Recipient}

    def _model(self, folder: str) -> type[Record] | None:
        if folder == SETTINGS:
            return None
        from thidua.store.kinds import model_of

        return model_of(folder)

    def _way(self, model: type[Record] | None, way: tuple[Step, ...]) -> tuple[list[str], SchemaField | None]:
        """Return the labels along the way to a field, and the last field of the model on it."""
        labels: list[str] = []
        field: SchemaField | None = None
        for step in way:
            if isinstance(step, Named):
                inner = self._schema(model, step.field)
                labels.append(self._value(inner, step.value) or "")
                continue
            field = self._schema(model, step)
            labels.append(self._label(step, field))
            model = field.shape if field is not None else None
        return labels, field

    def _schema(self, model: type[Record] | None, key: str) -> SchemaField | None:
        if model is None:
            return None
        from thidua.app.schema_fields import by_key

        return by_key(model).get(key)

    def _label(self, key: str, field: SchemaField | None) -> str:
        if key == BODY:
            return _BODY.words(self._language)
        title = field.title.words(self._language) if field is not None else ""
        return title or printable(key)

    def _value(self, field: SchemaField | None, value: Any) -> str | None:
        if value is None:
            return None
        if not isinstance(value, str):
            return self._whole(field, value)
        return _cut(printable(" ".join(self._worded(field, value).split())))

    def _worded(self, field: SchemaField | None, value: str) -> str:
        if field is None:
            return value
        if field.reference is not None:
            return self.name(field.reference.folder, value)
        if field.choices is not None:
            from thidua.app.schema_fields import labels

            return next((text.words(self._language) for one, text in labels(field.choices) if one == value), value)
        if field.kind == "day" and self._language is Language.VI:
            return vietnamese_day(value)
        return value

    def _whole(self, field: SchemaField | None, value: Any) -> str:
        """A part of a record in one line: its fields one after the other."""
        shape = field.shape if field is not None else None
        if isinstance(value, list):
            return _cut("; ".join(self._value(field, one) or "" for one in value))
        if not isinstance(value, dict):
            return _cut(json.dumps(value, ensure_ascii=False))
        told = []
        for key, one in value.items():
            inner = self._schema(shape, key)
            told.append(f"{self._label(key, inner)}: {self._value(inner, one)}")
        return _cut(", ".join(told))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
