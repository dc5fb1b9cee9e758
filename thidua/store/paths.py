"""What the path of a record file says: its kind, its id, and what is wrong with either."""

from __future__ import annotations

import re

from thidua.store.workspace import RECORDS
from thidua.value_class import dataclass

SLUG_PATH = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_YEAR = re.compile(r"(19|20)\d\d/.")

ENDINGS = (".yaml", ".md")
"""What the name of a record file ends in."""

_MEANT = re.compile(r"(.*/[^/]+?)\.(?:(ya?ml)|md|markdown)(?:\.txt)?", re.IGNORECASE | re.DOTALL)
"""The path of a file that was to be a record, whatever an editor made of its ending."""

_DEVICE = "(?:con|prn|aux|nul|com[1-9]|lpt[1-9])"
_OF_WINDOWS = re.compile(rf"(?:.*/)?{_DEVICE}(?:/.*)?")
"""An id with a part that Windows keeps for its devices."""

RULES = "catalogue/rules"
"""The kind of the office's own rules; all else below `catalogue/` is its own awards."""

FOLDERS = (
    "organisations", "people", "campaigns", "blocs", "bloc-years", "years", "rosters", "initiatives", "declarations", "awards",
    "numbers", "nominations", "corrections", "revocations", "exemplars", "waivers", "catalogue", RULES,
)  # fmt: skip
"""The kinds of record, as their folders are called."""

BY_YEAR = ("bloc-years", "years", "rosters", "initiatives", "awards", "nominations")
"""Kinds whose files stand in folders of years."""


@dataclass(frozen=True, slots=True)
class RecordPath:
    """Where a record stands.

    Attributes:
        folder: the kind; empty if the folder is of no kind.
        id: the path inside the kind's folder, without the ending.
        problem: `folder`, `year`, `slug`, `reserved`, or empty. Only with the last three is the file read as a record.
    """

    folder: str
    id: str
    problem: str = ""


def record_path(path: str) -> RecordPath:
    """Understand a path from the root of the repository, such as `records/awards/2023/412-qd-ubnd.yaml`."""
    _, _, rest = path.partition(f"{RECORDS}/")
    longer = rest.startswith(f"{RULES}/")
    folder, name = (RULES, rest[len(RULES) + 1 :]) if longer else rest.partition("/")[::2]
    id_ = name.rpartition(".")[0]
    if folder not in FOLDERS or not id_:
        return RecordPath("", id_, "folder")
    if folder in BY_YEAR and not _YEAR.match(id_):
        return RecordPath(folder, id_, "year")
    if is_reserved(id_):
        return RecordPath(folder, id_, "reserved")
    return RecordPath(folder, id_, "" if SLUG_PATH.fullmatch(id_) else "slug")


_decision = re.compile(
    rf"records/awards/((?:19|20)\d\d/(?!{_DEVICE}\.)[a-z0-9]++(?:-[a-z0-9]++)*+)\.yaml", re.ASCII
).fullmatch


def decision_id(path: str) -> str:
    """Return the id of a decision, from the path of its file; empty where `record_path` may have anything to object."""
    found = _decision(path)
    return found[1] if found is not None else ""


def is_reserved(id_: str) -> bool:
    """Whether Windows cannot have a file of this id."""
    return _OF_WINDOWS.fullmatch(id_) is not None


def is_record(path: str) -> bool:
    """Whether a file is a record by its name."""
    return path.endswith(ENDINGS) and not path.rpartition("/")[2].startswith(".")


def twin_of(path: str) -> str:
    """Return the path that has the same id as a record's: that with the other ending; empty for what is no record."""
    name, dot, ending = path.rpartition(".")
    other = {".yaml": ".md", ".md": ".yaml"}.get(dot + ending)
    return name + other if other else ""


def is_looked_at(path: str) -> bool:
    """Whether something is said of a file below `records/`: of all but those that are hidden, or in a hidden folder."""
    return is_record(path) or not any(part.startswith(".") for part in path.split("/"))


def meant_path(path: str) -> str:
    """Return the path by which a file such as `5.yml` or `5.yaml.txt` would be a record, or the empty text."""
    found = _MEANT.fullmatch(path)
    return f"{found[1]}{'.yaml' if found[2] else '.md'}" if found else ""


def is_slug(text: str) -> bool:
    """Whether a text that may be a name is written as the id of a record that stands in no folder of its own."""
    return "/" not in text and SLUG_PATH.fullmatch(text) is not None
