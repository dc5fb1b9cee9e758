"""Organisations and administrative units, with their life: founded, renamed, merged, ended."""

from __future__ import annotations

from thidua.model.base import Day, Fact, Line, OrganisationId, Record, about
from thidua.model.lists import Level, OrganisationKind


class FormerName(Record):
    """A name that an organisation had up to a day."""

    name: Line = about("Tên cũ", "Former name")
    to: Day | None = about("Dùng đến ngày", "Used until", None)


class Organisation(Fact):
    """An organisation or administrative unit (*đơn vị, cơ quan*)."""

    name: Line = about("Tên: tên chính thức", "Name: official name")
    short: Line | None = about("Tên ngắn: dùng trong bảng", "Short name: used in tables", None)
    kind: OrganisationKind | None = about("Loại", "Kind", None)
    level: Level | None = about("Cấp", "Level", None)
    parent: OrganisationId | None = about("Trực thuộc", "Parent", None)
    start: Day | None = about("Từ ngày: ngày thành lập", "From: first day of its life", None, alias="from")
    end: Day | None = about("Đến ngày: ngày cuối cùng còn hoạt động", "To: last day of its life", None, alias="to")
    successors: tuple[OrganisationId, ...] = about(
        "Đơn vị kế tục: sau sáp nhập, chia tách", "Successors: after a merger or a split", ()
    )
    former_names: tuple[FormerName, ...] = about("Tên cũ", "Former names", ())
    aliases: tuple[Line, ...] = about("Tên gọi khác", "Other names", ())
