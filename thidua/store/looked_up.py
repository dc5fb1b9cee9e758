"""What looking up gives: matches of a search, and the history of a person or an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.store.corrected_values import CorrectedValue
    from thidua.store.nominations import Proposed
    from thidua.store.steps import Step
    from thidua.store.withdrawn import RevokedBy

INDIVIDUAL = "ca-nhan"
"""The kind of recipient that is a person; `RecipientKind.INDIVIDUAL`, without loading the models."""


@dataclass(frozen=True, slots=True)
class Match:
    """A record, a decision or a recipient that was looked for.

    Attributes:
        folder: the kind of record; `awards` for a decision and for a recipient.
        recipient: what kind of recipient it is; empty for a record.
        path: empty for an award of the law, which has no file.
        line: where the recipient's row stands; 0 for a record.
        name: the official name.
        found_as: the other name that was found, where it is not the official one.
    """

    folder: str
    id: str
    name: str
    path: str = ""
    line: int = 0
    found_as: str = ""
    recipient: str = ""
    unit: str = ""
    award: str = ""
    year: int | None = None
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The first of what was found, best first, and how much there is in all."""

    matches: tuple[Match, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Given:
    """One award that was given.

    Attributes:
        year: the year it counts in; `None` where nothing says.
        unit: of the recipient, in words.
        by_name: the row names the organisation in words, not by its id; another one may bear the same name.
        revoked_by: the papers that withdrew it.
        corrected: the values that are others than the decision's file has.
        trail: what git tells of the row, the first commit first; empty where git was not asked or knows nothing.
    """

    year: int | None
    award: str
    award_id: str
    number: str | None
    date: str | None
    authority: str | None
    name: str
    kind: str
    unit: str | None
    position: str | None
    path: str
    line: int
    revoked: bool
    apart: str | None = None
    by_name: bool = False
    revoked_by: tuple[RevokedBy, ...] = ()
    corrected: tuple[CorrectedValue, ...] = ()
    trail: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Awards of one subject.

    Attributes:
        subject: `person` where a record in `people/` says who it is, `namesake` where only name and unit are known,
            `organisation` for what it got itself, `members` for what its people and collectives got, `exemplar` for
            whom only a record in `exemplars/` names.
        id: of the person, organisation or exemplar; empty for a namesake.
        perhaps: the people in `people/` that a namesake may be, where there are several.
        nominated: what they were proposed for; never among the awards.
    """

    subject: str
    id: str
    name: str
    unit: str | None
    awards: tuple[Given, ...]
    perhaps: tuple[str, ...] = ()
    nominated: tuple[Proposed, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """What is known.

    Attributes:
        namesakes: one name stands in several groups, and nothing says whether it is one person.
        candidates: names that fit loosely, where no name fits whole and several fit in part.
    """

    groups: tuple[Group, ...]
    namesakes: bool = False
    candidates: tuple[str, ...] = ()
