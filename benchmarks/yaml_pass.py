"""One bare pass of PyYAML's `CSafeLoader` over all records: what `validate` is measured by."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml


def main() -> None:
    for file in sorted(Path(sys.argv[1], "records").rglob("*.yaml")):
        yaml.load(file.read_bytes(), yaml.CSafeLoader)


if __name__ == "__main__":
    main()
