"""The closed vocabulary of conditions that the law puts on an award."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from thidua.law.entry import Certainty, Stated, Words
from thidua.law.recipient_condition import (
    CollectiveAge,
    ContributionValue,
    LeaveBelow,
    LeaveCountsAsWorked,
    MembersCompletedShare,
    MembersWithAwardCount,
    MembersWithAwardShare,
    MonthsSinceRecruited,
    MovedPersonComment,
    NoMemberDisciplined,
    NotDisciplined,
    NotUnderDiscipline,
    ServiceYears,
    TrainingResult,
)
from thidua.law.term import Adjacency, DeadlineYear, QuotaBase, Scope, Span, Stage
from thidua.model.base import Amount, AwardId, Count, Record
from thidua.model.lists import Method, YesNo
from thidua.model.year_lists import Reach, TaskResult, WorkKind

MonthDay = Annotated[
    str,
    StringConstraints(
        pattern=r"^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$"
    ),
]
"""A day that every year has, as `12-31`."""


class ConsecutiveAwards(Stated):
    """One of `awards` held `times` times in a row.

    Attributes:
        years_each: how many years a title stands for in practice, where not one.
        until_asked: the row must reach the year asked about.
    """

    check: Literal["consecutive_awards"]
    awards: tuple[AwardId, ...]
    times: Count = Field(gt=0)
    adjacency: Adjacency = Adjacency.YEARS
    years_each: Count | None = Field(None, gt=0)
    until_asked: Certainty = Certainty.UNKNOWN


class SameYearAward(Stated):
    """One of `awards` for the same year; `standard_suffices`: meeting its standard is enough."""

    check: Literal["same_year_award"]
    awards: tuple[AwardId, ...]
    standard_suffices: YesNo = YesNo.NO


class TaskResultAtLeast(Stated):
    """The year's task done at least so well."""

    check: Literal["task_result"]
    result: TaskResult


class InitiativeOf(Stated):
    """So many recognised works of a reach, in the year or in the run of years."""

    check: Literal["initiative"]
    scope: Reach
    kinds: tuple[WorkKind, ...]
    times: Count = Field(1, gt=0)
    span: Span = Span.YEAR


class PriorAward(Stated):
    """One of `awards` held before.

    Attributes:
        not_methods: types of commendation under which it does not count.
    """

    check: Literal["prior_award"]
    awards: tuple[AwardId, ...]
    not_methods: tuple[Method, ...] = ()


class ConsecutiveYears(Stated):
    """A run of years; others of the route's conditions count within it.

    Attributes:
        result: what every year of it needs, at least; nothing where the law asks for none.
        or_awards: a year with one of these titles counts too.
        after_prior: the run starts after the `prior_award` (see `Counting`).
        until_proposal: it reaches the time of the proposal.
        other_result: what every year outside the run, since the prior award, needs.
    """

    check: Literal["consecutive_years"]
    years: Count = Field(gt=0)
    result: TaskResult | None = None
    or_awards: tuple[AwardId, ...] = ()
    after_prior: Certainty = Certainty.NO
    until_proposal: Certainty = Certainty.UNKNOWN
    other_result: TaskResult | None = None


class AwardsWithin(Stated):
    """One of `awards` at least `times` times within the run of years."""

    check: Literal["awards_within"]
    awards: tuple[AwardId, ...]
    times: Count = Field(gt=0)
    not_methods: tuple[Method, ...] = ()


class ResultYearsWithin(Stated):
    """At least so many years of a result within the run of years."""

    check: Literal["result_years_within"]
    result: TaskResult
    years: Count = Field(gt=0)


class Option(Record):
    """One way among several; all its conditions hold, and it is open only where `only_if` is answered yes."""

    conditions: "tuple[Condition, ...]"
    only_if: Words | None = None


class AnyOf(Stated):
    """At least one of several ways."""

    check: Literal["any_of"]
    options: tuple[Option, ...]


class QuotaShare(Stated):
    """At most `pct` percent of a group; `local_may_set`: a ministry or province may set less."""

    check: Literal["quota_share"]
    pct: Amount
    base: QuotaBase
    awards: tuple[AwardId, ...]
    local_may_set: YesNo = YesNo.NO


class RankedFirstInBloc(Stated):
    """First in a bloc run by this organiser."""

    check: Literal["ranked_first_in_bloc"]
    organiser: Scope


class BestOfBlocLeaders(Stated):
    """Chosen as the best among those that lead blocs run by this organiser."""

    check: Literal["best_of_bloc_leaders"]
    organiser: Scope


class LeadsCampaign(Stated):
    """Leads a campaign launched at this level, at least `years` years long, when it is reviewed at one of `at`."""

    check: Literal["leads_campaign"]
    launched: Scope
    years: Count = 0
    at: tuple[Stage, ...] = ()


class CampaignAchievement(Stated):
    """An outstanding achievement in a campaign launched at one of these levels, at least `years` years long."""

    check: Literal["campaign_achievement"]
    launched: tuple[Scope, ...]
    years: Count = 0


class TargetsAllExceeded(Stated):
    """Every target of the year exceeded."""

    check: Literal["targets_all_exceeded"]


class Deadline(Stated):
    """The file is in by this day of the year.

    Attributes:
        year: every year, or the year next to that of the last decision that gave one of `awards`.
        school_year: the day is for bodies assessed by school year.
    """

    check: Literal["deadline"]
    day: MonthDay
    year: DeadlineYear
    awards: tuple[AwardId, ...] = ()
    school_year: YesNo = YesNo.NO


class AchievementRecent(Stated):
    """The achievement reaches to within `months` months of the submission to the Prime Minister."""

    check: Literal["achievement_recent"]
    months: Count


class CouncilVote(Stated):
    """At least `pct` percent of all members of the council vote for it."""

    check: Literal["council_vote"]
    pct: Amount
    secret: Certainty = Certainty.UNKNOWN


class PublicNotice(Stated):
    """The names stand in public at least so many working days before the council meets."""

    check: Literal["public_notice"]
    working_days: Count


class CommendedOnce(Stated):
    """The achievement was not commended before by another form."""

    check: Literal["commended_once"]


class Human(Stated):
    """What no record tells; a person answers yes or no."""

    check: Literal["human"]
    question: Words


Condition = Annotated[
    ConsecutiveAwards
    | SameYearAward
    | TaskResultAtLeast
    | InitiativeOf
    | PriorAward
    | ConsecutiveYears
    | AwardsWithin
    | ResultYearsWithin
    | AnyOf
    | MembersWithAwardShare
    | MembersWithAwardCount
    | MembersCompletedShare
    | NoMemberDisciplined
    | NotDisciplined
    | NotUnderDiscipline
    | CommendedOnce
    | LeaveBelow
    | LeaveCountsAsWorked
    | MonthsSinceRecruited
    | TrainingResult
    | MovedPersonComment
    | QuotaShare
    | RankedFirstInBloc
    | BestOfBlocLeaders
    | LeadsCampaign
    | CampaignAchievement
    | TargetsAllExceeded
    | ServiceYears
    | CollectiveAge
    | ContributionValue
    | Deadline
    | AchievementRecent
    | CouncilVote
    | PublicNotice
    | Human,
    Field(discriminator="check"),
]
"""Any condition; `check` says which."""

Option.model_rebuild()
AnyOf.model_rebuild()
