"""A report is asked for by id or name, accents or not; where nothing or several fit, the message says what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import files, thidua

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "thidua.yaml": "format: 1\norganisation: huyen-la\n",
    "records/organisations/huyen-la.yaml": "name: Huyện Lạ\nkind: don-vi-hanh-chinh\n",
    "records/organisations/xa-hoa-mau.yaml": "name: Xã Hoa Mẫu\nparent: huyen-la\n",
    "records/organisations/xa-hoa-man.yaml": "name: Xã Hòa Mạn\nparent: huyen-la\n",
    "records/blocs/khoi-mau.yaml": "name: Khối Mẫu số 1\nkind: khoi\norganiser: huyen-la\n",
    "records/bloc-years/2019/khoi-mau.yaml": "members: [xa-hoa-mau]\nleader: xa-hoa-mau\n",
    "records/campaigns/mau-xanh.yaml": "name: Huyện Lạ màu xanh\nof: huyen-la\n",
}


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return files(tmp_path, FILES)


@pytest.mark.parametrize(
    ("by_name", "by_id"),
    [
        (("2019", "--of", "Xã Hoa Mẫu"), ("2019", "--of", "xa-hoa-mau")),
        (("2019", "--of", "xa hoa mau"), ("2019", "--of", "xa-hoa-mau")),
        (("2019", "--of", "hoà mạ"), ("2019", "--of", "xa-hoa-man")),
        (("2019", "--bloc", "khoi mau so"), ("2019", "--bloc", "khoi-mau")),
        (("--campaign", "màu xanh"), ("--campaign", "mau-xanh")),
    ],
)
def test_a_name_or_a_part_of_it_is_as_good_as_the_id(
    office: Path, by_name: tuple[str, ...], by_id: tuple[str, ...]
) -> None:
    named = thidua(office, "report", *by_name)
    assert (named.status, named.err) == (0, "")
    assert named == thidua(office, "report", *by_id)


def test_several_that_fit_are_listed_with_their_ids(office: Path) -> None:
    ran = thidua(office, "report", "2019", "--of", "xa hoa")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "`--of`: `xa hoa` có trong tên hoặc mã của 2 đơn vị; hãy ghi mã:\n"
        "  Xã Hòa Mạn [xa-hoa-man]\n  Xã Hoa Mẫu [xa-hoa-mau]\n"
    )


def test_a_name_that_nothing_has_tells_the_nearest(office: Path) -> None:
    ran = thidua(office, "report", "2019", "--bloc", "Khoi Mua so 1", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("`--bloc`: there is no bloc `Khoi Mua so 1`; the nearest: Khối Mẫu số 1 [khoi-mau]")


def test_a_bloc_without_the_year_is_not_a_bloc_that_is_unknown(office: Path) -> None:
    ran = thidua(office, "report", "2015", "--bloc", "khoi-mau")
    assert (ran.status, ran.out) == (2, "")
    assert "`khoi-mau` có bản ghi nhưng chưa có tệp của năm 2015" in ran.err
    assert ran.err.endswith("đã có các năm: 2019\n")


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("records/bloc-years/2019/khoi-mau.yaml", ("2019", "--bloc", "khoi-mau")),
        ("records/blocs/khoi-mau.yaml", ("2019", "--bloc", "khoi-mau")),
        ("records/organisations/xa-hoa-mau.yaml", ("2019", "--of", "xa-hoa-mau")),
        ("records/organisations/huyen-la.yaml", ("2019",)),
        ("records/campaigns/mau-xanh.yaml", ("--campaign", "mau-xanh")),
    ],
)
def test_a_file_that_cannot_be_read_is_said_as_such(office: Path, path: str, asked: tuple[str, ...]) -> None:
    files(office, {path: "name: [\n"})
    ran = thidua(office, "report", *asked)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == f"không đọc được `{path}` (xem `thidua validate {path}`)\n"


def test_own_organisation_without_a_record_is_said(office: Path) -> None:
    files(office, {"thidua.yaml": "format: 1\norganisation: khong-co\n"})
    ran = thidua(office, "report", "2019")
    assert (ran.status, ran.err) == (
        2,
        "không có đơn vị `khong-co`: chưa có bản ghi `records/organisations/khong-co.yaml`\n",
    )


def test_bonus_of_a_year_takes_a_name_too(office: Path) -> None:
    named = thidua(office, "bonus", "2019", "--of", "xã hoa mẫu")
    assert named.status == 0, named.err
    assert named == thidua(office, "bonus", "2019", "--of", "xa-hoa-mau")
    several = thidua(office, "bonus", "2019", "--of", "xa hoa")
    assert (several.status, several.out) == (2, "")
    assert "\n  Xã Hoa Mẫu [xa-hoa-mau]\n" in several.err


@pytest.mark.parametrize("command", [("report", "2019"), ("bonus", "2019")])
def test_the_name_of_an_unreadable_file_stays_on_its_line(office: Path, command: tuple[str, str]) -> None:
    try:
        files(office, {"records/people/a\n\x1b[31mb.yaml": "name: [\n"})
    except OSError:  # Windows has no such names
        return
    ran = thidua(office, *command)
    assert ran.status == 1
    assert ran.err.splitlines()[1:] == ["  records/people/a\\n\\x1b[31mb.yaml"]


@pytest.mark.parametrize("year", ["²⁰¹⁹", "٢٠١٩", "năm nay", "19", "20199", "1" * 5000])
def test_what_is_no_year_is_said_to_be_none(office: Path, year: str) -> None:
    ran = thidua(office, "report", year)
    assert (ran.status, ran.out, ran.err) == (2, "", f"`{year}` không phải là năm\n")
