"""The records behind the figures of statutory tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.report.numbers import LISTED_ONE_BY_ONE
from thidua.report.values import Trace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.report.reader import Reader
    from thidua.report.statutory_facts import Bag, Piece


class Traces:
    """Turns pieces of records into what a reader is led to; names that were looked up are kept."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._names: dict[str, str] = {}

    def of(self, bags: Iterable[Bag]) -> tuple[Trace, ...]:
        """Return each row where they are few, else each decision; in the order of files."""
        pieces = sorted((piece for bag in bags for piece in bag.pieces), key=lambda p: (p.path, p.line, p.number or 0))
        rows = [piece for piece in pieces if not piece.counted]
        if len(rows) <= LISTED_ONE_BY_ONE:
            return tuple(dict.fromkeys(self._one(piece) for piece in pieces))
        by_path: dict[str, list[Piece]] = {}
        for piece in rows:
            by_path.setdefault(piece.path, []).append(piece)
        counted = [self._one(piece) for piece in pieces if piece.counted]
        return (
            *(Trace(path, its[0].line, its[0].paper, len(its), last=its[-1].line) for path, its in by_path.items()),
            *counted,
        )

    def _one(self, piece: Piece) -> Trace:
        if piece.counted:
            return Trace(piece.path, piece.line, piece.paper, counted=piece.number)
        label = ", ".join(self._name(part) for part in (piece.name, piece.unit) if part)
        return Trace(piece.path, piece.line, label)

    def _name(self, id_or_name: str) -> str:
        if id_or_name not in self._names:
            self._names[id_or_name] = self._reader.name(id_or_name) or id_or_name
        return self._names[id_or_name]
