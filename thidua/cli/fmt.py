"""`thidua fmt`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.app.format_files import Formatted, format_files
from thidua.cli.carry_out import guarded
from thidua.cli.here import complain, fail, workspace
from thidua.cli.language import words
from thidua.cli.options import Root
from thidua.cli.show_text import say
from thidua.diagnostics import printable
from thidua.store.workspace import Workspace


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help=words("tệp hoặc thư mục; để trống là tất cả", "files or folders; all if left out")),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            "--dry-run",
            help=words("chỉ liệt kê tệp chưa chuẩn, không ghi", "list files that would change, write nothing"),
        ),
    ] = False,
    root: Root = None,
) -> None:
    """Bring files to the canonical form."""
    here = workspace(root)
    wanted = [_inside(here, path) for path in paths or ()]
    found = guarded(lambda: format_files(here, wanted, only_check=check))
    say("".join(f"{printable(line)}\n" for line in (*found.changed, _summary(found, only_check=check))))
    for path, why in found.left:
        complain(words(f"{printable(path)}: để nguyên, {why.vi}", f"{printable(path)}: left alone, {why.en}"))
    raise typer.Exit(1 if found.left or (check and found.changed) else 0)


fmt.more = (  # type: ignore[attr-defined]
    """
    Thứ tự trường, khoảng trắng, dấu nháy và chữ Unicode về một dạng; nội dung và ghi chú giữ nguyên.
    Tệp không đọc được thì để nguyên và báo ra. --check kết thúc với 1 nếu có tệp chưa chuẩn.
    """,
    """
    Order of fields, spaces, quotes and Unicode in one form; what is said stays, and so do comments.
    Files that cannot be read are left alone and named. --check ends with 1 where a file would change.
    """,
)


def _summary(found: Formatted, *, only_check: bool) -> str:
    changed, kept = len(found.changed), found.kept
    files = "1 file" if changed == 1 else f"{changed} files"
    if only_check:
        are = "is" if kept == 1 else "are"
        return words(f"{changed} tệp chưa chuẩn, {kept} tệp đã chuẩn", f"{files} would change, {kept} {are} canonical")
    were = "was" if kept == 1 else "were"
    return words(f"đã sửa {changed} tệp, {kept} tệp đã chuẩn", f"changed {files}, {kept} {were} canonical")


def _inside(here: Workspace, path: Path) -> str:
    """A path from the root: below here, or below the root."""
    there = [place.resolve() for place in (path, here.root / path) if place.exists()]
    inside = next((place for place in there if place.is_relative_to(here.root)), None)
    if inside is None and there:
        fail(words(f"`{path}` nằm ngoài kho bản ghi", f"`{path}` is outside the repository of records"))
    if inside is None:
        fail(words(f"không có `{path}`", f"there is no `{path}`"))
    return inside.relative_to(here.root).as_posix()
