import pytest
import yaml
from hypothesis import given, settings

from tests.source.texts import DECISION, records, values
from thidua.source.canonical import canonical
from thidua.source.document import parse, parse_markdown
from thidua.source.emit import emit, emit_markdown
from thidua.source.scalars import is_plain

quick = settings(derandomize=True, deadline=None, max_examples=200)


@quick
@given(records)
def test_every_tree_reads_back_as_it_was(tree):
    text = emit(tree)
    assert parse(text).tree == tree
    assert parse(text, pure=True).tree == tree
    assert yaml.load(text, Loader=yaml.BaseLoader) == tree


@quick
@given(values)
def test_every_text_reads_back_as_it_was(value):
    tree = {"a": value, "b": [value], "recipients": [{"name": value}], "c": {"d": [[value], {"e": value}]}}
    assert parse(emit(tree)).tree == tree


@quick
@given(records)
def test_canonical_text_of_emitted_text_is_that_text(tree):
    text = emit(tree)
    assert canonical(parse(text)) == text


@quick
@given(values)
def test_other_readers_take_plain_values_for_text_unless_they_look_like_numbers_or_dates(value):
    if is_plain(value) and not value.replace(".", "").replace("-", "").isdigit():
        assert yaml.safe_load(f"a: {value}\n") == {"a": value}
        assert yaml.safe_load(f"{{a: {value}}}\n") == {"a": value} or not is_plain(value, in_flow=True)


PLAIN = """Nguyễn Văn A|412/QĐ-UBND|2023-03-06|12%/năm|2405|25.8|0|\
phong-noi-vu|TM.|Đạt (100%)|a, b|https://x.vn/a"""
QUOTED = """|null|Yes|no|ON|y|~|0123|001067012345|1e5|12E5|1_000|12:30|12:30:45|0x1F|0b1|0o7|+5|-5|.5|5.|\
.inf| a|a |a: b|a #b|- a|? a|---|...|a:|@a|`a|%a|*a|&a|!a|>|[a|{a|#a|<<|=|'a|"a|\
2023-02-31T10:00:00Z|2023-13-45|\
2023-03-06 10:00:00|1.2.3e4|True"""


@pytest.mark.parametrize("value", PLAIN.split("|"))
def test_readable_values_stay_plain(value):
    assert emit({"a": value}) == f"a: {value}\n"


@pytest.mark.parametrize("value", [*QUOTED.split("|"), "|", "|-"])
def test_what_some_reader_would_change_is_quoted(value):
    assert emit({"a": value})[3] in {"'", '"'}
    assert parse(emit({"a": value})).tree == {"a": value}


def test_items_of_single_values_stand_on_one_line_and_others_do_not():
    assert emit({"a": [{"b": "c", "d": "e"}, {"b": ["c"]}, ["x", "z"], {}, []]}) == (
        "a:\n  - {b: c, d: e}\n  - b:\n      - c\n  - - x\n    - z\n  - {}\n  - []\n"
    )


def test_a_line_is_at_most_120_characters_except_under_recipients():
    item = {"name": "a" * 60, "unit": "b" * 60}
    assert emit({"members": [item]}) == f"members:\n  - name: {'a' * 60}\n    unit: {'b' * 60}\n"
    assert emit({"recipients": [item]}) == f"recipients:\n  - {{name: {'a' * 60}, unit: {'b' * 60}}}\n"


def test_text_of_several_lines_is_a_literal_block():
    assert emit({"a": "Một\n  hai\n\nba\n"}) == "a: |\n  Một\n    hai\n\n  ba\n"
    assert emit({"a": "một\nhai"}) == "a: |-\n  một\n  hai\n"
    assert emit({"a": "một\n\n", "b": "c"}) == "a: |+\n  một\n\nb: c\n"
    assert emit({"a": "một\n \nhai"}) == 'a: "một\\n \\nhai"\n'


@pytest.mark.parametrize("value", ["a\u0301", "a\u00a0b", "a\u200bb", "a\tb", "a\r\nb", "\x00", "\ufffd"])
def test_text_that_is_not_clean_is_refused(value):
    with pytest.raises(ValueError, match="not clean text"):
        emit({"a": value})
    with pytest.raises(ValueError, match="not clean text"):
        emit({value: "a"})


@pytest.mark.parametrize("key", ["", "a" * 1025])
def test_a_key_that_cannot_be_read_again_is_refused(key):
    with pytest.raises(ValueError, match="not a key"):
        emit({key: "a"})


def test_a_markdown_record_is_front_matter_and_body():
    text = emit_markdown({"a": "b"}, "# Đầu\n\nthân\n")
    document = parse_markdown(text)
    assert (document.tree, document.body) == ({"a": "b"}, "# Đầu\n\nthân\n")


def test_the_decision_of_the_design_reads_back():
    tree = parse(DECISION).tree
    assert parse(emit(tree)).tree == tree
