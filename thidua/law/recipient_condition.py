"""Conditions on what a recipient is: the members of a collective, a person's year, service, age, gifts."""

from typing import Literal

from pydantic import Field

from thidua.law.entry import Stated
from thidua.model.base import Amount, AwardId, Count, Line, about
from thidua.model.lists import YesNo
from thidua.model.year_lists import Discipline, LeaveKind


class MembersWithAwardShare(Stated):
    """At least `pct` percent of the members hold one of `awards`; more than that where `strict`."""

    check: Literal["members_with_award_share"]
    awards: tuple[AwardId, ...]
    pct: Amount
    strict: YesNo = YesNo.NO


class MembersWithAwardCount(Stated):
    """At least `count` members hold one of `awards`."""

    check: Literal["members_with_award_count"]
    awards: tuple[AwardId, ...]
    count: Count = Field(gt=0)


class MembersCompletedShare(Stated):
    """At least `pct` percent of the members did their task."""

    check: Literal["members_completed_share"]
    pct: Amount


class NoMemberDisciplined(Stated):
    """No member disciplined from this level up."""

    check: Literal["no_member_disciplined"]
    level: Discipline = about("Từ mức", "From", alias="from")


class NotDisciplined(Stated):
    """The person was not disciplined from this level up."""

    check: Literal["not_disciplined"]
    level: Discipline = about("Từ mức", "From", alias="from")


class NotUnderDiscipline(Stated):
    """No discipline holds on the day of the proposal."""

    check: Literal["not_under_discipline"]


class LeaveBelow(Stated):
    """Fewer working days off than `days`."""

    check: Literal["leave_below"]
    days: Count


class LeaveCountsAsWorked(Stated):
    """These times away count as worked: no leave."""

    check: Literal["leave_counts_as_worked"]
    kinds: tuple[LeaveKind, ...]


class MonthsSinceRecruited(Stated):
    """Recruited at least `months` months before the end of the year."""

    check: Literal["months_since_recruited"]
    months: Count


class TrainingResult(Stated):
    """Training of `years` years or more ended with one of these marks, in the school's own words."""

    check: Literal["training_result"]
    years: Count
    results: tuple[Line, ...]


class MovedPersonComment(Stated):
    """Who moved after `months` months or more at the old unit needs that unit's comment."""

    check: Literal["moved_person_comment"]
    months: Count


class ServiceYears(Stated):
    """At least so many years of service."""

    check: Literal["service_years"]
    years: Count


class CollectiveAge(Stated):
    """The collective is at least so many years old."""

    check: Literal["collective_age"]
    years: Count


class ContributionValue(Stated):
    """A gift worth at least so many đồng."""

    check: Literal["contribution_value"]
    vnd: Count
