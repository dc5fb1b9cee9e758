"""Which of many files are plain decisions, and taking those into the register together."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from thidua.source.characters import is_clean
from thidua.source.document import MAX_BYTES, may_hold_markers
from thidua.store.paths import record_path
from thidua.store.plain_decision import plain_in
from thidua.store.plain_rows import PlainFile, is_in_order, take_in
from thidua.store.scan import is_blob
from thidua.store.text_checks import is_innocent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.store.register import Register
    from thidua.store.scan import Stamp
    from thidua.store.workspace import Workspace

AT_ONCE = 256
"""How many files are looked at together: enough that what is done once for all of them costs nothing for each."""

_AWARDS = "records/awards/"


def take_in_plain(
    workspace: Workspace, register: Register, read: dict[str, Stamp]
) -> tuple[list[int], dict[str, Stamp]]:
    """Take in the plain decisions among some files; return the numbers of their files, and the files that are left.

    What is left may be plain all the same: it is read by itself, and nothing is decided here but that nothing is wrong.
    """
    taken: list[int] = []
    left: dict[str, Stamp] = {}
    for some in _parts(read.items()):
        texts = {path: text for path, stamp in some if (text := _text(workspace, path, stamp)) is not None}
        plain = list(_plain_among(texts, read))
        if plain:
            taken += take_in(register, plain)
        known = {one.path for one in plain}
        left.update((path, stamp) for path, stamp in some if path not in known)
    return taken, left


def _parts(items: Iterable[tuple[str, Stamp]]) -> Iterator[list[tuple[str, Stamp]]]:
    rest = iter(items)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _text(workspace: Workspace, path: str, stamp: Stamp) -> str | None:
    """Return the text of a file that may be a plain decision."""
    if not path.startswith(_AWARDS) or not path.endswith(".yaml") or not is_blob(stamp.blob):
        return None
    try:
        data = workspace.read(path)
        return data.decode() if len(data) <= MAX_BYTES else None
    except (OSError, UnicodeDecodeError):
        return None


def _plain_among(texts: dict[str, str], stamps: dict[str, Stamp]) -> Iterator[PlainFile]:
    all_are_ordinary = _is_ordinary("\n".join(texts.values()))
    for path, text in texts.items():
        where = record_path(path)
        if where.problem or not (all_are_ordinary or _is_ordinary(text)):
            continue
        plain = plain_in(text)
        if plain is not None and is_in_order(where.id, plain):
            yield PlainFile(path, where.id, stamps[path], plain)


def _is_ordinary(text: str) -> bool:
    """Whether no check of bare text has anything to say."""
    return is_clean(text) and not may_hold_markers(text) and is_innocent(text)
