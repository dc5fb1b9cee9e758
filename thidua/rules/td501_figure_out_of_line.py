"""TD501: a figure is many times that of a year near it."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

# Against the nearest earlier year that has the figure; all figures of that year must be out of line, since a name may stand
# for several (a plan and what was reached, a quarter and the year).
FIND = """
SELECT this.owner AS key, file.path, this.route, this.year, this.value, this.name,
       min(before_file.path || char(10) || before.route) AS before, before.year AS before_year, before.value AS before_value
FROM (
    SELECT figure.*, figure.name_key AS name, (
        SELECT max(earlier.year) FROM figure AS earlier
        WHERE earlier.owner = figure.owner AND earlier.name_key = figure.name_key AND earlier.unit IS figure.unit
          AND earlier.year < figure.year AND earlier.value > 0) AS before_year
    FROM figure WHERE :within AND figure.value > 0) AS this
JOIN figure AS before ON before.owner = this.owner AND before.name_key = this.name_key AND before.unit IS this.unit
 AND before.year = this.before_year AND before.value > 0
JOIN file ON file.id = this.file
JOIN file AS before_file ON before_file.id = before.file
GROUP BY this.file, this.route
HAVING min(max(this.value / before.value, before.value / this.value)) >= 20
"""
