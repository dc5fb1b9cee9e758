"""Stands for `gh api` and for GitHub: comments are files, named by their number; every call is written down."""

from __future__ import annotations

import json
import os
import re
import sys
from itertools import pairwise
from pathlib import Path

MARKED = re.compile(r"\.\[\] \| select\(\.user\.type == \"Bot\" and \(\.body \| startswith\(\"(.*)\"\)\)\) \| \.id")
"""What is asked for: the ids of the comments of programs that begin with a mark."""


def main(said: list[str]) -> None:
    store = Path(os.environ["STORE"])
    after = dict(pairwise(said))
    path = next(word for word in said if word.startswith("repos/"))
    with (store / "calls").open("a", encoding="utf-8") as calls:
        calls.write(" ".join(said) + "\n")
    if "--method" not in after:
        wanted = MARKED.fullmatch(after["--jq"])
        if wanted is None:
            sys.exit(f"another question than the one that is understood: {after['--jq']}")
        comments = [json.loads(file.read_text("utf-8")) for file in sorted(store.glob("*.json"))]
        for one in comments:
            if one["user"]["type"] == "Bot" and one["body"].startswith(wanted[1]):
                print(one["id"])
        return
    number = 7 if after["--method"] == "POST" else int(path.rpartition("/")[2])
    body = Path(after["-F"].removeprefix("body=@")).read_text("utf-8")
    kept = json.dumps({"id": number, "user": {"type": "Bot"}, "body": body})
    (store / f"{number}.json").write_text(kept, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
