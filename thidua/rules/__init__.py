"""The rules, in order of code. The list is the list: a rule that is not in it does not run."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua.rules.base import Rule

MODULES = (
    "td001_unreadable_file",
    "td002_not_yaml",
    "td003_duplicate_key",
    "td005_unknown_field",
    "td006_missing_field",
    "td007_wrong_value",
    "td008_id_not_a_slug",
    "td009_misplaced_file",
    "td010_text_not_canonical",
    "td011_look_alike_letter",
    "td012_personal_number",
    "td013_no_source",
    "td014_doubtful",
    "td015_ambiguous_number",
    "td016_folder_year",
    "td017_award_without_year",
    "td018_ignored_record",
    "td019_entry_twice",
    "td101_award_before_launch",
    "td102_period_reversed",
    "td103_targets_do_not_add_up",
    "td104_campaign_parent_cycle",
    "td201_bloc_year_without_leader",
    "td202_member_of_two_blocs",
    "td203_pledge_after_year",
    "td204_next_leader_differs",
    "td205_member_listed_twice",
    "td206_criterion_parts_differ",
    "td207_score_without_criterion",
    "td208_points_beyond_criterion",
    "td209_total_differs",
    "td210_counting_score_unclear",
    "td211_rank_against_totals",
    "td212_flag_not_to_the_first",
    "td213_votes_beyond_voters",
    "td214_quota_exceeded",
    "td215_quota_below_one",
    "td301_recipient_kind_not_allowed",
    "td302_duplicate_decision_number",
    "td303_namesakes",
    "td304_authority_not_existing",
    "td305_unit_not_existing",
    "td306_same_recipient_twice",
    "td307_more_rows_than_tally",
    "td308_fewer_rows_than_tally",
    "td309_parts_above_total",
    "td310_award_without_decision",
    "td311_presented_before_decision",
    "td313_revoked_row_not_found",
    "td314_revoked_rows_ambiguous",
    "td315_revoked_before_decision",
    "td316_corrected_row_not_found",
    "td317_corrected_rows_ambiguous",
    "td318_corrected_to_the_same",
    "td319_corrected_before_decision",
    "td320_award_counted_twice",
    "td401_authority_not_allowed",
    "td402_authority_doubtful",
    "td403_vote_below_share",
    "td404_impossible_vote",
    "td405_notice_too_short",
    "td406_nomination_after_deadline",
    "td407_achievement_not_recent",
    "td408_nomination_doubtful",
    "td409_granted_against_nomination",
    "td501_figure_out_of_line",
    "td601_corrections_disagree",
    "td602_correction_without_paper",
    "td603_sealed_value_changed",
    "td604_sealed_row_gone",
    "td605_row_added_to_sealed",
    "td606_base_unreadable",
    "td607_sealed_name_changed",
    "td901_duplicate_id",
    "td902_dangling_reference",
    "td903_organisation_cycle",
    "td904_successor_cycle",
    "td905_date_in_future",
    "td907_catalogue_id_taken",
    "td911_law_id_unknown",
    "td912_office_rule_twice",
    "td920_waiver_not_understood",
    "td921_waiver_expired",
    "td922_useless_waiver",
    "td931_register_number_twice",
    "td932_decision_numbered_twice",
    "td933_number_of_nothing",
    "td934_number_of_another_year",
)
"""One line a rule: the name of its file."""

OF_TODAY = ("TD905", "TD921")
"""The rules whose answer depends on the day; they are asked on every run, and loaded for it."""

NEVER_WAIVED = (
    "TD001", "TD002", "TD003", "TD005", "TD006", "TD007", "TD008", "TD009", "TD018",  # the file is no record for it
    "TD606",  # what was sealed cannot be told
    "TD920", "TD921", "TD922",  # waivers themselves
)  # fmt: skip
"""The rules whose findings no waiver lets pass: what is not read enters no total, whoever agrees to it."""

NEVER_ASKED = (
    "TD001", "TD002", "TD003", "TD005", "TD006", "TD007", "TD008", "TD009", "TD010", "TD011", "TD012", "TD018",
    "TD603", "TD604", "TD605", "TD606", "TD607", "TD922",
)  # fmt: skip
"""The rules that look neither at a record nor at the register: what they say is found on the way, and they are loaded for that."""

_BY_CODE = {module[:5].upper(): module for module in MODULES}


def rule(code: str) -> Rule:
    """Return one rule. Only its file is loaded, so that printing a finding does not load them all.

    Raises:
        KeyError: no rule has this code.
    """
    return _loaded(_BY_CODE[code])


@cache
def all_rules() -> tuple[Rule, ...]:
    return tuple(_loaded(module) for module in MODULES)


@cache
def _asked() -> tuple[Rule, ...]:
    return tuple(rule(code) for code in _BY_CODE if code not in NEVER_ASKED)


@cache
def record_rules() -> tuple[Rule, ...]:
    from thidua.rules.base import OfRecord

    return tuple(rule for rule in _asked() if isinstance(rule.check, OfRecord))


@cache
def register_rules() -> tuple[Rule, ...]:
    from thidua.rules.base import OfRegister

    return tuple(rule for rule in _asked() if isinstance(rule.check, OfRegister))


@cache
def _loaded(module: str) -> Rule:
    from thidua.rules.base import Rule

    found = import_module(f"{__name__}.{module}").RULE
    if not isinstance(found, Rule):
        raise TypeError(f"{module}: RULE is no Rule")
    return found
