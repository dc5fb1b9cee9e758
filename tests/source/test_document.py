import contextlib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.source.texts import DECISION, records
from thidua.diagnostics import Position, Span
from thidua.source.builder import MAX_DEPTH
from thidua.source.document import MAX_BYTES, Document, parse, parse_markdown, read
from thidua.source.nodes import Style
from thidua.source.problem import DocumentError, Problem

quick = settings(derandomize=True, deadline=None, max_examples=200)
VIETNAMESE = "đơn vị: Phòng Nội vụ  # Đức\n"


def refusal(text, read_it=parse):
    with pytest.raises(DocumentError) as caught:
        read_it(text)
    return caught.value


def place(error):
    return error.problem, error.span.start.line, error.span.start.column


REFUSED = [
    ("tên: Đỗ\tĐức\n", Problem.TAB, 2, 8),
    ("\ttên: Đỗ\n", Problem.TAB, 2, 1),
    ("tên: Đỗ\ntên: Đức\n", Problem.DUPLICATE_KEY, 3, 1),
    ("ai: {tên: Đỗ, tên: Đức}\n", Problem.DUPLICATE_KEY, 2, 15),
    ("tên: &Đ a\n", Problem.ANCHOR, 2, 7),
    ("tên: &a Đỗ\n", Problem.ANCHOR, 2, 6),
    ("tên: *a\n", Problem.ALIAS, 2, 6),
    ("tên: !t Đỗ\n", Problem.TAG, 2, 6),
    ("tên: ! Đỗ\n", Problem.TAG, 2, 6),
    ("tên: !!str Đỗ\n", Problem.TAG, 2, 6),
    ("---\ntên: Đỗ\n", Problem.SEVERAL_DOCUMENTS, 2, 1),
    ("...\n", Problem.SEVERAL_DOCUMENTS, 2, 1),
    ("? tên\n: Đỗ\n", Problem.COMPLEX_KEY, 2, 1),
    ("[tên]: Đỗ\n", Problem.COMPLEX_KEY, 2, 1),
    ("ai: {{a: b}: c}\n", Problem.COMPLEX_KEY, 2, 6),
    ("<<: Đỗ\n", Problem.MERGE_KEY, 2, 1),
    ("tên:\n", Problem.EMPTY_VALUE, 2, 1),
    ("tên: # Đỗ\nb: c\n", Problem.EMPTY_VALUE, 2, 1),
    ("ai:\n  - Đỗ\n  -\n", Problem.EMPTY_VALUE, 4, 3),
    ("ai: {tên: Đỗ, b}\n", Problem.EMPTY_VALUE, 2, 15),
    ("ai: {: Đỗ}\n", Problem.EMPTY_KEY, 2, 6),
    (": Đỗ\n", Problem.EMPTY_KEY, 2, 1),
    ("'': Đỗ\n", Problem.EMPTY_KEY, 2, 1),
    ("- Đỗ\n", Problem.MISPLACED_DASH, 2, 1),
    ("ai: [Đỗ,,a]\n", Problem.SYNTAX, 2, 9),
    ("ai: [tên: Đỗ]\n", Problem.PAIR_IN_LIST, 2, 6),
    ("tên Đỗ\nb: c\n", Problem.MISSING_COLON, 3, 1),
    ("ai: {tên:{a: b}}\n", Problem.NO_SPACE_AFTER_COLON, 2, 9),
    ("tên: Đỗ: Đức\n", Problem.COLON_IN_VALUE, 2, 8),
    ("ai: - Đỗ\n", Problem.MISPLACED_DASH, 2, 5),
    ("ai:\n    a: Đỗ\n  b: c\n", Problem.BAD_INDENT, 4, 3),
    ("tên: 'Đỗ' Đức\n", Problem.TEXT_AFTER_VALUE, 2, 11),
    ("tên: 'Đỗ\n", Problem.UNCLOSED_QUOTE, 2, 6),
    ("ai: [Đỗ\nb: c\n", Problem.UNCLOSED_BRACKET, 3, 2),
    ("tên: @Đỗ\n", Problem.RESERVED_CHARACTER, 2, 6),
    ("ai: {tên: Đỗ?}\n", Problem.RESERVED_CHARACTER, 2, 13),
    ('tên: "Đỗ\\q"\n', Problem.BAD_ESCAPE, 2, 10),
    ('tên: "Đỗ\\UFFFFFFFF"\n', Problem.BAD_ESCAPE, 2, 11),
    ('tên: "Đỗ\\x00"\n', Problem.CONTROL_CHARACTER, 2, 6),
    ("tên: |#\n  Đỗ\n", Problem.SYNTAX, 2, 7),
]


