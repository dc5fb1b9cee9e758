"""Long fuzzing of the reader: the two parsers agree, and nothing but `DocumentError` comes out.

`python -m tests.source.fuzz_long [runs] [seed]` or `pytest tests/source/fuzz_long.py`.
"""

from __future__ import annotations

import contextlib
import random
import sys

from tests.source.texts import DECISION
from thidua.source.canonical import canonical
from thidua.source.document import parse, parse_markdown, read
from thidua.source.problem import DocumentError

SEEDS = (
    DECISION,
    "theme: |\n  Dòng một\n    thụt vào\n\n  Dòng hai\nwatchword: >-\n  Đoàn kết\n  sáng tạo\n# cuối\nx: 1\n",
    "a: [x, 'y z', \"q\\u00e0\", {k: v}]\nb: []\nc: {}\nd: ''\ne:\n- 1\n- 2\n",
    "- x\n- y: z\n  w: v\n",
    "---\na: b\n",
    "a:\n  b:\n    c:\n      - d: e\n        f: nhiều\n          dòng\n",
    # comments wherever they may stand
    (
        "# tệp\n\n# trên\na: 1  # bên\n\n\nb:   # danh sách\n  # trước\n  - x # bên x\n"
        "  - {k: v, # trong\n     l: w} # sau\n  # cuối b\nc:\n  d: e\n  # cuối c\n # lạ\n\n# cuối tệp\n"
    ),
    "recipients:\n  - name: A # một\n    b: c\n  - [x, # ba\n     y]\nz: | # chữ\n  dòng\n\n  a\n# hết\n",
    "x:\n- # a\n  a: b\n- - 1 # c\n  - 2\n# d\ny: |+\n  t\n\n\nz: >\n  a\n  b\n\n# e\n",
)
BITS = (
    *"\n :-?{}[],&*!|>'\"%@`#<~=\\.0aĐấé😀\t\ufeff\u00a0\u200b\u0301\u0338\u0085",
    *("?: ", ": ", "- ", "? ", " #", "# ", ", ", ",,", "---", "...", ">+", "x? y", "a: b", "k:", ":v", "a:b"),
    *(
        "::",
        "--",
        "[]",
        "{}",
        "''",
        "<<",
        "&a ",
        "*a",
        "!t ",
        "!!str ",
        " # c",
        "  # e",
        "\n# d\n",
        "\n  # e\n",
    ),
    *(
        "\n\n",
        "  ",
        "\n  ",
        "---\n",
        "\n...\n",
        "\n ",
        "\r\n",
        "%YAML 1.1\n",
        "%X\n",
        "|\n",
        ">\n",
        "|-",
        "|2",
    ),
    *("\\u0041", "\\x00", "\\ud800", "\\U00110000", "\\UFFFFFFFF", "\\t"),
)


def mutated(random: random.Random) -> str:
    """Return a text like a record, with a few things done to it, or a random one."""
    if random.random() < 0.2:
        return "".join(random.choice(BITS) for _ in range(random.randint(1, 14)))
    text = random.choice(SEEDS)
    for _ in range(random.randint(1, 5)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.choice((0, 0, 1, 1, 2, 5, 20)))
        text = text[:start] + "".join(random.choice(BITS) for _ in range(random.choice((0, 1, 1, 2)))) + text[end:]
    return text


def outcome(text: str, *, pure: bool) -> object:
    """Return all that can be told about a text: the tree and every place, or the refusal."""
    try:
        document = parse(text, pure=pure)
    except DocumentError as error:
        return error.problem, error.span, error.related
    places = []
    stack = [((), document.root)]
    while stack:
        route, node = stack.pop()
        places.append((route, node.style, document.span(route), document.key_span(route)))
        stack += (((*route, step), child) for step, child in node.children.items())
    return document.tree, places


def main(runs: int, seed: int) -> int:
    """Return the number of texts on which something went wrong."""
    chance = random.Random(seed)
    wrong = 0
    for _ in range(runs):
        text = mutated(chance)
        one, other = outcome(text, pure=False), outcome(text, pure=True)
        if one != other:
            wrong += 1
            print(f"{text!r}\n  libyaml: {str(one)[:300]}\n  pure:    {str(other)[:300]}")
        if isinstance(one, tuple) and isinstance(one[0], dict):
            text = canonical(parse(text))
            wrong += canonical(parse(text)) != text
        data = bytearray(text.encode())
        data[chance.randrange(len(data) or 1) : 0] = chance.randbytes(chance.choice((0, 0, 1, 3)))
        with contextlib.suppress(DocumentError):
            parse_markdown("---\n" + read(bytes(data)))
    return wrong


def test_the_quick_reader_agrees_on_fifty_thousand_texts() -> None:
    from tests.source.test_canonical_reader import agrees_on_mutated

    assert agrees_on_mutated(seed=7, texts=50_000) > 1_000


def test_parsers_agree_on_a_hundred_thousand_texts() -> None:
    assert main(100_000, 1) == 0


if __name__ == "__main__":
    sys.exit(min(main(*(int(argument) for argument in [*sys.argv[1:], "20000", "1"][:2])), 1))
