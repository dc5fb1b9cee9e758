"""Which files a change touches, and what stands in them before and after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from thidua.source.document import parse_file, read
from thidua.source.problem import DocumentError
from thidua.store.paths import is_record, record_path
from thidua.store.scan import is_blob
from thidua.store.settings import SETTINGS_FILE
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.app.fresh import Fresh
    from thidua.diagnostics import Route
    from thidua.source.document import Document

SETTINGS = "settings"
"""In place of a folder: the office's settings."""

OTHER = "other"
"""In place of a folder: a file below `records/` that is no record."""

BODY = "body"
"""The text of a Markdown record, as a field of its own."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file on one side.

    Attributes:
        data: `None` where it cannot be read.
        tree: `None` where it is not plain data.
    """

    path: str
    folder: str
    id: str
    data: bytes | None
    tree: dict[str, Any] | None
    document: Document | None

    def line(self, route: tuple[str | int, ...]) -> int:
        """The line of a field; 1 where the file has no lines."""
        return self.document.line(route) if self.document is not None else 1


@dataclass(frozen=True, slots=True)
class Pair:
    """A file before and after; one of them is `None` where it is new, or gone.

    Attributes:
        follows: it names a record by another id, since that record's file has another name now. Before and after have
            the new id.
    """

    before: Version | None
    after: Version | None
    follows: bool = False

    @property
    def folder(self) -> str:
        return self.main.folder

    @property
    def main(self) -> Version:
        """The file as it is now, else as it was."""
        version = self.after or self.before
        if version is None:
            raise ValueError("a pair of nothing")
        return version

    @property
    def is_readable(self) -> bool:
        """Whether what is there of it is plain data."""
        return all(one is None or one.tree is not None for one in (self.before, self.after))

    @property
    def is_form(self) -> bool:
        """Whether it is only written in another way."""
        both = self.before is not None and self.after is not None
        return both and self.is_readable and self.before.tree == self.after.tree  # type: ignore[union-attr]


def changed_files(then: Fresh, now: Fresh) -> list[Pair]:
    """Return the files that are not the same on both sides, by path; a file of another name is one pair."""
    old, new = _contents(then), _contents(now)
    before, after = _versions(then, old - new), _versions(now, new - old)
    pairs = [Pair(before.pop(path), after.pop(path)) for path in sorted(before.keys() & after.keys())]
    pairs += _renamed(before, after)
    pairs += [Pair(one, None) for one in before.values()] + [Pair(None, one) for one in after.values()]
    if then.workspace.settings != now.workspace.settings or then.workspace.findings != now.workspace.findings:
        pairs.append(Pair(_settings(then, of_commit=True), _settings(now, of_commit=bool(now.workspace.instead))))
    ids = {
        (pair.folder, pair.before.id): pair.after.id
        for pair in pairs
        if pair.before and pair.after and (pair.before.id, pair.before.folder) != (pair.after.id, pair.folder)
    }
    pairs = [_following(pair, ids) for pair in pairs if not _is_equal(pair)]
    return sorted(pairs, key=lambda pair: (pair.main.folder, pair.main.path))


def _following(pair: Pair, ids: dict[tuple[str, str], str]) -> Pair:
    """Return a pair whose older side names renamed records as they are called now.

    Only what names a record is another word for it: a value of a closed list may be written like the id of one.

    Args:
        ids: by kind and id of before.
    """
    old = pair.before
    if not ids or old is None or old.tree is None or pair.after is None:
        return pair
    new = {route: ids[folder, id_] for route, folder, id_ in _named(old) if (folder, id_) in ids}
    return Pair(replace(old, tree=_renaming(old.tree, new, ())), pair.after, follows=True) if new else pair


