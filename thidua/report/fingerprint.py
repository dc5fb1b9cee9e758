"""What a printed report carries so that it can be checked: of which records it was made, what was asked, and a code.

The code is the same wherever a report says the same of the same records. It is no signature: whoever has the program
can make one, so that a paper is believed only as far as the records bear it out.
"""

from __future__ import annotations

import base64
import json
import re
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from thidua.report.values import Trace
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FORMAT = 1
"""Raised when another way of making the code is found; papers of an earlier one are then said to be that."""

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The signs of a code, without those that are taken for one another."""

PATH_BYTES, DATA_BYTES = 4, 6
_LINES = re.compile(r"(records/[^\s`<>\"]{1,250}?\.(?:yaml|md)):\d+(?:-\d+)?")


@dataclass(frozen=True)
class Evidence:
    """What a report was made of.

    Attributes:
        asked: what was asked for, by option.
        records: a digest of the path of each record, and of what it said.
        text: a digest of the words and figures.
        settings, templates: digests of what the office decided that papers depend on, and of its own templates.
    """

    asked: tuple[tuple[str, str], ...]
    records: tuple[tuple[str, str], ...]
    text: str
    settings: str = ""
    templates: str = ""

    @cached_property
    def code(self) -> str:
        """Twelve signs in three groups."""
        told = json.dumps([FORMAT, self.asked, self.records, self.text], ensure_ascii=False, separators=(",", ":"))
        return code_of(told.encode("utf-8", "surrogatepass"))

    def packed(self) -> str:
        """Return all of it as one word of ASCII letters, digits, `-`, `_` and `=`.

        It is not compressed: not every machine's compression gives the same bytes.
        """
        records = "".join(path + data for path, data in self.records)
        told = {"asked": self.asked, "text": self.text, "settings": self.settings, "templates": self.templates}
        head = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return base64.urlsafe_b64encode(head + b"\n" + bytes.fromhex(records)).decode("ascii")


class NoEvidence(Exception):
    """What a paper carries is not as the program writes it."""


def unpacked(word: str) -> Evidence:
    """Return what was packed.

    Raises:
        NoEvidence: it is no such word.
    """
    try:
        data = base64.urlsafe_b64decode(word)
        head, _, records = data.partition(b"\n")
        told = json.loads(head)
        asked = tuple((_text(name), _text(value)) for name, value in told["asked"])
        parts = (_text(told[name]) for name in ("text", "settings", "templates"))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NoEvidence(str(error)) from error
    both = PATH_BYTES + DATA_BYTES
    if len(records) % both:
        raise NoEvidence("cut short")
    pairs = (records[at : at + both].hex() for at in range(0, len(records), both))
    text, settings, templates = parts
    split = tuple((one[: 2 * PATH_BYTES], one[2 * PATH_BYTES :]) for one in pairs)
    return Evidence(asked, split, text, settings, templates)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def path_key(path: str) -> str:
    """Return the digest by which evidence names a file."""
    return sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[: 2 * PATH_BYTES]


def evidence_of(records: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the records of an evidence from what each file says, by path."""
    return tuple(
        sorted((path_key(path), data[: 2 * DATA_BYTES].ljust(2 * DATA_BYTES, "0")) for path, data in records.items())
    )


def text_key(text: str) -> str:
    """Return the digest of a text; in which line of its file a record stands is no part of it."""
    return code_of(without_lines(text).encode("utf-8", "surrogatepass"))


def without_lines(text: str) -> str:
    """Return a text in which places name files and no lines."""
    return _LINES.sub(r"\1", text)


def code_of(data: bytes) -> str:
    """Return a code of twelve signs: `7F3K-Q2MX-9PAB`."""
    number = int.from_bytes(sha256(data).digest()[:8]) >> 4
    signs = "".join(SIGNS[number >> 5 * place & 31] for place in range(11, -1, -1))
    return "-".join((signs[:4], signs[4:8], signs[8:]))


def records_behind(report: object) -> frozenset[str]:
    """Return the paths of all records that a report names as those behind its figures."""
    return frozenset(_paths((report,), {}))


def _paths(values: Iterable[object], fields: dict[type, tuple[str, ...]]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Trace):
            yield value.path
        elif isinstance(value, tuple | list):
            yield from _paths(value, fields)
        elif not isinstance(value, str | int | None):
            kind = type(value)
            if kind not in fields:
                fields[kind] = tuple(getattr(kind, "__match_args__", ()))
            if fields[kind]:
                yield from _paths((getattr(value, name) for name in fields[kind]), fields)
