"""The files that `init` writes for code hosts do what they say: their very steps are run, on real clones."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from thidua.app.init_ci import ACTION, ACTION_FILE, GITLAB_CI, GITLAB_FILE, MARK, WORKFLOW, WORKFLOW_FILE
from thidua.cli.commands import COMMANDS

if TYPE_CHECKING:
    from tests.look_up.office import Office

TOP = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
DANGLING = "name: Phòng Ví Dụ\nparent: khong-co\nsource:\n  document: Ví dụ\n"
GOOD = "name: Phòng Ví Dụ\nparent: vi-du\nsource:\n  document: Ví dụ\n"
UNIT = "records/organisations/phong-vi-du.yaml"

WHEN = {
    "": lambda event, failed: not failed,
    "failure()": lambda event, failed: failed,
    "${{ !cancelled() }}": lambda event, failed: True,
    "${{ !cancelled() && github.event_name == 'push' }}": lambda event, failed: event == "push",
    "${{ !cancelled() && github.event_name == 'pull_request' }}": lambda event, failed: event == "pull_request",
}
"""What the conditions of the workflow mean; one that is not here has to be looked at."""


@dataclass
class Ran:
    """What the steps of a job printed and left behind."""

    failed: list[str] = field(default_factory=list)
    out: str = ""
    summary: str = ""
    output: str = ""


def steps(text: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(text)["jobs"][job]["steps"]
    return found


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", **more}


def git(at: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Người Thử", "-c", "user.email=thu@example.org")
    subprocess.run(["git", *who, *arguments], cwd=at, env=environment(), capture_output=True, check=True)


def bash(script: str, at: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=at, env=environment(**variables), capture_output=True, text=True, check=False)


def run_job(at: Path, event: str) -> Ran:
    ran, kept = Ran(), at.parent / "runner"
    kept.mkdir(exist_ok=True)
    variables = {"GITHUB_STEP_SUMMARY": str(kept / "summary"), "GITHUB_OUTPUT": str(kept / "output")}
    variables["GITHUB_BASE_REF"] = "main" if event == "pull_request" else ""
    for step in steps((at / WORKFLOW_FILE).read_text("utf-8"), "thidua"):
        wanted = WHEN[str(step.get("if", ""))](event, bool(ran.failed))
        if "run" not in step or not wanted:
            continue
        done = bash(step["run"], at, variables)
        ran.out += done.stdout + done.stderr
        if done.returncode:
            ran.failed.append(step["run"])
    ran.summary, ran.output = (
        Path(variables[name]).read_text("utf-8") if Path(variables[name]).exists() else ""
        for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")
    )
    return ran


@pytest.fixture
def origin(office: Office) -> Office:
    """An office's repository as `init` makes it, pushed to a bare remote."""
    root = office.root.parent / "co-quan"
    answer = office.run("init", str(root), "--organisation", "vi-du", "--name", "Phường Ví Dụ")
    assert answer.status == 0, answer.err
    office.root = root
    (root / ".git/hooks/pre-commit").unlink()
    git(root.parent, "init", "--quiet", "--bare", "goc.git")
    git(root, "remote", "add", "origin", str(root.parent / "goc.git"))
    push(office, {}, "main")
    git(root.parent / "goc.git", "symbolic-ref", "HEAD", "refs/heads/main")
    return office


def push(office: Office, files: dict[str, str], branch: str) -> None:
    office.write(files)
    git(office.root, "add", "--all")
    git(office.root, "commit", "--quiet", "--allow-empty", "-m", "x")
    git(office.root, "push", "--quiet", "origin", f"HEAD:refs/heads/{branch}")


def checkout(office: Office, branch: str) -> Path:
    """What actions/checkout leaves: every branch known, one commit checked out, no branch."""
    at = office.root.parent / "may-chay" / branch
    git(office.root.parent, "clone", "--quiet", str(office.root.parent / "goc.git"), str(at))
    git(at, "checkout", "--quiet", "--detach", f"origin/{branch}")
    return at


@pytest.mark.long
def test_a_good_push_passes_and_leaves_the_reports(origin: Office) -> None:
    push(origin, {UNIT: GOOD}, "main")
    at = checkout(origin, "main")
    ran = run_job(at, "push")
    assert ran.failed == []
    assert len(list((at / "out").glob("bao-cao-*.html"))) == 2
    assert "Tổng kết công tác thi đua" in ran.summary


