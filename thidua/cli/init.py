"""`thidua init`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.app.init import BadId, InsideAnother, Made
from thidua.app.init import init as make
from thidua.cli.here import fail, today
from thidua.cli.language import language, words
from thidua.cli.show_text import say
from thidua.model.lists import Level, OrganisationKind
from thidua.store.workspace import NoWorkspace, RecordsLinked, find_workspace
from thidua.store.writer import OutsideRepository

if TYPE_CHECKING:
    from enum import StrEnum


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
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND",
            help=words(
                "loại cơ quan, như don-vi-hanh-chinh; mặc định đoán theo tên",
                "kind of office, such as don-vi-hanh-chinh; guessed from the name by default",
            ),
        ),
    ] = "",
    level: Annotated[
        str,
        typer.Option(
            metavar="LEVEL",
            help=words(
                "cấp của cơ quan, như xa; mặc định đoán theo tên, không chắc thì bỏ trống",
                "level of the office, such as xa; guessed from the name by default, left out when unsure",
            ),
        ),
    ] = "",
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help=words("chỉ liệt kê các tệp sẽ ghi", "only list the files that would be written")
        ),
    ] = False,
) -> None:
    """Make a new repository of records."""
    _one_of("--kind", kind, OrganisationKind)
    _one_of("--level", level, Level)
    if (organisation or kind or level) and not name:
        fail(words("thiếu `--name`: tên của cơ quan", "`--name` is missing: the name of the office"))
    try:
        made = make(
            folder,
            language(),
            today().year,
            organisation=organisation,
            name=name,
            kind=kind,
            level=level,
            dry_run=dry_run,
        )
    except (BadId, InsideAnother, OSError, OutsideRepository) as error:
        fail(_complaint(error, folder))
    say((_listed if dry_run else _told)(made, folder), colour=False)


init.more = (  # type: ignore[attr-defined]
    (
        "Không ghi đè tệp nào đã có. Chạy lại được nhiều lần: chỉ thêm tệp còn thiếu và đặt lại pre-commit.\n"
        'Ví dụ: thidua init thi-dua --organisation mong-cai --name "Thành phố Móng Cái"'
    ),
    (
        "Never overwrites a file. It may be run again: only what is missing is added, the pre-commit hook among it.\n"
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


def _one_of(option: str, value: str, choices: type[StrEnum]) -> None:
    if value and value not in list(choices):
        listed = ", ".join(choices)
        fail(words(f"`{option}` nhận một trong: {listed}", f"`{option}` takes one of: {listed}"))


def _told(made: Made, folder: Path) -> str:
    """Return in a few lines what was made."""
    here, n = folder.as_posix(), len(made.written)
    lines = [
        words(f"đã ghi {n} tệp vào kho bản ghi `{here}`", f"wrote {n} file{'s' * (n != 1)} into `{here}`")
        if n
        else words(f"`{here}` không thiếu tệp nào", f"no file is missing in `{here}`")
    ]
    if made.office.path in made.written:
        what = ", ".join(part for part in (made.office.kind, made.office.level) if part)
        lines.append(
            words("  cơ quan: ", "  the office: ")
            + f"{made.office.name} · {made.office.path}"
            + (f" ({what})" if what else words(" (chưa ghi loại, cấp)", " (kind and level not given)"))
        )
    lines += _about_settings(made, folder)
    if made.kept:
        lines.append(
            words(f"  giữ nguyên {len(made.kept)} tệp đã có", f"  left as they were: {len(made.kept)} that were there")
        )
    lines += [f"  {line}" for line in _about_git(made, dry_run=False)]
    return "".join(f"{line}\n" for line in lines)


def _about_settings(made: Made, folder: Path) -> list[str]:
    """Return what is still to do where the settings name no office."""
    try:
        there = find_workspace(folder)
    except (NoWorkspace, RecordsLinked, OSError):
        return []
    if there.findings or there.settings.organisation:
        return []
    id_ = made.office.id
    making = (
        ""
        if id_
        else words(
            "ghi cơ quan mình bằng `thidua add-organisation`, rồi ",
            "record your office by `thidua add-organisation`, then ",
        )
    )
    line = f"`organisation: {id_ or words('MÃ', 'ID')}`"
    return [
        words(
            f"  thidua.yaml chưa ghi cơ quan nào: {making}thêm dòng {line} vào tệp đó",
            f"  thidua.yaml names no office: {making}add the line {line} to it",
        )
    ]


def _listed(made: Made, folder: Path) -> str:
    """Return every file that would be written."""
    lines = [words("sẽ ghi ", "would write ") + (folder / path).as_posix() for path in made.written]
    lines += [words("giữ nguyên ", "would keep ") + (folder / path).as_posix() for path in made.kept]
    lines += _about_git(made, dry_run=True)
    return "".join(f"{line}\n" for line in lines)


def _about_git(made: Made, *, dry_run: bool) -> list[str]:
    lines = []
    if made.git == "new":
        lines.append(
            words("sẽ tạo kho git", "would make a git repository")
            if dry_run
            else words("đã tạo kho git", "made a git repository")
        )
        if not dry_run:
            lines.append(_about_first_commit(made))
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
        lines.append(
            words(f"sẽ ghi {made.hook}", f"would write {made.hook}")
            if dry_run
            else words(
                "đã đặt pre-commit: trước mỗi lần lưu, git chạy `thidua fmt --check` và `thidua validate`",
                "put the pre-commit hook: before each commit git runs `thidua fmt --check` and `thidua validate`",
            )
        )
    if made.hooks_elsewhere:
        lines.append(
            words(
                f"nhưng git của máy này tìm lệnh ở {made.hooks_elsewhere} (core.hooksPath) nên không chạy nó; muốn chạy: git config core.hooksPath .git/hooks",
                f"but this computer's git looks for hooks in {made.hooks_elsewhere} (core.hooksPath) and does not run it; to have it run: git config core.hooksPath .git/hooks",
            )
        )
    if made.merges and not dry_run:
        lines.append(
            words(
                "đã đặt cách gộp: hai nhánh cùng sửa một bản ghi thì git gộp theo từng dòng",
                "set how to merge: where two branches changed one record, git merges it row by row",
            )
        )
    if made.attributes_kept:
        lines.append(
            words(
                "giữ nguyên .gitattributes đã có; để git gộp theo từng dòng, thêm vào đó: records/**/*.yaml merge=thidua và records/**/*.md merge=thidua",
                "kept the .gitattributes that was there; for merging row by row add to it: records/**/*.yaml merge=thidua and records/**/*.md merge=thidua",
            )
        )
    if made.hook_kept:
        lines.append(words("giữ nguyên pre-commit đã có", "kept the pre-commit hook that was there"))
    return lines


def _about_first_commit(made: Made) -> str:
    if made.saved:
        return words(
            "đã lưu lần đầu vào nhánh `main`; bắt đầu một phần việc bằng `thidua start`",
            "made the first commit on the branch `main`; begin a piece of work by `thidua start`",
        )
    if made.refused:
        return words(
            f"chưa lưu lần đầu được; git nói: {made.refused}. Sửa xong thì git add . và git commit",
            f"made no first commit; git says: {made.refused}. When that is mended: git add . and git commit",
        )
    return words(
        'chưa lưu lần đầu vì git chưa biết bạn là ai: git config --global user.name "Họ tên", git config --global user.email "thư@cơ-quan", rồi git add . và git commit -m "Lập kho bản ghi"',
        'made no first commit, as git does not know who you are: git config --global user.name "Your Name", git config --global user.email "you@office", then git add . and git commit -m "Make the repository"',
    )
