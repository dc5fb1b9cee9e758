"""Files of plain decisions in canonical form → what they say, many files at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from thidua.store import plain_pieces
from thidua.store.plain_decision import PAPER, REST, SIGNER, SOURCE, Group, Plain
from thidua.store.plain_parts import Rows
from thidua.store.plain_pieces import QUOTED, WORD, bare, rows_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from thidua.store.plain_parts import Part

_ID = "[a-z0-9][a-z0-9/-]*+"
_IN_LINE = rf"(?:{WORD}|,(?!\n)|&|:(?=[\w/]))"
_ON_LINE = rf"[^\W_]{_IN_LINE}*+(?: {_IN_LINE}++)*+|{QUOTED}"


def _lines(indent: int, fields: Sequence[str]) -> str:
    """Return a pattern of entries, each of which may be missing; whether their values are plain is looked at after."""
    return "".join(rf"(?:{' ' * indent}{field}: ([^\n]++)\n)?+" for field in fields)


_HEAD = re.compile(
    rf"decision:\n{_lines(2, PAPER)}(?:  signer:\n(?=    ){_lines(4, SIGNER)})?+"
    rf"(?:  bases:\n((?:    - [^\n]++\n)++))?+{_lines(2, ['received'])}"
    rf"{_lines(0, REST)}awards:\n"
)
_AWARD = "  - award: "
_GROUP = re.compile(rf"{_AWARD}({_ID})\n{_lines(4, ['name', 'method'])}    recipients:\n")
_TAIL = re.compile(rf"(?:source:\n(?=  ){_lines(2, SOURCE)})?+{_lines(0, ['note'])}\Z")
_ONE_LINE = re.compile(_ON_LINE)
_FIRST_ROW, _NEXT_ROW, _LAST_ROW = b"      - {", b"}\n      - {", b"}\n"
"""What stands before, between and after the rows of a group."""

_ROWS, _NEXT_GROUP = b"\n    recipients:\n", b"}\n  - award: "
_A_ROW = b"\n      - {"
_ITEM = len("    - ")


class _Heading(NamedTuple):
    """What stands before the rows of a group, the line of the first of them, and how many there are."""

    award: str
    name: str
    method: str
    line: int
    number: int


class _Sketch(NamedTuple):
    """A decision whose rows are not read yet."""

    head: tuple[str, ...]
    bases: tuple[str, ...]
    groups: list[_Heading]


class _NotPlain(Exception):
    """A value may not be the same text for every reader."""


class _Values(dict[str, str]):
    """What stands on lines of their own, outside rows, without quotes.

    Attributes:
        new: values that were read and may not have been looked at yet.
        odd: those of which a check of bare text may have something to say: a text that has them is read strictly.
    """

    def __init__(self) -> None:
        super().__init__({"": ""})
        self.new: set[str] = set()
        self.odd: set[str] = set()

    def __missing__(self, written: str) -> str:
        """Raises: _NotPlain."""
        value = bare(written)
        if _ONE_LINE.fullmatch(written) is None or value in self.odd:
            raise _NotPlain
        if len(self) > _MOST:
            self.clear()
            self[""] = ""
        self[written] = value
        self.new.add(value)
        return value

    def look_at_new(self, is_ordinary: Callable[[str], bool]) -> set[str]:
        odd = set()
        if not is_ordinary("\n".join(self.new)):
            odd = {value for value in self.new if not is_ordinary(value)}
            self.odd |= odd
            for written in [written for written, value in self.items() if value in odd]:
                del self[written]
        self.new.clear()
        return odd


_values = _Values()

_MOST = 1 << 18
"""How many values are remembered: as much as a province's decisions have in common, and some of those that they have not."""


def are_ordinary(plains: list[Plain], is_ordinary: Callable[[str], bool]) -> list[bool]:
    """Return of each decision whether no check of bare text has anything to say about what it says.

    What was read before is known to be ordinary; what is not, no text is read with from now on.

    Args:
        plains: as they were read from texts, and all that were read since this was called last.
        is_ordinary: whether no check has anything to say about some lines.
    """
    parts, values = plain_pieces.look_at_new(is_ordinary), _values.look_at_new(is_ordinary)
    if not (parts or values):
        return [True] * len(plains)
    return [values.isdisjoint(_values_of(one)) and parts.isdisjoint(_parts_of(one)) for one in plains]


