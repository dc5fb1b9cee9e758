"""`thidua verify` tells of a printed report whether it equals the records, and if not, why."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.repository import thidua
from tests.trail.office import DECISION, FILES, SOURCE, Repository, decision

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AN, BINH = "name: Lê Thị An, unit: phong-mau", "name: Trần Văn Bình, unit: phong-mau"
OTHER = "records/awards/2023/6-qd-ubnd.yaml"
MORE = {
    DECISION: decision(AN, BINH),
    "records/campaigns/mau-xanh.yaml": "name: Huyện Lạ màu xanh\nof: huyen-la\n" + SOURCE,
    "records/blocs/khoi-mau.yaml": "name: Khối Mẫu\nkind: khoi\norganiser: huyen-la\n",
    "records/bloc-years/2023/khoi-mau.yaml": "members: [phong-mau]\nleader: phong-mau\n",
}
ENDINGS = (".md", ".html", ".json", ".docx", ".pdf")
ASKED = (
    ("2023",),
    ("2023", "--of", "Phòng Mẫu"),
    ("--from", "1/1/2023", "--to", "30/9/2023"),
    ("2023", "--form", "0603", "--form", "0601"),
    ("--campaign", "mau xanh"),
    ("2023", "--bloc", "khoi-mau"),
)


@pytest.fixture
def office(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return Repository.copied(tmp_path / "kho", {**FILES, **MORE}, tmp_path_factory)


def paper(office: Repository, ending: str = ".md", *asked: str) -> Path:
    file = office.root.parent / f"giay{ending}"
    ran = thidua(office.root, "report", *(asked or ("2023",)), "-o", str(file))
    assert ran.status == 0, ran.err
    return file


def verdict(office: Repository, file: Path, *arguments: str) -> dict[str, Any]:
    ran = thidua(office.root, "verify", str(file), "--format", "json", *arguments)
    found: dict[str, Any] = json.loads(ran.out)
    assert ran.status == (0 if found["outcome"] == "equal" else 1)
    return found


def outcome(office: Repository, file: Path, *arguments: str) -> str:
    told: str = verdict(office, file, *arguments)["outcome"]
    return told


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


# edited by hand


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
    office: Repository, ending: str, change: Callable[[bytes], bytes]
) -> None:
    file = paper(office, ending, *(("--campaign", "mau-xanh") if ending != ".docx" else ()))
    before = file.read_bytes()
    edited(file, change)
    assert file.read_bytes() != before
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
def test_a_code_that_asks_for_nonsense_ends_well(office: Repository, asked: object) -> None:
    import base64

    head = json.dumps({"asked": asked, "text": "", "settings": "", "templates": ""}).encode()
    word = base64.urlsafe_b64encode(head + b"\n").decode()
    file = office.root.parent / "x.md"
    file.write_text(f"x\n<!-- thidua:1:0000-0000-0000:{word} -->\n", "utf-8")
    ran = thidua(office.root, "verify", str(file))
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
def test_a_file_that_is_no_report_is_said_to_be_none(office: Repository, ending: str, data: bytes) -> None:
    file = office.root.parent / f"x{ending}"
    file.write_bytes(data)
    ran = thidua(office.root, "verify", str(file))
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"`{file}`: không phải tệp {ending} đọc được")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "text", ["<" * 300_000, "<script>" * 60_000, " " * 400_000 + "<!--", "records/" * 60_000, "<!-- thidua:" * 30_000]
)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_no_text_takes_long(office: Repository, ending: str, text: str) -> None:
    from time import process_time

    file = office.root.parent / f"x{ending}"
    file.write_text(text, "utf-8")
    start = process_time()
    assert outcome(office, file) == "no-code"
    assert process_time() - start < 5


def test_misuse_is_said(office: Repository) -> None:
    for name, status in (("x.txt", 2), ("x.md", 2)):
        ran = thidua(office.root, "verify", str(office.root.parent / name))
        assert (ran.status, ran.out) == (status, "")
    (office.root.parent / "d.md").mkdir()
    assert thidua(office.root, "verify", str(office.root.parent / "d.md")).status == 2
    ran = thidua(office.root, "verify", str(paper(office)), "--at", "khong-co")
    assert ran.status == 2
