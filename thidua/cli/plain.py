"""Arguments that are plain enough to be read without typer, whose loading takes as long as a warm check.

What is read here is read as typer reads it. All else, and all that is wrong, is left to typer; so is `--help`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Parameter = tuple[str, Callable[[str], object]]


class Plain:
    """How a command is called without typer.

    Attributes:
        function: what the command does; it returns the exit status.
        values: by option: the parameter, and what makes its value of a text; it raises `ValueError` for a text that is none.
        flags: by option: the parameter that becomes true, or false with an option that begins with `--no-`.
        lists: as `values`, of options that may be repeated; the parameter gets a tuple.
        one: the parameter that takes the one thing else that may be given.
        rest: the parameter that takes everything else, as a tuple, and what makes its values; empty where there is none.
        needed: parameters without which the call says nothing.
        meanwhile: loads what the command needs later, while it waits for git.
    """

    def __init__(
        self,
        function: Callable[..., int],
        values: Mapping[str, Parameter],
        flags: Mapping[str, str] | None = None,
        lists: Mapping[str, Parameter] | None = None,
        *,
        one: str = "",
        rest: Parameter | None = None,
        needed: tuple[str, ...] = (),
        meanwhile: Callable[[], None] | None = None,
    ) -> None:
        self.function, self.values, self.flags, self.lists = function, values, flags or {}, lists or {}
        self.one, self.rest, self.needed = one, rest, needed
        self.meanwhile = meanwhile

    def call(self, arguments: Sequence[str]) -> Callable[[], int] | None:
        """Return the call that arguments ask for; `None` where they are not plain."""
        try:
            given = self._read(arguments)
        except ValueError:
            return None
        return partial(self.function, **given)

    def _read(self, arguments: Sequence[str]) -> dict[str, object]:
        given: dict[str, object] = {}
        many: dict[str, list[object]] = {}
        pending = iter(arguments)
        for argument in pending:
            option, equals, text = argument.partition("=") if argument.startswith("--") else (argument, "", "")
            if not argument.startswith("-"):
                name, value = self._else(argument)
            elif flag := self.flags.get(argument):
                name, value = flag, not argument.startswith("--no-")
            else:
                name, value = self._value(option, text if equals else next(pending, ""))
            if option in self.lists or (self.rest and name == self.rest[0]):
                many.setdefault(name, []).append(value)
            elif name in given:
                raise ValueError(argument)
            else:
                given[name] = value
        given.update({name: tuple(values) for name, values in many.items()})
        if not given.keys() >= set(self.needed):
            raise ValueError(self.needed)
        return given

    def _else(self, argument: str) -> tuple[str, object]:
        if not argument or not (self.one or self.rest):
            raise ValueError(argument)
        return (self.rest[0], self.rest[1](argument)) if self.rest else (self.one, argument)

    def _value(self, option: str, text: str) -> tuple[str, object]:
        known = self.values.get(option) or self.lists.get(option)
        if known is None or not text or text.startswith("-"):
            raise ValueError(option)
        name, made = known
        return name, made(text)
