"""Papers on standard output or in a file, and what is said where that cannot be done."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from thidua.cli.here import fail, refuse
from thidua.cli.language import words
from thidua.diagnostics import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from thidua.render.office import MissingLibrary
    from thidua.render.templates import BadTemplate


def unusable(error: BadTemplate) -> str:
    """Return what is wrong with a template, in the language chosen."""
    from thidua.render.templates import Wrong

    name = error.name
    match error.wrong:
        case Wrong.UNKNOWN_NAME:
            said = (
                f"không có gì tên là `{name}` ở đây; xem lại cách viết",
                f"there is no `{name}` here; look at its spelling",
            )
        case Wrong.UNKNOWN_FILTER:
            said = f"không có bộ lọc hay phép thử `{name}`", f"there is no filter or test `{name}`"
        case Wrong.MISSING_FILE:
            said = f"không có tệp mẫu `{name}`", f"there is no template `{name}`"
        case Wrong.SYNTAX:
            said = f"viết sai cú pháp: {error.reason}", f"a mistake in its syntax: {error.reason}"
        case Wrong.TOO_MUCH:
            said = (
                "làm ra quá nhiều chữ, con số quá lớn hoặc lặp quá nhiều lần; không báo cáo nào cần đến thế",
                "makes too much text, too great a number or too many rounds; no report needs that",
            )
        case Wrong.NO_WORD_FILE:
            said = f"không phải tệp Word dùng được ({error.reason})", f"no Word file that can be used ({error.reason})"
        case Wrong.NO_PLACE:
            said = f"thiếu thẻ `{name}`, đứng riêng một đoạn", f"has no tag `{name}`, alone in its paragraph"
        case Wrong.MISPLACED:
            said = (
                f"có thẻ đặt sai chỗ; để mỗi thẻ `{{%p … %}}` riêng một đoạn ({error.reason})",
                f"a tag is out of place; keep each `{{%p … %}}` in a paragraph of its own ({error.reason})",
            )
        case Wrong.OTHER:
            said = error.reason, error.reason
    line = words(f" dòng {error.line}", f" line {error.line}") if error.line else ""
    if error.paragraph:
        line = words(f", đoạn “{printable(error.paragraph)}”", f", paragraph “{printable(error.paragraph)}”")
    return words(f"mẫu `{error.template}`{line}: {said[0]}", f"template `{error.template}`{line}: {said[1]}")


def deliver(text: str | bytes, output: Path | None) -> None:
    """Print a report, or write it into the folder that `output` leads to; a link in its place is left alone."""
    if output is None:
        sys.stdout.write(text if isinstance(text, str) else "")
        return
    from thidua.store.writer import write

    put_in_place(output, lambda target: write(target.parent, target.name, text))


def put_in_place(output: Path, make: Callable[[Path], object]) -> None:
    """Have a file made in the folder that `output` leads to, and say so; a link in its place is left alone."""
    from thidua.store.writer import OutsideRepository

    try:
        folder = output.parent.resolve()
    except (OSError, RuntimeError) as error:  # links that go round in a circle are a RuntimeError before Python 3.13
        fail(unwritten(output, error), 1)
    try:
        if not folder.is_dir():
            fail(words(f"không có thư mục `{folder}`", f"there is no folder `{folder}`"))
        if (folder / output.name).is_symlink():
            fail(
                words(
                    f"`{output}` là liên kết tới tệp khác, không ghi; xóa liên kết hoặc ghi ra tên khác",
                    f"`{output}` is a link to another file and was not written; remove it or give another name",
                )
            )
        if (folder / output.name).is_dir():
            fail(words(f"`{output}` là một thư mục", f"`{output}` is a folder"))
        make(folder / output.name)
    except OutsideRepository:
        fail(words(f"`{output}` không phải là tên tệp ghi được", f"`{output}` is no file that can be written"))
    except OSError as error:
        fail(unwritten(output, error), 1)
    as_asked = os.path.abspath(output.parent)  # noqa: PTH100 - `resolve` would follow the links
    where = output if str(folder) == as_asked else folder / output.name
    print(words(f"đã ghi {where}", f"wrote {where}"), file=sys.stderr)


@contextmanager
def explained() -> Iterator[None]:
    """End the program in plain words where a paper cannot be made of what was asked, its template or these libraries."""
    from thidua.app.entry_error import EntryError
    from thidua.cli.revisions import no_revision
    from thidua.render.office import MissingLibrary
    from thidua.render.templates import BadTemplate
    from thidua.store.revision import NoRevision

    try:
        yield
    except EntryError as error:
        refuse(error)
    except NoRevision as error:
        no_revision(error)
    except BadTemplate as error:
        fail(unusable(error), 1)
    except MissingLibrary as error:
        without_library(error)


def without_library(error: MissingLibrary) -> NoReturn:
    """End the program with 1: what makes Word and PDF is not installed."""
    fail(
        words(
            f"chưa cài `{error.library}`, cần cho tệp Word và PDF; chạy: python -m pip install 'thidua[office]'",
            f"`{error.library}`, which makes Word and PDF, is not installed; run: python -m pip install 'thidua[office]'",
        ),
        1,
    )


def fail_without(missing: Iterable[str], vietnamese: str, english: str) -> NoReturn:
    """End the program with 1, since files could not be read; their names command nothing."""
    listed = "".join(f"\n  {printable(path)}" for path in missing)
    fail(words(f"{vietnamese} (xem `thidua validate`):{listed}", f"{english} (see `thidua validate`):{listed}"), 1)


def unwritten(output: Path, error: OSError | RuntimeError) -> str:
    match error:
        case PermissionError():
            said = "không có quyền ghi, hoặc tệp đang mở ở chương trình khác", "not allowed, or open in another program"
        case RuntimeError():
            said = "các liên kết thư mục dẫn vòng quanh", "the links of its folder go round in a circle"
        case OSError(errno=errno.ENOSPC):
            said = "ổ đĩa đã đầy", "the disk is full"
        case OSError(errno=errno.EROFS):
            said = "ổ đĩa chỉ cho đọc", "the disk can only be read"
        case OSError(errno=errno.ENAMETOOLONG):
            said = "tên tệp quá dài", "the name is too long"
        case _:
            said = (str(error.strerror or error),) * 2
    return words(f"không ghi được `{output}`: {said[0]}", f"cannot write `{output}`: {said[1]}")
