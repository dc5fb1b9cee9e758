"""Records that no template expects: signs of Markdown, thousands of rows, half-known years, unreadable files."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from tests.plain_yaml import as_yaml
from tests.reports.repository import SEVEN, data, files, report, seeds, thidua

if TYPE_CHECKING:
    from pathlib import Path

UGLY = (
    "A|B", "*sao* _gạch_", "<script>alert(1)</script>", "[x](javascript:alert(1))", r"C:\thư\mục",
    "“Ngoặc” \"kép\" 'đơn'",
    "1. Một", "2) Hai", "- gạch", "+ cộng", "# thăng", "> lớn", "![a](b)", "<img src=x onerror=alert(2)>",
    "&lt;b&gt; &amp;",
    "`mã`", "~~bỏ~~", "[^1]", "N" * 400, "{{ 7 * 7 }} {% raw %}", "=====", "---", "***", "=1+1", "</style><b>",
    "@ai #1",
)  # fmt: skip
OFFICE = {"name": "Huyện *Lạ* | <b>x</b>", "kind": "don-vi-hanh-chinh", "level": "huyen"}


def repository(folder: Path, **records: Any) -> Path:
    """Write an office `la` and records whose names have `__` for `/`."""
    named = {f"records/{name.replace('__', '/')}.yaml": as_yaml(one) for name, one in records.items()}
    settings = {"thidua.yaml": "format: 1\norganisation: la\n", "records/organisations/la.yaml": as_yaml(OFFICE)}
    return files(folder, {**settings, **named})


def awarded(*recipients: Any, **fields: Any) -> dict[str, Any]:
    return {
        "decision": {"number": "1/QĐ|<b>", "date": "2023-03-06", "authority": "la"},
        "awards": [{"award": "giay-khen-cap-huyen", "recipients": list(recipients)}],
        **fields,
    }


class Words(HTMLParser):
    """The text of a page, its tags, and what leads or runs somewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


@pytest.fixture(scope="module")
def ugly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    year = {
        "theme": UGLY[2], "goal": UGLY[3], "breakthroughs": UGLY, "occasions": UGLY, "shortcomings": UGLY,
        "documents": [{"name": one, "subject": one} for one in UGLY],
        "events": [{"name": one, "of": one} for one in UGLY],
        "figures": [{"name": one, "value": 3, "unit": one} for one in UGLY],
        "movements": [{"name": one, "theme": one} for one in UGLY],
        "recognitions": [{"recipient": one, "title": one} for one in UGLY],
        "works": [{"name": one, "section": one} for one in UGLY],
        "targets": [
            {"total": 3, "met": 1, "missed": 2, "document": UGLY[2], "doubt": "dòng một\n\n- dòng hai | *x*\n# ba",
             "named": [{"name": one, "unit": one, "plan": 1} for one in UGLY]},
        ],
        "tallies": [{"counted": {"collectives": 1}, "covers": UGLY[1], "occasion": UGLY[0]}],
        "conferences": [{"name": UGLY[2], "attended": [{"name": one, "positions": [one]} for one in UGLY]}],
        "source": {"document": UGLY[2]},
    }  # fmt: skip
    rows = [{"name": one, "unit": one, "position": one} for one in UGLY]
    own = {"award": "lao-dong-tien-tien", "name": UGLY[2], "recipients": [{"name": "Lê An"}]}
    record = awarded(*rows[:8])
    record["awards"] += [own, {"award": "gia-dinh-van-hoa", "recipients": [{"household": one} for one in UGLY[8:16]]}]
    return repository(
        tmp_path_factory.mktemp("ugly"),
        years__2023__la=year,
        awards__2023__a=record,
        awards__2023__b=awarded(*rows[8:]),
    )


def test_ugly_text_is_printed_as_it_is(ugly: Path) -> None:
    page = Words(report(ugly, "2023", ending=".html"))
    shown = "".join(page.text)
    assert [one for one in UGLY if one not in shown] == []
    assert "dòng một - dòng hai | *x* # ba" in shown


def test_no_record_makes_an_element_or_a_link(ugly: Path) -> None:
    page = Words(report(ugly, "2023", ending=".html"))
    assert not page.tags & {"b", "i", "u", "img", "iframe", "del", "blockquote"}
    assert all(value and value.startswith("#") for name, value in page.attributes if name == "href")
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]


