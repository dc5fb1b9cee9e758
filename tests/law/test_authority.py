"""Who may confer what, against the domain pages; each case names its article."""

from datetime import date
from itertools import product

import pytest

from tests.law.names import BK, BO, CN, CP, CS, CT, HUAN, HUYEN, LD, TINH, TQ, TTG, XA
from thidua.law.authority import authority_kind, authority_kinds, who_may_confer
from thidua.law.entry import Confidence
from thidua.law.prerequisite import counting, routes
from thidua.model.lists import Level, OrganisationKind
from thidua.store.law_rows import tell_kinds
from thidua.store.open_register import in_memory


# Law 2022 Articles 77-80; Decree 152 Article 37.1; Decree 65 Article 26; Decree 91 Article 43; corrections 14
@pytest.mark.parametrize(
    ("award", "era", "kind", "may"),
    [
        (HUAN + "lao-dong-hang-nhat", "e2025", "chu-tich-nuoc", True),
        (HUAN + "lao-dong-hang-nhat", "e2014", "thu-tuong-chinh-phu", False),
        (CP, "e2014", "thu-tuong-chinh-phu", True), (CP, "e2017", "chinh-phu", True), (CP, "e2024", "chinh-phu", True),
        (CP, "e2024", "thu-tuong-chinh-phu", False), (CP, "e2025", "thu-tuong-chinh-phu", True),
        (TQ, "e2024", "thu-tuong-chinh-phu", True), (TTG, "e2017", TINH, False), (BK, "e2024", TINH, True),
        (BK, "e2024", HUYEN, False), (BK, "e2025", BO, True), ("xa-phuong-tieu-bieu", "e2025", TINH, True),
        (BK, "e2025", "nguoi-dung-dau-doan-the-tinh", False),
        (CS, "e2014", HUYEN, True), (CS, "e2014", XA, False), (CS, "e2025", XA, True), (CS, "e2025", HUYEN, False),
        (LD, "e2014", XA, True), (LD, "e2024", XA, True),
        ("tap-the-lao-dong-tien-tien", "e2017", "thu-truong-so", True),
        ("thon-to-dan-pho-van-hoa", "e2024", HUYEN, True), ("thon-to-dan-pho-van-hoa", "e2025", XA, True),
        ("gia-dinh-van-hoa", "e2024", XA, True), ("giay-khen-cap-huyen", "e2024", HUYEN, True),
        ("giay-khen-doanh-nghiep-hop-tac-xa", "e2025", "nguoi-dung-dau-doanh-nghiep", True),
        ("ky-niem-chuong-ubtvqh", "e2025", "uy-ban-thuong-vu-quoc-hoi", True), ("ky-niem-chuong", "e2025", TINH, True),
        (CT, "e2026", TINH, True),
    ],
)  # fmt: skip
def test_authority(award: str, era: str, kind: str, may: bool) -> None:
    assert (kind in who_may_confer(award, era).kinds) is may


def test_the_commune_chair_of_2025_rests_on_one_source() -> None:
    ground = who_may_confer(CS, "e2025").ground(XA)
    assert ground is not None
    assert (ground.article, ground.confidence) == ("Nghị định 129/2025/NĐ-CP", Confidence.ONE_SOURCE)


def test_nothing_is_complete_where_the_new_law_was_not_read() -> None:
    answer = who_may_confer(CT, "e2026")
    assert not answer.complete
    assert {one.confidence for one in answer.conferrers} == {Confidence.UNCONFIRMED}
    assert who_may_confer(CT, "e2025").complete


def test_decree_65_holds_from_its_day() -> None:  # Decree 65 Article 30.1
    assert who_may_confer(CS, "e2014", date(2014, 8, 19)).conferrers == ()
    assert who_may_confer(CS, "e2014", date(2014, 8, 20)).conferrers
    assert [route.id for route in routes(LD, "e2014", CN, date(2014, 8, 19))] == ["tieu-chuan-nghi-dinh-42-2010"]
    assert counting("e2014", date(2014, 8, 19)) is None


@pytest.mark.parametrize(
    ("kind", "level", "id_", "kinds"),
    [
        (OrganisationKind.STATE_LEADER, Level.STATE, "chu-tich-nuoc", ("chu-tich-nuoc",)),
        (OrganisationKind.STATE_LEADER, Level.STATE, "thu-tuong-chinh-phu", ("thu-tuong-chinh-phu",)),
        (OrganisationKind.PEOPLES_COMMITTEE, Level.MINISTRY_OR_PROVINCE, "ubnd-quang-ninh", (TINH,)),
        (OrganisationKind.PEOPLES_COMMITTEE, Level.DISTRICT, "ubnd-mong-cai", (HUYEN,)),
        (OrganisationKind.ADMINISTRATIVE_UNIT, Level.COMMUNE, None, (XA,)),
        (OrganisationKind.AGENCY, Level.DEPARTMENT, None, ("thu-truong-don-vi-thuoc-bo", "thu-truong-so")),
        (OrganisationKind.AGENCY, Level.DISTRICT, None, ("khong-co-tham-quyen",)),
        (OrganisationKind.ENTERPRISE, None, None, ("nguoi-dung-dau-doanh-nghiep",)),
        (OrganisationKind.PEOPLES_COMMITTEE, None, None, ()),
        (None, None, None, ()),
    ],
)
def test_a_record_tells_its_kind(
    kind: OrganisationKind | None, level: Level | None, id_: str | None, kinds: tuple[str, ...]
) -> None:
    assert authority_kind(kind, level, id_) == kinds


def test_the_register_tells_of_any_organisation_what_the_law_answers() -> None:
    """The register asks rows that are kept of the law, and does without the law itself."""
    register = in_memory("x")
    ids = ("vi-du", *(id_ for kind in authority_kinds(None).values() for id_ in kind.ids))
    every = list(product(ids, (None, *OrganisationKind), (None, *Level)))
    named = [(file, id_, "Ví dụ", None, kind, level, *[None] * 3) for file, (id_, kind, level) in enumerate(every, 1)]
    register.do_many("INSERT INTO organisation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", named)
    tell_kinds(register, {}, "")
    told: dict[int, list[str]] = {}
    for file, kind in register.ask("SELECT file, kind FROM authority_kind ORDER BY rowid"):
        told.setdefault(file, []).append(kind)
    assert len(told) > 100
    for file, (id_, kind, level) in enumerate(every, 1):
        assert tuple(told.get(file, ())) == authority_kind(kind, level, id_), (id_, kind, level)
