"""A new record of one of the simple kinds: what is asked of it, and its file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_award_file import shortened
from thidua.app.entry import Planned
from thidua.app.entry_error import EntryError
from thidua.app.entry_fields import field_type, plain
from thidua.app.entry_lookup import KINDS, Lookup, Match
from thidua.app.entry_names import odd_names, same_people
from thidua.diagnostics import Text, read_route
from thidua.source.emit import emit
from thidua.store.kinds import model_of
from thidua.store.paths import SLUG_PATH, is_reserved
from thidua.store.workspace import RECORDS
from thidua.store.writer import inside
from thidua.value_class import dataclass
from thidua.vietnamese.text import slug, tidy

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that may be told of a record.

    Attributes:
        option: without its dashes.
        route: where it stands in the record, as text.
        asked: the conversation asks for it.
    """

    option: str
    route: str
    asked: bool = True


FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    "organisations": (
        Field("name", "name"),
        Field("short", "short"),
        Field("kind", "kind"),
        Field("level", "level"),
        Field("parent", "parent"),
        Field("from", "from", asked=False),
        Field("to", "to", asked=False),
        Field("alias", "aliases"),
        Field("source", "source.document"),
    ),
    "people": (
        Field("name", "name"),
        Field("alias", "aliases", asked=False),
        Field("unit", "postings[0].unit"),
        Field("position", "postings[0].position"),
        Field("from", "postings[0].from", asked=False),
        Field("different-from", "different_from", asked=False),
        Field("source", "source.document"),
    ),
    "campaigns": (
        Field("name", "name"),
        Field("theme", "theme"),
        Field("watchword", "watchword", asked=False),
        Field("kind", "kind"),
        Field("scope", "scope", asked=False),
        Field("of", "of"),
        Field("period", "period"),
        Field("launched-on", "launched.date"),
        Field("launched-by", "launched.by"),
        Field("document", "launched.document"),
        Field("occasion", "occasion"),
        Field("parent", "parent", asked=False),
        Field("objective", "objectives", asked=False),
        Field("content", "contents", asked=False),
        Field("source", "source.document"),
    ),
    "blocs": (
        Field("name", "name"),
        Field("kind", "kind"),
        Field("organiser", "organiser"),
        Field("number", "number", asked=False),
        Field("level", "level"),
        Field("alias", "aliases", asked=False),
        Field("source", "source.document"),
    ),
    "exemplars": (
        Field("name", "name"),
        Field("collective", "collective"),
        Field("position", "position"),
        Field("organisation", "organisation"),
        Field("field", "field"),
        Field("year", "year"),
        Field("campaign", "campaign"),
        Field("bloc", "bloc", asked=False),
        Field("story", "story"),
        Field("source", "source.document"),
    ),
}
"""By folder, in the order of the questions and of the file."""

UNIT: Final = "postings[0].unit"
DIFFERENT: Final = "different_from"
EXEMPLAR: Final = Text("điển hình tiên tiến", "exemplar")

