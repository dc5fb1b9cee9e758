"""What a record file says, apart from how it is written; and which files say it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from thidua.source.problem import DocumentError
from thidua.store.digest import LETTERS, sha256

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from thidua.source.document import Document
    from thidua.store.register import Register

_AT_ONCE = 500
_TOLD = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)
"""Made once: `json.dumps` makes one each time, which is a third of what it takes for a small file."""


def data_of(document: Document) -> str:
    """Return a short digest of what a file says: comments, quotes, line ends and the order of fields are no part of it."""
    if "awards" in document.tree and document.body is None:
        from thidua.store.plain_decision import plain_of  # its patterns are not needed to look digests up

        plain = plain_of(document.tree, lambda _: ())
        if plain is not None:
            return plain.digest()
    told = _TOLD.encode(document.tree)
    digest = sha256(told.encode("utf-8", "surrogatepass"))
    if document.body is not None:
        digest.update(b"\0" + "\n".join(document.body.strip().splitlines()).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:LETTERS]


def data_in(path: str, content: bytes) -> str:
    """Return the digest of a content; empty where it cannot be read."""
    from thidua.source.document import parse_file, read

    try:
        text = read(content)
        return data_of(parse_file(path, text))
    except DocumentError:
        return ""


def data_of_files(register: Register, paths: Collection[str]) -> dict[str, str]:
    """Return what files say, by path; empty for those that cannot be read, nothing for those that are not there."""
    found: dict[str, str] = {}
    for some in _parts(sorted(paths)):
        marks = ", ".join("?" * len(some))
        found.update(register.ask(f"SELECT path, data FROM file WHERE path IN ({marks})", some))  # noqa: S608 - marks
    return found


def data_of_blobs(register: Register) -> dict[str, str]:
    """Return what every content in the register says, by its id in git."""
    return dict(register.ask("SELECT blob, data FROM file WHERE data <> ''"))


def paths_of(register: Register, folder: str, records: Collection[str]) -> list[str]:
    """Return the files of records, by kind and id."""
    found: list[str] = []
    for some in _parts(sorted(records)):
        marks = ", ".join("?" * len(some))
        statement = f"SELECT path FROM file WHERE folder = ? AND record IN ({marks})"  # noqa: S608 - marks only
        found += (path for (path,) in register.ask(statement, (folder, *some)))
    return found


def later_papers(register: Register, decisions: Collection[str]) -> list[str]:
    """Return the files that correct or withdraw rows of decisions, by the ids of these."""
    wanted = set(decisions)
    found = register.ask(
        """SELECT DISTINCT file.path, reference.target FROM reference JOIN file ON file.id = reference.file
           WHERE reference.folder = 'awards' AND file.folder IN ('corrections', 'revocations')"""
    )
    return [path for path, target in found if target in wanted]


def _parts(values: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(values), _AT_ONCE):
        yield tuple(values[start : start + _AT_ONCE])
