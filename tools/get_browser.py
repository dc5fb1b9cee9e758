"""Find a Chromium for the browser tests, or install Debian's; tells where it is."""

from __future__ import annotations

import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def find() -> str | None:
    """Return the path of a browser that is installed, or `None`."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    if find() is None and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-q"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["apt-get", "install", "-y", "-q", "chromium"], check=True, stdout=subprocess.DEVNULL)
    path = find()
    print(path or "no Chromium found: install one and run again", file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
