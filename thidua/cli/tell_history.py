"""What `thidua history` does, without its options' words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.find_names import load_words, typed
from thidua.cli.formats import OutputFormat
from thidua.cli.here import complain, fail, workspace
from thidua.cli.language import language, words
from thidua.cli.plain import Plain
from thidua.cli.show_text import say

if TYPE_CHECKING:
    from collections.abc import Iterable


def tell_history(
    who: Iterable[str],
    with_units: bool = False,
    git: bool | None = None,
    output: OutputFormat = OutputFormat.TERMINAL,
    root: Path | None = None,
) -> int:
    """Print the awards of whoever is called so; return 0."""
    from thidua.app.history import history

    here = workspace(root)
    found = history(here, typed(who), with_units=with_units)
    if found.candidates:
        listed = "\n".join(f"  {name}" for name in found.candidates)
        fail(
            words(
                f"có nhiều tên khớp; ghi rõ một tên:\n{listed}",
                f"several names fit; give one of them:\n{listed}",
            )
        )
    if git is not False and found.groups:
        from thidua.app.trail import is_too_much, with_trails

        if git is None and is_too_much(here, found):
            complain(
                words(
                    "nhiều tệp nên không hỏi git; thêm `--git` để hỏi", "many files, so git was not asked; add `--git`"
                )
            )
        found = with_trails(here, found, always=git is True)
    if not found.groups:
        complain(
            words(
                "không thấy; thử gõ ít chữ hơn, hoặc tìm bằng `thidua find`",
                "nothing found; try fewer words, or look with `thidua find`",
            )
        )
    from thidua.render.look_up import history_json, history_text  # loaded while git was looking

    say(history_json(found) if output is OutputFormat.JSON else history_text(found, language()), colour=False)
    return 0


PLAIN = Plain(
    tell_history,
    values={"--format": ("output", OutputFormat), "--root": ("root", Path)},
    flags={"--with-units": "with_units", "--git": "git", "--no-git": "git"},
    rest=("who", str),
    needed=("who",),
    meanwhile=load_words,
)
