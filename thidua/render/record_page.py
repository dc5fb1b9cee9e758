"""One record as a page for people: titles before values, parts below their whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDEST = 120
"""A part whose fields fit on a line as wide as this stands on one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field in words.

    Attributes:
        title: empty for an item of a list.
        value: of a field that has no parts.
        parts: the fields of a part, or the items of a list.
        listed: the parts are items of a list.
    """

    title: str
    value: str = ""
    parts: tuple[Entry, ...] = ()
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A record in words.

    Attributes:
        heading: what kind of record, and its name.
        place: its path; where it has no file, where it comes from.
    """

    heading: str
    place: str
    entries: tuple[Entry, ...]


def render(page: Page) -> str:
    """Return the page as text."""
    lines = [page.heading, page.place, ""]
    for entry in page.entries:
        lines += _lines(entry, "")
    return "".join(f"{line}\n" for line in lines)


def _lines(entry: Entry, indent: str) -> Iterator[str]:
    if not entry.parts:
        yield from _value_lines(entry, indent)
        return
    yield f"{indent}{entry.title}:"
    for part in entry.parts:
        if entry.listed:
            yield from _item(part, f"{indent}  ")
        else:
            yield from _lines(part, f"{indent}  ")


def _value_lines(entry: Entry, indent: str) -> Iterator[str]:
    first, *others = entry.value.splitlines() or [""]
    if not others:
        yield f"{indent}{entry.title}: {first}"
        return
    yield f"{indent}{entry.title}:"
    for line in (first, *others):
        yield f"{indent}  {line}".rstrip()


def _item(entry: Entry, indent: str) -> Iterator[str]:
    if not entry.parts:
        first, *others = entry.value.splitlines() or [""]
        yield f"{indent}- {first}"
        for line in others:
            yield f"{indent}  {line}".rstrip()
        return
    short = _on_one_line(entry)
    if short and len(indent) + 2 + len(short) <= WIDEST:
        yield f"{indent}- {short}"
        return
    mark = f"{indent}- "
    for part in entry.parts:
        for line in _lines(part, f"{indent}  "):
            yield mark + line[len(mark) :]
            mark = f"{indent}  "


def _on_one_line(entry: Entry) -> str:
    """Return the fields of an item side by side; empty where one of them has parts or several lines."""
    if any(part.parts or "\n" in part.value for part in entry.parts):
        return ""
    return "; ".join(f"{part.title}: {part.value}" for part in entry.parts)
