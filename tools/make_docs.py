"""Write every page that is derived from the program; with `--check` only say what is stale."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from thidua.diagnostics import Language
from thidua.render.rule_page import render_both, render_list
from thidua.rules import all_rules

RULES = Path(__file__).parents[1] / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return every page of docs/rules by its name."""
    both = render_list(all_rules(), Language.VI) + "\n---\n\n" + render_list(all_rules(), Language.EN)
    return {"README.md": both, **{f"{rule.code}.md": render_both(rule) for rule in all_rules()}}


def stale() -> list[str]:
    """Return the pages that are not what the rules say now."""
    return [name for name, text in pages().items() if not _is(RULES / name, text)]


def _is(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode()


def main() -> int:
    found = stale()
    if "--check" in sys.argv[1:]:
        for name in found:
            print(f"stale: docs/rules/{name}; run `make docs`")
    else:
        RULES.mkdir(parents=True, exist_ok=True)
        texts = pages()
        for name in found:
            (RULES / name).write_bytes(texts[name].encode())
            print(f"wrote docs/rules/{name}")
        found = []
    return max(int(bool(found)), importlib.import_module("make_record_docs").main())


if __name__ == "__main__":
    sys.exit(main())
