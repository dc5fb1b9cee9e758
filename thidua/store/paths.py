"""What the path of a record file says: its kind, its id, and what is wrong with either."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua.store.workspace import RECORDS

SLUG_PATH = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_YEAR = re.compile(r"(19|20)\d\d/.")

FOLDERS = (
    "organisations", "people", "campaigns", "blocs", "bloc-years", "years", "awards", "nominations", "corrections",
    "revocations", "exemplars", "catalogue",
)  # fmt: skip
"""The kinds of record, as their folders are called."""

BY_YEAR = ("bloc-years", "years", "awards", "nominations")
"""Kinds whose files stand in folders of years."""


@dataclass(frozen=True, slots=True)
class RecordPath:
    """Where a record stands.

    Attributes:
        folder: the kind; empty if the folder is of no kind.
        id: the path inside the kind's folder, without the ending.
        problem: `folder`, `year` or `slug`, or empty. Only with `slug` can the file be read all the same.
    """

    folder: str
    id: str
    problem: str = ""


def record_path(path: str) -> RecordPath:
    """Understand a path from the root of the repository, such as `records/awards/2023/412-qd-ubnd.yaml`."""
    _, _, rest = path.partition(f"{RECORDS}/")
    folder, _, name = rest.partition("/")
    id_ = name.rpartition(".")[0]
    if folder not in FOLDERS or not id_:
        return RecordPath("", id_, "folder")
    if folder in BY_YEAR and not _YEAR.match(id_):
        return RecordPath(folder, id_, "year")
    return RecordPath(folder, id_, "" if SLUG_PATH.fullmatch(id_) else "slug")