def test_markdown_gives_the_same_text_in_any_reader(ugly: Path) -> None:
    for asked in (("2023",), ("2023", "--trace")):
        page = Words(MarkdownIt("commonmark").enable("table").enable("strikethrough").render(report(ugly, *asked)))
        shown = "".join(page.text)
        assert [one for one in UGLY if one not in shown and one.removeprefix("[^1]")] == []
        assert not page.tags & {"a", "img", "script", "b", "s", "blockquote", "pre"}


def test_figures_mark_cannot_be_forged(tmp_path: Path) -> None:
    year = {"theme": "a\ue0000\ue001b\ue002c\ue0031\ue004d\ue0050\ue006e"}
    text = report(repository(tmp_path, years__2023__la=year), "2023", ending=".html")
    assert "“a0bc1d0e”" in text
    assert not [letter for letter in text if "\ue000" <= letter <= "\uf8ff"]


def test_decomposed_letters_give_the_same_report(tmp_path: Path) -> None:
    year = {"theme": "Đổi mới", "events": [{"name": "ổn định đời sống Nhân dân"}]}
    whole = repository(tmp_path / "nfc", years__2023__la=year, awards__2023__a=awarded({"name": "Nguyễn Thị Ánh"}))
    parted = repository(tmp_path / "nfd")
    for path in whole.rglob("*.yaml"):
        text = unicodedata.normalize("NFD", path.read_text("utf-8"))
        files(parted, {str(path.relative_to(whole)): text})
    assert unicodedata.normalize("NFC", report(parted, "2023")) == report(whole, "2023")


def test_three_thousand_recipients_make_one_figure_and_a_short_paper(tmp_path: Path) -> None:
    rows = [{"name": f"Người Số{n}", "unit": "la", "class": "truc-tiep-lao-dong"} for n in range(3000)]
    root = repository(tmp_path, awards__2023__a=awarded(*rows, method="dot-xuat"))
    text = report(root, "2023")
    assert "có 3.000 cá nhân được" in text
    assert (
        "Trong số 3.000 cá nhân có ghi đối tượng, người trực tiếp công tác, lao động là 3.000 người, chiếm 100 %."
        in text
    )
    assert len(text) < 4000
    total = data(root, "2023")["commendation"]["total"]["individuals"]
    assert [(one["path"], one["rows"]) for one in total["records"]] == [("records/awards/2023/a.yaml", 3000)]
    assert len(report(root, "2023", ending=".html")) < 30_000


def test_bloc_prints_scores_ties_and_those_without_rank(tmp_path: Path) -> None:
    scores = [
        {"member": "Đơn vị B", "points": 90, "bonus": 2.5, "deduction": 1, "rank": 2},
        {"member": "Đơn vị Đ", "points": 80, "tier": "khá"},
        {"member": "Đơn vị C", "total": 91.50, "rank": 2, "doubt": "điểm chép lại"},
        {"member": "Đơn vị A", "points": 95, "rank": 1},
        {"member": "Đơn vị *E*|"},
    ]
    root = repository(
        tmp_path,
        blocs__khoi={"name": "Khối một", "kind": "cum", "organiser": "la"},
        **{"bloc-years__2023__khoi": {"members": ["Đơn vị A", "Đơn vị B"], "members_complete": "co", "scores": scores}},
    )
    text = report(root, "2023", "--bloc", "khoi")
    table = [line for line in text.splitlines() if line.startswith("| Đơn vị ")][1:]
    assert table == [
        "| Đơn vị A | 95 |  |  | 95 | 1 |",
        "| Đơn vị B | 90 | 2,5 | 1 | 91,5 | đồng hạng 2 |",
        "| Đơn vị C |  |  |  | 91,5 *(điểm cần kiểm tra số 1)* | đồng hạng 2 |",
        "| Đơn vị Đ | 80 |  |  | 80 | khá |",
        r"| Đơn vị \*E\*\| |  |  |  |  | chưa xếp |",
    ]
    assert "Cụm có 2 thành viên." in text
    assert "điểm chép lại" in text
    assert "Mới xếp hạng 4 trong 5 đơn vị." in text


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-09-01", "2023-08-31", "năm học 2022 - 2023"),
        ("2023-04-01", "2023-06-30", "quý II năm 2023"),
        ("2023-01-01", "2023-03-31", "quý I năm 2023"),
        ("2023-01-01", "2023-09-30", "9 tháng đầu năm 2023"),
        ("01/01/2021", "31/12/2025", "giai đoạn 2021 - 2025"),
        ("06/3/2023", "06/3/2023", "từ ngày 06 tháng 3 năm 2023 đến ngày 06 tháng 3 năm 2023"),
        ("2023-01-01", "2023-12-31", "năm 2023"),
    ],
)
def test_span_is_named_as_offices_name_it(tmp_path: Path, start: str, end: str, words: str) -> None:
    root = repository(tmp_path, awards__2023__a=awarded({"name": "Lê An"}))
    text = report(root, "--from", start, "--to", end)
    assert f" công tác thi đua, khen thưởng {words}" in text
    inside = start != "2023-04-01"
    assert ("có 1 cá nhân được" in text) is inside


