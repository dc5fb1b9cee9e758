"""Which of many files are plain decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.source.characters import is_clean
from thidua.source.document import MAX_BYTES
from thidua.store.paths import decision_id
from thidua.store.plain_decision import plain_in
from thidua.store.plain_parts import look_at_new
from thidua.store.plain_rows import PlainFile, is_in_order
from thidua.store.scan import is_blob
from thidua.store.text_checks import is_innocent

if TYPE_CHECKING:
    from thidua.store.plain_decision import Plain
    from thidua.store.plain_parts import Part
    from thidua.store.scan import Stamp
    from thidua.store.workspace import Workspace


def plain_among(workspace: Workspace, read: dict[str, Stamp], held: dict[str, bytes]) -> list[PlainFile]:
    """Return the plain decisions among some files.

    Any file that is left out may be plain all the same: it is to be read by itself. All that is decided here is that
    nothing is wrong with those that are returned.

    Args:
        held: gets what is in those files that were looked into and are not returned for what was seen there.
    """
    plain = [one for path, stamp in read.items() if (one := _plain(workspace, path, stamp, held)) is not None]
    ordinary = _ordinary([one.plain for one in plain])
    return [one for one, is_ordinary in zip(plain, ordinary, strict=True) if is_ordinary]


def is_plain(path: str, text: str) -> bool:
    """Whether a text is a plain decision, as the file at `path`: nothing is wrong with it by itself."""
    id_ = decision_id(path)
    plain = plain_in(text) if id_ and len(text.encode()) <= MAX_BYTES else None
    return plain is not None and is_in_order(id_, plain) and all(_ordinary([plain]))


def _plain(workspace: Workspace, path: str, stamp: Stamp, held: dict[str, bytes]) -> PlainFile | None:
    """Return what a file says if it may be a plain decision in order; its values are not looked at as text yet."""
    id_ = decision_id(path)
    if not id_ or not is_blob(stamp.blob):
        return None
    try:
        data = workspace.read(path)
    except OSError:
        return None
    try:
        plain = plain_in(data.decode()) if len(data) <= MAX_BYTES else None
    except UnicodeDecodeError:
        plain = None
    if plain is not None and is_in_order(id_, plain):
        return PlainFile(path, id_, stamp, plain)
    held[path] = data
    return None


_ORDINARY: set[str] = set()
"""Values outside rows that were looked at."""

_MOST = 1 << 18


def _ordinary(plains: list[Plain]) -> list[bool]:
    """Return of each decision whether no check of bare text has anything to say about what it says."""
    odd = look_at_new(_is_ordinary)
    values: set[str] = set()
    for plain in plains:
        plain.tell_values(values)
    values -= _ORDINARY
    if odd or not _is_ordinary("\n".join(values)):
        return [_is_ordinary_alone(plain, odd) for plain in plains]
    if len(_ORDINARY) > _MOST:
        _ORDINARY.clear()
    _ORDINARY.update(values)
    return [True] * len(plains)


def _is_ordinary_alone(plain: Plain, odd: set[Part]) -> bool:
    values: set[str] = set()
    plain.tell_values(values)
    has_odd = any(not odd.isdisjoint(parts) for group in plain.groups for parts in group.rows)
    return not has_odd and _is_ordinary("\n".join(values - _ORDINARY))


def _is_ordinary(text: str) -> bool:
    return is_clean(text) and is_innocent(text)
