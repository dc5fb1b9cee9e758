"""What decisions name is told by their rows: just what is counted in the record, with the first place of each."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from tests.begun import begun
from thidua.app.fresh import _freshened
from thidua.diagnostics import route_text
from thidua.model.described import described
from thidua.source.emit import emit
from thidua.store.open_register import in_memory
from thidua.store.paths import is_slug, record_path
from thidua.store.reading import read_record
from thidua.store.references import _IN_ROWS, _SINGLE, files_naming, first_mentions, mentions, named, named_in
from thidua.store.renamed import times_named
from thidua.store.walk import walk
from thidua.store.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from thidua.store.register import Register

Named = tuple[str, str, str, str, int]
"""The path of a file, the kind and the id of a record it names, where first and how often."""

UNITS = ("phong-vi-du", "thanh-pho-vi-du", "so-y-te", "Phòng Ví dụ", "a/b", "vi--du", "vi-du-", "Vi-du", "1", "ví-dụ")
FIELDS = ("name", "name", "collective", "enterprise", "household", "people")
AWARDS = ("giay-khen-cap-huyen", "lao-dong-tien-tien", "tap-the-lao-dong-tien-tien")


def row(chance: random.Random) -> dict[str, str]:
    made = {chance.choice(FIELDS): chance.choice(("Nguyễn Văn A", "Trần Thị B", *UNITS))}
    if chance.random() < 0.7:
        made["unit"] = chance.choice(UNITS)
    if chance.random() < 0.2:
        made["person"] = chance.choice(("nguyen-van-a", "tran-thi-b"))
    return made


def decision(chance: random.Random) -> str:
    tree: dict[str, Any] = {"decision": {"number": "5/QĐ-UBND", "date": "2023-03-06"}}
    if chance.random() < 0.7:
        tree["decision"]["authority"] = chance.choice(UNITS[:3])
    more = (("campaign", "vi-du"), ("bloc", "khoi-vi-du"), ("nomination", "2023/7-ttr-vi-du"))
    tree |= {field: value for field, value in more if chance.random() < 0.3}
    groups: list[dict[str, Any]] = []
    for _ in range(chance.choice((1, 1, 2, 4))):
        group: dict[str, Any] = {"award": chance.choice(AWARDS)}
        if chance.random() < 0.05:
            group["counted"] = {"individuals": "3"}
        else:
            group["recipients"] = [row(chance) for _ in range(chance.randrange(1, 7))]
        groups.append(group)
    written = emit(tree | {"awards": groups})
    return "# ghi chú\n" + written if chance.random() < 0.2 else written


def office(root: Path, seed: int) -> Workspace:
    chance = random.Random(seed)
    for number in range(150):
        file = root / f"records/awards/2023/{number}-vi-du.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(decision(chance), "utf-8")
    for path, text in (
        ("organisations/phong-vi-du", "name: Phòng Ví dụ\nparent: thanh-pho-vi-du\n"),
        ("rosters/2023/phong-vi-du", "members:\n  - {name: Nguyễn Văn A}\n"),
    ):
        file = root / f"records/{path}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return find_workspace(begun(root))


def counted(workspace: Workspace, paths: Iterable[str]) -> list[Named]:
    """What decisions name, counted in their typed records."""
    found: list[Named] = []
    for path in paths:
        record = read_record(path, "awards", workspace.read(path)).record
        assert record is not None
        routes: dict[tuple[str, str], list[str]] = defaultdict(list)
        for route, reference, value in walk(record):
            if reference is not None and (not reference.or_name or is_slug(value)):
                routes[reference.folder, value].append(route_text(route))
        found += ((path, *one, places[0], len(places)) for one, places in routes.items())
    return sorted(found)


def told(register: Register) -> list[Named]:
    whole = f"WITH every AS MATERIALIZED ({named()}) {first_mentions('every')}"
    paths = dict(register.ask("SELECT id, path FROM file"))
    return sorted((paths[file], *rest) for file, *rest in register.ask(whole))


@pytest.fixture(scope="module", params=[0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 8))])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Workspace, Register]:
    workspace = office(tmp_path_factory.mktemp("named"), request.param)
    register = in_memory("x")
    _freshened(workspace, register)
    return workspace, register


def test_rows_tell_what_is_counted_in_the_records(made: tuple[Workspace, Register]) -> None:
    workspace, register = made
    paths = [path for (path,) in register.ask("SELECT path FROM file WHERE folder = 'awards'")]
    assert [one for one in told(register) if record_path(one[0]).folder == "awards"] == counted(workspace, paths)
    both = register.one("SELECT count(*) FROM stored_reference"), register.one("SELECT count(*) FROM decision")
    assert 5 < both[0] < both[1] / 2  # most are told by rows, some are listed


def test_what_a_record_names_and_who_names_it_are_two_sides_of_one(made: tuple[Workspace, Register]) -> None:
    _, register = made
    paths = dict(register.ask("SELECT id, path FROM file"))
    every = told(register)
    for folder, target in {(one[1], one[2]) for one in every}:
        mine = [one for one in every if one[1:3] == (folder, target)]
        one = "(SELECT ? AS folder, ? AS target)"
        asked = register.ask(f"WITH one AS {one} SELECT DISTINCT file FROM ({mentions('one')})", (folder, target))
        assert sorted(paths[file] for (file,) in asked) == sorted(path for path, *_ in mine)
        assert times_named(register, folder, target) == sum(times for *_, times in mine)
        if folder in ("organisations", "catalogue"):
            statement = f"WITH one (id) AS (SELECT ?) SELECT DISTINCT target, file FROM ({files_naming(folder, 'one')})"
            assert sorted((t, paths[file]) for t, file in register.ask(statement, (target,))) == sorted(
                (target, path) for path, *_ in mine
            )
    for file, path in paths.items():
        asked = register.ask(f"WITH one (id) AS (SELECT ?) {named_in('one')}", (file,))
        assert {target for (target,) in asked} >= {one[2] for one in every if one[0] == path}


def test_a_decision_that_a_paper_corrects_names_what_it_still_says_itself(tmp_path: Path) -> None:
    path, other = "records/awards/2023/5-vi-du.yaml", "records/corrections/1.yaml"
    files = {
        path: "decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: thanh-pho-vi-du}\nawards:\n"
        "  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Nguyễn Văn A, unit: phong-vi-du}\n      - {collective: so-y-te, unit: phong-vi-du}\n",
        other: "decision: 2023/5-vi-du\nnumber: 9/ĐC-UBND\ndate: 2023-05-01\nrows:\n"
        "  - {row: {name: Nguyễn Văn A}, field: unit, value: phong-khac}\n",
    }
    for where, text in files.items():
        (tmp_path / where).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / where).write_text(text, "utf-8")
    register = in_memory("x")
    _freshened(find_workspace(begun(tmp_path)), register)
    organisations = [one for one in told(register) if one[1] == "organisations"]
    assert organisations == [
        (path, "organisations", "phong-vi-du", "awards[0].recipients[1].unit", 1),
        (path, "organisations", "so-y-te", "awards[0].recipients[1].collective", 1),
        (path, "organisations", "thanh-pho-vi-du", "decision.authority", 1),
        (other, "organisations", "phong-khac", "rows[0].value", 1),
    ]


def test_every_field_of_a_decision_that_names_a_record_is_asked_for() -> None:
    found: set[tuple[str, str]] = set()
    left = ["award.AwardRecord"]
    for name in left:
        for field in described(name).fields:
            left += (one for one in field.of if field.kind == "model" and one not in left)
            if field.reference is not None:
                found.add((field.reference.folder, field.key))
    asked = {(folder, column) for folder, column, *_ in (*_SINGLE, *_IN_ROWS) if column != "name"}
    assert found == asked | {("organisations", "collective"), ("organisations", "enterprise")}  # a name in the register
