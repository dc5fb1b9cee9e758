"""`thidua merge-driver`, which git runs where two branches changed one record."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.app.merge_record import Left, Merged, keep_theirs, merge_record
from thidua.cli.here import complain, fail
from thidua.cli.language import words
from thidua.diagnostics import route_text
from thidua.source.emit import flow
from thidua.source.merge import Clash
from thidua.store.git import git_folder
from thidua.store.writer import write

if TYPE_CHECKING:
    from thidua.source.builder import Tree
    from thidua.source.merge import Conflict

SHOWN = 160
"""How many characters of a value are shown."""


def merge_driver(
    base: Annotated[
        Path,
        typer.Argument(metavar="%O", help=words("bản trước khi tách nhánh", "the version both branches started from")),
    ],
    ours: Annotated[
        Path,
        typer.Argument(metavar="%A", help=words("bản của nhánh này; kết quả ghi vào đây", "ours; takes the result")),
    ],
    theirs: Annotated[Path, typer.Argument(metavar="%B", help=words("bản của nhánh kia", "theirs"))],
    path: Annotated[
        str,
        typer.Argument(
            metavar="%P", help=words("đường dẫn của bản ghi trong kho", "the record's path in the repository")
        ),
    ],
) -> None:
    """Merge one record of two branches, row by row."""
    try:
        texts = base.read_bytes(), ours.read_bytes(), theirs.read_bytes()
    except OSError as error:
        fail(words(f"không đọc được {error.filename}", f"cannot read {error.filename}"))
    merged = merge_record(path, *texts)
    result = merged.text.encode("utf-8", "surrogateescape")
    if not merged.left and result != texts[1]:
        write(ours.resolve().parent, ours.name, result)
    if merged.is_clean:
        return
    complain("\n".join((*_told(path, merged), *_what_now(path, _kept(path, texts[2])))))
    raise typer.Exit(1)


merge_driver.more = (  # type: ignore[attr-defined]
    """
    git gọi lệnh này khi gộp hai nhánh cùng sửa một bản ghi; `thidua init` đặt sẵn. Không cần gõ tay.
    Chỗ chỉ một nhánh sửa thì lấy bản sửa; dòng cả hai cùng thêm thì ghi một lần. Chỗ hai nhánh sửa khác nhau
    thì tệp giữ giá trị của nhánh này, lệnh kể rõ từng chỗ và kết thúc với 1; bản của nhánh kia được cất
    trong thư mục git.
    """,
    """
    git runs it where two branches changed one record; `thidua init` sets it up. Nobody needs to type it.
    What one branch changed is changed, a row that both added stands once. Where the branches changed one value
    in two ways the file keeps that of this branch, the command tells each place and ends with 1; the text of
    the other branch is kept in the git folder.
    """,
)


def _kept(path: str, theirs: bytes) -> str:
    """Keep their text and return where; empty where there is no git folder."""
    named = os.environ.get("GIT_DIR")
    folder = Path(named).resolve() if named else git_folder(Path.cwd())
    if folder is None:
        return ""
    try:
        kept = Path(keep_theirs(folder, path, theirs))
    except OSError:
        return ""
    here = Path.cwd()
    return (kept.relative_to(here) if kept.is_relative_to(here) else kept).as_posix()


def _told(path: str, merged: Merged) -> list[str]:
    if merged.left:
        return [f"{path}: {_why_left(merged)}"]
    n = len(merged.conflicts) + merged.body
    lines = []
    if n:
        lines.append(
            words(
                f"{path}: hai nhánh sửa khác nhau ở {n} chỗ; tệp giữ giá trị của nhánh này, phần còn lại đã gộp",
                f"{path}: the branches differ in {n} place{'s' * (n > 1)}; the file keeps the values of this branch, the rest is merged",
            )
        )
    for conflict, row in zip(merged.conflicts, merged.rows, strict=True):
        lines += [f"  {line}" for line in _conflict(path, conflict, row)]
    if merged.body:
        lines.append(
            words(
                "  phần chữ (dưới dòng `---` thứ hai của bản ghi): mỗi nhánh viết một khác; tệp giữ bản của nhánh này",
                "  the text (of a record, under the second line `---`) differs; the file keeps that of this branch",
            )
        )
    if merged.comments:
        lines.append(
            words(f"{path}: ghi chú không còn chỗ đặt, xem lại:", f"{path}: comments that found no place, look again:")
        )
        lines += [f"  {comment}" for comment in merged.comments]
    return lines


def _why_left(merged: Merged) -> str:
    match merged.left:
        case Left.OTHER_RECORD:
            return words(
                "hai nhánh cùng tạo tệp này cho hai bản ghi khác nhau; tệp giữ bản của nhánh này."
                " Chép bản của nhánh kia sang một tệp có tên khác",
                "both branches made this file, each for another record; it stays as this branch has it."
                " Copy the other one to a file with another name",
            )
        case Left.MOVED_APART:
            names = ", ".join(merged.names)
            return words(
                f"mỗi nhánh chuyển {names} sang một danh hiệu, hình thức khác nhau; tệp giữ bản của nhánh này, chưa gộp gì",
                f"each branch moved {names} to another award; the file stays as this branch has it, nothing is merged",
            )
        case Left.NOT_VALID:
            return words(
                "hai phần sửa không đi được với nhau (kết quả không còn là bản ghi đúng); tệp giữ bản của nhánh này",
                "the two changes do not go together (what comes of them is no record); the file stays as this branch has it",
            )
        case _:
            side, line = merged.detail
            whose = {
                "base": words("bản trước khi tách nhánh", "the version both started from"),
                "ours": words("bản của nhánh này", "the version of this branch"),
                "theirs": words("bản của nhánh kia", "the version of the other branch"),
            }[side]
            return words(
                f"{whose} không đọc được ở dòng {line}; tệp giữ bản của nhánh này, chưa gộp gì",
                f"{whose} cannot be read in line {line}; the file stays as this branch has it, nothing is merged",
            )


def _conflict(path: str, conflict: Conflict, row: str) -> list[str]:
    field = route_text(conflict.route)
    where = f"{field} ({row})" if row else field
    ours, theirs = _shown(conflict.ours), _shown(conflict.theirs)
    setting = f"thidua set {quote(path)} {quote(field)}"
    match conflict.clash:
        case Clash.REMOVED_HERE:
            return [
                words(
                    f"{where}: nhánh này đã xoá, nhánh kia sửa thành {theirs}; muốn giữ thì ghi lại vào tệp",
                    f"{where}: removed on this branch, changed on the other to {theirs}; to keep it, write it into the file again",
                )
            ]
        case Clash.REMOVED_THERE:
            return [
                words(
                    f"{where}: nhánh này sửa thành {ours}, nhánh kia đã xoá",
                    f"{where}: changed on this branch to {ours}, removed on the other",
                ),
                words(f"  muốn xoá: {setting} --unset", f"  to remove it: {setting} --unset"),
            ]
    before = words(f", trước đó {_shown(conflict.base)}", f", before it was {_shown(conflict.base)}")
    lines = [
        words(
            f"{where}: nhánh này {ours}, nhánh kia {theirs}", f"{where}: {ours} on this branch, {theirs} on the other"
        )
        + (before if conflict.base is not None else "")
    ]
    if isinstance(conflict.theirs, str) and isinstance(conflict.ours, str) and "\n" not in conflict.theirs:
        to_take = f"{setting} {quote(conflict.theirs)}"
        lines.append(words(f"  muốn lấy giá trị kia: {to_take}", f"  to take the other value: {to_take}"))
    return lines


def _shown(value: Tree | None) -> str:
    if value is None:
        return words("không có", "nothing")
    text = flow(value)
    return f"`{text if len(text) <= SHOWN else text[:SHOWN] + '…'}`"


def _what_now(path: str, kept: str) -> list[str]:
    lines = [words(f"cả bản của nhánh kia: {kept}", f"the whole text of the other branch: {kept}")] if kept else []
    lines.append(
        words(
            f"xem xong thì: git add {quote(path)}, rồi git commit",
            f"when it is right: git add {quote(path)}, then git commit",
        )
    )
    return lines
