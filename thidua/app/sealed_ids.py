"""Which records have another id now than a commit has them under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.paths import record_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from thidua.model.base import Record

NAMED = ("organisations", "people", "campaigns", "blocs", "catalogue")
"""Kinds whose records have an official name."""


class Renamed:
    """Ids that are gone, and what their records are called now.

    A record that is gone and one that is new are the same where no other record of their kind that is gone, or new, has
    their official name; or where the new file holds what the old one held.

    Attributes:
        moved: where files of the same content stand now.
    """

    def __init__(
        self, gone: Mapping[str, str], new: Mapping[str, str], read: Callable[[str, bool], Record | None]
    ) -> None:
        """Args:
        gone, new: ids of contents by path.
        read: gives the record of a path, as it was (`True`) or as it is.
        """
        self._ids: dict[tuple[str, str], str] = {}
        self.moved: dict[str, str] = {}
        by_content = _single((blob, path) for path, blob in new.items())
        for path, blob in gone.items():
            if blob in by_content and record_path(by_content[blob]).folder == record_path(path).folder:
                self.moved[path] = by_content[blob]
                self.note(path, by_content[blob])
        names = _names(new, lambda path: read(path, False))
        for key, old in _names(gone, lambda path: read(path, True)).items():
            found = names.get(key)
            if old is not None and found is not None:
                self.note(old, found)

    def note(self, old: str, new: str) -> None:
        """Note that a record stands at another path now."""
        where = record_path(old)
        self._ids.setdefault((where.folder, where.id), record_path(new).id)

    def __call__(self, folder: str, id_: str) -> str:
        """Return what an id of before is now."""
        return self._ids.get((folder, id_), id_)


def _single(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the values of keys that stand once."""
    found: dict[str, str | None] = {}
    for key, value in pairs:
        found[key] = None if key in found else value
    return {key: value for key, value in found.items() if value is not None}


def _names(paths: Iterable[str], read: Callable[[str], Record | None]) -> dict[tuple[str, str], str | None]:
    """Return the path of each official name, by kind; `None` where several have it."""
    found: dict[tuple[str, str], str | None] = {}
    for path in paths:
        folder = record_path(path).folder
        if folder not in NAMED:
            continue
        name = getattr(read(path), "name", None)
        if name is not None:
            found[folder, name] = None if (folder, name) in found else path
    return found
