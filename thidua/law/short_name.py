"""How offices call awards in tables: short names, and families of which the authority decides the member."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any, Final

from thidua.source.document import parse
from thidua.vietnamese.text import fold

_FULL: Final = re.compile(r"\b(?:uy|u y) ban nhan dan\b")
_LEFT_OUT: Final = re.compile(r"\b(?:cua|chu tich|danh hieu|hinh thuc|tang|tang thuong)\b")


def award_called(text: str) -> str | None:
    """Return the id of the award that has this short name, whoever confers it."""
    return _short_names()[0].get(_key(text))


def family_called(text: str) -> tuple[str, str] | None:
    """Return what the ids of a family start with, and the words after the family's name: who is said to confer it."""
    wanted = _key(text)
    for name, family in sorted(_short_names()[1].items(), key=lambda one: -len(one[0])):
        if wanted == name or wanted.startswith(f"{name} "):
            return family, wanted[len(name) :].strip()
    return None


@cache
def _short_names() -> tuple[dict[str, str], dict[str, str]]:
    text = (files("thidua.law") / "catalogue" / "short_names.yaml").read_text("utf-8")
    tree: Any = parse(text).tree
    names, families = (
        {_key(name): id_ for id_, said in tree[section].items() for name in said} for section in ("names", "families")
    )
    return names, families


def _key(text: str) -> str:
    short = _FULL.sub("ubnd", fold(text).replace(".", " ").replace(",", " "))
    return " ".join(_LEFT_OUT.sub(" ", short).split()) or " ".join(short.split())
