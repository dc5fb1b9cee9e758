"""How long 10,000 rows of a workbook take to be checked, beside openpyxl reading the same file.

`python -m benchmarks.import_pass [rows] [--write]`: prints the ratios, or puts them into `results-import.md`, too.
Each round runs both, each in a process of its own.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median

import xlsxwriter

from benchmarks.measure import Run, run

ROUNDS = 9
RESULTS = Path(__file__).with_name("results-import.md")
PER_DECISION = 200
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Thu", "Hữu", "Kim")
GIVEN = (
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Giang",
    "Hà",
    "Hùng",
    "Lan",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
    "Quỳnh",
    "Sơn",
    "Tú",
)
UNITS = 40
READ = """
import sys, openpyxl
for row in openpyxl.load_workbook(sys.argv[1], data_only=True).active.iter_rows(values_only=True): pass
"""
HEADER = (
    "STT", "Họ và tên", "Giới tính", "Ngày sinh", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Đối tượng", "Danh hiệu",
    "Số quyết định", "Ngày quyết định", "Năm", "Thành tích",
)  # fmt: skip
PLACE = "name: Phường Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: xa\nsource: {document: Ví dụ}\n"


def workbook(file: Path, rows: int) -> None:
    """Write a list of awards as offices have them: titles above, borders, names in capitals, abbreviations, days."""
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Danh sách")
        framed = book.add_format({"border": 1, "text_wrap": True})
        day = book.add_format({"border": 1, "num_format": "dd/mm/yyyy"})
        sheet.write(0, 0, "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG (ví dụ)")
        sheet.write_row(3, 0, HEADER, framed)
        for number in range(rows):
            for column, value in enumerate(_row(number)):
                sheet.write(4 + number, column, value, day if isinstance(value, date) else framed)


def _row(number: int) -> tuple[str | int | date, ...]:
    given = GIVEN[number // 100 % 15], GIVEN[number // 1500 % 15]
    name = " ".join((SURNAMES[number % 10], MIDDLES[number // 10 % 10], *given))
    decision = number // PER_DECISION
    return (
        number + 1, name.upper() if number % 7 == 0 else name, "Nam" if number % 2 else "Nữ",
        date(1970 + number % 30, number % 12 + 1, number % 28 + 1), f"{number:012}", "Chuyên viên",
        f"Phòng Ví dụ số {number % UNITS}", "trực tiếp lao động" if number % 3 else "",
        "LĐTT" if decision % 2 else "Giấy khen", f"{decision + 1}/QĐ-UBND", date(2023, 12, decision % 28 + 1), 2023,
        "Hoàn thành tốt nhiệm vụ",
    )  # fmt: skip


def office(root: Path) -> None:
    """Make a repository with the units of the workbook."""
    folder = root / "records" / "organisations"
    folder.mkdir(parents=True)
    (root / "thidua.yaml").write_text("format: 1\norganisation: phuong-vi-du\n", "utf-8")
    (folder / "phuong-vi-du.yaml").write_text(PLACE, "utf-8")
    for number in range(UNITS):
        text = f"name: Phòng Ví dụ số {number}\nparent: phuong-vi-du\nsource: {{document: Ví dụ}}\n"
        (folder / f"phong-vi-du-{number}.yaml").write_text(text, "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)


def main() -> None:
    rows = next((int(word) for word in sys.argv[1:] if word.isdigit()), 10_000)
    with tempfile.TemporaryDirectory(prefix="thidua-import-") as parent:
        root, file = Path(parent) / "kho", Path(parent) / "danh-sach.xlsx"
        root.mkdir()
        office(root)
        workbook(file, rows)
        check = [sys.executable, "-m", "thidua", "import-awards", str(file), "--authority", "phuong-vi-du", "--dry-run"]
        read = [sys.executable, "-c", READ, str(file)]
        pairs = []
        for number in range(ROUNDS + 1):
            ours, theirs = run([*check, "--root", str(root)], Path.cwd()), run(read, root)
            if ours.status or theirs.status or f"{rows:,}".replace(",", ".") not in ours.output:
                sys.exit(f"no figures: {ours.output[-500:]}{ours.complaint[-500:]}{theirs.complaint[-500:]}")
            if number:
                pairs.append((ours, theirs))
    said = _result(rows, pairs)
    print(said, end="")
    if "--write" in sys.argv:
        RESULTS.write_text(said, "utf-8")


def _result(rows: int, pairs: list[tuple[Run, Run]]) -> str:
    """Return the page of results: the median ratio of the rounds, with the lowest and the highest."""

    def ratio(of: str) -> str:
        found = sorted(getattr(ours, of) / getattr(theirs, of) for ours, theirs in pairs)
        return f"{median(found):.2f} ({found[0]:.2f}–{found[-1]:.2f})"

    load = f"load {os.getloadavg()[0]:.0f}" if hasattr(os, "getloadavg") else "load unknown"
    programs = ", ".join(f"{name} {version(name)}" for name in ("openpyxl", "python-calamine", "pydantic"))
    return (
        "# Measured: lists from Excel\n\n"
        "Written by `python -m benchmarks.import_pass --write`; how to read it: [README](README.md).\n"
        f"{rows:,} rows checked by `import-awards --dry-run`, start of the program and all; openpyxl reading the same"
        f" workbook is 1.\n{len(pairs)} rounds. Python {platform.python_version()}, {programs}, {platform.system()}"
        f" {platform.machine()}, {os.cpu_count()} processors, {load}.\n\n"
        "| | to openpyxl |\n|---|---|\n"
        f"| CPU | {ratio('cpu')} |\n| wall | {ratio('wall')} |\n"
    )


if __name__ == "__main__":
    main()
