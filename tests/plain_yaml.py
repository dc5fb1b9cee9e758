"""YAML of the tests themselves, read and written by libyaml where there is one: Python takes ten times as long."""

from __future__ import annotations

from typing import Any

import yaml

SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BaseLoader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is text."""

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Plain(_Dumper):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(record: Any) -> str:
    """Return a record as text: its fields in their order, no anchors, no line broken."""
    text: str = yaml.dump(record, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)
    return text
