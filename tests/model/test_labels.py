"""Values of closed lists are texts, so that two lists that share one share how it reads."""

import ast
from pathlib import Path

from thidua.model import labels


def test_a_value_that_two_lists_share_reads_the_same_in_both() -> None:
    tree = ast.parse(Path(labels.__file__).read_text("utf-8"))
    table = next(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "LABELS"
    )
    assert isinstance(table, ast.Dict)
    read: dict[str, tuple[str, str]] = {}
    for key, value in zip(table.keys, table.values, strict=True):
        assert isinstance(key, ast.Attribute)
        assert isinstance(key.value, ast.Name)
        slug = str(getattr(getattr(labels, key.value.id), key.attr))
        label = ast.literal_eval(value)
        assert read.setdefault(slug, label) == label, f"{key.value.id}.{key.attr}"
    assert len(read) > 100