@pytest.mark.long
def test_a_bad_push_fails_and_tells_of_everything(origin: Office) -> None:
    push(origin, {UNIT: DANGLING}, "main")
    ran = run_job(checkout(origin, "main"), "push")
    assert ran.failed == ["thidua validate --format github"]
    assert f"::error file={UNIT},line=2," in ran.out
    assert "lỗi[TD902]: " in ran.out


@pytest.mark.long
def test_a_pull_request_fails_only_for_what_it_brings(origin: Office) -> None:
    push(origin, {UNIT: DANGLING}, "main")
    push(origin, {"records/organisations/phong-khac.yaml": GOOD}, "them-phong")
    at = checkout(origin, "them-phong")
    assert run_job(at, "pull_request").failed == []
    push(origin, {"records/organisations/phong-ba.yaml": DANGLING}, "them-loi")
    ran = run_job(checkout(origin, "them-loi"), "pull_request")
    there = '"origin/$GITHUB_BASE_REF"'
    assert ran.failed == [f"thidua validate --format github --since {there} --base {there}"]
    assert ran.out.count("::error ") == 1
    assert "::error file=records/organisations/phong-ba.yaml," in ran.out


@pytest.mark.long
def test_the_review_begins_with_the_mark_of_the_comment(origin: Office) -> None:
    push(origin, {UNIT: GOOD}, "them-phong")
    at = checkout(origin, "them-phong")
    ran = run_job(at, "pull_request")
    text = (at / "out/review.md").read_text("utf-8")
    assert text.startswith(f"{MARK}\n")
    assert "Phòng Ví Dụ" in text
    assert text in ran.summary
    assert ran.output == "review=yes\n"


# the comment

GH = f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).with_name("stand_in_gh.py")}" "$@"\n'


def test_the_comment_is_written_once_and_then_changed(tmp_path: Path) -> None:
    (step,) = (one for one in steps(WORKFLOW, "comment") if "run" in one)
    programs, store = tmp_path / "bin", tmp_path / "store"
    for folder in (programs, store, tmp_path / "out"):
        folder.mkdir()
    (programs / "gh").write_text(GH, "utf-8")
    (programs / "gh").chmod(0o755)
    (store / "3.json").write_text(f'{{"id": 3, "user": {{"type": "User"}}, "body": "{MARK} giả"}}', "utf-8")
    variables = {"STORE": str(store), "GITHUB_REPOSITORY": "vi-du/kho", "NUMBER": "5"}
    variables["PATH"] = f"{programs}:{os.environ['PATH']}"
    for text in ("lần một", "lần hai; `$(id)` \"'"):
        (tmp_path / "out/review.md").write_text(f"{MARK}\n{text}\n", "utf-8")
        done = bash(step["run"], tmp_path, variables)
        assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in store.glob("*.json")) == ["3.json", "7.json"]
    assert "lần hai; `$(id)`" in json.loads((store / "7.json").read_text("utf-8"))["body"]
    assert "giả" in (store / "3.json").read_text("utf-8")
    calls = (store / "calls").read_text("utf-8")
    assert calls.count("--method POST repos/vi-du/kho/issues/5/comments") == 1
    assert calls.count("--method PATCH repos/vi-du/kho/issues/comments/7") == 1


# who may do what


