"""Write what the fields of the records hold that reports read without pydantic."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from thidua.model import base, lists, stated_fields
from thidua.model.kinds import model
from thidua.model.stated import KINDS, MANY, NEEDED, key_of
from thidua.store import shape

KEPT = Path(stated_fields.__file__)
HEADER = '''"""What the fields hold of records that `thidua.model.stated` reads, by model; written by `make docs`."""

from __future__ import annotations

from typing import Final

FIELDS: Final = '''

_TEXTS = {
    "Line": (base.Line, base.OrganisationOrName),
    "Prose": (base.Prose,),
    "Id": (base.AwardId, base.BlocId, base.CampaignId, base.OrganisationId, base.PersonId),
    "Count": (base.Count,),
    "Amount": (base.Amount,),
    "Day": (base.Day,),
    "Span": (base.Span,),
}


def text() -> str:
    """Return the module."""
    found: dict[str, dict[str, str]] = {}
    for folder in KINDS:
        _add(model(folder), found)
    lines = ["{"]
    for name, fields in sorted(found.items()):
        lines += [f'    "{name}": {{', *(f'        "{field}": "{type_}",' for field, type_ in fields.items()), "    },"]
    return HEADER + "\n".join([*lines, "}"]) + "\n"


def _add(one: type[BaseModel], found: dict[str, dict[str, str]]) -> None:
    if one.__name__ in found:
        return
    found[one.__name__] = fields = {}
    hints = get_type_hints(one, include_extras=True)
    for field, said in one.model_fields.items():
        if (said.alias or field) != key_of(field) or (not said.is_required() and said.default not in (None, ())):
            raise TypeError(f"{one.__name__}.{field} is not as `thidua.model.stated` reads it")
        many = shape.is_list(hints[field])
        type_ = _type(hints[field], found)
        fields[field] = type_ + (MANY if many else "") + (NEEDED if said.is_required() else "")


def _type(hint: Any, found: dict[str, dict[str, str]]) -> str:
    """Return the name of the one type that an annotation, the items of a list or what is not `None` have."""
    for name, types in _TEXTS.items():
        if hint in types:
            return name
    if isinstance(hint, type) and issubclass(hint, StrEnum) and getattr(lists, hint.__name__, None) is hint:
        return hint.__name__
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        _add(hint, found)
        return hint.__name__
    inside = [one for one in get_args(hint) if one not in (type(None), ...)]
    if len(inside) != 1:
        raise TypeError(f"{hint} is not as `thidua.model.stated` reads it")
    return _type(inside[0], found)


if __name__ == "__main__":
    KEPT.write_bytes(text().encode())
