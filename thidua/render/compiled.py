"""The program's own templates, compiled: kept in the user's cache folder, as compiling takes longer than a report."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, environment
from jinja2.bccache import bc_magic

from thidua.render.folders import shipped_folder
from thidua.store.digest import sha256
from thidua.store.workspace import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2.bccache import Bucket

DIGEST = 32
"""How many bytes a digest has."""

PACKAGE = Path(__file__).parent.parent
PARTS = ("render", "vietnamese")
"""The packages that have a say in what a template is compiled to."""


class Compiled(BytecodeCache):
    """Keeps what the program's own templates are compiled to, by their content and the program that compiled them.

    Never in the repository, nor for an office's own templates: what is kept is run as it is, and nobody but the user
    may have put it there. What is damaged, or of another program, is not there.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept of its template."""
        file = _file(bucket)
        if file is None:
            return
        with suppress(OSError):
            kept = file.read_bytes()
            if kept[:DIGEST] == _digest(bucket, kept[DIGEST:]):
                bucket.bytecode_from_string(kept[DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to, where it can be written, as Python does with its own modules."""
        file = _file(bucket)
        if file is None or sys.dont_write_bytecode:
            return
        made = bucket.bytecode_to_string()
        with suppress(OSError):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "wb") as beside:
                beside.write(_digest(bucket, made) + made)
            Path(name).replace(file)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the path of a template: compiled code names it, for messages."""
        return filename or name


def _file(bucket: Bucket) -> Path | None:
    """Where one template is kept: one file for each, whatever it held before; `None` where it is not the program's."""
    template = Path(bucket.key)
    if template.parent != shipped_folder():
        return None
    return cache_folder() / "thidua" / "templates" / f"{template.name}.{sys.implementation.cache_tag}"


def _digest(bucket: Bucket, made: bytes) -> bytes:
    about = f"{bucket.key}\0{bucket.checksum}\0{bucket.environment.autoescape}\0{_program()}\0"
    return sha256(about.encode("utf-8", "surrogateescape") + made).digest()


@cache
def _program() -> str:
    """What else the compiled code depends on: Python, Jinja2, and the modules whose functions it was compiled with."""
    files = {"jinja2": Path(environment.__file__).stat(), **dict(_files())}
    told = "".join(f"{name} {stat.st_size} {stat.st_mtime_ns}\n" for name, stat in sorted(files.items()))
    return sha256(bc_magic + sys.version.encode() + told.encode()).hexdigest()


def _files() -> Iterator[tuple[str, os.stat_result]]:
    for part in PARTS:
        with os.scandir(PACKAGE / part) as entries:
            yield from ((f"{part}/{one.name}", one.stat()) for one in entries if one.name.endswith(".py"))
