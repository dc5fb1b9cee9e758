"""What templates are compiled to is kept for the next report, and never believed where it may be another's."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment

from thidua.render import compiled
from thidua.render.folders import TemplateLoader, shipped_folder, template_folders
from thidua.render.sandbox import Bounded
from thidua.store.workspace import cache_folder

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = "_header.md.j2"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own, in which Python may keep what it compiles."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled, "cache_folder", cache_folder)  # other tests share what is compiled
    compiled._program.cache_clear()
    return tmp_path / "cache"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are compiled, by name."""
    seen: list[str] = []
    once = Environment.compile

    def compile_(self: Environment, source: str, name: str | None = None, *rest: object, **more: object) -> object:
        seen.append(str(name))
        return once(self, source, name, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", compile_)
    return seen


def loaded(folder: Path) -> None:
    environment = Bounded(loader=TemplateLoader(template_folders(folder)), bytecode_cache=compiled.Compiled())
    environment.filters.update(dict.fromkeys(("cited", "sentence", "person", "long", "label", "upper"), str))
    environment.get_template(TEMPLATE)


def test_a_template_of_the_program_is_compiled_once(tmp_path: Path, counted: list[str]) -> None:
    loaded(tmp_path)
    loaded(tmp_path)
    assert counted == [TEMPLATE]


def test_what_is_kept_stands_in_the_users_cache_and_can_be_read_by_nobody_else(tmp_path: Path, cache: Path) -> None:
    loaded(tmp_path)
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert [one.name.startswith(TEMPLATE) for one in files] == [True]
    assert sys.platform == "win32" or all(one.stat().st_mode & 0o077 == 0 for one in files)
    assert sys.platform == "darwin" or files[0].is_relative_to(cache)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:40],
        lambda data: data[:-1],
        lambda data: data[:-5] + b"\0" + data[-4:],
        lambda data: b"\0" * 32 + data[32:],
        lambda data: data + b"\0",
    ],
)
def test_what_is_damaged_is_compiled_again(tmp_path: Path, counted: list[str], damage: object) -> None:
    loaded(tmp_path)
    (kept,) = (one for one in tmp_path.rglob("*") if one.is_file())
    kept.write_bytes(damage(kept.read_bytes()))  # type: ignore[operator]
    loaded(tmp_path)
    loaded(tmp_path)
    assert counted == [TEMPLATE, TEMPLATE]


def test_another_program_compiles_again(tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(tmp_path)
    monkeypatch.setattr(compiled, "_program", lambda: "another")
    loaded(tmp_path)
    assert counted == [TEMPLATE, TEMPLATE]


def test_an_offices_own_template_is_never_kept(tmp_path: Path, counted: list[str]) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / TEMPLATE).write_bytes((shipped_folder() / TEMPLATE).read_bytes())
    loaded(tmp_path)
    loaded(tmp_path)
    assert counted == [TEMPLATE, TEMPLATE]
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [own / TEMPLATE]


def test_where_nothing_can_be_kept_reports_are_printed_all_the_same(
    tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    (tmp_path / "Library").write_text("a file in the way")
    loaded(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loaded(tmp_path)
    assert counted == [TEMPLATE, TEMPLATE]
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["Library", "cache"]
