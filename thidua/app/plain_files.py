"""Which of many files are plain decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.source.characters import is_clean
from thidua.source.document import MAX_BYTES
from thidua.store.paths import decision_id
from thidua.store.plain_rows import PlainFile, is_in_order
from thidua.store.plain_text import are_ordinary, plain_in, plains_in
from thidua.store.scan import is_blob
from thidua.store.text_checks import is_innocent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.scan import Stamp
    from thidua.store.workspace import Workspace

_AT_ONCE = 4 << 20
"""How many bytes are read before what is in them is looked at: many usual files, few of the largest."""


def plain_among(workspace: Workspace, read: dict[str, Stamp], held: dict[str, bytes]) -> list[PlainFile]:
    """Return the plain decisions among some files.

    Any file that is left out may be plain all the same: it is to be read by itself. All that is decided here is that
    nothing is wrong with those that are returned.

    Args:
        held: gets what is in those files that were looked into and are not returned for what was seen there.
    """
    plain: list[PlainFile] = []
    for some in _contents(workspace, read):
        plains = plains_in(data if len(data) <= MAX_BYTES else b"" for _, _, data in some)
        for (path, id_, data), one in zip(some, plains, strict=True):
            if one is not None and is_in_order(id_, one):
                plain.append(PlainFile(path, id_, read[path], one))
            else:
                held[path] = data
    ordinary = are_ordinary([one.plain for one in plain], _is_ordinary)
    return [one for one, is_ordinary in zip(plain, ordinary, strict=True) if is_ordinary]


def is_plain(path: str, text: str) -> bool:
    """Whether a text is a plain decision, as the file at `path`: nothing is wrong with it by itself."""
    id_ = decision_id(path)
    data = text.encode()
    plain = plain_in(data) if id_ and len(data) <= MAX_BYTES else None
    return plain is not None and is_in_order(id_, plain) and all(are_ordinary([plain], _is_ordinary))


def _contents(workspace: Workspace, read: dict[str, Stamp]) -> Iterator[list[tuple[str, str, bytes]]]:
    """Yield path, id and content of files that may be decisions, some at a time; none of those that cannot be read."""
    some: list[tuple[str, str, bytes]] = []
    size = 0
    for path, stamp in read.items():
        id_ = decision_id(path)
        if not id_ or not is_blob(stamp.blob):
            continue
        try:
            data = workspace.read(path)
        except OSError:
            continue
        some.append((path, id_, data))
        size += len(data)
        if size > _AT_ONCE:
            yield some
            some, size = [], 0
    yield some


def _is_ordinary(text: str) -> bool:
    return is_clean(text) and is_innocent(text)
