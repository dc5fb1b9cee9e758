"""Words of the register: keyed many at a time as each by itself, and numbered once, whatever befalls their rows."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.store.open_register import in_memory
from thidua.store.recipient_key import recipient_key, recipient_keys
from thidua.store.words import RARE, RECIPIENT, USUAL
from thidua.vietnamese.text import fold, words_of

if TYPE_CHECKING:
    from thidua.store.register import Register

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊỨàảãáạềểễếệữựỷỹ"
WORDS = [
    "Ông",
    "ông",
    "Bà",
    "Anh",
    "TS.",
    "ts",
    "ths-an",
    "TS.BS.",
    "Đ/c",
    "Nguyễn",
    "An",
    "hoà",
    "em",
    "ong-ba",
    "k\u0300",
    "\0",
    "",
]
name = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
    st.text(LETTERS + " -./\n\t\u00a0\u0301", max_size=20),
    st.from_regex("[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,3}", fullmatch=True),
    st.text(max_size=10),
)


@settings(max_examples=400)
@given(st.lists(name, max_size=12))
def test_recipients_are_keyed_together_as_each_by_itself(names: list[str]) -> None:
    assert recipient_keys(names, words_of(names)) == list(map(recipient_key, names))


def row(place: int, who: str, unit: str) -> tuple[str, tuple[object, ...]]:
    texts = {"award": "giay-khen", "kind": "ca-nhan", "name": who, "unit": unit}
    return RECIPIENT, (7, place, 0, place, place, *(texts.get(column) for column in (*USUAL, *RARE)))


def kept(register: Register) -> list[tuple[object, ...]]:
    return register.ask("SELECT text, key, folded FROM word ORDER BY text")


def test_a_word_is_numbered_once_while_the_register_has_no_indexes() -> None:
    register = in_memory("x")
    who = ["Nguyễn Ví Dụ", "Ông Trần Ví Dụ", "phong-vi-du"]
    with register.change(), register.filling():
        for place in range(6):
            register.add_law([row(place, who[place % 3], "Phòng Ví dụ")])
            with suppress(RuntimeError), register.attempt():
                register.add_law([row(place + 10, f"Lê Ví Dụ {place}", "Phòng Khác")])
                raise RuntimeError
    words = ["Nguyễn Ví Dụ", "Phòng Ví dụ", "ca-nhan", "giay-khen", "phong-vi-du", "Ông Trần Ví Dụ"]
    assert kept(register) == [(text, recipient_key(text), fold(text)) for text in words]
    assert register.ask("SELECT DISTINCT name FROM award_row ORDER BY place") == [(one,) for one in who]
    with register.change():
        register.add_law([row(6, "Ông Trần Ví Dụ", "Phòng Mới")])
    assert len(kept(register)) == len(words) + 1
