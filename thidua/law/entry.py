"""Entries of the law's data: what each must say, and how they are read from the package and an office's own files."""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Self, TypeVar

from pydantic import ValidationError

from thidua.model.base import Line, Prose, Record
from thidua.source.document import parse

LAW = "law"
"""The origin of an entry that came with the program."""

Overlay = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""An office's own entries: name of its file → section → id → entry, every scalar as text."""

SECTIONS = {
    "eras": "eras.yaml",
    "transitions": "eras.yaml",
    "kinds": "authorities.yaml",
    "powers": "authorities.yaml",
    "routes": "prerequisites.yaml",
    "general": "prerequisites.yaml",
    "counting": "prerequisites.yaml",
    "absent": "prerequisites.yaml",
    "base_salary": "bonuses.yaml",
    "multiples": "bonuses.yaml",
    "factors": "bonuses.yaml",
    "rules": "bonuses.yaml",
    "funds": "bonuses.yaml",
    "forms": "forms.yaml",
}
"""Every section of the law's data, and the packaged file it stands in."""


class Confidence(StrEnum):
    """How well an entry is known."""

    CONFIRMED = "xac-nhan"
    """The legal text was read, or two independent sources agree."""
    ONE_SOURCE = "mot-nguon"
    UNCONFIRMED = "chua-xac-nhan"


class Certainty(StrEnum):
    """What a text says of a point; where it says nothing, that is kept as such."""

    YES = "co"
    NO = "khong"
    UNKNOWN = "chua-ro"


class CatalogueError(ValueError):
    """An entry of the law's data cannot be read.

    Attributes:
        file: the packaged file, or the office's.
        entry: `section.id`, or the section alone.
        fault: what is wrong with it.
    """

    def __init__(self, file: str, entry: str, fault: str) -> None:
        super().__init__(f"{file}: `{entry}`: {fault}")
        self.file, self.entry, self.fault = file, entry, fault


class Words(Record):
    """The same thing said in both languages."""

    vi: Prose
    en: Prose


class Entry(Record):
    """One entry: it names its article, says how well it is known, and where it came from.

    Attributes:
        article: as it is cited in Vietnamese.
        id: its key in the file.
        origin: `LAW`, or the name of the office's file.
    """

    article: Line
    confidence: Confidence
    note: Words | None = None
    id: str = ""
    origin: str = LAW

    def unconfirmed(self, note: Words | None) -> Self:
        """Return the entry as it is known where it may no longer hold."""
        return self.model_copy(update={"confidence": Confidence.UNCONFIRMED, "note": note or self.note})


class Stated(Record):
    """What every condition may say beside its own: a ground narrower than the route's, how well known, a remark."""

    article: Line | None = None
    confidence: Confidence | None = None
    note: Words | None = None


E = TypeVar("E", bound=Entry)


def entries(section: str, model: type[E], overlay: Overlay | None = None) -> Mapping[str, E]:
    """Return the entries of a section by id; an office's own are added, or stand in place of those of the same id.

    Raises:
        CatalogueError: an entry cannot be read.
    """
    return _entries(section, model, json.dumps(overlay, default=dict) if overlay else "")


@cache
def _entries(section: str, model: type[E], overlay: str) -> Mapping[str, E]:
    file = SECTIONS[section]
    found = {id_: _entry(model, file, LAW, section, id_, tree) for id_, tree in _packaged(file)[section].items()}
    for own, sections in (json.loads(overlay) if overlay else {}).items():
        _refuse_unknown_sections(own, sections)
        for id_, tree in sections.get(section, {}).items():
            found[id_] = _entry(model, own, own, section, id_, tree)
    return found


@cache
def _packaged(file: str) -> dict[str, Any]:
    return parse(catalogue_text(file)).tree


def catalogue_text(file: str) -> str:
    """Return a packaged file as it is."""
    return (files("thidua.law") / "catalogue" / file).read_text("utf-8")


def _refuse_unknown_sections(file: str, sections: Mapping[str, Any]) -> None:
    for section, its in sections.items():
        if section not in SECTIONS:
            raise CatalogueError(file, section, f"no such section; there are {', '.join(SECTIONS)}")
        if not isinstance(its, Mapping):
            raise CatalogueError(file, section, "not a mapping of entries by id")


def _entry(model: type[E], file: str, origin: str, section: str, id_: str, tree: Any) -> E:
    name = f"{section}.{id_}"
    if not isinstance(tree, Mapping):
        raise CatalogueError(file, name, "not a mapping")
    if given := sorted({"id", "origin"} & set(tree)):
        raise CatalogueError(file, name, f"{', '.join(given)}: given by the program, not by the file")
    try:
        return model.model_validate({**tree, "id": id_, "origin": origin})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise CatalogueError(file, name, f"{place}: {first['msg']}") from error
