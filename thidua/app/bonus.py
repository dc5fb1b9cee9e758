"""Lists of bonus money: of which decision or year, made from a fresh register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.asked_record import asked_record, no_report
from thidua.report.bonus import BonusReport, decision_bonus, year_bonus
from thidua.report.organisation_year import NoSuchRecord
from thidua.report.reader import Reader
from thidua.store.granted import decisions_called
from thidua.store.library import Library
from thidua.store.paths import RULES
from thidua.store.queries import unreadable

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh


_NEEDED = ("records/revocations/", f"records/{RULES}/")
"""Where the files stand without which no list of a decision is whole."""


class NotOneDecision(Exception):
    """No decision has this id or number, or several have it.

    Attributes:
        several: their paths; empty where there is none.
        unreadable: the file that was named, where it is there and cannot be read.
    """

    def __init__(self, asked: str, several: tuple[str, ...] = (), unreadable: str = "") -> None:
        super().__init__(asked)
        self.asked = asked
        self.several = several
        self.unreadable = unreadable


def bonus_of_decision(state: Fresh, asked: str) -> BonusReport:
    """Return the bonus money of a decision: `awards/2023/412-qd-ubnd`, its path, `412/QĐ-UBND`, or `412`.

    Files of revocations and of the office's own rules that cannot be read are named in it: they may withdraw rows, and
    change amounts.

    Raises:
        NotOneDecision: see the class.
    """
    found = decisions_called(state.register, asked)
    missing = unreadable(state.register)
    if len(found) != 1:
        path = f"records/awards/{asked.removeprefix('records/').removeprefix('awards/').removesuffix('.yaml')}.yaml"
        raise NotOneDecision(asked, tuple(path for path, _ in found), path if path in missing else "")
    needed = tuple(path for path in missing if path.startswith(_NEEDED))
    return decision_bonus(Reader(Library(state.workspace, state.register)), found[0][0], needed)


def bonus_of_year(state: Fresh, of: str, year: int) -> BonusReport:
    """Return the bonus money of a year of an organisation, by its id or name. Files that could not be read are named.

    Raises:
        EntryError: the organisation has no record, or several can be meant.
    """
    missing = tuple(unreadable(state.register))
    reader = Reader(Library(state.workspace, state.register))
    try:
        return year_bonus(reader, asked_record(state, "organisations", of), year, missing)
    except NoSuchRecord as error:
        raise no_report(state, error) from error
