"""Who may confer an award: kinds of bodies, how an organisation's record tells its kind, and the powers of each."""

from datetime import date

from thidua.law.entry import LAW, Certainty, Confidence, Entry, Overlay, Words, entries
from thidua.law.era import last_known
from thidua.model.base import AwardId, Day, Line, OrganisationId, Record, about
from thidua.model.lists import Level, OrganisationKind, YesNo
from thidua.value_class import dataclass


class Mark(Record):
    """What a record of an organisation says; a level left out is any."""

    kind: OrganisationKind
    levels: tuple[Level, ...] = ()

    def fits(self, kind: OrganisationKind | None, level: Level | None) -> bool:
        return kind is self.kind and (not self.levels or level in self.levels)


class AuthorityKind(Entry):
    """A kind of body or post, and how it is told.

    Attributes:
        confers: `khong` for bodies that no text names among those that confer.
        end: the last day on which there were such bodies.
        ended: what is so from the next day on, in words that can follow a colon.
        ended_by: the article that ended them.
    """

    name: Line
    english: Line
    confers: Certainty = Certainty.YES
    end: Day | None = about("Đến ngày", "To", None, alias="to")
    ended: Words | None = None
    ended_by: Line | None = None
    ids: tuple[OrganisationId, ...] = ()
    marks: tuple[Mark, ...] = ()

    def is_gone(self, day: date) -> bool:
        return self.end is not None and self.end < day


class Power(Entry):
    """Kinds of bodies that may confer some awards in some eras.

    Attributes:
        complete: whether no other kind may; where it is not `co`, another kind is no error.
        doubtful: a decision by one of these bodies is itself worth a second look, since the text was not found.
        start: the first day it holds, where that is later than its era.
    """

    awards: tuple[AwardId, ...]
    eras: tuple[Line, ...]
    by: tuple[Line, ...]
    complete: Certainty = Certainty.YES
    doubtful: YesNo = YesNo.NO
    start: Day | None = about("Từ ngày", "From", None, alias="from")


@dataclass(frozen=True, slots=True)
class Conferrer:
    """A kind of body that may confer an award, and the ground of it."""

    kind: str
    article: str
    confidence: Confidence
    note: Words | None
    origin: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class WhoMayConfer:
    """The kinds of bodies that may confer an award.

    Attributes:
        conferrers: empty where nothing is known.
        complete: no other kind may. Only then is a decision by another kind against the law.
    """

    conferrers: tuple[Conferrer, ...]
    complete: bool

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(one.kind for one in self.conferrers)

    def ground(self, kind: str) -> Conferrer | None:
        """Return why a kind of body may confer it, or None where no text says so."""
        return next((one for one in self.conferrers if one.kind == kind), None)


def authority_kinds(overlay: Overlay | None = None) -> dict[str, AuthorityKind]:
    """Return every kind of conferring body by id."""
    return dict(entries("kinds", AuthorityKind, overlay))


def authority_kind(
    kind: OrganisationKind | None, level: Level | None, id_: str | None = None, *, overlay: Overlay | None = None
) -> tuple[str, ...]:
    """Return the kinds of conferring body that an organisation may be, as its record tells; none where it does not."""
    kinds = authority_kinds(overlay).values()
    if id_ is not None and (named := tuple(one.id for one in kinds if id_ in one.ids)):
        return named
    return tuple(one.id for one in kinds if any(mark.fits(kind, level) for mark in one.marks))


def who_may_confer(award: str, era: str, day: date | None = None, *, overlay: Overlay | None = None) -> WhoMayConfer:
    """Return the kinds of bodies that may confer an award in an era; powers not yet in force on `day` are left out."""
    found = [one for one in _powers(award, era, overlay) if day is None or one.start is None or one.start <= day]
    older = last_known(era, overlay)
    if older and not found:
        found = [one.unconfirmed(older[1]) for one in _powers(award, older[0], overlay)]
    named = {kind: one for one in reversed(found) for kind in one.by}
    ordered = dict.fromkeys(kind for one in found for kind in one.by)
    conferrers = tuple(_conferrer(kind, named[kind]) for kind in ordered)
    certain = all(one.complete is Certainty.YES and one.confidence is not Confidence.UNCONFIRMED for one in found)
    return WhoMayConfer(conferrers, bool(found) and certain)


def power_starts(award: str, era: str, overlay: Overlay | None = None) -> set[date]:
    """Return the days within an era on which powers over an award begin to hold."""
    older = last_known(era, overlay)
    found = _powers(award, era, overlay) or (_powers(award, older[0], overlay) if older else [])
    return {one.start for one in found if one.start}


def _powers(award: str, era: str, overlay: Overlay | None) -> list[Power]:
    """Return the powers over an award, an office's own first: of two grounds for one body, the first is given."""
    found = [one for one in entries("powers", Power, overlay).values() if award in one.awards and era in one.eras]
    return sorted(found, key=lambda one: one.origin == LAW)


def _conferrer(kind: str, power: Power) -> Conferrer:
    return Conferrer(kind, power.article, power.confidence, power.note, power.origin, power.doubtful is YesNo.YES)
