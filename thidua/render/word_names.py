"""The Word templates that the program brings."""

from __future__ import annotations

from typing import Final

SHIPPED: Final = ("paper", "certificate")
"""`paper` is for every paper that has no template of its own name; `certificate` is for certificates."""
