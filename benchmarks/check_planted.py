"""Compares what `thidua validate` finds with what was planted.

`python -m benchmarks.check_planted DIR [FILE]`
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from benchmarks.plant import Planted, read_planted


def errors_of(answer: str) -> list[Planted]:
    """Return the errors in what `thidua validate --format json` printed, warnings and notes left out."""
    found = json.loads(answer)["diagnostics"]
    return sorted(Planted(one["code"], one["primary"]["path"]) for one in found if one["severity"] == "error")


def validate(folder: Path) -> list[Planted]:
    """Return the errors that `thidua validate` finds.

    Raises:
        RuntimeError: it ended in any other way than with findings.
    """
    command = [sys.executable, "-m", "thidua", "validate", "--root", str(folder), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1) or not done.stdout.startswith("{"):
        raise RuntimeError(done.stderr)
    return errors_of(done.stdout)


def differences(planted: list[Planted], found: list[Planted]) -> list[str]:
    """Return one line for each error that is only planted or only found; none where both lists are one."""
    missed, surplus = Counter(planted) - Counter(found), Counter(found) - Counter(planted)
    lines = [f"not found: {one.code} {one.path}" for one in sorted(missed.elements())]
    return lines + [f"not planted: {one.code} {one.path}" for one in sorted(surplus.elements())]


def main() -> None:
    folder = Path(sys.argv[1])
    planted = read_planted(Path(sys.argv[2]) if len(sys.argv) > 2 else folder.resolve().parent / "planted.json")
    lines = differences(planted, validate(folder))
    print("\n".join(lines) or f"all {len(planted)} planted errors found, and nothing else")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
