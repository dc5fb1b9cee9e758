"""What was typed for awards, as options or as answers → what the record will hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.add_award import ORGANISED, NewAward, NewGroup
from thidua.app.entry_error import EntryError
from thidua.app.entry_values import choice, count, day, period, yes
from thidua.diagnostics import Text
from thidua.model.labels import LABELS
from thidua.model.lists import RECIPIENT_FIELDS, Method, PersonClass, RecipientKind, Sex
from thidua.store.catalogue import award_of
from thidua.store.paths import is_slug
from thidua.value_class import dataclass
from thidua.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.app.entry_lookup import Lookup


@dataclass(frozen=True, slots=True)
class AwardTyped:
    """Options as they were typed. `None` was not given; the empty text says that it is not known.

    Attributes:
        name, collective, enterprise, household, people: recipients, as many as there are.
        unit, position, class_, sex, achievement: once for all of them, or once for each.
        nomination: where the rows come from, instead of the options.
    """

    award: str | None = None
    decision: str | None = None
    date: str | None = None
    by: str | None = None
    signer: str | None = None
    signer_position: str | None = None
    method: str | None = None
    period: str | None = None
    year: str | None = None
    campaign: str | None = None
    bloc: str | None = None
    source: str | None = None
    file: str | None = None
    name: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()
    enterprise: tuple[str, ...] = ()
    household: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    position: tuple[str, ...] = ()
    class_: tuple[str, ...] = ()
    sex: tuple[str, ...] = ()
    achievement: tuple[str, ...] = ()
    posthumous: bool = False
    counted_collectives: str | None = None
    counted_households: str | None = None
    counted_individuals: str | None = None
    nomination: str | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing was given."""
        return self == AwardTyped()

    @property
    def names_somebody(self) -> bool:
        """Recipients were given, or how many there are."""
        return any(getattr(self, field) for field in RECIPIENT_FIELDS) or any(
            getattr(self, f"counted_{kind}") for kind in ("collectives", "households", "individuals")
        )


def missing(typed: AwardTyped) -> list[str]:
    """Return the options that are needed and not there, each with its alternatives after `|`."""
    if typed.nomination is not None:
        given = (("--decision", typed.decision), ("--date", typed.date))
        return [option for option, value in given if not value]
    found = [] if typed.award else ["--award"]
    if not typed.names_somebody:
        found.append("--to|--collective|--household|--counted-…")
    if typed.by is None and not typed.file:
        found.append("--by")
    if not (typed.date or typed.period or typed.year or typed.file):
        found.append("--date|--period|--year")
    return found


def new_award(lookup: Lookup, typed: AwardTyped) -> NewAward:
    """Return what was typed with its ids, days and numbers in the form of records.

    Raises:
        EntryError: something cannot be understood; it names the option.
    """
    groups: tuple[NewGroup, ...] = ()
    if typed.award:
        group = NewGroup(
            lookup.id("catalogue", tidy(typed.award), "--award"), recipients(lookup, typed), counted_typed(typed)
        )
        groups = (group,) if group.recipients or group.counted else ()
    return NewAward(
        groups,
        number=tidy(typed.decision or ""),
        date=day(typed.date, "--date") if typed.date else None,
        authority=_id(lookup, "organisations", typed.by, "--by"),
        signer=tidy(typed.signer or ""),
        signer_position=tidy(typed.signer_position or ""),
        method=choice(Method, typed.method, "--method") if typed.method else "",
        period=period(typed.period, "--period") if typed.period else "",
        year=str(count(typed.year, "--year")) if typed.year else "",
        campaign=_id(lookup, "campaigns", typed.campaign, "--campaign"),
        bloc=_id(lookup, "blocs", typed.bloc, "--bloc"),
        source=tidy(typed.source or ""),
        file=typed.file or "",
    )


def recipients(lookup: Lookup, typed: AwardTyped) -> tuple[dict[str, str], ...]:
    """Return the rows in the order of their kinds: individuals, collectives, enterprises, households, people.

    Raises:
        EntryError: an option was given neither once nor as often as there are rows it is for.
    """
    rows = [(field, tidy(name)) for field in RECIPIENT_FIELDS for name in getattr(typed, field) if tidy(name)]
    made = [_named(lookup, field, name) for field, name in rows]
    individuals = [row for row in made if "name" in row]
    placed = [row for row in made if not any(is_slug(row.get(field, "")) for field in ORGANISED)]
    units = tuple(unit and lookup.id_or_name("organisations", tidy(unit), "--unit") for unit in typed.unit)
    _spread(individuals, "position", tuple(map(tidy, typed.position)), "--position")
    _spread(placed, "unit", units, "--unit")
    _spread(
        individuals,
        "class",
        tuple(one and choice(PersonClass, one, "--class") for one in typed.class_),
        "--class",
    )
    _spread(individuals, "sex", tuple(one and choice(Sex, one, "--sex") for one in typed.sex), "--sex")
    if typed.posthumous:
        _spread(individuals, "posthumous", (yes(True),), "--posthumous")
    _spread(made, "achievement", tuple(map(tidy, typed.achievement)), "--achievement")
    return tuple(made)


def not_for(lookup: Lookup, award: str, kind: RecipientKind) -> Text | None:
    """Return why an award cannot go to a kind of recipient, or `None`. An enterprise is a collective too."""
    found = award_of(lookup.register, award)
    allowed = {RecipientKind(one) for one in found.recipients} if found else set()
    if not allowed or kind in allowed or (kind is RecipientKind.ENTERPRISE and RecipientKind.COLLECTIVE in allowed):
        return None
    name = lookup.name("catalogue", award)
    vi, en = (", ".join(LABELS[one][language] for one in RecipientKind if one in allowed) for language in (0, 1))
    return Text(
        f"{name} chỉ tặng cho {vi}, không tặng cho {LABELS[kind][0]}",
        f"{name} goes only to: {en}; not to: {LABELS[kind][1]}",
    )


def _id(lookup: Lookup, folder: str, typed: str | None, option: str) -> str:
    text = tidy(typed or "")
    return lookup.id(folder, text, option) if text else ""


def _named(lookup: Lookup, field: str, name: str) -> dict[str, str]:
    option = "--to" if field == "name" else f"--{field}"
    if field in ORGANISED:
        return {field: lookup.id_or_name("organisations", name, option)}
    if field == "name" and is_slug(name) and lookup.has("people", name):
        return {"name": lookup.name("people", name), "person": name}
    return {field: name}


def _spread(rows: list[dict[str, str]], field: str, values: tuple[str, ...], option: str) -> None:
    """Give one value to all rows, or each its own."""
    if len(values) not in (0, 1, len(rows)) or (values and not rows):
        raise EntryError(
            Text(
                f"ghi một lần cho tất cả, hoặc đúng {len(rows)} lần theo thứ tự; đang có {len(values)}",
                f"give it once for all, or {len(rows)} times in their order; there are {len(values)}",
            ),
            option,
        )
    for place, row in enumerate(rows):
        if values and (value := values[place if len(values) > 1 else 0]):
            row[field] = value


def counted_typed(typed: AwardTyped) -> Mapping[str, str] | None:
    """Return the numbers of recipients, by the fields of `Counts`; `None` where none was given.

    Raises:
        EntryError: one is no number.
    """
    found = {}
    for field in ("collectives", "households", "individuals"):
        given = getattr(typed, f"counted_{field}")
        if given:
            found[field] = str(count(given, f"--counted-{field}"))
    return found or None
