"""Notes that a killed writer left, and what whoever writes next makes of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from thidua.store.journal import Journal, Move, digest
from thidua.store.writer import clear_up

if TYPE_CHECKING:
    from pathlib import Path


def half_done(root: Path, target: str) -> Journal:
    (root / "records").mkdir(parents=True)
    (root / "records/.thidua-a.tmp").write_text("mới", "utf-8")
    move = Move("records/.thidua-a.tmp", target, None, digest(root / "records/.thidua-a.tmp"))
    return Journal(("records",), (move,))


def test_what_was_begun_is_finished(tmp_path: Path) -> None:
    root, note = tmp_path / "kho", tmp_path / "note"
    half_done(root, "records/a.yaml").keep(note)
    clear_up(root, note)
    assert (root / "records/a.yaml").read_text("utf-8") == "mới"
    assert [file.name for file in (root / "records").iterdir()] == ["a.yaml"]
    assert not note.exists()


def test_a_note_moves_nothing_out_of_the_repository(tmp_path: Path) -> None:
    root, note = tmp_path / "kho", tmp_path / "note"
    half_done(root, "../ngoai.yaml").keep(note)
    clear_up(root, note)
    assert not (tmp_path / "ngoai.yaml").exists()
    assert not note.exists()


def test_a_note_of_a_later_version_that_says_more_is_understood(tmp_path: Path) -> None:
    root, note = tmp_path / "kho", tmp_path / "note"
    half_done(root, "records/a.yaml").keep(note)
    said = json.loads(note.read_text("ascii"))
    said["moves"][0]["mode"] = 420
    note.write_text(json.dumps(said | {"program": "9.0"}), "ascii")
    clear_up(root, note)
    assert (root / "records/a.yaml").read_text("utf-8") == "mới"
    assert [file.name for file in (root / "records").iterdir()] == ["a.yaml"]
