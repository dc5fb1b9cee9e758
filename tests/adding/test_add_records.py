"""`thidua add-organisation`, `add-person`, `add-campaign`, `add-bloc`, `add-exemplar` by options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.adding.conftest import Repository

SOURCE = ("--source", "Ví dụ")


def test_an_organisation_gets_an_id_from_its_name(repository: Repository) -> None:
    answer = repository.thidua(
        "add-organisation", "--name", "Phường Trà Cổ", "--kind", "đơn vị hành chính", "--level", "xa", "--parent",
        "thanh pho mong cai", "--from", "01/7/2025", "--alias", "P. Trà Cổ", *SOURCE,
    )  # fmt: skip
    assert answer.status == 0, answer.out + answer.err
    assert answer.out == (
        "đã tạo records/organisations/phuong-tra-co.yaml\n  đơn vị: Phường Trà Cổ\nđã kiểm tra: không có gì cần sửa\n"
    )
    assert repository.text("records/organisations/phuong-tra-co.yaml") == (
        "name: Phường Trà Cổ\nkind: don-vi-hanh-chinh\nlevel: xa\nparent: mong-cai\nfrom: 2025-07-01\n"
        "aliases:\n  - P. Trà Cổ\n"
        "source:\n  document: Ví dụ\n"
    )
    assert repository.thidua("fmt", "--check").status == 0


def test_a_second_organisation_of_one_name_needs_an_id(repository: Repository) -> None:
    refused = repository.thidua("add-organisation", "--name", "phòng nội vụ", *SOURCE)
    assert refused.status == 2
    assert "[phong-noi-vu-mong-cai]" in refused.err
    taken = repository.thidua("add-organisation", "--name", "Phòng Nội vụ", "--id", "phong-noi-vu-mong-cai", *SOURCE)
    assert taken.status == 2
    given = repository.thidua("add-organisation", "--name", "Phòng Nội vụ", "--id", "phong-noi-vu-dong-trieu", *SOURCE)
    assert given.status == 0
    assert repository.changed() == ["records/organisations/phong-noi-vu-dong-trieu.yaml"]


def test_namesakes_are_told_apart_by_a_number(repository: Repository) -> None:
    for apart in ([], ["--different-from", "nguyen-thi-an"]):
        answer = repository.thidua(
            "add-person",
            "--name",
            "Nguyễn Thị An",
            "--unit",
            "Phòng Y tế",
            "--position",
            "Chuyên viên",
            *apart,
            *SOURCE,
        )
        assert answer.status == 0, answer.out + answer.err
    assert repository.changed() == ["records/people/nguyen-thi-an-2.yaml", "records/people/nguyen-thi-an.yaml"]
    assert "postings:\n  - {unit: phong-y-te-mong-cai, position: Chuyên viên}\n" in repository.text(
        "records/people/nguyen-thi-an.yaml"
    )


def test_a_campaign_holds_its_launch_and_its_lists(repository: Repository) -> None:
    answer = repository.thidua(
        "add-campaign", "--name", "Thi đua nước rút", "--kind", "theo chuyên đề", "--of", "mong-cai",
        "--period", "từ 1/6/2023 đến 30/9/2023",
        "--launched-on", "26/5/2023", "--launched-by", "ubnd-mong-cai",
        "--objective", "Một", "--objective", "Hai", *SOURCE,
    )  # fmt: skip
    assert answer.status == 0, answer.out + answer.err
    text = repository.text("records/campaigns/thi-dua-nuoc-rut.yaml")
    assert (
        "period: 2023-06-01/2023-09-30\nlaunched:\n  date: 2023-05-26\n  by: ubnd-mong-cai\n"
        "objectives:\n  - Một\n  - Hai\n" in text
    )


def test_a_bloc_and_an_exemplar_are_written(repository: Repository) -> None:
    bloc = repository.thidua("add-bloc", "--name", "Khối Văn hoá", "--kind", "khối", "--organiser", "mong-cai", *SOURCE)
    exemplar = repository.thidua(
        "add-exemplar",
        "--collective",
        "Phòng Y tế",
        "--field",
        "y tế",
        "--year",
        "2023",
        "--bloc",
        "khoi noi chinh",
        *SOURCE,
    )
    assert (bloc.status, exemplar.status) == (0, 0), bloc.err + exemplar.err
    assert repository.text("records/blocs/khoi-van-hoa.yaml").startswith("name: Khối Văn hoá\nkind: khoi\n")
    assert "bloc: noi-chinh" in repository.text("records/exemplars/phong-y-te-mong-cai.yaml")


def test_without_a_terminal_the_name_is_asked_for(repository: Repository) -> None:
    for command in ("add-organisation", "add-person", "add-campaign", "add-bloc", "add-exemplar"):
        answer = repository.thidua(command)
        assert answer.status == 2
        assert "`--name`" in answer.err


def test_an_id_that_is_none_is_refused(repository: Repository) -> None:
    for id_ in ("Phường", "../x", "a/b", "a_b", "-a"):
        answer = repository.thidua("add-organisation", "--name", "Phường Mới", f"--id={id_}", *SOURCE)
        assert answer.status == 2, id_
    assert repository.changed() == []


def test_a_dry_run_writes_nothing(repository: Repository) -> None:
    answer = repository.thidua("add-bloc", "--name", "Khối Mới", "--dry-run", *SOURCE)
    assert (answer.status, repository.changed()) == (0, [])
    assert "name: Khối Mới" in answer.out


def test_help_is_in_both_languages(repository: Repository) -> None:
    for command in (
        "add-award",
        "add-organisation",
        "add-person",
        "add-campaign",
        "add-bloc",
        "add-exemplar",
        "set",
        "fmt",
    ):
        assert "Cách dùng" in repository.thidua(command, "--help").out
        assert "Usage" in repository.thidua("--lang", "en", command, "--help").out


@pytest.mark.parametrize("unit", ["Phòng Y tế", "phong y te", "phong-y-te-mong-cai"])
def test_a_second_person_of_one_name_and_unit_is_refused_with_a_way_on(repository: Repository, unit: str) -> None:
    repository.write("records/people/an.yaml", "name: Nguyễn Thị An\npostings: [{unit: phong-y-te-mong-cai}]\n")
    before = repository.changed()
    answer = repository.thidua("add-person", "--name", "nguyễn  thị an", "--unit", unit, *SOURCE)
    assert (answer.status, repository.changed()) == (2, before)
    assert "cùng tên, cùng đơn vị: Nguyễn Thị An [an]" in answer.err
    assert "thêm `--different-from an`" in answer.err
    elsewhere = repository.thidua("add-person", "--name", "Nguyễn Thị An", "--unit", "Phòng Nội vụ", *SOURCE)
    assert elsewhere.status == 0, elsewhere.err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nguyễn văn mẫu", "viết toàn chữ thường"),
        ("NGUYỄN VĂN MẪU", "viết toàn chữ hoa"),
        ("Nguyễn Văn Mẫu và Trần Thị Mẫu", "giống tên của nhiều người"),
        ("A, B", "giống tên của nhiều người"),
        ("Nguyễn Văn A", ""),
        ("Vương Và Mẫu", ""),
        ("A B", ""),
    ],
)
def test_an_odd_name_is_warned_of_and_written(repository: Repository, name: str, said: str) -> None:
    person = repository.thidua("add-person", "--name", name, *SOURCE)
    award = repository.thidua(
        "add-award", "--award", "giay-khen-cap-huyen", "--to", name, "--by", "mong-cai", "--date", "1/2/2023", *SOURCE
    )
    for answer in (person, award):
        assert answer.status == 0, answer.out + answer.err
        assert said in answer.out
        assert said or f"`{name}`" not in answer.out


@pytest.mark.parametrize("name", ["Con", "aux", "NUL", "COM1"])
def test_no_id_is_proposed_that_windows_keeps_for_itself(repository: Repository, name: str) -> None:
    for command in ("add-organisation", "add-person", "add-campaign", "add-bloc", "add-exemplar"):
        answer = repository.thidua(command, "--name", name, *SOURCE)
        assert answer.status == 0, answer.err
    assert [path.rpartition("/")[2] for path in repository.changed()] == [f"{name.lower()}-2.yaml"] * 5
    refused = repository.thidua("add-bloc", "--name", "Khối Mẫu", "--id", "con", *SOURCE)
    assert refused.status == 2
    assert "Windows" in refused.err


def test_no_file_of_a_decision_is_called_as_windows_keeps_for_itself(repository: Repository) -> None:
    answer = repository.thidua(
        "add-award", "--award", "giay-khen-cap-huyen", "--to", "Lê Văn Mẫu", "--decision", "CON", "--date", "1/2/2023",
        "--by", "", *SOURCE,
    )  # fmt: skip
    assert answer.status == 0, answer.err
    assert repository.changed() == ["records/awards/2023/con-2.yaml"]
