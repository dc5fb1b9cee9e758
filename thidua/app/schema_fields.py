"""What the models say of their fields: key, words, type, closed list, shape."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from thidua.app.schema_words_law import LAW_FIELDS, LAW_LABELS
from thidua.diagnostics import Text
from thidua.model import base
from thidua.model.base import Record, Reference
from thidua.model.labels import LABELS
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo


class FieldKind(StrEnum):
    """What one value of a field is."""

    TEXT = "text"
    PROSE = "prose"
    COUNT = "count"
    AMOUNT = "amount"
    DAY = "day"
    YEAR = "year"
    PERIOD = "period"
    CODE = "code"
    """Text of a pattern of its own."""
    TAG = "tag"
    """The one word that says which of several shapes stands there."""
    CHOICE = "choice"
    REFERENCE = "reference"
    SHAPE = "shape"


_PLAIN = {
    FieldKind.COUNT: base.Count,
    FieldKind.AMOUNT: base.Amount,
    FieldKind.DAY: base.Day,
    FieldKind.YEAR: base.Year,
    FieldKind.PERIOD: base.Span,
    FieldKind.PROSE: base.Prose,
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record or of a part of one.

    Attributes:
        key: as it is written in a file.
        many: the field holds a list of such values.
        mapped: it holds such values by their ids.
        hint: the annotation of one value.
        shape: the model of a value that has fields itself.
        one_of: the models of which a value is one, as its `check` says.
        choices: the closed list of a value.
        reference: the folder in which the value is an id.
    """

    key: str
    title: Text
    about: Text | None
    required: bool
    many: bool
    mapped: bool
    kind: FieldKind
    hint: Any
    shape: type[Record] | None = None
    one_of: tuple[type[Record], ...] = ()
    choices: type[StrEnum] | None = None
    reference: Reference | None = None


@cache
def fields(model: type[Record]) -> tuple[Field, ...]:
    """Return the fields of a model, in the order of the model."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(_field(model, info.alias or name, info, hints[name]) for name, info in model.model_fields.items())


@cache
def by_key(model: type[Record]) -> dict[str, Field]:
    return {field.key: field for field in fields(model)}


def labels(choices: type[StrEnum]) -> list[tuple[str, Text]]:
    """Return the values of a closed list and how they read."""
    own = LAW_LABELS.get(choices.__name__) if choices.__module__.startswith("thidua.law.") else None
    return [(one.value, own[one.value] if own else Text(*LABELS[one])) for one in choices]


def shapes(models: list[type[Record]]) -> list[type[Record]]:
    """Return every model that these are made of, themselves not among them, first met first."""
    met: dict[type[Record], None] = dict.fromkeys(models)
    pending = list(models)
    while pending:
        for field in fields(pending.pop(0)):
            for shape in filter(None, (field.shape, *field.one_of)):
                if shape not in met:
                    met[shape] = None
                    pending.append(shape)
    return [model for model in met if model not in models]


@cache
def plain_schema(hint: Any) -> dict[str, Any]:
    """Return what pydantic demands of one value that is no shape and no closed list: lengths, pattern, example.

    Kept, since one kind of value stands in many fields, and pydantic takes long.
    """
    return TypeAdapter(hint).json_schema()


def tag_of(model: type[Record]) -> str:
    """Return the word by which a shape is told from others in its place, or the empty text."""
    return next((str(get_args(field.hint)[0]) for field in fields(model) if field.kind is FieldKind.TAG), "")


def _field(model: type[Record], key: str, info: FieldInfo, hint: Any) -> Field:
    one, many, mapped = _one_value(hint)
    title, about = _words(model, key, info)
    parts = tuple(_parts(one))
    choices = next((part for part in parts if isinstance(part, type) and issubclass(part, StrEnum)), None)
    shapes = tuple(part for part in parts if isinstance(part, type) and issubclass(part, Record))
    shape = shapes[0] if len(shapes) == 1 else None
    reference = next((part for part in parts if isinstance(part, Reference)), None)
    return Field(
        key,
        title,
        about,
        info.is_required(),
        many,
        mapped,
        _kind(one, choices, shapes, reference),
        one,
        shape,
        shapes if len(shapes) > 1 else (),
        choices,
        reference,
    )


def _words(model: type[Record], key: str, info: FieldInfo) -> tuple[Text, Text | None]:
    """Return title and description; those of the law's entries stand apart from their models."""
    if info.title is None:
        return LAW_FIELDS.get((model.__name__, key), LAW_FIELDS.get(("", key), (Text("", ""), None)))
    words = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    english = str(words.get("x-en-description", ""))
    about = Text(info.description or "", english) if info.description or english else None
    return Text(info.title, str(words.get("x-en-title", ""))), about


def _kind(one: Any, choices: object, shape: object, reference: object) -> FieldKind:
    if choices or shape or reference:
        return FieldKind.CHOICE if choices else FieldKind.SHAPE if shape else FieldKind.REFERENCE
    if get_origin(one) is Literal:
        return FieldKind.TAG
    plain = next((kind for kind, hint in _PLAIN.items() if hint == one), FieldKind.TEXT)
    return plain if plain is not FieldKind.TEXT or one == base.Line else FieldKind.CODE


def _one_value(hint: Any) -> tuple[Any, bool, bool]:
    """Return the annotation of one value, and whether a list, or a mapping, holds several."""
    arguments = [part for part in get_args(hint) if part is not type(None)]
    if get_origin(hint) is tuple:
        return arguments[0], True, False
    if get_origin(hint) is dict:
        return arguments[1], False, True
    if type(None) in get_args(hint):
        return _one_value(arguments[0])
    return hint, False, False


def _parts(hint: Any) -> Iterator[Any]:
    if get_origin(hint) is None and not hasattr(hint, "__metadata__"):
        yield hint
    for part in (*get_args(hint), *getattr(hint, "__metadata__", ())):
        yield from _parts(part)
