"""Decisions of commendation and their rows; awards of the catalogue (*khen thưởng*)."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from thidua.model.base import (
    AwardId,
    BlocId,
    CampaignId,
    Count,
    Counts,
    Day,
    Fact,
    Line,
    NominationId,
    OrganisationId,
    OrganisationOrName,
    PersonId,
    Record,
    Span,
    Year,
    about,
)
from thidua.model.fact import Attendee
from thidua.model.lists import (
    AwardGroupKind,
    Capacity,
    Level,
    Method,
    PersonClass,
    RecipientKind,
    Sex,
    YesNo,
)
from thidua.model.wholes import one_recipient, somebody


class Signer(Record):
    """Who signed a decision."""

    name: Line | None = about("Họ và tên", "Name", None)
    position: Line | None = about("Chức vụ", "Position", None)
    capacity: Capacity | None = about(
        "Thẩm quyền ký: TM., KT., TL., TUQ.", "Capacity: TM., KT., TL., TUQ. as Decree 30/2020/NĐ-CP has them", None
    )


class Decision(Record):
    """The paper that gives the awards (*quyết định*). What is not known of it is left out."""

    number: Line | None = about(
        "Số, ký hiệu: đúng như in, như 412/QĐ-UBND", "Number: as printed, such as 412/QĐ-UBND", None
    )
    date: Day | None = about("Ngày quyết định", "Date", None)
    authority: OrganisationId | None = about("Cấp khen thưởng: mã tổ chức", "Authority: id of the organisation", None)
    signer: Signer | None = about("Người ký", "Signer", None)
    bases: tuple[Line, ...] = about("Căn cứ", "Bases", ())
    received: Day | None = about("Ngày nhận hồ sơ", "Day the file was received", None)


class Presentation(Record):
    """When and by whom awards were handed over (*trao tặng*)."""

    date: Day | None = about("Ngày trao", "Date", None)
    by: Attendee | None = about("Người trao", "Presented by", None)
    at: Line | None = about("Tại", "At", None)


class Recipient(Record):
    """One row of a decision: a person, or a collective, enterprise, household, or the people of a place."""

    name: Line | None = about("Họ và tên: của cá nhân", "Name: of an individual", None)
    collective: OrganisationOrName | None = about("Tập thể: mã hoặc tên", "Collective: id or name", None)
    enterprise: OrganisationOrName | None = about("Doanh nghiệp: mã hoặc tên", "Enterprise: id or name", None)
    household: Line | None = about("Hộ gia đình: tên chủ hộ", "Household: name of its head", None)
    people: Line | None = about("Nhân dân và cán bộ: của một địa phương", "People and officials: of a place", None)
    position: Line | None = about("Chức vụ", "Position", None)
    unit: OrganisationOrName | None = about("Đơn vị: mã hoặc tên", "Unit: id or name", None)
    class_: PersonClass | None = about(
        "Đối tượng: năm loại theo mẫu thống kê", "Class: the five statutory classes", None, alias="class"
    )
    sex: Sex | None = about("Giới tính: nam, nu", "Sex: nam (male), nu (female)", None)
    foreign: YesNo | None = about("Người, tổ chức nước ngoài: co, khong", "Foreign: yes or no", None)
    pupil: YesNo | None = about("Học sinh, sinh viên: co, khong", "Pupil or student: yes or no", None)
    posthumous: YesNo | None = about("Truy tặng: co, khong", "Posthumous: yes or no", None)
    person: PersonId | None = about(
        "Mã cá nhân: khi cần phân biệt", "Person: id, where people must be told apart", None
    )
    achievement: Line | None = about("Thành tích: ghi tóm tắt", "Achievement: in short", None)
    different_from_namesake: Line | None = about(
        "Phân biệt trùng tên: điểm khác với người cùng tên", "Told apart: how it differs from the namesake", None
    )

    @model_validator(mode="after")
    def _one_recipient(self) -> Self:
        one_recipient(self)
        return self


class AwardGroup(Fact):
    """One award of a decision, and all who got it."""

    award: AwardId = about("Danh hiệu, hình thức: mã trong danh mục", "Award: id of the catalogue")
    name: Line | None = about(
        "Tên riêng: tên đầy đủ khi khác danh mục", "Own name: where it differs from the catalogue", None
    )
    method: Method | None = about(
        "Loại hình khen thưởng: khi khác với cả quyết định",
        "Type of commendation: where it differs from the decision's",
        None,
    )
    recipients: tuple[Recipient, ...] = about("Danh sách", "Recipients", ())
    counted: Counts | None = about("Số lượng: khi không có danh sách", "Counted: where the rows are not known", None)
    described: Line | None = about(
        "Bằng lời: khi không có danh sách và số lượng", "In words: where neither rows nor number are known", None
    )

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        somebody(self)
        return self


class AwardRecord(Fact):
    """One decision, or awards known without their decision."""

    decision: Decision | None = about("Quyết định", "Decision", None)
    year: Year | None = about(
        "Năm: khi không có kỳ thành tích và ngày quyết định", "Year: where there is neither period nor date", None
    )
    period: Span | None = about(
        "Kỳ thành tích: không suy từ ngày quyết định", "Period of the achievement: never inferred from the date", None
    )
    method: Method | None = about("Loại hình khen thưởng", "Type of commendation", None)
    campaign: CampaignId | None = about("Phong trào thi đua", "Campaign", None)
    bloc: BlocId | None = about("Khối, cụm thi đua", "Bloc", None)
    nomination: NominationId | None = about(
        "Hồ sơ đề nghị: mã hồ sơ mà quyết định này giải quyết", "Nomination: id of the dossier it decides", None
    )
    presented: Presentation | None = about("Trao tặng", "Presentation", None)
    awards: tuple[AwardGroup, ...] = about("Khen thưởng", "Awards")


class RowReference(Record):
    """Names rows of a decision: an award, and whom it went to."""

    award: AwardId | None = about("Danh hiệu, hình thức", "Award", None)
    name: Line = about("Tên người, tập thể, hộ: như trong quyết định", "Name: as in the decision")
    unit: OrganisationOrName | None = about("Đơn vị: khi trùng tên", "Unit: where names are the same", None)


class CatalogueAward(Fact):
    """An award of an office's own (*danh hiệu, hình thức riêng*), beside those of the law."""

    name: Line = about("Tên danh hiệu, hình thức", "Name")
    group: AwardGroupKind = about(
        "Nhóm: danh-hieu, hinh-thuc, bieu-duong, thuong-tien", "Group: title, form, praise, money"
    )
    kind: Line = about("Loại: như giay-khen, bang-khen, giai-thuong", "Kind: such as giay-khen, bang-khen, giai-thuong")
    level: Level = about("Cấp", "Level")
    recipients: tuple[RecipientKind, ...] = about("Đối tượng được tặng", "Recipient kinds")
    rank: Count | None = about(
        "Thứ tự: số nhỏ in trước, trong cùng cấp và loại", "Order: small first, within level and kind", None
    )
