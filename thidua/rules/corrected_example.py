"""What the rules over corrections share: whose findings are asked again, and the records their examples start from."""

from __future__ import annotations

from thidua.rules.revoked_example import AWARDS, CITY, DECISION, DECISION_PATH

PATH = "records/corrections/9-dc-ubnd-vi-du.yaml"
CORRECTION = """\
decision: 2023/5-qd-ubnd-vi-du
number: 9/ĐC-UBND
date: 2023-04-01
rows:
  - row: {name: Nguyễn Văn A}
    field: name
    value: Nguyễn Văn Á
"""
NAMESAKES = DECISION + "      - {name: Nguyễn Văn A, unit: Phòng khác}\n"

__all__ = (
    "AWARDS",
    "CITY",
    "CORRECTION",
    "DECISION",
    "DECISION_PATH",
    "KEY",
    "NAMESAKES",
    "PATH",
    "PROBLEMS",
    "TOUCHED",
)

KEY = "file.id"

PROBLEMS = """
SELECT file.id AS key, file.path, correction_problem.route, correction_problem.problem,
       correction_problem.related, min(paper.path) AS decision, correction_row.name, correction_row.field,
       correction_row.value
FROM correction_problem
JOIN file ON file.path = correction_problem.paper
JOIN file AS paper ON paper.id = correction_problem.file
JOIN correction_row ON correction_row.file = file.id
     AND correction_row.route = correction_problem.route
WHERE :within AND correction_problem.problem IN ({problems})
GROUP BY +file.id, correction_problem.route
"""
"""Parts of papers with which something is wrong; `problems` are those of a rule. `+` keeps SQLite from reading every file in the
order of the groups: few files have such a part."""

TOUCHED = """
SELECT file AS key FROM correction WHERE file IN (SELECT id FROM touched_file)
UNION SELECT correction.file FROM touched_file
CROSS JOIN file ON file.id = touched_file.id AND file.folder = 'awards'
CROSS JOIN correction ON correction.decision = file.record
"""
"""Papers that changed, or whose decision did."""
