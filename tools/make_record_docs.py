"""Write docs/{records,commands,export}.md and schema/ from the program; with `--check` only say what is stale."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from thidua.app.schema import schema_files
from thidua.app.schema_docs import records_page
from thidua.cli.commands import GROUPS
from thidua.diagnostics import Language, Text
from thidua.render import export_page
from thidua.render.command_page import CommandRow, render

ROOT = Path(__file__).parents[1]

HELP = """
import contextlib, importlib.util, io, json, sys
from thidua.cli.commands import COMMANDS
from thidua.cli.main import run
texts = {}
for name, command in COMMANDS.items():
    if importlib.util.find_spec("thidua.cli." + command.module.partition(":")[0]):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            if run(["--lang", sys.argv[1], name, "--help"]) == 0:
                texts[name] = printed.getvalue()
print(json.dumps(texts))
"""
"""The words of options are chosen when a command is loaded: each language needs a process of its own."""


def helps(language: Language) -> dict[str, str]:
    """Return what `--help` prints for every command that can be loaded."""
    done = subprocess.run([sys.executable, "-c", HELP, language], capture_output=True, check=True, cwd=ROOT, text=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def pages() -> dict[str, str]:
    """Return every generated file by its path."""
    rows = [
        CommandRow(command.name, Text(group.vi, group.en), Text(command.vi, command.en))
        for group in GROUPS
        for command in group.commands
    ]
    return {
        "docs/records.md": records_page(),
        "docs/commands.md": render(rows, helps(Language.VI), helps(Language.EN)),
        "docs/export.md": export_page.render(),
        **{f"schema/{name}": text for name, text in schema_files(Language.VI).items()},
    }


def stale() -> list[str]:
    """Return the generated files that are not what the program says now."""
    return [path for path, text in pages().items() if not _is(ROOT / path, text)]


def _is(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode()


def main() -> int:
    if "--check" in sys.argv[1:]:
        found = stale()
        print(*(f"stale: {path}; run `make docs`" for path in found), sep="\n", end="\n" if found else "")
        return 1 if found else 0
    for path, text in pages().items():
        if not _is(ROOT / path, text):
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_bytes(text.encode())
            print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
