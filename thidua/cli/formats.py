"""How an answer is printed, where it is for a person or for a program."""

from __future__ import annotations

from enum import StrEnum


class OutputFormat(StrEnum):
    TERMINAL = "terminal"
    JSON = "json"
