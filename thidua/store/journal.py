"""What a writer was about to do, kept outside the work tree: whoever writes next finishes it, or clears up behind it.

While the new texts are written under other names, the note says in which folders. Once all are on the disk it also says
which takes the place of which and what goes, so that several files change together even where the program is killed.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from thidua.store.digest import sha256
from thidua.value_class import asdict, dataclass

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Move:
    """A file that is to take the place of another.

    Attributes:
        temporary, target: from the root.
        before, after: what the target holds now, and then; `None` where there is no file.
    """

    temporary: str
    target: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Removal:
    """A file that is to go."""

    path: str
    before: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """What a note says."""

    folders: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    gone: tuple[Removal, ...] = ()

    def keep(self, note: Path) -> None:
        """Write the note, whole or not at all."""
        beside = note.with_name(f"{note.name}.new")
        with beside.open("w", encoding="ascii") as file:
            json.dump(asdict(self), file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(note)

    def is_open(self, root: Path) -> bool:
        """Tell whether the rest can be done: nobody has touched a file since, neither those done nor those to do."""
        return bool(self.moves) and all(
            digest(root / move.target) == (move.before if (root / move.temporary).exists() else move.after)
            for move in self.moves
        )

    def finish(self, root: Path) -> None:
        """Do what is left to do."""
        for move in self.moves:
            with suppress(FileNotFoundError):  # it was done before
                (root / move.temporary).replace(root / move.target)
        for one in self.gone:
            if digest(root / one.path) == one.before:
                (root / one.path).unlink(missing_ok=True)


def journal_of(note: Path) -> Journal:
    """Return what a note says; nothing where there is none, or none that can be read.

    What a later version says besides is passed over: files that are not as the note has them are never touched.
    """
    try:
        found: dict[str, Any] = json.loads(note.read_text("ascii"))
        return Journal(
            tuple(found["folders"]),
            tuple(Move(one["temporary"], one["target"], one["before"], one["after"]) for one in found["moves"]),
            tuple(Removal(one["path"], one["before"]) for one in found["gone"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Journal()


def digest(file: Path) -> str | None:
    """Return what tells the content of a file from any other, or `None` where there is no file."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None
