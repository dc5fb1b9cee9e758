"""Eras and clauses for files in hand against the domain pages; each case names its article."""

from datetime import date

import pytest

from tests.law.names import day
from thidua.law.entry import Confidence
from thidua.law.era import era_of, eras


# Decree 152/2025 Articles 59, 60.1, 60.3; Law 2022 Articles 94, 95; Decree 65/2014 Article 30.1
@pytest.mark.parametrize(
    ("decided", "received", "era", "candidates"),
    [
        ("2014-05-31", None, None, ()),
        ("2014-06-01", None, "e2014", ("e2014",)),
        ("2017-09-30", None, "e2014", ("e2014",)),
        ("2017-10-01", None, "e2017", ("e2017",)),
        ("2023-12-31", None, "e2017", ("e2017",)),
        ("2024-01-01", None, "e2024", ("e2024",)),
        ("2024-02-01", "2023-12-31", None, ("e2017", "e2024")),
        ("2024-02-01", "2024-01-01", "e2024", ("e2024",)),
        ("2025-06-30", "2025-06-01", "e2024", ("e2024",)),
        ("2025-07-01", "2025-06-30", "e2024", ("e2024",)),
        ("2025-12-01", "2025-06-30", "e2024", ("e2024",)),
        ("2025-07-01", "2025-07-01", "e2025", ("e2025",)),
        ("2025-07-01", None, None, ("e2025", "e2024")),
        ("2026-10-05", "2026-09-30", "e2025", ("e2025", "e2026")),
        ("2026-10-05", "2026-10-01", "e2026", ("e2026",)),
        ("2026-10-05", "2025-06-30", "e2024", ("e2024", "e2026")),
        (None, None, None, ()),
        (None, "2026-10-02", "e2026", ("e2026",)),
        (None, "2025-03-01", None, ("e2024", "e2026")),
    ],
)
def test_era_by_days(decided: str | None, received: str | None, era: str | None, candidates: tuple[str, ...]) -> None:
    answer = era_of(day(decided), day(received))
    assert (answer.era, answer.candidates) == (era, candidates)


def test_an_old_file_names_its_ground() -> None:
    old = era_of(date(2025, 8, 1), date(2025, 6, 1))
    assert (old.article, old.confidence) == ("Nghị định 152/2025/NĐ-CP Điều 60.3", Confidence.CONFIRMED)
    assert era_of(date(2026, 10, 5), date(2026, 9, 1)).confidence is Confidence.ONE_SOURCE
    assert str(eras()["e2026"].decree_ends) == "2027-03-01"  # Decree 152 Article 60.1
