"""What an import understood and did, as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua.cli.import_awards_text import said

if TYPE_CHECKING:
    from thidua.app.entry import Outcomes
    from thidua.app.import_result import DecisionPlan, ImportedRow, ImportPlan


def as_json(made: ImportPlan, outcome: Outcomes, is_stopped: bool) -> str:
    """Return the whole import as JSON."""
    from thidua.render import json as findings

    reading = made.reading
    tree: dict[str, Any] = {
        "version": 1,
        "file": reading.file,
        "encoding": reading.encoding or None,
        "mapping": reading.mapping or None,
        "tables": [
            {
                "sheet": table.sheet.name,
                "header_row": table.top,
                "columns": [{"column": c.letters, "header": c.header, "field": c.field} for c in table.columns],
            }
            for table in reading.tables
        ],
        "counts": {state.value: number for state, number in made.counts.items()},
        "decisions": [_decision_json(one) for one in made.decisions],
        "rows": [_row_json(row) for row in reading.rows],
        "changes": [{"cell": c.cell, "before": c.before, "after": c.after, "why": c.why} for c in reading.changes],
        "remarks": [said(one) for one in (*reading.remarks, *(r for p in outcome.planned for r in p.remarks))],
        "written": [one.path for one in outcome.planned if outcome.written and one.new != one.old],
        "stopped": is_stopped,
        "diagnostics": json.loads(findings.render(outcome.diagnostics))["diagnostics"],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _decision_json(one: DecisionPlan) -> dict[str, Any]:
    new = one.new
    day = new.date.isoformat() if new.date else None
    return {
        "number": new.number or None,
        "date": day,
        "authority": new.authority or None,
        "path": one.path or None,
        "rows": len(one.rows),
    }


def _row_json(row: ImportedRow) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "row": row.number,
        "cell": row.cell,
        "state": row.state,
        "award": row.award or None,
        "recipient": row.recipient,
    }
    if row.troubles:
        tree["problems"] = [
            {"cell": t.cell, "message": said(t.said), "candidates": list(t.candidates)} for t in row.troubles
        ]
    if row.differences:
        tree["differences"] = [{"field": d.field, "record": d.there, "file": d.here} for d in row.differences]
    return tree