@pytest.mark.parametrize(("text", "problem", "line", "column"), REFUSED)
@pytest.mark.parametrize("pure", [False, True])
def test_what_records_do_not_use_is_refused_at_its_place(text, problem, line, column, pure):
    assert place(refusal(VIETNAMESE + text, lambda text: parse(text, pure=pure))) == (problem, line, column)


@pytest.mark.parametrize(("text", "problem", "line", "column"), REFUSED)
def test_places_in_front_matter_are_those_of_the_file(text, problem, line, column):
    if problem is not Problem.SEVERAL_DOCUMENTS:
        error = refusal(f"---\n{VIETNAMESE}{text}---\nthân\n", parse_markdown)
        assert place(error) == (problem, line + 1, column)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem.EMPTY_FILE),
        ("# Đỗ\n", Problem.EMPTY_FILE),
        ("---\n", Problem.EMPTY_FILE),
        ("- Đỗ\n", Problem.NOT_A_MAPPING),
        ("Đỗ\n", Problem.NOT_A_MAPPING),
        ("%YAML 1.1\n---\na: b\n", Problem.DIRECTIVE),
        ("%ĐỖ\n---\na: b\n", Problem.DIRECTIVE),
    ],
)
@pytest.mark.parametrize("pure", [False, True])
def test_what_is_no_record_at_all_is_refused_on_the_first_line(text, problem, pure):
    assert place(refusal(text, lambda text: parse(text, pure=pure)))[:2] == (problem, 1)


def test_a_key_given_twice_names_the_first():
    error = refusal("a:\n  - {tên: x}\ntên: {a: 1}\nb: c\ntên: d\n")
    assert error.values == {"key": "tên", "first_line": 3}
    assert error.span == Span(Position(5, 1), Position(5, 4))
    assert error.related == Span(Position(3, 1), Position(3, 4))


def test_an_open_bracket_names_where_it_was_opened():
    assert refusal("ai: [Đỗ\nb: c\n").related == Span(Position(1, 5), Position(1, 6))


def test_keys_that_differ_only_in_flaws_are_one_key():
    assert refusal("tên: a\nte\u0302n: b\n").problem is Problem.DUPLICATE_KEY
    assert refusal('a b: a\n"a\\u00a0b": b\n').problem is Problem.DUPLICATE_KEY


@pytest.mark.parametrize(
    "character", ["\x00", "\x0b", "\x7f", "\x85", "\u2028", "\u2029", "\ufffd", "\ufdd0", "\U0001ffff", "\r"]
)
def test_characters_that_no_text_needs_are_refused_at_their_place(character):
    text = f"{VIETNAMESE}tên: Đỗ{character}Đức\n"
    for read_it in (parse, parse_markdown, lambda text: read(text.encode())):
        error = refusal(text, read_it)
        assert place(error) == (Problem.CONTROL_CHARACTER, 2, 8)
        assert error.values == {"character": f"U+{ord(character):04X}"}


def test_lone_surrogates_are_refused():
    assert place(refusal("tên: \ud800\n")) == (Problem.CONTROL_CHARACTER, 1, 6)


def test_bytes_that_are_not_utf8_are_refused_at_the_first_of_them():
    error = refusal("a: Đỗ\ntên: Đức ".encode() + b"\xd0\xff", read)
    assert place(error) == (Problem.NOT_UTF8, 2, 10)
    assert error.values == {"byte": "D0"}
    assert refusal("a: Đỗ".encode("utf-16"), read).problem is Problem.NOT_UTF8


def test_a_file_over_the_limit_is_refused():
    assert refusal(b" " * (MAX_BYTES + 1), read).values == {"bytes": MAX_BYTES + 1, "limit": MAX_BYTES}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_has_a_limit(opening):
    for text in ("a:\n  " + opening * MAX_DEPTH + "x", "a: [" + opening * 100_000):
        assert refusal(text).problem in {Problem.TOO_DEEP, Problem.MISPLACED_DASH}
    assert refusal("a: " + "[" * 100_000).problem is Problem.TOO_DEEP
    deepest = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert parse(deepest).tree["a"]
    assert refusal(deepest.replace("[]", "[[]]")).problem is Problem.TOO_DEEP


