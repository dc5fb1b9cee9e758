"""Who is one person, and who is not: the answer goes into `people/`, and no decision is touched for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_record import NewRecord, id_for
from thidua.app.edit_words import cannot_change, why_not
from thidua.app.entry import Planned
from thidua.app.entry_document import document_of
from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import Lookup
from thidua.app.entry_names import same_people, same_unit
from thidua.diagnostics import Text
from thidua.source.document import parse_like
from thidua.source.edit import CannotEdit, append, insert
from thidua.source.emit import emit
from thidua.store.look_up import path_of_person
from thidua.store.paths import is_slug
from thidua.store.recorded import units_of_name
from thidua.store.workspace import RECORDS
from thidua.value_class import dataclass, replace
from thidua.vietnamese.text import name_key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from thidua.app.fresh import Fresh
    from thidua.source.document import Document

_ORDER: Final = ("name", "aliases", "postings", "different_from", "source", "doubt", "note")


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as they were typed: the id of a record, or a name in a unit."""

    id: str = ""
    name: str = ""
    unit: str = ""


def same_person(state: Fresh, typed: Sequence[str], source: str) -> tuple[Planned, ...]:
    """Return the record that says that names in units are one person.

    Raises:
        EntryError: somebody is not understood, or several records are meant.
    """
    lookup = Lookup(state.register)
    every = [_who(lookup, one) for one in typed]
    ids = sorted({id_ for one in every for id_ in _known(state, lookup, one)})
    if len(ids) > 1:
        listed = ", ".join(f"`{id_}`" for id_ in ids)
        raise EntryError(
            Text(
                f"đã có {len(ids)} bản ghi: {listed}; gộp lại thành một bản ghi trước",
                f"there are {len(ids)} records already: {listed}; make one record of them first",
            ),
            status=1,
        )
    named = [one for one in every if one.name]
    planned = _more(state, lookup, ids[0], named, ()) if ids else _new(state, named, (), source)
    return (replace(planned, remarks=tuple(_unheard(state, lookup, named))),)


def different_person(state: Fresh, first: str, second: str, source: str) -> tuple[Planned, ...]:
    """Return the records that say that two names are two people.

    Raises:
        EntryError: as `same_person`, or both are one record.
    """
    lookup = Lookup(state.register)
    both = [_who(lookup, first), _who(lookup, second)]
    ids: list[str] = []
    for one in both:
        known = [id_ for id_ in _known(state, lookup, one) if id_ not in ids]
        if len(known) > 1 or (one.id and not known):
            listed = ", ".join(f"`{id_}`" for id_ in known or [one.id])
            raise EntryError(Text(f"ghi mã của một người: {listed}", f"give the id of one person: {listed}"), status=1)
        ids.append(known[0] if known else _free(state, one, ids))
    made = []
    for one, id_, other in zip(both, ids, reversed(ids), strict=True):
        is_there = path_of_person(state.register, id_) is not None
        named = [one] if one.name else []
        planned = _more(state, lookup, id_, named, (other,)) if is_there else _new(state, named, (other,), source, id_)
        made.append(replace(planned, remarks=tuple(_unheard(state, lookup, named))))
    return tuple(made)


def _unheard(state: Fresh, lookup: Lookup, named: Sequence[Who]) -> Iterator[Text]:
    """Say of whom no record tells: it may be mistyped."""
    for one in named:
        units = units_of_name(state.register, name_key(one.name))
        if any(same_unit(lookup, one.unit) & same_unit(lookup, unit) for unit in units):
            continue
        unit = lookup.name("organisations", one.unit) if is_slug(one.unit) else one.unit
        names = ", ".join(lookup.name("organisations", unit) if is_slug(unit) else unit for unit in units)
        yield Text(
            f"lưu ý: chưa có dòng nào ghi `{one.name}` ở `{unit}`, xem lại tên và đơn vị"
            + (f"; tên này đang ghi ở: {names}" if names else ""),
            f"note: no row has `{one.name}` in `{unit}`; see whether name and unit are right"
            + (f"; the name is recorded in: {names}" if names else ""),
        )


def _who(lookup: Lookup, typed: str) -> Who:
    text = tidy(typed)
    if is_slug(text) and lookup.has("people", text):
        return Who(id=text)
    name, comma, unit = text.partition(",")
    if not comma or not name.strip() or not unit.strip():
        raise EntryError(
            Text(
                f"`{text}`: ghi tên và đơn vị, như `Nguyễn Văn A, phong-noi-vu`, hoặc mã của bản ghi trong people",
                f"`{text}`: write name and unit, as `Nguyễn Văn A, phong-noi-vu`, or the id of a record of people",
            )
        )
    return Who(name=name.strip(), unit=lookup.id_or_name("organisations", unit.strip()))


def _known(state: Fresh, lookup: Lookup, one: Who) -> list[str]:
    """Return the ids of the records that somebody may have."""
    return [one.id] if one.id else [found.id for found in same_people(state, lookup, one.name, one.unit)]


def _free(state: Fresh, one: Who, taken: Iterable[str]) -> str:
    """Return an id for a new record, other than one that is about to be written."""
    id_ = id_for(state, NewRecord("people", "", {"name": one.name}))
    stem, number = id_, 2
    while id_ in taken:
        id_, number = f"{stem}-{number}", number + 1
    return id_


def _new(state: Fresh, named: Sequence[Who], others: Sequence[str], source: str, id_: str = "") -> Planned:
    id_ = id_ or _free(state, named[0], ())
    tree: dict[str, Any] = {"name": named[0].name}
    aliases = list({name_key(one.name): one.name for one in reversed(named)}.values())[::-1]
    aliases = [name for name in aliases if name_key(name) != name_key(named[0].name)]
    if aliases:
        tree["aliases"] = aliases
    tree["postings"] = [{"unit": unit} for unit in dict.fromkeys(one.unit for one in named)]
    if others:
        tree["different_from"] = list(others)
    if source:
        tree["source"] = {"document": source}
    return Planned(f"{RECORDS}/people/{id_}.yaml", None, emit(tree))


def _more(state: Fresh, lookup: Lookup, id_: str, named: Sequence[Who], others: Sequence[str]) -> Planned:
    """Return the file of a person with what it does not say yet."""
    path = str(path_of_person(state.register, id_))
    document = document_of(state.workspace, path)
    old = document.text
    try:
        for one in named:
            tree: Any = document.tree
            known = [str(tree.get("name")), *map(str, tree.get("aliases", ()))]
            if name_key(one.name) not in map(name_key, known):
                document = _with(document, "aliases", one.name)
            units = [str(post.get("unit")) for post in tree.get("postings", ())]
            if not any(same_unit(lookup, one.unit) & same_unit(lookup, unit) for unit in units):
                document = _with(document, "postings", {"unit": one.unit})
        for other in others:
            if other not in document.tree.get("different_from", ()):
                document = _with(document, "different_from", other)
    except CannotEdit as error:
        raise cannot_change(path, why_not(error)) from error
    return Planned(path, old, document.text)


def _with(document: Document, field: str, item: Any) -> Document:
    if field in document.tree:
        text = append(document, (field,), item)
    else:
        later = _ORDER[_ORDER.index(field) + 1 :]
        text = insert(document, (field,), [item], next((key for key in document.tree if key in later), None))
    return parse_like(document, text)
