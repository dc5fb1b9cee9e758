"""What the office's papers (*quyết định, tờ trình, biên bản*) are made of: heads, signatures, listed rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.lists import RECIPIENT_FIELDS, AwardGroupKind, Capacity, RecipientKind
from thidua.report.header import organisation_header
from thidua.report.numbers import COLLECTIVE, Numbers
from thidua.report.values import Figure, Header, Trace
from thidua.store.catalogue import award_of, catalogue
from thidua.value_class import dataclass, replace
from thidua.vietnamese.numbers import share_percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from thidua.model.award import Recipient, Signer
    from thidua.model.base import Counts
    from thidua.model.nomination import Vote
    from thidua.model.private import PrivatePerson
    from thidua.report.reader import Reader


@dataclass(frozen=True, slots=True)
class PaperHead:
    """The head of a paper.

    Attributes:
        number: as the record has it; `None` while the paper has none.
        date: `None` while the paper has none.
    """

    header: Header
    number: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs.

    Attributes:
        capacity: the lines over the name: in whose name, and the post; empty where it is not known.
        name: `None` where it is not known.
    """

    capacity: tuple[str, ...]
    name: str | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes of a council on one row; what was not recorded is `None`."""

    members: int | None
    present: int | None
    in_writing: int | None
    in_favour: int | None
    against: int | None
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class Listed:
    """One recipient of a list.

    Attributes:
        kind: a `RecipientKind`.
        born: a day, or a year where only that is known; private, as are sex and home town.
        outcome: what the council said, where the list is of a dossier.
    """

    record: Trace
    award: str
    name: str
    kind: str
    position: str | None
    unit: str | None
    achievement: str | None
    posthumous: bool
    revoked: bool = False
    born: date | int | None = None
    sex: str | None = None
    home_town: str | None = None
    ballot: Ballot | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one award that are of one kind of recipient.

    Attributes:
        kind: a `RecipientKind`.
        posthumous: these come last.
    """

    kind: str
    posthumous: bool
    rows: tuple[Listed, ...]

    @property
    def has_positions(self) -> bool:
        return any(row.position for row in self.rows)

    @property
    def has_units(self) -> bool:
        return any(row.unit for row in self.rows)

    @property
    def has_achievements(self) -> bool:
        return any(row.achievement for row in self.rows)


@dataclass(frozen=True, slots=True)
class AwardList:
    """One award of a paper, and all who are to get it.

    Attributes:
        numbers: how many, rows and numbers without rows together.
        unnamed: how many of them have no row.
        described: words in place of rows and numbers.
    """

    award: str
    name: str
    group: str
    numbers: Numbers
    unnamed: Numbers
    described: str | None
    parts: tuple[Part, ...]

    @property
    def rows(self) -> tuple[Listed, ...]:
        """All rows, in the order of the parts."""
        return tuple(row for part in self.parts for row in part.rows)


DEPUTY = "PHÓ "

_GROUPS = {group.value: place for place, group in enumerate(AwardGroupKind)}
_KINDS = (*COLLECTIVE, RecipientKind.HOUSEHOLD, RecipientKind.INDIVIDUAL)


def paper_head(reader: Reader, of: str | None, kind: str, number: str | None, day: date | None) -> PaperHead:
    """Return the head of a paper.

    Args:
        of: who issues it, by id or name.
        kind: the letters of its kind, such as `QĐ` (Decree 30/2020/NĐ-CP, Appendix III).
    """
    header = (
        organisation_header(reader, of) if of else Header("", "", "BC", reader.library.workspace.settings.place or "")
    )
    symbol = header.symbol.replace("BC", kind, 1)
    return PaperHead(replace(header, symbol=symbol if "-" in symbol else f"{symbol}-……"), number, day)


def signature(head: Header, signer: Signer | None) -> Signature:
    """Return how a signer stands under a paper: `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`, and the name."""
    if signer is None:
        return Signature((), None)
    post = signer.position.upper() if signer.position else ""
    match signer.capacity:
        case None:
            lines: tuple[str, ...] = (post,)
        case Capacity.TM:
            lines = (f"TM. {head.superior if head.is_own else head.body}", post)
        case Capacity.KT if post.startswith(DEPUTY):
            lines = (f"KT. {post.removeprefix(DEPUTY)}", post)
        case Capacity.Q:
            lines = (f"Q. {post}",)
        case _:
            lines = (f"{signer.capacity.value} ……", post)
    return Signature(tuple(line for line in lines if line), signer.name)


