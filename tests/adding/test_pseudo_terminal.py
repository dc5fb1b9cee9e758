"""Conversations at a real terminal of POSIX.

Where there is none this file is not collected; `test_typed_conversation` runs the same conversations everywhere.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

from tests.adding.conftest import DECISION, Repository


def typed_at_terminal(repository: Repository, arguments: list[str], keys: list[tuple[str, str]]) -> tuple[int, str]:
    """Run the program at a terminal of its own: wait for some words, then press keys."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm", PROMPT_TOOLKIT_NO_CPR="1", THIDUA_LANG="vi", NO_COLOR="1")
        os.chdir(repository.root)
        os.execv(sys.executable, [sys.executable, "-m", "thidua", *arguments])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 160, 0, 0))
    seen, at, pending, end = b"", 0, list(keys), time.monotonic() + 30
    while time.monotonic() < end:
        if pending and (found := seen.find(pending[0][0].encode(), at)) >= 0:
            at = found + len(pending[0][0].encode())
            os.write(terminal, pending.pop(0)[1].encode())
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            seen += data
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, seen.decode("utf-8", "replace")


def test_the_conversation_works_at_a_real_terminal(repository: Repository) -> None:
    status, seen = typed_at_terminal(
        repository,
        [
            "add-award", "--by", "ubnd-mong-cai", "--period", "2023", "--method", "dot-xuat",
            "--campaign", "", "--bloc", "", "--source", "Ví dụ",
        ],
        [
            ("Số quyết định", "412/QĐ-UBND\r"),
            ("Ngày quyết định", "6/3/23\r"),
            ("ghi 06/3/2023", "\x15" + "06/3/2023\r"),
            ("gõ vài chữ", "giay khen cap huyen"),
            ("giay-khen-cap-huyen", "\x1b[B\r"),
            ("Tặng cho", "\r"),
            ("Họ và tên", "Nguyễn Thị Ví Dụ\r"),
            ("Chức vụ", "\r"),
            ("Đơn vị", "phong noi vu\r"),
            ("Đối tượng", "\r"),
            ("Giới tính", "\x1b[B\x1b[B\r"),
            ("Họ và tên", "\r"),
            ("loại khác", "\r"),
            ("hình thức khác", "\r"),
            ("Ghi vào", "c\r"),
        ],
    )  # fmt: skip
    assert status == 0, seen
    assert "đã tạo" in seen
    assert repository.text(DECISION) == (
        "decision:\n  number: 412/QĐ-UBND\n  date: 2023-03-06\n  authority: ubnd-mong-cai\n"
        "period: 2023\nmethod: dot-xuat\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Nguyễn Thị Ví Dụ, unit: phong-noi-vu-mong-cai, sex: nu}\nsource:\n  document: Ví dụ\n"
    )


def test_ctrl_c_at_a_terminal_writes_nothing(repository: Repository) -> None:
    status, seen = typed_at_terminal(repository, ["add-award"], [("Số quyết định", "412"), ("412", "\x03")])
    assert status == 2
    assert "đã dừng, không ghi gì" in seen
    assert repository.changed() == []
