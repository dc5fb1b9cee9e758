"""Random pairs of branches over a few decisions, and what their merge has to be, worked out in another way.

Files are dicts here: path → group (award) → rows; a row is a dict. Nothing is shared with the driver's code.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from random import Random

Row = dict[str, str]
Decision = dict[str, list[Row]]
Files = dict[str, Decision]

AWARDS = ("giay-khen-cap-huyen", "lao-dong-tien-tien", "chien-si-thi-dua-co-so")
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ")
GIVEN = ("Mẫu", "Ví Dụ", "Thử", "Giả Định", "Tưởng Tượng", "Bịa")
UNITS = ("Phòng Ví dụ", "Trường Ví dụ 1", "Trường Ví dụ 2")
POSTS = ("Chuyên viên", "Phó trưởng phòng", "Trưởng phòng", "Giáo viên", "Hiệu trưởng")
FIELDS = ("position", "achievement")


def path_of(number: int) -> str:
    return f"records/awards/2023/{number}-qd-ubnd-vi-du.yaml"


def text_of(path: str, decision: Decision) -> str:
    """Write a decision in canonical form, by hand."""
    number = path.rpartition("/")[2].split("-")[0]
    lines = [
        "decision:",
        f"  number: {number}/QĐ-UBND",
        "  date: 2023-03-06",
        "  authority: thanh-pho-vi-du",
        "awards:",
    ]
    for award, rows in decision.items():
        lines += [f"  - award: {award}", "    recipients:"]
        for row in rows:
            lines.append("      - {" + ", ".join(f"{name}: {value}" for name, value in row.items()) + "}")
    return "\n".join(lines) + "\n"


def row_of(random: Random) -> Row:
    row = {"name": f"{random.choice(FAMILIES)} {random.choice(('Văn', 'Thị'))} {random.choice(GIVEN)}"}
    if random.random() < 0.6:
        row["position"] = random.choice(POSTS)
    return {**row, "unit": random.choice(UNITS)}


def key(row: Row) -> tuple[str, str]:
    return row["name"], row["unit"]


def base_files(random: Random) -> Files:
    return {
        path_of(number): {award: rows(random, random.randint(4, 9)) for award in AWARDS[: random.randint(1, 2)]}
        for number in range(1, random.randint(3, 5))
    }


def rows(random: Random, many: int) -> list[Row]:
    found: list[Row] = []
    while len(found) < many:
        row = row_of(random)
        if key(row) not in map(key, found):
            found.append(row)
    return found


@dataclass(frozen=True, slots=True)
class Pair:
    """Three versions, and what must come of them.

    Attributes:
        merged: the rows, ours where the branches disagree.
        clashes: the values of theirs that are not in the result, as text.
    """

    base: Files
    ours: Files
    theirs: Files
    merged: Files
    clashes: frozenset[str]


@dataclass(slots=True)
class _Expected:
    merged: Files = field(default_factory=dict)
    clashes: set[str] = field(default_factory=set)


def pair(seed: int) -> Pair:
    """Return a pair of branches; one seed, one pair."""
    random = Random(seed)
    base = base_files(random)
    new = {path_of(90): {AWARDS[0]: rows(random, 4)}}
    shared = [row_of(random) for _ in range(3)]
    ours, theirs = (_changed(random, base, new, shared) for _ in range(2))
    expected = _expected(base, ours, theirs)
    return Pair(base, ours, theirs, expected.merged, frozenset(expected.clashes))


def _changed(random: Random, base: Files, new: Files, shared: list[Row]) -> Files:
    files = copy.deepcopy(base)
    if random.random() < 0.4:  # the same decision on both branches, each with its own part of the list
        files |= copy.deepcopy(new)
        for there in files[path_of(90)].values():
            del there[random.randint(1, 4) :]
    if random.random() < 0.5:
        number = random.randint(10, 60)
        files[path_of(number)] = {random.choice(AWARDS): rows(random, 3)}
    for _ in range(random.randint(2, 12)):
        decision = files[random.choice(sorted(files))]
        there = decision[random.choice(list(decision))]
        match random.choice(("add", "add", "shared", "edit", "edit", "remove", "reorder", "group")):
            case "add":
                _add(random, there, row_of(random))
            case "shared":
                _add(random, there, dict(random.choice(shared)))
            case "edit":
                _edit(random, there)
            case "remove" if len(there) > 4:
                there.pop(random.randrange(len(there)))
            case "reorder":
                random.shuffle(there)
            case "group" if AWARDS[2] not in decision:
                decision[AWARDS[2]] = rows(random, 2)
    return files


def _add(random: Random, there: list[Row], row: Row) -> None:
    if key(row) not in map(key, there):
        there.insert(random.choice((len(there), random.randint(0, len(there)))), row)


def _edit(random: Random, there: list[Row]) -> None:
    place = random.randrange(len(there))
    row = dict(there[place])
    name = random.choice(FIELDS)
    unit = row.pop("unit")
    row.pop("achievement", None) if name == "position" else None
    row[name] = random.choice(POSTS) if name == "position" else f"Thành tích {random.randint(1, 3)}"
    ordered = {field: row[field] for field in ("name", "position") if field in row} | {"unit": unit}
    there[place] = ordered | {field: row[field] for field in ("achievement",) if field in row}


def _expected(base: Files, ours: Files, theirs: Files) -> _Expected:
    found = _Expected()
    for path in sorted({*ours, *theirs}):
        groups: Decision = {}
        for award in dict.fromkeys((*ours.get(path, {}), *theirs.get(path, {}))):
            sides = [{key(row): row for row in side.get(path, {}).get(award, ())} for side in (base, ours, theirs)]
            merged = [
                _row(found, *(side.get(name) for side in sides)) for name in dict.fromkeys((*sides[1], *sides[2]))
            ]
            groups[award] = [row for row in merged if row]
        found.merged[path] = groups
    return found


def _row(found: _Expected, base: Row | None, ours: Row | None, theirs: Row | None) -> Row | None:
    if ours is None or theirs is None:
        here = ours or theirs
        if base is None or here is None:
            return here
        if here != base:
            found.clashes.add(here["name"])
            return ours
        return None
    row: Row = {}
    for name in dict.fromkeys((*ours, *theirs)):
        was, mine, other = (base or {}).get(name), ours.get(name), theirs.get(name)
        value = other if mine == was else mine
        if mine != other and was not in (mine, other):
            found.clashes.add(other or ours["name"])
        if value is not None:
            row[name] = value
    return row