def listed(
    reader: Reader, recipient: Recipient, award: str, record: Trace, known: PrivatePerson | None = None
) -> Listed:
    """Return a recipient as a row of a list.

    Args:
        known: what the private folder has of them, for papers that ask for it.
    """
    field = next(one for one in RECIPIENT_FIELDS if getattr(recipient, one) is not None)
    name = getattr(recipient, field)
    return Listed(
        record=record,
        award=award,
        name=(reader.name(name) or name) if field in ("collective", "enterprise") else name,
        kind=RECIPIENT_FIELDS[field].value,
        position=recipient.position,
        unit=reader.name(recipient.unit),
        achievement=recipient.achievement,
        posthumous=recipient.posthumous == "co",
        born=(known.born or known.born_year) if known else None,
        sex=(known.sex if known and known.sex else recipient.sex) or None,
        home_town=known.home_town if known else None,
    )


def parts(rows: Iterable[Listed]) -> tuple[Part, ...]:
    """Return rows by kind: collectives, households, individuals, then the posthumous; each in the record's order."""
    found: list[Part] = []
    every = tuple(rows)
    for posthumous in (False, True):
        for kinds in (COLLECTIVE, (RecipientKind.HOUSEHOLD,), (RecipientKind.INDIVIDUAL,)):
            mine = tuple(row for row in every if row.kind in kinds and row.posthumous is posthumous)
            if mine:
                found.append(Part(kinds[0].value, posthumous, mine))
    return tuple(found)


def award_list(
    reader: Reader, award: str, name: str | None, rows: Sequence[Listed], counted: Sequence[tuple[Counts, Trace]] = (),
    described: str | None = None,
) -> AwardList:  # fmt: skip
    """Return one award of a paper."""
    known = award_of(reader.register, award)
    official, group = (known.name, known.group) if known else (award, "")
    unnamed = _numbers((), counted)
    return AwardList(award, name or official, group, _numbers(rows, counted), unnamed, described, parts(rows))


def in_order(reader: Reader, found: Iterable[AwardList]) -> tuple[AwardList, ...]:
    """Return awards as papers list them: titles before forms, and by rank within both."""
    ranks = {one.id: one.rank for one in catalogue(reader.register).values()}
    last = len(_GROUPS)
    return tuple(sorted(found, key=lambda one: (_GROUPS.get(one.group, last), ranks.get(one.award, 999_999))))


def ballot(vote: Vote | None) -> Ballot | None:
    """Return votes with the share of those in favour, of all members."""
    if vote is None:
        return None
    share = share_percent(vote.for_, vote.members) if vote.for_ is not None and vote.members else None
    return Ballot(vote.members, vote.present, vote.in_writing, vote.for_, vote.against, share)


def total(found: Iterable[AwardList]) -> Numbers:
    """Return the recipients of all awards by kind, where a recipient of two awards stands twice."""
    every = [one.numbers for one in found]

    def added(field: str) -> Figure | None:
        figures = [figure for numbers in every if (figure := getattr(numbers, field)) is not None]
        if not figures:
            return None
        words = {figure.qualifier for figure in figures}
        records = tuple(record for figure in figures for record in figure.records)
        return Figure(
            sum(int(figure.value) for figure in figures), records, qualifier=words.pop() if len(words) == 1 else None
        )

    return Numbers(added("collectives"), added("households"), added("individuals"), added("unsplit"))


_COUNTED = {
    "collectives": COLLECTIVE,
    "households": (RecipientKind.HOUSEHOLD,),
    "individuals": (RecipientKind.INDIVIDUAL,),
}


def _numbers(rows: Sequence[Listed], counted: Sequence[tuple[Counts, Trace]]) -> Numbers:
    def figure(field: str) -> Figure | None:
        mine = [row.record for row in rows if row.kind in _COUNTED.get(field, ())]
        given = [(getattr(one, field), one.qualifier, at) for one, at in counted if getattr(one, field) is not None]
        if not mine and not given:
            return None
        words = {qualifier for _, qualifier, _ in given}
        records = (*mine, *(replace(at, counted=number) for number, _, at in given))
        value = len(mine) + sum(number for number, _, _ in given)
        return Figure(value, records, qualifier=words.pop() if len(words) == 1 else None)

    return Numbers(*(figure(field) for field in ("collectives", "households", "individuals", "unsplit")))
