"""Write what the law says as rows of the register, for the program to read in place of the law's own files."""

from __future__ import annotations

import json

from thidua.store.law_rows import KEPT, computed


def text() -> str:
    """Return the content of the file: one row a line, so that a change of the law is read as one."""
    parts = (
        f"{json.dumps(part)}: [\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"
        for part, rows in computed().items()
    )
    return "{" + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    KEPT.write_bytes(text().encode())
