"""Whatever is committed: what is sealed never differs without being reported, and form alone never is."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rules.repository import checked, git, write

NAMES = ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C")
UNITS = ("phong-mot", "phong-hai", "Tổ Ba")
AWARDS = ("giay-khen-cap-huyen", "lao-dong-tien-tien")
CLASSES = ("truc-tiep-lao-dong", "lanh-dao-khac")


@dataclass
class Paper:
    """A decision as somebody has it in mind; `form` only says how it is written."""

    number: str
    rows: list[dict[str, str]]
    date: str = "2023-03-06"
    path: str = "2023/5-qd"
    form: int = 0


@dataclass
class Office:
    papers: list[Paper]
    ids: dict[str, str] = field(default_factory=lambda: {"phong-mot": "phong-mot", "phong-hai": "phong-hai"})
    corrections: int = 0

    def files(self) -> dict[str, str]:
        made = {f"records/awards/{one.path}.yaml": written(one, self.ids) for one in self.papers}
        for id_, now in self.ids.items():
            made[f"records/organisations/{now}.yaml"] = f"name: Phòng {id_}\n"
        for n in range(self.corrections):
            made[f"records/corrections/{n}.yaml"] = (
                f"decision: {self.papers[0].path}\nnumber: {n}/ĐC\ndate: 2023-04-0{n + 1}\n"
                "rows:\n  - row: {name: Nguyễn Văn A}\n    field: position\n    value: Tổ trưởng\n"
            )
        return made


def written(paper: Paper, ids: dict[str, str]) -> str:
    """One text of the many that say the same."""
    quote = '"' if paper.form % 2 else ""
    head = f"decision:\n  number: {quote}{paper.number}{quote}\n  date: {paper.date}\n"
    if paper.form % 3 == 1:
        head = f"# ghi lại\ndecision: {{date: {paper.date}, number: {paper.number}}}\n\n"
    groups: dict[str, list[str]] = {}
    for row in paper.rows:
        values = {k: ids.get(v, v) if k == "unit" else v for k, v in row.items() if k != "award"}
        items = list(values.items())[:: -1 if paper.form % 2 else 1]
        if paper.form % 3 == 2:
            text = "\n        ".join(f"{k}: {v}" for k, v in items)
        else:
            text = "{" + ", ".join(f"{k}: {quote}{v}{quote}" for k, v in items) + "}"
        groups.setdefault(row["award"], []).append(f"      - {text}\n")
    body = "".join(f"  - award: {award}\n    recipients:\n{''.join(rows)}" for award, rows in groups.items())
    return f"{head}awards:\n{body}" + ("source: {document: Công báo}\n" if paper.form % 4 == 3 else "")


def is_kept(before: Office, now: Office) -> bool:
    """Whether every decision of before is stated now: tried in all ways, as nobody would in a program."""
    papers = {one.number: one for one in now.papers}
    for old in before.papers:
        new = papers.get(old.number)
        if new is None or new.date != old.date or not covers(old.rows, new.rows):
            return False
    return now.corrections >= before.corrections


def covers(old: list[dict[str, str]], new: list[dict[str, str]]) -> bool:
    return any(
        all(row.items() <= other.items() for row, other in zip(old, chosen, strict=True))
        for chosen in permutations(new, len(old))
    )


ROW = st.fixed_dictionaries(
    {"award": st.sampled_from(AWARDS), "name": st.sampled_from(NAMES)},
    optional={"unit": st.sampled_from(UNITS), "class": st.sampled_from(CLASSES)},
)
STEP = st.tuples(
    st.sampled_from(
        ("edit", "fill", "drop", "order", "form", "add", "move file", "rename unit", "new paper", "correct", "number",
         "date", "drop paper", "put back", "drop correction")
    ),
    st.integers(0, 5),
    st.integers(0, 2),
    ROW,
)  # fmt: skip


def changed(office: Office, before: Office, step: tuple[str, int, int, dict[str, str]]) -> Office:
    what, one, other, row = step
    office = deepcopy(office)
    paper = office.papers[one % len(office.papers)] if office.papers else Paper("0/QĐ", [])
    place = other % len(paper.rows) if paper.rows else 0
    match what:
        case "edit" if paper.rows:
            paper.rows[place] = {**paper.rows[place], **row}
        case "fill" if paper.rows:
            paper.rows[place] = {**row, **paper.rows[place]}
        case "drop" if len(paper.rows) > 1:
            del paper.rows[place]
        case "order":
            paper.rows.reverse()
        case "form":
            paper.form = one * 3 + other
        case "add" if len(paper.rows) < 5:
            paper.rows.insert(place, dict(row))
        case "move file":
            paper.path = f"2023/{paper.number[0]}-qd-{other}"
        case "rename unit":
            office.ids["phong-mot"] = f"phong-mot-{other}"
        case "new paper" if all(p.number != "9/QĐ" for p in office.papers):
            office.papers.append(Paper("9/QĐ", [dict(row)], path="2023/9-qd"))
        case "correct":
            office.corrections = min(office.corrections + 1, 3)
        case "number" if one == 0:
            paper.number = f"{paper.number[0]}/QĐ-{'UB' * (other + 1)}"
        case "date" if one == 1:
            paper.date = f"2023-03-0{6 + other}"
        case "drop paper" if one == 2 and len(office.papers) > 1:
            office.papers.remove(paper)
        case "put back":
            office = deepcopy(before)
        case "drop correction" if one == 3:
            office.corrections = max(office.corrections - 1, 0)
        case _:
            pass
    return office


def put(root: Path, office: Office) -> None:
    for file in (root / "records").rglob("*.yaml"):
        file.unlink()
    write(root, office.files())
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "x")


def check_any(rows: list[list[dict[str, str]]], steps: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        before = Office([Paper(f"{n}/QĐ", row, path=f"2023/{n}-qd") for n, row in enumerate(rows, 5)], corrections=1)
        git(root, "init", "--quiet")
        put(root, before)
        base, office = git(root, "rev-parse", "HEAD"), before
        for step in steps:
            office = changed(office, before, step)
            put(root, office)
            broken = [one for one in checked(root, base=base) if one.code in ("TD603", "TD604", "TD606")]
            assert bool(broken) is not is_kept(before, office), (step, broken)


PAPERS = st.lists(st.lists(ROW, min_size=1, max_size=3), min_size=1, max_size=2)
STEPS = st.lists(STEP, min_size=1, max_size=6)
QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large)


@settings(max_examples=4, deadline=None, suppress_health_check=QUIET, derandomize=True)
@given(PAPERS, STEPS)
def test_a_sealed_value_never_differs_unseen_and_form_never_matters(rows: list[Any], steps: list[Any]) -> None:
    check_any(rows, steps)


@pytest.mark.long
@settings(max_examples=100, deadline=None, suppress_health_check=QUIET)
@given(PAPERS, STEPS)
def test_a_sealed_value_never_differs_unseen_in_many_more_commits(rows: list[Any], steps: list[Any]) -> None:
    check_any(rows, steps)
