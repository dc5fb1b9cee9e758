"""A conversation at a terminal. questionary is loaded here and nowhere else, and only when somebody is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import questionary
import typer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator

from thidua.app.ask import Confirm, Conversation, Question, Remark, Step
from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import Match
from thidua.cli.language import words
from thidua.diagnostics import Text
from thidua.vietnamese.text import fold

T = TypeVar("T")
MANY = 30
"""How many completions are offered at once."""


def converse(conversation: Conversation[T]) -> T:
    """Ask every question of a conversation and return what it comes to.

    Raises:
        Abort: the person stopped it.
    """
    answer: Any = None
    try:
        while True:
            try:
                step = conversation.send(answer)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
            answer = _answered(step)
    except (EOFError, KeyboardInterrupt) as error:
        raise typer.Abort from error


def _answered(step: Step) -> Any:
    match step:
        case Remark():
            mark = "  ! " if step.is_warning else "  "
            print(f"{mark}{_said(step.text)}", file=sys.stderr)
            return None
        case Confirm():
            return _confirmed(step)
        case Question(choices=()):
            return step.read(_typed(step))
        case _:
            return step.read(_chosen(step))


def _confirmed(step: Confirm) -> bool:
    """Yes or no in the language chosen; `c`, `y` and `k`, `n` are understood in both."""
    marks = words("[C/k]" if step.default else "[c/K]", "[Y/n]" if step.default else "[y/N]")

    def is_answer(typed: str) -> bool | str:
        return fold(typed) in {"", *_YES, *_NO} or words("gõ c (có) hoặc k (không)", "type y or n")

    typed = questionary.text(f"{_said(step.text)} {marks}", validate=is_answer).unsafe_ask()
    return step.default if not typed.strip() else fold(typed) in _YES


_YES = frozenset({"c", "co", "y", "yes"})
_NO = frozenset({"k", "khong", "n", "no"})


def _typed(step: Question) -> str:
    message = _said(step.text) + (f" ({_said(step.hint)})" if step.hint else "") + ":"
    validator = _Reading(step.read)
    if step.complete is None:
        return str(questionary.text(message, default=step.default, validate=validator).unsafe_ask())
    return str(
        questionary.autocomplete(
            message,
            choices=[],
            completer=_Folding(step.complete),
            validate=validator,
            complete_while_typing=True,
            validate_while_typing=False,
        ).unsafe_ask()
    )


def _chosen(step: Question) -> str:
    choices = [questionary.Choice(_said(one.text), value=one.value) for one in step.choices]
    default = next((one for one in choices if one.value == step.default), None)
    instruction = words("(mũi tên lên, xuống; Enter để chọn)", "(arrow keys; Enter to choose)")
    return str(questionary.select(_said(step.text), choices, default=default, instruction=instruction).unsafe_ask())


def _said(text: Text) -> str:
    return words(text.vi, text.en)


class _Reading(Validator):
    """Checks an answer by reading it, so that a person hears at once what is wrong with it."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        self._read = read

    def validate(self, document: Document) -> None:
        try:
            self._read(document.text)
        except EntryError as error:
            raise ValidationError(len(document.text), _in_one_line(_said(error.said))) from error


def _in_one_line(text: str) -> str:
    """Return words as they fit below a question, where there is one line."""
    first, *listed = (line.strip() for line in text.splitlines())
    return f"{first} {'; '.join(listed)}".rstrip()


class _Folding(Completer):
    """Completes names however they are typed, with accents or without."""

    def __init__(self, complete: Callable[[str], list[Match]]) -> None:
        self._complete = complete

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Offer the records that fit the whole line, not only its last word."""
        del complete_event
        typed = document.text_before_cursor
        for one in self._complete(typed)[:MANY]:
            yield Completion(str(one), start_position=-len(typed), display=one.name, display_meta=one.id)
