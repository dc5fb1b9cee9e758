"""The program: chooses the language, finds the command, loads only that one, and says what was misused in plain words."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from thidua import __version__
from thidua.cli.commands import COMMANDS, GROUPS, INTERRUPTED, WRITERS
from thidua.cli.language import choose, language, words
from thidua.language import CONTROL, HALF, Language, printable

TYPE_CHECKING = False  # what only a command needs is loaded where it is run: `--help` takes half the time
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and end it: 0 nothing wrong, 1 findings that are errors, 2 misuse."""
    is_closed = sys.stdout is None
    _open_streams()
    _speak_utf8()
    if is_closed:  # before anything is written that nobody would hear of
        sys.exit(_misused(words("đầu ra của lệnh đang đóng", "standard output is closed")))
    sys.exit(_flushed(run(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status. Nothing is raised, whatever happens.

    This, `app.take_in` and `app.understand` are the places that catch every error: what a clerk sees must say what to do,
    and a traceback does not.
    """
    try:
        return _chosen(arguments)
    except KeyboardInterrupt:
        _misused(words("đã dừng", "stopped"))
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        _forget_output()
        return 0
    except Exception as error:  # noqa: BLE001 - see above
        return _misused(_outside(error) or _unforeseen(error, arguments))


def _outside(error: Exception) -> str | None:
    """Return what stands in the way outside the program; `None` if the program itself is wrong."""
    match error:
        case OSError():
            where = " ".join(f"`{name}`" for name in (error.filename, error.filename2) if name is not None)
            reason = f"{error.strerror or error} {where}".strip()
            return words(f"không làm được: {reason}", f"it cannot be done: {reason}")
        case RuntimeError() if str(error).startswith("Symlink loop"):  # Path.resolve before Python 3.13
            return words(f"liên kết trỏ vòng tròn: {error}", f"a link leads to itself: {error}")
        case ValueError() if str(error).startswith("not clean text"):
            text = str(error).removeprefix("not clean text: ")
            return words(
                f"không ghi gì: có ký tự không dùng được trong bản ghi: {text}",
                f"nothing was written: a character that no record can hold: {text}",
            )
        case _:
            return None


def _unforeseen(error: Exception, arguments: Sequence[str]) -> str:
    from thidua.cli.one_command import forget_register

    # what the register has may be to blame, though nothing tells: the next run has a new one
    forget_register(arguments)
    if os.environ.get("THIDUA_DEBUG"):
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    said = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return words(
        f"lỗi của chương trình thidua {__version__}: {said}\n"
        "xin báo cho người phát triển, kèm lệnh đã chạy; đặt THIDUA_DEBUG=1 rồi chạy lại để lấy chi tiết",
        f"thidua {__version__} has failed: {said}\n"
        "please tell its developers, with the command; THIDUA_DEBUG=1 shows the details when you run it again",
    )


def _chosen(arguments: Sequence[str]) -> int:
    """Choose the language and the command, and run it."""
    try:
        _tidy_environment()
        left = choose(arguments)
    except ValueError:
        return _misused(words("`--lang` và `THIDUA_LANG` nhận vi hoặc en", "`--lang` and `THIDUA_LANG` take vi or en"))
    # those who write check what they are to write themselves, and say which field it is
    refused = HALF if left and left[0] in WRITERS else CONTROL
    for argument in left:
        if refused.search(argument):
            return _misused(
                words(
                    f"tham số `{printable(argument)}` có ký tự không đọc được",
                    f"the argument `{printable(argument)}` holds characters that cannot be read",
                )
            )
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
    from thidua.cli.one_command import run_command

    return run_command(command, left[1:])


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


def _misused(complaint: str) -> int:
    from thidua.cli.here import misused

    return misused(complaint)


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = next(iter(get_close_matches(name, COMMANDS, 1)), "")
    if near:
        return words(
            f"không có lệnh `{name}`; lệnh gần nhất là `{near}`",
            f"there is no command `{name}`; the nearest is `{near}`",
        )
    return words(f"không có lệnh `{name}`; xem `thidua --help`", f"there is no command `{name}`; see `thidua --help`")


def _tidy_environment() -> None:
    """Take `en_US.UTF-8` and `vi ` for what they mean."""
    given = os.environ.get("THIDUA_LANG")
    if given is not None:
        os.environ["THIDUA_LANG"] = given.strip()[:2].lower()


def _open_streams() -> None:
    """Put nothing in the place of closed streams, lest a file of ours is opened in one and printed into."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the system gives it the lowest free number, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - until the end


def _flushed(status: int) -> int:
    """Print what is still held back; return the exit status, which is another one where that fails."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
    except OSError as error:
        _forget_output()
        reason = error.strerror or str(error)
        return _misused(words(f"không in được kết quả: {reason}", f"the answer cannot be printed: {reason}"))
    return status


def _forget_output() -> None:
    """Send the rest of our output nowhere, so that Python does not try again at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _speak_utf8() -> None:
    """Vietnamese on every console and in every redirected file, and LF on every system."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
