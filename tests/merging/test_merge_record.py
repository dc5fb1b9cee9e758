"""Three versions of one record and what becomes of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.app.merge_keys import keys_at
from thidua.app.merge_record import Left, Merged, merge_record
from thidua.source.document import parse
from thidua.source.merge import Clash, Part, merge

PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
HEAD = "decision:\n  number: 5/QĐ-UBND\n  date: 2023-03-06\n  authority: thanh-pho-vi-du\nawards:\n"
GROUP = "  - award: giay-khen-cap-huyen\n    recipients:\n"
ONE = "      - {name: Nguyễn Thị Ví Dụ, unit: Phòng Ví dụ}\n"
TWO = "      - {name: Trần Văn Mẫu, position: Chuyên viên, unit: Phòng Ví dụ}\n"
THREE = "      - {collective: Phòng Ví dụ}\n"
FOUR = "      - {name: Lê Thị Thử, unit: Trường Ví dụ}\n"
BASE = HEAD + GROUP + ONE + TWO
STORY = "---\nname: Nguyễn Văn Gương\n---\nĐoạn một.\n\nĐoạn hai.\n\nĐoạn ba.\n"
STORIES = "records/exemplars/nguyen-van-guong.md"


def merged(base: str, ours: str, theirs: str, path: str = PATH) -> Merged:
    return merge_record(path, base.encode(), ours.encode(), theirs.encode())


def clean(base: str, ours: str, theirs: str, path: str = PATH) -> str:
    found = merged(base, ours, theirs, path)
    assert found.is_clean, found
    return found.text


def told(base: str, ours: str, theirs: str) -> tuple[str, list[tuple[str, object, object]]]:
    found = merged(base, ours, theirs)
    assert not found.is_clean
    return found.text, [(one.clash.value, one.ours, one.theirs) for one in found.conflicts]


def test_rows_that_each_side_added_stand_ours_first() -> None:
    assert clean(BASE, BASE + THREE, BASE + FOUR) == BASE + THREE + FOUR


def test_a_row_that_both_added_stands_once() -> None:
    assert clean(BASE, BASE + THREE, BASE + FOUR + THREE) == BASE + THREE + FOUR


def test_a_row_that_both_added_has_what_each_knows_of_it() -> None:
    posted = FOUR.replace("unit", "position: Giáo viên, unit")
    assert clean(BASE, BASE + FOUR, BASE + posted) == BASE + posted


def test_a_row_removed_here_and_others_added_there() -> None:
    assert clean(BASE, HEAD + GROUP + TWO, BASE + THREE) == HEAD + GROUP + TWO + THREE


def test_fields_of_one_row_changed_on_both_sides() -> None:
    ours = BASE.replace("Chuyên viên", "Trưởng phòng")
    theirs = BASE.replace(
        "position: Chuyên viên, unit: Phòng Ví dụ", "position: Chuyên viên, unit: Phòng Ví dụ, sex: nam"
    )
    assert "{name: Trần Văn Mẫu, position: Trưởng phòng, unit: Phòng Ví dụ, sex: nam}" in clean(BASE, ours, theirs)


def test_reordered_rows_are_no_change() -> None:
    ours = HEAD + GROUP + TWO + ONE
    assert clean(BASE, ours, BASE + THREE) == ours + THREE
    assert clean(BASE, BASE, ours) == ours


def test_a_value_changed_in_two_ways_stays_ours_and_is_told() -> None:
    ours, theirs = BASE.replace("Chuyên viên", "Trưởng phòng"), BASE.replace("Chuyên viên", "Phó trưởng phòng") + THREE
    text, conflicts = told(BASE, ours, theirs)
    assert text == ours + THREE
    assert conflicts == [("values", "Trưởng phòng", "Phó trưởng phòng")]


def test_a_name_mended_in_two_ways_does_not_make_two_rows() -> None:
    ours, theirs = BASE.replace("Trần Văn Mẫu", "Trần Văn Mậu"), BASE.replace("Trần Văn Mẫu", "Trần Văn Mấu")
    text, conflicts = told(BASE, ours, theirs)
    assert text == ours
    assert [clash for clash, _, _ in conflicts] == ["values"]


def test_a_name_mended_here_and_added_there_stands_once() -> None:
    ours = BASE.replace("Trần Văn Mẫu", "Trần Văn Mậu")
    theirs = BASE + TWO.replace("Trần Văn Mẫu", "Trần Văn Mậu")
    assert clean(BASE, ours, theirs) == ours
    assert clean(BASE, theirs, ours).count("Mậu") == 1


def test_a_name_mended_here_and_its_row_changed_there_is_told() -> None:
    ours, theirs = BASE.replace("Trần Văn Mẫu", "Trần Văn Mậu"), BASE.replace("Chuyên viên", "Phó trưởng phòng")
    text, conflicts = told(BASE, ours, theirs)
    assert text == ours
    assert len(conflicts) == 1


def test_a_row_removed_here_and_changed_there_is_told_and_stays_removed() -> None:
    text, conflicts = told(BASE, HEAD + GROUP + ONE, BASE.replace("Chuyên viên", "Trưởng phòng"))
    assert text == HEAD + GROUP + ONE
    assert [clash for clash, _, _ in conflicts] == [Clash.REMOVED_HERE.value]


def test_a_row_changed_here_and_removed_there_is_told_and_stays() -> None:
    ours = BASE.replace("Chuyên viên", "Trưởng phòng")
    text, conflicts = told(BASE, ours, HEAD + GROUP + ONE)
    assert text == ours
    assert [clash for clash, _, _ in conflicts] == [Clash.REMOVED_THERE.value]


def test_namesakes_told_apart_stay_two_rows() -> None:
    here = FOUR.replace("}", ", different_from_namesake: sinh năm 1980}")
    there = FOUR.replace("}", ", different_from_namesake: sinh năm 1990}")
    assert clean(BASE, BASE + here, BASE + there) == BASE + here + there


def test_a_row_moved_to_two_awards_is_told() -> None:
    ours = HEAD + GROUP + ONE + "  - award: lao-dong-tien-tien\n    recipients:\n" + TWO
    found = merged(BASE, ours, ours.replace("lao-dong-tien-tien", "chien-si-thi-dua-co-so"))
    assert (found.left, found.names) == (Left.MOVED_APART, ("Trần Văn Mẫu",))
    assert found.text == ours


def test_one_group_made_on_both_sides_is_one() -> None:
    group = "  - award: lao-dong-tien-tien\n    recipients:\n"
    assert clean(BASE, BASE + group + THREE, BASE + group + FOUR) == BASE + group + THREE + FOUR


def test_numbers_of_one_group_in_two_ways_are_told() -> None:
    counted = "  - award: lao-dong-tien-tien\n    counted:\n      individuals: {}\n"
    text, conflicts = told(BASE, BASE + counted.format(3), BASE + counted.format(4))
    assert text == BASE + counted.format(3)
    assert conflicts == [("values", "3", "4")]


def test_the_same_new_decision_on_both_sides() -> None:
    assert clean("", HEAD + GROUP + ONE + TWO, HEAD + GROUP + TWO + THREE) == HEAD + GROUP + ONE + TWO + THREE


def test_two_new_decisions_under_one_name_are_not_mixed() -> None:
    other = HEAD.replace("2023-03-06", "2023-04-06") + GROUP + THREE
    found = merged("", HEAD + GROUP + ONE, other)
    assert (found.text, found.left) == (HEAD + GROUP + ONE, Left.OTHER_RECORD)


@pytest.mark.parametrize("side", ["base", "ours", "theirs"])
def test_a_text_that_is_no_record_leaves_ours_as_it_is(side: str) -> None:
    texts = {"base": BASE, "ours": BASE + THREE, "theirs": BASE + FOUR}
    texts[side] = BASE + "      - {name: [\n"
    found = merged(**texts)
    assert (found.text, found.left, found.detail[0]) == (texts["ours"], Left.UNREADABLE, side)


def test_changes_that_make_no_record_together_are_told() -> None:
    ours = BASE.replace("name: Trần Văn Mẫu", "name: Trần Văn Mẫu, people: Xã Ví dụ").replace(
        "name: Trần Văn Mẫu, ", ""
    )
    theirs = BASE.replace("Trần Văn Mẫu", "Trần Văn Mậu")
    found = merged(BASE, ours, theirs)
    assert not found.is_clean
    assert found.text == ours


# comments


def test_comments_of_both_sides_are_kept() -> None:
    ours = BASE.replace(ONE, f"      # hỏi lại\n{ONE}")
    theirs = BASE.replace(TWO, f"      # đã gọi điện\n{TWO.rstrip()}  # mới chuyển đến\n") + THREE
    text = clean(BASE, ours, theirs)
    assert (
        text
        == HEAD
        + GROUP
        + "      # hỏi lại\n"
        + ONE
        + "      # đã gọi điện\n"
        + TWO.rstrip()
        + "  # mới chuyển đến\n"
        + THREE
    )


def test_a_comment_on_a_row_that_the_other_side_removed_is_told() -> None:
    theirs = BASE.replace(TWO, f"      # đã gọi điện\n{TWO}")
    found = merged(BASE, HEAD + GROUP + ONE, theirs)
    assert found.comments == ("# đã gọi điện",)


# form


def test_a_file_that_was_not_canonical_keeps_its_manner() -> None:
    loose = (
        'decision: {number: "5/QĐ-UBND", date: 2023-03-06, authority: thanh-pho-vi-du}\nawards:\n'
        "- award: giay-khen-cap-huyen\n  recipients:\n  - {name: 'Nguyễn Thị Ví Dụ',   unit: Phòng Ví dụ}\n"
        "  - {name: Trần Văn Mẫu, unit: Phòng Ví dụ}\n"
    )
    ours = loose + "  - {collective: Phòng Ví dụ}\n"
    theirs = loose.replace("2023-03-06", "2023-03-07") + "  - {name: Lê Thị Thử, unit: Trường Ví dụ}\n"
    assert clean(loose, ours, theirs) == (
        ours.replace("2023-03-06", "2023-03-07") + "  - {name: Lê Thị Thử, unit: Trường Ví dụ}\n"
    )


def test_the_order_of_fields_is_that_of_the_canonical_form() -> None:
    ours, theirs = (
        BASE.replace("awards:", "method: dot-xuat\nawards:"),
        BASE.replace("awards:", "period: 2023\nawards:"),
    )
    assert "period: 2023\nmethod: dot-xuat\nawards:" in clean(BASE, ours, theirs)


# Markdown


def test_the_text_below_a_record_is_merged_by_lines() -> None:
    ours, theirs = STORY.replace("Đoạn một", "Đoạn thứ nhất"), STORY.replace("Đoạn ba", "Đoạn thứ ba")
    assert clean(STORY, ours, theirs, STORIES) == ours.replace("Đoạn ba", "Đoạn thứ ba")


def test_a_text_changed_in_two_ways_has_no_marks_and_is_told() -> None:
    ours, theirs = STORY.replace("Đoạn hai", "Đoạn kể"), STORY.replace("Đoạn hai", "Đoạn tả")
    found = merged(STORY, ours, theirs, STORIES)
    assert (found.text, found.body, found.is_clean) == (ours, True, False)


def test_what_is_no_record_is_merged_by_lines() -> None:
    readme, text = "records/README.md", "Một.\n\nHai.\n\nBa.\n"
    assert clean(text, text.replace("Một", "1"), text.replace("Ba", "3"), readme) == "1.\n\nHai.\n\n3.\n"
    found = merged(text, text.replace("Hai", "2"), text.replace("Hai", "II"), readme)
    assert (found.text, found.is_clean) == (text.replace("Hai", "2"), False)


@given(st.binary(max_size=60), st.binary(max_size=60))
@settings(max_examples=60, deadline=None)
def test_bytes_of_any_kind_leave_ours_and_raise_nothing(ours: bytes, theirs: bytes) -> None:
    found = merge_record(PATH, BASE.encode(), ours, theirs)
    assert found.is_clean or found.text.encode("utf-8", "surrogateescape") == ours


# laws

_ROWS = st.lists(
    st.fixed_dictionaries(
        {"name": st.sampled_from(["A B", "C D", "E F", "G H", "I K"])},
        optional={"unit": st.sampled_from(["X", "Y"]), "position": st.sampled_from(["p", "q"])},
    ),
    unique_by=lambda row: (row["name"], row.get("unit")),
    max_size=5,
)
_TREES = st.fixed_dictionaries({"recipients": _ROWS}, optional={"note": st.sampled_from(["một", "hai"])})


@settings(max_examples=150, deadline=None)
@given(_TREES, _TREES)
def test_what_one_side_left_alone_is_as_the_other_has_it(base: dict[str, object], other: dict[str, object]) -> None:
    for ours, theirs in ((other, base), (base, other), (other, other)):
        whole, conflicts = merge(Part(base), Part(ours), Part(theirs), keys_at)  # type: ignore[arg-type]
        assert (whole.tree, conflicts) == (other, ())


@settings(max_examples=150, deadline=None)
@given(_TREES, _TREES, _TREES)
def test_no_row_of_either_side_goes_without_a_word(
    base: dict[str, list[dict[str, str]]],
    ours: dict[str, list[dict[str, str]]],
    theirs: dict[str, list[dict[str, str]]],
) -> None:
    whole, conflicts = merge(Part(base), Part(ours), Part(theirs), keys_at)  # type: ignore[arg-type]
    names = {row["name"] for row in whole.tree["recipients"]}  # type: ignore[call-overload, index]
    new = {row["name"] for side in (ours, theirs) for row in side["recipients"]} - {
        row["name"] for row in base["recipients"]
    }
    said = str(conflicts)
    assert all(name in names or name in said for name in new)


def test_ours_is_a_readable_record_whatever_happened() -> None:
    assert parse(clean(BASE, BASE + THREE, BASE + FOUR)).tree["awards"]
