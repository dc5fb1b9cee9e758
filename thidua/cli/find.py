"""`thidua find`."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.cli.find_names import MOST, find_names
from thidua.cli.formats import OutputFormat
from thidua.cli.language import words
from thidua.cli.options import Output, Root


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
    ] = MOST,
    output: Output = OutputFormat.TERMINAL,
    root: Root = None,
) -> int:
    """Search names, with or without accents."""
    return find_names(text, kind, limit, output, root)


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
