"""Who else may be meant by a name in a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.paths import is_slug
from thidua.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua.store.register import Register


def organisation_key(register: Register, unit: str) -> str:
    """Return a unit so that two ways to write it compare equal: its id where one record has the name, else the name."""
    if is_slug(unit):
        return unit
    found = register.ask(
        "SELECT DISTINCT record FROM name WHERE folder = 'organisations' AND folded = ? LIMIT 2", (fold(unit),)
    )
    return str(found[0][0]) if len(found) == 1 else f"={fold(unit)}"


def postings_of(register: Register, name_key: str) -> list[tuple[str, str]]:
    """Return the people of a name with each unit they are, or were, in."""
    return register.ask(
        """SELECT person.id, posting.unit FROM person JOIN posting ON posting.person = person.id
           WHERE person.name_key = ? ORDER BY person.id""",
        (name_key,),
    )


def namesakes_told_apart(register: Register, name_key: str, unit: str) -> bool:
    """Tell whether a decision sets people of a name in a unit apart."""
    rows = register.ask("SELECT DISTINCT unit FROM award_row WHERE name_key = ? AND apart IS NOT NULL", (name_key,))
    wanted = organisation_key(register, unit)
    return any(there is None or organisation_key(register, there) == wanted for (there,) in rows)
