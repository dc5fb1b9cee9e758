"""A conversation as a value: which question comes next, what an answer means, what is said in between.

A conversation is a generator. It yields questions and remarks, gets back what each question read from the answer, and
returns what was asked for. Nothing here knows a terminal, so that tests answer as a person would.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import KINDS, Lookup, Match
from thidua.app.entry_values import choice, count, day, period
from thidua.diagnostics import Text
from thidua.model.labels import LABELS
from thidua.store.paths import is_slug
from thidua.value_class import dataclass
from thidua.vietnamese.text import tidy

if TYPE_CHECKING:
    from datetime import date
    from enum import StrEnum

NEEDED: Final = Text("câu này cần trả lời", "an answer is needed here")
SKIP: Final = Text("Enter: bỏ qua", "Enter: skip")
NOTHING: Final = "-"
"""What is typed for nothing where Enter means something else."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from; the empty value skips the question."""

    value: str
    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        read: what the answer means; raises `EntryError` with what to say if it means nothing.
        hint: what Enter does, or how to write the answer.
        default: taken where nothing is typed; the choice that is marked at first.
        choices: the answers there are; empty where it is free text.
        complete: the records that fit what has been typed so far.
    """

    text: Text
    read: Callable[[str], Any] = tidy
    hint: Text | None = None
    default: str = ""
    choices: tuple[Choice, ...] = ()
    complete: Callable[[str], list[Match]] | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Yes or no."""

    text: Text
    default: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said; no answer is expected."""

    text: Text
    is_warning: bool = False


Step = Question | Confirm | Remark
T = TypeVar("T")
Conversation = Generator[Step, Any, T]


def ask_text(text: Text, *, needed: bool = False, hint: Text | None = None) -> Conversation[str]:
    """Ask for one line."""

    def read(typed: str) -> str:
        return _needed(tidy(typed)) if needed else tidy(typed)

    answer: str = yield Question(text, read, hint or (None if needed else SKIP))
    return answer


def ask_day(text: Text, hint: Text | None = None) -> Conversation[date | None]:
    """Ask for a day, which may be unknown."""

    def read(typed: str) -> date | None:
        return day(typed) if typed.strip() else None

    how = Text("như 06/3/2023; Enter: chưa biết", "such as 06/3/2023; Enter: not known")
    answer: date | None = yield Question(text, read, hint or how)
    return answer


def ask_period(text: Text) -> Conversation[str]:
    """Ask for a period, which may be unknown."""

    def read(typed: str) -> str:
        return period(typed) if typed.strip() else ""

    how = Text(
        "như 2023, 2021-2025, năm học 2022-2023; Enter: bỏ qua",
        "such as 2023, 2021-2025, nam-hoc-2022-2023; Enter: skip",
    )
    answer: str = yield Question(text, read, how)
    return answer


def ask_count(text: Text, *, needed: bool = False) -> Conversation[str]:
    """Ask for a whole number."""

    def read(typed: str) -> str:
        return str(count(typed)) if needed or typed.strip() else ""

    answer: str = yield Question(text, read, None if needed else SKIP)
    return answer


def ask_choice(text: Text, enum: type[StrEnum], *, optional: bool = True) -> Conversation[str]:
    """Ask for a value of a closed list."""
    listed = [Choice(one.value, Text(*LABELS[one])) for one in enum]
    if optional:
        listed.insert(0, Choice("", Text("(bỏ qua)", "(skip)")))

    def read(typed: str) -> str:
        return choice(enum, typed) if typed or not optional else ""

    answer: str = yield Question(text, read, choices=tuple(listed), default=listed[0].value)
    return answer


def ask_record(
    lookup: Lookup,
    folder: str,
    text: Text,
    *,
    needed: bool = False,
    or_name: bool = False,
    default: str = "",
    hint: Text | None = None,
) -> Conversation[str]:
    """Ask for a record by id or name, and say which one was recognised.

    Args:
        or_name: a name that no record has may be kept as it was typed; the person is asked.
        default: taken with Enter; `-` then means none.
    """

    def read(typed: str) -> str | HalfTyped:
        asked = tidy(typed) or default
        if asked in ("", NOTHING):
            return _needed("") if needed else ""
        half = None if asked == default else lookup.only(folder, asked)
        if half is not None:
            return HalfTyped(asked, half)
        return lookup.id_or_name(folder, asked) if or_name else lookup.id(folder, asked)

    how = _of_default(lookup, folder, default) if default else None if needed else SKIP
    question = Question(text, read, hint or how, complete=partial(lookup.complete, folder))
    while True:
        typed: str | HalfTyped = yield question
        answer = yield from _whole(typed, or_name=or_name)
        if answer is None:
            continue
        if is_slug(answer) and lookup.has(folder, answer):
            yield Remark(_same(f"= {Match(answer, lookup.name(folder, answer))}"))
            return answer
        if answer in ("", default):  # skipped, or agreed to before
            return answer
        kept = yield Confirm(_keep(folder, answer))
        if kept:
            return answer


def _of_default(lookup: Lookup, folder: str, default: str) -> Text:
    shown = str(Match(default, lookup.name(folder, default))) if lookup.has(folder, default) else default
    return Text(f"Enter: {shown}; -: bỏ qua", f"Enter: {shown}; -: none")


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What was typed is in the name or id of one record only."""

    typed: str
    match: Match


def _whole(typed: str | HalfTyped, *, or_name: bool) -> Conversation[str | None]:
    """Show the one record that a half-typed name fits: Enter takes it; `None` where it is asked for again."""
    if isinstance(typed, str):
        return typed
    meant = yield Confirm(Text(f"{typed.match}, phải không?", f"{typed.match}: is that it?"))
    if meant:
        return typed.match.id
    return typed.typed if or_name and not is_slug(typed.typed) else None


def _keep(folder: str, name: str) -> Text:
    kind = KINDS[folder]
    return Text(
        f"Chưa có {kind.vi} “{name}” trong kho bản ghi. Giữ nguyên như đã gõ?",
        f"There is no {kind.en} “{name}” in the records. Keep it as typed?",
    )


def _same(text: str) -> Text:
    return Text(text, text)


def _needed(text: str) -> str:
    if not text:
        raise EntryError(NEEDED)
    return text
