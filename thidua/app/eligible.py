"""Who may be proposed for an award: the recipients, the answers about them, and the law they were asked of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.eligibility.answer import Verdict
from thidua.eligibility.asked import Asked
from thidua.eligibility.candidates import candidates
from thidua.eligibility.career import Career, Recipient
from thidua.eligibility.crowd import judge_crowd
from thidua.eligibility.listing import EligibleReport
from thidua.eligibility.office import Office
from thidua.eligibility.people import careers_of_people
from thidua.eligibility.verdict import questions, steps
from thidua.law.era import era_of, eras
from thidua.model.lists import RecipientKind
from thidua.store.catalogue import CatalogueAward, catalogue
from thidua.store.office_law import office_law
from thidua.store.seeds import names_like
from thidua.vietnamese.order import sort_key
from thidua.vietnamese.text import fold, name_key

if TYPE_CHECKING:
    from thidua.eligibility.crowd import Answered
    from thidua.law.era import EraAnswer
    from thidua.store.register import Register

_JUDGED = (RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE)
"""Whom the register can be asked about; households have no rows but those of their awards."""

_ORDER = (Verdict.ELIGIBLE, Verdict.ASK, Verdict.NOT_YET)


class UnknownAward(Exception):
    """No award has this id or name.

    Attributes:
        near: ids and names that may be meant.
    """

    def __init__(self, asked: str, near: tuple[tuple[str, str], ...]) -> None:
        super().__init__(asked)
        self.asked = asked
        self.near = near


class NobodyFound(Exception):
    """Nobody of this name or id has a row in the register."""


class NotForThem(Exception):
    """The award is for none of those who were asked about.

    Attributes:
        recipients: the kinds of recipients it is for.
    """

    def __init__(self, name: str, recipients: tuple[RecipientKind, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.recipients = recipients


def eligible(
    register: Register, award: str, year: int, *, unit: str = "", person: str = "", day: date | None = None
) -> EligibleReport:
    """Return who may be proposed for an award for the achievements of a year.

    Args:
        award: an id of the catalogue.
        unit: id of an organisation; of a person's unit, or of the collective itself and those below it.
        person: a name or the id of a person; then the answer about that person alone, whatever it is.
        day: when it is proposed; the last day of the year by default.

    Raises:
        UnknownAward, NobodyFound, NotForThem: see the classes.
    """
    office = Office(register, office_law(register))
    found = _award(register, award)
    award, name = found.id, found.name
    unit = _unit(office, unit) if unit else ""
    when = day or date(year, 12, 31)
    era = era_of(when, when, overlay=office.overlay)
    judgements: list[Answered] = []
    everyone: list[Asked] = []
    kinds = [kind for kind in _JUDGED if kind in found.recipients and (kind is RecipientKind.INDIVIDUAL or not person)]
    if not kinds:
        raise NotForThem(name, tuple(map(RecipientKind, found.recipients)))
    for kind in kinds:
        asked = tuple(Asked(office, award, year, when, one, kind, decided_by=day) for one in era.candidates)
        everyone += asked
        if asked:
            careers = _named(office, person, unit) if person else candidates(asked, unit)
            judgements += judge_crowd(asked, careers)
    judgements.sort(key=_place)
    asked_all = tuple(everyone)
    return EligibleReport(
        award, name, year, when, era,
        laws(office, era),
        tuple(judgements), questions(asked_all), steps(asked_all), bool(person),
        {one.id: one.name for one in catalogue(register).values()},
        {id_: one.name for id_, one in office.units.items()},
    )  # fmt: skip


def laws(office: Office, era: EraAnswer) -> tuple[str, ...]:
    """Return the law and the decrees of each era that may govern."""
    by_id = eras(office.overlay)
    return tuple(f"{by_id[one].law}; {by_id[one].decree} [{one}]" for one in era.candidates)


def _award(register: Register, asked: str) -> CatalogueAward:
    """Return an award called by its id, its name, or the beginnings of its words."""
    awards = catalogue(register).values()
    whole = [one for one in awards if asked == one.id or fold(asked) == fold(one.name)]
    words = fold(asked).split()
    parts = [
        one for one in awards if all(any(part.startswith(word) for part in fold(one.name).split()) for word in words)
    ]
    if len(found := whole[:1] or parts) == 1:
        return found[0]
    raise UnknownAward(asked, tuple((one.id, one.name) for one in found[:MOST_NEAR]))


MOST_NEAR = 8


def _unit(office: Office, asked: str) -> str:
    found = office.unit(asked.removeprefix("organisations/"))
    if found not in office.units:
        raise NobodyFound(asked)
    return found


def _named(office: Office, person: str, unit: str) -> list[Career]:
    id_ = person.removeprefix("people/")
    if id_ in office.posts:
        careers = [one for one in careers_of_people(office, office.names_of(id_)) if one.who.id == id_]
        careers = careers or [_nothing_of(office, id_)]
    else:
        careers = _called(office, {name_key(person)}) or _called(office, names_like(office.register, fold(person)))
    inside = set(office.inside(unit)) if unit else set()
    found = [one for one in careers if not unit or office.unit(one.who.unit) in inside]
    if not found:
        raise NobodyFound(f"{person} ({office.units[unit].name})" if careers else person)
    return found


def _called(office: Office, keys: set[str]) -> list[Career]:
    called = sorted({id_ for key in keys for id_ in office.people.get(key, ())})
    careers = careers_of_people(office, keys) if keys else []
    found = [one for one in careers if one.who.key in keys or one.who.id in called]
    told = {one.who.id for one in found}
    return [*found, *(_nothing_of(office, id_) for id_ in called if id_ not in told)]


def _nothing_of(office: Office, id_: str) -> Career:
    """Return the career of a person who has a record and no row."""
    post = office.posts[id_][-1]
    return Career(Recipient(RecipientKind.INDIVIDUAL, post.name, name_key(post.name), post.unit, id_))


def _place(one: Answered) -> tuple[object, ...]:
    near = one.near.count if one.near else 99
    return _ORDER.index(one.verdict), one.already, near, sort_key(one.who.name), one.who.unit or "", one.who.id
