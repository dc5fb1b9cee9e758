"""What looking up asks of the register: names, numbers of decisions, rows of recipients, kinship of units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from thidua.source.problem import DocumentError
from thidua.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua.source.builder import Tree
    from thidua.store.register import Register
    from thidua.store.workspace import Workspace

_WORD = re.compile(r"\w+")


def names_with(register: Register, words: Sequence[str], folder: str = "") -> list[dict[str, Any]]:
    """Return every name of a record in which a word starts with each of `words`, of one kind of record or of all."""
    return register.ask_named(
        "SELECT name.folder, name.record, file.path, name.kind, name.text, name.folded"  # noqa: S608
        f" FROM name JOIN file ON file.id = name.file WHERE {all_occur('name.folded', words)}"
        " AND (? = '' OR name.folder = ?) ORDER BY file.path, name.rowid",
        (*words, folder, folder),
    )


def names_of(register: Register, folder: str, record: str) -> list[tuple[str, str]]:
    """Return the names of one record: kind and text."""
    return [
        (kind, text)
        for kind, text in register.ask(
            "SELECT name.kind, name.text FROM name JOIN file ON file.id = name.file"
            " WHERE name.folder = ? AND name.record = ? ORDER BY file.path, name.rowid",
            (folder, record),
        )
    ]


def decisions_with(register: Register, words: Sequence[str]) -> list[dict[str, Any]]:
    """Return the decisions in whose number a word starts with each of `words`."""
    return register.ask_named(
        "SELECT decision.id, decision.number, decision.number_key, decision.date, decision.year, file.path"  # noqa: S608
        f" FROM decision JOIN file ON file.id = decision.file WHERE {all_occur('decision.number_key', words)}"
        " ORDER BY file.path",
        tuple(words),
    )


def decisions_of_id(register: Register, id_: str) -> list[dict[str, Any]]:
    """Return number, year and path of the decisions of an id: one, but for files that share it."""
    return register.ask_named(
        "SELECT COALESCE(decision.number, decision.id) AS number, decision.year, file.path FROM decision"
        " JOIN file ON file.id = decision.file WHERE decision.id = ? ORDER BY file.path",
        (id_,),
    )


def law_awards(register: Register) -> list[tuple[str, str]]:
    """Return id and name of every award of the law; those of the office are records and have names."""
    return [(id_, name) for id_, name in register.ask("SELECT id, name FROM catalogue WHERE file IS NULL ORDER BY id")]


def exists(register: Register, folder: str, record: str) -> bool:
    return register.one("SELECT 1 FROM file WHERE folder = ? AND record = ?", (folder, record)) is not None


def records_called(register: Register, record: str) -> list[tuple[str, str]]:
    """Return folder and path of every record with this id."""
    return [
        (folder, path)
        for folder, path in register.ask("SELECT folder, path FROM file WHERE record = ? ORDER BY path", (record,))
    ]


def record_ids(register: Register) -> list[str]:
    """Return the ids of all records and of the awards of the law."""
    return [
        id_
        for (id_,) in register.ask(
            "SELECT record FROM file UNION SELECT id FROM catalogue WHERE file IS NULL ORDER BY 1"
        )
    ]


def organisation_names(register: Register) -> dict[str, str]:
    return dict(
        register.ask(
            "SELECT organisation.id, organisation.name FROM organisation JOIN file ON file.id = organisation.file"
            " ORDER BY file.path"
        )
    )


def official_names(register: Register) -> dict[tuple[str, str], str]:
    """Return the name of every record that has one, and of every award, by folder and id."""
    named: dict[tuple[str, str], str] = {("catalogue", id_): name for id_, name in law_awards(register)}
    for folder, record, text in register.ask(
        "SELECT name.folder, name.record, name.text FROM name JOIN file ON file.id = name.file"
        " WHERE name.kind = 'official' ORDER BY file.path"
    ):
        named[folder, record] = text
    return named


def award_names(register: Register) -> dict[str, str]:
    return dict(
        register.ask(
            "SELECT catalogue.id, catalogue.name FROM catalogue LEFT JOIN file ON file.id = catalogue.file"
            " ORDER BY file.path, catalogue.id"
        )
    )


def units_below(register: Register, id_: str) -> list[str]:
    """Return the organisations below one, by `parent`, itself not among them."""
    return [
        below
        for (below,) in register.ask(
            "WITH RECURSIVE below(id) AS (VALUES (?) UNION SELECT organisation.id FROM organisation"
            " JOIN below ON organisation.parent = below.id) SELECT id FROM below WHERE id <> ? ORDER BY id",
            (id_, id_),
        )
    ]


def plain_tree(workspace: Workspace, path: str) -> tuple[dict[str, Tree], str]:
    """Return the plain data of a record file, and the text under its front matter.

    Raises:
        DocumentError: it is not plain data.
        OSError: it cannot be read.
    """
    from thidua.source.document import parse_file, read

    text = read(workspace.read(path))
    document = parse_file(path, text)
    return document.tree, (document.body or "").strip()


def posting_units(workspace: Workspace, path: str) -> list[str]:
    """Return the units of a person's postings as the file has them; none where it cannot be read."""
    try:
        tree, _ = plain_tree(workspace, path)
    except (DocumentError, OSError):
        return []
    postings = tree.get("postings")
    found = [one.get("unit") for one in postings if isinstance(one, dict)] if isinstance(postings, list) else []
    return [unit for unit in found if isinstance(unit, str)]


def words_of(text: str) -> list[str]:
    """Return the words by which a text is searched: folded, without marks between them."""
    return _WORD.findall(fold(text))


def all_occur(column: str, words: Sequence[str]) -> str:
    """Return a condition: some word of `column` starts with each of `words`, which are the statement's first values.

    That they occur at all is asked first, in the order of their length: it costs a tenth, and few pass.
    """
    spaced = f"' ' || {column}"
    for mark in '-/.("':
        spaced = f"replace({spaced}, '{mark}', ' ')"
    places = sorted(range(1, len(words) + 1), key=lambda place: -len(words[place - 1]))
    occur = " AND ".join(f"instr({column}, ?{place}) > 0" for place in places)
    begin = " AND ".join(f"instr({spaced}, ' ' || ?{place}) > 0" for place in places)
    return f"CASE WHEN {occur} THEN {begin} END" if words else "FALSE"


def path_of_person(register: Register, id_: str) -> str | None:
    """Return where the record of a person is, or `None`."""
    found = register.one("SELECT path FROM file WHERE folder = 'people' AND record = ? AND readable", (id_,))
    return None if found is None else str(found)
