"""A sandbox for an office's own templates: besides reaching nothing, a template cannot use up memory or time.

What it may do is counted, not timed, so that the same template ends the same way on every machine.
"""

from __future__ import annotations

import re
from functools import wraps
from types import BuiltinMethodType
from typing import TYPE_CHECKING, Any, Final

from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jinja2.runtime import Context

MOST_STEPS: Final = 8_000_000
"""Rounds of loops, and calls, of one paper."""

MACRO: Final = 40
"""How many rounds a call of a macro counts for: it takes about as long."""

MOST_LETTERS: Final = 64_000_000
"""Of one paper."""

LONGEST: Final = 2_000_000
"""Letters or items of one value."""

MOST_BITS: Final = 20_000
"""Of one number."""

WIDEST: Final = 10_000
"""To how many letters a text may be filled up, or a list to items."""

_WIDE = re.compile(r"\d{5,}|\*|\{[^{}]*:[^{}]*\{")
_FILLING = frozenset({"batch", "center", "indent", "round", "slice", "tojson", "truncate", "urlize", "wordwrap"})
_OF_ITEMS = frozenset({
    "attr", "batch", "count", "d", "default", "dictsort", "first", "groupby", "items", "last", "length", "list", "map",
    "max", "min", "random", "reject", "rejectattr", "reverse", "select", "selectattr", "slice", "sort", "unique",
})  # fmt: skip
"""Filters that make no text of the items they get."""


class TooMuch(TemplateError):
    """A template makes more than any paper holds, or goes on longer than any paper needs.

    Attributes:
        line: where, if the innermost line of the traceback does not say it.
    """

    def __init__(self, line: int = 0) -> None:
        super().__init__("too much")
        self.line = line


