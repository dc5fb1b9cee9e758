"""Options about awards and who gets them, as every command that adds rows has them."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.cli.entry import Many, Once
from thidua.cli.language import words

Award = Annotated[Once, typer.Option("--award", help=words("danh hiệu, hình thức: mã hoặc tên", "award: id or name"))]
To = Annotated[
    Many,
    typer.Option("--to", metavar="NAME", help=words("cá nhân; ghi được nhiều lần", "individual; may be repeated")),
]
Collective = Annotated[Many, typer.Option("--collective", metavar="ID|NAME", help=words("tập thể", "collective"))]
Enterprise = Annotated[Many, typer.Option("--enterprise", metavar="ID|NAME", help=words("doanh nghiệp", "enterprise"))]
Household = Annotated[
    Many, typer.Option("--household", metavar="NAME", help=words("hộ gia đình: tên chủ hộ", "household: its head"))
]
Unit = Annotated[
    Many,
    typer.Option(
        "--unit",
        metavar="ID|NAME",
        help=words("đơn vị: một lần cho tất cả, hoặc mỗi người một lần", "unit: once for all, or once for each"),
    ),
]
Position = Annotated[Many, typer.Option("--position", help=words("chức vụ, như trên", "position, likewise"))]
Class = Annotated[
    Many,
    typer.Option(
        "--class",
        metavar="CLASS",
        help=words("đối tượng, như truc-tiep-lao-dong", "class, such as truc-tiep-lao-dong"),
    ),
]
Sex = Annotated[Many, typer.Option("--sex", help="nam, nu")]
Achievement = Annotated[
    Many, typer.Option("--achievement", help=words("thành tích, ghi tóm tắt", "achievement, in short"))
]
CountedCollectives = Annotated[
    Once,
    typer.Option(
        "--counted-collectives",
        metavar="N",
        help=words("chỉ biết số tập thể", "only the number of collectives is known"),
    ),
]
CountedIndividuals = Annotated[
    Once,
    typer.Option(
        "--counted-individuals",
        metavar="N",
        help=words("chỉ biết số cá nhân", "only the number of individuals is known"),
    ),
]
Campaign = Annotated[Once, typer.Option("--campaign", metavar="ID|NAME", help=words("phong trào thi đua", "campaign"))]
