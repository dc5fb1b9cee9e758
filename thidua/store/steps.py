"""What became of a row, commit by commit."""

from __future__ import annotations

from enum import StrEnum

from thidua.value_class import dataclass


class StepKind(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    FOUND = "found"
    """It was there in the earliest commit at hand; who added it was not fetched."""
    NOT_COMMITTED = "not-committed"
    """It is in the files, and in no commit yet."""
    CHANGED_SINCE = "changed-since"
    """It was changed in the files, and that is in no commit yet."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, before and after; empty where it was not there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """What a commit did to a row.

    Attributes:
        date: of the commit, where it was made; empty where there is none, as are `author` and `commit`.
        author: as git has it.
        commit: its id in short.
    """

    kind: StepKind
    date: str = ""
    author: str = ""
    commit: str = ""
    changes: tuple[FieldChange, ...] = ()
