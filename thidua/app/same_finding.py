"""What makes a finding the same finding in another run: its rule, its file and what it says, not where it stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from thidua.store.digest import sha256
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.diagnostics import Diagnostic, Finding

Same = tuple[str, str, tuple[tuple[str, str], ...]]
"""Equal for two findings that are the same, wherever they stand in their file."""


def same(finding: Finding) -> Same:
    """Return what a finding has in common with itself in another run."""
    return finding.code, finding.at.path, tuple(sorted((name, str(value)) for name, value in finding.values.items()))


def fingerprint(finding: Finding) -> str:
    """Return a short text that is the same for the same finding."""
    return sha256(repr(same(finding)).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def told_apart(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings with a number after the fingerprint of each that is not the first of its kind."""
    times: Counter[str] = Counter()
    for one in diagnostics:
        times[one.fingerprint] += 1
        number = times[one.fingerprint]
        yield one if number == 1 else replace(one, fingerprint=f"{one.fingerprint}-{number}")
