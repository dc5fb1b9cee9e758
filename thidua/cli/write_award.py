"""What `thidua add-award` does, without its options' words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from thidua.app.add_award import plan
from thidua.app.add_award_typed import AwardTyped, missing, new_award
from thidua.app.entry_lookup import Lookup
from thidua.app.entry_year import totals_around
from thidua.cli.carry_out import asked, carry_out, is_terminal, manner, refuse_missing, texts
from thidua.cli.here import complain, workspace
from thidua.cli.language import words
from thidua.cli.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua.app.entry import Planned
    from thidua.app.fresh import Fresh
    from thidua.store.workspace import Workspace


def write_award(
    award: str | None = None,
    to: Sequence[str] | None = None,
    collective: Sequence[str] | None = None,
    enterprise: Sequence[str] | None = None,
    household: Sequence[str] | None = None,
    people: Sequence[str] | None = None,
    unit: Sequence[str] | None = None,
    position: Sequence[str] | None = None,
    class_: Sequence[str] | None = None,
    sex: Sequence[str] | None = None,
    achievement: Sequence[str] | None = None,
    posthumous: bool = False,
    counted_collectives: str | None = None,
    counted_households: str | None = None,
    counted_individuals: str | None = None,
    decision: str | None = None,
    date: str | None = None,
    by: str | None = None,
    signer: str | None = None,
    signer_position: str | None = None,
    period: str | None = None,
    year: str | None = None,
    method: str | None = None,
    campaign: str | None = None,
    bloc: str | None = None,
    source: str | None = None,
    file: str | None = None,
    from_: str | None = None,
    dry_run: bool = False,
    force: bool = False,
    yes: bool = False,
    root: Path | None = None,
) -> NoReturn:
    """Write awards into the file of their decision; ask for what is missing, at a terminal. Ends the program."""
    here = workspace(root)
    typed = AwardTyped(
        award=award, decision=decision, date=date, by=by, signer=signer, signer_position=signer_position, method=method,
        period=period, year=year, campaign=campaign, bloc=bloc, source=source, file=_inside(here, file), name=texts(to),
        collective=texts(collective), enterprise=texts(enterprise), household=texts(household), people=texts(people),
        unit=texts(unit), position=texts(position), class_=texts(class_), sex=texts(sex), achievement=texts(achievement),
        posthumous=posthumous, counted_collectives=counted_collectives, counted_households=counted_households,
        counted_individuals=counted_individuals, nomination=_nomination(here, from_),
    )  # fmt: skip
    gaps, how = missing(typed), manner(dry_run=dry_run, force=force)
    if not gaps:
        carry_out(here, lambda state: _planned(here, state, typed), how, totals_around)
    if yes or not is_terminal():
        refuse_missing(gaps)
    if typed.nomination is not None:
        from thidua.app.ask_award_from import ask_award_from

        complete = asked(here, lambda state, lookup: ask_award_from(state, lookup, typed))
        carry_out(here, lambda state: _planned(here, state, complete), how, totals_around)
    from thidua.app.ask_award import ask_award

    new = asked(here, lambda state, lookup: ask_award(state, lookup, typed))
    carry_out(here, lambda state: plan(state, new), how, totals_around)


def _planned(here: Workspace, state: Fresh, typed: AwardTyped) -> Planned:
    lookup = Lookup(state.register, here.settings.organisation)
    if typed.nomination is None:
        return plan(state, new_award(lookup, typed))
    from thidua.app.add_award_from import from_nomination

    made = from_nomination(state, lookup, typed)
    for line in made.left:
        complain(words(line.vi, line.en))
    return plan(state, made.new)


def _nomination(here: Workspace, asked: str | None) -> str | None:
    """A path from the root where there is such a file, else what was typed: an id or a number."""
    try:
        is_file = asked is not None and Path(asked).is_file()
    except (OSError, ValueError):  # too long for a name, or no name at all
        is_file = False
    return _inside(here, asked) if is_file else asked


def _inside(here: Workspace, file: str | None) -> str | None:
    """A path from the root, or from here where there is such a file."""
    if file is None:
        return None
    below = Path(file).resolve()
    is_here = below.is_file() and below.is_relative_to(here.root)
    return below.relative_to(here.root).as_posix() if is_here else Path(file).as_posix()


def _options(*names: str) -> dict[str, tuple[str, type[str]]]:
    return {f"--{name}": (name.replace("-", "_"), str) for name in names}


def _load_rules() -> None:
    from thidua.rules import all_rules

    all_rules()


PLAIN = Plain(
    write_award,
    values={
        **_options(
            "award", "decision", "date", "by", "signer", "signer-position", "method", "period", "year", "campaign"
        ),
        **_options("bloc", "source", "file", "counted-collectives", "counted-households", "counted-individuals"),
        "--from": ("from_", str),
        "--root": ("root", Path),
    },
    flags={"--posthumous": "posthumous", "--dry-run": "dry_run", "--force": "force", "--yes": "yes", "-y": "yes"},
    lists={
        **_options("to", "collective", "enterprise", "household", "people", "unit", "position", "sex", "achievement"),
        "--class": ("class_", str),
    },
    meanwhile=_load_rules,
)
