"""Plain decisions → rows of the register, many files at once, column by column.

What `rows.rows_of` gives for one typed record is put together here without one: every value is looked at once however often it
stands, and a row is a handful of numbers. A decision with anything that a model or a rule might object to is left to them.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, Final

from thidua.model.lists import RECIPIENT_FIELDS, Capacity, Method, PersonClass, Sex, YesNo
from thidua.model.period import NotAPeriod, read_period
from thidua.store.paths import SLUG_PATH, is_slug
from thidua.store.plain_decision import COLUMN, PAPER, REST, SIGNER, SOURCE
from thidua.store.words import NONE, PLACED, RARE, USUAL, insertion
from thidua.value_class import dataclass, field
from thidua.vietnamese.dates import NotADay, plain_day
from thidua.vietnamese.text import number_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from thidua.store.plain_decision import Group, Plain
    from thidua.store.register import Register
    from thidua.store.scan import Stamp
    from thidua.store.words import Words

LONGEST_ID: Final = 200
"""How many characters an id has at most, as `model.base` says: to load that is to load all that models are made of."""

_METHODS: Final = frozenset(("", *Method))
_CAPACITIES: Final = frozenset(("", *Capacity))
_LISTS: Final = {
    "class": frozenset(("", *PersonClass)), "sex": frozenset(("", *Sex)), "foreign": frozenset(("", *YesNo)),
    "pupil": frozenset(("", *YesNo)), "posthumous": frozenset(("", *YesNo)),
}  # fmt: skip
_LIST_COLUMNS: Final = tuple((COLUMN[name], values) for name, values in _LISTS.items())
_ORGANISATIONS: Final = frozenset(("collective", "enterprise"))
_RARE_COLUMNS: Final = tuple(
    COLUMN[name] for name in ("foreign", "pupil", "posthumous", "person", "different_from_namesake")
)
_USUAL_COLUMNS: Final = tuple(COLUMN[name] for name in ("unit", "position", "class", "sex"))

_SOURCE: Final = len((*PAPER, *SIGNER, "received", *REST))
_SOURCE_DATE: Final = _SOURCE + SOURCE.index("date")
"""Where in `Plain.head` the source begins, and its day stands."""

_FILE = "INSERT INTO file VALUES (?, ?, 'awards', ?, ?, ?, ?, 1, ?)"
_DECISION = """
INSERT INTO decision VALUES (
    ?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), NULLIF(?, ''), ?, ?,
    NULLIF(?, ''), NULLIF(?, ''), NULL, NULL, NULLIF(?, ''))
"""
"""Empty texts for what is not given: `None` is bound eight times slower."""


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A plain decision in its file."""

    path: str
    id: str
    stamp: Stamp
    plain: Plain


def is_in_order(id_: str, plain: Plain) -> bool:
    """Whether no model and no rule for single records has anything to say to a plain decision.

    The rules are those in `SILENT`; a test holds that each of them is named there, and finds nothing in such decisions.
    """
    number, date, authority, _, _, capacity, received, period, method, *others = plain.head[:_SOURCE]
    read_on = plain.head[_SOURCE_DATE]
    day = _day(date)
    return bool(
        number
        and day
        and day[:4] == id_.partition("/")[0]
        and (not received or _day(received))
        and (not read_on or _day(read_on))
        and (not period or _period(period))
        and method in _METHODS
        and capacity in _CAPACITIES
        and all(map(_is_record_id, filter(None, (authority, *others))))
        and all(map(_is_group_in_order, plain.groups))
    )


SILENT: Final = ("TD013", "TD014", "TD015", "TD016", "TD017", "TD309", "TD310", "TD311", "TD320")
"""The rules for single decisions. TD013, TD017 and TD310 want a number and a date, TD016 the date's year as folder; the others
speak of doubts, amounts, numbers of recipients and days of presentation, which a plain decision does not have."""


def _is_group_in_order(group: Group) -> bool:
    if not _is_record_id(group.award) or group.method not in _METHODS:
        return False
    for place, allowed in _LIST_COLUMNS:
        if group.columns[place] and not allowed.issuperset(group.columns[place]):
            return False
    people = group.columns[COLUMN["person"]]
    return not people or all(map(_is_record_id, set(people) - {""}))


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


@lru_cache(maxsize=4096)
def _is_record_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and SLUG_PATH.fullmatch(text) is not None


_is_slug = lru_cache(maxsize=16384)(is_slug)


_Named = dict[str, tuple[int, str, int]]
"""What rows name, each with its first row, the field there, and how often it stands."""

_MANY_ROWS = 500
"""Up to how many rows it is cheaper to go through them again for each unit than to count all units at once."""


@dataclass(slots=True)
class _Tables:
    """Rows that wait for their statement."""

    files: list[tuple[object, ...]] = field(default_factory=list)
    decisions: list[tuple[object, ...]] = field(default_factory=list)
    identities: list[tuple[object, ...]] = field(default_factory=list)
    references: list[tuple[object, ...]] = field(default_factory=list)
    days: list[tuple[object, ...]] = field(default_factory=list)
    parts: list[tuple[object, ...]] = field(default_factory=list)
    usual: list[tuple[int, ...]] = field(default_factory=list)
    rare: list[tuple[int, ...]] = field(default_factory=list)


