"""Plain tree → YAML in canonical form: one tree, one text, whoever wrote it.

A scalar stays plain only where every reader of YAML 1.1 and 1.2 takes it for the same text, or for a
number or date written just so. Everything else is quoted, and text of several lines is a literal block.
Lines are never wrapped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.source.comments import Note, Notes
from thidua.source.scalars import block_or_line, key, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.source.builder import Tree

MAX_LINE = 120

ONE_LINE_LISTS = frozenset({"recipients"})
"""Keys whose items stand on one line each, however long: a row of the paper is a row of the file."""


def emit(tree: Mapping[str, Tree], notes: Notes | None = None) -> str:
    """Return the canonical text of a tree; keys keep the order given.

    Args:
        tree: clean text (see `characters.clean`).
        notes: the comments to write with it.

    Raises:
        ValueError: a key or value is not clean text, or a key is empty or too long.
    """
    notes = notes or Notes()
    lines: list[str] = []
    _add_notes(lines, notes.before, 0)
    if notes.before and tree:
        lines.append("")
    if tree:
        _add_mapping(lines, tree, notes, 0)
    else:
        lines.append("{}")
    _add_notes(lines, notes.after, 0)
    return "".join(f"{line}\n" for line in lines)


def emit_markdown(tree: Mapping[str, Tree], body: str) -> str:
    """Return the canonical text of a Markdown record: front matter, then the body as it is."""
    return f"---\n{emit(tree)}---\n{body}"


def flow(value: Tree) -> str:
    """Return a value of any kind on one line."""
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(name)}: {flow(part)}" for name, part in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def _add_mapping(lines: list[str], tree: Mapping[str, Tree], notes: Notes, indent: int) -> None:
    for name, value in tree.items():
        own = notes.at(name)
        label = f"{' ' * indent}{key(name)}:"
        is_block = bool(value) and not isinstance(value, str)
        _add_notes(lines, own.before if is_block else own.all_before(), indent)
        if own.is_spaced and indent == 0:
            _add_blank(lines)
        if not is_block:
            _add_value(lines, label, value, own, indent)
            continue
        lines.append(label + own.beside())
        _add_collection(lines, value, own, indent + 2, in_rows=name in ONE_LINE_LISTS)


def _add_collection(lines: list[str], value: Tree, notes: Notes, indent: int, *, in_rows: bool) -> None:
    if isinstance(value, dict):
        _add_mapping(lines, value, notes, indent)
    else:
        for number, item in enumerate(value):
            _add_item(lines, item, notes.at(number), indent, in_rows=in_rows)
    _add_notes(lines, notes.after, indent)


def _add_item(lines: list[str], value: Tree, notes: Notes, indent: int, *, in_rows: bool) -> None:
    label = " " * indent + "-"
    if in_rows or _is_one_line(value, indent + 2):
        _add_notes(lines, notes.all_before(), indent)
        _add_value(lines, label, value, notes, indent, in_rows=in_rows)
        return
    _add_notes(lines, notes.before, indent)
    if notes.eol:
        lines.append(f"{' ' * indent}{notes.eol}")
    inner: list[str] = []
    _add_collection(inner, value, notes, indent + 2, in_rows=False)
    first = next(number for number, line in enumerate(inner) if line.strip() and line.lstrip()[0] != "#")
    lines += (line and line[2:] for line in inner[:first])
    lines.append(label + inner[first][indent + 1 :])
    lines += inner[first + 1 :]


def _add_value(lines: list[str], label: str, value: Tree, notes: Notes, indent: int, *, in_rows: bool = False) -> None:
    """Add a scalar, or a collection on one line, after its label."""
    is_text = isinstance(value, str) and not in_rows
    first, *others = block_or_line(value) if is_text and isinstance(value, str) else [flow(value)]
    lines.append(f"{label} {first}{notes.beside()}")
    lines += (line and " " * indent + line for line in others)


def _is_one_line(value: Tree, indent: int) -> bool:
    """Tell whether an item of a list needs no lines of its own."""
    if isinstance(value, str) or not value:
        return True
    if not isinstance(value, dict):
        return False
    if not all(isinstance(part, str) and "\n" not in part for part in value.values()):
        return False
    return indent + len(flow(value)) <= MAX_LINE


def _add_notes(lines: list[str], notes: list[Note], indent: int) -> None:
    for note in notes:
        if note.is_spaced:
            _add_blank(lines)
        lines.append(" " * indent + note.text)


def _add_blank(lines: list[str]) -> None:
    if lines and lines[-1]:
        lines.append("")
