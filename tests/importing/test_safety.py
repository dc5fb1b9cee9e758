"""An import that is stopped leaves the records as they were; without its library it says what to install."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.importing.conftest import BY, HEADER, Repository, row
from thidua.source.document import parse
from thidua.source.edit import append, extend

Made = "Callable[..., str]"
ROOT = Path(__file__).parents[2]
STOPPED = """
import os, signal, sys
import thidua.app.import_awards as one
real = one._plan_all
def planned(*given):
    os.kill(os.getpid(), signal.SIGINT)
    return real(*given)
one._plan_all = planned
from thidua.cli.main import main
main()
"""
WITHOUT = "import sys; sys.modules['python_calamine'] = None; from thidua.cli.main import main; main()"


def run(program: str, here: Repository, file: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, "import-awards", file, *BY, "--root", str(here.root)],
        capture_output=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


def test_ctrl_c_writes_nothing(repository: Repository, made: Made) -> None:
    done = run(STOPPED, repository, made(HEADER, row(1, "Nguyễn Văn An", award="LĐTT")))
    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert repository.changed() == []


def test_without_the_library_it_says_what_to_run(repository: Repository, made: Made, tmp_path: Path) -> None:
    done = run(WITHOUT, repository, made(HEADER, row(1, "Nguyễn Văn An", award="LĐTT")))
    assert done.returncode == 2
    assert "pip install -c constraints.txt -e '.[office]'" in done.stderr
    csv = tmp_path / "ds.csv"
    csv.write_text(
        "\n".join(",".join(map(str, cells)) for cells in (HEADER, row(1, "Nguyễn Văn An", award="LĐTT"))), "utf-8"
    )
    assert run(WITHOUT, repository, str(csv)).returncode == 0


def test_files_that_errors_came_of_are_all_put_back(repository: Repository, made: Made) -> None:
    good = row(1, "Nguyễn Văn An", award="LĐTT", decision="1/QĐ-UBND")
    forbidden = row(2, "Lê Thị Cúc", award="giay-khen-cap-huyen", decision="2/QĐ-UBND", date="06/3/2026")
    answer = repository.thidua("import-awards", made(HEADER, good, forbidden), *BY)
    assert answer.status == 1
    assert repository.changed() == []


def test_many_items_are_added_as_one_by_one() -> None:
    for text in ("a:\n  - {x: 1}  # một\n  # hai\nb: 2\n", "a: []\nb: 2\n", "a: [{x: 1}]\n", "a:\n- x: 1\nb: 2\n"):
        items: list[object] = [{"x": "2", "y": "ba, bốn"}, {"x": "5"}]
        one = text
        for item in items:
            one = append(parse(one), ("a",), item)  # type: ignore[arg-type]
        assert extend(parse(text), ("a",), items) == one  # type: ignore[arg-type]
