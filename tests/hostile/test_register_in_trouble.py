"""A register that is held, damaged or tampered with is never the end of a command."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.hostile.office import office
from tests.program import thidua
from thidua.app.fresh import fresh, without_file
from thidua.store.open_register import in_memory
from thidua.store.register import Register
from thidua.store.register_error import RegisterDamaged, RegisterHeld
from thidua.store.register_file import REGISTER_FILE
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = office(tmp_path / "kho", git=True)
    (root / "records/organisations/sai.yaml").write_text("nome: A\n", "utf-8")
    assert thidua("validate", at=root).returncode == 1
    return root


def tamper(root: Path, *statements: str) -> None:
    with sqlite3.connect(root / ".git/thidua" / REGISTER_FILE) as db:
        for statement in statements:
            db.execute(statement)
    db.close()


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE file"],
        ["DROP TABLE finding"],
        ["DROP TABLE recipient", "DROP TABLE name"],
        ["ALTER TABLE meta RENAME COLUMN key TO khoa"],
        ["UPDATE finding SET content = '{'"],
        ["UPDATE finding SET content = '[[],[]]'"],
        ["UPDATE finding SET content = CAST(x'ff00fe' AS TEXT)"],
        ["UPDATE finding SET code = 'TD998'"],
    ],
)
def test_a_register_changed_by_another_hand_is_made_again(root: Path, statements: list[str]) -> None:
    before = thidua("validate", at=root)
    tamper(root, *statements)
    for command in (["validate"], ["find", "vi du"], ["history", "vi-du"], ["report", "2023"], ["validate"]):
        after = thidua(*command, at=root)
        assert after.returncode in (0, 1), after.stderr
    assert after.stdout == before.stdout


def test_what_is_in_the_way_and_what_is_damaged_are_told_apart() -> None:
    register = in_memory("")
    with pytest.raises(RegisterDamaged):
        register.ask("SELECT * FROM no_such_table")
    with pytest.raises(RegisterDamaged):
        register.one("SELECT no_such_column FROM file")
    register.do("PRAGMA query_only = ON")
    with pytest.raises(RegisterHeld), register.change():
        register.remember("x", "y")
    register.close()


def test_half_a_letter_is_in_no_row() -> None:
    register = in_memory("")
    assert register.ask("SELECT * FROM file WHERE path = ?", ("\udcff",)) == []
    assert register.ask_named("SELECT * FROM file WHERE path = :path", {"path": "\udcff"}) == []
    register.close()


def test_an_attempt_that_fails_leaves_nothing_behind() -> None:
    register = in_memory("")
    with register.change():
        register.remember("a", "1")
        with pytest.raises(OverflowError), register.attempt():
            _begin_and_fail(register)
    assert [register.meta(key) for key in "abc"] == ["1", "", ""]
    register.close()


def _begin_and_fail(register: Register) -> None:
    register.remember("b", "2")
    register.remember("c", 1 << 64)  # type: ignore[arg-type]


def test_a_register_held_while_it_is_read_is_done_without(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from thidua.cli.main import run

    ask = Register.ask

    def held(self: Register, *arguments: object) -> object:
        if self.lasting and "SELECT code, content" in str(arguments[0]):
            raise RegisterHeld("disk I/O error")
        return ask(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Register, "ask", held)
    assert run(["validate", "--root", str(root)]) == 1
    assert "sai.yaml" in capsys.readouterr().out


def test_a_register_in_memory_can_be_asked_for(root: Path) -> None:
    with without_file():
        state = fresh(find_workspace(root))
        assert not state.register.lasting
        state.register.close()
    state = fresh(find_workspace(root))
    assert state.register.lasting
    state.register.close()
