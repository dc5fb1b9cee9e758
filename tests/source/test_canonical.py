import random
from collections import Counter

import pytest

from tests.source.fuzz_long import mutated
from tests.source.texts import DECISION
from thidua.source.canonical import CannotFormat, canonical
from thidua.source.comments import find_comments
from thidua.source.document import parse, parse_markdown
from thidua.source.problem import DocumentError


def comments(document):
    return Counter(note.text for note in find_comments(document.yaml, document.events))


def readable(count, seed):
    chance = random.Random(seed)
    while count:
        try:
            yield parse(mutated(chance))
        except DocumentError:
            continue
        count -= 1


def by_name(route, keys):
    return sorted(keys)


@pytest.mark.parametrize("order", [None, by_name])
def test_canonical_text_says_the_same_keeps_all_comments_and_is_its_own_canonical_text(order):
    for document in readable(400, 2023):
        text = canonical(document, order)
        again = parse(text)
        assert again.tree == document.tree
        assert comments(again) == comments(document)
        assert canonical(again, order) == text, document.text


def test_the_decision_of_the_design_in_canonical_form():
    assert canonical(parse(DECISION)) == (
        DECISION.replace("mong-cai            #", "mong-cai  #")
        .replace(
            "  signer: {name: Hồ Quang Huy, position: 'Chủ tịch', capacity: TM.}\n",
            "  signer:\n    name: Hồ Quang Huy\n    position: Chủ tịch\n    capacity: TM.\n",
        )
        .replace('"Nguyễn Văn Đức"', "Nguyễn Văn Đức")
        .replace(
            "counted: {collectives: 12, individuals: 30}",
            "counted:\n      collectives: 12\n      individuals: 30",
        )
    )


def test_comments_stay_with_their_entries():
    text = (
        "# tệp\n\n# trên a\na: 1 # bên a\n\n\n\nb:   # danh sách\n\n    # trên x\n    - x   # bên x\n"
        "    - {k: v, # trong\n       l: w} # sau\n    # cuối b\nc: | # chữ\n   dòng\n# cuối tệp\n"
    )
    assert canonical(parse(text)) == (
        "# tệp\n\n# trên a\na: 1  # bên a\n\nb:  # danh sách\n\n  # trên x\n  - x  # bên x\n"
        "  # trong\n  - {k: v, l: w}  # sau\n  # cuối b\nc: |  # chữ\n  dòng\n# cuối tệp\n"
    )


def test_comments_move_with_their_keys_and_the_head_of_the_file_stays():
    text = "# tệp\n\n# của b\nb: 1  # bên b\n# của a\na: 2\n# cuối\n"
    assert canonical(parse(text), by_name) == "# tệp\n\n# của a\na: 2\n\n# của b\nb: 1  # bên b\n# cuối\n"


def test_order_is_asked_with_the_route_of_each_mapping():
    asked = []

    def order(route, keys):
        asked.append((route, keys))
        return keys

    canonical(parse("a:\n  - {b: c}\nd: {e: f}\n"), order)
    assert asked == [((), ["a", "d"]), (("a", 0), ["b"]), (("d",), ["e"])]


def test_an_order_that_loses_a_key_is_refused():
    with pytest.raises(CannotFormat):
        canonical(parse("a: b\nc: d\n"), lambda route, keys: keys[:1])


def test_flaws_are_mended():
    text = "\ufefftên:\u00a0Nguye\u0302\u0303n\u200b  # Đo\u0302\u0303\r\n"
    assert canonical(parse(text)) == "tên: Nguyễn  # Đỗ\n"
    assert (
        canonical(parse_markdown(f"---\r\n{text[1:]}---\r\nThân\u00a0bài\r\n"))
        == "---\ntên: Nguyễn  # Đỗ\n---\nThân bài\n"
    )
