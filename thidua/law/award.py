"""The awards of the law, from the packaged catalogue."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua.model.award import CatalogueAward

AWARDS_FILE = "awards.yaml"


@cache
def awards() -> dict[str, CatalogueAward]:
    """Return every award of the law by its id, in the order of a list of awards."""
    from thidua.model.award import CatalogueAward
    from thidua.source.document import parse

    tree = parse(catalogue_text()).tree["awards"]
    if not isinstance(tree, dict):
        raise TypeError(f"{AWARDS_FILE}: `awards` is not a mapping")
    return {id_: CatalogueAward.model_validate(one) for id_, one in tree.items()}


def catalogue_text() -> str:
    """Return the packaged file as it is; its content is part of what the register is keyed by."""
    from importlib.resources import files  # with what it loads, as long as a model

    return (files("thidua.law") / "catalogue" / AWARDS_FILE).read_text("utf-8")
