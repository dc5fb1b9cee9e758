"""What a set of changed files comes to, in a line: so many decisions, so many recipients."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Language, Text, printable
from thidua.source.document import parse_file, read
from thidua.source.problem import DocumentError
from thidua.store.paths import record_path
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

AWARDS = "awards"
KINDS = {
    "organisations": (Text("đơn vị", "organisation"), "organisations"),
    "people": (Text("bản ghi cá nhân", "record of a person"), "records of persons"),
    "campaigns": (Text("phong trào thi đua", "campaign"), "campaigns"),
    "blocs": (Text("khối, cụm thi đua", "bloc"), "blocs"),
    "bloc-years": (Text("năm của khối, cụm", "bloc's year"), "blocs' years"),
    "years": (Text("năm công tác", "year"), "years"),
    "rosters": (Text("danh sách năm", "year's list"), "year's lists"),
    "initiatives": (Text("công nhận sáng kiến", "recognition of initiatives"), "recognitions of initiatives"),
    "declarations": (Text("xác nhận sổ đầy đủ", "declaration"), "declarations"),
    AWARDS: (Text("quyết định", "decision"), "decisions"),
    "nominations": (Text("hồ sơ đề nghị", "nomination"), "nominations"),
    "corrections": (Text("đính chính", "correction"), "corrections"),
    "revocations": (Text("thu hồi", "revocation"), "revocations"),
    "waivers": (Text("miễn phát hiện", "waiver"), "waivers"),
    "numbers": (Text("sổ số đăng ký", "book of register numbers"), "books of register numbers"),
    "exemplars": (Text("điển hình tiên tiến", "exemplar"), "exemplars"),
    "catalogue": (Text("danh hiệu, hình thức riêng", "award of the office's own"), "awards of the office's own"),
    "catalogue/rules": (Text("quy định riêng", "rule of the office's own"), "rules of the office's own"),
}
"""What one record of each folder is called, and several in English."""

FILE = (Text("tệp", "file"), "files")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after; `None` where it is not there; `was` is its path before where only that changed."""

    path: str
    old: bytes | None
    new: bytes | None
    was: str = ""

    @property
    def what(self) -> str:
        return "renamed" if self.was else "new" if self.old is None else "removed" if self.new is None else "changed"

    @property
    def folder(self) -> str:
        return record_path(self.path).folder

    @property
    def is_empty_place(self) -> bool:
        """It only keeps a folder in git."""
        return self.path.endswith("/.gitkeep")

    def named(self, language: Language) -> str:
        """The kind of the record and its own name, or the path."""
        if self.folder not in KINDS:
            return printable(self.path)
        kind = KINDS[self.folder][0].words(language)
        tree = _tree(self.path, self.new if self.new is not None else self.old)
        decision = tree.get("decision")
        number = decision.get("number") if isinstance(decision, dict) else None
        names = (number, tree.get("number"), tree.get("name"), tree.get("theme"))
        name = next((one for one in names if isinstance(one, str) and one), "")
        return f"{kind} {printable(name or record_path(self.path).id)}"


_WHAT = {
    "new": Text("thêm", "add"),
    "renamed": Text("đổi mã", "rename"),
    "changed": Text("sửa", "change"),
    "removed": Text("xoá", "remove"),
}
_COLLECTIVE = (Text("tập thể", "collective"), "collectives")
_RECIPIENTS = {
    "name": (Text("cá nhân", "person"), "people"),
    "collective": _COLLECTIVE,
    "enterprise": _COLLECTIVE,
    "people": _COLLECTIVE,
    "household": (Text("hộ gia đình", "household"), "households"),
}
"""By the field that names a recipient."""


def summary(changes: Iterable[FileChange], language: Language) -> str:
    """Return in one line what the changes come to; empty where nothing changes."""
    changes = _with_renames(changes)
    parts = [part for what in _WHAT for part in _files(changes, what, language)]
    rows = _rows(changes)
    parts += [
        f"{_WHAT[what].words(language)} {_many(number, kind, language)}"
        for what in _WHAT
        for kind in dict.fromkeys(_RECIPIENTS.values())
        if (number := rows[what, kind[1]])
    ]
    line = ", ".join(parts)
    return line[:1].upper() + line[1:]


def lines(changes: Iterable[FileChange], language: Language) -> list[str]:
    """Return one line for each file: what happened to it, and what it is; those that only keep a folder are counted."""
    changes = _with_renames(changes)
    told = [f"{_WHAT[one.what].words(language)} {one.named(language)}" for one in changes if not one.is_empty_place]
    kept = [one for one in changes if one.is_empty_place]
    return [*told, *(part for what in _WHAT for part in _files(tuple(kept), what, language))]


def _with_renames(changes: Iterable[FileChange]) -> tuple[FileChange, ...]:
    """Return the changes, a record that went and came with just the same text as one that is renamed."""
    changes = tuple(changes)
    gone = {(one.folder, one.old): one for one in changes if one.what == "removed" and not one.is_empty_place}
    found, moved = [], set()
    for one in changes:
        before = gone.pop((one.folder, one.new), None) if one.what == "new" and one.folder in KINDS else None
        moved.add(before.path if before else "")
        found.append(FileChange(one.path, one.new, one.new, before.path) if before else one)
    return tuple(one for one in found if one.was or one.new is not None or one.path not in moved)


def _files(changes: tuple[FileChange, ...], what: str, language: Language) -> Iterator[str]:
    some = sorted((one for one in changes if one.what == what), key=lambda one: (one.folder != AWARDS, one.folder))
    word = _WHAT[what].words(language)
    for folder, listed in groupby(some, key=lambda one: one.folder):
        same = list(listed)
        one = len(same) == 1
        yield f"{word} {same[0].named(language) if one else _many(len(same), KINDS.get(folder, FILE), language)}"


def _many(number: int, what: tuple[Text, str], language: Language) -> str:
    one, several = what
    return f"{number} {one.vi if language is Language.VI else one.en if number == 1 else several}"


def _rows(changes: Iterable[FileChange]) -> Counter[tuple[str, str]]:
    """Count recipients that are new, gone, or the same with another value, by what they are."""
    found: Counter[tuple[str, str]] = Counter()
    for one in changes:
        if one.folder == AWARDS:
            old, new = (_recipients(_tree(one.path, data)) for data in (one.old, one.new))
            came, gone = new - old, old - new
            before = Counter(row[:3] for row in gone.elements())
            after = Counter(row[:3] for row in came.elements())
            same = before & after
            for what, rows in (("new", after - same), ("changed", same), ("removed", before - same)):
                for kind, _, _ in rows.elements():
                    found[what, kind] += 1
    return found


def _recipients(tree: Mapping[str, Any]) -> Counter[tuple[str, str, str, str]]:
    """Every row: whether a person or a collective, the name, the award, and all of its values."""
    rows: Counter[tuple[str, str, str, str]] = Counter()
    groups = tree.get("awards")
    for group in groups if isinstance(groups, list) else ():
        listed = group.get("recipients") if isinstance(group, dict) else None
        for row in listed if isinstance(listed, list) else ():
            if isinstance(row, dict):
                field = next((one for one in _RECIPIENTS if one in row), "name")
                values = repr(sorted(row.items(), key=repr))
                rows[_RECIPIENTS[field][1], str(row.get(field)), str(group.get("award")), values] += 1
    return rows


def _tree(path: str, data: bytes | None) -> Mapping[str, Any]:
    if data is None or not path.endswith((".yaml", ".md")):
        return {}
    try:
        text = read(data)
        document = parse_file(path, text)
    except DocumentError:
        return {}
    return document.tree if isinstance(document.tree, dict) else {}
