"""Two branches, merged by git with the driver and without: nothing lost, nothing doubled, no mark in a record."""

from __future__ import annotations

import contextlib
import io
import json
from typing import TYPE_CHECKING

import pytest

from tests.merging.branches import Files, Pair, key, pair, text_of
from thidua.cli.main import run
from thidua.source.document import parse
from thidua.store.reading import read_record

if TYPE_CHECKING:
    from pathlib import Path

    from tests.merging.conftest import Bare

FEW, MANY = range(20), range(20, 200)
MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def texts(files: Files) -> dict[str, str]:
    return {path: text_of(path, decision) for path, decision in files.items()}


def rows_in(files: dict[str, str]) -> Files:
    """Read the rows of texts the way the reader does."""
    return {
        path: {group["award"]: group.get("recipients", []) for group in parse(text).tree["awards"]}  # type: ignore[union-attr, index, call-overload, misc]
        for path, text in files.items()
    }


def load(bare: Bare, seeds: range) -> dict[int, Pair]:
    pairs = {seed: pair(seed) for seed in seeds}
    bare.load(
        b"".join(
            bare.commit(f"base-{seed}", texts(one.base))
            + bare.commit(f"ours-{seed}", texts(one.ours), f"base-{seed}")
            + bare.commit(f"theirs-{seed}", texts(one.theirs), f"base-{seed}")
            for seed, one in pairs.items()
        )
    )
    return pairs


def check_with_the_driver(bare: Bare, seeds: range) -> None:
    for seed, one in load(bare, seeds).items():
        clean, files, said = bare.merge(f"ours-{seed}", f"theirs-{seed}", driver=True)
        assert not any(mark in text for text in files.values() for mark in MARKS), seed
        assert clean == (not one.clashes), (seed, said)
        assert by_key(rows_in(files)) == by_key(one.merged), (seed, said)
        assert all(value in said for value in one.clashes), (seed, one.clashes, said)
        assert in_our_order(one, rows_in(files)), seed
        for path, text in files.items():
            assert not read_record(path, "awards", text.encode()).findings, (seed, path)
            assert doubled(rows_in(files)[path]) == [], (seed, path)


def in_our_order(one: Pair, merged: Files) -> bool:
    """Whether our rows stand in our order in every list we changed; a row that mends one of ours takes its place."""
    for path, decision in merged.items():
        for award, rows in decision.items():
            ours = one.ours.get(path, {}).get(award, [])
            here, there = [*map(key, ours)], [*map(key, rows)]
            is_ours = [name for name in there if name in here] == [name for name in here if name in there]
            if ours != one.base.get(path, {}).get(award) and not is_ours:
                return False
    return True


def check_without_it(bare: Bare, seeds: range, root: Path) -> int:
    """Return how many merges left something wrong; `validate` has to find each."""
    left = 0
    for seed in load(bare, seeds):
        clean, files, _ = bare.merge(f"ours-{seed}", f"theirs-{seed}", driver=False)
        marked = [path for path, text in files.items() if any(mark in text for mark in MARKS)]
        assert clean == (not marked), seed
        plain = rows_in({path: text for path, text in files.items() if path not in marked})
        twice = [path for path, decision in plain.items() if doubled(decision)]
        if not (marked or twice):
            continue
        left += 1
        found = validated(root / str(seed), files)
        assert {(path, "TD002") for path in marked} <= found, (seed, found)
        assert {(path, "TD306") for path in twice} <= found, (seed, found)
    return left


def validated(root: Path, files: dict[str, str]) -> set[tuple[str, str]]:
    """Return where `validate` finds errors, and of which rule."""
    city = {"records/organisations/thanh-pho-vi-du.yaml": "name: Thành phố Ví dụ\n"}
    for path, text in {"thidua.yaml": "format: 1\n", **city, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run(["validate", "--root", str(root), "--format", "json"])
    return {(one["primary"]["path"], one["code"]) for one in json.loads(out.getvalue())["diagnostics"]}


def by_key(files: Files) -> dict[str, dict[str, list[dict[str, str]]]]:
    return {
        path: {award: sorted(rows, key=key) for award, rows in decision.items()} for path, decision in files.items()
    }


def doubled(decision: dict[str, list[dict[str, str]]]) -> list[tuple[str, str]]:
    return [
        name for rows in decision.values() for name in {key(row) for row in rows} if [*map(key, rows)].count(name) > 1
    ]


def test_twenty_pairs_of_branches(bare: Bare) -> None:
    check_with_the_driver(bare, FEW)


def test_validate_finds_what_twenty_merges_without_the_driver_leave(bare: Bare, tmp_path: Path) -> None:
    assert check_without_it(bare, FEW, tmp_path)


@pytest.mark.long
def test_validate_finds_what_more_merges_without_the_driver_leave(bare: Bare, tmp_path: Path) -> None:
    assert check_without_it(bare, MANY, tmp_path) > 50


@pytest.mark.long
def test_a_hundred_and_eighty_more_pairs_of_branches(bare: Bare) -> None:
    check_with_the_driver(bare, MANY)


def test_the_pairs_are_of_every_sort() -> None:
    pairs = [pair(seed) for seed in (*FEW, *MANY)]
    both = [one for one in pairs if any(path in one.theirs and path not in one.base for path in one.ours)]
    clashing = [one for one in pairs if one.clashes]
    assert len(both) > 20
    assert 20 < len(clashing) < 150
