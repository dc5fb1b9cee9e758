"""Templates only print: no arithmetic, nothing out of the sandbox, and a mistake in one is told with its line."""

from __future__ import annotations

import re
from time import process_time
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, nodes

from tests.reports.repository import PROJECT, files, report, thidua

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = sorted((PROJECT / "templates").glob("*.j2"))
ARITHMETIC = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)
RECKONING = {
    "abs", "batch", "count", "dictsort", "first", "float", "groupby", "int", "last", "length", "map", "max", "min",
    "random",
    "reject", "rejectattr", "reverse", "round", "select", "selectattr", "slice", "sort", "sum", "unique",
}  # fmt: skip
ALLOWED: frozenset[tuple[str, str]] = frozenset()
"""Template and filter, where one of these filters cannot be done without."""


def small(folder: Path) -> Path:
    """An office with one figure to report."""
    office = "name: Huyện Lạ\nkind: don-vi-hanh-chinh\n"
    year = "tallies:\n  - counted: {collectives: 497}\n"
    records = {"records/organisations/la.yaml": office, "records/years/2019/la.yaml": year}
    return files(folder, {"thidua.yaml": "format: 1\norganisation: la\n", **records})


def arithmetic(tree: nodes.Template) -> list[nodes.Node]:
    return [node for kind in ARITHMETIC for node in tree.find_all(kind)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_does_no_arithmetic(path: Path) -> None:
    tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
    assert [(type(node).__name__, node.lineno) for node in arithmetic(tree)] == []
    used = {(path.name, node.name) for node in tree.find_all(nodes.Filter) if node.name in RECKONING}
    assert used <= ALLOWED


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_calls_nothing_but_headings_and_charts(path: Path) -> None:
    tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
    called = {
        node.node.name if isinstance(node.node, nodes.Name) else getattr(node.node, "attr", "?")
        for node in tree.find_all(nodes.Call)
    }
    assert called <= {"chart", "section", "part"}


def test_arithmetic_is_noticed() -> None:
    tree = Environment(autoescape=True).parse("{{ report.year + 1 }}{{ a|sum }}{% if x * 2 > 3 %}{% endif %}")
    assert len(arithmetic(tree)) == 2
    assert {node.name for node in tree.find_all(nodes.Filter)} & RECKONING == {"sum"}


def test_template_of_the_repository_wins(tmp_path: Path) -> None:
    root = files(small(tmp_path), {"templates/_header.md.j2": "| Mẫu của *cơ quan* |\n|---|\n"})
    text = report(root, "2019")
    assert text.startswith("| Mẫu của *cơ quan* |\n|---|\n")
    assert "CỘNG HÒA" not in text
    assert "497 tập thể" in text


def test_style_of_the_repository_wins(tmp_path: Path) -> None:
    root = files(small(tmp_path), {"templates/page.css": "body { color: teal; }\n"})
    assert "<style>\nbody { color: teal; }\n" in report(root, "2019", ending=".html")


PAPER, PAGE = "organisation-year.md.j2", "page.html.j2"


@pytest.mark.parametrize("name", [PAPER, "_header.md.j2", PAGE])
@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("{% if report %}", "endif"),
        ("{{ khong_co }}", "khong_co"),
        ("{{ 'a'|khong_co }}", "khong_co"),
        ("{{ 1 / 0 }}", "division"),
        ("{{ 'a' + 1 }}", ""),
        ("{{ ''.__class__ }}", "unsafe"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "unsafe"),
        ("{{ range(99999999) }}", "Range"),
        ("{% include 'khong-co.md.j2' %}", "khong-co.md.j2"),
        ("{{ [1][7].x }}", ""),
    ],
    ids=lambda text: text[:24],
)
def test_mistake_in_a_template_is_told_with_its_line(tmp_path: Path, name: str, wrong: str, reason: str) -> None:
    root = files(small(tmp_path), {f"templates/{name}": f"một\nhai\n{wrong}\n"})
    target = tmp_path / "r.html"
    ran = thidua(root, "report", "2019", "-o", str(target))
    assert (ran.status, ran.out) == (1, "")
    assert "Traceback" not in ran.err
    assert re.match(rf"mẫu `{re.escape(name)}` dòng [34]: .*{re.escape(reason)}.*\n$", ran.err), ran.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("wrong", "vietnamese", "english"),
    [
        (
            "{{ khong_co }}",
            "không có gì tên là `khong_co` ở đây; xem lại cách viết",
            "there is no `khong_co` here; look at its spelling",
        ),
        (
            "{{ report.yaer }}",
            "không có gì tên là `yaer` ở đây; xem lại cách viết",
            "there is no `yaer` here; look at its spelling",
        ),
        ("{{ 'a'|nunber }}", "không có bộ lọc hay phép thử `nunber`", "there is no filter or test `nunber`"),
        ("{{ 'a' is la }}", "không có bộ lọc hay phép thử `la`", "there is no filter or test `la`"),
        ("{% include 'la.md.j2' %}", "không có tệp mẫu `la.md.j2`", "there is no template `la.md.j2`"),
        (
            "{% la %}",
            "viết sai cú pháp: Encountered unknown tag 'la'.",
            "a mistake in its syntax: Encountered unknown tag 'la'.",
        ),
        ("{{ 1 / 0 }}", "division by zero", "division by zero"),
    ],
)
def test_a_frequent_mistake_is_worded_in_both_languages(
    tmp_path: Path, wrong: str, vietnamese: str, english: str
) -> None:
    root = files(small(tmp_path), {f"templates/{PAPER}": f"một\n{wrong}\n"})
    assert thidua(root, "report", "2019").err == f"mẫu `{PAPER}` dòng 2: {vietnamese}\n"
    assert thidua(root, "report", "2019", "--lang", "en").err == f"template `{PAPER}` line 2: {english}\n"


