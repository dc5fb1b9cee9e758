"""Who may be proposed for an award: the recipients, the answers about them, and the law they were asked of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from thidua.eligibility.answer import Verdict
from thidua.eligibility.asked import Asked
from thidua.eligibility.candidates import candidates
from thidua.eligibility.collectives import careers_of_collectives
from thidua.eligibility.office import Office
from thidua.eligibility.people import careers_of_people
from thidua.eligibility.verdict import judge_recipient, questions, steps
from thidua.law.era import era_of
from thidua.model.lists import RecipientKind
from thidua.vietnamese.order import sort_key
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from thidua.eligibility.career import Career
    from thidua.eligibility.verdict import Judgement, Question
    from thidua.law.condition import Condition
    from thidua.law.era import EraAnswer
    from thidua.law.prerequisite import General
    from thidua.store.register import Register

_ORDER = (Verdict.ELIGIBLE, Verdict.ASK, Verdict.NOT_YET)


class UnknownAward(Exception):
    """No award has this id or name.

    Attributes:
        near: ids that may be meant.
    """

    def __init__(self, asked: str, near: tuple[str, ...]) -> None:
        super().__init__(asked)
        self.asked = asked
        self.near = near


class NobodyFound(Exception):
    """Nobody of this name or id has a row in the register."""


@dataclass(frozen=True, slots=True)
class EligibleReport:
    """Everybody who was looked at, the best first.

    Attributes:
        day: on which it is taken to be proposed.
        era: which eras may govern a file of that day.
        questions: what everybody is asked, since no record tells.
        steps: what is still to be done with a proposal.
    """

    award: str
    name: str
    year: int
    day: date
    era: EraAnswer
    judgements: tuple[Judgement, ...]
    questions: tuple[Question, ...]
    steps: tuple[tuple[General, Condition], ...]


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
        UnknownAward, NobodyFound: see the classes.
    """
    office = Office(register)
    found = register.ask("SELECT name, recipients FROM catalogue WHERE id = ?", (award,))
    if not found:
        raise UnknownAward(award, ())
    name, recipients = found[0]
    when = day or date(year, 12, 31)
    era = era_of(when, when, overlay=office.overlay)
    judgements: list[Judgement] = []
    everyone: list[Asked] = []
    for kind in (RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE):
        if kind not in recipients.split() or (person and kind is not RecipientKind.INDIVIDUAL):
            continue
        asked = tuple(Asked(office, award, year, when, one, kind) for one in era.candidates)
        everyone += asked
        careers = _named(office, person, unit) if person else candidates(asked, unit)
        judgements += [judge_recipient(asked, career) for career in careers] if asked else []
    judgements.sort(key=_place)
    asked_all = tuple(everyone)
    return EligibleReport(award, name, year, when, era, tuple(judgements), questions(asked_all), steps(asked_all))


def _named(office: Office, person: str, unit: str) -> list[Career]:
    id_ = person.removeprefix("people/")
    names = [posts for by_id in office.people.values() for one, posts in by_id.items() if one == id_]
    keys = {name_key(post.name) for posts in names for post in posts} or {name_key(person)}
    careers = careers_of_people(office, keys)
    if names:
        careers = [one for one in careers if one.who.id == id_]
    inside = set(office.inside(unit)) if unit else set()
    careers = [one for one in careers if not unit or office.unit(one.who.unit) in inside]
    if not careers:
        raise NobodyFound(person)
    return careers


def collective(office: Office, id_: str) -> Career:
    """Return the career of one organisation."""
    return careers_of_collectives(office, [id_])[0]


def _place(one: Judgement) -> tuple[object, ...]:
    near = one.near.count if one.near else 99
    return _ORDER.index(one.verdict), bool(one.already), near, sort_key(one.who.name), one.who.unit or "", one.who.id
