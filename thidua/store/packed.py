"""Findings as the register keeps them: without words, so that both languages can print them later."""

from __future__ import annotations

import json

from thidua.diagnostics import Finding, Place, Position, Span, read_route, route_text


def packed(finding: Finding) -> str:
    """Return a finding as the register keeps it, but for its code."""
    places = [_packed_place(place) for place in (finding.at, *finding.related)]
    return json.dumps([places, dict(finding.values)], ensure_ascii=False, separators=(",", ":"))


def _packed_place(place: Place) -> list[object]:
    span = place.span
    numbers = (span.start.line, span.start.column, span.end.line, span.end.column) if span else None
    return [place.path, route_text(place.route), place.key, numbers]


def unpacked(code: str, content: str) -> Finding:
    """Return a finding that was packed."""
    places, values = json.loads(content)
    first, *related = (_unpacked_place(*place) for place in places)
    return Finding(code, first, values, tuple(related))


def _unpacked_place(path: str, route: str, key: bool, numbers: list[int] | None) -> Place:
    span = Span(Position(*numbers[:2]), Position(*numbers[2:])) if numbers else None
    return Place(path, read_route(route), key, span)
