"""A link in the office's templates brings no other file of the machine onto a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from thidua.render.folders import is_inside
from thidua.render.marks import Marked
from thidua.render.templates import BadTemplate, fill

if TYPE_CHECKING:
    from pathlib import Path


def test_a_template_that_is_a_link_out_of_its_folder_is_not_there(tmp_path: Path) -> None:
    secret, templates = tmp_path / "secret", tmp_path / "templates"
    secret.write_text("bí mật", "utf-8")
    templates.mkdir()
    (templates / "paper.md.j2").symlink_to(secret)
    assert not is_inside(templates / "paper.md.j2", templates)
    with pytest.raises(BadTemplate, match=r"paper\.md\.j2"):
        fill("paper.md.j2", [templates], Marked(), {})


def test_a_template_in_its_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "paper.md.j2").write_text("đây", "utf-8")
    assert is_inside(tmp_path / "paper.md.j2", tmp_path)
    assert fill("paper.md.j2", [tmp_path], Marked(), {}) == "đây"
