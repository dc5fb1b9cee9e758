"""Why a revision cannot be had, in words that say what to do."""

from __future__ import annotations

from thidua.cli.language import words
from thidua.store.revision import Missing, NoRevision


def no_revision(error: NoRevision) -> str:
    """Return why there is no such revision."""
    asked = error.asked
    match error.why:
        case Missing.NO_GIT:
            return words(
                "các bản ghi không nằm ở gốc một kho git, hoặc máy không có git",
                "the records are not at the top of a git repository, or there is no git",
            )
        case Missing.UNBORN:
            return words("kho git chưa có lần lưu nào", "nothing was committed yet")
        case Missing.NO_MAIN:
            return words(
                f"không có nhánh chính `{asked}` mà `thidua.yaml` nêu ở `main_branch`",
                f"there is no main branch `{asked}`, as `main_branch` in `thidua.yaml` calls it",
            )
        case Missing.UNRELATED:
            return words(
                f"`{asked}` và nhánh đang làm không có điểm chung, hoặc chưa tải đủ lịch sử (`git fetch --unshallow`)",
                f"`{asked}` and the work on hand have nothing in common, or it was not fetched (`git fetch --unshallow`)",
            )
        case Missing.UNKNOWN:
            return words(
                f"git không có phiên bản `{asked}`; ghi tên nhánh, nhãn hoặc mã lần lưu, chưa tải về thì `git fetch`",
                f"git has no revision `{asked}`; give a branch, a tag or a commit, and `git fetch` it first if need be",
            )
        case _:
            return words(f"git không đọc được `{asked}`: {error.reason}", f"git cannot read `{asked}`: {error.reason}")