def test_every_scalar_stays_text():
    words = {
        "a": "no",
        "b": "0123",
        "c": "12:30",
        "d": "001067012345",
        "e": "null",
        "f": "~",
        "g": "1_000",
        "h": "2023-03-06",
    }
    assert parse("".join(f"{key}: {value}\n" for key, value in words.items())).tree == words
    assert parse("a: ''\nb: \"\"\nc: 'Đ''ỗ'\nd: \"\\u0110ỗ\\n\"\n").tree == {
        "a": "",
        "b": "",
        "c": "Đ'ỗ",
        "d": "Đỗ\n",
    }


def test_a_leading_marker_and_the_quoted_merge_key_are_accepted():
    assert parse("---\na: b\n").tree == {"a": "b"}
    assert parse("'<<': b\n").tree == {"<<": "b"}


def test_places_of_keys_and_values():
    document = parse(DECISION)
    name = ("awards", 0, "recipients", 0, "name")
    assert document.span(name) == Span(Position(17, 16), Position(17, 32))
    assert document.key_span(name) == Span(Position(17, 10), Position(17, 14))
    assert document.span((*name[:-1], "missing")) == document.span(name[:-1]) == Span(Position(17, 9), Position(17, 56))
    assert document.key_span((*name[:-1], "missing")) == document.span(name[:-1])
    assert document.line(("awards", 0, "recipients", 1)) == 18
    assert document.span(("nothing", "here")) == document.span(()) == Span(Position(2, 1), Position(2, 10))
    start, end = document.offsets(("theme",))
    assert DECISION[start:end] == "|\n  Dòng một\n    thụt vào\n\n  Dòng ba"


def test_the_style_of_a_value_is_known():
    document = parse(DECISION)
    node = {route: document.node(route) for route in [("decision", "signer"), ("theme",), ("awards",), ("x",)]}
    assert node["decision", "signer"].style is Style.FLOW_MAPPING
    assert node["theme",].style is Style.LITERAL
    assert node["awards",].style is Style.BLOCK_LIST
    assert node["x",] is None


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_has_true_lines_and_the_body_stays_as_it_is(newline):
    body = f"{newline}# Gương\u00a0sáng{newline}---{newline}\tcode  {newline}"
    text = f"---{newline}tên: Đỗ{newline}---  {newline}{body}"
    document = parse_markdown(text)
    assert document.tree == {"tên": "Đỗ"}
    assert (document.body, document.body_line) == (body, 4)
    assert document.line(("tên",)) == 2


def test_a_body_may_be_missing():
    assert parse_markdown("---\na: b\n---").body == ""
    assert parse("a: b\n").body is None


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("a: b\n", Problem.NO_FRONT_MATTER, 1),
        ("", Problem.NO_FRONT_MATTER, 1),
        ("---\na: b\n", Problem.UNCLOSED_FRONT_MATTER, 1),
    ],
)
def test_front_matter_stands_between_two_lines_of_dashes(text, problem, line):
    assert place(refusal(text, parse_markdown))[:2] == (problem, line)


def as_plain(node):
    if isinstance(node, yaml.MappingNode):
        return {key.value: as_plain(value) for key, value in node.value}
    return [as_plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def problem_of(text):
    with contextlib.suppress(DocumentError):
        parse(text)
        return None
    return refusal(text).problem


@quick
@given(
    records.filter(bool),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([None, True, False]),
    st.booleans(),
)
def test_builder_and_pyyaml_agree_on_what_pyyaml_writes(tree, style, flow, wide):
    text = yaml.dump(tree, default_style=style, default_flow_style=flow, allow_unicode=wide, sort_keys=False)
    problem = problem_of(text)
    if problem is None:
        assert parse(text).tree == as_plain(yaml.compose(text, Loader=yaml.BaseLoader))
    else:  # tags it writes in some styles, aliases for what it has seen, keys after `?`, `{a?: b}`
        marks = {Problem.TAG, Problem.ANCHOR, Problem.ALIAS, Problem.COMPLEX_KEY, Problem.RESERVED_CHARACTER}
        assert problem in {*marks, Problem.EMPTY_KEY, Problem.NO_SPACE_AFTER_COLON}


@quick
@given(st.binary(max_size=40) | st.text(max_size=30).map(str.encode))
def test_no_bytes_end_in_anything_but_a_document_error(data):
    for read_it in (parse, parse_markdown):
        for front in ("", "---\n"):
            try:
                document = read_it(front + read(data))
            except DocumentError as error:
                assert error.problem in Problem  # noqa: PT017 - whatever comes, it is this error and no other
            else:
                assert isinstance(document, Document)
