"""Where templates come from: the office's own folder first, then those of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader
from jinja2.exceptions import TemplateNotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Environment


def template_folders(root: Path, own: Path | None = None) -> tuple[Path, ...]:
    """Return the folders to look for templates in, for the repository at `root`, or with another folder of its own."""
    return own or root / "templates", shipped_folder()


def shipped_folder() -> Path:
    """Return the folder of the program's own templates."""
    package = Path(__file__).parent.parent
    shipped = package / "templates"
    return shipped if shipped.is_dir() else package.parent / "templates"


def is_inside(file: Path, folder: Path) -> bool:
    """Whether a file is really in a folder: a link must not bring any file of the machine onto a paper."""
    try:
        return file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


class TemplateLoader(FileSystemLoader):
    """Loads templates from folders, the first that has one wins; links that lead out of a folder are not there."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        super().__init__([str(folder) for folder in self._folders], encoding="utf-8")

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        found = next((folder for folder in self._folders if (folder / template).is_file()), None)
        if found is not None and not is_inside(found / template, found):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)