def test_whole_year_by_days_is_the_report_of_the_year(seed_repository: Path) -> None:
    days = report(seed_repository, "--from", "1/1/2019", "--to", "31/12/2019", "--of", "mong-cai")
    assert days == report(seed_repository, *SEVEN["mong-cai-2019"])


def test_year_without_records_is_an_empty_paper(seed_repository: Path) -> None:
    text = report(seed_repository, "1990", "--of", "mong-cai")
    assert "**Tổng kết công tác thi đua, khen thưởng năm 1990**" in text
    assert "##" not in text
    assert not [line for line in text.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        (("2019", "--of", "khong-co"), "không có đơn vị `khong-co`"),
        (("2019", "--bloc", "khong-co"), "không có khối, cụm thi đua `khong-co`"),
        (("1999", "--bloc", "mong-cai-noi-chinh"), "records/bloc-years/1999/mong-cai-noi-chinh.yaml"),
        (("--campaign", "khong-co"), "không có phong trào thi đua `khong-co`"),
    ],
)
def test_report_of_what_has_no_record_is_misuse_that_names_it(
    seed_repository: Path, asked: tuple[str, ...], missing: str
) -> None:
    ran = thidua(seed_repository, "report", *asked)
    assert (ran.status, ran.out) == (2, "")
    assert missing in ran.err


@pytest.mark.parametrize(
    "asked",
    [
        ("2019x",), ("12019",), (), ("--from", "2023-01-01"), ("--from", "2023-02-01", "--to", "2023-01-01"),
        ("--from", "32/1/2023", "--to", "2023-12-31"), ("2023", "--from", "2023-01-01", "--to", "2023-12-31"),
        ("2019", "-o", "r.odt"), ("2019", "-o", "/khong/co/r.md"),
    ],
)  # fmt: skip
def test_misuse_ends_with_two_and_one_plain_sentence(seed_repository: Path, asked: tuple[str, ...]) -> None:
    ran = thidua(seed_repository, "report", *asked)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_file_that_cannot_be_read_is_named_and_ends_with_one(tmp_path: Path) -> None:
    root = seeds(tmp_path)
    broken = "records/awards/2019/hong*.yaml"
    files(root, {broken: "awards: [\n"})
    ran = thidua(root, "report", *SEVEN["mong-cai-2019"])
    assert ran.status == 1
    assert broken in ran.err
    assert "**Báo cáo chưa đầy đủ:** không đọc được records/awards/2019/hong\\*.yaml." in ran.out


@pytest.mark.parametrize("ending", [".md", ".html", ".json"])
def test_partial_report_ends_well_and_says_so_on_the_paper(tmp_path: Path, ending: str) -> None:
    root = seeds(tmp_path)
    files(root, {"records/awards/2019/hong.yaml": "awards: [\n"})
    text = report(root, *SEVEN["mong-cai-2019"], "--partial", ending=ending)
    assert "records/awards/2019/hong.yaml" in text
    assert thidua(root, "report", *SEVEN["mong-cai-2019"], "--partial").err == ""


def test_a_name_of_hundreds_of_thousands_of_letters_is_broken_in_one_pass(tmp_path: Path) -> None:
    root = repository(tmp_path, awards__2023__1=awarded({"collective": "ô" * 400_000}))
    start = process_time()
    page = report(root, "2023", ending=".html")
    assert process_time() - start < 20, "looking to the end of the word from each of its letters takes minutes"
    assert "ô" * 30 + "<wbr>" in page
