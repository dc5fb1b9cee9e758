"""One record in words: titles, labels of closed lists, names beside ids, dates and numbers as people write them."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from thidua.app.fresh import fresh
from thidua.app.schema_fields import Field, FieldKind, by_key, labels, tag_of
from thidua.app.schema_words import KINDS
from thidua.app.show_corrected import corrected_entries, corrected_json
from thidua.app.show_number import number_entries
from thidua.app.show_status import status_entries
from thidua.app.show_withdrawn import withdrawn_entries, withdrawn_json
from thidua.diagnostics import Language, Text
from thidua.law.award import awards
from thidua.model.kinds import BODY_FIELDS
from thidua.model.period import NotAPeriod, read_period
from thidua.render.record_page import Entry, Page, render
from thidua.render.words import period
from thidua.source.document import parse
from thidua.store import look_up as ask
from thidua.store.granted import decisions_called
from thidua.store.kinds import model_of
from thidua.store.numbers import number_of
from thidua.store.paths import FOLDERS, RULES, record_path
from thidua.value_class import replace
from thidua.vietnamese.dates import NotADay, article, plain_day
from thidua.vietnamese.numbers import NotANumber, amount, count, plain_amount, plain_count

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from thidua.model.base import Record
    from thidua.source.builder import Tree
    from thidua.store.register import Register
    from thidua.store.workspace import Workspace

OF_THE_LAW = Text("Danh hiệu, hình thức của luật", "Award of the law")
IN_THE_PROGRAM = Text("danh mục có sẵn trong chương trình", "catalogue that is part of the program")


class NotOneRecord(Exception):
    """No record has this id, no decision this number, or several have it.

    Attributes:
        several: their paths; empty where there is none.
        nearest: the id that was most likely meant, or empty.
    """

    def __init__(self, asked: str, several: tuple[str, ...] = (), nearest: str = "") -> None:
        super().__init__(asked)
        self.several = several
        self.nearest = nearest


class OneRecord:
    """A record that was looked for, as plain data.

    Attributes:
        path: empty for an award of the law, which has no file.
        tree: the data of the file, the text under its front matter among it.
    """

    def __init__(self, register: Register, folder: str, id_: str, path: str, tree: dict[str, Tree]) -> None:
        self._register = register
        self.folder = folder
        self.id = id_
        self.path = path
        self.tree = tree

    def page(self, language: Language) -> Page:
        """Return the record in words."""
        words = _Words(ask.official_names(self._register), language)
        kind = KINDS[self.folder][0] if self.path else OF_THE_LAW
        heading = f"{kind.words(language)}: {self._name(words.names)}"
        place = self.path or IN_THE_PROGRAM.words(language)
        entries = words.entries(self.tree, model_of(self.folder))
        if self.folder == "nominations":
            entries = (*entries, *status_entries(self._register, self.id, words.names, language))
        if self.folder == "awards":
            entries = (*number_entries(self._register, self.id, language), *entries)
            entries = (*entries, *corrected_entries(self._register, self.path, words.names, language))
            entries = (*entries, *withdrawn_entries(self._register, self.path, words.names, language))
        return Page(heading, place, entries)

    def withdrawn(self) -> list[dict[str, Any]] | None:
        """Return the rows that were withdrawn, as plain data; `None` where the record is no decision."""
        return withdrawn_json(self._register, self.path) if self.folder == "awards" else None

    def register_number(self) -> str:
        """Return the register number of a decision; empty where it has none."""
        return number_of(self._register, self.id) if self.folder == "awards" else ""

    def corrected(self) -> list[dict[str, Any]] | None:
        """Return the values that papers corrected, as plain data; `None` where the record is no decision."""
        return corrected_json(self._register, self.path) if self.folder == "awards" else None

    def _name(self, names: Mapping[tuple[str, str], str]) -> str:
        """Return the name of the record; of a year, whose it is and which; of a decision, its number."""
        year, _, whose = self.id.partition("/")
        named = names.get(("organisations" if self.folder == "years" else "blocs", whose))
        decision = self.tree.get("decision")
        number = decision.get("number") if isinstance(decision, dict) else None
        number = self.tree.get("number") if self.folder == "nominations" else number
        if self.folder in ("years", "bloc-years") and named:
            return f"{named}, {year}"
        return str(number) if number else names.get((self.folder, self.id), self.id)


def one_record(workspace: Workspace, asked: str, here: str = "") -> OneRecord:
    """Return the record with an id (`mong-cai`, `awards/2023/412-qd-ubnd`) or a path, or the decision of a number.

    A path may be counted from the root of the repository, or from its folder `here`.

    Raises:
        NotOneRecord: see the class.
        DocumentError: its file is not plain data.
        OSError: its file cannot be read.
    """
    register = fresh(workspace).register
    paths = _paths(register, asked, here)
    bare = asked.removeprefix("catalogue/")
    if not paths and bare in awards():
        plain = awards()[bare].model_dump(mode="json", by_alias=True, exclude_none=True)
        return OneRecord(register, "catalogue", bare, "", _as_text(plain))
    if len(paths) != 1:
        near = "" if paths else next(iter(get_close_matches(bare, ask.record_ids(register), 1, 0.6)), "")
        raise NotOneRecord(asked, tuple(paths), near)
    tree, body = ask.plain_tree(workspace, paths[0])
    where = record_path(paths[0])
    if body and where.folder in BODY_FIELDS:
        tree = {**tree, BODY_FIELDS[where.folder]: body}
    return OneRecord(register, where.folder, where.id, paths[0], tree)


def in_both(register: Register, path: str, text: str) -> list[tuple[str, str]]:
    """Return the fields of a record that is not written yet, line by line in both languages, as `show` has them."""
    tree = parse(text).tree
    one = OneRecord(register, record_path(path).folder, record_path(path).id, path, tree)
    pages = (replace(one.page(language), heading="", place="") for language in (Language.VI, Language.EN))
    vi, en = (render(page).splitlines()[3:] for page in pages)
    return list(zip(vi, en, strict=True))


def _paths(register: Register, asked: str, here: str) -> list[str]:
    """Return the paths of the records meant: one path, or every record of an id, with or without its folder.

    Where there is none, the decisions of this number.
    """
    for path in (asked, (PurePosixPath(here) / asked).as_posix(), f"records/{asked}"):
        if register.one("SELECT 1 FROM file WHERE path = ? AND folder <> ''", (path,)):
            return [path]
    bare = asked.removeprefix("records/")
    folder = RULES if bare.startswith(f"{RULES}/") else bare.partition("/")[0]
    rest = bare.removeprefix(folder).removeprefix("/")
    if folder in FOLDERS and rest:
        return [path for one, path in ask.records_called(register, rest) if one == folder]
    found = [path for one, path in ask.records_called(register, asked) if one in FOLDERS]
    return found or [path for path, _ in decisions_called(register, asked) if any(map(str.isdigit, asked))]


def _as_text(plain: Mapping[str, object]) -> dict[str, Tree]:
    return {
        key: [str(one) for one in value] if isinstance(value, list) else str(value)
        for key, value in plain.items()
        if value not in ([], ())
    }


def _shape(field: Field, value: Mapping[str, Tree]) -> type[Record] | None:
    """Return the model of a part; of several, that which its `check` names."""
    return field.shape or next((one for one in field.one_of if tag_of(one) == value.get("check")), None)


class _Words:
    """Values of fields in words of one language."""

    def __init__(self, names: dict[tuple[str, str], str], language: Language) -> None:
        self.names = names
        self._language = language

    def entries(self, tree: Mapping[str, Tree], model: type[Record]) -> tuple[Entry, ...]:
        """Return the fields of a part; a field that the model does not know is shown under its key."""
        known = by_key(model)
        return tuple(self._entry(key, value, known.get(key)) for key, value in tree.items())

    def _entry(self, key: str, value: Tree, field: Field | None) -> Entry:
        title = field.title.words(self._language) if field else key
        if isinstance(value, list):
            return Entry(title, parts=tuple(self._part("", one, field) for one in value), listed=True)
        if field is not None and field.mapped and isinstance(value, dict):
            return Entry(title, parts=tuple(self._part(id_, one, field) for id_, one in value.items()))
        return self._part(title, value, field)

    def _part(self, title: str, value: Tree, field: Field | None) -> Entry:
        if isinstance(value, str):
            return Entry(title, self._value(value, field) if field else value)
        if isinstance(value, list):
            return Entry(title, parts=tuple(self._part("", one, field) for one in value), listed=True)
        shape = _shape(field, value) if field else None
        if shape is not None:
            return Entry(title, parts=self.entries(value, shape))
        return Entry(title, parts=tuple(self._entry(key, one, None) for key, one in value.items()))

    def _value(self, text: str, field: Field) -> str:
        """Return a value as people write it; as the file has it where it is not of its type."""
        vietnamese = self._language is Language.VI
        try:
            match field.kind:
                case FieldKind.COUNT:
                    return count(plain_count(text)) if vietnamese else f"{plain_count(text):,}"
                case FieldKind.AMOUNT:
                    number: Decimal = plain_amount(text)
                    return amount(number) if vietnamese else f"{number:,f}"
                case FieldKind.DAY:
                    day: date = plain_day(text)
                    return article(day) if vietnamese else day.isoformat()
                case FieldKind.PERIOD:
                    return period(read_period(text)) if vietnamese else text
                case FieldKind.CHOICE if field.choices is not None:
                    return next((w.words(self._language) for v, w in labels(field.choices) if v == text), text)
                case FieldKind.REFERENCE if field.reference is not None:
                    name = self.names.get((field.reference.folder, text))
                    return f"{name} ({text})" if name else text
                case _:
                    return text
        except (NotANumber, NotADay, NotAPeriod):
            return text