def take_in(register: Register, files: list[PlainFile]) -> list[int]:
    """Add plain decisions that are in order to the register, and return the numbers of their files."""
    if not files:
        return []
    first = (register.one("SELECT max(id) FROM file") or 0) + 1
    words = register.words
    words.prepare(sum(len(group.lines) for one in files for group in one.plain.groups))
    tables = _Tables()
    for file, one in enumerate(files, first):
        _add(tables, file, one, words)
    words.keep()
    register.do_many(_FILE, tables.files)
    register.do_many(_DECISION, tables.decisions)
    register.do_many("INSERT INTO identity VALUES (?, ?)", tables.identities)
    register.do_many("INSERT INTO reference VALUES (?, ?, ?, ?, ?)", tables.references)
    register.do_many("INSERT INTO day VALUES (?, ?, ?)", tables.days)
    register.do_many("INSERT INTO part VALUES (?, ?)", tables.parts)
    register.do_many(insertion((*PLACED, *USUAL)), tables.usual)
    register.do_many(insertion((*PLACED, *USUAL, *RARE)), tables.rare)
    return list(range(first, first + len(files)))


def _add(tables: _Tables, file: int, one: PlainFile, words: Words) -> None:
    stamp, head = one.stamp, one.plain.head
    paper, date, authority, _, _, _, received, period, method, campaign, bloc, nomination = head[:_SOURCE]
    day = _day(date)
    start, end, year = _period(period) or ("", "", int(day[:4]))
    tables.files.append((file, one.path, one.id, stamp.blob, stamp.size, stamp.mtime, one.plain.digest()))
    tables.identities.append((file, f"awards/{one.id}"))
    tables.decisions.append(
        (
            file, one.id, paper, number_key(paper), day, received, authority, method, period, start, end, year,
            "period" if period else "date", campaign, bloc, nomination,
        )
    )  # fmt: skip
    tables.days.append((file, "decision.date", day))
    if received:
        tables.days.append((file, "decision.received", received))
    if head[_SOURCE_DATE]:
        tables.days.append((file, "source.date", head[_SOURCE_DATE]))
    if campaign:
        tables.parts.append((file, campaign))
    tables.references += _references(file, one.plain)
    place = 0
    for at, group in enumerate(one.plain.groups):
        _add_rows(tables, (file, place, at), group, words)
        place += len(group.lines)


def _add_rows(tables: _Tables, where: tuple[int, int, int], group: Group, words: Words) -> None:
    file, place, at = where
    names, size = group.columns[0], len(group.lines)

    def numbers(place: int) -> Iterable[int]:
        values = group.columns[place]
        return map(words.__getitem__, values) if values else repeat(NONE, size)

    kinds = {name: words[RECIPIENT_FIELDS[name]] for name in set(names)}
    usual = (
        repeat(file), range(place, place + size), repeat(at), range(size), group.lines, repeat(words[group.award]),
        map(kinds.__getitem__, names), *map(numbers, (COLUMN["value"], *_USUAL_COLUMNS)),
    )  # fmt: skip
    if group.name or group.method or any(group.columns[one] for one in _RARE_COLUMNS):
        of_group = repeat(words[group.name]), repeat(words[group.method])
        tables.rare += zip(*usual, *of_group, *map(numbers, _RARE_COLUMNS), strict=False)
    else:
        tables.usual += zip(*usual, strict=False)


def _references(file: int, plain: Plain) -> Iterator[tuple[object, ...]]:
    """Return each record that a decision names, with its first place and how often it stands."""
    found: dict[tuple[str, str], list[object]] = {}
    authority, (campaign, bloc, nomination) = plain.head[2], plain.head[_SOURCE - 3 : _SOURCE]
    single = (
        ("organisations", authority, "decision.authority"), ("campaigns", campaign, "campaign"), ("blocs", bloc, "bloc"),
        ("nominations", nomination, "nomination"),
    )  # fmt: skip
    for folder, target, route in single:
        if target:
            found[folder, target] = [route, 1]
    for at, group in enumerate(plain.groups):
        found.setdefault(("catalogue", group.award), [f"awards[{at}].award", 0])[1] += 1  # type: ignore[operator]
        for folder, targets in _named_in_rows(group):
            for target, (row, name, times) in targets.items():
                route = f"awards[{at}].recipients[{row}].{name}"
                found.setdefault((folder, target), [route, 0])[1] += times  # type: ignore[operator]
    for (folder, target), where_and_times in found.items():
        yield file, folder, target, *where_and_times


def _named_in_rows(group: Group) -> Iterator[tuple[str, _Named]]:
    """Return which organisations and people rows name."""
    names, values = group.columns[:2]
    organisations = _first_and_times(group.columns[COLUMN["unit"]], "unit", _is_slug)
    for own_field in _ORGANISATIONS.intersection(names):
        own = [value if name == own_field else "" for name, value in zip(names, values, strict=True)]
        for target, (row, _, times) in _first_and_times(own, own_field, _is_slug).items():
            first, name, others = organisations.get(target, (row, own_field, 0))
            # in one row the recipient stands before its unit
            organisations[target] = (*min((row, 0, own_field), (first, 1, name))[::2], times + others)
    yield "organisations", organisations
    people = group.columns[COLUMN["person"]]
    if people:
        yield "people", _first_and_times(people, "person", bool)


def _first_and_times(values: Sequence[str], name: str, is_meant: Callable[[str], bool]) -> _Named:
    times = Counter(values) if len(values) > _MANY_ROWS else None
    return {
        value: (values.index(value), name, times[value] if times else values.count(value))
        for value in dict.fromkeys(values)
        if value and is_meant(value)
    }
