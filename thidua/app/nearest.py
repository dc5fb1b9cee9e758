"""The id that was most likely meant where a record names another that is not there."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.store.digest import sha256
from thidua.store.register_error import RegisterHeld

if TYPE_CHECKING:
    from thidua.store.register import Register

LAW = "law/"
"""Before the name of a section of the law's data, where a finding names an entry that is none of a record."""

KEPT = "nearest"
"""Under which name the register keeps what was found."""


class Nearest:
    """The id that was most likely meant, among those there are now.

    The register keeps what was found, by the ids it was found among: to load what compares them takes as long as git
    takes to tell what changed.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._ids = lru_cache(maxsize=None)(lambda folder: _ids(register, folder))
        self._kept = _kept(register)
        self._used: dict[str, str] = {}

    def __call__(self, folder: str, target: str) -> str:
        ids = self._ids(folder)
        asked = sha256("\0".join((target, *ids)).encode("utf-8", "surrogatepass")).hexdigest()
        if asked not in self._used:
            found = self._kept.get(asked)
            self._used[asked] = _best(target, ids) if found is None else found
        return self._used[asked]

    def keep(self) -> None:
        """Have the register keep what was asked for, if it can. Not to be called while it is being changed."""
        if self._used.keys() - self._kept.keys() and self._register.lasting:
            with suppress(RegisterHeld), self._register.change():
                self._register.remember(KEPT, json.dumps(self._used, ensure_ascii=False))


def _kept(register: Register) -> dict[str, str]:
    try:
        return {str(asked): str(found) for asked, found in dict(json.loads(register.meta(KEPT) or "{}")).items()}
    except (ValueError, TypeError):  # not as it was kept: it is found once more
        return {}


def _best(target: str, ids: list[str]) -> str:
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    best = process.extractOne(target, ids, scorer=JaroWinkler.similarity, score_cutoff=0.8)
    return best[0] if best else ""


def _ids(register: Register, folder: str) -> list[str]:
    if folder.startswith(LAW):
        section = folder.removeprefix(LAW)
        return [row[0] for row in register.ask("SELECT id FROM law_id WHERE section = ? ORDER BY id", (section,))]
    ids = [row[0] for row in register.ask("SELECT record FROM file WHERE folder = ? ORDER BY record", (folder,))]
    if folder == "catalogue":
        ids += [row[0] for row in register.ask("SELECT id FROM catalogue ORDER BY id")]
    return ids
