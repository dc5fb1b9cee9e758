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


@pytest.mark.parametrize("seed", [1, 2])
def test_planted_errors_are_found_and_nothing_else(tmp_path: Path, seed: int) -> None:
    made = generate(tmp_path / "records", AWARDS, seed, planted=True)
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
    assert sum(canonical(parse(text.decode())) != text.decode() for text in typed.values()) > len(typed) / 2


def test_list_of_errors_is_read_as_written(tmp_path: Path) -> None:
    found = [Planted("TD902", "b.yaml"), Planted("TD005", "a.yaml")]
    write_planted(found, tmp_path / "planted.json")
    assert read_planted(tmp_path / "planted.json") == sorted(found)


def test_differences_tell_both_ways() -> None:
    a, b = Planted("TD005", "a.yaml"), Planted("TD902", "b.yaml")
    assert differences([a], [b]) == ["not found: TD005 a.yaml", "not planted: TD902 b.yaml"]
    assert differences([a, a], [a]) == ["not found: TD005 a.yaml"]
