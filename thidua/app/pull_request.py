"""The pull request of a branch: opened by `gh` or `glab` where there is one, else its address and its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from thidua.store.run import Refused, program, run
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Request:
    """A pull request, or a merge request.

    Attributes:
        body: Markdown; names stand in it as code, so that none calls anybody or leads anywhere.
        link: where it can be opened by hand; empty where the server's kind is not known.
        opened: where it is; empty where no program opened it.
    """

    title: str
    body: str
    branch: str
    main: str
    link: str = ""
    opened: str = ""


@dataclass(frozen=True, slots=True)
class _Web:
    """Where a repository is seen in a browser."""

    host: str
    path: str


def open_request(root: Path, address: str, wanted: Request) -> Request:
    """Open the request, or say which is open already; as it was where no program can.

    What people typed stands behind `=`, where no option can be made of it.
    """
    web = _web(address)
    if web is None:
        return wanted
    title, branch, main = wanted.title, wanted.branch, wanted.main
    if "github" in web.host and (gh := program(root, "gh")):
        repo = f"--repo={web.host}/{web.path}"
        return _opened(
            root,
            wanted,
            [gh, "pr", "create", repo, f"--head={branch}", f"--base={main}", f"--title={title}", "--body-file=-"],
        )
    if "gitlab" in web.host and (glab := program(root, "glab")):
        repo = f"--repo=https://{web.host}/{web.path}"
        description = f"--description={wanted.body}"
        ways = (f"--source-branch={branch}", f"--target-branch={main}", f"--title={title}", description, "--yes")
        return _opened(root, wanted, [glab, "mr", "create", repo, *ways])
    return wanted


def _opened(root: Path, wanted: Request, command: list[str]) -> Request:
    try:
        said = run(root, command, given=wanted.body.encode(), seconds=SECONDS).decode("utf-8", "replace")
    except Refused as error:  # one that is open already is named, too
        said = str(error) if "already exists" in str(error) else ""
    found = re.search(r"https://[^\s\"'<>]+", said)
    return replace(wanted, opened=found[0]) if found else wanted


def web_address(address: str, branch: str, main: str) -> str:
    """Return where a request for a branch is opened in a browser; empty where the kind of server is not known."""
    web = _web(address)
    if web is None:
        return ""
    where = f"https://{web.host}/{quote(web.path)}"
    if "github" in web.host:
        return f"{where}/compare/{quote(main, safe='')}...{quote(branch, safe='')}?expand=1"
    if "gitlab" in web.host:
        source, target = quote(branch, safe=""), quote(main, safe="")
        return (
            f"{where}/-/merge_requests/new?merge_request%5Bsource_branch%5D={source}"
            f"&merge_request%5Btarget_branch%5D={target}"
        )
    return where


def _web(address: str) -> _Web | None:
    """Return where an address of git is seen in a browser; user and password are left out."""
    if "://" in address:
        try:
            parts = urlsplit(address)
            port = f":{parts.port}" if parts.port and parts.scheme in ("https", "http") else ""
        except ValueError:
            return None
        host = f"{parts.hostname or ''}{port}"
        path = parts.path if parts.scheme in ("https", "http", "ssh", "git") else ""
    else:
        found = re.fullmatch(r"(?:[^@/:\s]+@)?([A-Za-z0-9][A-Za-z0-9.-]+):(?!\\)(.+)", address)
        host, path = (found[1].lower(), found[2]) if found else ("", "")
    path = path.strip("/").removesuffix(".git")
    clean = (
        re.fullmatch(r"[a-z0-9][a-z0-9.-]*(:[0-9]+)?", host) and re.fullmatch(r"[\w.~/-]+", path) and ".." not in path
    )
    return _Web(host, path) if clean else None
