"""The head of a paper: who issues it, and under whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.report.values import Header
from thidua.store.queries import organisation

if TYPE_CHECKING:
    from thidua.report.reader import Reader

_KIND_OF_PLACE = re.compile(r"(?i)^(thành phố|tỉnh|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)\s+")


_COMMITTEE = re.compile(r"(?i)^(?:ubnd|(?:ủy|uỷ) ban nhân dân)\s+")


def organisation_header(reader: Reader, id_: str) -> Header:
    """Return the head of an organisation's paper; for a place its people's committee issues it."""
    known = organisation(reader.register, id_) or {}
    name, kind = known.get("name") or id_, known.get("kind")
    committee = _COMMITTEE.sub("", name)
    if kind == "uy-ban-nhan-dan" or committee != name:
        return _committee(reader, committee)
    if kind == "don-vi-hanh-chinh" or (kind is None and _KIND_OF_PLACE.match(name)):
        return _committee(reader, name)
    parent = reader.name(known.get("parent")) or ""
    return Header(parent.upper(), name.upper(), "BC", _place(reader, parent or name))


def _committee(reader: Reader, place: str) -> Header:
    return Header("ỦY BAN NHÂN DÂN", place.upper(), "BC-UBND", _place(reader, place), is_own=True)


def _place(reader: Reader, name: str) -> str:
    return reader.library.workspace.settings.place or _KIND_OF_PLACE.sub("", _COMMITTEE.sub("", name))


def bloc_header(reader: Reader, organiser: str | None, name: str) -> Header:
    """Return the head of a bloc's paper."""
    above = reader.name(organiser) or ""
    return Header(above.upper(), name.upper(), "BC-KTĐ", _place(reader, above))
