"""Where templates come from: the office's own folder first, then those of the program."""

from __future__ import annotations

from pathlib import Path


def template_folders(root: Path) -> tuple[Path, ...]:
    """Return the folders to look for templates in, for the repository at `root`."""
    package = Path(__file__).parent.parent
    shipped = package / "templates"
    return root / "templates", shipped if shipped.is_dir() else package.parent / "templates"
