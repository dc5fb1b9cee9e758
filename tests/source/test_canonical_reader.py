"""The reader of the plainest texts answers as the strict one does, or not at all."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from benchmarks.generate import generate
from tests.source.fuzz_long import BITS, SEEDS
from tests.source.texts import DECISION
from thidua.source.builder import BuildError, build
from thidua.source.canonical import canonical
from thidua.source.canonical_places import stretch
from thidua.source.canonical_reader import line_at, read_canonical
from thidua.source.characters import Lines, cleaned
from thidua.source.document import parse
from thidua.source.nodes import top_node
from thidua.source.problem import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.diagnostics import Route
    from thidua.source.builder import Tree

RECORDS = Path(__file__).parents[2] / "records"
MORE_BITS = (
    *(
        "k: v",
        "- {a: b}",
        "{a: b, c: d}",
        "[a, b]",
        "  - x: y\n",
        "\n      - ",
        "'x'",
        '"x"',
        "a: {",
        "}",
        "' '",
        "\n    ",
        "\n- ",
        "\n- a: b\n  c: d",
        "\n  - ",
    ),
    *("\n  a: b\n", "\n\n# x\n", "number: 1\n", "name: x\n", ", name: y", "\u2028", "\x85"),
)


def routes(tree: Tree, route: Route = ()) -> Iterator[Route]:
    yield route
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in parts:
        yield from routes(value, (*route, key))


def agrees(text: str) -> bool:
    """Whether the quick reader takes a text; if it does, all that it says has to be what the strict one says."""
    try:
        clean = cleaned(text).text
    except DocumentError:
        return False
    found = read_canonical(clean)
    if found is None:
        return False
    try:
        tree, events = build(clean)
    except BuildError as error:
        pytest.fail(f"only the strict reader refuses it, {error.problem}: {text!r}")
    assert repr(found[0]) == repr(tree), text
    top = top_node(clean, events)
    starts = Lines(clean).starts
    for route in routes(tree):
        for asked in (route, (*route, "khong_co"), (*route, 99)):
            node = top.nearest(asked)
            assert line_at(found[1], asked) == node.line, (asked, text)
            place = stretch(clean, starts, found[1], asked)
            assert (place.start, place.end, place.key) == (node.start, node.end, node.key), (asked, text)
            assert (place.steps == len(asked)) is (top.find(asked) is not None), (asked, text)
            assert (place.steps == 0) is (node is top), (asked, text)
    return True


def mutated(dice: random.Random, text: str) -> str:
    for _ in range(dice.randint(1, 4)):
        start = dice.randint(0, len(text))
        end = min(len(text), start + dice.choice((0, 0, 0, 1, 1, 2, 5, 20)))
        bits = "".join(dice.choice((*BITS, *MORE_BITS)) for _ in range(dice.choice((0, 1, 1, 2))))
        text = text[:start] + bits + text[end:]
    return text


def real_texts() -> list[str]:
    return [path.read_text("utf-8") for path in sorted(RECORDS.rglob("*.yaml"))]


def agrees_on_mutated(seed: int, texts: int) -> int:
    """Return how many of so many mutated texts the quick reader takes."""
    dice = random.Random(seed)
    dumped = yaml.safe_dump(parse(DECISION).tree, allow_unicode=True, sort_keys=False, width=1000)  # lists not indented
    whole = [
        *SEEDS,
        canonical(parse(DECISION)),
        dumped,
        dumped,
        *("\n".join(one.split("\n")[:25]) + "\n" for one in real_texts()),
    ]
    return sum(agrees(mutated(dice, dice.choice(whole))) for _ in range(texts))


@pytest.mark.parametrize("seed", range(2))
def test_mutated_texts_are_read_as_the_strict_reader_reads_them(seed: int) -> None:
    assert agrees_on_mutated(seed, 4_000) > 100


def test_every_record_of_the_repository_is_read_alike() -> None:
    assert sum(agrees(text) for text in real_texts()) > 0


def test_what_the_program_writes_is_read_quickly(tmp_path: Path) -> None:
    generate(tmp_path / "tinh", 300, 1)
    decisions = sorted((tmp_path / "tinh" / "records" / "awards").rglob("*.yaml"))
    taken = [agrees(path.read_text("utf-8")) for path in decisions]
    assert sum(taken) > 0.9 * len(taken) > 5


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "a: 'x: y'\n",
        'a: "x # y"\n',
        "# đầu\na:\n  # giữa\n  - {b: c, d: 'e, f'}\n\n  - b: c\n    d: [e, f]\nđ: 1\n".replace("đ:", "z:"),
        "a:\n- b\n- c\nd: e\n",
        "a:\n# x\n- b: c\n\n  d:\n  - e\n  # y\n  - {f: g}\n  h: i\n- [j]\nk:\n  l:\n  - m: n\n    o: p\n",
        "awards:\n  - award: giay-khen\n    recipients:\n      - {name: Nguyễn Văn A, unit: phong-a}\n",
    ],
)
def test_plain_texts_are_taken(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# x\n",
        "a:\n",
        "a: b\na: c\n",
        "a: {b: c, b: d}\n",
        "a: |\n  b\n",
        "a: b\n  c\n",
        "a: b # c\n",
        "a: &b c\n",
        "a:\n- b\n  c\n",
        "- a: b\n",
        "a:\n- b\n c: d\n",
        "a:\n- b:\n- c\n",
        "a: b\n- c\n",
        "a:\n  - b\n- c\n",
        "a:\n- b\n  - c\n",
        "a:\n   b: c\n",
        "a: 'b''c'\n",
        'a: "b\\n"\n',
        "a: {b: {c: d}}\n",
        "a: ?\n",
        "a: b:\n",
        "---\na: b\n",
    ],
)
def test_other_texts_are_left_to_the_strict_reader(text: str) -> None:
    assert read_canonical(text) is None


def test_places_are_found_by_the_strict_reader_when_asked_for() -> None:
    document = parse("a:\n  - {b: c, d: e}\n")
    span = document.span(("a", 0, "d"))
    assert (span.start.line, span.start.column, span.end.column) == (2, 15, 16)
    assert document.key_span(("a",)).start.line == 1
