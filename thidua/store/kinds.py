"""Every kind of record and its model: those of `thidua.model`, and the office's own rules, whose model is of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model import kinds
from thidua.store.paths import RULES

if TYPE_CHECKING:
    from thidua.model.base import Record


def model_of(folder: str) -> type[Record]:
    """Return the model of the records in a folder, one of `FOLDERS`.

    That of the rules takes all of the law's models, so that it is loaded only where such a file is read.

    Raises:
        KeyError: there is no such kind.
    """
    if folder != RULES:
        return kinds.model(folder)
    from thidua.law.office import OfficeRules

    return OfficeRules


def models() -> dict[str, type[Record]]:
    """Return the model of every kind."""
    return {**kinds.models(), RULES: model_of(RULES)}
