"""One record file of two branches: what it becomes, and in which fields a person has to choose."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import ValidationError

from thidua.app.field_order import canonical_order
from thidua.app.merge_keys import called, keys_at, moved_apart
from thidua.source.canonical import CannotFormat, canonical, is_canonical, ordered
from thidua.source.comments import find_comments
from thidua.source.document import parse, parse_file, parse_like, parse_markdown, read
from thidua.source.edit import CannotEdit
from thidua.source.emit import emit
from thidua.source.merge import Conflict, Part, merge, part
from thidua.source.problem import DocumentError
from thidua.source.rewrite import rewrite
from thidua.store.kinds import model_of
from thidua.store.merge_file import merge_text
from thidua.store.paths import FOLDERS, record_path
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from thidua.source.builder import Tree
    from thidua.source.document import Document


class Left(StrEnum):
    """Why the file is left wholly as our branch has it."""

    NOTHING = ""
    UNREADABLE = "unreadable"
    """One of the three texts is no record. `detail` says which, and where."""
    OTHER_RECORD = "other-record"
    """Both branches made the file, each for something else."""
    NOT_VALID = "not-valid"
    """The two changes do not go together: what comes of them is no record of its kind."""
    MOVED_APART = "moved-apart"
    """Each branch moved one recipient to another award. `names` says whom."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a file.

    Attributes:
        text: the text to keep.
        conflicts: where it has our value, and theirs is another.
        body: the text under the front matter was changed in two ways; ours is kept.
        comments: comments that one of the branches wrote and that found no place.
        rows: of each conflict, the rows it is in, by what names them.
        left: why nothing was merged; `text` is ours then.
        names: see `Left.MOVED_APART`.
        detail: whose text is unreadable (`base`, `ours`, `theirs`) and in which line.
    """

    text: str
    conflicts: tuple[Conflict, ...] = ()
    rows: tuple[str, ...] = ()
    body: bool = False
    comments: tuple[str, ...] = ()
    left: Left = Left.NOTHING
    detail: tuple[str, int] = ("", 0)
    names: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not (self.conflicts or self.body or self.comments or self.left)


def merge_record(path: str, base: bytes, ours: bytes, theirs: bytes) -> Merged:
    """Return what three versions of a record become; `base` is empty where both branches made the file."""
    if not record_path(path).folder:
        return _as_text(base, ours, theirs)
    texts = {"ours": ours, "theirs": theirs, **({"base": base} if base.strip() else {})}
    documents: dict[str, Document] = {}
    for side, data in texts.items():
        try:
            text = read(data)
            documents[side] = parse_file(path, text)
        except DocumentError as error:
            kept = ours.decode("utf-8", "surrogateescape")
            return Merged(kept, left=Left.UNREADABLE, detail=(side, error.span.start.line))
    old, our, their = documents.get("base"), documents["ours"], documents["theirs"]
    if old is None and _is_other_record(our.tree, their.tree):
        return Merged(our.text, left=Left.OTHER_RECORD)
    if old and (names := moved_apart(old.tree, our.tree, their.tree)):
        return Merged(our.text, left=Left.MOVED_APART, names=names)
    whole, conflicts = merge(part(old) if old else Part({}), part(our), part(their), keys_at)
    if not isinstance(whole.tree, dict) or not _is_valid_still(path, whole.tree, our.tree, their.tree):
        return Merged(our.text, left=Left.NOT_VALID)
    body, body_clashes = _body(old, our, their)
    try:
        result = _text(path, whole, body, (old, our, their))
    except (DocumentError, ValueError):  # a text that cannot be written so that it reads the same
        return Merged(our.text, left=Left.NOT_VALID)
    rows = tuple(_row(result.tree, conflict) for conflict in conflicts)
    return Merged(result.text, conflicts, rows, body_clashes, _missing_comments(old, our, their, result))


def _as_text(base: bytes, ours: bytes, theirs: bytes) -> Merged:
    """Merge what stands among the records and is none, such as a readme, by its lines."""
    texts = [data.decode("utf-8", "surrogateescape") for data in (base, ours, theirs)]
    merged = merge_text(*texts)
    return Merged(texts[1], body=True) if merged is None else Merged(merged)


def _row(tree: Tree, conflict: Conflict) -> str:
    """Return the names of the rows that a conflict is in, the outermost first."""
    names = []
    here: Tree | None = tree
    for step in conflict.route:
        match here, step:
            case dict(), str():
                here = here.get(step)
            case list(), int() if step < len(here):
                here = here[step]
                names.append(called(here))
            case _:
                here = None
    return " · ".join(name for name in names if name)


def _is_other_record(ours: Mapping[str, Tree], theirs: Mapping[str, Tree]) -> bool:
    """Whether two files of one name, made by two branches, speak of different things."""
    one, other = ours.get("decision"), theirs.get("decision")
    if isinstance(one, dict) and isinstance(other, dict):
        return any(
            field in one and field in other and one[field] != other[field] for field in ("number", "date", "authority")
        )
    return ours.get("name") != theirs.get("name")


def _is_valid_still(path: str, whole: Tree, ours: Tree, theirs: Tree) -> bool:
    folder = record_path(path).folder
    if folder not in FOLDERS or whole in (ours, theirs):
        return True
    return _is_valid(folder, whole) or not (_is_valid(folder, ours) and _is_valid(folder, theirs))


def _is_valid(folder: str, tree: Tree) -> bool:
    try:
        model_of(folder).model_validate(tree)
    except ValidationError:
        return False
    return True


def _body(old: Document | None, ours: Document, theirs: Document) -> tuple[str | None, bool]:
    """Return the text under the front matter, and whether the branches changed it in two ways."""
    if ours.body is None or theirs.body is None:
        return None, False
    before = (old.body if old else "") or ""
    if theirs.body in (before, ours.body):
        return ours.body, False
    if ours.body == before:
        return theirs.body, False
    merged = merge_text(before, ours.body, theirs.body)
    return (ours.body, True) if merged is None else (merged, False)


def _text(path: str, whole: Part, body: str | None, sides: tuple[Document | None, Document, Document]) -> Document:
    """Return the result as written: in canonical form if ours was, else with as much of ours as can be kept."""
    old, ours, theirs = sides
    order = canonical_order(path)
    tree = whole.tree if isinstance(whole.tree, dict) else {}
    if not is_canonical(ours, order):
        wanted = _read(emit(tree, whole.notes), body)
        return _kept(wanted, old, ours, theirs) or wanted
    result = _read(emit(ordered(tree, order), whole.notes), body)
    if not _comments(result):
        return result
    try:
        text = canonical(result, order)
    except CannotFormat:
        return result
    return parse_like(result, text)


def _read(yaml: str, body: str | None) -> Document:
    return parse(yaml) if body is None else parse_markdown(f"---\n{yaml}---\n{body}")


def _kept(wanted: Document, old: Document | None, ours: Document, theirs: Document) -> Document | None:
    """Return a document that says what is wanted in the manner of ours; `None` where there is none."""
    merged = merge_text(old.text if old else "", ours.text, theirs.text)
    if merged is not None:
        try:
            again = parse_like(wanted, merged)
        except DocumentError:
            pass
        else:
            if (again.tree, again.body) == (wanted.tree, wanted.body):
                return again
    try:
        text = rewrite(ours, wanted.tree)
    except CannotEdit:
        return None
    again = parse_like(wanted, text)
    if again.body != wanted.body or _comments(wanted) - _comments(again):
        return None
    return again


def _missing_comments(old: Document | None, ours: Document, theirs: Document, result: Document) -> tuple[str, ...]:
    before, kept = _comments(old), _comments(result)
    missing = [
        text
        for side in (ours, theirs)
        for text, count in _comments(side).items()
        if count > before[text] and kept[text] < count
    ]
    return tuple(dict.fromkeys(missing))


def _comments(document: Document | None) -> Counter[str]:
    if document is None or "#" not in document.yaml:
        return Counter()
    return Counter(note.text for note in find_comments(document.yaml, document.events))


def keep_theirs(folder: Path, path: str, theirs: bytes) -> str:
    """Keep their whole text under the git folder; return where.

    Raises:
        OSError: it cannot be written.
    """
    from thidua.store.scan import blob_id
    from thidua.store.writer import write

    name = path.rpartition("/")[2]
    kept = f"thidua-theirs/{blob_id(theirs)[:8]}-{name}"
    write(folder, kept, theirs)
    return (folder / kept).as_posix()
