"""Arguments that are plain enough to be read without typer, whose loading takes as long as a warm check.

What is read here is read as typer reads it. All else, and all that is wrong, is left to typer; so is `--help`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Plain:
    """How a command is called without typer.

    Attributes:
        function: what the command does; it returns the exit status.
        values: by option: the parameter, and what makes its value of a text; it raises `ValueError` for a text that is none.
        flags: by option: the parameter that becomes true.
        rest: the parameter that takes everything else, as a tuple, and what makes its values; empty where there is none.
    """

    function: Callable[..., int]
    values: Mapping[str, tuple[str, Callable[[str], object]]]
    flags: Mapping[str, str] = field(default_factory=dict)
    rest: tuple[str, Callable[[str], object]] | None = None

    def call(self, arguments: Sequence[str]) -> Callable[[], int] | None:
        """Return the call that arguments ask for; `None` where they are not plain."""
        try:
            given = self._read(arguments)
        except ValueError:
            return None
        return partial(self.function, **given)

    def _read(self, arguments: Sequence[str]) -> dict[str, object]:
        given: dict[str, object] = {}
        rest: list[object] = []
        pending = iter(arguments)
        for argument in pending:
            option, equals, text = argument.partition("=")
            if not argument.startswith("-"):
                if self.rest is None or not argument:
                    raise ValueError(argument)
                rest.append(self.rest[1](argument))
                continue
            flag = self.flags.get(argument)
            name, value = (flag, True) if flag else self._value(option, text if equals else next(pending, ""))
            if name in given:
                raise ValueError(argument)
            given[name] = value
        if self.rest and rest:
            given[self.rest[0]] = tuple(rest)
        return given

    def _value(self, option: str, text: str) -> tuple[str, object]:
        if option not in self.values or not text or text.startswith("-"):
            raise ValueError(option)
        name, made = self.values[option]
        return name, made(text)
