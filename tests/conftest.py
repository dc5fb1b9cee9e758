"""What all tests share: golden files are written anew on demand, a browser is used only when asked for."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from thidua.__main__ import OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

BROWSER = Path(__file__).parent / "browser"
IN_MEMORY = Path("/dev/shm")
ROOM = 4 << 30


def _start_anew_fast() -> None:
    """Many tests start the program anew: what was compiled is kept, or each start would compile it all."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def _look_for_circles_seldom() -> None:
    """As the program itself does, which most tests run in their own process."""
    gc.set_threshold(OBJECTS)


def _write_in_memory() -> None:
    """Tests write many small files and wait for the disk each time: they go where there is no disk, given the room."""
    with suppress(OSError):
        if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM:
            os.environ.setdefault("TMPDIR", str(IN_MEMORY))


def _hear_interrupts() -> None:
    """A shell that starts the tests in the background has them deaf to Ctrl-C, and what they start too."""
    with suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGINT, signal.default_int_handler)


_start_anew_fast()
_look_for_circles_seldom()
_write_in_memory()
_hear_interrupts()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected outputs anew")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave `tests/browser` alone unless `-m browser` asks for it: it needs a browser, and nothing may be skipped."""
    if collection_path == BROWSER and "browser" not in (config.getoption("-m") or ""):
        return True
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests to a run that asks for them by `-m`, or names their file.

    They take long because they try everything, or much: `make test-long` and CI run them, `make test` does not.
    """
    asked = "long" in (config.getoption("-m") or "") or any(".py" in argument for argument in config.args)
    long = [] if asked else [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def pytest_configure(config: pytest.Config) -> None:
    """Keep what git and the program have been told by whoever runs the tests out of them: a name, hooks, a language.

    git makes no copies of its sample hooks, and does not look after each commit whether there is something to pack.
    """
    folder = Path(tempfile.mkdtemp(prefix="thidua-git-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    for name in ("hooks", "info"):
        (folder / "template" / name).mkdir(parents=True)
    settings = folder / "config"
    settings.write_text(
        f'[init]\n\ttemplateDir = "{(folder / "template").as_posix()}"\n'
        "[maintenance]\n\tauto = false\n[gc]\n\tauto = 0\n[receive]\n\tautogc = false\n",
        "utf-8",
    )
    for name in [one for one in os.environ if one.startswith(("GIT_", "THIDUA_")) or one == "EMAIL"]:
        del os.environ[name]
    os.environ |= {"GIT_CONFIG_GLOBAL": str(settings), "GIT_CONFIG_NOSYSTEM": "1"}
    os.environ |= dict.fromkeys(("XDG_CACHE_HOME", "LOCALAPPDATA"), str(folder / "cache"))  # of tests without their own


@pytest.fixture(autouse=True, scope="session")
def _compile_templates_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A test has a cache of its own, but need not compile the templates again: that takes most of a report."""
    kept = tmp_path_factory.mktemp("templates")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("thidua.render.compiled.cache_folder", lambda: kept)
        yield