class Bounded(ImmutableSandboxedEnvironment):
    """A sandbox for one paper: strict about names, and with a budget.

    Args:
        finalize: makes of a value what is printed.
    """

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, *, finalize: Callable[[object], object] | None = None, **options: Any) -> None:
        self._steps = self._letters = 0
        self._made_of = finalize or (lambda value: value)
        super().__init__(
            undefined=StrictUndefined,
            finalize=self._printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            **options,
        )
        self.globals.pop("lipsum")
        self.filters = {name: self._bounded(name, one) for name, one in self.filters.items()}
        self.filters.update(_rounds=self._rounds, _joined=self._joined)

    def paper(self, template: str, values: dict[str, Any]) -> str:
        """Return a template filled with values.

        Raises:
            TooMuch: it goes over the budget. Other mistakes raise what they raise in Jinja2.
        """
        found = self.get_template(template)
        pieces = []
        stream = found.root_render_func(found.new_context(values))
        try:
            for piece in stream:
                pieces.append(piece)
                self._letters += len(piece)
                if self._letters > 2 * MOST_LETTERS:
                    break
            else:
                return "".join(pieces)
        except Exception:  # noqa: BLE001 - every one goes on, with the lines of the template for those of its code
            self.handle_exception()
        frame = getattr(stream, "gi_frame", None)
        raise TooMuch(found.get_corresponding_lineno(frame.f_lineno) if frame else 0)

    # what the compiled templates call

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed: nodes.Template = _Counted().visit(super()._parse(source, name, filename))
        return parsed

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805, PYI063 - as Jinja2
        """Call what a template calls, if what comes of it is bounded."""
        __self._step(MACRO if isinstance(__obj, Macro) else 1)
        if isinstance(__obj, BuiltinMethodType) and isinstance(__obj.__self__, str | bytes | int):
            if any(isinstance(one, int) and abs(one) > WIDEST for one in (*args, *kwargs.values())):
                raise TooMuch
            if __obj.__name__ == "join" and args and isinstance(__obj.__self__, str):
                args = (__self._sized(args[0], len(__obj.__self__)), *args[1:])
            elif isinstance(__obj.__self__, str):
                _refuse_product(__obj.__self__, [text for one in args for text in _texts(one)])
        return super().call(__context, __obj, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Let `'…'.format()` fill nothing up to great widths."""
        made = super().wrap_str_format(value)
        if made is None:
            return None

        def bounded(*args: Any, **kwargs: Any) -> str:
            _refuse_format(value.__self__, "{", (*args, *kwargs.values()))
            return made(*args, **kwargs)

        return bounded

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Reckon, if what comes of it is bounded."""
        match operator:
            case "%" if isinstance(left, str):
                _refuse_format(left, "%", right if isinstance(right, tuple) else (right,))
            case "**" if isinstance(left, int) and isinstance(right, int):
                _refuse(left.bit_length() * abs(right), MOST_BITS)
            case "*" if isinstance(left, int) and isinstance(right, int):
                _refuse(left.bit_length() + right.bit_length(), MOST_BITS)
            case "*":
                sizes = [len(one) for one in (left, right) if isinstance(one, str | bytes | list | tuple)]
                times = [one for one in (left, right) if isinstance(one, int)]
                _refuse(sizes[0] * times[0] if sizes and times else 0, LONGEST)
            case "+" if hasattr(left, "__len__") and hasattr(right, "__len__"):
                _refuse(len(left) + len(right), LONGEST)
        return super().call_binop(context, operator, left, right)

    # the budget

    def _step(self, steps: int = 1) -> None:
        self._steps += steps
        if self._steps > MOST_STEPS:
            raise TooMuch

    def _rounds(self, items: Iterable[Any]) -> Iterator[Any]:
        for one in items:
            self._step()
            yield one

    def _joined(self, parts: list[Any]) -> str:
        return "".join(map(str, self._sized(parts, 0)))

    def _sized(self, items: Iterable[Any], between: int) -> list[Any]:
        """Return items whose lengths, with what comes between them, are no more than a value may have."""
        size, found = 0, []
        for one in items:
            size += between + (len(one) if hasattr(one, "__len__") else 1)
            _refuse(max(size, _size(one)), LONGEST)
            found.append(one)
        return found

    def _printed(self, value: object) -> object:
        made = self._made_of(value)
        size = len(made) if isinstance(made, str) else _size(made)
        _refuse(0 if isinstance(made, str) else size, LONGEST)
        self._letters += size
        _refuse(self._letters, 2 * MOST_LETTERS)
        return made

    def _bounded(self, name: str, one: Callable[..., Any]) -> Callable[..., Any]:
        before = 1 if hasattr(one, "jinja_pass_arg") else 0

        @wraps(one)
        def bounded(*args: Any, **kwargs: Any) -> Any:
            ahead, value, rest = args[:before], args[before : before + 1], (*args[before + 1 :], *kwargs.values())
            if name in _FILLING:
                _refuse(max((abs(x) for x in rest if isinstance(x, int)), default=0), WIDEST)
            if name == "format" and value:
                _refuse_format(str(value[0]), "%", rest)
            if name in ("join", "sum") and value:
                between = max((len(x) for x in rest if isinstance(x, str)), default=0)
                value = (self._sized(value[0], between),)
            elif value and isinstance(value[0], str):
                _refuse_product(value[0], [x for x in rest if isinstance(x, str)])
            elif name not in _OF_ITEMS:
                _refuse(max(map(_size, value), default=0), LONGEST)
            return one(*ahead, *value, *args[before + 1 :], **kwargs)

        return bounded


class _Counted(NodeTransformer):
    """Puts a filter of ours where Jinja2 lets nobody in: the items of loops, and `~`."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - as Jinja2 calls it
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, "_rounds", [], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - as Jinja2 calls it
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(parts, "_joined", [], [], None, None, lineno=node.lineno)


def _refuse(size: int, most: int) -> None:
    if size > most:
        raise TooMuch


def _refuse_product(text: str, others: Iterable[str]) -> None:
    """Refuse a text in which each letter may become another text, if that is too long."""
    _refuse(len(text) * max((len(one) for one in others), default=0), LONGEST)


def _refuse_format(text: str, mark: str, values: Iterable[Any]) -> None:
    if _WIDE.search(text):
        raise TooMuch
    sizes = (_size(one) for one in values)
    _refuse(len(text) + text.count(mark) * max(sizes, default=0), LONGEST)


def _texts(value: Any) -> list[str]:
    """Return a text itself, or the texts that stand in a table such as `translate` takes."""
    values = list(value.values()) if isinstance(value, dict) else [value]
    return [one for one in values if isinstance(one, str)]


def _size(value: Any) -> int:
    """Return about how long a value is as text, looked at no further than `LONGEST`."""
    size, pending = 0, [value]
    while pending and size <= LONGEST:
        one = pending.pop()
        size += len(one) if isinstance(one, str | bytes) else 1
        if isinstance(one, dict):
            pending += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple):
            pending += one
    return size
