"""Options about awards, who gets them and the decision, as every command that adds rows has them."""

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
People = Annotated[
    Many, typer.Option("--people", metavar="TEXT", help=words("nhân dân và cán bộ của", "people and officials of"))
]
Posthumous = Annotated[bool, typer.Option("--posthumous", help=words("truy tặng", "posthumous"))]
CountedHouseholds = Annotated[
    Once,
    typer.Option(
        "--counted-households", metavar="N", help=words("chỉ biết số hộ", "only the number of households is known")
    ),
]

# the decision

Decision = Annotated[
    Once,
    typer.Option(
        "--decision",
        metavar="NUMBER",
        help=words("số quyết định, như 412/QĐ-UBND", "number of the decision, such as 412/QĐ-UBND"),
    ),
]
Day = Annotated[
    Once,
    typer.Option(
        "--date",
        metavar="DAY",
        help=words("ngày quyết định, như 06/3/2023", "date of the decision, such as 06/3/2023"),
    ),
]
By = Annotated[
    Once,
    typer.Option(
        "--by", metavar="ID|NAME", help=words('cấp khen thưởng; "" nếu chưa rõ', 'authority; "" if not known')
    ),
]
Signer = Annotated[Once, typer.Option("--signer", help=words("người ký", "signer"))]
SignerPosition = Annotated[
    Once, typer.Option("--signer-position", help=words("chức vụ người ký", "position of the signer"))
]
Period = Annotated[Once, typer.Option("--period", help=words("kỳ thành tích, như 2023", "period, such as 2023"))]
Year = Annotated[
    Once,
    typer.Option("--year", help=words("năm, khi không có ngày và kỳ", "year, where there is neither date nor period")),
]
Method = Annotated[
    Once, typer.Option("--method", help=words("loại hình, như dot-xuat", "type of commendation, such as dot-xuat"))
]
Bloc = Annotated[Once, typer.Option("--bloc", metavar="ID|NAME", help=words("khối, cụm thi đua", "bloc"))]
DecisionFile = Annotated[
    Once,
    typer.Option(
        "--file",
        metavar="PATH",
        help=words("tệp của quyết định, khi không rõ là tệp nào", "the decision's file, where it is not clear which"),
    ),
]
FromNomination = Annotated[
    Once,
    typer.Option(
        "--from",
        metavar="NOMINATION",
        help=words(
            "lấy danh sách được thông qua của một hồ sơ đề nghị: mã, đường dẫn hoặc số tờ trình",
            "take the approved rows of a nomination: its id, path or number",
        ),
    ),
]
