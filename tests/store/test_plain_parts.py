"""A row in canonical form is cut into the parts that a parser of YAML gives, or left to that one."""

from __future__ import annotations

import pytest

from tests.store.test_plain import said
from thidua.app.plain_files import is_plain
from thidua.source.document import parse
from thidua.store.plain_decision import plain_of
from thidua.store.plain_text import plain_in

ORDINARY = """\
decision:
  number: 1/QĐ-VD
  date: 2023-03-06
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn Ví Dụ, unit: phong-vi-du}
"""
PATH = "records/awards/2023/1-qd-vd.yaml"


def with_row(row: str) -> str:
    return ORDINARY.replace("{name: Nguyễn Văn Ví Dụ, unit: phong-vi-du}", row)


@pytest.mark.parametrize(
    "row",
    [
        "{name: Nguyễn Văn Ðức, unit: phong-vi-du}",
        "{name: '012345678901', unit: phong-vi-du}",
        "{name: 'Tổ 1, ấp Ðông', different_from_namesake: Ví dụ}",
    ],
)
def test_what_is_odd_as_text_is_not_plain_however_often_it_was_read(row: str) -> None:
    """A part is looked at when it is new: what was found then holds for every text that has it."""
    odd = with_row(row)
    assert not is_plain(PATH, odd)
    assert is_plain(PATH, ORDINARY)
    assert not is_plain(PATH, odd)
    assert is_plain(PATH, ORDINARY)


@pytest.mark.parametrize(
    "row",
    [
        "{name: 'Tổ 1, ấp Ví Dụ', unit: phong-vi-du, achievement: Ví dụ}",
        "{name: 'Tổ 1, ấp Ví Dụ'}",
        "{collective: phong-vi-du, different_from_namesake: Ví dụ}",
        "{name: Ví Dụ, position: 'a, achievement: b', achievement: 'c, achievement: d'}",
    ],
)
def test_a_comma_in_quotes_is_no_end_of_a_part(row: str) -> None:
    written = with_row(row)
    document = parse(written)
    taken, other = plain_in(written.encode()), plain_of(document.tree, document.item_lines)
    assert taken is not None
    assert other is not None
    assert list(map(said, taken.groups)) == list(map(said, other.groups))


@pytest.mark.parametrize(
    "row",
    [
        "{name: Ví Dụ, }", "{name: Ví Dụ, achievement: }", "{name: Ví Dụ, , achievement: a}", "{achievement: Ví dụ}",
        "{name: Ví Dụ, unit: a, unit: b}", "{name: Ví Dụ, achievement: a, achievement: b}", "{name: Ví Dụ}}", "{}",
        "{name: Ví Dụ, achievement: a, unit: b}", "{name: 'Ví Dụ, '}', unit: a}", "{name: Ví Dụ} # a", "{name: Ví Dụ",
    ],
)  # fmt: skip
def test_a_row_that_is_not_plain_is_left_to_the_other_reader(row: str) -> None:
    assert plain_in(with_row(row).encode()) is None


def test_groups_of_few_rows_are_plain_wherever_they_stand() -> None:
    one, two = "{name: Ví Dụ, unit: a}", "{name: Ví Dụ, unit: a}\n      - {collective: 'Tổ 1, Tổ 2'}"
    header = "  - award: lao-dong-tien-tien\n    name: Ví dụ\n    recipients:\n      - "
    for rows in (one, two):
        written = with_row(rows) + (header + one + "\n") * 3 + header + rows + "\nnote: Ví dụ\n"
        document = parse(written)
        taken, other = plain_in(written.encode()), plain_of(document.tree, document.item_lines)
        assert taken is not None
        assert other is not None
        assert list(map(said, taken.groups)) == list(map(said, other.groups))
        assert len(taken.groups) == 5


@pytest.mark.parametrize("at", ["Ví Dụ", "phong-vi-du", "1/QĐ-VD"])
def test_what_is_no_text_is_not_plain(at: str) -> None:
    data = with_row("{name: Ví Dụ, unit: phong-vi-du}").encode()
    assert plain_in(data) is not None
    for broken in (b"\xff", b"\xc4", b"\xed\xa0\x80"):
        assert plain_in(data.replace(at.encode(), at.encode() + broken)) is None
        assert plain_in(data) is not None
