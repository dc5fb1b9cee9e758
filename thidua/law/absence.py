"""Awards that some eras did not have."""

from thidua.law.entry import Overlay
from thidua.law.scope import Scoped, scoped
from thidua.model.lists import RecipientKind


class Absent(Scoped):
    """Awards that some eras did not have."""


def absent(award: str, era: str, *, overlay: Overlay | None = None) -> Absent | None:
    """Return why an era has no such award, or None where it has it."""
    found = scoped("absent", Absent, award, era, RecipientKind.UNSPLIT, None, overlay)
    return found[-1] if found else None
