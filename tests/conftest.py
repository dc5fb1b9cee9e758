"""What all tests share: golden files are written anew on demand, a browser is used only when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

BROWSER = Path(__file__).parent / "browser"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected outputs anew")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave `tests/browser` alone unless `-m browser` asks for it: it needs a browser, and nothing may be skipped."""
    if collection_path == BROWSER and "browser" not in (config.getoption("-m") or ""):
        return True
    return None


LONG = (
    "rules/test_incremental.py::test_each_file_of_a_bad_example",
    "rules/test_incremental.py::test_every_rule_over",
    *(f"rules/test_incremental.py::test_kept_findings_are_those_of_a_full_run[{seed}]" for seed in range(1, 6)),
    "docs/test_commands_in_docs.py::test_every_command_does_what_the_page_says[docs/guide.md]",
    "docs/test_commands_in_docs.py::test_records_to_copy_from_the_guide_have_nothing_wrong[docs/guide.md]",
    "export/test_whole_files.py::test_a_hundred_thousand_rows",
    "export/test_whole_files.py::test_writing_needs_no_more_memory",
    "export/test_whole_files.py::test_the_same_records_give_the_same_bytes",
    "hostile/test_register_in_trouble.py::test_a_register_held_while_it_is_read",
    "store/test_fresh.py::test_a_damaged_register",
    "papers/test_same_figures.py",
    "papers/test_word.py::test_two_thousand_rows",
    "papers/test_papers.py::test_four_hundred_certificates",
    "cli/test_program.py::test_a_command_loads_only_what_it_uses",
    "cli/test_program.py::test_what_stands_for_a_value",
    "adding/test_killed_writers.py",
    "reports/test_templates.py::test_a_greedy_template_is_told_with_its_line_and_uses_up_nothing",
    "cli/test_program.py::test_each_command_explains_itself",
    "sheet/test_round_trip.py",
    "eligibility/test_warm.py",
    "export/test_partitions.py",
    "hostile/test_calls.py",
    "hostile/test_files.py",
    "importing/test_workbooks.py",
    "papers/test_papers.py",
    "sealing/test_any_commits.py::test_a_sealed_value_never_differs_unseen_in_many_more",
)
"""Tests that take long because they try everything, or much: `make test-long` and CI run them, `make test` does not."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests to a run that asks for them by `-m long`, or names their file."""
    asked = config.getoption("-m") or ""
    long = {item for item in items if item.nodeid.partition("tests/")[2].startswith(LONG)}
    for item in long:
        item.add_marker("long")
    by_name = any(".py" in argument for argument in config.args)
    if long and "long" not in asked and not by_name:
        config.hook.pytest_deselected(items=list(long))
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
