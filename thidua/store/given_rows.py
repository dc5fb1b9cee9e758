"""Rows of recipients as looking up asks for them. Names and units are looked for among words, never row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.store.look_up import all_occur
from thidua.store.words import INDIVIDUAL
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from thidua.store.register import Register

_ROW = """
SELECT award_row.file, award_row.place, file.path, award_row.line, decision.id AS decision, decision.year,
       decision.number, decision.date, decision.authority, award_row.award, award_row.own_name, award_row.kind,
       award_row.name, award_row.name_key, award_row.folded, award_row.unit, award_row.position, award_row.person,
       award_row.apart, award_row.revoked
FROM award_row JOIN decision ON decision.file = award_row.file JOIN file ON file.id = award_row.file
WHERE (award_row.file, award_row.place) IN ({chosen}) ORDER BY file.path, award_row.place
"""
"""Never by the numbers of files, which tell in what order the register met them."""


@dataclass(frozen=True, slots=True)
class Called:
    """A text by which rows name whom they are for, and how many of them do; those of individuals are counted apart.

    Attributes:
        word: the text's number.
        folded: the text without accents.
    """

    word: int
    text: str
    folded: str
    individual: bool
    times: int


def called_with(register: Register, words: Sequence[str]) -> list[Called]:
    """Return how rows call their recipients, where in it a word starts with each of `words`.

    Or in a name of the organisation that is meant, where it is an id.
    """
    found = register.ask(
        f"""SELECT word.id, word.text, word.folded, recipient.kind = {INDIVIDUAL} AS individual, count(*)
        FROM word CROSS JOIN recipient ON recipient.name = word.id WHERE {all_occur("word.folded", words)}
        GROUP BY word.id, individual
        UNION
        SELECT word.id, word.text, word.folded, FALSE, count(*) FROM word CROSS JOIN recipient ON recipient.name = word.id
        WHERE word.text IN (SELECT record FROM name WHERE folder = 'organisations' AND {all_occur("folded", words)})
          AND recipient.kind <> {INDIVIDUAL}
        GROUP BY word.id""",  # noqa: S608 - our own conditions
        tuple(words),
    )
    return [Called(word, text, folded, bool(individual), times) for word, text, folded, individual, times in found]


def rows_called(register: Register, words: Collection[int]) -> list[dict[str, Any]]:
    """Return the rows whose recipients are called by words of these numbers."""
    numbers = ", ".join(map(str, words))
    return _rows(register, f"SELECT file, place FROM recipient WHERE name IN ({numbers})")  # noqa: S608 - numbers


def rows_named(register: Register, folded: str) -> list[dict[str, Any]]:
    """Return the rows of recipients whose name without accents is `folded`."""
    return _rows(
        register,
        "SELECT file, place FROM recipient WHERE name IN (SELECT id FROM word WHERE folded = ?)",
        folded,
    )


def rows_of_person(register: Register, person: str, keys: Collection[str]) -> list[dict[str, Any]]:
    """Return the rows that name a person's record, and the rows without one that bear one of the name keys."""
    return _rows(
        register,
        f"""SELECT file, place FROM recipient WHERE person AND person = (SELECT id FROM word WHERE text = ?)
        UNION SELECT file, place FROM recipient WHERE person = 0 AND kind = {INDIVIDUAL}
        AND name IN (SELECT id FROM word WHERE key IN ({_marks(keys)}))""",  # noqa: S608 - marks
        person,
        *keys,
    )


def rows_of_organisation(register: Register, id_: str, keys: Collection[str]) -> list[dict[str, Any]]:
    """Return the rows given to an organisation itself, by its id or by one of the name keys."""
    return _rows(
        register,
        f"""SELECT file, place FROM recipient WHERE kind <> {INDIVIDUAL}
        AND name IN (SELECT id FROM word WHERE text = ? UNION SELECT id FROM word WHERE key IN ({_marks(keys)}))""",  # noqa: S608
        id_,
        *keys,
    )


def rows_in_units(register: Register, units: Collection[str]) -> list[dict[str, Any]]:
    """Return the rows whose unit is written as one of `units`."""
    return _rows(
        register,
        f"SELECT file, place FROM recipient WHERE unit IN (SELECT id FROM word WHERE text IN ({_marks(units)}))",  # noqa: S608
        *units,
    )


def units_as_written(register: Register) -> list[str]:
    """Return every unit that some row names, as it is written there: an id or a name.

    The index is gone through from one unit to the next, so that it does not matter how many rows each has.
    """
    return [
        unit
        for (unit,) in register.ask(
            """WITH RECURSIVE unit (id) AS (
                SELECT min(unit) FROM recipient WHERE unit > 0
                UNION ALL SELECT (SELECT min(unit) FROM recipient WHERE unit > unit.id) FROM unit WHERE id IS NOT NULL)
            SELECT word.text FROM unit JOIN word ON word.id = unit.id ORDER BY word.text"""
        )
    ]


def _rows(register: Register, chosen: str, *values: str) -> list[dict[str, Any]]:
    return register.ask_named(_ROW.format(chosen=chosen), values)


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
