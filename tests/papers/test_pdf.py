"""Papers as PDF: what a reader of the file finds in it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.papers.reading import bookmarks, pdf, pdf_pages, pdf_text
from tests.reports.repository import SEVEN, thidua
from thidua.render.pdf import FONTS
from thidua.render.typst_markup import quoted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.papers.office import Office

LETTERS = "ạặấầẩẫậắằẳẵáàảãăâéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
HOSTILE = '#read("/etc/passwd") $x$ *b* _i_ `c` <a> @ref \\ [x](http://vi.du) // /* = + - ~ & "'


def seed(root: Path, tmp_path: Path, *arguments: str) -> bytes:
    file = tmp_path / "seed.pdf"
    assert thidua(root, "report", *arguments, "-o", str(file)).status == 0
    return file.read_bytes()


def test_a_report_has_title_language_and_bookmarks(seed_repository: Path, tmp_path: Path) -> None:
    made = seed(seed_repository, tmp_path, *SEVEN["mong-cai-2019"])
    read = pdf(made)
    assert read.metadata is not None
    assert read.metadata.title == "Báo cáo thi đua, khen thưởng năm 2019 - Thành phố Móng Cái"
    assert read.root_object["/Lang"] == "vi"
    assert bookmarks(made)[:2] == ["BÁO CÁO", "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"]


def test_text_is_found_with_its_accents(seed_repository: Path, tmp_path: Path) -> None:
    text = pdf_text(seed(seed_repository, tmp_path, *SEVEN["mong-cai-2019"]))
    assert "497 tập thể và 2.405 cá nhân" in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert text == unicodedata.normalize("NFC", text)


def test_no_font_but_ours_is_in_it(seed_repository: Path, tmp_path: Path) -> None:
    made = pdf(seed(seed_repository, tmp_path, "2019", "--of", "mong-cai", "--form", "all"))
    names = {
        str(font.get_object()["/BaseFont"])
        for page in made.pages
        for font in page["/Resources"].get_object()["/Font"].values()  # type: ignore[union-attr]
    }
    assert names
    assert all(re.fullmatch(r"/[A-Z]{6}\+Tinos(-\w+)?", name) for name in names), names


def test_the_fonts_stand_beside_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text("utf-8")
    assert sum(font.stat().st_size for font in FONTS.glob("*.ttf")) < 1_500_000


def test_every_letter_of_the_language_is_printed_and_found(office: Office) -> None:
    office.change("records/awards/2026/412-qd-ubnd.yaml", "Trần Văn Mẫu", f"Mẫu {LETTERS} {LETTERS.upper()} ₫")
    text = pdf_text(office.made(".pdf", "decision", "412")).replace(" ", "")
    assert not [letter for letter in LETTERS + LETTERS.upper() + "₫" if letter not in text]


def test_pages_are_numbered_from_the_second(seed_repository: Path, tmp_path: Path) -> None:
    first, second = pdf_pages(seed(seed_repository, tmp_path, *SEVEN["mong-cai-2019"]))
    assert not first.startswith("1")
    assert second.startswith("2 ")


@pytest.mark.parametrize("typed", [HOSTILE, "#pagebreak()", "]#[", '";#panic();"', "\\u{41}"])
def test_nothing_typed_into_a_record_becomes_markup(office: Office, typed: str) -> None:
    name = typed.replace("'", "''")
    office.change("records/awards/2026/412-qd-ubnd.yaml", "{name: Trần Văn Mẫu,", f"{{name: '{name}',")
    made = office.made(".pdf", "decision", "412")
    shown = re.sub(r"[\s\u200b]", "", pdf_text(made))
    assert re.sub(r"\s", "", typed) in shown
    assert not any("/Annots" in page for page in pdf(made).pages)


def test_a_name_typed_apart_is_found_as_it_is_searched(office: Office) -> None:
    office.change("records/awards/2026/412-qd-ubnd.yaml", "Trần Văn Mẫu", unicodedata.normalize("NFD", "Thắng Mẫu"))
    assert "Thắng Mẫu" in pdf_text(office.made(".pdf", "decision", "412"))


def test_two_runs_give_the_same_bytes_and_no_day(office: Office) -> None:
    first = office.made(".pdf", "decision", "412")
    assert office.made(".pdf", "decision", "412") == first
    assert pdf(first).metadata.creation_date_raw is None  # type: ignore[union-attr]
    assert pdf(first).metadata.modification_date_raw is None  # type: ignore[union-attr]


def test_statutory_tables_lie_on_their_side(seed_repository: Path, tmp_path: Path) -> None:
    made = pdf(seed(seed_repository, tmp_path, "2019", "--of", "mong-cai", "--form", "0602"))
    assert all(page.mediabox.width > page.mediabox.height for page in made.pages)


def test_a_list_is_on_its_side_and_the_paper_before_it_is_not(office: Office) -> None:
    pages = pdf(office.made(".pdf", "submission", "7")).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True]


def test_a_long_table_repeats_its_heading_on_every_page(office: Office) -> None:
    rows = "".join(f"      - {{name: Mẫu Thứ {n}, position: Thử}}\n" for n in range(150))
    office.change("records/awards/2026/412-qd-ubnd.yaml", "    counted: {individuals: 12}\n", rows)
    lists = [page for page in pdf_pages(office.made(".pdf", "decision", "412")) if "Mẫu Thứ" in page]
    assert len(lists) > 3
    assert all("Họ và tên" in page for page in lists)


def test_a_text_stands_between_quotes() -> None:
    assert quoted('a "b" \\ c\n#d') == '"a \\"b\\" \\\\ c #d"'
