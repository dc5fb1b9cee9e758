"""Writing and removing files: patience with readers on Windows, and links that are never followed."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from thidua.store import writer
from thidua.store.journal import Journal, Move, Removal, digest
from thidua.store.writer import OutsideRepository, clear_up, take_away, write, write_all


def busy(monkeypatch: pytest.MonkeyPatch, name: str, times: int) -> list[float]:
    """Refuse a change of a file some times, as Windows does while somebody reads it; return the pauses made."""
    real, left, pauses = getattr(Path, name), [times], []

    def change(self: Path, *arguments: Any, **named: Any) -> Any:
        if left[0] and (name == "replace" or self.suffix != writer.SUFFIX):
            left[0] -= 1
            raise PermissionError(13, "in use")
        return real(self, *arguments, **named)

    monkeypatch.setattr(Path, name, change)
    monkeypatch.setattr("thidua.store.writer.sys.platform", "win32")
    monkeypatch.setattr("thidua.store.writer.time.sleep", pauses.append)
    return pauses


def test_a_file_that_somebody_reads_is_removed_a_little_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a.yaml").write_text("a: b\n", "utf-8")
    pauses = busy(monkeypatch, "unlink", 3)
    take_away(tmp_path, "folder/a.yaml")
    assert len(pauses) == 3
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_somebody_reads_is_replaced_a_little_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n", "utf-8")
    pauses = busy(monkeypatch, "replace", 3)
    write(tmp_path, "a.yaml", "a: c\n")
    assert len(pauses) == 3
    assert (tmp_path / "a.yaml").read_text("utf-8") == "a: c\n"


@pytest.mark.parametrize("name", ["unlink", "replace"])
def test_a_file_that_is_read_for_ever_stays_and_this_is_said(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n", "utf-8")
    pauses = busy(monkeypatch, name, 1000)
    with pytest.raises(PermissionError):
        take_away(tmp_path, "a.yaml") if name == "unlink" else write(tmp_path, "a.yaml", "a: c\n")
    assert len(pauses) == writer.RETRIES - 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    assert (tmp_path / "a.yaml").read_text("utf-8") == "a: b\n"


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "target.yaml").write_text("a: b\n", "utf-8")
    (tmp_path / "target.yaml").chmod(0o600)
    try:
        (tmp_path / "link.yaml").symlink_to("target.yaml")
    except OSError:
        return  # Windows without the right to make links: there is nothing to follow
    write(tmp_path, "link.yaml", "a: c\n")
    assert not (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "link.yaml").read_text("utf-8") == "a: c\n"
    assert (tmp_path / "target.yaml").read_text("utf-8") == "a: b\n"


@pytest.mark.parametrize("is_folder", [True, False])
def test_a_link_out_of_the_repository_is_refused(tmp_path: Path, is_folder: bool) -> None:
    root, away = tmp_path / "office", tmp_path / "away"
    root.mkdir()
    away.mkdir()
    (away / "a.yaml").write_text("a: b\n", "utf-8")
    try:
        (root / "link").symlink_to(away if is_folder else away / "a.yaml", target_is_directory=is_folder)
    except OSError:
        return  # as above
    path = "link/a.yaml" if is_folder else "link"
    for change in (lambda: write(root, path, "x: y\n"), lambda: take_away(root, path)):
        with pytest.raises(OutsideRepository):
            change()
    assert (away / "a.yaml").read_text("utf-8") == "a: b\n"


def begun(tmp_path: Path) -> tuple[Path, Path]:
    """Two files that change and one that goes, killed after the first of them."""
    root, note = tmp_path / "office", tmp_path / "note"
    root.mkdir()
    for name in ("a", "b", "c"):
        (root / name).write_text(f"old {name}", "utf-8")
    (root / ".thidua-1.tmp").write_text("new b", "utf-8")
    moves = (
        Move(".thidua-0.tmp", "a", digest(root / "a"), hashlib.sha256(b"new a").hexdigest()),
        Move(".thidua-1.tmp", "b", digest(root / "b"), digest(root / ".thidua-1.tmp")),
    )
    Journal((".",), moves, (Removal("c", digest(root / "c")),)).keep(note)
    (root / "a").write_text("new a", "utf-8")
    return root, note


def texts(root: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in root.iterdir()}


def test_what_a_killed_writer_began_is_finished(tmp_path: Path) -> None:
    root, note = begun(tmp_path)
    clear_up(root, note)
    assert texts(root) == {"a": "new a", "b": "new b"}
    assert not note.exists()


@pytest.mark.parametrize("name", ["a", "b"])
def test_a_file_that_somebody_has_written_since_is_left_to_them(tmp_path: Path, name: str) -> None:
    root, note = begun(tmp_path)
    (root / name).write_text("mine", "utf-8")
    clear_up(root, note)
    assert texts(root) == {"a": "new a", "b": "old b", "c": "old c"} | {name: "mine"}


def test_a_note_cut_short_means_nothing(tmp_path: Path) -> None:
    root, note = begun(tmp_path)
    note.write_text(note.read_text("ascii")[:-9], "ascii")
    clear_up(root, note)
    assert "b" in texts(root)
    assert texts(root)["b"] == "old b"


def test_several_files_change_and_others_go(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x/old").write_text("1", "utf-8")
    write_all(tmp_path, {"y/new": "1", "z": "2"}, tmp_path / "note", ["x/old"])
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["y", "y/new", "z"]
