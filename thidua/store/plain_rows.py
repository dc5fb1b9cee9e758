"""Plain decisions → rows of the register, many files at once.

What `rows.rows_of` gives for one typed record is put together here without one: a row is made of the numbers of its three
parts, each of which is looked at once however often it stands. A decision with anything that a model or a rule might object
to is left to them.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, compress, repeat
from typing import TYPE_CHECKING, Final, NamedTuple

from thidua.model.lists import RECIPIENT_FIELDS, Capacity, Method
from thidua.model.period import NotAPeriod, read_period
from thidua.store.plain_decision import PAPER, REST, SIGNER, SOURCE
from thidua.store.plain_parts import MERIT, POST, RARE_POST, is_record_id
from thidua.store.words import NONE, PLACED, RARE, USUAL, into
from thidua.value_class import dataclass, field
from thidua.vietnamese.dates import NotADay, plain_day
from thidua.vietnamese.text import number_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.store.plain_decision import Plain
    from thidua.store.plain_parts import Part
    from thidua.store.register import Register
    from thidua.store.scan import Stamp
    from thidua.store.words import Words

_METHODS: Final = frozenset(("", *Method))
_CAPACITIES: Final = frozenset(("", *Capacity))
_MOST: Final = 1 << 18
"""Of how many names the numbers are remembered."""

_SOURCE: Final = len((*PAPER, *SIGNER, "received", *REST))
_SOURCE_DATE: Final = _SOURCE + SOURCE.index("date")
"""Where in `Plain.head` the source begins, and its day stands."""

_DECISION = """(
    ?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), ?, ?,
    NULLIF(?, ''), NULLIF(?, ''), NULL, NULL, NULLIF(?, ''))"""
"""Empty texts for what is not given: `None` is bound eight times slower."""


class PlainFile(NamedTuple):
    """A plain decision in its file."""

    path: str
    id: str
    stamp: Stamp
    plain: Plain


def is_in_order(id_: str, plain: Plain) -> bool:
    """Whether no model and no rule for single records has anything to say to a plain decision.

    The rules are those in `SILENT`; a test holds that each of them is named there, and finds nothing in such decisions.
    """
    number, date, authority, _, _, *about = plain.head[:_SOURCE]
    read_on = plain.head[_SOURCE_DATE]
    day = _day(date)
    return bool(
        number
        and day
        and day[:4] == id_[:4]
        and (not read_on or _day(read_on))
        and _is_head_in_order(authority, *about)
        and all(_is_group_in_order(award, method) for award, _, method, _, _ in plain.groups)
    )


SILENT: Final = ("TD013", "TD014", "TD015", "TD016", "TD017", "TD309", "TD310", "TD311", "TD320")
"""The rules for single decisions. TD013, TD017 and TD310 want a number and a date, TD016 the date's year as folder; the others
speak of doubts, amounts, numbers of recipients and days of presentation, which a plain decision does not have."""


@lru_cache(maxsize=4096)
def _is_head_in_order(authority: str, capacity: str, received: str, period: str, method: str, *others: str) -> bool:
    """Whether all is in order that many decisions say alike."""
    return bool(
        (not received or _day(received))
        and (not period or _period(period))
        and method in _METHODS
        and capacity in _CAPACITIES
        and all(map(is_record_id, filter(None, (authority, *others))))
    )


@lru_cache(maxsize=4096)
def _is_group_in_order(award: str, method: str) -> bool:
    return is_record_id(award) and method in _METHODS


@lru_cache(maxsize=4096)
def _day(text: str) -> str:
    try:
        return plain_day(text).isoformat()
    except NotADay:
        return ""


@lru_cache(maxsize=4096)
def _period(text: str) -> tuple[str, str, int] | None:
    try:
        period = read_period(text)
    except NotAPeriod:
        return None
    return period.start.isoformat(), period.end.isoformat(), period.year


class _Numbers(dict["Part", tuple[int, ...]]):
    """The numbers of words that parts bring to a row of the register.

    Args:
        places: of its values, in the order of the columns.
    """

    def __init__(self, words: Words, places: tuple[int, ...]) -> None:
        super().__init__()
        self._words, self._places = words, places

    def __missing__(self, part: Part) -> tuple[int, ...]:
        self[part] = numbers = tuple([self._words[part.values[place]] for place in self._places])
        return numbers


class _WhoNumbers(_Numbers):
    """The numbers of the kind of a recipient and of its name."""

    def __missing__(self, part: Part) -> tuple[int, ...]:
        field, name = part.values
        self[part] = numbers = self._words[RECIPIENT_FIELDS[field]], self._words[name]
        return numbers


@dataclass(slots=True)
class _OfParts:
    """What parts bring to the rows of one register."""

    who: _Numbers
    posts: _Numbers
    rare_posts: _Numbers
    merits: _Numbers


def _of_parts(words: Words) -> _OfParts:
    of: _OfParts | None = words.of_parts
    if of is None or max(len(of.who), len(of.posts), len(of.merits)) > _MOST:
        words.of_parts = of = _OfParts(
            _WhoNumbers(words, ()),
            _Numbers(words, tuple(map(POST.index, ("unit", "position", "class", "sex")))),
            _Numbers(words, tuple(map(POST.index, RARE_POST))),
            _Numbers(words, (MERIT.index("different_from_namesake"),)),
        )
    return of


@dataclass(slots=True)
class _Tables:
    """Rows that wait for their statement."""

    files: list[tuple[object, ...]] = field(default_factory=list)
    decisions: list[tuple[object, ...]] = field(default_factory=list)
    days: list[tuple[object, ...]] = field(default_factory=list)
    parts: list[tuple[object, ...]] = field(default_factory=list)


def take_in(register: Register, files: list[PlainFile]) -> list[int]:
    """Add plain decisions that are in order to the register, and return the numbers of their files."""
    if not files:
        return []
    first = (register.one("SELECT max(id) FROM file") or 0) + 1
    words = register.words
    words.prepare(sum(len(group.lines) for one in files for group in one.plain.groups))
    tables = _Tables()
    for file, one in enumerate(files, first):
        _add(tables, file, one)
    usual, rare = _recipients(list(enumerate([one.plain for one in files], first)), words)
    words.keep()
    register.insert("file", tables.files)
    register.insert("decision", tables.decisions, _DECISION)
    register.insert("day", tables.days)
    register.insert("part", tables.parts)
    register.insert_values(into((*PLACED, *USUAL)), len(PLACED) + len(USUAL), usual)
    register.insert(into((*PLACED, *USUAL, *RARE)), rare)
    return list(range(first, first + len(files)))


def _add(tables: _Tables, file: int, one: PlainFile) -> None:
    stamp, head = one.stamp, one.plain.head
    paper, date, authority, _, _, _, received, period, method, campaign, bloc, nomination = head[:_SOURCE]
    day = _day(date)
    start, end, year = _period(period) or ("", "", int(day[:4]))
    tables.files.append((file, one.path, "awards", one.id, stamp.blob, stamp.size, stamp.mtime, 1, one.plain.digest()))
    tables.decisions.append(
        (
            file, one.id, paper, number_key(paper), day, received, authority, method, period, start, end, year,
            "period" if period else "date", campaign, bloc, nomination,
        )
    )  # fmt: skip
    if received:
        tables.days.append((file, "decision.received", received))
    if head[_SOURCE_DATE]:
        tables.days.append((file, "source.date", head[_SOURCE_DATE]))
    if campaign:
        tables.parts.append((file, campaign))


def _recipients(plains: list[tuple[int, Plain]], words: Words) -> tuple[list[int], list[tuple[int, ...]]]:
    """Return the values of all recipients that fill the usual columns only, and the rows of those that fill all.

    Of all decisions together, without a line of Python for a row of a larger group.

    Args:
        plains: each with the number of its file.
    """
    of = _of_parts(words)
    placed: list[tuple[int, ...]] = []
    who: list[Part] = []
    posts: list[Part] = []
    merits: list[Part] = []
    own: dict[int, tuple[int, int]] = {}
    for file, plain in plains:
        first = len(placed)
        for at, (award, name, method, rows, lines) in enumerate(plain.groups):
            start, size, number = len(placed), len(lines), words[award]
            if name or method:
                own.update(dict.fromkeys(range(start, start + size), (words[name], words[method])))
            if size == 1:  # as in each file of an award of its own
                placed.append((file, start - first, at, 0, lines[0], number))
            else:
                places = range(start - first, start - first + size)
                placed += zip(repeat(file), places, repeat(at), range(size), lines, repeat(number), strict=False)
            who += rows.who
            posts += rows.posts
            merits += rows.merits
    parts = zip(placed, map(of.who.__getitem__, who), map(of.posts.__getitem__, posts), strict=True)
    rare = {*own, *_rare_among(posts), *_rare_among(merits)}
    full = [
        (
            *placed[place], *of.who[who[place]], *of.posts[posts[place]], *own.get(place, (NONE, NONE)),
            *of.rare_posts[posts[place]], *of.merits[merits[place]],
        )
        for place in sorted(rare)
    ]  # fmt: skip
    return _flat(compress(parts, [place not in rare for place in range(len(placed))]) if rare else parts), full


def _flat(rows: Iterable[tuple[tuple[int, ...], ...]]) -> list[int]:
    return list(chain.from_iterable(chain.from_iterable(rows)))


def _rare_among(parts: list[Part]) -> Iterator[int]:
    """Return where parts stand that say what few rows say."""
    rare = {one for one in set(parts) if one.is_rare}
    return (place for place, one in enumerate(parts) if one in rare) if rare else iter(())
