"""What formats for machines share: one sentence for a finding, and paths as the whole git repository has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.diagnostics import Diagnostic, Label


def sentence(diagnostic: Diagnostic) -> str:
    """Return what is wrong, and the other places it speaks of, in one line."""
    others = (f"({label})" for label in diagnostic.related if str(label) not in diagnostic.message)
    return " ".join((diagnostic.message, *others))


def below(folder: str, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings with the paths they have where the records stand in a folder of a larger repository.

    Args:
        folder: from the top of that repository, with `/`; empty where the records are at its top.
    """
    if not folder:
        return list(diagnostics)
    return [
        replace(one, primary=_below(folder, one.primary), related=tuple(_below(folder, label) for label in one.related))
        for one in diagnostics
    ]


def _below(folder: str, label: Label) -> Label:
    return replace(label, path=f"{folder}/{label.path}")
