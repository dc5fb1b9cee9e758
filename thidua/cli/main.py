"""The program: chooses the language, finds the command, loads only that one, and says what was misused in plain words."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from thidua import __version__
from thidua.cli.commands import COMMANDS, GROUPS, WRITERS, Command
from thidua.cli.language import choose, choose_for, language, words
from thidua.diagnostics import Language

MISUSED = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end it: 0 nothing wrong, 1 findings that are errors, 2 misuse."""
    _speak_utf8()
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    try:
        left = choose(arguments)
    except ValueError:
        return _misused(words("`--lang` nhận vi hoặc en", "`--lang` takes vi or en"))
    if not left or left[0] in ("--help", "-h", "help"):
        if len(left) > 1 and left[1] in COMMANDS:
            left = [left[1], "--help"]
        else:
            print(overview(), end="")
            return 0
    if left[0] in ("--version", "-V"):
        print(f"thidua {__version__}")
        return 0
    command = COMMANDS.get(left[0])
    if command is None:
        return _misused(_unknown(left[0]))
    return _run(command, left[1:])


def overview() -> str:
    """Return what `thidua --help` prints."""
    english = language() is Language.EN
    lines = [
        words(
            "thidua - bản ghi, kiểm tra và báo cáo tổng kết thi đua, khen thưởng",
            "thidua - records, checks and year-end summaries for emulation and commendation",
        ),
        "",
        words("Cách dùng: thidua LỆNH [THAM SỐ]", "Usage: thidua COMMAND [ARGUMENTS]"),
    ]
    width = max(map(len, COMMANDS))
    for group in GROUPS:
        lines += ["", f"{group.en if english else group.vi}:"]
        lines += [f"  {c.name:{width}}  {c.en if english else c.vi}" for c in group.commands]
    lines += [
        "",
        words(
            "thidua LỆNH --help: cách dùng từng lệnh. --lang en: English. --version: phiên bản.",
            "thidua COMMAND --help: how to use a command. --lang vi: tiếng Việt. --version: the version.",
        ),
    ]
    return "\n".join(lines) + "\n"


def _run(command: Command, arguments: list[str]) -> int:
    _speak_for(arguments)
    import typer

    from thidua.cli.usage import help_text, usage_error

    module, _, function = command.module.partition(":")
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name=command.name)(getattr(import_module(f"thidua.cli.{module}"), function))
    parser: Any = typer.main.get_command(app)
    if "--help" in arguments or "-h" in arguments:
        print(help_text(parser, command), end="")
        return 0
    try:
        answer = _started(parser, command, arguments)
    except typer.Exit as error:
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _misused(words("đã dừng, không ghi gì", "stopped, nothing was written"))
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        with suppress(OSError):
            sys.stdout.close()
        return 0
    except Exception as error:
        complaint = usage_error(error, command.name)
        if complaint is None:
            raise
        return _misused(complaint)
    return answer if isinstance(answer, int) else 0


def _started(parser: Any, command: Command, arguments: list[str]) -> Any:
    """Run a command; where the register turns out to be damaged, throw it away and run once more."""
    from thidua.store.register import RegisterDamaged, discard
    from thidua.store.workspace import NoWorkspace, find_workspace

    try:
        return parser.main(args=list(arguments), prog_name=f"thidua {command.name}", standalone_mode=False)
    except RegisterDamaged:
        with suppress(NoWorkspace):
            discard(find_workspace(_root(arguments)).register_folder)
        if command.name in WRITERS:
            return _misused(
                words(
                    "chỉ mục bị hỏng và đã được xoá; chạy lại lệnh",
                    "the index was damaged and has been removed; run the command again",
                )
            )
        return parser.main(args=list(arguments), prog_name=f"thidua {command.name}", standalone_mode=False)


def _root(arguments: list[str]) -> Path:
    for place, argument in enumerate(arguments):
        if argument == "--root" and place + 1 < len(arguments):
            return Path(arguments[place + 1])
        if argument.startswith("--root="):
            return Path(argument.removeprefix("--root="))
    return Path()


def _speak_for(arguments: list[str]) -> None:
    """Speak the language of the office in whose repository the command runs."""
    from thidua.store.workspace import NoWorkspace, find_workspace

    with suppress(NoWorkspace, OSError):
        choose_for(find_workspace(_root(arguments)).settings.language)


def _misused(complaint: str) -> int:
    print(complaint, file=sys.stderr)
    return MISUSED


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = next(iter(get_close_matches(name, COMMANDS, 1)), "")
    if near:
        return words(
            f"không có lệnh `{name}`; lệnh gần nhất là `{near}`",
            f"there is no command `{name}`; the nearest is `{near}`",
        )
    return words(f"không có lệnh `{name}`; xem `thidua --help`", f"there is no command `{name}`; see `thidua --help`")


def _speak_utf8() -> None:
    """Vietnamese on every console and in every redirected file, and LF on every system."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
