"""The kinds of record: which folder holds which model."""

from __future__ import annotations

from thidua.model.award import AwardRecord, CatalogueAward
from thidua.model.base import Record
from thidua.model.bloc import Bloc, BlocYear
from thidua.model.campaign import Campaign
from thidua.model.change import Correction, Revocation
from thidua.model.declaration import Declaration
from thidua.model.exemplar import Exemplar
from thidua.model.initiative import InitiativeRecord
from thidua.model.nomination import Nomination
from thidua.model.number_book import NumberBook
from thidua.model.organisation import Organisation
from thidua.model.person import Person
from thidua.model.roster import Roster
from thidua.model.waiver import Waiver
from thidua.model.year import OrganisationYear

MODELS: dict[str, type[Record]] = {
    "organisations": Organisation,
    "people": Person,
    "campaigns": Campaign,
    "blocs": Bloc,
    "bloc-years": BlocYear,
    "years": OrganisationYear,
    "rosters": Roster,
    "initiatives": InitiativeRecord,
    "declarations": Declaration,
    "awards": AwardRecord,
    "nominations": Nomination,
    "numbers": NumberBook,
    "corrections": Correction,
    "revocations": Revocation,
    "exemplars": Exemplar,
    "waivers": Waiver,
    "catalogue": CatalogueAward,
}

BODY_FIELDS = {"campaigns": "narrative", "exemplars": "story"}
"""Which field the text of a Markdown record fills, under its front matter."""
