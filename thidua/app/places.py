"""Fields that a check names → their places in files."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.diagnostics import Finding, Place
from thidua.source.document import parse_file, read
from thidua.source.problem import DocumentError
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.rules.base import Found, Rule
    from thidua.source.document import Document
    from thidua.store.workspace import Workspace


class Documents:
    """Documents read again to find places in them; the last few are at hand."""

    def __init__(self, workspace: Workspace) -> None:
        self._read = lru_cache(maxsize=32)(lambda path: _document(workspace, path))

    def finding(self, rule: Rule, found: Found) -> Finding:
        """Return what was found with every field turned into a place of its file."""
        paths = {found.path, *(place.path for place in found.related)}
        return finding_at(rule, found, {path: self._read(path) for path in paths})

    def __getitem__(self, path: str) -> Document | None:
        return self._read(path)


def _document(workspace: Workspace, path: str) -> Document | None:
    try:
        return parse_file(path, read(workspace.read(path)))
    except (OSError, DocumentError):
        return None


def finding_at(rule: Rule, found: Found, documents: Mapping[str, Document | None]) -> Finding:
    at = Place(found.path, found.route, found.key)
    return Finding(
        rule.code,
        _placed(at, documents),
        found.values,
        tuple(_placed(place, documents) for place in found.related),
    )


def _placed(place: Place, documents: Mapping[str, Document | None]) -> Place:
    document = documents.get(place.path)
    if document is None or place.span is not None:
        return place
    return replace(place, span=document.key_span(place.route) if place.key else document.span(place.route))
