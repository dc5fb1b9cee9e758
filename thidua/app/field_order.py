"""In which order the fields of a record stand in the canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.entry_fields import fields_at
from thidua.store.kinds import model_of
from thidua.store.paths import FOLDERS, record_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.diagnostics import Route


def canonical_order(path: str) -> Callable[[Route, list[str]], list[str]]:
    """Return the order of keys in the canonical form of a record file."""
    return _Order(record_path(path).folder)


class _Order:
    """The order of keys: that of the model, then those it does not know as they stand."""

    def __init__(self, folder: str) -> None:
        self.model = model_of(folder) if folder in FOLDERS else None
        self._known: dict[Route, tuple[str, ...]] = {}

    def __call__(self, route: Route, keys: list[str]) -> list[str]:
        shape = tuple(0 if isinstance(step, int) else step for step in route)  # items of a list have one order
        known = self._known.get(shape)
        if known is None:
            known = self._known[shape] = fields_at(self.model, route) if self.model else ()
        return [*(key for key in known if key in keys), *(key for key in keys if key not in known)]
