"""A new repository of records: every file it needs, none of those that are there already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.app import init_ci as ci
from thidua.app import init_files as files
from thidua.app.init_git import (
    git_place,
    has_merge_attribute,
    hooks_elsewhere,
    make_git,
    put_hook,
    save_first,
    set_merge_driver,
)
from thidua.app.schema import schema_files
from thidua.diagnostics import Language
from thidua.model.lists import Level, OrganisationKind
from thidua.source.emit import emit
from thidua.store.paths import SLUG_PATH
from thidua.store.settings import FORMAT, SETTINGS_FILE
from thidua.store.workspace import RECORDS
from thidua.store.writer import write_all
from thidua.value_class import dataclass
from thidua.vietnamese.text import slug, tidy

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.source.builder import Tree

_LEVELS = (
    ("phường|xã|thị trấn|đặc khu", Level.COMMUNE.value),
    ("huyện|quận|thị xã", Level.DISTRICT.value),
    ("tỉnh", Level.MINISTRY_OR_PROVINCE.value),
    ("thành phố", ""),  # of a province or of the state: the name does not tell
)
"""What the first word of an administrative unit's name says of its level."""


class BadId(Exception):
    """What should be the id of the office cannot be one."""


class InsideAnother(Exception):
    """The folder is inside a repository of records already.

    Attributes:
        root: of that repository.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(str(root))
        self.root = root


@dataclass(frozen=True, slots=True)
class Office:
    """The organisation whose records a repository holds; every field may be empty."""

    id: str = ""
    name: str = ""
    kind: str = ""
    level: str = ""

    @property
    def path(self) -> str:
        """Where its record is made; empty where none is."""
        return f"{RECORDS}/organisations/{self.id}.yaml" if self.id and self.name else ""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made.

    Attributes:
        written: paths from the folder.
        kept: files that were there and stay as they are.
        git: `new` where a git repository was made, `top` where the folder is the top of one, `inside` where it is
            a folder of one, and empty where git is missing or refused.
        hook: where the pre-commit hook was put, or empty.
        hook_kept: a hook was there and stays as it is.
        office: whose records they are.
        merges: git merges records row by row from now on.
        attributes_kept: `.gitattributes` was there and does not say which files are merged so.
        saved: the first commit was made.
        refused: why it was not, in the words of git; empty where only nobody is known who saves.
        hooks_elsewhere: the folder of hooks that git's settings name in place of the one where the hook was put.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    git: str
    hook: str = ""
    hook_kept: bool = False
    office: Office = Office()
    merges: bool = False
    attributes_kept: bool = False
    saved: bool = False
    refused: str = ""
    hooks_elsewhere: str = ""


def init(
    folder: Path,
    language: Language,
    year: int,
    *,
    organisation: str = "",
    name: str = "",
    kind: str = "",
    level: str = "",
    dry_run: bool = False,
) -> Made:
    """Make a folder a repository of records.

    `organisation` is the id of the office, whose record is made with `name`, and with `kind` and `level`, which are
    guessed from the name where they are not given; `year` is an example for the readme.

    Raises:
        BadId: `organisation` is no id.
        InsideAnother: see the class.
        OSError: the folder cannot be written.
    """
    name = tidy(name)
    organisation = organisation or slug(name)
    if (name or organisation) and (not SLUG_PATH.fullmatch(organisation) or "/" in organisation):
        raise BadId(organisation or name)
    _refuse_inside_another(folder)
    guessed = guess(name)
    office = Office(organisation, name, kind or guessed[0], level or guessed[1])
    texts = _texts(language, year, office)
    kept = tuple(path for path in texts if (folder / path).is_symlink() or (folder / path).exists())
    new = {path: text for path, text in texts.items() if path not in kept}
    where = git_place(folder)
    if not dry_run:
        folder.mkdir(parents=True, exist_ok=True)
        write_all(folder, new)
        where = make_git(folder) if where == "new" else where
    hook, hook_kept = put_hook(folder, language, dry_run=dry_run) if where in ("new", "top") else ("", False)
    merges = where in ("new", "top") and (dry_run or set_merge_driver(folder))
    saved, refused = save_first(folder, new, language) if where == "new" and not dry_run else (False, "")
    elsewhere = hooks_elsewhere(folder) if hook and not dry_run else ""
    attributes_kept = ".gitattributes" in kept and not has_merge_attribute(folder / ".gitattributes")
    return Made(tuple(new), kept, where, hook, hook_kept, office, merges, attributes_kept, saved, refused, elsewhere)


def guess(name: str) -> tuple[str, str]:
    """Return what an office's name says of its kind and its level; empty where that is not sure."""
    committee = re.match(r"(?i)(ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+", name)
    unit = name[committee.end() :] if committee else name
    level = next((level for words, level in _LEVELS if re.match(rf"(?i)(?:{words})\s", unit)), None)
    if committee:
        return OrganisationKind.PEOPLES_COMMITTEE, level or ""
    return ("", "") if level is None else (OrganisationKind.ADMINISTRATIVE_UNIT, level)


def _texts(language: Language, year: int, office: Office) -> dict[str, str]:
    of = {"organisation": office.id} if office.id else {}
    readme = files.README if language is Language.VI else files.README_EN
    settings: dict[str, Tree] = {
        "format": str(FORMAT),
        **of,
        "language": language.value,
        "main_branch": "main",
    }
    texts = {
        SETTINGS_FILE: emit(settings),
        **files.folders_kept(),
        **{f"schema/{path}": text for path, text in schema_files(language).items()},
        ".vscode/settings.json": files.code_settings(),
        ".vscode/extensions.json": files.code_extensions(),
        ".editorconfig": files.EDITOR_CONFIG,
        ".gitattributes": files.GIT_ATTRIBUTES,
        ".gitignore": files.GIT_IGNORE,
        ".pre-commit-config.yaml": ci.PRE_COMMIT_CONFIG,
        ci.WORKFLOW_FILE: ci.WORKFLOW,
        ci.ACTION_FILE: ci.ACTION,
        ci.GITLAB_FILE: ci.GITLAB_CI,
        "README.md": readme.format(of=f" - {office.name}" if office.name else "", year=year),
    }
    if office.path:
        said = {key: value for key, value in (("kind", office.kind), ("level", office.level)) if value}
        source: dict[str, Tree] = {"document": "Cơ quan tự khai khi tạo kho bản ghi"}
        texts[office.path] = emit({"name": office.name, **said, "source": source})
    return texts


def _refuse_inside_another(folder: Path) -> None:
    here = folder.resolve()
    for above in here.parents:
        if (above / SETTINGS_FILE).is_file():
            raise InsideAnother(above)
