"""Decisions of commendation: who got what in the years of the invented province."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.world import DIRECT, Authority, Tree, Unit, World
from thidua.vietnamese.text import slug

if TYPE_CHECKING:
    from random import Random

YEARS = (2019, 2020, 2021, 2022, 2023, 2024)
SIZES, SMALL_SIZES = (8, 48, 19), (3, 14, 6)
"""How many rows a decision has: at least, at most, most often; 25 on average."""

FEW_AWARDS = 1000
"""Below so many awards decisions are smaller, so that there is still a choice of them."""

TIERS = {"province": 10, "district": 12, "department": 8, "commune": 2}
"""How many decisions an authority of each tier makes, beside the others."""

MERIT, AD_HOC, CAMPAIGN = "cong-trang", "dot-xuat", "phong-trao-thi-dua"
ADVANCED, FIGHTER, ADVANCED_COLLECTIVE = (
    "lao-dong-tien-tien",
    "chien-si-thi-dua-co-so",
    "tap-the-lao-dong-tien-tien",
)
CERTIFICATES = {
    "province": "bang-khen-bo-nganh-tinh",
    "district": "giay-khen-cap-huyen",
    "department": "giay-khen-so-nganh-tinh",
    "commune": "giay-khen-cap-xa",
}
_DEEDS = (
    "công tác chuyển đổi số",
    "công tác phòng, chống thiên tai và tìm kiếm cứu nạn",
    "cứu người bị nạn",
    "xây dựng nông thôn mới nâng cao",
    "công tác cải cách hành chính",
    "bảo đảm an ninh, trật tự trên địa bàn",
    "công tác tuyển chọn và gọi công dân nhập ngũ",
    "hiến đất, góp công làm đường giao thông nông thôn",
    "bồi dưỡng học sinh giỏi",
    "công tác chăm sóc, bảo vệ sức khỏe nhân dân",
)
_INITIATIVES = (
    "ứng dụng công nghệ thông tin trong quản lý hồ sơ",
    "rút ngắn thời gian giải quyết thủ tục hành chính",
    "nâng cao chất lượng dạy và học môn Toán",
    "giáo dục kỹ năng sống cho học sinh",
    "cải tiến quy trình kiểm tra, giám sát",
    "tiết kiệm điện, nước trong cơ quan",
)
_BASES = (
    "Luật Tổ chức chính quyền địa phương",
    "Luật Thi đua, khen thưởng",
    "Nghị định của Chính phủ quy định chi tiết thi hành Luật Thi đua, khen thưởng",
    "Quy chế thi đua, khen thưởng của tỉnh năm {year} (ví dụ)",
    "Tờ trình số {number}/TTr-NV của cơ quan nội vụ (ví dụ)",
)
_GROUPS = ("Chi hội Phụ nữ", "Chi hội Nông dân", "Chi đoàn Thanh niên", "Ban công tác Mặt trận", "Tổ an ninh")


@dataclass
class Decision:
    """One file of `records/awards`.

    Attributes:
        year: in which its rows count.
        number: counted by authority and year of the date; given when all dates are known.
    """

    authority: Authority
    year: int
    day: date
    method: str
    groups: list[tuple[str, list[Tree]]]
    campaign: str | None = None
    number: int = 0

    @property
    def printed(self) -> str:
        return f"{self.number}/QĐ-{self.authority.symbol}"

    @property
    def path(self) -> str:
        name = slug(self.printed)
        if not self.authority.unit.id.startswith("so-"):
            place = self.authority.unit.id.removeprefix("ubnd-")
        else:
            place = self.authority.unit.id.partition("-tinh-")[2]
        return f"records/awards/{self.day.year}/{name}-{place}.yaml"

    @property
    def rows(self) -> list[Tree]:
        return [row for _, rows in self.groups for row in rows]

    def tree(self) -> Tree:
        signer = {"name": self.authority.chair, "position": _chair(self.authority), "capacity": "TM."}
        if self.authority.tier == "department":
            del signer["capacity"]
        prints_papers = self.authority.tier in ("province", "district")
        paper: Tree = {
            "number": self.printed,
            "date": self.day.isoformat(),
            "authority": self.authority.unit.id,
            "signer": signer,
        }
        if prints_papers:
            paper["bases"] = [base.format(year=self.day.year, number=self.number) for base in _BASES]
        tree: Tree = {"decision": paper, "period": str(self.year), "method": self.method}
        if self.campaign:
            tree["campaign"] = self.campaign
        tree["awards"] = [{"award": award, "recipients": rows} for award, rows in self.groups]
        if not prints_papers:
            tree["source"] = {"document": f"Quyết định {self.printed} (bản chụp)", "date": self.day.isoformat()}
        return tree


def _chair(authority: Authority) -> str:
    return "Giám đốc Sở" if authority.tier == "department" else f"Chủ tịch {authority.unit.name}"


@dataclass
class Pools:
    """Who has not yet got an award in a year: nobody gets one twice for one year."""

    world: World
    random: Random
    _left: dict[tuple[str, int, str], list[Tree]] = field(default_factory=dict)
    _advanced: dict[tuple[str, int], list[Tree]] = field(default_factory=dict)
    _names: dict[tuple[str, int, str], set[str]] = field(default_factory=dict)

    def people(self, authority: Authority, year: int, award: str, number: int) -> list[Tree]:
        key = authority.unit.id, year, award
        if key not in self._left:
            self._left[key] = [person.row() for unit in authority.units for person in unit.staff]
            self.random.shuffle(self._left[key])
        left = self._left[key]
        rows = [left.pop() for _ in range(min(number, len(left)))]
        while len(rows) < number:  # the province hires; whoever is new has got nothing yet
            unit = self.random.choice(authority.units)
            rows.append(self.world.hire(unit, "Người lao động", DIRECT).row())
        if award == ADVANCED:
            self._advanced.setdefault((authority.unit.id, year), []).extend(rows)
        return rows

    def fighters(self, authority: Authority, year: int, number: int) -> list[Tree]:
        """Return some of those who got the title below in the same year: fewer than 15 in 100."""
        held = self._advanced.get((authority.unit.id, year), [])
        taken = self._left.setdefault((authority.unit.id, year, FIGHTER), [])
        free = held[len(taken) * 8 :: 8][:number]
        taken.extend(free)
        return [row | {"achievement": f"Sáng kiến {self.random.choice(_INITIATIVES)}"} for row in free]

    def collectives(self, authority: Authority, year: int, award: str, number: int) -> list[Tree]:
        key = authority.unit.id, year, award + " tap-the"
        if key not in self._left:
            self._left[key] = [{"collective": unit.id} for unit in authority.units if unit.id != authority.unit.id]
            self.random.shuffle(self._left[key])
        left = self._left[key]
        rows = [left.pop() for _ in range(min(number, len(left)))]
        while len(rows) < number:
            unit = self.random.choice(authority.units)
            name = f"{self.random.choice(_GROUPS)} số {self.random.randint(1, 999)}, {unit.name}"
            if self._is_new(unit, year, award, name):
                rows.append({"collective": name, "unit": unit.id})
        return rows

    def households(self, authority: Authority, year: int, award: str, number: int) -> list[Tree]:
        rows: list[Tree] = []
        while len(rows) < number:
            unit = self.random.choice(authority.units)
            name, _ = self.world.names.person()
            if self._is_new(unit, year, award, name):
                rows.append({"household": name, "unit": unit.id})
        return rows

    def _is_new(self, unit: Unit, year: int, award: str, name: str) -> bool:
        taken = self._names.setdefault((unit.id, year, award), set())
        is_new = name not in taken
        taken.add(name)
        return is_new


def make_decisions(world: World, awards: int, *, single: bool, campaigns: dict[tuple[str, int], str]) -> list[Decision]:
    """Return decisions with so many rows in all.

    Args:
        single: each decision has one row.
        campaigns: ids by authority and year.
    """
    random = world.random
    pools = Pools(world, random)
    weights = [TIERS[authority.tier] for authority in world.authorities]
    decisions: list[Decision] = []
    sizes = SIZES if awards >= FEW_AWARDS else SMALL_SIZES
    left = awards
    while left:
        authority = random.choices(world.authorities, weights)[0]
        size = 1 if single else round(random.triangular(*sizes))
        decision = _decision(pools, authority, random.choice(YEARS), min(size, left), campaigns)
        decisions.append(decision)
        left -= len(decision.rows)
    _number(random, decisions)
    return decisions


def _decision(
    pools: Pools, authority: Authority, year: int, size: int, campaigns: dict[tuple[str, int], str]
) -> Decision:
    random = pools.random
    draw = random.random()
    campaign = campaigns.get((authority.unit.id, year))
    if draw < 0.45 and authority.tier in ("district", "department"):
        day = date(year, 12, 10) + timedelta(random.randrange(60))
        groups = _merit(pools, authority, year, size)
        return Decision(authority, year, day, MERIT, groups)
    if draw < 0.45 and authority.tier == "commune":
        day = date(year, 11, 10) + timedelta(random.randrange(40))
        groups = [("gia-dinh-van-hoa", pools.households(authority, year, "gia-dinh-van-hoa", size))]
        return Decision(authority, year, day, MERIT, groups)
    groups = _certificates(pools, authority, year, size)
    if campaign and draw < 0.75:
        day = date(year, 9, 1) + timedelta(random.randrange(110))
        if random.random() < 0.5:
            _say_what_for(groups[0][1], [f"phong trào thi đua năm {year}"])
        return Decision(authority, year, day, CAMPAIGN, groups, campaign)
    day = date(year, 1, 20) + timedelta(random.randrange(330))
    number = len(groups[0][1]) if random.random() < 0.5 else 1
    _say_what_for(groups[0][1], random.choices(_DEEDS, k=number))
    return Decision(authority, year, day, AD_HOC, groups)


def _say_what_for(rows: list[Tree], deeds: list[str]) -> None:
    """Write to every row what its certificate says: to each its own, or to all the same, as `add-award` does."""
    for place, row in enumerate(rows):
        row["achievement"] = f"Có thành tích xuất sắc trong {deeds[place % len(deeds)]}"


def _merit(pools: Pools, authority: Authority, year: int, size: int) -> list[tuple[str, list[Tree]]]:
    collectives = size // 8
    fighters = pools.fighters(authority, year, size // 10)
    left = size - collectives - len(fighters)
    parts: list[tuple[str, list[Tree]]] = [
        (ADVANCED_COLLECTIVE, pools.collectives(authority, year, ADVANCED_COLLECTIVE, collectives)),
        (FIGHTER, fighters),
        (ADVANCED, pools.people(authority, year, ADVANCED, left)),
    ]
    return [part for part in parts if part[1]]


def _certificates(pools: Pools, authority: Authority, year: int, size: int) -> list[tuple[str, list[Tree]]]:
    award = CERTIFICATES[authority.tier]
    collectives, households = size // 6, size // 20
    rows = pools.collectives(authority, year, award, collectives)
    rows += pools.households(authority, year, award, households)
    rows += pools.people(authority, year, award, size - len(rows))
    return [(award, rows)]


def _number(random: Random, decisions: list[Decision]) -> None:
    """Give numbers in the order of the dates, with gaps for the authority's other decisions."""
    last: dict[tuple[str, int], int] = {}
    for decision in sorted(decisions, key=lambda d: d.day):
        key = decision.authority.unit.id, decision.day.year
        last[key] = decision.number = last.get(key, 0) + random.randint(1, 9)
