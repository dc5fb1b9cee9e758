"""Initiatives and what may stand for one, as a decision recognised them (*sáng kiến, đề tài, đề án*)."""

from __future__ import annotations

from thidua.model.award import Decision
from thidua.model.base import Fact, Line, OrganisationOrName, PersonId, Record, Year, about
from thidua.model.year_lists import Reach, WorkKind


class Author(Record):
    """Whose work it is."""

    name: Line = about("Họ và tên", "Name")
    unit: OrganisationOrName | None = about("Đơn vị: mã hoặc tên", "Unit: id or name", None)
    person: PersonId | None = about(
        "Mã cá nhân: khi cần phân biệt", "Person: id, where people must be told apart", None
    )


class Initiative(Fact):
    """One recognised work."""

    name: Line = about("Tên sáng kiến, đề tài", "Name")
    kind: WorkKind = about("Loại: sang-kien, de-tai, de-an, cong-trinh, muu-tri", "Kind: initiative, topic, scheme, …")
    reach: Reach | None = about(
        "Phạm vi: khi khác với cả quyết định", "Reach: where it differs from the decision's", None
    )
    authors: tuple[Author, ...] = about("Tác giả, đồng tác giả", "Authors")


class InitiativeRecord(Fact):
    """A decision that recognises initiatives, or their reach (*quyết định công nhận sáng kiến*)."""

    decision: Decision | None = about("Quyết định công nhận", "Decision", None)
    year: Year | None = about(
        "Năm: năm tính sáng kiến, khi khác năm của quyết định", "Year: it counts in, if not the decision's", None
    )
    reach: Reach = about(
        "Phạm vi: co-so, cap-huyen, bo-nganh-tinh, toan-quoc",
        "Reach: co-so (grassroots), cap-huyen (district), bo-nganh-tinh (ministry or province), toan-quoc (nationwide)",
    )
    initiatives: tuple[Initiative, ...] = about("Danh sách", "Initiatives")
