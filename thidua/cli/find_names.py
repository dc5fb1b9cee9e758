"""What `thidua find` does, without its options' words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.formats import OutputFormat
from thidua.cli.here import complain, fail, workspace
from thidua.cli.language import language, words
from thidua.cli.plain import Plain
from thidua.cli.show_text import say
from thidua.store.paths import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WORDS = 50
"""More than any name has; the rest is not looked at."""

MOST = 20
"""How many results are printed, if nobody says."""


def find_names(
    text: Iterable[str],
    kind: str = "",
    limit: int = MOST,
    output: OutputFormat = OutputFormat.TERMINAL,
    root: Path | None = None,
) -> int:
    """Print what bears a name; return 0, even where nothing does."""
    from thidua.app.look_up import find

    if kind and kind not in FOLDERS:
        listed = ", ".join(FOLDERS)
        fail(words(f"`--kind` nhận một trong: {listed}", f"`--kind` takes one of: {listed}"))
    found = find(workspace(root), typed(text), kind, limit)
    from thidua.render.look_up import found_json, found_text  # loaded while git was looking

    if not found.total:
        complain(
            words(
                "không thấy; thử gõ ít chữ hơn, chỉ họ hoặc chỉ tên, có dấu hay không dấu đều được",
                "nothing found; try fewer words, with or without accents",
            )
        )
    say(found_json(found) if output is OutputFormat.JSON else found_text(found, language()), colour=False)
    return 0


def typed(arguments: Iterable[str]) -> str:
    """Return what was typed as one text; bytes that are not UTF-8 become question marks."""
    text = " ".join(arguments).encode("utf-8", "replace").decode()
    return " ".join(text.split()[:MOST_WORDS])


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise ValueError(text)
    return int(text)


def load_words() -> None:
    """Load what puts an answer into words."""
    import thidua.render.look_up  # noqa: F401


PLAIN = Plain(
    find_names,
    values={
        "--kind": ("kind", str),
        "--limit": ("limit", _at_least_one),
        "--format": ("output", OutputFormat),
        "--root": ("root", Path),
    },
    rest=("text", str),
    needed=("text",),
    meanwhile=load_words,
)