def test_only_the_comment_may_write_and_it_runs_nothing_of_the_branch() -> None:
    workflow = yaml.safe_load(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    writing = {name for name, job in workflow["jobs"].items() if "write" in str(job.get("permissions", ""))}
    assert writing == {"comment"}
    comment = workflow["jobs"]["comment"]
    assert comment["permissions"] == {"pull-requests": "write"}
    assert "github.event.pull_request.head.repo.full_name == github.repository" in comment["if"]
    assert not any("checkout" in str(step.get("uses", "")) for step in comment["steps"])
    assert not any(str(step.get("uses", "")).startswith("./") for step in comment["steps"])
    assert "pull_request_target" not in WORKFLOW
    (checking_out,) = (step for step in steps(WORKFLOW, "thidua") if "checkout" in str(step.get("uses", "")))
    assert checking_out["with"]["persist-credentials"] is False


@pytest.mark.parametrize("text", [WORKFLOW, ACTION], ids=["workflow", "action"])
def test_nothing_of_an_event_becomes_a_command(text: str) -> None:
    parsed = yaml.safe_load(text)
    jobs = parsed["jobs"].values() if "jobs" in parsed else [parsed["runs"]]
    runs = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    assert runs
    assert not [run for run in runs if "${{" in run]


def test_the_kept_register_is_named_by_the_content_of_the_records() -> None:
    (cache,) = (step for step in yaml.safe_load(ACTION)["runs"]["steps"] if "cache" in str(step.get("uses", "")))
    assert cache["with"]["path"] == ".git/thidua"
    assert "hashFiles('records/**', 'thidua.yaml')" in cache["with"]["key"]
    assert cache["with"]["key"].startswith(cache["with"]["restore-keys"])


@pytest.mark.long
def test_a_kept_register_spares_reading_in_another_checkout(origin: Office) -> None:
    push(origin, {UNIT: GOOD}, "main")
    first = checkout(origin, "main")
    run_job(first, "push")
    push(origin, {"records/organisations/phong-hai.yaml": GOOD.replace("Phòng", "Ban")}, "hai")
    second = checkout(origin, "hai")
    (second / ".git/thidua").mkdir()
    for kept in (first / ".git/thidua").glob("register.sqlite*"):
        shutil.copy2(kept, second / ".git/thidua")  # times are kept, as the caches of code hosts keep them
    tell = (
        "from pathlib import Path; from thidua.app.fresh import fresh;"
        "from thidua.store.workspace import find_workspace;"
        "print(fresh(find_workspace(Path())).parsed)"
    )
    done = subprocess.run([sys.executable, "-c", tell], cwd=second, env=environment(), capture_output=True, text=True)
    assert done.stdout == "1\n", done.stderr


# GitLab


def gitlab_script() -> list[str]:
    job = yaml.safe_load(GITLAB_CI)["thidua"]
    before = [line for line in job["before_script"] if not line.startswith("pip install")]
    return [*before, *job["script"]]


def run_gitlab(at: Path, base: str = "") -> subprocess.CompletedProcess[str]:
    """Run the lines of the job as a runner does: one after the other, until one fails."""
    variables = {"THIDUA_FROM": "x", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    return bash("\n".join(gitlab_script()), at, variables)


@pytest.mark.long
def test_the_gitlab_job_passes_and_fails_as_the_records_do(origin: Office) -> None:
    at = checkout(origin, "main")
    done = run_gitlab(at)
    assert done.returncode == 0, done.stderr
    assert (at / "out/code-quality.json").read_text("utf-8") == "[]\n"
    assert (at / "out/junit.xml").read_text("utf-8").startswith("<?xml")
    assert (at / ".cache/thidua/register.sqlite").is_file()
    push(origin, {UNIT: DANGLING}, "main")
    git(at, "fetch", "--quiet", "origin")
    git(at, "checkout", "--quiet", "--detach", "origin/main")
    assert run_gitlab(at).returncode == 1
    assert '"check_name": "TD902"' in (at / "out/code-quality.json").read_text("utf-8")
    assert run_gitlab(at, base="HEAD").returncode == 0


def test_a_gitlab_job_that_is_not_filled_in_stops_and_says_so(tmp_path: Path) -> None:
    job = yaml.safe_load(GITLAB_CI)["thidua"]
    done = bash(job["before_script"][0], tmp_path, {"THIDUA_FROM": ""})
    assert done.returncode == 1
    assert "chưa điền THIDUA_FROM" in done.stdout
    reports = job["artifacts"]["reports"]
    assert all(f"> {path}" in "\n".join(job["script"]) for path in reports.values())


# pre-commit


def test_the_hooks_of_the_program_are_those_that_init_writes(origin: Office) -> None:
    offered = {one["id"]: one for one in yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    written = yaml.safe_load((origin.root / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    assert set(offered) == {one["id"] for one in written} == {"thidua-fmt", "thidua-validate"}
    for one in written:
        hook = offered[one["id"]]
        assert (hook["entry"], hook["files"], hook["pass_filenames"]) == (one["entry"], one["files"], False)
        assert hook["language"] == "python"
        assert hook["entry"].split()[1] in COMMANDS


@pytest.mark.parametrize("path", [WORKFLOW_FILE, ACTION_FILE, GITLAB_FILE, ".pre-commit-config.yaml"])
def test_every_file_is_yaml_and_names_no_registry(path: str, origin: Office) -> None:
    text = (origin.root / path).read_text("utf-8")
    assert yaml.safe_load(text)
    assert set(re.findall(r"https?://([\w.-]+)", text)) <= {"git.example.org", "pre-commit.com"}
    assert not re.search(r"pip install[^\n]* -(?:-|i\b|f\b)", text)
