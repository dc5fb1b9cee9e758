"""Write what the models say of records as plain data, for the program to read in place of the models."""

from __future__ import annotations

import json

from thidua.model.describe import describe, models_in
from thidua.model.described import KEPT, Described, FieldTold, called
from thidua.model.kinds import models


def text() -> str:
    """Return the content of the file: one field a line, so that a change of a model is read as one."""
    every = [part for model in models().values() for part in (model, *models_in(model))]
    found = {called(one): describe(one) for one in every}
    plain = _plain(found)
    parts = []
    for name, one in sorted(found.items()):
        rows = ",\n".join(map(json.dumps, one.fields))
        names, check, is_plain = map(json.dumps, (one.names, one.check, name in plain))
        parts.append(f"{json.dumps(name)}: [{names}, [\n{rows}\n], {check}, {is_plain}]")
    return "{" + ",\n".join(parts) + "}\n"


def _plain(found: dict[str, Described]) -> set[str]:
    """Return the models in which there is none that is not plain."""
    plain = {name for name, one in found.items() if one.plain}
    while True:
        rest = {
            name for name in plain if all(one in plain for field in found[name].fields for one in _models_in(field))
        }
        if rest == plain:
            return plain
        plain = rest


def _models_in(field: FieldTold) -> tuple[str, ...]:
    return field.of if field.holds_records else ()


if __name__ == "__main__":
    KEPT.write_bytes(text().encode())
