"""Records as text: canonical, as `thidua fmt` leaves them, or loose, as people type them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.source.emit import emit

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from benchmarks.world import Tree


def writer(random: Random, *, loose: bool) -> Callable[[Tree], str]:
    """Return the function that turns a record into its text."""
    if not loose:
        return lambda tree: emit(tree)  # type: ignore[arg-type]
    return lambda tree: "".join(f"{line}\n" for line in _loose_file(random, tree))


def _loose_file(random: Random, tree: Tree) -> list[str]:
    lines = ["# gõ tay", ""] if random.random() < 0.3 else []
    for name, value in tree.items():
        if random.random() < 0.2:
            lines.append("")
        lines += _entry(random, name, value, 0)
    return _quoted_once(lines)


def _quoted_once(lines: list[str]) -> list[str]:
    """Put quotes around the first plain value, so that no file is by chance as `thidua fmt` writes it."""
    for place, line in enumerate(lines):
        label, colon, value = line.partition(": ")
        if colon and value[0] not in "'\"":
            return [*lines[:place], f'{label}: "{value}"', *lines[place + 1 :]]
    return lines


def _entry(random: Random, name: str, value: Any, indent: int) -> list[str]:
    label = f"{' ' * indent}{name}:"
    if isinstance(value, str):
        return [f"{label} {_scalar(random, value)}"]
    inner = (
        _mapping(random, value, indent + 2)
        if isinstance(value, dict)
        else _items(random, value, indent + random.choice((0, 2)))
    )
    return [label, *inner]


def _mapping(random: Random, tree: Tree, indent: int) -> list[str]:
    names = list(tree)
    if random.random() < 0.2:
        random.shuffle(names)
    return [line for name in names for line in _entry(random, name, tree[name], indent)]


def _items(random: Random, items: list[Any], indent: int) -> list[str]:
    lines: list[str] = []
    for item in items:
        if isinstance(item, str):
            lines.append(f"{' ' * indent}- {_scalar(random, item)}")
            continue
        inner = _mapping(random, item, indent + 2)
        lines += [f"{' ' * indent}- {inner[0].lstrip()}", *inner[1:]]
        if random.random() < 0.02:
            lines.append(f"{' ' * indent}# xem lại")
    return lines


def _scalar(random: Random, text: str) -> str:
    quote = random.choice(("", "", "", "'", '"'))
    if not quote and all(letter.isalnum() or letter in " -/." for letter in text):
        return text
    quote = quote or "'"
    return f"{quote}{text}{quote}"
