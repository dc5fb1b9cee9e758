"""The ignored folder `private/`: read where it is there, and nothing of it is ever kept in the register."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import ValidationError

from thidua.model.private import PrivatePerson
from thidua.source.document import parse, read
from thidua.source.problem import DocumentError
from thidua.store.namesakes import namesakes_told_apart, organisation_key, postings_of
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from thidua.model.award import Recipient
    from thidua.store.register import Register

FOLDER = "private/people"


class UnreadablePrivate(Exception):
    """A private file is there and cannot be used.

    Attributes:
        path: from the root of the repository.
        line: 0 if not known.
        field: what is wrong in it; empty where the whole file is.
    """

    def __init__(self, path: str, line: int, field: str) -> None:
        super().__init__(path)
        self.path = path
        self.line = line
        self.field = field


def private_person(root: Path, id_: str) -> PrivatePerson | None:
    """Return what is known of a person in private, or `None` where there is no file.

    Raises:
        UnreadablePrivate: see the class.
    """
    path = f"{FOLDER}/{id_}.yaml"
    try:
        data = (root / path).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnreadablePrivate(path, 0, "") from error
    try:
        document = parse(read(data))
    except DocumentError as error:
        raise UnreadablePrivate(path, error.span.start.line if error.span else 0, "") from error
    try:
        return PrivatePerson.model_validate(dict(document.tree))
    except ValidationError as error:
        route = error.errors()[0]["loc"]
        raise UnreadablePrivate(path, document.line(route[:1]), ".".join(str(part) for part in route)) from error


class PrivatePeople:
    """The people of the private folder, as the rows of one list name them: by id, else by name and unit.

    A row without an id is somebody's only where one person alone has the name in the unit, in the private folder and in the
    records, and no row sets a namesake apart. Else nobody knows, and the paper leaves room to write.
    """

    def __init__(self, root: Path, register: Register, rows: Sequence[tuple[str, Recipient]]) -> None:
        self._root = root
        self._register = register
        self._times = Counter((award, self._who(one)) for award, one in rows)
        self._apart = {self._who(one) for _, one in rows if one.different_from_namesake}

    def of(self, award: str, recipient: Recipient) -> PrivatePerson | None:
        """Return what is known of a row's recipient in private; `rows` has the row.

        Raises:
            UnreadablePrivate: see the class.
        """
        if recipient.person is not None:
            return private_person(self._root, recipient.person)
        who = self._who(recipient)
        if who is None or self._times[award, who] > 1 or who in self._apart or not self._every:
            return None
        if namesakes_told_apart(self._register, who[0], recipient.unit or ""):
            return None
        mine = {
            id_ for id_, one in self._every.items() if one.name and one.unit and self._key(one.name, one.unit) == who
        }
        mine |= {id_ for id_, unit in postings_of(self._register, who[0]) if self._key("", unit)[1] == who[1]}
        return self._every.get(mine.pop()) if len(mine) == 1 else None

    @cached_property
    def _every(self) -> dict[str, PrivatePerson]:
        ids = sorted(file.stem for file in (self._root / FOLDER).glob("*.yaml"))
        return {id_: found for id_ in ids if (found := private_person(self._root, id_)) is not None}

    def _who(self, one: Recipient) -> tuple[str, str] | None:
        return self._key(one.name, one.unit) if one.name and one.unit else None

    def _key(self, name: str, unit: str) -> tuple[str, str]:
        return name_key(name), organisation_key(self._register, unit)
