"""The rows of generated decisions in the forms that other programs read, for `benchmarks.peers`."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.repository import PROGRAM
from thidua.source.document import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

NAMED_BY = ("name", "collective", "household")
CLASSES = ("truc-tiep-lao-dong", "lanh-dao-khac", "lanh-dao-vu-so", "doanh-nhan")
ORGANISATION_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FIRST_DAY, LAST_DAY = "2018-01-01", "2026-01-01"

YAMALE = """\
decision: include('decision')
period: any(int(), str())
method: enum('cong-trang', 'dot-xuat', 'phong-trao-thi-dua')
campaign: str(required=False)
awards: list(include('group'), min=1)
source: include('source', required=False)
---
decision:
  number: str()
  date: any(day(), str())
  authority: regex('^[a-z0-9-]+$')
  signer: include('signer')
  bases: list(str(), required=False)
signer:
  name: str()
  position: str()
  capacity: enum('TM.', 'KT.', 'TL.', 'TUQ.', required=False)
source:
  document: str()
  date: any(day(), str(), required=False)
group:
  award: regex('^[a-z0-9-]+$')
  recipients: list(any(include('person'), include('collective'), include('household')), min=1)
person:
  name: str()
  position: str()
  unit: regex('^[a-z0-9-]+$')
  class: enum('truc-tiep-lao-dong', 'lanh-dao-khac', 'lanh-dao-vu-so', 'doanh-nhan')
  sex: enum('nam', 'nu')
  achievement: str(required=False)
collective:
  collective: str()
  unit: regex('^[a-z0-9-]+$', required=False)
  achievement: str(required=False)
household:
  household: str()
  unit: regex('^[a-z0-9-]+$')
  achievement: str(required=False)
"""
"""What a decision may hold, in yamale's words."""

COLUMNS: tuple[dict[str, Any], ...] = (
    {"name": "row", "type": "integer", "constraints": {"required": True, "unique": True}},
    {"name": "number", "type": "string", "constraints": {"required": True}},
    {"name": "date", "type": "date", "constraints": {"required": True}},
    {"name": "authority", "type": "string", "constraints": {"required": True, "pattern": ORGANISATION_ID}},
    {"name": "award", "type": "string", "constraints": {"required": True, "pattern": ORGANISATION_ID}},
    {"name": "kind", "type": "string", "constraints": {"required": True, "enum": list(NAMED_BY)}},
    {"name": "recipient", "type": "string", "constraints": {"required": True}},
    {"name": "position", "type": "string"},
    {"name": "unit", "type": "string", "constraints": {"required": True, "pattern": ORGANISATION_ID}},
    {"name": "class", "type": "string", "constraints": {"enum": list(CLASSES)}},
    {"name": "sex", "type": "string", "constraints": {"enum": ["nam", "nu"]}},
    {"name": "achievement", "type": "string"},
)  # fmt: skip
"""The table of awards, as a table schema has it."""


@dataclass(frozen=True, slots=True)
class Given:
    """One row of one decision."""

    number: str
    date: str
    authority: str
    award: str
    row: Mapping[str, str]

    @property
    def kind(self) -> str:
        return next(name for name in NAMED_BY if name in self.row)

    @property
    def unit(self) -> str:
        """The unit a row belongs to; a collective named by its id is its own."""
        return self.row.get("unit") or self.row[self.kind]


@dataclass(frozen=True, slots=True)
class Records:
    """What is exported: the rows of all decisions by date, and the organisations that there are."""

    folder: Path
    organisations: tuple[str, ...]
    rows: tuple[Given, ...]

    def first(self, number: int) -> Records:
        return Records(self.folder, self.organisations, self.rows[:number])


def read_records(folder: Path) -> Records:
    """Read a generated repository."""
    found: list[Given] = []
    for file in sorted((folder / "records" / "awards").rglob("*.yaml")):
        tree: Any = parse(file.read_text("utf-8")).tree
        paper = tree["decision"]
        found += (
            Given(paper["number"], paper["date"], paper["authority"], group["award"], row)
            for group in tree["awards"]
            for row in group["recipients"]
        )
    found.sort(key=lambda one: (one.date, one.authority, one.number, one.award))
    organisations = sorted(file.stem for file in (folder / "records" / "organisations").glob("*.yaml"))
    return Records(folder, tuple(organisations), tuple(found))


def decision_files(records: Records) -> list[str]:
    """Return the decisions as they are: for programs that read YAML."""
    return sorted(str(file) for file in (records.folder / "records" / "awards").rglob("*.yaml"))


def json_schema() -> Path:
    """Return the schema of decisions that thidua itself hands to editors."""
    return PROGRAM / "schema" / "awards.schema.json"


