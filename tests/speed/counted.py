"""What a command loads, reads, and asks of git and of the register: counts, the same on every machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

_SCRIPT = """\
import sys
before, git, records, statements, opened = set(sys.modules), [], [], [], []

def note(event, told):
    while opened and event != 'sqlite3.connect':  # a register can be listened to once it is open
        opened.pop().set_trace_callback(statements.append)
    if event == 'subprocess.Popen':
        git.append(next(one for one in told[1][1:] if '=' not in one and one != '-c'))
    elif event == 'open' and str(told[0]).endswith('.yaml') and 'records' in str(told[0]):
        records.append(str(told[0]))
    elif event == 'sqlite3.connect/handle':
        opened.append(told[0])

def tell():
    loaded = sorted(set(sys.modules) - before)
    import json
    with open(NOTES, 'w', encoding='utf-8') as file:
        json.dump({'loaded': loaded, 'git': git, 'records': records, 'statements': len(statements)}, file)

sys.addaudithook(note)
import atexit
atexit.register(tell)
from thidua.__main__ import main
sys.argv = ['thidua', *ARGUMENTS]
main()
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """One run of a command in a process of its own.

    Attributes:
        loaded: the modules that Python had not loaded before it.
        git: the commands of git that were run.
        records: the files of records that were opened.
        statements: how many statements the register was given, but for the first few, which open it.
    """

    status: int
    said: str
    loaded: frozenset[str]
    git: tuple[str, ...]
    records: tuple[str, ...]
    statements: int


def counted(*arguments: str, at: Path) -> Counted:
    notes = at.parent / "notes.json"
    script = _SCRIPT.replace("NOTES", repr(str(notes))).replace("ARGUMENTS", repr(list(arguments)))
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=at,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "THIDUA_TODAY": "2026-11-22", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    told = json.loads(notes.read_text("utf-8"))
    return Counted(
        done.returncode,
        done.stdout + done.stderr,
        frozenset(told["loaded"]),
        tuple(told["git"]),
        tuple(told["records"]),
        told["statements"],
    )
