"""Nominations as they are asked for: each row with how far it has come, and the decision that gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.model.lists import CouncilOutcome, NominationStatus
from thidua.store.nominated import (
    ASKED,
    GOVERNING,
    JOIN_FORMALITY,
    SAME_RECIPIENT,
    Grade,
    judged,
    requirements,
    share_met,
    share_out_of_reach,
)
from thidua.value_class import dataclass
from thidua.vietnamese.text import number_key

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from thidua.store.register import Register
    from thidua.store.steps import Step


@dataclass(frozen=True, slots=True)
class GivenBy:
    """The decision that gave what was proposed."""

    path: str
    line: int
    number: str | None
    date: str | None
    presented: str | None
    revoked: bool


@dataclass(frozen=True, slots=True)
class NominatedRow:
    """One proposed recipient, or a number of them, and how far it has come.

    Attributes:
        path, line: where it stands.
        nomination: the id of the dossier.
        place: which row of the dossier it is; a number that names several kinds is several of these.
        year: the year the proposal belongs to.
        name: `None` where only a number is proposed.
        number: how many recipients.
        start, end: of the achievement's period.
        given: `None` unless a decision that names the dossier gives it.
    """

    path: str
    line: int
    nomination: str
    nomination_number: str | None
    nomination_date: str | None
    to: str | None
    place: int
    year: int
    award: str
    award_name: str
    rank: int
    kind: str
    name: str | None
    name_key: str | None
    unit: str | None
    position: str | None
    person: str | None
    apart: str | None
    number: int
    start: str | None
    end: str | None
    status: NominationStatus
    given: GivenBy | None

    @property
    def is_approved(self) -> bool:
        """The council agreed, whatever came after."""
        return self.status not in (NominationStatus.PROPOSED, NominationStatus.REJECTED)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal in the history of whom it is for.

    Attributes:
        status: how far it has come, as `NominationStatus`.
        number, date: of the dossier.
        to: whom it was sent to, in words.
        decision, decided: number and day of the decision that gave it.
        trail: what git tells of the row.
    """

    year: int
    award: str
    award_id: str
    status: str
    number: str | None
    date: str | None
    to: str | None
    name: str
    kind: str
    unit: str | None
    position: str | None
    path: str
    line: int
    decision: str | None
    decided: str | None
    trail: tuple[Step, ...] = ()


_COLUMNS = """
    file.path, nominated_row.line, nomination.id AS nomination, nomination.number AS nomination_number,
    nomination.date AS nomination_date, nomination."to" AS "to", nominated_row.place, nominated_row.year, nominated_row.award,
    COALESCE(catalogue.name, nominated_row.award) AS award_name, COALESCE(catalogue.rank, 999999) AS rank, nominated_row.kind,
    nominated_row.name, nominated_row.name_key, nominated_row.unit, nominated_row.position, nominated_row.person,
    nominated_row.apart, nominated_row.number, nominated_row.start, nominated_row."end"
"""
_VOTES = 'nominated_row.members, nominated_row."for", nominated_row.against, nominated_row.outcome'


def nominated(register: Register, where: str, values: Mapping[str, object]) -> list[NominatedRow]:
    """Return the rows that a condition over `nomination` and `nominated_row` chooses, by file and place."""
    chosen = (
        f"nomination.file IN (SELECT nomination.file FROM nomination JOIN nominated_row USING (file) WHERE {where})"  # noqa: S608
    )
    statement = f"""WITH {GOVERNING.replace(":within", chosen)}
        SELECT nominated_row.file, nominated_row.route, {_COLUMNS}, {_VOTES}, {ASKED}
        FROM nomination JOIN nominated_row ON nominated_row.file = nomination.file JOIN file ON file.id = nomination.file
        LEFT JOIN catalogue ON catalogue.id = nominated_row.award
        LEFT JOIN governed ON governed.file = nomination.file LEFT JOIN governing ON governing.file = nomination.file
        LEFT JOIN formality ON formality."check" = 'council_vote' AND {JOIN_FORMALITY}
        WHERE {where} GROUP BY nominated_row.file, nominated_row.place, nominated_row.route
        ORDER BY file.path, nominated_row.place, nominated_row.route"""  # noqa: S608
    rows = register.ask_named(statement, dict(values))
    given = _given(register, where, values) if rows else {}
    return [_row(row, given.get((row.pop("file"), row.pop("route")))) for row in rows]


def _given(register: Register, where: str, values: Mapping[str, object]) -> dict[tuple[int, str], GivenBy]:
    """Return which decision gave a row; of several one that was not withdrawn, and the first."""
    columns = (
        "nominated_row.file, nominated_row.route, file.path, {line}, decision.number, decision.date, decision.presented"
    )
    joined = """FROM nomination JOIN nominated_row ON nominated_row.file = nomination.file
        JOIN decision ON decision.nomination = nomination.id JOIN file ON file.id = decision.file"""
    listed = f"""SELECT {columns.format(line="award_row.line")}, award_row.revoked {joined}
        JOIN award_row ON award_row.file = decision.file AND {SAME_RECIPIENT} WHERE {where}"""
    counted = f"""SELECT {columns.format(line="award_count.line")}, 0 {joined}
        JOIN award_count ON award_count.file = decision.file AND award_count.award = nominated_row.award
            AND award_count.kind = nominated_row.kind AND award_count.number = nominated_row.number
        WHERE nominated_row.name IS NULL AND {where}"""
    rows = [row for statement in (listed, counted) for row in register.ask(statement, dict(values))]
    found: dict[tuple[int, str], GivenBy] = {}
    for file, route, path, line, number, date, presented, revoked in sorted(
        rows, key=lambda row: (row[-1], row[5] or "9999", row[2], row[3])
    ):
        found.setdefault((file, route), GivenBy(path, line, number, date, presented, bool(revoked)))
    return found


