from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

from thidua.app.schema import schema_name
from thidua.cli.commands import COMMANDS
from thidua.model.described import KEPT as MODELS_KEPT
from thidua.store.law_rows import KEPT
from thidua.store.paths import FOLDERS

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from make_described import text as models_described  # noqa: E402
from make_law_rows import text as law_rows  # noqa: E402
from make_record_docs import pages  # noqa: E402


@cache
def generated() -> dict[str, str]:
    return pages()


FILES = [
    "docs/records.md",
    "docs/commands.md",
    "docs/export.md",
    *(f"schema/{schema_name(folder)}" for folder in FOLDERS),
]


@pytest.mark.parametrize("path", FILES)
def test_a_generated_file_is_what_the_program_says_now(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == generated()[path], "run `make docs`"


def test_the_law_as_rows_is_what_the_law_s_files_say_now() -> None:
    assert KEPT.read_text("utf-8") == law_rows(), "run `make docs`"


def test_the_models_as_plain_data_are_what_the_models_say_now() -> None:
    assert MODELS_KEPT.read_text("utf-8") == models_described(), "run `make docs`"


def test_nothing_else_is_generated() -> None:
    assert set(generated()) == set(FILES)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_is_documented_in_both_languages(name: str) -> None:
    page = generated()["docs/commands.md"]
    section = page.partition(f"## `thidua {name}`\n")[2].partition("\n## ")[0]
    for words in (COMMANDS[name].vi, COMMANDS[name].en):
        assert f"{words[0].upper()}{words[1:]}." in section


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_kind_of_record_is_documented(folder: str) -> None:
    assert f"## `{folder}/` · " in generated()["docs/records.md"]


def test_every_link_between_parts_leads_somewhere() -> None:
    page = generated()["docs/records.md"]
    headings = {line.removeprefix("### ").lower() for line in page.splitlines() if line.startswith("### ")}
    links = {part.partition(")")[0] for part in page.split("](#")[1:]}
    assert links <= headings
