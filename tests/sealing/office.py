"""A decision of an invented office, and papers that correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.begun import begun
from tests.reports.repository import Ran, files, thidua
from tests.rules.repository import git

if TYPE_CHECKING:
    from pathlib import Path

DECISION = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
TEXT = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: ubnd-vi-du}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: phong-mot}
      - {name: Trần Thị B, unit: phong-mot, class: truc-tiep-lao-dong}
      - {name: Lê Văn C, unit: phong-hai}
      - {name: Lê Văn C, unit: phong-mot}
  - award: lao-dong-tien-tien
    recipients:
      - {name: Trần Thị B, unit: phong-mot}
"""
RECORDS = {
    "thidua.yaml": "format: 1\norganisation: ubnd-vi-du\n",
    "records/organisations/ubnd-vi-du.yaml": "name: UBND Ví dụ\n",
    "records/organisations/phong-mot.yaml": "name: Phòng Một\nparent: ubnd-vi-du\n",
    "records/organisations/phong-hai.yaml": "name: Phòng Hai\nparent: ubnd-vi-du\n",
    DECISION: TEXT,
}


def office(folder: Path, *rows: str, date: str | None = "2023-04-01", number: str = "9/ĐC-UBND") -> Path:
    """Write the office, with a correction of these rows where there are some."""
    return correct(files(folder, RECORDS), *rows, date=date, number=number) if rows else files(folder, RECORDS)


def correct(root: Path, *rows: str, date: str | None = "2023-04-01", number: str = "9/ĐC-UBND") -> Path:
    day = f"date: {date}\n" if date else ""
    listed = "".join(f"  - {{{row}}}\n" for row in rows)
    path = f"records/corrections/{number.split('/', maxsplit=1)[0]}.yaml"
    return files(root, {path: f"decision: 2023/5-qd-ubnd-vi-du\nnumber: {number}\n{day}rows:\n{listed}"})


def committed(root: Path) -> Path:
    git(root, "init", "--quiet", "--initial-branch", "main")
    return commit(begun(root))


def commit(root: Path) -> Path:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "x")
    return root


def codes(ran: Ran) -> set[str]:
    return {word.split("]")[0] for word in ran.out.split("[")[1:] if word.startswith("TD")}


__all__ = ("DECISION", "RECORDS", "TEXT", "codes", "commit", "committed", "correct", "files", "git", "office", "thidua")
