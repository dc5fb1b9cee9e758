import random

import pytest

from tests.source.fuzz_long import mutated
from tests.source.texts import DECISION
from thidua.source.document import parse, parse_markdown
from thidua.source.edit import CannotEdit, Obstacle, append, change, insert, remove, replace
from thidua.source.problem import DocumentError

NAME = ("awards", 0, "recipients", 0, "name")


def edited(function, text, *arguments):
    return function(parse(text), *arguments)


@pytest.mark.parametrize(
    ("old", "value", "new"),
    [
        ("a: b  # c\n", "Đỗ", "a: Đỗ  # c\n"),
        ("a: b\n", "no", "a: 'no'\n"),
        ("a: 'b'\n", "Đ'ỗ", "a: 'Đ''ỗ'\n"),
        ('a: "b"\n', "Đỗ", 'a: "Đỗ"\n'),
        ("a: 'b'\n", "một\nhai", 'a: "một\\nhai"\n'),
        ("a: một\n  hai\nb: c\n", "ba", "a: ba\nb: c\n"),
        ("a: |  # x\n  một\n\n# w\nb: c\n", "hai\nba\n", "a: |  # x\n  hai\n  ba\n\n# w\nb: c\n"),
        ("a: >-\n    một\n    hai\nb: c\n", "ba", "a: ba\nb: c\n"),
        ("a: |+\n  một\n\nb: c\n", "ba\n\n\n", "a: |+\n  ba\n\n\nb: c\n"),
        ("a: |+\n  một\n\nb: c\n", "ba", "a: ba\nb: c\n"),
        ("a: b", "", "a: ''"),
        ("a: b\r\nc: |\r\n  d\r\n", "Đỗ", "a: Đỗ\r\nc: |\r\n  d\r\n"),
    ],
)
def test_a_value_is_replaced_and_keeps_its_quotes_where_they_can_hold_it(old, value, new):
    assert edited(replace, old, ("a",), value) == new


def test_a_value_in_brackets_is_quoted_as_brackets_need():
    assert edited(replace, "a: {b: c, d: e}\n", ("a", "b"), "x, w") == "a: {b: 'x, w', d: e}\n"
    assert edited(replace, "a: [b, c]\n", ("a", 1), "x?") == "a: [b, 'x?']\n"
    assert edited(replace, "a: b\n", ("a",), "x, w") == "a: x, w\n"


def test_a_block_in_a_windows_file_gets_windows_lines():
    text = "a:\r\n  b: |\r\n    một\r\nc: d\r\n"
    assert edited(replace, text, ("a", "b"), "hai\nba\n") == "a:\r\n  b: |\r\n    hai\r\n    ba\r\nc: d\r\n"
    assert edited(insert, text, ("a", "e"), ["f"]) == "a:\r\n  b: |\r\n    một\r\n  e:\r\n    - f\r\nc: d\r\n"


@pytest.mark.parametrize(
    ("old", "route", "value", "new"),
    [
        ("a: b  # c\n# d\n", ("x",), "Đỗ", "a: b  # c\nx: Đỗ\n# d\n"),
        ("a: b", ("x",), "Đỗ", "a: b\nx: Đỗ\n"),
        (
            "a:\n    b: c\nd: e\n",
            ("a", "x"),
            {"w": ["z"]},
            "a:\n    b: c\n    x:\n      w:\n        - z\nd: e\n",
        ),
        ("a:\n  b: c\n  # d\ne: f\n", ("x",), "w", "a:\n  b: c\n  # d\ne: f\nx: w\n"),
        ("a:\n  - b: c\n  - d\n", ("a", 0, "x"), "w", "a:\n  - b: c\n    x: w\n  - d\n"),
        ("a: {b: c}  # d\n", ("a", "x"), ["w", "z"], "a: {b: c, x: [w, z]}  # d\n"),
        ("a: {}\n", ("a", "x"), "w", "a: {x: w}\n"),
        ("a: {b: c,\n    d: e,\n   }\n", ("a", "x"), "w", "a: {b: c,\n    d: e, x: w,\n   }\n"),
        ("{}\n", ("x",), "w", "{x: w}\n"),
    ],
)
def test_a_missing_key_is_added_at_the_end_of_its_mapping(old, route, value, new):
    assert edited(insert, old, route, value) == new


@pytest.mark.parametrize(
    ("old", "item", "new"),
    [
        ("a:\n  - b  # c\nd: e\n", "x", "a:\n  - b  # c\n  - x\nd: e\n"),
        ("a:\n- b\nd: e\n", {"x": "w", "z": "t"}, "a:\n- b\n- {x: w, z: t}\nd: e\n"),
        ("a:\n    - b\n", {"x": ["w"]}, "a:\n    - b\n    - x:\n        - w\n"),
        ("a: [b, c]\n", "x: w", "a: [b, c, 'x: w']\n"),
        ("a: []  # c\nd: e\n", {"x": "w"}, "a:  # c\n  - {x: w}\nd: e\n"),
        ("a: []", "x", "a:\n  - x\n"),
    ],
)
def test_an_item_is_added_at_the_end_of_its_list(old, item, new):
    assert edited(append, old, ("a",), item) == new


