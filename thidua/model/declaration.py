"""An office's word that a register is whole (*xác nhận sổ đầy đủ*): only then does what is not there count as not given."""

from __future__ import annotations

from thidua.model.base import AwardId, Day, Fact, Line, OrganisationId, Span, about
from thidua.model.lists import YesNo
from thidua.model.year_lists import Kept


class Declaration(Fact):
    """What is wholly recorded, of which unit, for which time."""

    of: OrganisationId = about("Của đơn vị: kể cả các đơn vị trực thuộc", "Of: the unit and those below it")
    period: Span = about("Kỳ: như 2019-2023", "Period: such as 2019-2023")
    complete: tuple[Kept, ...] = about(
        "Đã ghi đầy đủ: danh-hieu, hinh-thuc, sang-kien, ky-luat, nhan-su",
        "Wholly recorded: titles, forms, initiatives, discipline, staff",
        (),
    )
    awards: tuple[AwardId, ...] = about(
        "Chỉ những danh hiệu, hình thức: khi không phải tất cả", "Only these awards: where not all", ()
    )
    names_distinct: YesNo | None = about(
        "Không có người trùng tên: co nếu mỗi tên trong một đơn vị là một người",
        "Names are distinct: yes if each name in a unit is one person",
        None,
    )
    by: Line | None = about("Người xác nhận", "Declared by", None)
    date: Day | None = about("Ngày xác nhận", "Declared on", None)
