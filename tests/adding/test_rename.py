"""`thidua rename`: the file moves, all that names it follows, nothing else changes; all of it or nothing."""

from __future__ import annotations

import json
import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.adding.conftest import DECISION, DECISION_TEXT, Repository
from tests.adding.test_killed_writers import Writer, leftovers
from thidua.app.rename import Renaming
from thidua.store.paths import record_path

SEEDS = Path(__file__).parents[2]
YEAR = "records/years/2023/ubnd-mong-cai.yaml"
REVOKED = "records/revocations/thu-hoi.yaml"


def files(repository: Repository) -> dict[str, bytes]:
    """Everything that a clerk sees, by path."""
    found = (path for path in repository.root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(repository.root).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def named(decided: Repository) -> Repository:
    """An organisation named in all the ways there are, and two people."""
    decided.write(
        YEAR, "# của năm\r\ntheme: Đoàn kết\r\ntargets: [{of: ubnd-mong-cai, total: 20}]\r\nsource: {document: x}\r\n"
    )
    decided.write("records/people/nguyen-van-a.yaml", "name: Nguyễn Văn A\nsource: {document: x}\n")
    decided.write("private/people/nguyen-van-a.yaml", "unit: ubnd-mong-cai\nborn: 1980-01-01\n")
    decided.write(
        "records/awards/2023/9-qd-ubnd.yaml",
        "decision: {number: 9/QĐ-UBND, date: 2023-05-01, authority: 'ubnd-mong-cai'}\nperiod: 2023\nawards:\n"
        "  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {collective: ubnd-mong-cai}\n      - {name: Nguyễn Văn A, unit: UBND Móng Cái, person: nguyen-van-a}\n"
        "source: {document: x}\n",
    )
    decided.write(
        REVOKED,
        "decision: 2023/9-qd-ubnd\nnumber: 10/QĐ-UBND\ndate: 2023-06-01\nrows:\n  - {name: ubnd-mong-cai}\n"
        "source: {document: x}\n",
    )
    decided.git("add", "-A")
    decided.git("commit", "-qm", "more")
    assert decided.thidua("validate").status == 0
    return decided


def test_whatever_names_an_organisation_follows_it_and_no_other_byte_changes(named: Repository) -> None:
    before = files(named)
    answer = named.thidua("rename", "organisations/ubnd-mong-cai", "uy-ban-mong-cai")
    assert (answer.status, answer.err) == (0, "")
    after = files(named)
    moved = {path.replace("/ubnd-mong-cai.yaml", "/uy-ban-mong-cai.yaml"): text for path, text in before.items()}
    assert after.keys() == moved.keys()
    changed = {path for path in after if after[path] != moved[path]}
    assert changed == {
        "thidua.yaml",
        "private/people/nguyen-van-a.yaml",
        DECISION,
        "records/awards/2023/9-qd-ubnd.yaml",
        REVOKED,
        YEAR.replace("ubnd-", "uy-ban-"),
    }
    assert all(after[path] == moved[path].replace(b"ubnd-mong-cai", b"uy-ban-mong-cai") for path in changed)
    assert b"authority: 'uy-ban-mong-cai'" in after["records/awards/2023/9-qd-ubnd.yaml"]
    assert named.thidua("validate").status == 0
    assert f"đã chuyển {YEAR} → {YEAR.replace('ubnd-', 'uy-ban-')} (1 chỗ)\n" in answer.out
    assert f"đã sửa {DECISION} (1 chỗ)\n" in answer.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("organisations/ubnd-mong-cai", "organisations/uy-ban"),
        ("people/nguyen-van-a", "nguyen-van-a-2"),
        ("awards/2023/9-qd-ubnd", "9-qd-ubnd-mong-cai"),
        ("campaigns/nong-thon-moi", "nong-thon-moi-2023"),
        ("records/blocs/noi-chinh.yaml", "khoi-noi-chinh.yaml"),
        ("revocations/thu-hoi", "thu-hoi-2023"),
    ],
)
def test_there_and_back_gives_the_same_bytes(named: Repository, old: str, new: str) -> None:
    before = files(named)
    assert named.thidua("rename", old, new).status == 0
    between = files(named)
    (now,) = [path for path in between if path not in before and path.startswith("records/") and "/years/" not in path]
    assert named.thidua("rename", now, old.removeprefix("records/").partition("/")[2]).status == 0
    assert files(named) == before != between


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The records of the seeds, outside git; every test puts back what it changes."""
    root = tmp_path_factory.mktemp("seeds")
    shutil.copytree(SEEDS / "records", root / "records")
    shutil.copy(SEEDS / "thidua.yaml", root)
    return Repository(root, lambda *_: None)  # type: ignore[arg-type,return-value]


def findings(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[object, ...]]:
    from thidua.cli.main import run

    run(["validate", "--format", "json", "--root", str(root)])
    told = json.loads(capsys.readouterr().out)["diagnostics"]
    return [(one["code"], one["message"], one["primary"]["path"], one["primary"]["start"]["line"]) for one in told]


def renamed_seed(seeds: Repository, path: str, capsys: pytest.CaptureFixture[str]) -> bool:
    """Rename a record of the seeds there and back; the findings are the same up to the id.

    Returns:
        Whether every byte is again as it was.
    """
    from thidua.cli.main import run

    where = record_path(path)
    asked = Renaming(path, where.folder, where.id, f"{where.id}-moi")
    before, found = files(seeds), findings(seeds.root, capsys)
    assert run(["rename", path, asked.new, "--root", str(seeds.root)]) == 0, path
    capsys.readouterr()
    expected = sorted(tuple(asked.said_anew(x) if isinstance(x, str) else x for x in one) for one in found)
    assert sorted(findings(seeds.root, capsys)) == expected
    assert run(["rename", asked.target, asked.old, "--root", str(seeds.root)]) == 0, path
    capsys.readouterr()
    return files(seeds) == before


def test_a_city_of_the_seeds_gets_another_id(seeds: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert renamed_seed(seeds, "records/organisations/mong-cai.yaml", capsys)


@pytest.mark.long
def test_every_record_of_the_seeds_gets_another_id(seeds: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    kinds = ("organisations", "campaigns", "blocs", "awards", "exemplars")
    paths = sorted(path for path in files(seeds) if path.split("/")[1:2] and path.split("/")[1] in kinds)
    assert len(paths) > 40
    for path in random.Random(5).sample(paths, 25):
        assert renamed_seed(seeds, path, capsys), path


def test_a_dry_run_says_what_would_change_and_writes_nothing(named: Repository) -> None:
    answer = named.thidua("rename", "people/nguyen-van-a", "nguyen-van-an", "--dry-run")
    assert answer.status == 0
    assert "sẽ chuyển records/people/nguyen-van-a.yaml → records/people/nguyen-van-an.yaml\n" in answer.out
    assert "sẽ chuyển private/people/nguyen-van-a.yaml → private/people/nguyen-van-an.yaml\n" in answer.out
    assert "sẽ sửa records/awards/2023/9-qd-ubnd.yaml (1 chỗ)\n" in answer.out
    assert named.changed() == []


@pytest.mark.parametrize(
    ("old", "new", "status", "said"),
    [
        ("organisations/hoa-binh", "hoa-binh-2", 1, "đã có: `records/organisations/hoa-binh-2.yaml`"),
        ("organisations/hoa-binh", "Hòa Bình", 2, "ghi `hoa-binh`"),
        ("organisations/hoa-binh", "mong-cai/hoa-binh", 2, "ghi `mong-cai-hoa-binh`"),
        ("organisations/hoa-binh", "con", 2, "Windows"),
        ("organisations/hoa-binh", "a" * 201, 2, "200"),
        ("organisations/khong-co", "co", 2, "không có tệp bản ghi"),
        ("hoa-binh", "co", 2, "ghi thư mục và mã, như `organisations/"),
        ("organisations/hoa-binh", "../hoa-binh", 2, "gạch nối"),
        ("awards/2023/9-qd-ubnd", "chin/9-qd-ubnd", 2, "năm"),
        ("organisations/hoa-binh", "hoa-binh", 0, "không có gì thay đổi"),
    ],
)
def test_an_id_that_cannot_be_is_refused(named: Repository, old: str, new: str, status: int, said: str) -> None:
    answer = named.thidua("rename", old, new)
    assert (answer.status, named.changed()) == (status, [])
    assert said in answer.out + answer.err


def test_files_called_after_it_are_not_written_over(named: Repository) -> None:
    named.write("records/years/2023/hoa-binh-3.yaml", "theme: x\nsource: {document: x}\n")
    named.write("records/years/2023/hoa-binh.yaml", "theme: y\nsource: {document: x}\n")
    before = files(named)
    answer = named.thidua("rename", "organisations/hoa-binh", "hoa-binh-3")
    assert answer.status == 1
    assert "records/years/2023/hoa-binh-3.yaml" in answer.err
    assert files(named) == before


@pytest.mark.parametrize("text", ["decision: {authority: ubnd-mong-cai\n", "organiser: ubnd-mong-cai\nname: [x]\n"])
def test_a_file_that_cannot_be_read_and_may_name_it_is_told(named: Repository, text: str) -> None:
    named.write("records/blocs/hong.yaml", text)
    before = files(named)
    answer = named.thidua("rename", "organisations/ubnd-mong-cai", "uy-ban")
    assert (answer.status, files(named)) == (1, before)
    assert "`records/blocs/hong.yaml`" in answer.err
    assert named.thidua("rename", "organisations/hoa-binh", "xa-hoa-binh").status == 0


def test_the_right_value_of_a_correction_follows(named: Repository) -> None:
    path = "records/corrections/dinh-chinh.yaml"
    text = (
        "decision: 2023/9-qd-ubnd\nnumber: 11/QĐ-UBND\ndate: 2023-07-01\nrows:\n"
        "  - {row: {name: Nguyễn Văn A}, field: unit, value: phong-y-te-mong-cai}\n"
        "  - {row: {name: ubnd-mong-cai}, field: position, value: phong-y-te-mong-cai}\nsource: {document: x}\n"
    )
    named.write(path, text)
    assert named.thidua("rename", "organisations/phong-y-te-mong-cai", "phong-y-te").status == 0
    assert named.text(path) == text.replace("field: unit, value: phong-y-te-mong-cai", "field: unit, value: phong-y-te")


def test_a_name_is_no_id(named: Repository) -> None:
    named.thidua("rename", "organisations/ubnd-mong-cai", "uy-ban-mong-cai")
    assert "unit: UBND Móng Cái" in named.text("records/awards/2023/9-qd-ubnd.yaml")


def test_places_that_waited_for_the_new_id_are_counted(named: Repository) -> None:
    named.write(DECISION, DECISION_TEXT.replace("unit: phong-noi-vu-mong-cai", "unit: phong-noi-vu"))
    answer = named.thidua("rename", "organisations/phong-noi-vu-mong-cai", "phong-noi-vu")
    assert answer.status == 0
    assert "1 chỗ đã ghi `phong-noi-vu` từ trước: nay là bản ghi này" in answer.out
    assert named.thidua("validate").status == 0


def test_what_brings_errors_is_put_back(named: Repository) -> None:
    before = files(named)
    answer = named.thidua("rename", "years/2023/ubnd-mong-cai", "khong-co")
    assert answer.status == 1
    assert "không ghi gì" in answer.err
    assert "TD902" in answer.out
    assert files(named) == before
    assert leftovers(named) == []
    dry = named.thidua("rename", "years/2023/ubnd-mong-cai", "khong-co", "--dry-run")
    assert (dry.status, dry.out) == (1, answer.out)


@pytest.mark.long
def test_a_rename_killed_at_any_call_is_undone_or_done_by_the_next_writer(named: Repository) -> None:
    before = files(named)
    with closing(Writer(named, "rename", "organisations/ubnd-mong-cai", "uy-ban-mong-cai")) as writer:
        calls = writer.every_call()
        after = files(named)
        seen = set()
        for call in calls[::2]:
            shutil.rmtree(named.root / "records")
            for path, text in before.items():
                named.write(path, text.decode())
            assert writer.run(call)[0] not in (0, 1, 2)
            assert named.thidua("fmt", "records/campaigns").status == 0
            found = files(named)
            assert found in (before, after)
            seen.add(found == after)
            assert leftovers(named) == []
    assert seen == {True, False}
