"""What is said where a revision cannot be had."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from thidua.cli.here import fail
from thidua.cli.language import language
from thidua.diagnostics import Text
from thidua.store.revision import Missing

if TYPE_CHECKING:
    from thidua.store.revision import NoRevision

_MISSING = {
    Missing.NO_GIT: Text(
        "kho bản ghi không ở gốc một kho git, hoặc máy chưa cài git, nên không có trạng thái cũ nào",
        "the records are not at the top of a git repository, or git is not installed: there is no earlier state",
    ),
    Missing.UNBORN: Text("kho git chưa lưu lần nào (chưa có commit)", "nothing was committed yet"),
    Missing.UNKNOWN: Text(
        "git ở máy này không có `{asked}`; ghi tên nhánh, tên thẻ hoặc mã commit (như a1b2c3d); chưa tải về thì `git fetch`, chỉ tải một phần lịch sử thì `git fetch --unshallow`",
        "git on this machine has no `{asked}`; give a branch, a tag or a commit (such as a1b2c3d); `git fetch` it first, or `git fetch --unshallow` where only a part of the history is here",
    ),
    Missing.NO_MAIN: Text(
        "không có nhánh chính `{asked}`, như `thidua.yaml` gọi ở `main_branch`; tải về bằng `git fetch`, hoặc ghi rõ so với bản nào",
        "there is no main branch `{asked}`, as `thidua.yaml` calls it in `main_branch`; `git fetch` it, or say what to compare with",
    ),
    Missing.UNRELATED: Text(
        "không tìm thấy chỗ rẽ khỏi `{asked}`: kho chỉ tải một phần lịch sử; `git fetch --unshallow`, hoặc ghi rõ so với bản nào",
        "where the work left `{asked}` is not known: only a part of the history was fetched; `git fetch --unshallow`, or say what to compare with",
    ),
    Missing.REFUSED: Text("git không đọc được `{asked}`: {reason}", "git cannot read `{asked}`: {reason}"),
}


def no_revision(error: NoRevision) -> NoReturn:
    """End the program with 2, since there is no such revision; with 1 where git failed."""
    said = _MISSING[error.why].words(language(), {"asked": error.asked, "reason": error.reason})
    fail(said, 1 if error.why is Missing.REFUSED else 2)
