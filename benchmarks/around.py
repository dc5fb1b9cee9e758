"""What stands around the decisions: campaigns, blocs and their years, years with tallies."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from benchmarks.decisions import YEARS, Decision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.world import Authority, Tree, Unit, World

SOURCE: Tree = {"document": "Báo cáo tổng kết (ví dụ)"}


def campaign_ids(world: World) -> dict[tuple[str, int], str]:
    """Return the campaign that an authority runs in a year, where it runs one."""
    return {
        (authority.unit.id, year): f"{authority.place.id}-{year}"
        for authority in world.authorities
        for year in YEARS
        if authority.tier == "province" or (authority.tier == "district" and year % 2 == 0)
    }


def campaign_records(world: World, ids: dict[tuple[str, int], str]) -> Iterator[tuple[str, Tree]]:
    signers = {authority.unit.id: authority for authority in world.authorities}
    for (organisation, year), id_ in ids.items():
        authority = signers[organisation]
        yield (
            f"records/campaigns/{id_}.yaml",
            {
                "name": f"Phong trào thi đua năm {year} của {authority.unit.name}",
                "kind": "thuong-xuyen",
                "scope": "bo-nganh-dia-phuong",
                "of": authority.place.id,
                "period": str(year),
                "launched": {"date": f"{year}-01-{world.random.randint(4, 20):02}", "by": organisation},
                "objectives": ["Hoàn thành các chỉ tiêu kinh tế - xã hội của năm"],
                "source": SOURCE,
            },
        )


def bloc_records(world: World) -> Iterator[tuple[str, Tree]]:
    """Return the blocs of the province and its districts, and each of their years."""
    random = world.random
    province = next(a for a in world.authorities if a.tier == "province")
    blocs = [("khoi-so-nganh-tinh", "Khối thi đua sở, ngành tỉnh", province, world.departments)]
    if len(world.districts) > 1:
        blocs.append(("khoi-cac-huyen", "Khối thi đua các huyện", province, world.districts))
    for authority in world.authorities:
        if authority.tier == "district":
            place = authority.place
            blocs.append(
                (
                    f"khoi-xa-{place.id}",
                    f"Khối thi đua các xã {place.name}",
                    authority,
                    world.communes[place.id],
                )
            )
            blocs.append(
                (
                    f"khoi-phong-{place.id}",
                    f"Khối thi đua các phòng {place.name}",
                    authority,
                    world.offices[place.id],
                )
            )
    for id_, name, authority, members in blocs:
        yield (
            f"records/blocs/{id_}.yaml",
            {
                "name": name,
                "kind": "khoi",
                "organiser": authority.unit.id,
                "level": authority.unit.level,
                "source": SOURCE,
            },
        )
        first = random.randrange(len(members))
        for year in YEARS:
            yield f"records/bloc-years/{year}/{id_}.yaml", _bloc_year(random, members, first + year, year)


def _bloc_year(random: Random, members: list[Unit], turn: int, year: int) -> Tree:
    leader, following = members[turn % len(members)], members[(turn + 1) % len(members)]
    totals = sorted(random.sample(range(900, max(1000, 900 + 2 * len(members))), len(members)), reverse=True)
    ranked = random.sample(members, len(members))
    return {
        "members": [member.id for member in members],
        "members_counted": str(len(members)),
        "leader": leader.id,
        "next_leader": following.id,
        "pledge": {
            "date": f"{year}-02-{random.randint(5, 25):02}",
            "signers": [member.id for member in members],
        },
        "scores": [
            {"member": member.id, "total": str(total), "rank": str(rank)}
            for rank, (member, total) in enumerate(zip(ranked, totals, strict=True), 1)
        ],
        "source": SOURCE,
    }


def year_records(world: World, decisions: list[Decision]) -> Iterator[tuple[str, Tree]]:
    """Return the years of all authorities but the communes, each with the tally of its decisions."""
    sums: defaultdict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for decision in decisions:
        sums[decision.authority.unit.id, decision.year].update(kind_of(row) for row in decision.rows)
    for authority in world.authorities:
        if authority.tier == "commune":
            continue
        for year in YEARS:
            yield (
                f"records/years/{year}/{authority.place.id}.yaml",
                _year(world.random, authority, year, sums[authority.unit.id, year]),
            )


def kind_of(row: Tree) -> str:
    """Return the field of a tally that counts a row."""
    return "collectives" if "collective" in row else "households" if "household" in row else "individuals"


def _year(random: Random, authority: Authority, year: int, rows: Counter[str]) -> Tree:
    exceeded, met, missed = random.randint(2, 8), random.randint(6, 14), random.randint(0, 2)
    target = {
        "of": authority.place.id,
        "total": exceeded + met + missed,
        "exceeded": exceeded,
        "met": met,
        "missed": missed,
    }
    tree: Tree = {
        "theme": "Đoàn kết, kỷ cương, sáng tạo, phát triển",
        "targets": [{name: str(value) for name, value in target.items()}],
        "figures": [
            {
                "name": "thu ngân sách",
                "of": authority.place.id,
                "value": f"{random.randint(100, 900)}.{random.randint(1, 9)}",
                "unit": "tỷ đồng",
                "kind": "thuc-hien",
            }
        ],
    }
    counted = {name: str(rows[name]) for name in ("collectives", "households", "individuals") if rows[name]}
    if counted:
        tree["tallies"] = [{"authority": authority.unit.id, "counted": counted}]
    tree["conferences"] = [
        {
            "date": f"{year}-12-{random.randint(10, 28):02}",
            "name": f"Hội nghị tổng kết thi đua, khen thưởng năm {year}",
        }
    ]
    return tree | {"source": SOURCE}
