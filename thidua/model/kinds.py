"""Every kind of record: the folder it lives in, and its model, of which only the one that is asked for is loaded."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from thidua.model.base import Record
    from thidua.model.bloc import BlocYear
    from thidua.model.campaign import Campaign
    from thidua.model.year import OrganisationYear

R = TypeVar("R")

KINDS: Final = {
    "organisations": ("organisation", "Organisation"),
    "people": ("person", "Person"),
    "campaigns": ("campaign", "Campaign"),
    "blocs": ("bloc", "Bloc"),
    "bloc-years": ("bloc", "BlocYear"),
    "years": ("year", "OrganisationYear"),
    "rosters": ("roster", "Roster"),
    "initiatives": ("initiative", "InitiativeRecord"),
    "declarations": ("declaration", "Declaration"),
    "awards": ("award", "AwardRecord"),
    "nominations": ("nomination", "Nomination"),
    "numbers": ("number_book", "NumberBook"),
    "corrections": ("change", "Correction"),
    "revocations": ("change", "Revocation"),
    "exemplars": ("exemplar", "Exemplar"),
    "waivers": ("waiver", "Waiver"),
    "catalogue": ("award", "CatalogueAward"),
}
"""By folder: the module of `thidua.model`, and the name of the model in it."""

BODY_FIELDS = {"campaigns": "narrative", "exemplars": "story"}
"""Which field the text of a Markdown record fills, under its front matter."""


@cache
def model(folder: str) -> type[Record]:
    """Return the model of the records in a folder.

    Raises:
        KeyError: there is no such kind.
    """
    module, name = KINDS[folder]
    found: type[Record] = getattr(import_module(f"thidua.model.{module}"), name)
    return found


def models() -> dict[str, type[Record]]:
    """Return the model of every kind."""
    return {folder: model(folder) for folder in KINDS}


class Kind(Generic[R]):
    """A kind of record, of which no more is asked than its values: its model need not be loaded."""

    def __init__(self, folder: str) -> None:
        self.folder = folder


YEARS: Final[Kind[OrganisationYear]] = Kind("years")
CAMPAIGNS: Final[Kind[Campaign]] = Kind("campaigns")
BLOC_YEARS: Final[Kind[BlocYear]] = Kind("bloc-years")
