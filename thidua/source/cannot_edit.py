"""Why a change of a document's text cannot be made."""

from __future__ import annotations

from enum import StrEnum


class Obstacle(StrEnum):
    """Why a change cannot be made."""

    NO_SUCH_FIELD = "no-such-field"
    NOT_ONE_VALUE = "not-one-value"
    """A list or a mapping stands where a single value should be replaced."""
    NO_PLACE_FOR_A_KEY = "no-place-for-a-key"
    """The key is there already, or what should hold it holds no keys."""
    NOT_A_LIST = "not-a-list"
    THE_TOP = "the-top"
    """The record as a whole cannot be removed."""
    SHARES_ITS_LINE = "shares-its-line"
    NOT_CLEAN = "not-clean"
    """The new text has signs that no record may have, or is no key. `detail` shows it."""
    UNREADABLE = "unreadable"
    """The file could not be read afterwards. `detail` says where and why."""
    SAYS_MORE = "says-more"
    """The file would not say just what was asked."""


class CannotEdit(Exception):
    """The change cannot be made without touching more of the file, or makes no sense there.

    Attributes:
        reason: why, for the words of a message.
        detail: what a programmer would like to know besides.
    """

    def __init__(self, reason: Obstacle, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail
