"""Errors planted on purpose, and the list of what a check must find: all of them and nothing else."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.around import kind_of

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from benchmarks.decisions import Decision

MANY, TIMES, FEW_TIMES = 2000, 4, 2
"""How many errors of each kind: more from so many awards on."""


@dataclass(frozen=True, slots=True, order=True)
class Planted:
    """One error that `thidua validate` must report: its code and the file it stands in."""

    code: str
    path: str


@dataclass
class Planter:
    """Spoils records at seeded places: no record twice, and no decision that a spoilt tally counts.

    Attributes:
        records: trees by path; those of decisions are copied before they change.
    """

    random: Random
    records: dict[str, Any]
    decisions: list[Decision]
    found: list[Planted] = field(default_factory=list)
    _free: list[Decision] = field(default_factory=list)
    _spoilt: set[str] = field(default_factory=set)

    def plant(self) -> list[Planted]:
        """Spoil records and return what a check must find."""
        times = TIMES if sum(len(decision.rows) for decision in self.decisions) >= MANY else FEW_TIMES
        self._free = self.random.sample(self.decisions, len(self.decisions))
        for _ in range(times):
            self._fewer_than_rows()
        for _ in range(times):
            self._same_number()
        for turn in range(times):
            self._unknown_field(turn)
            self._dangling_unit()
            self._twice(turn)
            self._pointed_count()
        return sorted(self.found)

    def _note(self, code: str, path: str) -> None:
        self.found.append(Planted(code, path))
        self._spoilt.add(path)

    def _next(self) -> Decision:
        """Return a decision that names people and is not spoilt yet."""
        return self._free.pop(next(place for place, one in enumerate(self._free) if _people(one)))

    def _copied(self, decision: Decision) -> Any:
        self.records[decision.path] = deepcopy(self.records[decision.path])
        return self.records[decision.path]

    def _row(self, tree: Any) -> Any:
        return self.random.choice([row for group in tree["awards"] for row in group["recipients"] if "name" in row])

    def _unknown_field(self, turn: int) -> None:
        decision = self._next()
        tree = self._copied(decision)
        place, wrong = ((tree, "peroid"), (self._row(tree), "chuc_vu"), (tree["decision"], "signed"))[turn % 3]
        place[wrong] = "2023"
        self._note("TD005", decision.path)

    def _dangling_unit(self) -> None:
        decision = self._next()
        self._row(self._copied(decision))["unit"] += "-cu"
        self._note("TD902", decision.path)

    def _twice(self, turn: int) -> None:
        """Add a row again, and count it in the tally, which would else be too small."""
        decision = self._next()
        groups = self._copied(decision)["awards"]
        group = next(group for group in groups if any("name" in row for row in group["recipients"]))
        again = dict(next(row for row in group["recipients"] if "name" in row))
        if turn % 2:
            again["name"] = again["name"].upper()
        group["recipients"].append(again)
        if self._year_path(decision) in self.records:
            counted = self.records[self._year_path(decision)]["tallies"][0]["counted"]
            counted["individuals"] = str(int(counted["individuals"]) + 1)
        self._note("TD306", decision.path)

    def _same_number(self) -> None:
        by_year: dict[tuple[str, int], list[Decision]] = defaultdict(list)
        for decision in self._free:
            by_year[decision.authority.unit.id, decision.day.year].append(decision)
        pair = next(group for group in by_year.values() if len(group) > 1)[:2]
        first, second = sorted(pair, key=lambda d: d.path)
        self._free = [decision for decision in self._free if decision not in pair]
        self._copied(second)["decision"]["number"] = first.printed
        self._note("TD302", second.path)

    def _fewer_than_rows(self) -> None:
        """Make a tally smaller than the rows in its scope by any reading: by period and by date."""
        sums: Counter[tuple[str, int]] = Counter()
        for one in self.decisions:
            sums[one.authority.unit.id, one.year] += _people(one) if one.year == one.day.year else 0
        unspoilt = self.records.keys() - self._spoilt
        several = (one for one in self._free if _people(one) and sums[one.authority.unit.id, one.year] > 1)
        decision = next(one for one in several if one.year == one.day.year and self._year_path(one) in unspoilt)
        same = [one for one in self.decisions if one.authority is decision.authority]
        rows = sums[decision.authority.unit.id, decision.year]
        path = self._year_path(decision)
        self.records[path]["tallies"][0]["counted"]["individuals"] = str(rows // 2)
        self._free = [one for one in self._free if one not in same or decision.year not in (one.year, one.day.year)]
        self._note("TD307", path)

    def _year_path(self, decision: Decision) -> str:
        return f"records/years/{decision.year}/{decision.authority.place.id}.yaml"

    def _pointed_count(self) -> None:
        paths = sorted(path for path in self.records if path.startswith("records/years/") and path not in self._spoilt)
        path = self.random.choice(paths)
        self.records[path]["targets"][0]["total"] = "2.405"
        self._note("TD007", path)


def _people(decision: Decision) -> int:
    return sum(kind_of(row) == "individuals" for row in decision.rows)


def write_planted(found: list[Planted], file: Path) -> None:
    """Write the list, ordered."""
    content = [{"code": one.code, "path": one.path} for one in sorted(found)]
    file.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def read_planted(file: Path) -> list[Planted]:
    return sorted(Planted(one["code"], one["path"]) for one in json.loads(file.read_text("utf-8")))
