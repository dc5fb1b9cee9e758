"""What docs/architecture.md names is there, and its picture is the contract that import-linter checks."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL))))
OBJECTS = [name for name in NAMED if re.fullmatch(r"thidua(\.\w+)*:\w+", name)]
PATHS = [name for name in NAMED if "/" in name]


def layers() -> list[str]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return list(next(one for one in contracts if one["type"] == "layers")["layers"])


@pytest.mark.parametrize("name", OBJECTS)
def test_every_function_and_class_it_names_exists(name: str) -> None:
    module, _, attribute = name.partition(":")
    assert hasattr(import_module(module), attribute)


@pytest.mark.parametrize("path", PATHS)
def test_every_path_it_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_it_names_many_of_both() -> None:
    assert len(OBJECTS) > 20
    assert len(PATHS) > 10


def test_the_picture_of_layers_is_the_contract() -> None:
    picture = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert picture is not None
    assert [line.strip(" └") for line in picture[1].splitlines()] == layers()


def test_every_package_has_a_row() -> None:
    rows = set(re.findall(r"^\| `thidua/(\w+)(?:/|\.py)` \|", PAGE, re.MULTILINE))
    assert rows == {name for line in layers() for name in line.split(" | ")}
