"""JSON Schema of the records, for editors: made from the models, in one language.

Every scalar of a record file is text for this program, whereas an editor reads `2023` as a number and `co` as text.
So a field accepts what an editor makes of any text that the program would take, and nothing it can tell to be wrong.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from thidua.app.schema_fields import Field, FieldKind, fields, labels, plain_schema, tag_of
from thidua.app.schema_words import IS_AWARD, IS_ID, IS_ID_OR_NAME, KINDS, ONE_OF, PARTS, VALUES
from thidua.model.award import AwardGroup, Recipient
from thidua.model.base import SLUG
from thidua.model.lists import RECIPIENT_FIELDS
from thidua.model.period import FIRST_YEAR, LAST_YEAR
from thidua.store.kinds import model_of
from thidua.store.paths import FOLDERS
from thidua.store.writer import write_all

if TYPE_CHECKING:
    from enum import StrEnum
    from pathlib import Path

    from thidua.diagnostics import Language, Text
    from thidua.model.base import Record, Reference

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ENDING = ".schema.json"

_ANYTHING = ["string", "integer", "number", "boolean"]
_TYPES = {
    FieldKind.TEXT: _ANYTHING,
    FieldKind.CODE: _ANYTHING,
    FieldKind.PROSE: _ANYTHING,
    FieldKind.REFERENCE: _ANYTHING,
    FieldKind.COUNT: ["integer", "string"],
    FieldKind.YEAR: ["integer", "string"],
    FieldKind.PERIOD: ["integer", "string"],
    FieldKind.AMOUNT: ["number", "string"],
    FieldKind.DAY: ["string"],
}
"""What an editor may take a text for: `412` in a name is an integer, `25.8` a number."""

_LIMITS = {
    FieldKind.COUNT: {"minimum": 0},
    FieldKind.YEAR: {"minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    FieldKind.PERIOD: {"minimum": FIRST_YEAR, "maximum": LAST_YEAR},
}

_BETWEEN_FIELDS: dict[type[Record], dict[str, Any]] = {
    Recipient: {"oneOf": [{"required": [field]} for field in RECIPIENT_FIELDS]},
    AwardGroup: {"anyOf": [{"required": [field]} for field in ("recipients", "counted", "described")]},
}
"""What a model asks of its fields together."""


def schema(folder: str, language: Language) -> dict[str, Any]:
    """Return the schema of the records in one folder, one of `FOLDERS`."""
    title, about = KINDS[folder]
    parts: dict[str, Any] = {}
    whole = _shape(model_of(folder), language, parts)
    return {
        "$schema": DIALECT,
        "title": title.words(language),
        "description": about.words(language),
        **whole,
        "$defs": dict(sorted(parts.items())),
    }


def schema_name(folder: str) -> str:
    """Return the name of the file with the schema of a kind."""
    return f"{folder.replace('/', '-')}{ENDING}"


def schema_files(language: Language, folder: str = "") -> dict[str, str]:
    """Return the text of every schema file by its name; of one folder only, if one is given."""
    return {
        schema_name(one): json.dumps(schema(one, language), ensure_ascii=False, indent=2) + "\n"
        for one in FOLDERS
        if not folder or one == folder
    }


def write_schemas(target: Path, language: Language, folder: str = "", *, dry_run: bool = False) -> list[str]:
    """Write the schema files into a folder, over those of an earlier time; return their names.

    Raises:
        OSError: the folder cannot be written.
    """
    files = schema_files(language, folder)
    if not dry_run:
        target.mkdir(parents=True, exist_ok=True)
        write_all(target, files)
    return list(files)


def description(field: Field, language: Language) -> str:
    """Return all there is to say about a field besides its title: what it is, and what stands in it."""
    about = field.about.words(language) if field.about else ""
    values = "" if field.kind in (FieldKind.TEXT, FieldKind.PROSE, FieldKind.TAG) else value_words(field, language)
    sentences = [f"{part[0].upper()}{part[1:]}." for part in (about, values) if part]
    return " ".join(sentences)


def value_words(field: Field, language: Language) -> str:
    """Return what one value of a field is, in words; empty for a shape."""
    if field.choices is not None:
        return ONE_OF.words(language, {"values": choice_words(field.choices, language)})
    if field.reference is not None:
        return _reference_words(field.reference).words(language, {"folder": field.reference.folder})
    if field.kind is FieldKind.TAG:
        return f"`{get_args(field.hint)[0]}`"
    return VALUES[field.kind].words(language) if field.kind in VALUES else ""


def choice_words(choices: type[StrEnum], language: Language) -> str:
    return ", ".join(f"{value} ({label.words(language)})" for value, label in labels(choices))


def _reference_words(reference: Reference) -> Text:
    if reference.folder == "catalogue":
        return IS_AWARD
    return IS_ID_OR_NAME if reference.or_name else IS_ID


def _shape(model: type[Record], language: Language, parts: dict[str, Any]) -> dict[str, Any]:
    properties = {field.key: _property(field, language, parts) for field in fields(model)}
    required = [field.key for field in fields(model) if field.required]
    return {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
        **_BETWEEN_FIELDS.get(model, {}),
    }


def _property(field: Field, language: Language, parts: dict[str, Any]) -> dict[str, Any]:
    words = {"title": field.title.words(language)}
    if text := description(field, language):
        words["description"] = text
    one = _value(field, language, parts)
    if field.mapped:
        return {**words, "type": "object", "propertyNames": {"pattern": f"^{SLUG}$"}, "additionalProperties": one}
    return {**words, "type": "array", "items": one} if field.many else {**words, **one}


def _part(shape: type[Record], language: Language, parts: dict[str, Any]) -> dict[str, Any]:
    name = shape.__name__
    if name not in parts:
        parts[name] = {}  # a criterion has criteria: named before it is described
        parts[name] = {"description": PARTS[name].words(language), **_shape(shape, language, parts)}
    return {"$ref": f"#/$defs/{name}"}


def _one_of(shapes: tuple[type[Record], ...], language: Language, parts: dict[str, Any]) -> dict[str, Any]:
    """Return a value of several shapes: its `check` says which, so that an editor marks what is wrong with that one."""
    tags = {tag_of(shape): _part(shape, language, parts) for shape in shapes}
    told = [{"if": {"properties": {"check": {"const": tag}}}, "then": part} for tag, part in tags.items()]
    return {"type": "object", "required": ["check"], "properties": {"check": {"enum": list(tags)}}, "allOf": told}


def _value(field: Field, language: Language, parts: dict[str, Any]) -> dict[str, Any]:
    if field.shape is not None:
        return _part(field.shape, language, parts)
    if field.one_of:
        return _one_of(field.one_of, language, parts)
    if field.kind is FieldKind.TAG:
        return {"const": get_args(field.hint)[0]}
    if field.choices is not None:
        return {"enum": [value for value, _ in labels(field.choices)]}
    return {**plain_schema(field.hint), "type": _TYPES[field.kind], **_LIMITS.get(field.kind, {})}
