"""`thidua verify` finds what was changed in a printed report by hand, and takes no harm from other files."""

from __future__ import annotations

import io
import json
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import thidua
from tests.trail.office import DECISION, SOURCE, Repository, decision

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

from tests.trail.papers import AN, OTHER, outcome, paper, verdict

# edited by hand


@pytest.fixture(scope="module")
def printed(unchanged: Repository) -> Callable[[str], bytes]:
    """Print a report to a file once, and return what is in it."""

    @cache
    def of(ending: str) -> bytes:
        asked = ("--campaign", "mau-xanh") if ending != ".docx" else ()
        return paper(unchanged, ending, *asked).read_bytes()

    return of


def edited(file: Path, change: Callable[[bytes], bytes]) -> None:
    file.write_bytes(change(file.read_bytes()))


def in_word(data: bytes, old: str, new: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(old.encode(), new.encode()) if name == "word/document.xml" else part)
    return made.getvalue()


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
EDITS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "words": (".md", lambda data: data.replace("Huyện Lạ".encode(), "Huyện Lá".encode())),
    "a line more": (".md", lambda data: data.replace(b"\n## I", b"\nNg\n\n## I", 1)),
    "the code that is seen": (".md", lambda data: re.sub(rb"tra: \w{4}", b"tra: 0000", data)),
    "words of a page": (".html", lambda data: data.replace("Huyện Lạ".encode(), "Huyện Lá".encode())),
    "a style that hides words": (".html", lambda data: data.replace(b"<h2>", b"<h2 hidden>", 1)),
    "a value": (".json", lambda data: data.replace("Huyện Lạ".encode(), "Huyện Lá".encode())),
    "a field more": (".json", lambda data: data.replace(b'{\n  "version": 1,', b'{\n  "version": 1, "x": 1,')),
    "words in Word": (".docx", lambda data: in_word(data, "Phòng Mẫu", "Phòng Mầu")),
    "hidden in Word": (".docx", lambda data: in_word(data, "<w:t", "<w:rPr><w:vanish/></w:rPr><w:t")),
    "a sign in Word": (".docx", lambda data: in_word(data, "<w:t", '<w:sym w:font="Symbol" w:char="F031"/><w:t')),
    "a formula in Word": (
        ".docx",
        lambda data: in_word(
            data, "</w:body>", f'<w:p><m:oMath xmlns:m="{MATH}"><m:r><m:t>9</m:t></m:r></m:oMath></w:p></w:body>'
        ),
    ),
    "a field in Word": (
        ".docx",
        lambda data: in_word(data, "</w:body>", "<w:p><w:fldSimple w:instr='QUOTE \"9\"'/></w:p></w:body>"),
    ),
    "words in a comment that is none": (
        ".md",
        lambda data: data.replace(b"\n# ", b"\n    <!-- thidua:1:0000-0000-0000:HUAN-CHUONG -->\n# ", 1),
    ),
    "a comment that is not the program's": (
        ".html",
        lambda data: data.replace(b"<title>", b"<title><!-- thidua:HUAN-CHUONG -->"),
    ),
    "a line that is no place": (
        ".json",
        lambda data: data.replace(b'{\n  "version": 1,', b'{\n  "version": 1, "line": "x",'),
    ),
    "a PDF": (".pdf", lambda data: data.replace(b"/Creator(Typst", b"/Creator(Other")),
}


@pytest.mark.parametrize(("ending", "change"), EDITS.values(), ids=EDITS)
def test_a_file_changed_by_hand_is_not_the_program_s(
    office: Repository, printed: Callable[[str], bytes], ending: str, change: Callable[[bytes], bytes]
) -> None:
    file = office.root.parent / f"giay{ending}"
    file.write_bytes(change(printed(ending)))
    assert file.read_bytes() != printed(ending)
    assert outcome(office, file) == "edited"
    office.write(
        {"records/campaigns/mau-xanh.yaml": "name: Huyện Lạ xanh\nof: huyen-la\n" + SOURCE, DECISION: decision(AN)}
    )
    assert outcome(office, file) == "records-changed-and-edited"


def test_the_lines_that_were_changed_are_shown(office: Repository) -> None:
    file = paper(office, ".docx")
    edited(file, lambda data: in_word(data, "Số: ……/BC-UBND", "Số: 15/BC-UBND"))
    found = verdict(office, file)
    assert found["lines"] == [{"expected": "Số: ……/BC-UBND", "found": "Số: 15/BC-UBND"}]
    assert "    - Số: ……/BC-UBND\n    + Số: 15/BC-UBND\n" in thidua(office.root, "verify", str(file)).out


def test_word_saving_a_file_anew_changes_nothing_that_is_seen(office: Repository) -> None:
    import docx

    file = paper(office, ".docx")
    document = docx.Document(str(file))
    document.core_properties.author = "Người khác"
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text
    document.save(str(file))
    assert outcome(office, file) == "equal"


