"""What files name, as SQL: which records, where first and how often.

Most files have it in the table `reference`. What a decision names is told by its own row and by those of its recipients, which
are there anyway: to write it a second time took a tenth of the first look at a province's records. Only the decisions in the
table `listed` have it in `reference` as others do, since their rows do not tell just what their files say.
"""

from __future__ import annotations

from typing import Final

_SINGLE: Final = (
    ("organisations", "authority", "decision.authority"),
    ("campaigns", "campaign", "campaign"),
    ("blocs", "bloc", "bloc"),
    ("nominations", "nomination", "nomination"),
)
"""What a decision names once: the kind of record, the column, the place in the file."""

_COLLECTIVE: Final = "recipient.kind IN (SELECT id FROM word WHERE text IN ('tap-the', 'doanh-nghiep'))"
_AT_ROW: Final = "'awards[' || recipient.grp || '].recipients[' || recipient.row || ']"
_OF_NAME: Final = f"""{_AT_ROW}.' || CASE recipient.kind
    WHEN (SELECT id FROM word WHERE text = 'tap-the') THEN 'collective' ELSE 'enterprise' END"""

_IN_ROWS: Final = (
    ("organisations", "name", _COLLECTIVE, "2 * recipient.place", _OF_NAME),
    ("organisations", "unit", "TRUE", "2 * recipient.place + 1", f"{_AT_ROW}.unit'"),
    # an award stands once before the rows of its group
    ("catalogue", "award", "recipient.row = 0", "recipient.place", "'awards[' || recipient.grp || '].award'"),
    ("people", "person", "recipient.person", "recipient.place", f"{_AT_ROW}.person'"),
)
"""What rows name: the kind of record, the column, which rows, in what turn they do so, the place in the file."""


def _may_be(folder: str, text: str) -> str:
    """The condition under which a text is an id: an organisation may be named by its name. It is what `is_slug` says."""
    return f"{text} NOT GLOB '*[^a-z0-9-]*' AND '-' || {text} || '-' NOT GLOB '*--*'" if folder == "organisations" else "TRUE"


def _of_rows(file: str) -> str:
    return f"NOT EXISTS (SELECT 1 FROM listed WHERE listed.file = {file})"


def mentions(wanted: str) -> str:
    """Return a SELECT of where records are named: `file`, `folder`, `target`, `turn`, `route`, `times`.

    It has a row of each file in `reference`, and for a decision one of each place; the lowest turn stands first in the file.

    Args:
        wanted: a table of `folder` and `target`.
    """
    return "\nUNION ALL ".join(
        (
            f"""SELECT reference.file, wanted.folder, wanted.target, 0 AS turn, reference.route, reference.times
            FROM {wanted} AS wanted CROSS JOIN reference ON reference.target = wanted.target AND reference.folder = wanted.folder""",
            *(
                f"""SELECT decision.file, wanted.folder, wanted.target, -1, '{route}', 1
                FROM {wanted} AS wanted CROSS JOIN decision ON decision.{column} = wanted.target
                WHERE wanted.folder = '{folder}' AND {_of_rows("decision.file")}"""
                for folder, column, route in _SINGLE
            ),
            *(
                f"""SELECT recipient.file, wanted.folder, wanted.target, {turn}, {route}, 1
                FROM {wanted} AS wanted CROSS JOIN word ON word.text = wanted.target
                CROSS JOIN recipient ON recipient.{column} = word.id AND {which}
                WHERE wanted.folder = '{folder}' AND {_may_be(folder, "wanted.target")} AND {_of_rows("recipient.file")}"""
                for folder, column, which, turn, route in _IN_ROWS
            ),
        )
    )  # fmt: skip


def files_naming(folder: str, wanted: str) -> str:
    """Return a SELECT of `target` and `file`, each pair once for a column that has it.

    Args:
        folder: of which kind the wanted records are.
        wanted: a table with their ids as `id`.
    """
    single = (column for kind, column, _ in _SINGLE if kind == folder)
    in_rows = ((column, which) for kind, column, which, *_ in _IN_ROWS if kind == folder)
    return "\nUNION ALL ".join(
        (
            f"""SELECT wanted.id AS target, reference.file FROM {wanted} AS wanted
            CROSS JOIN reference ON reference.target = wanted.id AND reference.folder = '{folder}'""",
            *(
                f"""SELECT wanted.id, decision.file FROM {wanted} AS wanted CROSS JOIN decision ON decision.{column} = wanted.id
                WHERE {_of_rows("decision.file")}"""
                for column in single
            ),
            # the index has the rows of one word and file side by side: nothing is sorted
            *(
                f"""SELECT word.text, pair.file FROM (
                    SELECT recipient.{column}, recipient.file FROM recipient
                    WHERE recipient.{column} IN (SELECT word.id FROM {wanted} AS wanted CROSS JOIN word ON word.text = wanted.id
                        WHERE {_may_be(folder, "wanted.id")}) AND {which}
                    GROUP BY recipient.{column}, recipient.file) AS pair
                CROSS JOIN word ON word.id = pair.{column} WHERE {_of_rows("pair.file")}"""
                for column, which in in_rows
            ),
        )
    )  # fmt: skip


def named(within: str = "TRUE") -> str:
    """Return a SELECT of all that is named anywhere, each once: `folder` and `target`. A name may be none but of listed decisions.

    Args:
        within: a condition on `target`.
    """
    return "\nUNION ".join(
        (
            f"SELECT DISTINCT folder, target FROM reference WHERE {within}",
            *(
                f"SELECT DISTINCT '{folder}', {column} AS target FROM decision WHERE {column} IS NOT NULL AND {within}"
                for folder, column, _ in _SINGLE
            ),
            # a word is looked up once, however many rows have it
            *(
                f"""SELECT '{folder}', text AS target FROM word
                WHERE {within} AND {_may_be(folder, "text")}
                  AND EXISTS (SELECT 1 FROM recipient WHERE recipient.{column} = word.id AND {which})"""
                for folder, column, which, *_ in _IN_ROWS
            ),
        )
    )


def named_in(files: str, folder: str = "") -> str:
    """Return a SELECT of what files name, as `target`; of listed decisions it may be more than their files say.

    Args:
        files: a table with their numbers as `id`.
        folder: only of this kind; empty for all.
    """
    which_kind = f" AND reference.folder = '{folder}'" if folder else ""
    return "\nUNION ".join(
        (
            f"""SELECT reference.target FROM {files} AS named_in
            CROSS JOIN reference ON reference.file = named_in.id{which_kind}""",
            *(
                f"SELECT decision.{column} FROM {files} AS named_in CROSS JOIN decision ON decision.file = named_in.id"
                for kind, column, _ in _SINGLE
                if folder in ("", kind)
            ),
            *(
                f"""SELECT word.text FROM (
                    SELECT DISTINCT recipient.{column} FROM {files} AS named_in CROSS JOIN recipient ON recipient.file = named_in.id
                    WHERE {which}) AS one
                CROSS JOIN word ON word.id = one.{column} WHERE {_may_be(kind, "word.text")}"""
                for kind, column, which, *_ in _IN_ROWS
                if folder in ("", kind)
            ),
        )
    )


WHOLE: Final = f"""
WITH every AS MATERIALIZED ({named()})
SELECT file, folder, target, route, times FROM (
    SELECT file, folder, target, min(turn), route, sum(times) AS times FROM ({mentions("every")}) GROUP BY file, folder, target)
"""
"""Each record that a file names: once, with the place where it stands first and how often it does."""