def beancount(records: Records, file: Path) -> None:
    """Write a ledger: a decision is a transaction, a row a posting, what a unit got in all an assertion."""
    lines = [f"{FIRST_DAY} commodity {award}" for award in _commodities(records)]
    lines += [f"{FIRST_DAY} open {account}" for account in _accounts(records)]
    for first, group in _decisions(records.rows):
        lines += ["", f"{first.date} * {_quoted(first.number)} {_quoted(first.authority)}"]
        for one in group:
            lines.append(f"  {_account(one.kind, one.unit)}  1 {one.award.upper()}")
            lines += [f"    {name}: {_quoted(value)}" for name, value in one.row.items()]
        lines += [f"  {_giver(first.authority)}  -{count} {award}" for award, count in _given(group)]
    lines += ["", *(f"{LAST_DAY} balance {account}  {count} {award}" for (account, award), count in _totals(records))]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def hledger(records: Records, file: Path) -> None:
    """Write the same as a journal; what a row says beside its unit is a comment with tags."""
    lines = [f'commodity 1. "{award}"' for award in _commodities(records)]
    lines += [f"account {account}" for account in _accounts(records)]
    for first, group in _decisions(records.rows):
        lines += ["", f"{first.date} * ({first.number}) {first.authority}"]
        for one in group:
            tags = ", ".join(f"{name}: {value.replace(',', ';')}" for name, value in one.row.items())
            lines.append(f'    {_account(one.kind, one.unit)}  1 "{one.award.upper()}"  ; {tags}')
        lines += [f'    {_giver(first.authority)}  -{count} "{award}"' for award, count in _given(group)]
    lines += ["", f"{LAST_DAY} * totals"]
    lines += [f'    {account}  0 "{award}" = {count} "{award}"' for (account, award), count in _totals(records)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _commodities(records: Records) -> list[str]:
    return sorted({one.award.upper() for one in records.rows})


def _accounts(records: Records) -> list[str]:
    """Return an account for each organisation and kind of recipient, and one that each gives from."""
    kinds = [_account(kind, organisation) for organisation in records.organisations for kind in NAMED_BY]
    return kinds + [_giver(organisation) for organisation in records.organisations]


def _given(group: list[Given]) -> list[tuple[str, int]]:
    """Return how often a decision gives each award."""
    return sorted(Counter(one.award.upper() for one in group).items())


def _totals(records: Records) -> list[tuple[tuple[str, str], int]]:
    """Return how often each award stands in each account."""
    return sorted(Counter((_account(one.kind, one.unit), one.award.upper()) for one in records.rows).items())


def _decisions(rows: Iterable[Given]) -> Iterator[tuple[Given, list[Given]]]:
    groups: dict[tuple[str, str, str], list[Given]] = {}
    for one in rows:
        groups.setdefault((one.date, one.authority, one.number), []).append(one)
    for group in groups.values():
        yield group[0], group


def _account(kind: str, unit: str) -> str:
    return f"Assets:{kind.title()}:{unit.title()}"


def _giver(authority: str) -> str:
    return f"Equity:{authority.title()}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def tables(records: Records, into: Path) -> Path:
    """Write a package of two tables: every unit of an award must be an organisation. Return its description."""
    with (into / "awards.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [column["name"] for column in COLUMNS], restval="", extrasaction="ignore")
        writer.writeheader()
        for number, one in enumerate(records.rows, 1):
            own = {"row": number, "number": one.number, "date": one.date, "authority": one.authority}
            named = {"award": one.award, "kind": one.kind, "recipient": one.row[one.kind]}
            writer.writerow({**one.row, **own, **named, "unit": one.unit})
    with (into / "organisations.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id"], *([one] for one in records.organisations)])
    key = {"fields": ["unit"], "reference": {"resource": "organisations", "fields": ["id"]}}
    units = {"fields": [{"name": "id", "type": "string"}], "primaryKey": ["id"]}
    awards = {"fields": COLUMNS, "primaryKey": ["row"], "foreignKeys": [key]}
    resources = [
        {"name": "organisations", "path": "organisations.csv", "schema": units},
        {"name": "awards", "path": "awards.csv", "schema": awards},
    ]
    description = into / "datapackage.json"
    description.write_text(json.dumps({"name": "awards", "resources": resources}), encoding="utf-8")
    return description


def doorstop(records: Records, into: Path) -> None:
    """Write two documents: a unit is an item of the first, a row an item of the second that links to its unit's."""
    units = {unit: f"ORG{number:06}" for number, unit in enumerate(records.organisations, 1)}
    for folder, prefix, parent in (("org", "ORG", ""), ("awd", "AWD", "  parent: ORG\n")):
        (into / folder).mkdir(parents=True)
        settings = f"settings:\n  digits: 6\n{parent}  prefix: {prefix}\n  sep: ''\n"
        (into / folder / ".doorstop.yml").write_text(settings, encoding="utf-8")
    for unit, id_ in units.items():
        _item(into / "org" / f"{id_}.yml", unit, [], {})
    for number, one in enumerate(records.rows, 1):
        own = {"number": one.number, "given": one.date, "award": one.award, **one.row}
        _item(into / "awd" / f"AWD{number:06}.yml", one.row[one.kind], [units.get(one.unit, "ORG999999")], own)


def _item(file: Path, text: str, links: list[str], own: Mapping[str, str]) -> None:
    level = f"1.{int(file.stem[3:])}"
    lines = ["active: true", "derived: false", "header: ''", f"level: '{level}'", "normative: true", "ref: ''"]
    lines += ["reviewed: null", f"text: {_quoted(text)}", "links:" if links else "links: []"]
    lines += [f"- {link}: null" for link in links]
    lines += [f"{name}: {_quoted(value)}" for name, value in own.items()]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
