"""Which nomination is meant by what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.store.nominations import nominations_called
from thidua.store.paths import record_path
from thidua.store.queries import unreadable

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh


def asked_nomination(state: Fresh, option: str, asked: str) -> tuple[str, str]:
    """Return path and id of the one nomination that is meant: by its id, path or number.

    Raises:
        EntryError: none is, several are, or it cannot be read.
    """
    found = nominations_called(state.register, asked.strip()) if asked.strip() else []
    if len(found) == 1:
        return found[0][:2]
    if found:
        listed = ", ".join(path for path, _, _ in found)
        raise EntryError(
            Text(f"`{asked}` là số của nhiều hồ sơ: {listed}; ghi đường dẫn", f"`{asked}` is several: {listed}"), option
        )
    there = asked if asked.startswith("records/") else f"records/{asked.removeprefix('nominations/')}"
    for path in (there, f"records/nominations/{asked.removeprefix('nominations/')}.yaml"):
        if record_path(path).folder == "nominations" and _is_file(state, path):
            raise EntryError(
                Text(
                    f"`{path}` có lỗi nên không đọc được; xem `thidua validate {path}` và sửa trước",
                    f"`{path}` has errors and cannot be read; see `thidua validate {path}` and mend it first",
                ),
                option,
                1,
            )
    maybe = ", ".join(path for path in unreadable(state.register) if record_path(path).folder == "nominations")
    if maybe:
        raise EntryError(
            Text(
                f"không thấy hồ sơ đề nghị `{asked}`; có thể là tệp có lỗi nên không đọc được: {maybe}"
                " (xem `thidua validate`)",
                f"no nomination `{asked}` is found; it may be a file that has errors and cannot be read: {maybe}"
                " (see `thidua validate`)",
            ),
            option,
        )
    raise EntryError(
        Text(
            f"không có hồ sơ đề nghị `{asked}`; ghi mã, đường dẫn hoặc số tờ trình",
            f"there is no nomination `{asked}`; give its id, path or number",
        ),
        option,
    )


def _is_file(state: Fresh, path: str) -> bool:
    return state.register.one("SELECT 1 FROM file WHERE path = ?", (path,)) is not None
