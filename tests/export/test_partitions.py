"""Awards by year and office: twenty offices' files, joined by another engine, add up to what their reports print."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pytest

from tests.export.office import Office, from_parquet
from tests.reports.repository import PROJECT, files, thidua

pytestmark = pytest.mark.long

OFFICES = 20
YEARS = (2022, 2023)
KINDS = ("collectives", "households", "individuals", "unsplit")
AWARDS = ("giay-khen-cap-xa", "lao-dong-tien-tien", "gia-dinh-van-hoa", "bieu-duong-xa")


def office_files(number: int) -> dict[str, str]:
    """An invented ward: rows and mere numbers, praise, awards received from above, and some that were withdrawn."""
    random, ward = Random(number), f"xa-so-{number}"
    made = {
        "thidua.yaml": f"format: 1\norganisation: {ward}\n",
        "records/organisations/tinh.yaml": "name: Tỉnh Ví Dụ\n",
        f"records/organisations/{ward}.yaml": f"name: Xã số {number}\nparent: tinh\n",
        f"records/organisations/truong-{number}.yaml": f"name: Trường số {number}\nparent: {ward}\n",
        "records/catalogue/bieu-duong-xa.yaml": (
            "name: Biểu dương\ngroup: bieu-duong\nkind: bieu-duong\nlevel: xa\nrecipients: [tap-the, ca-nhan]\n"
        ),
    }
    for paper in range(random.randint(3, 8)):
        year, authority = random.choice(YEARS), random.choice((ward, ward, f"truong-{number}", "tinh"))
        head = f"decision: {{number: {paper}/QĐ, date: {year + 1}-01-15, authority: {authority}}}\nperiod: {year}\n"
        groups = "".join(group(random, number, paper, part) for part in range(random.randint(1, 3)))
        made[f"records/awards/{year + 1}/{paper}-qd.yaml"] = f"{head}awards:\n{groups}"
        if random.random() < 0.4 and f"Người {paper}-0-0" in groups:
            made[f"records/revocations/{paper}-th.yaml"] = (
                f"decision: {year + 1}/{paper}-qd\nrows:\n  - {{name: Người {paper}-0-0}}\n"
            )
    return made


def group(random: Random, number: int, paper: int, part: int) -> str:
    award = f"  - award: {random.choice(AWARDS)}\n"
    if random.random() < 0.3:
        count = f"{random.choice(KINDS)}: {random.randint(1, 50)}"
        return f"{award}    counted: {{{count}}}\n"
    rows = [f"name: Người {paper}-{part}-{place}, unit: truong-{number}" for place in range(random.randint(0, 4))]
    rows += [f"household: Hộ {paper}-{part}, unit: xa-so-{number}"] * random.randint(0, 1)
    rows += [f"enterprise: Công ty {paper}-{part}, unit: xa-so-{number}"] * random.randint(0, 1)
    rows += [f"collective: truong-{number}"]
    return f"{award}    recipients:\n" + "".join(f"      - {{{row}}}\n" for row in rows)


def question(store: Path) -> str:
    """The question of the docs, asked of another folder."""
    page = (PROJECT / "docs" / "export.md").read_text("utf-8")
    asked = re.search(r"```sql\n(.*?)```", page, re.DOTALL)
    assert asked is not None
    assert "'kho/" in asked[1]
    return asked[1].replace("'kho/", f"'{store.as_posix()}/")


def reported(root: Path, year: int) -> tuple[int | None, ...]:
    file = Path(os.environ["XDG_CACHE_HOME"]) / "report.json"
    file.parent.mkdir(exist_ok=True)
    assert thidua(root, "report", str(year), "-o", str(file)).status == 0
    total = json.loads(file.read_text("utf-8"))["commendation"]["total"]
    return tuple(total[kind]["value"] if total[kind] else None for kind in KINDS)


def test_twenty_offices_joined_add_up_to_their_reports(tmp_path: Path) -> None:
    store, expected = tmp_path / "kho", {}
    for number in range(OFFICES):
        root = files(tmp_path / f"office-{number}", office_files(number))
        ran = thidua(root, "export", "--format", "parquet", "-o", str(store))
        assert ran.status == 0, ran.err
        for year in YEARS:
            total = reported(root, year)
            if any(total):
                expected[year, f"xa-so-{number}"] = total
    with duckdb.connect() as db:
        found = {(year, office): tuple(counts) for year, office, *counts in db.execute(question(store)).fetchall()}
    assert found == expected
    assert len({office for _, office in found}) == OFFICES
    assert all(any(total[place] for total in found.values()) for place in range(len(KINDS)))
    (revoked, praised, received) = counts_of_what_is_left_out(store)
    assert min(revoked, praised, received) > 0


def counts_of_what_is_left_out(store: Path) -> tuple[int, int, int]:
    """How many rows the question must leave out, of each sort; with none of a sort the test would prove nothing."""
    rows = from_parquet(f"{store.as_posix()}/*/*/part.parquet")
    return (
        sum(row["status"] == "thu-hoi" for row in rows),
        sum(row["group"] == "bieu-duong" for row in rows),
        sum(not row["conferred_here"] for row in rows),
    )


@pytest.fixture
def store(office: Office) -> Path:
    kho = office.out / "kho"
    ran = office.export("--format", "parquet", "-o", str(kho))
    assert ran.status == 0, ran.err
    return kho


def parts(store: Path) -> list[str]:
    return sorted(path.relative_to(store).as_posix() for path in store.rglob("*") if path.is_file())


UNKNOWN = "nam=__HIVE_DEFAULT_PARTITION__/don-vi=mong-cai/part.parquet"
WHOLE = [UNKNOWN, *(f"nam={year}/don-vi=mong-cai/part.parquet" for year in (2021, 2022, 2023))]


def test_every_row_stands_in_the_file_of_its_year_and_office(office: Office, store: Path) -> None:
    assert parts(store) == sorted(WHOLE)
    rows: list[dict[str, Any]] = []
    for name in WHOLE:
        mine = from_parquet((store / name).as_posix())
        assert len({row["year"] for row in mine}) == 1
        rows += mine
    assert len(rows) == len(office.rows("awards"))
    assert [row["name"] for row in from_parquet((store / UNKNOWN).as_posix())] == ["Không Rõ Năm"]


def test_a_year_that_is_gone_goes_and_other_offices_stay(office: Office, store: Path) -> None:
    other = store / "nam=2021" / "don-vi=noi-khac" / "part.parquet"
    other.parent.mkdir()
    other.write_bytes(b"of somebody else")
    (office.root / "records/awards/2021/4-qd-ubnd.yaml").unlink()
    (office.root / "records/awards/2023/3-qd-ubnd.yaml").unlink()
    assert office.export("--format", "parquet", "-o", str(store)).status == 0
    assert parts(store) == ["nam=2021/don-vi=noi-khac/part.parquet", *WHOLE[2:]]
    assert not (store / "nam=2021" / "don-vi=mong-cai").exists()


def test_one_year_leaves_the_others_as_they_are(office: Office, store: Path) -> None:
    before = {name: (store / name).stat().st_mtime_ns for name in parts(store)}
    assert office.export("--format", "parquet", "-o", str(store), "--year", "2022").status == 0
    changed = [name for name in parts(store) if (store / name).stat().st_mtime_ns != before[name]]
    assert changed == ["nam=2022/don-vi=mong-cai/part.parquet"]


def test_without_an_office_there_is_no_folder_to_write_to(office: Office) -> None:
    office.write("thidua.yaml", "format: 1\n")
    ran = office.export("--format", "parquet", "-o", str(office.out / "kho"))
    assert ran.status == 2
    assert "`--of`" in ran.err
    assert office.export("--format", "parquet", "-o", str(office.out / "kho"), "--of", "phong-noi-vu").status == 0
    assert all("don-vi=phong-noi-vu" in name for name in parts(office.out / "kho"))