def test_a_recipient_is_one_line():
    row = {"name": "Trần Thị " + "Ba " * 40 + "Bốn", "unit": "x"}
    route = ("awards", 0, "recipients")
    new = edited(append, DECISION, route, row)
    after = "      - {collective: phong-noi-vu}\n"
    assert new == DECISION.replace(after, f"{after}      - {{name: {row['name']}, unit: x}}\n")


@pytest.mark.parametrize(
    ("old", "route", "new"),
    [
        ("# x\na: b  # c\nd: e\n", ("a",), "# x\nd: e\n"),
        ("a: b\nc:\n  - d\n  - e\n", ("c",), "a: b\n"),
        ("a: {b: c, d: e}\n", ("a", "b"), "a: {d: e}\n"),
        ("a: {b: c, d: e}\n", ("a", "d"), "a: {b: c}\n"),
        ("a: [b]\n", ("a", 0), "a: []\n"),
        ("a:  # x\n  - b  # w\nc: d\n", ("a", 0), "a: []  # x\nc: d\n"),
        ("a:\n  b: c\n", ("a", "b"), "a: {}\n"),
        ("a:\n  - b: c\n    d: e\n", ("a", 0, "b"), "a:\n  - d: e\n"),
        ("a:\n  - b: c\n    d: e\n", ("a", 0, "d"), "a:\n  - b: c\n"),
        ("a:\n  - b\n  - c\n", ("a", 0), "a:\n  - c\n"),
        ("a: b\n", ("a",), "{}\n"),
    ],
)
def test_a_value_is_removed_with_its_line(old, route, new):
    assert edited(remove, old, route) == new


def test_front_matter_is_edited_and_the_body_stays():
    text = "---\r\na: b\r\n---\r\n# Thân\u00a0bài\n\r\n"
    document = parse_markdown(text)
    assert replace(document, ("a",), "c") == text.replace("a: b", "a: c")
    assert insert(document, ("x",), "w") == text.replace("a: b\r\n", "a: b\r\nx: w\r\n")


def test_flaws_beside_the_edit_stay():
    text = "\ufefftên:\u00a0Nguye\u0302\u0303n\u200b  # Đo\u0302\u0303\r\nb: c\r\n"
    assert edited(replace, text, ("b",), "d") == text.replace("b: c", "b: d")
    assert edited(replace, text, ("tên",), "Đỗ").endswith("  # Đo\u0302\u0303\r\nb: c\r\n")


@pytest.mark.parametrize(
    ("function", "arguments", "reason"),
    [
        (replace, (("missing",), "x"), Obstacle.NO_SUCH_FIELD),
        (replace, (("awards",), "x"), Obstacle.NOT_ONE_VALUE),
        (replace, (NAME, "a\u0301"), Obstacle.NOT_CLEAN),
        (replace, (NAME, "\x00"), Obstacle.NOT_CLEAN),
        (insert, (("period",), "x"), Obstacle.NO_PLACE_FOR_A_KEY),
        (insert, (("period", "x"), "x"), Obstacle.NO_PLACE_FOR_A_KEY),
        (insert, (("awards", 5), "x"), Obstacle.NO_PLACE_FOR_A_KEY),
        (insert, (("",), "x"), Obstacle.NOT_CLEAN),
        (append, (("decision",), "x"), Obstacle.NOT_A_LIST),
        (append, (("missing",), "x"), Obstacle.NO_SUCH_FIELD),
        (remove, ((),), Obstacle.THE_TOP),
        (remove, (("missing",),), Obstacle.NO_SUCH_FIELD),
    ],
)
def test_what_makes_no_sense_is_refused(function, arguments, reason):
    with pytest.raises(CannotEdit) as raised:
        edited(function, DECISION, *arguments)
    assert raised.value.reason is reason


def test_many_values_change_in_one_reading_as_they_do_one_after_the_other():
    values = {
        (*NAME[:-1], "unit"): "phòng mới",
        NAME: "Đỗ Thị An",
        (*NAME[:-1], "sex"): "nu",
        ("note",): "sửa",
        ("decision", "number"): "9/QĐ-UBND",
    }
    for text in (DECISION, DECISION.rstrip("\n"), DECISION.replace("\n", "\r\n")):
        one_by_one = text
        for route, value in values.items():
            there = parse(one_by_one).node(route) is not None
            one_by_one = edited(replace if there else insert, one_by_one, route, value)
        assert change(parse(text), values) == one_by_one


def test_a_replaced_value_leaves_every_other_byte():
    chance = random.Random(2023)
    done = 0
    while done < 300:
        try:
            document = parse(mutated(chance).replace("\n", chance.choice(("\n", "\r\n"))))
        except DocumentError:
            continue
        route, node = (), document.root
        while node.children:
            step = chance.choice(list(node.children))
            route, node = (*route, step), node.children[step]
        if not node.style.is_scalar:
            continue
        start, end = document.offsets(route)
        try:
            new = replace(document, route, chance.choice(("x", "Đỗ: Đức", "", "'\"", "- a")))
        except CannotEdit:
            continue
        done += 1
        assert new.startswith(document.text[:start]), document.text
        assert new.endswith(document.text[end:].lstrip("\r\n ")), document.text
