"""One bare pass of PyYAML's `CSafeLoader` over all records: what `validate` is measured by.

`python benchmarks/yaml_pass.py DIR [--keep]`; with `--keep` every record that was read stays in memory.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import yaml


def main() -> None:
    is_kept = "--keep" in sys.argv
    kept = []
    for folder, folders, names in os.walk(Path(sys.argv[1], "records")):
        folders.sort()
        for name in sorted(names):
            if name.endswith(".yaml"):
                with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 - a `Path` would be the pass's cost, too
                    record = yaml.load(file.read(), yaml.CSafeLoader)
                if is_kept:
                    kept.append(record)


if __name__ == "__main__":
    main()
