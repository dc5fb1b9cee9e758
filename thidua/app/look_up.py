"""Looking up: records, decisions and recipients by name, with or without accents."""

from __future__ import annotations

import re
from heapq import nsmallest
from typing import TYPE_CHECKING, Any

from thidua.app.fresh import fresh
from thidua.store import given_rows
from thidua.store import look_up as ask
from thidua.store.looked_up import INDIVIDUAL, Found, Match
from thidua.store.numbers import register_numbers_like
from thidua.value_class import replace
from thidua.vietnamese.text import fold, same_tone_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua.store.given_rows import Called
    from thidua.store.register import Register
    from thidua.store.workspace import Workspace


_NUMBER = re.compile("([0-9]+)")
_KT = re.compile(r"\s*KT-[0-9]", re.IGNORECASE)
"""How a register number begins."""


def find(workspace: Workspace, text: str, folder: str = "", limit: int = 20) -> Found:
    """Return what bears `text` in its name: every word of it or its beginning, in any order, accents or not.

    Where `text` has accents, names that have the same ones come first. With a `folder` only records of that kind are
    returned, with `awards` decisions and recipients; never more than `limit`.
    """
    register = fresh(workspace).register
    words = ask.words_of(text)
    if not words:
        return Found((), 0)
    rank = _Rank(text)
    found = [*_records(register, words, folder, rank)]
    if folder in ("", "catalogue"):
        found += _law(register, words)
    elsewhere = 0
    if folder in ("", "awards"):
        found += _decisions(register, words, text)
        recipients, elsewhere = _recipients(register, words, rank, limit)
        found += recipients
    best = nsmallest(limit, found, key=rank)
    if any(match.folder == "people" for match in best):
        names = ask.organisation_names(register)
        best = [_with_units(workspace, match, names) if match.folder == "people" else match for match in best]
    return Found(tuple(best), len(found) + elsewhere)


class _Rank:
    """How well a match fits the text that was typed; small first."""

    def __init__(self, text: str) -> None:
        self._words = ask.words_of(text)
        self._whole = " ".join(self._words)
        self._accented = [_styled(word) for word in text.split() if not word.isascii()]

    def __call__(self, match: Match) -> tuple[object, ...]:
        return (
            self.of(match.found_as or match.name),
            bool(match.recipient),
            *self.by_name(match.name),
            match.folder,
            -(match.year or 0),
            _natural(match.path.rpartition(".")[0]),
            match.line,
            _natural(match.id),
        )

    @staticmethod
    def by_name(name: str) -> tuple[int, str]:
        """Return how names that fit equally well follow each other."""
        return len(name.split()), fold(name)

    def of(self, name: str) -> tuple[int, int]:
        """Return how many accented words are not there as typed, and how loosely the rest fits."""
        styled = _styled(name) if self._accented else ""
        missing = sum(word not in styled for word in self._accented)
        words = ask.words_of(name)
        whole = " ".join(words)
        if whole == self._whole:
            return missing, 0
        if f" {self._whole} " in f" {whole} ":
            return missing, 1
        return missing, 2 if set(self._words) <= set(words) else 3


def _natural(text: str) -> tuple[object, ...]:
    """Return a key by which `an-2` comes before `an-10`."""
    return tuple(int(part) if place % 2 else part for place, part in enumerate(_NUMBER.split(text)))


def _with_units(workspace: Workspace, person: Match, names: Mapping[str, str]) -> Match:
    """Return a person with the units of the record, so that people of one name can be told apart."""
    units = dict.fromkeys(names.get(unit, unit) for unit in ask.posting_units(workspace, person.path))
    return replace(person, unit=", ".join(units))


def _styled(text: str) -> str:
    return same_tone_style(text).casefold()


def _records(register: Register, words: list[str], folder: str, rank: _Rank) -> Iterator[Match]:
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for row in ask.names_with(register, words, folder):
        here = row["folder"], row["record"]
        if here not in best or rank.of(row["text"]) < rank.of(best[here]["text"]):
            best[here] = row
    official = ask.official_names(register) if best else {}
    for here, row in best.items():
        name = official.get(here, row["text"])
        name = official.get(("organisations", name), name)  # an exemplar may be an organisation, by its id
        found_as = row["text"] if row["kind"] != "official" else ""
        yield Match(row["folder"], row["record"], name, row["path"], found_as=found_as)


def _law(register: Register, words: Iterable[str]) -> Iterator[Match]:
    for id_, name in ask.law_awards(register):
        known = ask.words_of(f"{name} {id_}")
        if all(any(one.startswith(word) for one in known) for word in words):
            yield Match("catalogue", id_, name)


def _decisions(register: Register, words: list[str], text: str) -> Iterator[Match]:
    for number, decision in register_numbers_like(register, text.strip().upper()) if _KT.match(text) else ():
        for row in ask.decisions_of_id(register, decision):
            yield Match("awards", decision, row["number"], row["path"], found_as=number, year=row["year"])
    for row in ask.decisions_with(register, words):
        yield Match("awards", row["id"], row["number"], row["path"], year=row["year"])


def _recipients(register: Register, words: list[str], rank: _Rank, limit: int) -> tuple[list[Match], int]:
    """Return at least the best recipients, and how many there are besides.

    How well a row fits is known by what it calls its recipient: only rows of the best names are read.
    """
    called = given_rows.called_with(register, words)
    if not called:
        return [], 0
    organisations, awards = ask.organisation_names(register), ask.award_names(register)
    chosen = _best_called(called, organisations, rank, limit)
    found = [
        _recipient(row, organisations, awards)
        for row in given_rows.rows_called(register, {one.word for one in chosen})
        if (row["name"], row["kind"] == INDIVIDUAL) in {(one.text, one.individual) for one in chosen}
    ]
    return found, sum(one.times for one in called) - len(found)


def _best_called(
    called: Iterable[Called], organisations: Mapping[str, str], rank: _Rank, limit: int
) -> Iterable[Called]:
    """Return those among whose rows the best are: until there are enough, and all that fit as well as the last."""
    ranked: dict[tuple[object, ...], list[Called]] = {}
    for one in called:
        name = one.text if one.individual else organisations.get(one.text, one.text)
        ranked.setdefault((rank.of(name), *rank.by_name(name)), []).append(one)
    chosen: list[Called] = []
    for _, equal in sorted(ranked.items(), key=lambda pair: pair[0]):
        if sum(one.times for one in chosen) >= limit:
            break
        chosen += equal
    return chosen


def _recipient(row: dict[str, Any], organisations: Mapping[str, str], awards: Mapping[str, str]) -> Match:
    named = organisations.get(row["name"]) if row["kind"] != INDIVIDUAL else None
    return Match(
        "awards",
        row["decision"],
        named or row["name"],
        row["path"],
        row["line"],
        recipient=row["kind"],
        unit=organisations.get(row["unit"], row["unit"] or ""),
        award=row["own_name"] or awards.get(row["award"], row["award"]),
        year=row["year"],
        revoked=bool(row["revoked"]),
    )
