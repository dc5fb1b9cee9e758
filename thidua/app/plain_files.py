"""Which of many files are plain decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.source.characters import is_clean
from thidua.source.document import MAX_BYTES, may_hold_markers
from thidua.store.paths import decision_id
from thidua.store.plain_decision import plain_in
from thidua.store.plain_rows import PlainFile, is_in_order
from thidua.store.scan import is_blob
from thidua.store.text_checks import is_innocent

if TYPE_CHECKING:
    from thidua.store.scan import Stamp
    from thidua.store.workspace import Workspace


def plain_among(workspace: Workspace, read: dict[str, Stamp]) -> list[PlainFile]:
    """Return the plain decisions among some files.

    Any file that is left out may be plain all the same: it is to be read by itself. All that is decided here is that
    nothing is wrong with those that are returned.
    """
    texts = {path: text for path, stamp in read.items() if (text := _text(workspace, path, stamp)) is not None}
    all_are_ordinary = _is_ordinary("\n".join(texts.values()))
    found = []
    for path, text in texts.items():
        plain = plain_in(text) if all_are_ordinary or _is_ordinary(text) else None
        id_ = decision_id(path)
        if plain is not None and is_in_order(id_, plain):
            found.append(PlainFile(path, id_, read[path], plain))
    return found


def is_plain(path: str, text: str) -> bool:
    """Whether a text is a plain decision, as the file at `path`: nothing is wrong with it by itself."""
    id_ = decision_id(path)
    if not id_ or len(text.encode()) > MAX_BYTES or not _is_ordinary(text):
        return False
    plain = plain_in(text)
    return plain is not None and is_in_order(id_, plain)


def _text(workspace: Workspace, path: str, stamp: Stamp) -> str | None:
    """Return the text of a file that may be a plain decision."""
    if not is_blob(stamp.blob) or not decision_id(path):
        return None
    try:
        data = workspace.read(path)
        return data.decode() if len(data) <= MAX_BYTES else None
    except (OSError, UnicodeDecodeError):
        return None


def _is_ordinary(text: str) -> bool:
    """Whether no check of bare text has anything to say."""
    return is_clean(text) and not may_hold_markers(text) and is_innocent(text)
