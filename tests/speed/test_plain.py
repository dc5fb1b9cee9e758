"""Arguments that are read without typer mean what typer takes them for."""

from __future__ import annotations

from functools import wraps
from importlib import import_module
from inspect import signature
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from thidua.cli.commands import COMMANDS
from thidua.cli.plain import Plain

PLAIN = sorted(name for name, command in COMMANDS.items() if command.plain)


def parser_of(name: str, seen: list[dict[str, Any]] | None = None) -> Any:
    """Return typer's parser of a command that only notes what it is called with."""
    module, _, function = COMMANDS[name].module.partition(":")
    command = getattr(import_module(f"thidua.cli.{module}"), function)

    @wraps(command)
    def noted(**values: Any) -> None:
        if seen is not None:
            seen.append(values)

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name=name)(noted)
    return typer.main.get_command(app)


def plain_of(name: str) -> Plain:
    found = import_module(f"thidua.cli.{COMMANDS[name].plain}").PLAIN
    assert isinstance(found, Plain)
    return found


def test_some_commands_have_plain_arguments() -> None:
    assert "validate" in PLAIN


@pytest.mark.parametrize("name", PLAIN)
def test_every_option_that_is_read_is_one_of_the_command(name: str) -> None:
    plain, parser = plain_of(name), parser_of(name)
    by_option = {option: one for one in parser.params for option in (*one.opts, *one.secondary_opts)}
    for option, (parameter, _) in plain.values.items():
        assert (by_option[option].name, by_option[option].is_flag, by_option[option].multiple) == (
            parameter,
            False,
            False,
        )
    for option, (parameter, _) in plain.lists.items():
        assert (by_option[option].name, by_option[option].multiple) == (parameter, True)
    for option, parameter in plain.flags.items():
        assert (by_option[option].name, by_option[option].is_flag) == (parameter, True)
    rest = [(one.name, one.nargs) for one in parser.params if one.param_type_name == "argument"]
    if plain.rest:
        assert rest == [(plain.rest[0], -1)]
    else:
        assert rest == ([(plain.one, 1)] if plain.one else [])


WORDS = st.sampled_from(
    ["records", "a b", "", "-", "--", "-x", "main", "json", "terminal", "JSON", "2023", "--help", "-h", "--al", "é"]
)


@pytest.mark.parametrize("name", PLAIN)
@given(data=st.data())
def test_what_is_read_is_what_typer_reads(name: str, data: st.DataObject) -> None:
    plain = plain_of(name)
    options = st.sampled_from([*plain.values, *plain.lists, *plain.flags])
    joined = st.builds("{}={}".format, options, WORDS)
    arguments = data.draw(st.lists(st.one_of(WORDS, options, joined), max_size=6))
    call = plain.call(arguments)
    if call is None:
        return
    seen: list[dict[str, Any]] = []
    parser_of(name, seen).main(args=list(arguments), prog_name=name, standalone_mode=False)
    read: dict[str, Any] = {**_defaults(plain.function), **call.keywords}  # type: ignore[attr-defined]
    assert {key: _plainly(value) for key, value in seen[0].items()} == {
        key: _plainly(value) for key, value in read.items()
    }


def _defaults(function: Any) -> dict[str, Any]:
    return {name: one.default for name, one in signature(function).parameters.items()}


def _plainly(value: Any) -> Any:
    return None if value == () else tuple(value) if isinstance(value, list) else value
