"""People, where a name alone does not say who is meant: those who moved, namesakes, long histories."""

from __future__ import annotations

from thidua.model.base import Day, Fact, Line, OrganisationOrName, PersonId, Record, about


class Posting(Record):
    """A post in a unit."""

    unit: OrganisationOrName = about("Đơn vị: mã hoặc tên", "Unit: id or name")
    position: Line | None = about("Chức vụ", "Position", None)
    start: Day | None = about("Từ ngày", "From", None, alias="from")
    end: Day | None = about("Đến ngày", "To", None, alias="to")


class Person(Fact):
    """One person (*cá nhân*)."""

    name: Line = about("Họ và tên", "Name")
    aliases: tuple[Line, ...] = about("Tên khác", "Other names", ())
    postings: tuple[Posting, ...] = about("Quá trình công tác", "Postings", ())
    different_from: tuple[PersonId, ...] = about(
        "Khác với: người trùng tên", "Different from: people of the same name", ()
    )
