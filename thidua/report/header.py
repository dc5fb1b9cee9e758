"""The head of a paper: who issues it, and under whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.report.values import Header
from thidua.store.queries import organisation

if TYPE_CHECKING:
    from thidua.report.reader import Reader

_KIND_OF_PLACE = re.compile(r"(?i)^(thành phố|tỉnh|thị xã|huyện|quận|phường|xã|thị trấn|đặc khu)\s+")


def organisation_header(reader: Reader, id_: str) -> Header:
    """Return the head of an organisation's paper; for a place its people's committee issues it."""
    known = organisation(reader.register, id_) or {}
    name = known.get("name") or id_
    place = reader.library.workspace.settings.place or _KIND_OF_PLACE.sub("", name)
    if known.get("kind") == "don-vi-hanh-chinh" or (known.get("kind") is None and place != name):
        return Header("ỦY BAN NHÂN DÂN", name.upper(), "BC-UBND", place)
    parent = reader.name(known.get("parent")) or ""
    return Header(parent.upper(), name.upper(), "BC", _KIND_OF_PLACE.sub("", parent) or place)


def bloc_header(reader: Reader, organiser: str | None, name: str) -> Header:
    """Return the head of a bloc's paper."""
    above = reader.name(organiser) or ""
    return Header(
        above.upper(), name.upper(), "BC-KTĐ", reader.library.workspace.settings.place or _KIND_OF_PLACE.sub("", above)
    )
