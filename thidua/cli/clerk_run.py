"""Doing what changes a repository, so that whoever stops it hears what became of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from thidua.cli.carry_out import guarded
from thidua.cli.commands import INTERRUPTED
from thidua.cli.here import fail
from thidua.cli.language import words

T = TypeVar("T")


def carried_through(work: Callable[[], T]) -> T:
    """Do something; where a person stops it, say that what was saved is there."""
    try:
        return guarded(work)
    except KeyboardInterrupt:
        fail(
            words(
                "đã dừng; điều đã lưu vẫn còn, không mất gì. `thidua where` cho biết đang ở đâu; chạy lại lệnh là làm tiếp",
                "stopped; what was saved is there and nothing is lost. `thidua where` says where it stands; run it again to go on",
            ),
            INTERRUPTED,
        )
