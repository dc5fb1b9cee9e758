"""What is said where a revision cannot be had."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from thidua.cli.here import fail
from thidua.cli.language import words

if TYPE_CHECKING:
    from thidua.store.revision import NoRevision


def no_revision(error: NoRevision) -> NoReturn:
    """End the program with 2, since there is no such revision; with 1 where git failed."""
    from thidua.store.revision import Missing

    asked = error.asked
    match error.why:
        case Missing.NO_GIT:
            fail(
                words(
                    "kho bản ghi này không phải là kho git (hoặc máy chưa cài git), nên không có trạng thái cũ để xem",
                    "the records are in no git repository (or git is not installed), so there is no earlier state",
                )
            )
        case Missing.UNBORN:
            fail(words("kho git chưa có lần lưu (commit) nào", "nothing was committed yet"))
        case Missing.UNKNOWN:
            fail(
                words(
                    f"không có trạng thái nào tên là `{asked}`; ghi mã bản ghi git (như a1b2c3d), tên nhánh hoặc tên thẻ",
                    f"there is no revision `{asked}`; give the id of a commit (such as a1b2c3d), a branch or a tag",
                )
            )
        case Missing.NO_MAIN:
            fail(words(f"không có nhánh chính `{asked}`", f"there is no main branch `{asked}`"))
        case Missing.UNRELATED:
            fail(
                words(
                    f"nhánh đang làm và `{asked}` không có điểm chung trong lịch sử có trên máy",
                    f"the work on hand and `{asked}` have nothing in common in the history at hand",
                )
            )
        case Missing.REFUSED:
            fail(
                words(f"git không đọc được `{asked}`: {error.reason}", f"git cannot read `{asked}`: {error.reason}"), 1
            )
