"""What files name, as SQL: which records, where first and how often.

Most files have it in the table `reference`. What a decision names is told by its own row and by those of its recipients, which
are there anyway: to write it a second time took a tenth of the first look at a province's records. Only the decisions in the
table `stored_reference` have it in `reference` as other files do, since their rows do not tell just what they name.
"""

# ruff: noqa: S608 - every word of these statements is our own

from __future__ import annotations

from typing import Final

_SINGLE: Final = (
    ("organisations", "authority", "decision.authority"),
    ("campaigns", "campaign", "campaign"),
    ("blocs", "bloc", "bloc"),
    ("nominations", "nomination", "nomination"),
)
"""What a decision names once: the kind of record, the column, the place in the file."""

_AT_ROW: Final = "'awards[' || recipient.grp || '].recipients[' || recipient.row || ']"
_OF_NAME: Final = f"{_AT_ROW}.' || CASE kind.text WHEN 'tap-the' THEN 'collective' ELSE 'enterprise' END"

_IN_ROWS: Final = (
    ("organisations", "name", "2 * recipient.place", _OF_NAME),
    ("organisations", "unit", "2 * recipient.place + 1", f"{_AT_ROW}.unit'"),
    ("catalogue", "award", "recipient.place", "'awards[' || recipient.grp || '].award'"),
    ("people", "person", "recipient.place", f"{_AT_ROW}.person'"),
)
"""What rows name: the kind of record, the column, in what turn rows do so, the place in the file."""

_INDEXED: Final = {"name": "", "unit": "", "award": "AND recipient.row = 0", "person": "AND recipient.person"}
"""The rows that the index of a column has; an award stands once before the rows of its group."""

_KIND: Final = {
    "name": "CROSS JOIN word AS kind ON kind.id = recipient.kind AND kind.text IN ('tap-the', 'doanh-nghiep')"
}
"""Which rows name an organisation by their own name."""

_COLLECTIVE: Final = "AND recipient.kind IN (SELECT id FROM word WHERE text IN ('tap-the', 'doanh-nghiep'))"
"""The same, where rows are grouped: a join would have them sorted."""

TOUCHED_AWARDS: Final = "(SELECT id FROM catalogue WHERE file IN (SELECT id FROM touched_file))"
"""Awards of an office's own whose files were touched, for `files_naming`."""


def _may_be(folder: str, text: str) -> str:
    """The condition under which a text is an id: an organisation may be named by its name. It is what `is_slug` says."""
    if folder != "organisations":
        return "TRUE"
    return f"{text} NOT GLOB '*[^a-z0-9-]*' AND '-' || {text} || '-' NOT GLOB '*--*'"


def _by_rows(file: str) -> str:
    return f"NOT EXISTS (SELECT 1 FROM stored_reference WHERE stored_reference.file = {file})"


def mentions(wanted: str) -> str:
    """Return a SELECT of where records are named: `file`, `folder`, `target`, `route`, `times`.

    It has the rows of `reference`, and one for each place in a decision that has none there.

    Args:
        wanted: a table of `folder` and `target`.
    """
    rows = f"SELECT its.file, folder, target, route, times FROM {_by_decisions(wanted)}"
    return f"{_stored(wanted)}\nUNION ALL {rows}"


def first_mentions(wanted: str) -> str:
    """Return the same, with the first place in a decision for all, and how many there are."""
    # SQLite gives the route that stands with the lowest turn
    rows = f"""SELECT file, folder, target, route, times FROM (
        SELECT its.file, folder, target, min(turn), route, count(*) AS times FROM {_by_decisions(wanted)}
        GROUP BY its.file, folder, target)"""
    return f"{_stored(wanted)}\nUNION ALL {rows}"


def _stored(wanted: str) -> str:
    return f"""SELECT reference.file, wanted.folder, wanted.target, reference.route, reference.times FROM {wanted} AS wanted
        CROSS JOIN reference ON reference.target = wanted.target AND reference.folder = wanted.folder"""