def test_a_new_sum_does_not_make_edited_words_equal(office: Repository) -> None:
    """Whoever edits a file may have its own digest made anew; the records tell all the same."""
    from thidua.render.stamp import own_digest
    from thidua.render.visible import markdown_lines

    file = paper(office)
    text = file.read_text("utf-8").replace("Huyện Lạ", "Huyện Lá")
    own = own_digest(markdown_lines(text))
    file.write_text(re.sub(r"thidua:1:[\w-]{14}:", f"thidua:1:{own}:", text), "utf-8")
    assert outcome(office, file) == "edited"
    office.commit({OTHER: decision("name: Ngô Ba", number="6/QĐ-UBND")})
    found = verdict(office, file)
    assert (found["outcome"], found["compared"]) == ("records-changed-and-edited", True)


def test_what_a_signature_adds_behind_a_pdf_is_told_apart(office: Repository) -> None:
    file = paper(office, ".pdf")
    edited(file, lambda data: data + b"\n99 0 obj\n<<>>\nendobj\n%%EOF")
    found = verdict(office, file)
    assert (found["outcome"], found["appended"]) == ("edited", True)
    assert "phần in ra còn nguyên" in thidua(office.root, "verify", str(file)).out


# other files


def test_a_file_without_a_code_and_a_damaged_one(office: Repository) -> None:
    file = paper(office)
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"<!--.*-->", "", text), "utf-8")
    assert outcome(office, file) == "no-code"
    for word in ("", "x", "eyJ4", "====", "e30KAAAA"):
        file.write_text(re.sub(r"(thidua:1:[\w-]{14}:)[\w=-]+", rf"\g<1>{word or 'A'}", text), "utf-8")
        assert outcome(office, file) == "damaged", word
    file.write_text(text.replace("thidua:1:", "thidua:7:"), "utf-8")
    assert verdict(office, file)["because"] == ["format"]


@pytest.mark.parametrize(
    "asked",
    [
        [["year", "x"]], [["year", "99999"]], [["from", "2023-01-01"]], [], [["campaign", "x"], ["year", "2023"]],
        [["of", "\x1b[31m"], ["year", "2023"]], [["of", "../../etc"], ["year", "2023"]],
        [["form", "x"], ["year", "2023"]],
        [["year"]], [["year", 2023]], {"year": 1}, None,
    ],
)  # fmt: skip
def test_a_code_that_asks_for_nonsense_ends_well(unchanged: Repository, tmp_path: Path, asked: object) -> None:
    import base64

    head = json.dumps({"asked": asked, "text": "", "settings": "", "templates": ""}).encode()
    word = base64.urlsafe_b64encode(head + b"\n").decode()
    file = tmp_path / "x.md"
    file.write_text(f"x\n<!-- thidua:1:0000-0000-0000:{word} -->\n", "utf-8")
    ran = thidua(unchanged.root, "verify", str(file))
    assert (ran.status, ran.err) == (1, "")
    assert "\x1b" not in ran.out


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), part)
    return made.getvalue()


ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b'<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:t>&b;</w:t></w:r></w:p>'
)
HOSTILE = {
    "no zip": (".docx", b"PK\x03\x04 nothing"),
    "a zip of something else": (".docx", zipped(x=b"x")),
    "a bomb": (".docx", zipped(word__document_xml=b"<a>" + b" " * (80 << 20) + b"</a>")),
    "entities": (".docx", zipped(word__document_xml=ENTITIES)),
    "entities in another encoding": (".docx", zipped(word__document_xml=ENTITIES.decode().encode("utf-16"))),
    "no XML": (".docx", zipped(word__document_xml=b"<a>")),
    "no PDF": (".pdf", b"hello"),
    "no UTF-8": (".md", b"\xff\xfe"),
    "a page that is not UTF-8": (".html", b"\xff"),
    "deep": (".json", b"[" * 200_000),
    "a key twice": (".json", b'{"fingerprint": 1, "fingerprint": 2}'),
    "a list": (".json", b"[]"),
    "NaN": (".json", b"nonsense"),
}


@pytest.mark.parametrize(("ending", "data"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_is_no_report_is_said_to_be_none(
    unchanged: Repository, tmp_path: Path, ending: str, data: bytes
) -> None:
    file = tmp_path / f"x{ending}"
    file.write_bytes(data)
    ran = thidua(unchanged.root, "verify", str(file))
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"`{file}`: không phải tệp {ending} đọc được")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "text", ["<" * 300_000, "<script>" * 60_000, " " * 400_000 + "<!--", "records/" * 60_000, "<!-- thidua:" * 30_000]
)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_no_text_takes_long(unchanged: Repository, tmp_path: Path, ending: str, text: str) -> None:
    from time import process_time

    file = tmp_path / f"x{ending}"
    file.write_text(text, "utf-8")
    start = process_time()
    assert outcome(unchanged, file) == "no-code"
    assert process_time() - start < 5


def test_misuse_is_said(office: Repository) -> None:
    for name, status in (("x.txt", 2), ("x.md", 2)):
        ran = thidua(office.root, "verify", str(office.root.parent / name))
        assert (ran.status, ran.out) == (status, "")
    (office.root.parent / "d.md").mkdir()
    assert thidua(office.root, "verify", str(office.root.parent / "d.md")).status == 2
    ran = thidua(office.root, "verify", str(paper(office)), "--at", "khong-co")
    assert ran.status == 2
