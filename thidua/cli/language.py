"""Which language the program speaks in this run. Chosen once, before any command is loaded."""

from __future__ import annotations

import os

from thidua.language import Language

TYPE_CHECKING = False  # `typing` takes as long to load as `--help` to answer
if TYPE_CHECKING:
    from collections.abc import Sequence


class _Chosen:
    language = Language.VI
    asked = False


def choose(arguments: Sequence[str]) -> list[str]:
    """Choose by `--lang`, else by `THIDUA_LANG`, else Vietnamese; return the arguments without `--lang`.

    Raises:
        ValueError: another language is asked for.
    """
    left: list[str] = []
    wanted = os.environ.get("THIDUA_LANG") or Language.VI
    pending = iter(arguments)
    for argument in pending:
        if argument == "--":
            left.append(argument)
            left.extend(pending)
        elif argument == "--lang":
            wanted = next(pending, "")
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        else:
            left.append(argument)
    _Chosen.language = Language(wanted.lower())
    _Chosen.asked = bool(os.environ.get("THIDUA_LANG")) or len(left) < len(arguments)
    return left


def choose_for(office: str) -> None:
    """Speak an office's language, unless the user asked for one."""
    if not _Chosen.asked and office in tuple(Language):
        _Chosen.language = Language(office)


def language() -> Language:
    return _Chosen.language


def words(vi: str, en: str) -> str:
    """Return the words of the language chosen."""
    return vi if _Chosen.language is Language.VI else en
