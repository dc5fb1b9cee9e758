"""`thidua verify` tells of a printed report whether it equals the records, and if not, why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import thidua
from tests.trail.office import DECISION, FILES, SOURCE, Repository, decision

if TYPE_CHECKING:
    from collections.abc import Callable

from tests.trail.papers import AN, BINH, OTHER, outcome, paper, verdict

ENDINGS = (".md", ".html", ".json", ".docx", ".pdf")
ASKED = (
    ("2023",),
    ("2023", "--of", "Phòng Mẫu"),
    ("--from", "1/1/2023", "--to", "30/9/2023"),
    ("2023", "--form", "0603", "--form", "0601"),
    ("--campaign", "mau xanh"),
    ("2023", "--bloc", "khoi-mau"),
)


def code(office: Repository, *asked: str) -> str:
    found = re.search(r"Mã kiểm tra: ([0-9A-Z-]{14}) ", thidua(office.root, "report", *asked).out)
    assert found
    return found[1]


# equal


@pytest.mark.long
@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_every_report_equals_the_records_it_was_printed_from(office: Repository, asked: tuple[str, ...]) -> None:
    for ending in ENDINGS if asked == ASKED[0] else (".md",):
        assert verdict(office, paper(office, ending, *asked))["outcome"] == "equal", ending
    assert outcome(office, paper(office, ".md", *asked, "--trace")) == "equal"


def test_one_report_has_one_code_in_every_form_and_another_report_another(office: Repository) -> None:
    codes = {verdict(office, paper(office, ending))["code"] for ending in ENDINGS}
    assert codes == {code(office, "2023")}
    assert len({code(office, *asked) for asked in ASKED}) == len(ASKED)


def test_the_way_it_was_asked_for_is_no_part_of_the_code(office: Repository) -> None:
    assert code(office, "2023", "--of", "phong mau") == code(office, "2023", "--of", "phong-mau")
    assert code(office, "--from", "1/1/2023", "--to", "31/12/2023") == code(office, "2023")


UNRELATED: dict[str, Callable[[Repository], object]] = {
    "a comment, quotes and the order of fields": lambda office: office.write({
        DECISION: "# ghi chú\n\nmethod: 'cong-trang'\n" + decision(AN, BINH).replace("method: cong-trang\n", "")
    }),
    "a record of another year": lambda office: office.write({
        "records/awards/2021/9.yaml": decision("name: Ngô Ba", number="9/QĐ-UBND").replace("2023-03-06", "2021-03-06")
    }),
    "a commit": lambda office: office.commit({"ghi-chu.txt": "x"}),
    "no git": lambda office: (office.root / ".git").rename(office.root / "khong-git"),
}  # fmt: skip


@pytest.mark.parametrize("change", UNRELATED.values(), ids=UNRELATED)
def test_what_has_nothing_to_do_with_a_report_leaves_it_equal(
    office: Repository, change: Callable[[Repository], object]
) -> None:
    endings = (".md", ".html")
    files = {ending: paper(office, ending).rename(office.root.parent / f"cu{ending}") for ending in endings}
    before = code(office, "2023")
    change(office)
    assert code(office, "2023") == before
    for file in files.values():
        assert outcome(office, file) == "equal", file


# records changed


def test_changed_records_are_named_and_the_commit_of_the_paper_is_found(office: Repository) -> None:
    first = office.git("rev-parse", "HEAD")
    file = paper(office)
    office.commit({DECISION: decision(AN), OTHER: decision("name: Ngô Ba", number="6/QĐ-UBND")}, day="2023-04-01")
    found = verdict(office, file)
    assert found["outcome"] == "records-changed"
    assert found["records"] == [{"path": DECISION, "how": "changed"}, {"path": OTHER, "how": "new"}]
    assert (found["commit"]["id"], found["compared"], found["lines"]) == (first, True, [])
    assert outcome(office, file, "--at", first) == "equal"
    out = thidua(office.root, "verify", str(file)).out
    assert out.startswith("BẢN GHI ĐÃ ĐỔI từ khi in giấy này\n  thidua report 2023 --of huyen-la · mã ")
    assert f"  bản ghi khi in là bản ghi git {first[:10]} ngày 07/3/2023\n" in out
    assert f"  đã sửa: {DECISION}\n  mới có: {OTHER}\n" in out
    english = thidua(office.root, "verify", str(file), "--lang", "en").out
    assert english.startswith("RECORDS CHANGED since this paper was printed\n")
    assert f"  changed: {DECISION}\n  new: {OTHER}\n" in english


def test_a_record_that_is_gone_is_named_from_git(office: Repository) -> None:
    office.commit({OTHER: decision("name: Ngô Ba", number="6/QĐ-UBND")})
    file = paper(office)
    (office.root / OTHER).unlink()
    assert verdict(office, file)["records"] == [{"path": OTHER, "how": "gone"}]
    office.commit()
    assert verdict(office, file)["records"] == [{"path": OTHER, "how": "gone"}]
    (office.root / ".git").rename(office.root / "khong-git")
    assert verdict(office, file)["records"] == [{"path": "", "how": "gone"}]
    assert "(một bản ghi không còn, không rõ tên)" in thidua(office.root, "verify", str(file)).out


def test_a_later_paper_that_withdraws_a_row_is_a_change(office: Repository) -> None:
    file = paper(office)
    path = "records/revocations/5-qd-ubnd-1.yaml"
    office.write({path: "decision: 2023/5-qd-ubnd\nrows:\n  - {name: Lê Thị An, unit: phong-mau}\n" + SOURCE})
    found = verdict(office, file)
    assert (found["outcome"], found["records"]) == ("records-changed", [{"path": path, "how": "new"}])


def test_a_new_name_of_an_organisation_is_a_change(office: Repository) -> None:
    file = paper(office)
    office.write(
        {"records/organisations/huyen-la.yaml": FILES["records/organisations/huyen-la.yaml"].replace("Lạ", "Lá")}
    )
    assert outcome(office, file) == "records-changed"


def test_a_paper_of_records_that_no_commit_has_says_that_only_its_own_sum_was_looked_at(office: Repository) -> None:
    office.write({DECISION: decision(AN)})
    file = paper(office)
    office.write({DECISION: decision(BINH)})
    found = verdict(office, file)
    assert (found["outcome"], found["commit"], found["compared"]) == ("records-changed", None, False)
    assert "không có lại được bản ghi khi in" in thidua(office.root, "verify", str(file)).out
    file.write_text(file.read_text("utf-8").replace("Huyện Lạ", "Huyện Lá"), "utf-8")
    assert outcome(office, file) == "records-changed-and-edited"


def test_a_report_that_cannot_be_made_any_more(office: Repository) -> None:
    file = paper(office, ".md", "--campaign", "mau-xanh")
    (office.root / "records/campaigns/mau-xanh.yaml").unlink()
    found = verdict(office, file)
    assert (found["outcome"], found["because"]) == ("records-changed", ["no-report"])
    assert found["commit"] is not None
    assert {"path": "records/campaigns/mau-xanh.yaml", "how": "gone"} in found["records"]


def test_settings_and_templates_that_changed_are_no_change_of_records(office: Repository) -> None:
    file = paper(office)
    office.write({"thidua.yaml": "format: 1\norganisation: huyen-la\nplace: Thị trấn Lạ\n"})
    found = verdict(office, file)
    assert (found["outcome"], found["because"], found["records"]) == ("made-otherwise", ["settings"], [])
    office.write({
        "thidua.yaml": FILES["thidua.yaml"], "templates/organisation-year.md.j2": "# Mẫu riêng\n",
    })  # fmt: skip
    found = verdict(office, file)
    assert (found["outcome"], found["because"], found["compared"]) == ("made-otherwise", ["templates"], True)
