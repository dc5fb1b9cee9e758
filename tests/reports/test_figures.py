"""Every figure of the seed reports, looked up again in the files by a path that shares nothing with the program."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.plain_yaml import BaseLoader, SafeLoader
from tests.reports.repository import SEVEN, data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OUTCOMES = {
    "dat-va-vuot": "met_or_exceeded", "vuot": "exceeded", "dat": "met", "bao-dam-tien-do": "on_track",
    "khong-dat": "missed",
}  # fmt: skip
KINDS = {
    "collectives": {"collective", "enterprise", "people"}, "households": {"household"}, "individuals": {"name"},
}  # fmt: skip
Found = tuple[tuple[str | int, ...], dict[str, Any], dict[str, Any] | None]


def figures(value: Any, route: tuple[str | int, ...] = (), holder: dict[str, Any] | None = None) -> Iterator[Found]:
    """Yield every figure of a report: where it is, the figure, and the object that holds it."""
    if isinstance(value, dict):
        if "value" in value and "records" in value:
            yield route, value, holder
            return
        for key, part in value.items():
            yield from figures(part, (*route, key), value)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from figures(part, (*route, place), holder)


@cache
def nodes(path: Path) -> dict[int, list[Any]]:
    """The values of a YAML file by the line on which each begins, as plain Python."""
    found: dict[int, list[Any]] = {}

    def visit(node: yaml.Node) -> Any:
        match node:
            case yaml.MappingNode():
                value: Any = {key.value: visit(part) for key, part in node.value}
            case yaml.SequenceNode():
                value = [visit(part) for part in node.value]
            case _:
                value = node.value
        found.setdefault(node.start_mark.line + 1, []).append(value)
        return value

    visit(yaml.compose(path.read_text("utf-8"), Loader=SafeLoader))
    return found


def stated(root: Path, figure: dict[str, Any]) -> list[Any]:
    """Everything that begins on the lines that a figure names."""
    return [one for record in figure["records"] for one in nodes(root / record["path"]).get(record["line"], ())]


def is_right(root: Path, route: tuple[str | int, ...], figure: dict[str, Any], holder: dict[str, Any]) -> bool:
    """Whether the files say this figure, by the place it has in the report."""
    found, key = stated(root, figure), route[-1]
    value, maps = str(figure["value"]), [one for one in found if isinstance(one, dict)]
    if key == "figure" and "outcome" in holder:
        return any(m.get(OUTCOMES[holder["outcome"]]) == value and m.get("total") == str(figure["whole"]) for m in maps)
    if key == "figure":
        names = ("qualifier", "unit", "total", "as_printed")
        said = [figure["qualifier"], figure["unit"], figure["whole"], figure["wording"]]
        return any(
            m.get("value") == value and m["name"] == holder["name"] and [m.get(one) for one in names] == said
            for m in maps
        )
    if key in ("plan", "actual", "percent"):
        return any(m.get("stated_percent" if key == "percent" else str(key)) == value for m in maps)
    if key == "total":
        return any(m.get("total") == value for m in maps)
    if {"tallies", "in_its_time"} & set(route) and "listed" not in route:
        return value in found
    rows = [m for m in maps if KINDS[str(key)] & m.keys() and "recipients" not in m]
    return len(rows) == len(figure["records"]) == int(value)


@pytest.mark.parametrize("name", SEVEN)
def test_every_figure_stands_in_the_lines_it_names(seed_repository: Path, name: str) -> None:
    wrong = [
        (route, figure)
        for route, figure, holder in figures(data(seed_repository, *SEVEN[name]))
        if not is_right(seed_repository, route, figure, holder or {})
    ]
    assert wrong == []


def test_reports_have_many_figures(seed_repository: Path) -> None:
    counts = [sum(1 for _ in figures(data(seed_repository, *asked))) for asked in SEVEN.values()]
    assert sum(counts) > 60


def test_campaign_tells_every_figure_the_files_tell_of_it(seed_repository: Path) -> None:
    made = data(seed_repository, *SEVEN["mong-cai-60-nam"])
    told = Counter(
        (holder["name"], str(figure["value"]))
        for route, figure, holder in figures(made)
        if route[-1] == "figure" and holder is not None
    )
    there = Counter(
        (one["name"], one["value"])
        for path in seed_repository.rglob("bloc-years/**/*.yaml")
        for one in yaml.load(path.read_text("utf-8"), Loader=BaseLoader).get("figures", ())
        if one.get("campaign") == "mong-cai-60-nam-quang-ninh"
    )
    assert told == there


def test_year_tells_every_tally_of_its_file_and_adds_none(seed_repository: Path) -> None:
    made = data(seed_repository, *SEVEN["mong-cai-2023"])["commendation"]
    assert [[t["numbers"][k]["value"] for k in ("collectives", "individuals")] for t in made["tallies"]] == [
        [457, 946],
        [18, 105],
    ]
    assert made["total"] == {"collectives": None, "households": None, "individuals": None, "unsplit": None}


def test_figure_with_a_wrong_line_is_noticed(seed_repository: Path) -> None:
    route, figure, holder = next(
        found for found in figures(data(seed_repository, *SEVEN["quang-ninh-2017"])) if found[0][-1] == "figure"
    )
    moved = [{**record, "line": record["line"] - 1} for record in figure["records"]]
    assert is_right(seed_repository, route, figure, holder or {})
    assert not is_right(seed_repository, route, {**figure, "records": moved}, holder or {})
    assert not is_right(seed_repository, route, {**figure, "value": "25800"}, holder or {})
