"""How the members of a bloc stand by their scores, with what was voted after it (*chấm điểm, xếp hạng, suy tôn*)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass  # a class with a base of values is more than a value class
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua.model.bloc_vote import member_count
from thidua.model.scoring import extra, key, points_of, ranks, total_of
from thidua.report.bloc_votes import QuotaLine, VoteLine, quota_lines, vote_lines
from thidua.report.sheet_reader import SheetReader
from thidua.vietnamese.order import sort_key

if TYPE_CHECKING:
    from thidua.model.bloc import BlocYear, Score
    from thidua.report.reader import Reader
    from thidua.report.score_sheet import Sheet
    from thidua.report.values import Figure


@dataclass(frozen=True, slots=True)
class Scored:
    """What a member was given, by one who scored it."""

    member: str
    by: str | None
    points: Figure | None
    bonus: Figure | None
    deduction: Figure | None
    total: Figure | None


@dataclass(frozen=True, slots=True)
class ScoreEntry(Scored):
    """One of several times that a member was scored.

    Attributes:
        counts: it is the one that ranks the member.
    """

    counts: bool


@dataclass(frozen=True, slots=True)
class Standing(Scored):
    """Where one member stands, by the score that counts.

    Attributes:
        summed: the record states no total; the report added it up.
        rank: as stated; where no rank is stated, from the totals.
        tied: another member has the same rank.
        doubt: number of the note in the appendix; 0 for none.
    """

    summed: bool
    rank: int | None
    tied: bool
    tier: str | None
    doubt: int

    @property
    def is_placed(self) -> bool:
        return self.rank is not None or self.tier is not None


@dataclass(frozen=True, slots=True)
class Scoring:
    """The scoring of a bloc in one year.

    Attributes:
        entries: every score of the members, where one was scored several times.
        unclear: members of whom nothing says which score counts.
        computed: no rank is stated; those printed come from the totals.
        provisional: a computed rank is not final: a member has no total, or the members are not known to be all.
        without_total: members without a total.
        members_known: whether all members of the bloc are known.
        member_total: how many members are known of, by their list or by their number.
    """

    sheet: Sheet
    entries: tuple[ScoreEntry, ...]
    standings: tuple[Standing, ...]
    unclear: tuple[str, ...]
    computed: bool
    provisional: bool
    without_total: tuple[str, ...]
    members_known: bool
    member_total: int
    votes: tuple[VoteLine, ...]
    quotas: tuple[QuotaLine, ...]

    @property
    def has_scores(self) -> bool:
        return bool(self.sheet.criteria or self.standings)

    @property
    def has_by(self) -> bool:
        return any(one.by for one in self.standings)

    @property
    def summed(self) -> tuple[str, ...]:
        """The members whose total the report added up."""
        return tuple(one.member for one in self.standings if one.summed)

    @property
    def is_partial(self) -> bool:
        """Whether some members are placed and some are not."""
        return 0 < self.placed_count < self.member_total

    @property
    def placed_count(self) -> int:
        return sum(one.is_placed for one in self.standings)


def scoring(reader: Reader, path: str, record: BlocYear) -> Scoring | None:
    """Return the scoring of a bloc's year, or `None` where the record has none of it."""
    if not (record.criteria or record.scores or record.votes or record.quotas):
        return None
    made = _Standings(reader, path, record)
    standings = made.standings()
    by_name = {key(one.member): one for one in standings}
    ranked = {name: (one.rank, one.tied, one.total) for name, one in by_name.items()}
    without = tuple(one.member for one in standings if one.total is None)
    members = member_count(record)
    is_known = members is not None and members <= len(standings)
    return Scoring(
        made.sheets.sheet(made.order),
        made.entries(),
        standings,
        tuple(made.sheets.name(member) for member, place in made.sheets.counts.items() if place is None),
        made.is_computed,
        made.is_computed and (bool(without) or not is_known),
        without,
        is_known,
        max(len(standings), members or 0),
        vote_lines(reader, path, record, ranked),
        quota_lines(reader, path, record),
    )


class _Standings:
    """Puts the members of one bloc's year in order."""

    def __init__(self, reader: Reader, path: str, record: BlocYear) -> None:
        self.reader, self.path, self.record = reader, path, record
        self.sheets = SheetReader(reader, path, record)
        self.counted = {
            member: record.scores[place] for member, place in self.sheets.counts.items() if place is not None
        }
        self.totals = {
            member: total
            for member, score in self.counted.items()
            if (total := total_of(self.sheets.table, score)) is not None
        }
        stated = {member: one.rank for member, one in self.counted.items() if one.rank is not None}
        is_told = bool(stated) or any(one.tier for one in self.counted.values())
        self.is_computed = bool(self.totals) and not is_told
        self.ranks: dict[str, int] = ranks(self.totals) if self.is_computed else stated
        self.shared = {rank for rank, times in Counter(self.ranks.values()).items() if times > 1}
        self.order = sorted(self.sheets.counts, key=self._place)

    def standings(self) -> tuple[Standing, ...]:
        """Return the members with a score, then those without one."""
        found = [self._standing(member) for member in self.order]
        scored = {key(one.member) for one in found}
        others = dict.fromkeys(self.reader.name(one) or one for one in self.record.members)
        found += [
            Standing(name, None, None, None, None, None, False, None, False, None, 0)
            for name in sorted(others, key=sort_key)
            if key(name) not in scored
        ]
        return tuple(found)

    def entries(self) -> tuple[ScoreEntry, ...]:
        """Return every score, where a member was scored several times."""
        if len(self.record.scores) == len(self.sheets.counts):
            return ()
        order = {member: place for place, member in enumerate(self.order)}
        places = sorted(
            range(len(self.record.scores)), key=lambda one: (order[key(self.record.scores[one].member)], one)
        )
        return tuple(self._entry(place) for place in places)

    def _entry(self, place: int) -> ScoreEntry:
        score = self.record.scores[place]
        member = key(score.member)
        return ScoreEntry(
            self.sheets.name(member), score.by, *self._figures(place, score), self.sheets.counts[member] == place
        )

    def _standing(self, member: str) -> Standing:
        score, rank = self.counted.get(member), self.ranks.get(member)
        name = self.sheets.name(member)
        if score is None:
            return Standing(name, None, None, None, None, None, False, None, False, None, 0)
        place = self.sheets.counts[member] or 0
        figures = self._figures(place, score)
        return Standing(
            name,
            score.by,
            *figures,
            figures[-1] is not None and score.total is None,
            rank,
            rank in self.shared,
            score.tier,
            self.reader.doubt(self.path, ("scores", place), score),
        )

    def _figures(self, place: int, score: Score) -> tuple[Figure | None, Figure | None, Figure | None, Figure | None]:
        """Points, bonus, deduction and total of a score."""
        route = ("scores", place)
        label = self.reader.name(score.member) or score.member
        known = self.sheets.table

        def figure(field: str, value: Decimal | None) -> Figure | None:
            is_stated = getattr(score, field) is not None
            return self.sheets.figure(value, (*route, field) if is_stated else route, label=label)

        return (
            figure("points", points_of(known, score)),
            figure("bonus", extra(score, "bonus")),
            figure("deduction", extra(score, "deduction")),
            figure("total", total_of(known, score)),
        )

    def _place(self, member: str) -> tuple[object, ...]:
        rank, total = self.ranks.get(member), self.totals.get(member)
        name = sort_key(self.sheets.name(member))
        return rank is None, rank or 0, -total if total is not None else Decimal("Infinity"), name
