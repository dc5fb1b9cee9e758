"""Exemplars (*điển hình tiên tiến*)."""

from __future__ import annotations

from thidua.model.base import BlocId, CampaignId, Fact, Line, OrganisationOrName, PersonId, Prose, Year, about


class Exemplar(Fact):
    """A person or a collective held up as an example."""

    name: Line | None = about("Họ và tên: của cá nhân", "Name: of an individual", None)
    collective: OrganisationOrName | None = about("Tập thể: mã hoặc tên", "Collective: id or name", None)
    person: PersonId | None = about("Mã cá nhân", "Person", None)
    position: Line | None = about("Chức vụ", "Position", None)
    organisation: OrganisationOrName | None = about("Đơn vị: mã hoặc tên", "Organisation: id or name", None)
    field: Line | None = about("Lĩnh vực", "Field", None)
    year: Year | None = about("Năm", "Year", None)
    campaign: CampaignId | None = about("Phong trào thi đua", "Campaign", None)
    bloc: BlocId | None = about("Khối, cụm thi đua", "Bloc", None)
    story: Prose | None = about("Câu chuyện", "Story", None)
