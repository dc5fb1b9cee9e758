"""Why a text cannot be changed in place, in both languages, and the refusals that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.source.edit import Obstacle

if TYPE_CHECKING:
    from thidua.source.edit import CannotEdit

OBSTACLES = {
    Obstacle.NO_SUCH_FIELD: Text("không có trường này trong tệp", "there is no such field in the file"),
    Obstacle.NOT_ONE_VALUE: Text(
        "ở đó có nhiều giá trị, không phải một", "there are several values there, not a single one"
    ),
    Obstacle.NO_PLACE_FOR_A_KEY: Text(
        "trường này đã có, hoặc chỗ đó không chứa được trường nào",
        "the field is there already, or nothing there can hold a field",
    ),
    Obstacle.NOT_A_LIST: Text("chỗ đó không phải danh sách", "it is no list"),
    Obstacle.THE_TOP: Text("không xóa được cả bản ghi", "the whole record cannot be removed"),
    Obstacle.SHARES_ITS_LINE: Text(
        "dòng cuối nằm chung dòng với phần khác; sửa trong tệp", "the last item shares its line; change it in the file"
    ),
    Obstacle.NOT_CLEAN: Text(
        "chữ mới có ký tự không dùng trong bản ghi, hoặc dấu tiếng Việt chưa ở dạng dựng sẵn (NFC)",
        "the new text has characters that no record may have, or is not in the Unicode form NFC",
    ),
    Obstacle.UNREADABLE: Text(
        "sửa vậy thì tệp không đọc lại được; sửa trong tệp",
        "the file could not be read any more; change it in the file",
    ),
    Obstacle.SAYS_MORE: Text(
        "sửa vậy thì phần khác của tệp cũng đổi; sửa trong tệp",
        "other parts of the file would change too; change it in the file",
    ),
}


def why_not(error: CannotEdit) -> Text:
    """Return why a change cannot be made."""
    return OBSTACLES[error.reason]


def cannot_change(path: str, why: Text) -> EntryError:
    """Return the refusal to change a file, which ends the program with 1."""
    return EntryError(Text(f"không sửa được `{path}`: {why.vi}", f"`{path}` cannot be changed: {why.en}"), status=1)


def says_otherwise(path: str, field: str, there: object, value: str, option: str) -> EntryError:
    """Return the refusal of an option that a file contradicts: what the file says is set there first.

    Args:
        there: what the file has in the field; nothing where it does not say.
    """
    has = Text(f"ghi `{there}`", f"says `{there}`") if there else Text("chưa ghi", "does not say")
    mend = f"`thidua set {path} {field} '{value}'`"
    return EntryError(
        Text(
            f"`{path}` {has.vi} ở `{field}`, không phải `{value}`; bỏ tuỳ chọn này, hoặc sửa tệp trước bằng {mend}",
            f"`{path}` {has.en} in `{field}`, not `{value}`; leave it out, or mend the file first with {mend}",
        ),
        option,
    )


def cannot_add(error: CannotEdit) -> EntryError:
    """Return the refusal to add anything to a file."""
    why = why_not(error)
    return EntryError(
        Text(f"không ghi thêm vào tệp này được: {why.vi}", f"nothing can be added to this file: {why.en}")
    )
