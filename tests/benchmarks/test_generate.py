"""The generator: the same bytes for the same seed, valid records, exactly the errors it says it planted."""

from __future__ import annotations

import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from benchmarks.check_planted import differences, validate
from benchmarks.generate import Generated, generate
from benchmarks.plant import Planted, read_planted, write_planted
from thidua.source.canonical import canonical
from thidua.source.document import parse

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long


AWARDS = 300
KINDS = ("TD005", "TD007", "TD302", "TD306", "TD307", "TD902")


def texts(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.yaml")}


def commit(folder: Path) -> bytes:
    return subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, check=True).stdout


def test_same_seed_gives_same_bytes_and_commit(tmp_path: Path) -> None:
    for name in ("one", "two"):
        generate(tmp_path / name, AWARDS, 7, planted=True)
    assert texts(tmp_path / "one") == texts(tmp_path / "two")
    assert commit(tmp_path / "one") == commit(tmp_path / "two")


def test_other_seed_gives_other_records(tmp_path: Path) -> None:
    for seed in (7, 8):
        generate(tmp_path / str(seed), AWARDS, seed)
    assert texts(tmp_path / "7") != texts(tmp_path / "8")


@pytest.mark.parametrize(
    ("seed", "single", "loose"), [(1, False, False), (2, False, False), (1, True, False), (1, False, True)]
)
def test_planted_errors_are_found_and_nothing_else(tmp_path: Path, seed: int, single: bool, loose: bool) -> None:
    made = generate(tmp_path / "records", AWARDS, seed, single=single, loose=loose, planted=True)
    assert Counter(one.code for one in made.planted) == dict.fromkeys(KINDS, 2)
    assert differences(list(made.planted), validate(tmp_path / "records")) == []


@pytest.mark.parametrize(("single", "loose"), [(False, False), (False, True), (True, False)])
def test_unspoilt_records_have_no_errors(tmp_path: Path, single: bool, loose: bool) -> None:
    generate(tmp_path / "records", AWARDS, 1, single=single, loose=loose)
    assert validate(tmp_path / "records") == []


def test_layouts_hold_so_many_rows(tmp_path: Path) -> None:
    decisions = generated(tmp_path / "decisions", single=False)
    single = generated(tmp_path / "single", single=True)
    assert rows(tmp_path / "decisions") == rows(tmp_path / "single") == AWARDS
    assert single.files > decisions.files


def generated(folder: Path, *, single: bool) -> Generated:
    return generate(folder, AWARDS, 1, single=single)


def rows(folder: Path) -> int:
    trees = [parse(file.read_text("utf-8")).tree for file in (folder / "records" / "awards").rglob("*.yaml")]
    return sum(len(group["recipients"]) for tree in trees for group in tree["awards"])  # type: ignore[call-overload,index,misc]


def test_canonical_and_loose_texts(tmp_path: Path) -> None:
    generate(tmp_path / "canonical", AWARDS, 1)
    generate(tmp_path / "loose", AWARDS, 1, loose=True)
    plain, typed = texts(tmp_path / "canonical"), texts(tmp_path / "loose")
    assert all(canonical(parse(text.decode())) == text.decode() for text in plain.values())
    assert {path: parse(text.decode()).tree for path, text in plain.items()} == {
        path: parse(text.decode()).tree for path, text in typed.items()
    }
    records = {path: text.decode() for path, text in typed.items() if path.startswith("records/")}
    assert [path for path, text in records.items() if canonical(parse(text)) == text] == []
    assert not any("- {" in text for text in records.values())


def test_rows_say_what_offices_record(tmp_path: Path) -> None:
    """What the bare pass costs, and so what we may, hangs on how rich a row is: see benchmarks/README.md."""
    generate(tmp_path / "records", 3000, 1)
    folder = tmp_path / "records" / "records" / "awards"
    lines = [line for file in folder.rglob("*.yaml") for line in file.read_text("utf-8").splitlines() if "- {" in line]
    assert 160 < sum(len(line.encode()) + 1 for line in lines) / len(lines) < 210
    people = [line for line in lines if "- {name: " in line]
    assert all(f"{field}: " in line for line in people for field in ("position", "unit", "class", "sex"))
    assert 0.4 < sum("achievement: " in line for line in people) / len(people) < 0.8
    assert 0.03 < sum("position: '" in line for line in people) / len(people) < 0.3


def test_list_of_errors_is_read_as_written(tmp_path: Path) -> None:
    found = [Planted("TD902", "b.yaml"), Planted("TD005", "a.yaml")]
    write_planted(found, tmp_path / "planted.json")
    assert read_planted(tmp_path / "planted.json") == sorted(found)


def test_differences_tell_both_ways() -> None:
    a, b = Planted("TD005", "a.yaml"), Planted("TD902", "b.yaml")
    assert differences([a], [b]) == ["not found: TD005 a.yaml", "not planted: TD902 b.yaml"]
    assert differences([a, a], [a]) == ["not found: TD005 a.yaml"]
