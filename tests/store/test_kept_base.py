"""A commit whose register is kept is as one that is looked at once, whatever was kept before."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.rules.repository import write
from tests.rules.test_incremental import pool
from tests.store.test_as_of import commit, holds, run
from thidua.app.as_of import as_of
from thidua.app.fresh import fresh
from thidua.app.kept_base import kept_base
from thidua.store.revision import Missing, NoRevision
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

WITH_CONTENT = "WHERE length(blob) >= 40"


def test_any_commit_after_any_other(tmp_path: Path) -> None:
    chance, root, contents = random.Random(7), tmp_path / "office", pool()
    root.mkdir()
    run(root, "init", "-q", "-b", "main")
    ids = []
    for _ in range(4):
        for path in chance.sample(sorted(contents), 10):
            (root / path).unlink(missing_ok=True)
            if chance.random() < 0.7:
                write(root, {path: chance.choice(contents[path])})
        (root / "thidua.yaml").write_text(f"language: {chance.choice(['vi', 'en', 'xx'])}\n", "utf-8")
        ids.append(commit(root))
    write(root, {"records/awards/2023/khong-luu.yaml": "name: 1\n"})
    (root / "thidua.yaml").unlink()
    now = fresh(find_workspace(root))
    before = holds(now.register)
    for id_ in chance.choices(ids, k=6):
        with as_of(now, id_) as then:
            expected = holds(then.register), then.workspace.settings, then.workspace.findings
            texts = {
                path: then.workspace.read(path)
                for (path,) in then.register.ask(f"SELECT path FROM file {WITH_CONTENT}")
            }
        with kept_base(now, id_) as kept:
            assert (holds(kept.register), kept.workspace.settings, kept.workspace.findings) == expected
            assert {path: kept.workspace.read(path) for path in texts} == texts
        with kept_base(now, id_) as kept:
            assert kept.parsed == 0
        assert holds(now.register) == before


def test_a_commit_that_is_not_there(tmp_path: Path) -> None:
    run(tmp_path, "init", "-q", "-b", "main")
    write(tmp_path, {"records/people/a.yaml": "name: Nguyễn Văn A\n"})
    commit(tmp_path)
    now = fresh(find_workspace(tmp_path))
    with pytest.raises(NoRevision) as caught, kept_base(now, "0" * 40):
        pass
    assert caught.value.why is Missing.REFUSED