def test_name_the_report_does_not_have_is_told(tmp_path: Path) -> None:
    root = files(small(tmp_path), {f"templates/{PAPER}": "{{ report.years }}\n{{ report.khong_co }}\n"})
    ran = thidua(root, "report", "2019")
    assert (ran.status, ran.out) == (1, "")
    assert f"`{PAPER}` dòng 2: " in ran.err
    assert "khong_co" in ran.err


def test_template_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    root = small(tmp_path)
    (root / "templates").mkdir()
    for name in (PAPER, PAGE, "page.css"):
        path = root / "templates" / name
        path.write_bytes(b"b\xe1o c\xe1o")
        ran = thidua(root, "report", "2019", "-o", str(tmp_path / "r.html"))
        assert ran.status == 1
        assert f"`{name}`" in ran.err
        path.unlink()


def test_template_that_includes_itself_is_told(tmp_path: Path) -> None:
    root = files(small(tmp_path), {"templates/_header.md.j2": "{% include '_header.md.j2' %}\n"})
    ran = thidua(root, "report", "2019")
    assert (ran.status, ran.out) == (1, "")
    assert "`_header.md.j2`" in ran.err


def test_template_cannot_change_the_report_or_read_files(tmp_path: Path) -> None:
    for wrong in ("{{ report.years.__class__ }}", "{% include '../thidua.yaml' %}", "{% include '/etc/hostname' %}"):
        root = files(small(tmp_path / str(len(wrong))), {f"templates/{PAPER}": wrong})
        ran = thidua(root, "report", "2019")
        assert (ran.status, ran.out) == (1, "")


GREEDY = (
    "{{ 'a' * 10**11 }}",
    "{{ 10 ** (10 ** 10) }}",
    "{{ [1] * 10**11 }}",
    "{{ 'a'|center(10**11) }}",
    "{{ 'a'.center(10**11) }}",
    "{{ 'a'.ljust(10**11) }}",
    "{{ 'a'.zfill(10**11) }}",
    "{{ ''.join(['a' * 1000000] * 100000) }}",
    "{{ (['a' * 1000000] * 100000)|join }}",
    "{{ ('a' * 100000)|replace('a', 'a' * 100000) }}",
    "{{ ('a' * 100000).replace('a', 'a' * 100000) }}",
    "{{ '%9999999999d'|format(1) }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ '%*d' % (10**10, 1) }}",
    "{{ '{:9999999999d}'.format(1) }}",
    "{{ '{:{}d}'.format(1, 10**10) }}",
    "{{ (1).to_bytes(10**11, 'big') }}",
    "{{ range(100)|batch(10**11, 'a')|list }}",
    "{{ 'a'|indent(10**11, true) }}",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% if false %}a{% endif %}{% endfor %}{% endfor %}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
    "{% set n = namespace(x=['a']) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x=['a']) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x|string }}",
    "{% set n = namespace(x=['a']) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ 'a' ~ n.x }}",
    "{% for i in range(99999) %}" + "Chữ có sẵn trong mẫu. " * 200 + "{% endfor %}",
)


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "greedy"), [*((PAPER, one) for one in GREEDY), *((PAGE, one) for one in GREEDY[:6])], ids=lambda x: x[:60]
)
def test_a_greedy_template_is_told_with_its_line_and_uses_up_nothing(tmp_path: Path, name: str, greedy: str) -> None:
    root = files(small(tmp_path), {f"templates/{name}": f"một\nhai\n{greedy}\n"})
    start = process_time()
    ran = thidua(root, "report", "2019", "-o", str(tmp_path / "r.html"))
    assert process_time() - start < 30
    assert (ran.status, ran.out) == (1, "")
    assert re.match(rf"mẫu `{re.escape(name)}` dòng 3: (làm ra quá nhiều|maximum recursion)", ran.err), ran.err


@pytest.mark.parametrize(
    ("plain", "printed"),
    [
        ("{{ 'a' * 3 }}{{ 2 ** 10 }}{{ 1.5 * 2 }}", "aaa10243.0"),
        ("{{ 'a' ~ 1 ~ none }}{{ [1] + [2] }}", "a1None\\[1, 2\\]"),
        ("{{ '%s-%03d'|format('a', 7) }}{{ '{}:{:0>4}'.format('a', 7) }}", "a-007a:0007"),
        ("{{ ', '.join(['a', 'b']) }}{{ [1, 2]|join('+') }}{{ [1, 2]|sum }}", "a, b1+23"),
        ("{% for x in 'ab' %}{{ loop.index }}/{{ loop.length }}{{ x }}{% else %}z{% endfor %}", "1/2a2/2b"),
        ("{% for x in [] %}{{ x }}{% else %}không{% endfor %}", "không"),
        ("{{ 'a'|center(5)|length }}{{ [1, 2, 3]|batch(2, 0)|list|length }}", "52"),
    ],
)
def test_what_a_plain_template_does_stays_as_it_is(tmp_path: Path, plain: str, printed: str) -> None:
    root = files(small(tmp_path), {f"templates/{PAPER}": plain})
    assert printed.replace("\\", "") in report(root, "2019").replace("\\", "")
