"""The acceptance table: cases of eligibility written from the law, by topic, each with its article and era."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.plain_yaml import SafeLoader

FOLDER = Path(__file__).parent / "cases"
ANSWERS = ("du", "chua-du", "can-nguoi-xem")


@dataclass(frozen=True, slots=True)
class Case:
    """One question with its records, and the answer the law gives.

    Attributes:
        id: names the case, its unit and its files; given once in all topics.
        topic: the file it stands in.
        number: its place in the whole table, from which its invented names are made.
        article: what the answer rests on, as the domain facts cite it.
        era: the era that applies on the day of proposing.
        what: the case in one sentence.
        ask: `award`, `year`, perhaps `day`.
        records: what is recorded, in the short form that `expand` turns into files.
        answer: `du`, `chua-du` or `can-nguoi-xem`.
        near: how many years or times are lacking, `khong` where it is more than one.
        lacks: what the program has to ask for, perhaps with years.
        route: the path by which it must be met.
        every: every recipient of the name gets the answer, not the one of the case's unit alone.
        is_collective: the unit itself is asked about, not its person.
    """

    id: str
    topic: str
    number: int
    article: str
    era: str
    what: str
    ask: dict[str, Any]
    answer: str
    records: dict[str, Any] = field(default_factory=dict)
    near: int | str | None = None
    lacks: tuple[dict[str, Any], ...] = ()
    route: str | None = None
    every: bool = False
    is_collective: bool = False

    @property
    def unit(self) -> str:
        return f"don-vi-{self.id}"

    @property
    def person(self) -> str:
        return f"Nguyễn Ví Dụ {in_words(self.number)}"

    @property
    def unit_name(self) -> str:
        return f"Đơn vị Ví Dụ {in_words(self.number)}"


_DIGITS = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín")


def in_words(number: int) -> str:
    """Return a name of digits, always of three: 37 is `Không Ba Bảy`."""
    return " ".join(_DIGITS[int(digit)] for digit in f"{number:03}")


def years_of(given: dict[Any, Any]) -> dict[int, Any]:
    """Return values by year; a year of its own wins over a span such as `2021-2025`."""
    spans: dict[int, Any] = {}
    single: dict[int, Any] = {}
    for when, value in given.items():
        first, _, last = str(when).partition("-")
        if last:
            spans |= dict.fromkeys(range(int(first), int(last) + 1), value)
        else:
            single[int(first)] = value
    return dict(sorted((spans | single).items()))


@cache
def all_cases() -> tuple[Case, ...]:
    """Read every topic, in the order of the files."""
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for given in yaml.load(path.read_text("utf-8"), SafeLoader)["cases"]:
            found.append(_case(given, path.stem, len(found) + 1))
    return tuple(found)


def _case(given: dict[str, Any], topic: str, number: int) -> Case:
    plain = dict(given)
    lacks = tuple({"what": one} if isinstance(one, str) else one for one in plain.pop("lacks", ()))
    return Case(
        topic=topic,
        number=number,
        lacks=lacks,
        every=plain.pop("every", None) == "co",
        is_collective=plain.pop("who", "ca-nhan") == "tap-the",
        **plain,
    )
