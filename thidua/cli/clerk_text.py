"""Words that `start`, `where`, `send` and `receive` share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thidua.cli.language import words
from thidua.diagnostics import Text, printable

SHOWN = 20
"""How many lines of a list are printed; the rest is counted."""


def listed(items: Iterable[str], shown: int = SHOWN) -> Iterator[str]:
    """Yield the items of a list, set in; those too many are counted."""
    items = tuple(items)
    for item in items[:shown]:
        yield f"  {printable(item)}"
    if len(items) > shown:
        more = len(items) - shown
        yield words(f"  … và {more} nữa", f"  … and {more} more")


def others(paths: tuple[str, ...]) -> Iterator[str]:
    """Yield what is said of changed files that are never sent."""
    if paths:
        n = len(paths)
        yield words(
            f"{n} tệp khác cũng đã đổi, không gửi vì không phải bản ghi:",
            f"{n} other file{'s' * (n != 1)} changed and {'are' if n != 1 else 'is'} not sent, being no record:",
        )
        yield from listed(paths, 5)


def offline(why: Text) -> str:
    """Return what is said where the server did not answer and that is no matter now."""
    return words(
        f"lưu ý: dùng bản nhánh chính đã có ở máy này; {why.vi}",
        f"note: the main branch as this computer has it; {why.en}",
    )


def several(number: int, what: str) -> str:
    """Return a number of things in English."""
    return f"{number} {what}{'s' * (number != 1)}"