def _named(one: Version) -> Iterable[tuple[Route, str, str]]:
    """What a file names, where it is a record or the settings."""
    from thidua.app.rename_references import named_by
    from thidua.store.reading import read_record

    if one.folder == SETTINGS:
        return [(("organisation",), "organisations", str((one.tree or {}).get("organisation")))]
    record = read_record(one.path, one.folder, one.data).record if one.folder != OTHER and one.data else None
    return named_by(record) if record is not None else ()


def _renaming(value: Any, new: dict[Route, str], route: Route) -> Any:
    if route in new and isinstance(value, str):
        return new[route]
    if isinstance(value, list):
        return [_renaming(one, new, (*route, place)) for place, one in enumerate(value)]
    return {key: _renaming(one, new, (*route, key)) for key, one in value.items()} if isinstance(value, dict) else value


def _contents(side: Fresh) -> set[str]:
    """Every file with the id of its content, as one text, which is quicker to compare than two."""
    return {one for (one,) in side.register.ask("SELECT path || char(0) || blob FROM file")}


def _is_equal(pair: Pair) -> bool:
    """Whether nothing differs after all, as where git has another id for one content."""
    old, new = pair.before, pair.after
    return old is not None and new is not None and (old.path, old.data) == (new.path, new.data) and old.data is not None


def _versions(side: Fresh, contents: set[str]) -> dict[str, Version]:
    """The files of these contents, by path. What stands in the place of an id is no file to look into, as a link."""
    found = {}
    for path, _, blob in sorted(one.partition("\0") for one in contents):
        found[path] = _version(side, path, is_file=is_blob(blob))
    return found


def _version(side: Fresh, path: str, *, is_file: bool) -> Version:
    where = record_path(path)
    folder = where.folder if where.folder and is_record(path) else OTHER
    if not is_file or folder == OTHER:
        return Version(path, folder, where.id or path, None, None, None)
    try:
        data = side.workspace.read(path)
    except (OSError, ValueError):
        return Version(path, folder, where.id, None, None, None)
    return _understood(path, folder, where.id, data)


def _understood(path: str, folder: str, id_: str, data: bytes) -> Version:
    try:
        text = read(data)
        document = parse_file(path, text)
    except DocumentError:
        return Version(path, folder, id_, data, None, None)
    tree: dict[str, Any] = dict(document.tree)
    if document.body is not None and document.body.strip():
        tree.setdefault(BODY, document.body.strip())
    return Version(path, folder, id_, data, tree, document)


def _settings(side: Fresh, *, of_commit: bool) -> Version | None:
    if of_commit and SETTINGS_FILE not in side.workspace.instead:
        return None
    if not of_commit and (side.workspace.root / SETTINGS_FILE).is_symlink():
        return None
    try:
        data = side.workspace.read(SETTINGS_FILE)
    except (OSError, ValueError):
        return None
    return _understood(SETTINGS_FILE, SETTINGS, "", data)


def _renamed(before: dict[str, Version], after: dict[str, Version]) -> list[Pair]:
    """Take out of both sides the files that only have another name, or tell of the same paper."""
    pairs: list[Pair] = []
    for same in (_content, _paper):
        mine: dict[object, list[str]] = {}
        for path, one in before.items():
            mine.setdefault(same(one), []).append(path)
        for path, one in list(after.items()):
            candidates = mine.get(same(one), [])
            if same(one) is not None and candidates:
                pairs.append(Pair(before.pop(candidates.pop(0)), after.pop(path)))
    return pairs


def _content(one: Version) -> object:
    return (one.folder, one.data) if one.data else None


def _paper(one: Version) -> object:
    """What a record is about: of a paper its number, day and authority, of others their name."""
    if one.tree is None:
        return None
    paper = one.tree.get("decision", one.tree)
    number = paper.get("number") if isinstance(paper, dict) else None
    if isinstance(paper, dict) and isinstance(number, str) and number:
        what = (re.sub(r"\s", "", number.casefold()), str(paper.get("date")), str(paper.get("authority")))
        return (one.folder, *what)
    name = one.tree.get("name")
    return (one.folder, name) if isinstance(name, str) else None
