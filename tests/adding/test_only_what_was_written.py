"""After writing only the files written are looked at; what is found is what a look at everything finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adding.conftest import DECISION
from thidua.app.fresh import fresh, fresh_apart
from thidua.store.references import first_mentions, named
from thidua.store.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from tests.adding.conftest import Repository
    from thidua.store.register import Register

NEW = (
    "add-award", "--award", "giay-khen-cap-huyen", "--to", "Trần Văn Ví Dụ", "--unit", "phong-noi-vu-mong-cai",
    "--decision", "99/QĐ-UBND", "--date", "6/3/2023", "--by", "ubnd-mong-cai",
)  # fmt: skip
MORE = ("add-award", "--award", "giay-khen-cap-huyen", "--to", "Lê Thị Ví Dụ", "--decision", "412/QĐ-UBND",
        "--by", "ubnd-mong-cai", "--unit", "phong-y-te-mong-cai", "--date", "6/3/2023")  # fmt: skip
OTHER = {"Lê Thị Ví Dụ": "Nguyễn Thị Ví Dụ", "phong-y-te-mong-cai": "phong-noi-vu-mong-cai"}
TWICE = tuple(OTHER.get(one, one) for one in MORE)
PATH = "records/awards/2023/99-qd-ubnd-ubnd-mong-cai.yaml"


def held(register: Register) -> list[list[tuple[object, ...]]]:
    """What a register holds of files, rows and findings, by paths and in one order."""
    statements = (
        "SELECT path, folder, record, blob, readable, data FROM file",
        "SELECT path, place, award, name, unit FROM award_row JOIN file ON file.id = award_row.file",
        "SELECT code, content FROM finding",
        f"WITH every AS ({named()}) SELECT path, target, route FROM ({first_mentions('every')}) JOIN file ON id = file",
    )
    return [sorted(register.ask(one), key=str) for one in statements]


def same_as_anew(workspace: Workspace) -> bool:
    state, anew = fresh(workspace), fresh_apart(workspace)
    try:
        return held(state.register) == held(anew.register)
    finally:
        state.register.close()
        anew.register.close()


@pytest.mark.parametrize("arguments", [NEW, MORE, (*TWICE, "--force"), (*NEW, "--to", "X", "--force")])
def test_the_register_is_what_a_look_at_everything_makes_it(decided: Repository, arguments: tuple[str, ...]) -> None:
    workspace = find_workspace(decided.root)
    decided.thidua("validate")
    decided.thidua(*arguments)
    assert same_as_anew(workspace)
    decided.thidua(*MORE)  # on what was written and not yet committed
    assert same_as_anew(workspace)
    decided.git("checkout", "-q", "--", ".")
    decided.git("clean", "-qdf")
    assert same_as_anew(workspace)


def test_a_new_file_that_git_ignores_is_told(repository: Repository) -> None:
    repository.write(".gitignore", "99-*\n")
    repository.git("add", "-A")
    repository.git("commit", "-qm", "x")
    repository.thidua("validate")
    answer = repository.thidua(*NEW)
    assert "TD018" in answer.out
    assert same_as_anew(find_workspace(repository.root))


def test_a_commit_made_meanwhile_is_seen_by_the_next_command(repository: Repository) -> None:
    workspace = find_workspace(repository.root)
    repository.thidua("validate")
    repository.thidua(*NEW)
    repository.git("add", "-A")
    repository.git("commit", "-qm", "x")
    assert same_as_anew(workspace)
    repository.git("checkout", "-q", "HEAD~1")
    assert same_as_anew(workspace)


def test_an_error_of_another_file_that_the_writing_brings_is_found(decided: Repository) -> None:
    """The number is there already: what clashes is told, though only the new file was looked at."""
    decided.thidua("validate")
    answer = decided.thidua(*NEW[:7], "--decision", "412/QĐ-UBND", *NEW[9:], "--file", PATH)
    assert (answer.status, "TD302" in answer.out + answer.err) == (1, True)
    assert not (decided.root / PATH).exists()
    assert DECISION in answer.out + answer.err
