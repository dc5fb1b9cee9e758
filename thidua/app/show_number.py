"""The register number of a decision, as `show` tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Text
from thidua.render.record_page import Entry
from thidua.store.numbers import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.diagnostics import Language
    from thidua.store.register import Register

_TITLE = Text("Số đăng ký", "Register number")


def number_entries(register: Register, decision: str, language: Language) -> Iterator[Entry]:
    """Return one part with the number; none where the decision has none."""
    if number := number_of(register, decision):
        yield Entry(_TITLE.words(language), number)
