"""`thidua find`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from thidua.app.look_up import find as look_up
from thidua.cli.here import fail, workspace
from thidua.cli.language import language, words
from thidua.cli.options import Output, OutputFormat, Root
from thidua.cli.show_text import say
from thidua.render.look_up import found_json, found_text
from thidua.store.paths import FOLDERS

MOST_WORDS = 50
"""More than any name has; the rest is not looked at."""


def find(
    text: Annotated[
        list[str],
        typer.Argument(help=words("tên cần tìm, có dấu hay không dấu", "the name, with or without accents")),
    ],
    kind: Annotated[
        str,
        typer.Option(
            metavar="FOLDER",
            help=words(
                "chỉ một loại bản ghi, như organisations; awards cho quyết định và người được khen",
                "one kind of record only, such as organisations; awards for decisions and recipients",
            ),
        ),
    ] = "",
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help=words("nhiều nhất bao nhiêu kết quả", "how many at most"))
    ] = 20,
    output: Output = OutputFormat.TERMINAL,
    root: Root = None,
) -> None:
    """Search names, with or without accents."""
    if kind and kind not in FOLDERS:
        listed = ", ".join(FOLDERS)
        fail(words(f"`--kind` nhận một trong: {listed}", f"`--kind` takes one of: {listed}"))
    found = look_up(workspace(root), typed(text), kind, limit)
    if not found.total:
        print(
            words(
                "không thấy; thử gõ ít chữ hơn, chỉ họ hoặc chỉ tên, có dấu hay không dấu đều được",
                "nothing found; try fewer words, with or without accents",
            ),
            file=sys.stderr,
        )
    say(found_json(found) if output is OutputFormat.JSON else found_text(found, language()), colour=False)


find.more = (  # type: ignore[attr-defined]
    (
        "Mọi chữ đã gõ đều phải có trong tên, gõ phần đầu của chữ cũng được; gõ dấu thì tên đúng dấu đứng trước.\n"
        "Luôn kết thúc với 0, kể cả khi không thấy."
    ),
    (
        "Every word, or its beginning, must occur in the name; where accents are typed, names that have them come first.\n"
        "Ends with 0 even when nothing is found."
    ),
)


def typed(arguments: list[str]) -> str:
    """Return what was typed as one text; bytes that are not UTF-8 become question marks."""
    text = " ".join(arguments).encode("utf-8", "replace").decode()
    return " ".join(text.split()[:MOST_WORDS])
