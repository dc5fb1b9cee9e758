"""Awards as columns that are ticked are refused, each tick by its cell, with what to do instead."""

from __future__ import annotations

import pytest

from tests.importing.conftest import BY, Repository
from tests.importing.tried import Made, people, problems, tried

HEADER = ("STT", "Họ và tên", "Đơn vị công tác", "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen")
ROWS = (
    (1, "Nguyễn Văn An", "Phòng Nội vụ", "x", "x", ""),
    (2, "Trần Thị Bình", "Phòng Y tế", "x", "", ""),
    (3, "Lê Văn Cường", "Phòng Y tế", "", "", "x"),
)
OF = ("--decision", "412/QĐ-UBND", "--date", "06/3/2023")


@pytest.mark.parametrize("award", [(), ("--award", "lao-dong-tien-tien")])
def test_each_tick_is_named_and_nothing_is_written(repository: Repository, made: Made, award: tuple[str, ...]) -> None:
    found = tried(repository, made(HEADER, *ROWS), *OF, *award)
    assert problems(found) == ["D2", "E2", "D3", "F4"]
    answer = repository.thidua("import-awards", made(HEADER, *ROWS), *BY, *OF, *award)
    assert answer.status == 1
    assert repository.changed() == []
    told = [line for line in answer.out.splitlines() if "dấu `x`" in line]
    assert len(told) == 1
    assert told[0].startswith("  D2, E2, D3, F4  sai: ")
    assert "ghi mỗi danh hiệu của mỗi người một dòng, tên danh hiệu ở cột “Danh hiệu”" in told[0]


def test_it_is_said_in_english_too(repository: Repository, made: Made) -> None:
    answer = repository.thidua("--lang", "en", "import-awards", made(HEADER, *ROWS), *BY, *OF)
    assert "write a row for each award of each recipient" in answer.out


@pytest.mark.parametrize("mark", ["X", "✓", "v", "1", 1])
def test_whatever_clerks_tick_with(repository: Repository, made: Made, mark: object) -> None:
    row = (1, "Nguyễn Văn An", "Phòng Nội vụ", mark, "", "")
    assert problems(tried(repository, made(HEADER, row), *OF)) == ["D2"]


def test_awards_below_a_title_that_covers_them(repository: Repository, made: Made) -> None:
    top = ("STT", "Họ và tên", "Đơn vị công tác", "Danh hiệu đề nghị", "", "")
    below = ("", "", "", "LĐTT", "CSTĐCS", "Giấy khen")
    assert problems(tried(repository, made(top, below, *ROWS), *OF)) == ["D3", "E3", "D4", "F5"]
    with_award = tried(repository, made(top, below, *ROWS), *OF, "--award", "lao-dong-tien-tien")
    assert problems(with_award) == ["D3", "E3", "D4", "F5"]


def test_a_tick_that_is_of_no_award_stops_nothing_where_the_award_is_known(repository: Repository, made: Made) -> None:
    header = ("Họ và tên", "Đơn vị công tác", "Đảng viên", "Danh hiệu")
    found = tried(repository, made(header, ("Nguyễn Văn An", "Phòng Nội vụ", "x", "LĐTT")), *OF)
    assert (people(found), problems(found)) == (["Nguyễn Văn An"], [])
    award = ("--award", "lao-dong-tien-tien")
    found = tried(repository, made(header[:3], ("Nguyễn Văn An", "Phòng Nội vụ", "x")), *OF, *award)
    assert (people(found), problems(found)) == (["Nguyễn Văn An"], [])


def test_a_tick_below_an_award_is_not_lost_where_the_row_names_another(repository: Repository, made: Made) -> None:
    header = ("Họ và tên", "Đơn vị công tác", "Danh hiệu", "Chiến sĩ thi đua cơ sở", "Đảng viên")
    found = tried(repository, made(header, ("Nguyễn Văn An", "Phòng Nội vụ", "LĐTT", "x", "x")), *OF)
    assert problems(found) == ["D2"]


def test_a_column_that_is_said_to_be_no_award_is_left_out(repository: Repository, made: Made) -> None:
    row = (1, "Nguyễn Văn An", "Phòng Nội vụ", "x", "", "")
    found = tried(repository, made(HEADER, row), *OF, "--award", "lao-dong-tien-tien", "--map", "D=skip")
    assert problems(found) == []