Typed = Mapping[str, str | tuple[str, ...] | None]
"""What was typed, by option; several texts where the field is a list."""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to be written.

    Attributes:
        id: empty where it is made from the name.
        values: text as the record holds it, or texts, by route.
    """

    folder: str
    id: str
    values: Mapping[str, str | tuple[str, ...]]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.values.get("name") or self.values.get("collective") or "")


def missing(folder: str, typed: Typed) -> list[str]:
    """Return the options that are needed and not there, each with its alternatives after `|`."""
    if typed.get("name") or (folder == "exemplars" and typed.get("collective")):
        return []
    return ["--name|--collective" if folder == "exemplars" else "--name"]


def new_record(folder: str, lookup: Lookup, typed: Typed) -> NewRecord:
    """Return what was typed in the form of records.

    Raises:
        EntryError: something cannot be understood; it names the option.
    """
    values: dict[str, str | tuple[str, ...]] = {}
    for field in FIELDS[folder]:
        given = typed.get(field.option)
        if not given:
            continue
        if isinstance(given, tuple):
            values[field.route] = tuple(understood(folder, field, one, lookup) for one in given if one.strip())
        else:
            values[field.route] = understood(folder, field, given, lookup)
    id_ = typed.get("id")
    return NewRecord(folder, tidy(id_) if isinstance(id_, str) else "", values)


def understood(folder: str, field: Field, typed: str, lookup: Lookup) -> str:
    """Return one value in the form of records.

    Raises:
        EntryError: it cannot be understood.
    """
    return plain(field_type(model_of(folder), read_route(field.route)), typed, lookup, f"--{field.option}")


def plan(state: Fresh, new: NewRecord) -> Planned:
    """Return the new file.

    Raises:
        EntryError: the id is not one, or is taken, or another record has the name; of people, the name and the unit.
    """
    id_ = new.id or id_for(state, new)
    if not SLUG_PATH.fullmatch(id_) or "/" in id_:
        raise EntryError(
            Text(
                f"`{id_}` không phải là mã: chỉ gồm chữ thường không dấu, số và dấu gạch nối",
                f"`{id_}` is no id: small letters without accents, digits and hyphens only",
            ),
            "--id",
        )
    if is_reserved(id_):
        said = Text(
            f"`{id_}` là tên Windows giữ riêng; đặt mã khác", f"Windows keeps `{id_}` for itself; give another id"
        )
        raise EntryError(said, "--id")
    if new.folder == "people":
        _refuse_second(state, new)
    path = f"{RECORDS}/{new.folder}/{id_}.yaml"
    for taken in (path, f"{path.removesuffix('.yaml')}.md"):
        if inside(state.workspace.root, taken).exists():
            raise EntryError(Text(f"đã có `{taken}`", f"there is `{taken}` already"), "--id")
    kind = KINDS.get(new.folder, EXEMPLAR)
    holds = Text(f"{kind.vi}: {new.name}", f"{kind.en}: {new.name}")
    is_person = new.folder == "people" or (new.folder == "exemplars" and "name" in new.values)
    return Planned(path, None, emit(_tree(new)), odd_names([new.name] if is_person else ()), holds)


def second_of(state: Fresh, new: NewRecord) -> tuple[Match, ...]:
    """Return the people of the same name and unit that nothing tells from a new one."""
    same = same_people(state, Lookup(state.register), new.name, str(new.values.get(UNIT) or ""))
    told_apart = new.values.get(DIFFERENT, ())
    return tuple(one for one in same if one.id not in told_apart)


def _refuse_second(state: Fresh, new: NewRecord) -> None:
    same = second_of(state, new)
    if not same:
        return
    listed = "; ".join(map(str, same))
    way = " ".join(f"--different-from {one.id}" for one in same)
    raise EntryError(
        Text(
            f"đã có người cùng tên, cùng đơn vị: {listed}; nếu là người khác, thêm `{way}`",
            f"there is a person of this name and unit: {listed}; if it is another one, add `{way}`",
        ),
        "--name",
    )


def id_for(state: Fresh, new: NewRecord) -> str:
    """Return an id made from the name; of people with one name the second gets `-2`.

    Raises:
        EntryError: a record of another kind than people has the name already.
    """
    lookup = Lookup(state.register)
    base = shortened(slug(new.name))
    same = lookup.matches(new.folder, new.name) if new.folder in KINDS else ()
    if same and new.folder != "people":
        listed = "; ".join(map(str, same))
        raise EntryError(
            Text(
                f"đã có {KINDS[new.folder].vi} tên này: {listed}; nếu là bản ghi khác, đặt mã bằng --id",
                f"there is a record of this name: {listed}; if it is another one, give it an id with --id",
            ),
            "--id",
        )
    number, id_ = 1, base
    while is_reserved(id_) or any(
        inside(state.workspace.root, f"{RECORDS}/{new.folder}/{id_}{e}").exists() for e in (".yaml", ".md")
    ):
        number += 1
        id_ = f"{base}-{number}"
    return id_


def _tree(new: NewRecord) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for text, value in new.values.items():
        route = read_route(text)
        here: Any = tree
        for step, following in pairwise(route):
            if isinstance(step, int):
                here.extend({} for _ in range(step + 1 - len(here)))
                here = here[step]
            else:
                here = here.setdefault(step, [] if isinstance(following, int) else {})
        here[route[-1]] = list(value) if isinstance(value, tuple) else value
    return tree
