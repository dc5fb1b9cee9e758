"""Generated parts of README.md: between two marks, and never written by hand."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).with_name("README.md")


def _marks(name: str) -> tuple[str, str]:
    return f"<!-- {name}: written by the program -->\n", f"<!-- {name}: end -->\n"


def put(name: str, text: str, page: Path = PAGE) -> None:
    """Put a text between the marks of its name."""
    start, end = _marks(name)
    before, _, rest = page.read_text("utf-8").partition(start)
    after = rest.partition(end)[2]
    page.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8", newline="\n")


def part(name: str, page: Path = PAGE) -> str:
    """Return the text between the marks of a name."""
    start, end = _marks(name)
    return page.read_text("utf-8").partition(start)[2].partition(end)[0].strip("\n")
