"""An invented province: its organisations, who works there, and who may confer what on whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.names import Names
from thidua.vietnamese.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

Tree = dict[str, object]
"""A record as it is written: text, lists and mappings."""

AWARDS_PER_DISTRICT = 3500
COMMUNES, SCHOOLS = 6, 6
OFFICES = (
    "Phòng Nội vụ",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Giáo dục và Đào tạo",
    "Phòng Y tế",
    "Văn phòng HĐND và UBND",
)
DEPARTMENTS = (
    ("Sở Nội vụ", "SNV"), ("Sở Tài chính", "STC"), ("Sở Y tế", "SYT"), ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    ("Sở Xây dựng", "SXD"), ("Sở Công Thương", "SCT"),
)  # fmt: skip
DIRECT, LEADER, DEPARTMENT_LEADER, BUSINESS = (
    "truc-tiep-lao-dong",
    "lanh-dao-khac",
    "lanh-dao-vu-so",
    "doanh-nhan",
)
OFFICIALS = (
    *("Chuyên viên",) * 8, "Chuyên viên chính", "Cán sự", "Kế toán", "Văn thư, Thủ quỹ",
)  # fmt: skip
TEACHERS = (
    *("Giáo viên",) * 9, "Giáo viên, Tổ trưởng chuyên môn", "Giáo viên, Tổng phụ trách Đội", "Tổ phó Tổ Văn phòng",
    "Nhân viên kế toán", "Nhân viên thư viện, thiết bị",
)  # fmt: skip
COMMUNE_OFFICIALS = (
    "Công chức Văn phòng - Thống kê", "Công chức Tư pháp - Hộ tịch", "Công chức Tài chính - Kế toán",
    "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường", "Công chức Văn hóa - Xã hội",
    "Chủ tịch Hội Liên hiệp Phụ nữ xã", "Chủ tịch Hội Cựu chiến binh xã", "Bí thư Đoàn Thanh niên xã",
    "Chỉ huy trưởng Ban Chỉ huy Quân sự xã", *("Bí thư Chi bộ, Trưởng thôn",) * 2,
    "Chi hội trưởng Chi hội Nông dân thôn",
)  # fmt: skip
STAFF = (*("Viên chức",) * 5, "Kỹ thuật viên", "Phó Trưởng phòng Hành chính - Tổng hợp", "Nhân viên lái xe")
WORKERS = (*("Công nhân",) * 5, "Tổ trưởng Tổ sản xuất", "Kế toán trưởng", "Nhân viên phòng Tổ chức - Hành chính")
"""What most people of a unit are, each as often as it stands here: many hold two posts, as in the lists of offices."""


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    position: str
    class_: str
    sex: str
    unit: str

    def row(self) -> Tree:
        return {
            "name": self.name,
            "position": self.position,
            "unit": self.unit,
            "class": self.class_,
            "sex": self.sex,
        }


@dataclass
class Unit:
    """An organisation and those who work there. No two of them have one name."""

    id: str
    name: str
    kind: str
    level: str
    parent: str | None
    staff: list[Person] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def tree(self) -> Tree:
        own: Tree = {"name": self.name, "kind": self.kind, "level": self.level}
        if self.parent:
            own["parent"] = self.parent
        return own | {"source": {"document": "Danh mục đơn vị hành chính, cơ quan của tỉnh (ví dụ)"}}


@dataclass
class Authority:
    """Who signs decisions, for the people of which units.

    Attributes:
        tier: province, district, department or commune.
        symbol: the letters in the number of its decisions.
        place: the organisation whose year its decisions belong to.
    """

    unit: Unit
    tier: str
    symbol: str
    place: Unit
    units: list[Unit]
    chair: str = ""


@dataclass
class World:
    """Everything that is there before the first decision."""

    random: Random
    names: Names
    units: list[Unit] = field(default_factory=list)
    authorities: list[Authority] = field(default_factory=list)
    districts: list[Unit] = field(default_factory=list)
    departments: list[Unit] = field(default_factory=list)
    communes: dict[str, list[Unit]] = field(default_factory=dict)
    offices: dict[str, list[Unit]] = field(default_factory=dict)

    def add(self, name: str, kind: str, level: str, parent: Unit | None, *, place: str = "") -> Unit:
        id_ = slug(f"{name} {place}")
        unit = Unit(id_, f"{name} {place}".strip(), kind, level, parent.id if parent else None)
        self.units.append(unit)
        return unit

    def employ(self, unit: Unit, number: int, heads: tuple[str, ...], class_: str, others: tuple[str, ...]) -> None:
        """Fill a unit: those who lead it, of one class, then those who work there."""
        for head in heads:
            self.hire(unit, head, class_)
        for _ in range(number - len(heads)):
            self.hire(unit, self.random.choice(others), DIRECT)

    def hire(self, unit: Unit, position: str, class_: str) -> Person:
        name, sex = self.names.new_person(unit.taken)
        person = Person(name, position, class_, sex, unit.id)
        unit.staff.append(person)
        return person

    def authority(self, unit: Unit, tier: str, symbol: str, place: Unit, units: list[Unit]) -> None:
        self.authorities.append(Authority(unit, tier, symbol, place, units, self.names.person()[0]))


def make_world(random: Random, awards: int) -> World:
    """Return a province that is large enough for so many awards."""
    world = World(random, Names(random))
    place = world.names.place()
    province = world.add("Tỉnh", "don-vi-hanh-chinh", "bo-tinh", None, place=place)
    committee = world.add("UBND tỉnh", "uy-ban-nhan-dan", "bo-tinh", province, place=place)
    for _ in range(max(1, round(awards / AWARDS_PER_DISTRICT))):
        _district(world, province)
    for name, symbol in DEPARTMENTS:
        _department(world, province, name, symbol, place)
    world.authority(committee, "province", "UBND", province, [u for u in world.units if u.staff])
    return world


def _district(world: World, province: Unit) -> None:
    place = world.names.place()
    district = world.add("Huyện", "don-vi-hanh-chinh", "huyen", province, place=place)
    committee = world.add("UBND huyện", "uy-ban-nhan-dan", "huyen", district, place=place)
    world.districts.append(district)
    units = []
    for name in OFFICES:
        office = world.add(name, "co-quan", "huyen", district, place=f"huyện {place}")
        world.employ(
            office,
            world.random.randint(8, 20),
            ("Trưởng phòng", "Phó Trưởng phòng"),
            LEADER,
            OFFICIALS,
        )
        units.append(office)
    world.offices[district.id] = list(units)
    for _ in range(SCHOOLS):
        kind = world.random.choice(("mầm non", "tiểu học", "THCS"))
        school = world.add(f"Trường {kind}", "don-vi-su-nghiep", "co-so", district, place=world.names.place())
        world.employ(
            school,
            world.random.randint(18, 45),
            ("Bí thư Chi bộ, Hiệu trưởng", "Phó Hiệu trưởng"),
            LEADER,
            TEACHERS,
        )
        units.append(school)
    world.communes[district.id] = communes = [_commune(world, district) for _ in range(COMMUNES)]
    world.authority(committee, "district", "UBND", district, units + communes)


def _commune(world: World, district: Unit) -> Unit:
    place = world.names.place()
    commune = world.add("Xã", "don-vi-hanh-chinh", "xa", district, place=place)
    committee = world.add("UBND xã", "uy-ban-nhan-dan", "xa", commune, place=place)
    world.employ(
        commune,
        world.random.randint(15, 30),
        ("Phó Bí thư Đảng ủy, Chủ tịch UBND xã", "Phó Chủ tịch UBND xã"),
        LEADER,
        COMMUNE_OFFICIALS,
    )
    world.authority(committee, "commune", "UBND", commune, [commune])
    return commune


def _department(world: World, province: Unit, name: str, symbol: str, place: str) -> None:
    department = world.add(name, "co-quan", "so-don-vi", province, place=f"tỉnh {place}")
    world.employ(
        department,
        world.random.randint(25, 45),
        ("Giám đốc Sở", "Phó Giám đốc Sở"),
        DEPARTMENT_LEADER,
        OFFICIALS,
    )
    world.departments.append(department)
    units = [department]
    for _ in range(2):
        unit = world.add("Trung tâm", "don-vi-su-nghiep", "co-so", department, place=f"{world.names.place()} {name}")
        world.employ(unit, world.random.randint(12, 30), ("Giám đốc Trung tâm",), LEADER, STAFF)
        units.append(unit)
    company = world.add("Công ty cổ phần", "doanh-nghiep", "co-so", department, place=world.names.place())
    world.employ(company, world.random.randint(10, 25), ("Giám đốc",), BUSINESS, WORKERS)
    world.authority(department, "department", symbol, department, [*units, company])


def organisation_records(world: World) -> Iterator[tuple[str, Tree]]:
    """Return the record of every organisation."""
    for unit in world.units:
        yield f"records/organisations/{unit.id}.yaml", unit.tree()
