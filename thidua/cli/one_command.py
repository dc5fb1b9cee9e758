"""Running one command: its arguments are read, and it is run once more where the register turned out to be damaged."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua.cli.commands import INTERRUPTED, Command
from thidua.cli.here import misused
from thidua.cli.language import choose_for, words
from thidua.store.workspace import NoWorkspace, RecordsLinked, find_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from thidua.app.fresh import Told, Watching
    from thidua.cli.plain import Plain

FOR_PROGRAMS = frozenset(("json", "jsonl", "sarif", "gitlab", "github", "junit"))
"""Values of `--format` that no person reads."""

DUMB = ("dumb", "unknown")
"""Terminals that cannot take a line back."""

FILE_BY_FILE = ("fmt", "init")
"""Commands that write one file after the other, each whole."""


def run_command(command: Command, arguments: list[str]) -> int:
    """Run a command and return its exit status."""
    _speak_for(arguments)
    plain: Plain | None = import_module(f"thidua.cli.{command.plain}").PLAIN if command.plain else None
    started = plain.call(arguments) if plain else None
    if plain is None or started is None:
        return _by_typer(command, arguments)
    if _is_nowhere():
        return _nowhere()
    try:
        return int(_surely(started, arguments, plain.meanwhile))
    except SystemExit as ended:
        return _status(ended)
    except KeyboardInterrupt:
        misused(_stopped(command))
        return INTERRUPTED


def _by_typer(command: Command, arguments: list[str]) -> int:
    import typer

    from thidua.cli.usage import help_text, usage_error

    module, _, function = command.module.partition(":")
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name=command.name)(getattr(import_module(f"thidua.cli.{module}"), function))
    parser: Any = typer.main.get_command(app)
    if "--help" in arguments or "-h" in arguments:
        print(help_text(parser, command), end="")
        return 0
    if _is_nowhere():
        return _nowhere()
    started = partial(parser.main, args=list(arguments), prog_name=f"thidua {command.name}", standalone_mode=False)
    try:
        answer = _surely(started, arguments)
    except typer.Exit as error:
        return error.exit_code
    except SystemExit as ended:
        return _status(ended)
    except typer.Abort:
        return misused(_stopped(command))
    except KeyboardInterrupt:
        answer = INTERRUPTED
    except Exception as error:
        complaint = usage_error(error, command.name)
        if complaint is None:
            raise
        return misused(complaint)
    if answer == INTERRUPTED:
        misused(_stopped(command))
    return answer if isinstance(answer, int) else 0


def _status(ended: SystemExit) -> int:
    return ended.code if isinstance(ended.code, int) else 1


def _is_nowhere() -> bool:
    try:
        Path.cwd()
    except OSError:
        return True
    return False


def _nowhere() -> int:
    return misused(
        words("thư mục hiện tại không còn; chuyển sang thư mục khác", "the current folder is gone; go to another one")
    )


def _stopped(command: Command) -> str:
    if command.name in FILE_BY_FILE:
        return words("đã dừng giữa chừng; tệp nào đã ghi là trọn vẹn", "stopped midway; what was written is whole")
    return words("đã dừng, không ghi gì", "stopped, nothing was written")


def _surely(started: Callable[[], Any], arguments: list[str], meanwhile: Callable[[], None] | None = None) -> Any:
    """Run a command; where the register turns out to be damaged or held, run it once more without that one."""
    from thidua.app.fresh import as_command, surely

    return as_command(lambda: surely(started, lambda: forget_register(arguments)), _watching(arguments), meanwhile)


def _watching(arguments: list[str]) -> Watching:
    """Show how far reading has come where somebody looks: at a terminal, and not while a program is answered."""
    is_for_programs = not FOR_PROGRAMS.isdisjoint(one.rpartition("=")[2] for one in arguments)
    if is_for_programs or not sys.stderr.isatty() or os.environ.get("CI") or os.environ.get("TERM") in DUMB:
        return nullcontext

    def reading() -> AbstractContextManager[Told | None]:
        from thidua.render.progress import counted

        return counted(words("đọc bản ghi", "reading records"), words("đối chiếu các bản ghi", "comparing the records"))

    return reading


def forget_register(arguments: Sequence[str]) -> None:
    """Throw away the register of the repository that a command works on."""
    from thidua.app.fresh import forget

    with suppress(NoWorkspace, RecordsLinked, OSError):
        forget(find_workspace(_root(arguments)))


def _root(arguments: Sequence[str]) -> Path:
    """Return the folder that `--root` names: where it is given twice, the last one counts, as it does for typer."""
    given = ""
    for place, argument in enumerate(arguments):
        if argument == "--root" and place + 1 < len(arguments):
            given = arguments[place + 1]
        elif argument.startswith("--root="):
            given = argument.removeprefix("--root=")
    return Path(given)


def _speak_for(arguments: list[str]) -> None:
    """Speak the language of the office in whose repository the command runs."""
    with suppress(NoWorkspace, RecordsLinked, OSError):
        choose_for(find_workspace(_root(arguments)).settings.language)