def _by_decisions(wanted: str) -> str:
    """Return each place where decisions name records by their rows alone, to select from; in a file the lowest `turn` is first."""
    single = (
        f"""SELECT decision.file, wanted.folder, wanted.target, '{route}' AS route, -1 AS turn, 1 AS times
        FROM {wanted} AS wanted CROSS JOIN decision ON decision.{column} = wanted.target
        WHERE wanted.folder = '{folder}'"""
        for folder, column, route in _SINGLE
    )
    in_rows = (
        f"""SELECT recipient.file, wanted.folder, wanted.target, {route}, {turn}, 1
        FROM {wanted} AS wanted CROSS JOIN word ON word.text = wanted.target
        CROSS JOIN recipient ON recipient.{column} = word.id {_INDEXED[column]} {_KIND.get(column, "")}
        WHERE wanted.folder = '{folder}' AND {_may_be(folder, "wanted.target")}"""
        for folder, column, turn, route in _IN_ROWS
    )
    every = "\nUNION ALL ".join((*single, *in_rows))
    return f"({every}) AS its LEFT JOIN stored_reference ON stored_reference.file = its.file WHERE stored_reference.file IS NULL"


def files_naming(folder: str, wanted: str) -> str:
    """Return a SELECT of which files name records, as `target` and `file`; a pair may come again.

    Args:
        folder: of which kind the records are.
        wanted: a table with their ids as `id`.
    """
    stored = f"""SELECT wanted.id AS target, reference.file FROM {wanted} AS wanted
        CROSS JOIN reference ON reference.target = wanted.id AND reference.folder = '{folder}'"""
    single = (
        f"""SELECT wanted.id, decision.file FROM {wanted} AS wanted CROSS JOIN decision ON decision.{column} = wanted.id
        WHERE {_by_rows("decision.file")}"""
        for kind, column, _ in _SINGLE
        if kind == folder
    )
    # the index has the rows of one word and file side by side: nothing is sorted
    in_rows = (
        f"""SELECT word.text, pair.file FROM (
            SELECT recipient.{column}, recipient.file FROM recipient
            WHERE recipient.{column} IN (
                SELECT word.id FROM {wanted} AS wanted CROSS JOIN word ON word.text = wanted.id
                WHERE {_may_be(folder, "wanted.id")})
              {_INDEXED[column]} {_COLLECTIVE if column == "name" else ""}
            GROUP BY recipient.{column}, recipient.file) AS pair
        CROSS JOIN word ON word.id = pair.{column} WHERE {_by_rows("pair.file")}"""
        for kind, column, *_ in _IN_ROWS
        if kind == folder
    )
    return "\nUNION ALL ".join((stored, *single, *in_rows))


def named(within: str = "TRUE") -> str:
    """Return a SELECT of all that may be named anywhere, each once: `folder` and `target`. Whether it is, `mentions` knows.

    Args:
        within: a condition on `target`.
    """
    single = (
        f"SELECT DISTINCT '{folder}', {column} AS target FROM decision WHERE {column} IS NOT NULL AND {within}"
        for folder, column, _ in _SINGLE
    )
    folders = "\nUNION ALL ".join(
        f"SELECT '{folder}' AS folder" for folder in dict.fromkeys(kind for kind, *_ in _IN_ROWS)
    )
    in_rows = f"SELECT folder, text FROM an_id CROSS JOIN ({folders})"
    every = "\nUNION ".join((f"SELECT DISTINCT folder, target FROM reference WHERE {within}", *single, in_rows))
    # words are looked at, not rows: there are fewer, and few of them are written as ids
    return f"""WITH an_id AS MATERIALIZED (
        SELECT id, text, text AS target FROM word WHERE {within} AND text NOT GLOB '*[^a-z0-9/-]*')
    {every}"""


def named_in(files: str, folder: str = "") -> str:
    """Return a SELECT of what files name, as `target`, each as often as it likes. It may be too much.

    Args:
        files: a table with their numbers as `id`.
        folder: only of this kind; empty for all.
    """
    stored = f"""SELECT reference.target FROM {files} AS named_in CROSS JOIN reference ON reference.file = named_in.id
        {f"AND reference.folder = '{folder}'" if folder else ""}"""
    single = (
        f"SELECT decision.{column} FROM {files} AS named_in CROSS JOIN decision ON decision.file = named_in.id"
        for kind, column, _ in _SINGLE
        if folder in ("", kind)
    )
    in_rows = (
        f"""SELECT word.text FROM {files} AS named_in
        CROSS JOIN recipient ON recipient.file = named_in.id {_INDEXED[column]}
        CROSS JOIN word ON word.id = recipient.{column} AND word.text NOT GLOB '*[^a-z0-9/-]*'"""
        for kind, column, *_ in _IN_ROWS
        if folder in ("", kind)
    )
    return "\nUNION ALL ".join((stored, *single, *in_rows))
