"""git is asked so that a stranger's repository runs nothing, and so that the user's own settings hold."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.test_fresh import checked, commit, repository, run
from thidua.store import git as asked
from thidua.store.git import GitError, git, status

DECISION = "records/awards/2023/2-qd-ubnd-vi-du.yaml"
PROGRAM = "git.exe" if sys.platform == "win32" else "git"


def program(folder: Path, text: str = "#!/bin/sh\nexit 9\n") -> Path:
    """Put something called git into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / PROGRAM
    file.write_text(text, "utf-8")
    file.chmod(0o755)
    return file


def trap(ran: Path) -> str:
    """A command for git that leaves a trace."""
    return f'echo ran >> "{ran.as_posix()}"; cat'


def changed(root: Path) -> None:
    path = root / DECISION
    path.write_text(path.read_text("utf-8").replace("Trần Thị B", "Trần Thị D"), "utf-8")


def test_git_of_the_repository_or_of_the_current_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, here = tmp_path / "office", tmp_path / "here"
    for folder in (root, root / "tools", here, here / "bin", tmp_path / "up" / ".."):
        program(folder)
    monkeypatch.chdir(here)
    for paths in (["."], [""], ["bin"], [str(here)], [str(here / "bin")], [str(root / "tools")], [f"{root}/tools/../"]):
        monkeypatch.setenv("PATH", os.pathsep.join(paths))
        with pytest.raises(GitError, match="not installed"):
            git(root, "version")


def test_git_further_on_in_the_path_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path / "office")
    program(root / "tools")
    program(tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("PATH", os.pathsep.join((".", str(root / "tools"), os.environ["PATH"])))
    assert git(root, "version").startswith(b"git version")


def test_git_that_a_link_leads_to_in_the_repository_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "office"
    file = program(root / "tools")
    try:
        (tmp_path / "folder").symlink_to(root / "tools", target_is_directory=True)
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin" / PROGRAM).symlink_to(file)
        (root / "away").symlink_to(tmp_path / "other", target_is_directory=True)
    except OSError:
        return  # Windows without the right to make links: there is nothing to follow
    program(tmp_path / "other")
    for folder in (tmp_path / "folder", tmp_path / "bin", root / "away"):
        monkeypatch.setenv("PATH", str(folder))
        with pytest.raises(GitError, match="not installed"):
            git(root, "version")


def test_git_below_the_home_folder_is_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = program(tmp_path / "apps" / "git")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("PATH", str(file.parent))
    monkeypatch.chdir(tmp_path)
    assert asked.find_program(tmp_path / "office") == str(file)
    with pytest.raises(GitError):
        asked.find_program(tmp_path / "apps")


def test_settings_of_the_users_environment_still_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = repository(tmp_path / "office")
    ran, ignored = tmp_path / "ran", tmp_path / "ignored"
    ignored.write_text("cua-rieng-toi.yaml\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.excludesFile")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(ignored))
    run("git", "config", "filter.x.clean", trap(ran), at=root)
    (root / ".git/info/attributes").write_text("*.yaml filter=x\n", "utf-8")
    (root / "records/cua-rieng-toi.yaml").write_text("a: b\n", "utf-8")
    changed(root)
    assert status(root, "records").dirty == {DECISION}
    assert not ran.exists()


