"""The catalogue of awards, of the law and of the office, as the register has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class CatalogueAward:
    """A title or form.

    Attributes:
        recipients: the kinds of recipient it may go to.
        rank: its place in lists, high before low.
    """

    id: str
    name: str
    group: str
    kind: str
    recipients: tuple[str, ...]
    rank: int


_COLUMNS = 'SELECT id, name, "group", kind, recipients, rank FROM catalogue'


def catalogue(register: Register) -> dict[str, CatalogueAward]:
    """Return every award by its id, high before low."""
    return {row[0]: _award(row) for row in register.ask(f"{_COLUMNS} ORDER BY rank, id")}


def award_of(register: Register, id_: str) -> CatalogueAward | None:
    found = register.ask(f"{_COLUMNS} WHERE id = ?", (id_,))
    return _award(found[0]) if found else None


def _award(row: tuple[str, str, str, str, str, int]) -> CatalogueAward:
    id_, name, group, kind, recipients, rank = row
    return CatalogueAward(id_, name, group, kind, tuple(recipients.split()), rank)
