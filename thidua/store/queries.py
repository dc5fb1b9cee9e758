"""What reports ask of the register. Every answer is in an order that does not depend on the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.store.register import Register

INSIDE = """
WITH RECURSIVE inside (id) AS (
    SELECT :of UNION SELECT organisation.id FROM organisation JOIN inside ON organisation.parent = inside.id)
"""
"""An organisation and all that belong to it; finite even where parents go round in a circle."""


COMMENDATION = ("danh-hieu", "hinh-thuc")
PRAISE = ("bieu-duong", "thuong-tien")
"""Groups of the catalogue: what the law calls commendation, and what is kept apart from it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose awards, and of what time.

    Attributes:
        of: an organisation, with all that belong to it.
        years: first and last of the years in which rows count; empty where `start` and `end` choose by the decision's date.
        campaign, bloc: only awards of this campaign or bloc.
        groups: of the catalogue; praise and money are kept apart from commendation.
        undated: only decisions of which nothing tells the year.
        files: only decisions in files of these numbers; `None` for all.
    """

    of: str = ""
    years: tuple[int, int] | tuple[()] = ()
    start: str = ""
    end: str = ""
    campaign: str = ""
    bloc: str = ""
    groups: tuple[str, ...] = COMMENDATION
    undated: bool = False
    files: frozenset[int] | None = None

    def values(self) -> dict[str, object]:
        """The values of the statement's names."""
        return {
            "of": self.of, "first": self.years[0] if self.years else None, "last": self.years[-1] if self.years else None,
            "start": self.start, "end": self.end,
            "campaign": self.campaign, "bloc": self.bloc,
        }  # fmt: skip

    def decisions(self) -> str:
        """The condition that chooses decisions by time, campaign and bloc."""
        parts = []
        if self.undated:
            parts.append("decision.year IS NULL")
        elif self.years:
            parts.append("decision.year BETWEEN :first AND :last")
        elif self.start:
            parts.append("decision.date BETWEEN :start AND :end")
        if self.campaign:
            parts.append("decision.campaign = :campaign")
        if self.bloc:
            parts.append("decision.bloc = :bloc")
        if self.files is not None:
            parts.append(f"decision.file IN ({', '.join(map(str, sorted(self.files)))})")
        return " AND ".join(parts) or "TRUE"


OURS = "award_row.unit IN inside OR (award_row.kind <> 'ca-nhan' AND award_row.name IN inside)"
"""A row of somebody else's decision that went to somebody of the organisation."""


def doubted_awards(register: Register) -> set[str]:
    """Return the files of awards that doubt something, by path."""
    found = register.ask(
        "SELECT DISTINCT file.path FROM finding JOIN file ON file.id = finding.file WHERE code = 'TD014' AND folder = 'awards'"
    )
    return {row[0] for row in found}


def undated(register: Register, of: str, first: int, last: int) -> int:
    """Return how many decisions that may be of these years have no date, so that no span of days can choose them."""
    statement = f"""{INSIDE} SELECT count(*) FROM decision WHERE date IS NULL
        AND (year IS NULL OR year BETWEEN :first AND :last)
        AND (authority IN inside OR EXISTS (SELECT 1 FROM award_row WHERE award_row.file = decision.file AND ({OURS})))"""  # noqa: S608
    return int(register.ask(statement, {"of": of, "first": first, "last": last})[0][0])


def organisations_inside(register: Register, of: str) -> set[str]:
    """Return the ids of an organisation and of all that belong to it."""
    return {row[0] for row in register.ask(f"{INSIDE} SELECT id FROM inside", {"of": of})}  # noqa: S608


def name_of(register: Register, folder: str, id_or_name: str) -> str:
    """Return the official name of a record, or the text itself where it is a name already."""
    found = register.one(
        "SELECT text FROM name WHERE folder = ? AND record = ? AND kind = 'official'", (folder, id_or_name)
    )
    return str(found) if found is not None else id_or_name


def official_names(register: Register, folder: str) -> dict[str, str]:
    """Return the official name of every record of a kind, by id; of two of one id, that which `name_of` gives."""
    return dict(
        register.ask(
            "SELECT record, text FROM name WHERE folder = ? AND kind = 'official' ORDER BY rowid DESC", (folder,)
        )
    )


def award_name(register: Register, award: str) -> str:
    """Return how an award of the catalogue is called, or its id where the catalogue has none of that id."""
    found = register.one("SELECT name FROM catalogue WHERE id = ?", (award,))
    return str(found) if found is not None else award


def organisation(register: Register, id_: str) -> dict[str, str | None] | None:
    """Return the columns of an organisation, or `None`."""
    rows = register.ask_named("SELECT * FROM organisation WHERE id = ?", (id_,))
    return rows[0] if rows else None


def campaigns_in(register: Register, of: str, start: str, end: str) -> list[str]:
    """Return the paths of an organisation's campaigns that touch a span of days, by launch, then by name.

    A campaign runs from its launch or the start of its period, whichever is earlier, to the end of its period; where none
    is recorded, to the end of the year it began in.
    """
    statement = f"""{INSIDE}, ours AS (
        SELECT file.path, launched, MIN(COALESCE(launched, start), COALESCE(start, launched)) AS began, "end"
        FROM campaign JOIN file ON file.id = campaign.file WHERE campaign.of IN inside OR campaign.launched_by IN inside)
        SELECT path FROM ours WHERE began <= :end AND COALESCE("end", substr(began, 1, 4) || '-12-31') >= :start
        ORDER BY COALESCE(launched, began), path"""  # noqa: S608
    return [row[0] for row in register.ask(statement, {"of": of, "start": start, "end": end})]


def blocs_of(register: Register, organiser: str, years: tuple[int, ...]) -> list[tuple[str, str, str | None]]:
    """Return an organiser's blocs of some years: id, name, path of the year's file; in the order of their names."""
    marks = ", ".join(map(str, years))
    statement = f"""{INSIDE} SELECT bloc.id, bloc.name, file.path FROM bloc
        JOIN bloc_year ON bloc_year.bloc = bloc.id JOIN file ON file.id = bloc_year.file
        WHERE bloc.organiser IN inside AND bloc_year.year IN ({marks}) ORDER BY bloc.id, bloc_year.year"""  # noqa: S608
    return register.ask(statement, {"of": organiser})


def parts_of_campaign(register: Register, campaign: str, folder: str) -> list[str]:
    """Return the files of one kind that speak of a campaign, by path."""
    return [
        row[0]
        for row in register.ask(
            "SELECT file.path FROM part JOIN file ON file.id = part.file WHERE part.campaign = ? AND file.folder = ? ORDER BY file.path",
            (campaign, folder),
        )
    ]


def files_of(register: Register, folder: str) -> list[str]:
    """Return the readable files of one kind, by path."""
    return [
        row[0] for row in register.ask("SELECT path FROM file WHERE folder = ? AND readable ORDER BY path", (folder,))
    ]


def unreadable(register: Register) -> list[str]:
    """Return the files that are no records, by path."""
    return [row[0] for row in register.ask("SELECT path FROM file WHERE NOT readable ORDER BY path")]
