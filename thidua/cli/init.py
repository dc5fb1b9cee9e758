"""`thidua init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.app.init import BadId, InsideAnother, Made
from thidua.app.init import init as make
from thidua.cli.here import fail, today
from thidua.cli.language import language, words
from thidua.cli.show_text import say
from thidua.store.writer import OutsideRepository


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            file_okay=False,
            help=words("thư mục; mặc định là thư mục hiện tại", "the folder; this one by default"),
        ),
    ] = Path(),
    organisation: Annotated[
        str,
        typer.Option(metavar="ID", help=words("mã của cơ quan, như mong-cai", "id of the office, such as mong-cai")),
    ] = "",
    name: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help=words(
                "tên của cơ quan; bản ghi của cơ quan được tạo luôn",
                "name of the office; its record is made too",
            ),
        ),
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=words("chỉ nói sẽ ghi gì", "only say what would be written"))
    ] = False,
) -> None:
    """Make a new repository of records."""
    if organisation and not name:
        fail(words("thiếu `--name`: tên của cơ quan", "`--name` is missing: the name of the office"))
    try:
        made = make(folder, language(), today().year, organisation=organisation, name=name, dry_run=dry_run)
    except (BadId, InsideAnother, OSError, OutsideRepository) as error:
        fail(_complaint(error, folder))
    say(_told(made, folder, dry_run=dry_run), colour=False)


init.more = (  # type: ignore[attr-defined]
    (
        "Không ghi đè tệp nào đã có. Chạy lại được nhiều lần: chỉ thêm tệp còn thiếu.\n"
        'Ví dụ: thidua init thi-dua --organisation mong-cai --name "Thành phố Móng Cái"'
    ),
    (
        "Never overwrites a file. It may be run again: only what is missing is added.\n"
        'For example: thidua init thi-dua --organisation mong-cai --name "Thành phố Móng Cái"'
    ),
)


def _complaint(error: Exception, folder: Path) -> str:
    match error:
        case BadId():
            return words(
                f"`{error}` không thể là mã: chỉ dùng chữ thường không dấu, số và gạch nối; ghi `--organisation ID`",
                f"`{error}` cannot be an id: small letters without accents, digits and hyphens only; give `--organisation ID`",
            )
        case InsideAnother():
            return words(
                f"thư mục nằm trong kho bản ghi `{error.root}`",
                f"the folder is inside the repository of records `{error.root}`",
            )
        case _:
            return words(f"không ghi được vào `{folder}`: {error}", f"`{folder}` cannot be written: {error}")


def _told(made: Made, folder: Path, *, dry_run: bool) -> str:
    verb = words("sẽ ghi", "would write") if dry_run else words("đã ghi", "wrote")
    lines = [f"{verb} {(folder / path).as_posix()}" for path in made.written]
    lines += [
        words(f"giữ nguyên {(folder / path).as_posix()}", f"kept {(folder / path).as_posix()}") for path in made.kept
    ]
    if made.git == "new":
        lines.append(
            words("sẽ tạo kho git", "would make a git repository")
            if dry_run
            else words("đã tạo kho git", "made a git repository")
        )
    if made.git == "inside":
        lines.append(
            words(
                "thư mục nằm trong một kho git: không đặt pre-commit, và .github chỉ chạy ở gốc của kho",
                "the folder is inside a git repository: no pre-commit hook is set, and .github works only at its top",
            )
        )
    if not made.git:
        lines.append(words("không có git: chưa tạo kho git", "git is missing: no git repository was made"))
    if made.hook:
        lines.append(f"{verb} {made.hook}")
    if made.hook_kept:
        lines.append(words("giữ nguyên pre-commit đã có", "kept the pre-commit hook that was there"))
    return "".join(f"{line}\n" for line in lines)