def deaf(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a git before the real one that knows nothing of settings in the environment, as before 2.31."""
    real = Path(shutil.which("git") or "")
    program(folder, f'#!/bin/sh\nunset GIT_CONFIG_COUNT\nexec "{real.as_posix()}" "$@"\n')
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("named", [True, False], ids=["a filter", "no filter"])
def test_an_old_git_is_not_asked_where_it_would_run_a_filter(
    tmp_path: Path, named: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = repository(tmp_path / "office")
    if named:
        run("git", "config", "filter.x.clean", trap(tmp_path / "ran"), at=root)
        (root / ".git/info/attributes").write_text("*.yaml filter=x\n", "utf-8")
    changed(root)
    if sys.platform == "win32":  # a script is no program there: the answer of an old git is given instead
        real = git
        monkeypatch.setattr(asked, "git", lambda root, *words, without=None: real(root, *words))
    else:
        deaf(tmp_path / "old", monkeypatch)
    if named:
        with pytest.raises(GitError, match=r"2\.31"):
            status(root, "records")
    else:
        assert status(root, "records").dirty == {DECISION}
    assert checked(root).files == 6
    assert not (tmp_path / "ran").exists()


def test_a_question_for_filters_that_fails_is_no_answer(tmp_path: Path) -> None:
    root = repository(tmp_path / "office")
    with (root / ".git/config").open("a", encoding="utf-8") as file:
        file.write("[[[\n")
    with pytest.raises(GitError):
        status(root, "records")
    assert checked(root).files == 6


def malicious(root: Path, ran: Path) -> None:
    """Set everything in a repository's configuration that git may run."""
    hooks = root / ".git" / "tricks"
    hooks.mkdir()
    for name in ("post-index-change", "post-checkout", "pre-commit", "fsmonitor-watchman"):
        (hooks / name).write_text(f"#!/bin/sh\n{trap(ran)}\n", "utf-8")
        (hooks / name).chmod(0o755)
    settings = {
        "core.fsmonitor": trap(ran),
        "core.hooksPath": hooks.as_posix(),
        "core.pager": trap(ran),
        "pager.status": trap(ran),
        "core.editor": trap(ran),
        "core.sshCommand": trap(ran),
        "core.askPass": trap(ran),
        "core.alternateRefsCommand": trap(ran),
        "credential.helper": f"!{trap(ran)}",
        "gpg.program": trap(ran),
        "diff.external": trap(ran),
        "diff.x.textconv": trap(ran),
        "diff.x.command": trap(ran),
        "merge.x.driver": trap(ran),
        "filter.x.clean": trap(ran),
        "filter.x.smudge": trap(ran),
        "filter.x.required": "true",
        "filter.a=b.c d.process": trap(ran),
        "filter.Lạ.clean": trap(ran),
        "alias.status": f"!{trap(ran)}",
        "alias.config": f"!{trap(ran)}",
        "alias.ls-files": f"!{trap(ran)}",
        "alias.rev-parse": f"!{trap(ran)}",
        "status.submoduleSummary": "true",
        "diff.ignoreSubmodules": "none",
    }
    for name, value in settings.items():
        run("git", "config", name, value, at=root)
    (root / ".git/info/attributes").write_text(
        "*.yaml filter=x diff=x merge=x\n2-*.yaml filter=a=b.c\n3-*.yaml filter=Lạ\n", "utf-8"
    )


def touched(root: Path) -> None:
    """Make git look into every file again, as after a copy."""
    for path in (root / "records").rglob("*.yaml"):
        os.utime(path, ns=(1, 1))


def test_nothing_that_a_repository_names_is_run(tmp_path: Path) -> None:
    root, ran = repository(tmp_path / "office"), tmp_path / "ran"
    malicious(root, ran)
    changed(root)
    touched(root)
    assert status(root, "records").dirty == {DECISION}
    assert checked(root).files == 6
    assert not ran.exists()


def test_the_trap_would_be_noticed(tmp_path: Path) -> None:
    root, ran = repository(tmp_path / "office"), tmp_path / "ran"
    malicious(root, ran)
    changed(root)
    touched(root)
    run("git", "status", at=root)
    assert ran.exists()


def test_nothing_that_a_submodule_names_is_run(tmp_path: Path) -> None:
    root, ran = repository(tmp_path / "office"), tmp_path / "ran"
    inner = repository(tmp_path / "inner")
    allow = ("-c", "protocol.file.allow=always")
    run("git", *allow, "submodule", "--quiet", "add", str(inner), "records/inner", at=root)
    commit(root)
    inner = root / "records" / "inner"
    run("git", "config", "filter.only-here.clean", trap(ran), at=inner)
    info = root / ".git/modules/records/inner/info"
    info.mkdir(exist_ok=True)
    (info / "attributes").write_text("*.yaml filter=only-here\n", "utf-8")
    changed(inner)
    touched(inner)
    status(root, "records")
    checked(root)
    assert not ran.exists()
    run("git", "status", at=root)
    assert ran.exists(), "the trap would be noticed"


def test_an_object_that_is_missing_is_not_fetched(tmp_path: Path) -> None:
    root, ran = repository(tmp_path / "office"), tmp_path / "ran"
    away = repository(tmp_path / "away")
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": away.as_posix(),
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": f'echo ran >> "{ran.as_posix()}"; git-upload-pack',
    }.items():
        run("git", "config", name, value, at=root)
    tree = git(root, "rev-parse", "HEAD^{tree}").decode().strip()
    (root / ".git/objects" / tree[:2] / tree[2:]).unlink()
    changed(root)
    with pytest.raises(GitError):
        status(root, "records")
    assert checked(root).files == 6
    assert not ran.exists()
    subprocess.run(["git", "status"], cwd=root, capture_output=True, check=False)
    assert ran.exists(), "the trap would be noticed"


def hanging(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have git never answer; return the file in which it leaves the number of its process."""
    number = folder / "number"
    program(folder / "bin", f'#!/bin/sh\necho $$ > "{number.as_posix()}"\nexec sleep 30\n')
    monkeypatch.setenv("PATH", f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return number


def is_running(number: Path) -> bool:
    return subprocess.run(["kill", "-0", number.read_text().strip()], capture_output=True, check=False).returncode == 0


def test_a_git_that_does_not_answer_is_given_up_and_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = hanging(tmp_path, monkeypatch)
    (tmp_path / "office").mkdir()
    monkeypatch.setattr(asked, "SECONDS", 0.5)
    with pytest.raises(GitError, match="timed out"):
        git(tmp_path / "office", "version")
    assert not is_running(number)


def test_git_is_ended_where_what_is_done_meanwhile_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = hanging(tmp_path, monkeypatch)
    (tmp_path / "office").mkdir()

    def stopped() -> None:
        while not (number.exists() and number.read_text()):
            pass
        assert is_running(number)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        git(tmp_path / "office", "version", meanwhile=stopped)
    assert not is_running(number)