def _values_of(plain: Plain) -> Iterator[str]:
    yield from (*plain.head, *plain.bases)
    for group in plain.groups:
        yield from (group.award, group.name, group.method)


def _parts_of(plain: Plain) -> Iterator[Part]:
    for group in plain.groups:
        for parts in group.rows:
            yield from parts


def plain_in(data: bytes) -> Plain | None:
    """Return what is said in a file in canonical form; `None` where it is not plain enough to tell."""
    return plains_in([data])[0]


def plains_in(files: Iterable[bytes]) -> list[Plain | None]:
    """Return what is said in files in canonical form; `None` where one is not plain enough to tell.

    Whatever is not one of its values is known byte by byte. Whether these are clean text is for the caller to look at.
    The rows of all are read together: what reading them takes once is no part of what each decision takes.
    """
    written: list[bytes] = []
    sketches = [_sketch(data, written) for data in files]
    who, posts, merits = rows_in(written)
    is_whole = all(who)
    end = 0
    found: list[Plain | None] = []
    for sketch in sketches:
        groups = []
        for award, name, method, line, number in sketch.groups if sketch else ():
            start, end = end, end + number
            rows = Rows(who[start:end], posts[start:end], merits[start:end])  # type: ignore[arg-type] # looked at below
            groups.append(Group(award, name, method, rows, range(line, line + number)))
        is_plain = sketch and (is_whole or all(map(_are_known, groups)))
        found.append(Plain(sketch.head, sketch.bases, groups) if sketch and is_plain else None)
    return found


def _are_known(group: Group) -> bool:
    return all(group.rows.who)


def _sketch(data: bytes, rows: list[bytes]) -> _Sketch | None:
    """Return what a file says besides its rows.

    Args:
        rows: gets what stands between the braces of each row; nothing where there is no sketch.
    """
    before = len(rows)
    try:
        sketch = _sketched(data, rows)
    except (_NotPlain, UnicodeDecodeError):
        sketch = None
    if sketch is None:
        del rows[before:]
    return sketch


def _sketched(data: bytes, rows: list[bytes]) -> _Sketch | None:
    """Rows stay bytes: nearly all of them are in parts that were read before, and need not be decoded again."""
    start, last = data.find(_ROWS) + len(_ROWS), data.rfind(_A_ROW)
    end = data.find(b"\n", last + 1) + 1
    text = data[:start].decode()
    head, tail = _HEAD.match(text), _TAIL.match(data[end:].decode())
    if (
        head is None
        or tail is None
        or not (data.startswith(_FIRST_ROW, start) and data.endswith(_LAST_ROW, start, end))
    ):
        return None
    first_group, *others = data[start + len(_FIRST_ROW) : end - len(_LAST_ROW)].split(_NEXT_GROUP)
    groups = [_heading(text[head.end() :], text.count("\n", 0, head.end()) + 1, first_group, rows)]
    for other in others:
        before, mark, some = other.partition(_FIRST_ROW)
        line = groups[-1].line + groups[-1].number
        groups.append(_heading(_AWARD + before.decode(), line, some if mark else None, rows))
    if not data.endswith(b"\n"):
        return None
    *first, bases, received, period, method, campaign, bloc, nomination = head.groups("")
    written = (*first, received, period, method, campaign, bloc, nomination, *tail.groups(""))
    listed = [base[_ITEM:] for base in bases.split("\n")[:-1]] if bases else ()
    return _Sketch(tuple(map(_values.__getitem__, written)), tuple(map(_values.__getitem__, listed)), groups)


def _heading(text: str, line: int, some: bytes | None, rows: list[bytes]) -> _Heading:
    """Understand what stands before the rows of a group.

    Args:
        line: where it begins.
        some: the rows of the group; nothing where there are none.
        rows: gets them.

    Raises:
        _NotPlain: it is not understood.
    """
    found = _GROUP.fullmatch(text)
    if found is None or some is None:
        raise _NotPlain
    its = some.split(_NEXT_ROW)
    rows += its
    award, name, method = found.groups("")
    first = line + 2 + bool(name) + bool(method)
    return _Heading(_values[award], _values[name], _values[method], first, len(its))
