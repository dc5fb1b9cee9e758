"""The ignored folder `private/`: read where it is there, and nothing of it is ever kept in the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from thidua.model.private import PrivatePerson
from thidua.source.document import parse, read
from thidua.source.problem import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

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
