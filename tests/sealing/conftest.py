from __future__ import annotations

from tests.own_cache import register_away_from_home

__all__ = ["register_away_from_home"]
