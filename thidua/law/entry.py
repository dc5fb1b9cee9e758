"""Entries of the law's data: what each must say, and how they are read from the package and an office's own files."""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Self, TypeVar

from pydantic import PrivateAttr, ValidationError

from thidua.model.base import Line, Prose, Record
from thidua.source.document import parse

LAW = "law"
"""The origin of an entry that came with the program."""

Overlay = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""An office's own entries: name of its file → section → id → entry, every scalar as text."""


class OfficeOverlay(dict[str, Mapping[str, Mapping[str, Any]]]):
    """An overlay that is not changed any more, so that what was made of it can be kept and found again."""

    @cached_property
    def text(self) -> str:
        return json.dumps(self, default=dict)


SECTIONS = {
    "eras": "eras.yaml",
    "transitions": "eras.yaml",
    "kinds": "authorities.yaml",
    "powers": "authorities.yaml",
    "absent": "authorities.yaml",
    "holders": "awards.yaml",
    "routes": "prerequisites.yaml",
    "general": "prerequisites.yaml",
    "counting": "prerequisites.yaml",
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

    Its id and its origin are given by the program; no file may.

    Attributes:
        article: as it is cited in Vietnamese.
    """

    article: Line
    confidence: Confidence
    note: Words | None = None
    _id: str = PrivateAttr("")
    _origin: str = PrivateAttr(LAW)

    @property
    def id(self) -> str:
        """Its key in the file."""
        return self._id

    @property
    def origin(self) -> str:
        """`LAW`, or the path of the office's file."""
        return self._origin

    def called(self, id_: str, origin: str) -> Self:
        """Return the entry as it is known by its key and the file it came from."""
        self._id, self._origin = id_, origin
        return self

    def unconfirmed(self, note: Words | None) -> Self:
        """Return the entry as it is known where it may no longer hold."""
        return self.model_copy(update={"confidence": Confidence.UNCONFIRMED, "note": note or self.note})


class Stated(Record):
    """What every condition may say beside its own: a ground narrower than the route's, how well known, a remark."""

    article: Line | None = None
    confidence: Confidence | None = None
    note: Words | None = None


def own_origins(*origins: str) -> tuple[str, ...]:
    """Return those origins that are files of the office, each once."""
    return tuple(one for one in dict.fromkeys(origins) if one != LAW)


E = TypeVar("E", bound=Entry)


def entries(section: str, model: type[E], overlay: Overlay | None = None) -> Mapping[str, E]:
    """Return the entries of a section by id; an office's own are added, or stand in place of those of the same id.

    Raises:
        CatalogueError: an entry cannot be read.
    """
    return _entries(section, model, _text(overlay) if overlay else "")


def _text(overlay: Overlay) -> str:
    return overlay.text if isinstance(overlay, OfficeOverlay) else json.dumps(overlay, default=dict)


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
    try:
        return model.model_validate(tree).called(id_, origin)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise CatalogueError(file, name, f"{place}: {first['msg']}") from error