def _row(row: dict[str, Any], given: GivenBy | None) -> NominatedRow:
    status = _status(row, given)
    for name in ("members", "for", "against", "outcome", "eras", "asked"):
        del row[name]
    return NominatedRow(**row, status=status, given=given)


def _status(row: Mapping[str, Any], given: GivenBy | None) -> NominationStatus:
    if given is not None:
        if given.revoked:
            return NominationStatus.REVOKED
        return NominationStatus.PRESENTED if given.presented else NominationStatus.GRANTED
    if row["outcome"] is not None:
        return NominationStatus(CouncilOutcome(row["outcome"]).value)
    asked = requirements(row["asked"])
    if not asked:
        return NominationStatus.PROPOSED
    if len({one.era for one in asked}) == row["eras"] and all(one.sure and share_met(row, one.amount) for one in asked):
        return NominationStatus.APPROVED
    grade, _ = judged(row["eras"], asked, lambda one: Grade.SURE if share_out_of_reach(row, one.amount) else Grade.NO)
    return NominationStatus.REJECTED if grade is Grade.SURE else NominationStatus.PROPOSED


def rows_of_nomination(register: Register, id_: str) -> list[NominatedRow]:
    """Return the rows of one dossier, in its order."""
    return nominated(register, "nomination.id = :id", {"id": id_})


_INSIDE = """(WITH RECURSIVE inside (id) AS (
    SELECT :of UNION SELECT organisation.id FROM organisation JOIN inside ON organisation.parent = inside.id)
    SELECT id FROM inside)"""

OURS = f"""(nomination."by" IN {_INSIDE} OR nomination."to" IN {_INSIDE} OR nominated_row.unit IN {_INSIDE}
    OR (nominated_row.kind <> 'ca-nhan' AND nominated_row.name IN {_INSIDE}))"""
"""The organisation `:of`, or one that belongs to it, proposed, or was to decide, or was proposed for."""


def rows_of_organisation(
    register: Register, of: str, years: tuple[int, ...] = (), days: tuple[str, str] = ("", "")
) -> list[NominatedRow]:
    """Return what an organisation, or one that belongs to it, proposed, or was to decide, or was proposed for.

    Args:
        years: in which the proposals belong; without them they are chosen by the day of the submission, else of receipt.
    """
    time = "nominated_row.year BETWEEN :first AND :last"
    if not years:
        time = "COALESCE(nomination.date, nomination.received, nomination.council_date) BETWEEN :start AND :end"
    values = {"of": of, "start": days[0], "end": days[1], "first": min(years, default=0), "last": max(years, default=0)}
    return nominated(register, f"{time} AND {OURS}", values)


def nominations_called(register: Register, asked: str) -> list[tuple[str, str, str]]:
    """Return path, id and number of the dossiers that an id, a path or a number names; a number may lack its symbol."""
    id_ = asked.removeprefix("records/").removeprefix("nominations/").removesuffix(".yaml").removesuffix(".md")
    number = number_key(asked)
    select = "SELECT file.path, nomination.id, COALESCE(nomination.number, '') FROM nomination JOIN file ON file.id = nomination.file"
    return register.ask(f"{select} WHERE nomination.id = ? ORDER BY file.path", (id_,)) or register.ask(
        f"""{select} WHERE nomination.number_key = ? OR substr(nomination.number_key, 1, length(?) + 1) = ? || '/'
            ORDER BY file.path""",
        (number, number, number),
    )


# whose rows: the same conditions by which `look_up` finds rows that were granted


def nominees_named(register: Register, folded: str) -> list[NominatedRow]:
    """Return the rows of recipients whose name without accents is `folded`."""
    return nominated(register, "nominated_row.folded = :folded", {"folded": folded})


def nominees_who_are(register: Register, person: str, keys: Collection[str]) -> list[NominatedRow]:
    """Return the rows that name a person's record, and the rows without one that bear one of the name keys."""
    marks, values = _marks(keys)
    condition = f"""(nominated_row.person = :person OR (nominated_row.person IS NULL AND nominated_row.kind = 'ca-nhan'
        AND nominated_row.name_key IN ({marks})))"""
    return nominated(register, condition, {"person": person, **values})


def nominees_that_are(register: Register, id_: str, keys: Collection[str]) -> list[NominatedRow]:
    """Return the rows that propose an organisation itself, by its id or by one of the name keys."""
    marks, values = _marks(keys)
    condition = f"nominated_row.kind <> 'ca-nhan' AND (nominated_row.name = :id OR nominated_row.name_key IN ({marks}))"
    return nominated(register, condition, {"id": id_, **values})


def nominees_in(register: Register, units: Collection[str]) -> list[NominatedRow]:
    """Return the rows whose unit is written as one of `units`."""
    marks, values = _marks(units)
    return nominated(register, f"nominated_row.unit IN ({marks})", values)


def units_of_nominees(register: Register) -> list[str]:
    """Return every unit that some nominated row names, as it is written there: an id or a name."""
    return [
        unit for (unit,) in register.ask("SELECT DISTINCT unit FROM nominated_row WHERE unit IS NOT NULL ORDER BY unit")
    ]


def names_of_nominees(register: Register) -> list[str]:
    """Return the name of everybody who was proposed."""
    return [
        name for (name,) in register.ask("SELECT DISTINCT name FROM nominated_row WHERE name IS NOT NULL ORDER BY name")
    ]


def _marks(values: Collection[str]) -> tuple[str, dict[str, object]]:
    named: dict[str, object] = {f"value{place}": value for place, value in enumerate(values)}
    return ", ".join(f":{name}" for name in named), named
