"""A change as JSON, whole. A key may be added at any time; removing or renaming one raises `version`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua.render.json import render as findings
from thidua.render.review_words import Teller, cut
from thidua.report.review import Change
from thidua.value_class import asdict

if TYPE_CHECKING:
    from thidua.diagnostics import Language
    from thidua.report.review import Review

VERSION = 1


def render(review: Review, language: Language) -> str:
    """Return the change as one JSON document."""
    teller = Teller(language, cut, cut)
    made: dict[str, Any] = {
        "version": VERSION,
        "base": review.base,
        "head": review.head or None,
        "summary": {
            "records": {one.value: review.records(one) for one in Change if review.records(one)},
            "rows": {one.value: review.rows(one) for one in Change if review.rows(one)},
            "found": len(review.found),
            "mended": len(review.mended),
            "questions": len(review.questions),
        },
        "groups": [asdict(group) for group in review.groups],
        "totals": [asdict(one) for one in review.totals],
        "found": json.loads(findings(review.found))["diagnostics"],
        "mended": json.loads(findings(review.mended))["diagnostics"],
        "questions": [asdict(one) | {"text": teller.question(one)} for one in review.questions],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
