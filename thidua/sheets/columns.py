"""What columns are called: a header → the field it holds. The words stand in `columns.yaml`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from thidua.diagnostics import Text
from thidua.source.document import parse
from thidua.value_class import dataclass
from thidua.vietnamese.text import fold, nfc, same_tone_style


class Field(StrEnum):
    """What a column of an award list may hold."""

    LISTED = "stt"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    COLLECTIVE = "collective"
    ENTERPRISE = "enterprise"
    HOUSEHOLD = "household"
    RECIPIENT = "recipient"
    KIND = "kind"
    PREFIX = "prefix"
    POSITION = "position"
    UNIT = "unit"
    POSITION_UNIT = "position_unit"
    AWARD = "award"
    DECISION = "decision"
    DATE = "date"
    NUMBER_DATE = "number_date"
    AUTHORITY = "authority"
    PERIOD = "period"
    YEAR = "year"
    METHOD = "method"
    CLASS = "class"
    SEX = "sex"
    POSTHUMOUS = "posthumous"
    ACHIEVEMENT = "achievement"
    PERSON = "person"
    APART = "different_from_namesake"
    PRIVATE = "private"
    SKIP = "skip"

    __hash__ = str.__hash__  # that of enumerations is slow, and a list asks for fields a million times


RECIPIENTS = (Field.NAME, Field.COLLECTIVE, Field.ENTERPRISE, Field.HOUSEHOLD, Field.RECIPIENT, Field.GIVEN)
"""The fields that say who got the award."""

NOT_TAKEN = (Field.LISTED, Field.PREFIX, Field.PRIVATE, Field.SKIP)
"""The fields of which nothing comes into the records."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `columns.yaml`, folded, for look-up."""

    exact: dict[str, Field]
    starts: tuple[tuple[str, Field], ...]
    unless: frozenset[str]
    labels: dict[Field, Text]
    kinds: dict[str, str]
    totals: re.Pattern[str]
    signs: re.Pattern[str]
    not_persons: re.Pattern[str]
    not_person_words: frozenset[str]
    not_names: re.Pattern[str]


@cache
def words() -> Words:
    """Return the words, read once."""
    tree: Any = parse(files("thidua.sheets").joinpath("columns.yaml").read_text("utf-8")).tree
    exact: dict[str, Field] = {}
    labels: dict[Field, Text] = {}
    starts: list[tuple[str, Field]] = []
    unless: set[str] = set()
    for name, entry in tree["fields"].items():
        field = Field(name)
        labels[field] = Text(entry["vi"], entry["en"])
        unless |= set(entry.get("unless", ()))
        for header in (*entry["headers"], key(entry["vi"]), key(entry["en"])):
            if header.endswith("*"):
                starts.append((header[:-1].strip(), field))
            else:
                exact.setdefault(header, field)
    kinds = {word: kind for kind, said in tree["kinds"].items() for word in said}
    return Words(
        exact=exact,
        starts=tuple(starts),
        unless=frozenset(unless),
        labels=labels,
        kinds=kinds,
        totals=_any_of(tree["totals"]),
        signs=_any_of(tree["signs"]),
        not_persons=_any_of([_spelt(f"{start} *") for start in tree["not_persons"]]),
        not_person_words=frozenset(_spelt(start.split()[0]) for start in tree["not_persons"]),
        not_names=_somewhere(tree["not_names"]),
    )


def _any_of(forms: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form).replace(r"\*", ".*") for form in forms))


def _somewhere(forms: list[str]) -> re.Pattern[str]:
    """Like `_any_of`, to be searched for in texts as they are typed."""
    ends = (("" if form.startswith("*") else "^", form.strip("*")) for form in forms)
    return re.compile("|".join(start + re.escape(part) for start, part in ends), re.IGNORECASE)


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return a header as headers are compared: folded, without words in brackets and marks."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", fold(text))
    return " ".join(re.findall(r"[a-z0-9_*]+", bare)) or " ".join(re.findall(r"[a-z0-9]+", fold(text)))


@lru_cache(maxsize=4096)
def field_of(header: str) -> Field | None:
    """Return the field of a header, or `None` where it is not known."""
    known = words()
    wanted = key(header)
    if not wanted or " ".join(nfc(header).casefold().split()) in known.unless:
        return None
    if (found := known.exact.get(wanted)) is not None:
        return found
    return next((field for start, field in known.starts if f"{wanted} ".startswith(f"{start} ")), None)


def field_called(name: str) -> Field | None:
    """Return the field that a person named: by its id, or by what messages call it."""
    wanted = name.strip().replace("-", "_").lower()
    if wanted in tuple(Field):
        return Field(wanted)
    labels = words().labels
    return next((field for field, label in labels.items() if key(name) in (key(label.vi), key(label.en))), None)


def kind_of(text: str) -> str | None:
    """Return the kind of recipient that a word or a heading names, as the records call it."""
    return words().kinds.get(key(text))


def is_no_person(text: str) -> bool:
    """Tell whether a text starts as names of units and households do, such as *Phòng Nội vụ*, *Hộ ông …*."""
    first, _, more = text.partition(" ")  # most names end here, and lists are long
    return (
        bool(more) and _spelt(first) in words().not_person_words and bool(words().not_persons.fullmatch(_spelt(text)))
    )


def is_no_name(text: str) -> bool:
    """Tell whether a text says more than one person's name: *… và …*, *… (truy tặng)*."""
    return words().not_names.search(text) is not None


def _spelt(text: str) -> str:
    return same_tone_style(" ".join(text.split())).casefold()
