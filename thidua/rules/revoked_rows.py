"""Which rows of a decision a revocation names: what TD313 and TD314 speak of, and what is marked as revoked.

A revocation names a recipient. Rows of one recipient are all meant; rows of several are nobody's, until it says whose.
"""

from __future__ import annotations

FITS = """
WITH fit AS MATERIALIZED (
    SELECT revoked.file, revoked.route, revoked.name, award_row.file AS row_file, award_row.place, award_row.route AS row_route,
           paper.path AS row_path, award_row.kind, award_row.unit, award_row.person, award_row.apart
    FROM revoked
    CROSS JOIN file AS paper ON paper.folder = 'awards' AND paper.record = revoked.decision
    -- by the index of names: a decision of thousands of rows is not looked through for each name
    CROSS JOIN word AS called ON called.key = revoked.name_key
    CROSS JOIN recipient ON recipient.name = called.id AND recipient.file = paper.id
    CROSS JOIN award_row ON award_row.file = recipient.file AND award_row.place = recipient.place
    WHERE :within
      AND (revoked.award IS NULL OR revoked.award = award_row.award)
      AND (revoked.unit IS NULL OR revoked.unit = award_row.unit)
    UNION
    SELECT revoked.file, revoked.route, revoked.name, award_row.file, award_row.place, award_row.route,
           paper.path, award_row.kind, award_row.unit, award_row.person, award_row.apart
    FROM revoked
    CROSS JOIN file AS paper ON paper.folder = 'awards' AND paper.record = revoked.decision
    CROSS JOIN former_row INDEXED BY former_row_name ON former_row.name_key = revoked.name_key AND former_row.file = paper.id
    CROSS JOIN award_row ON award_row.file = former_row.file AND award_row.place = former_row.place
    WHERE :within
      AND (revoked.award IS NULL OR revoked.award = former_row.award)
      AND (revoked.unit IS NULL OR revoked.unit = former_row.unit))
"""
"""Every row that fits a name of a revocation, as it is now or as it was before a correction."""

SEVERAL = """
count(DISTINCT kind || ' ' || coalesce(unit, '')) > 1 OR count(DISTINCT person) > 1 OR count(DISTINCT apart) > 1
"""
"""Of the rows that fit one name: they are of several recipients, as far as anybody can tell."""

KEY = "revoked.file"

TOUCHED = """
SELECT file AS key FROM revoked WHERE file IN (SELECT id FROM touched_file)
UNION SELECT revoked.file FROM touched_file
CROSS JOIN file ON file.id = touched_file.id AND file.folder = 'awards'
CROSS JOIN revoked ON revoked.decision = file.record
"""
"""Revocations that changed, or whose decision did."""

_NAMED = f"""{FITS.replace(":within", "TRUE")},
sure AS (SELECT file, route FROM fit GROUP BY file, route HAVING NOT ({SEVERAL})),
named AS (SELECT fit.row_file, fit.place FROM fit JOIN sure ON sure.file = fit.file AND sure.route = fit.route)
UPDATE recipient SET revoked ="""  # noqa: S608 - our own

MARK = (
    _NAMED + " 0 WHERE revoked AND (file, place) NOT IN (SELECT row_file, place FROM named)",  # noqa: S608 - our own
    _NAMED + " 1 WHERE (file, place) IN (SELECT row_file, place FROM named) AND NOT revoked",  # noqa: S608 - our own
)
"""Marks the rows that a revocation names, and takes the mark from those that none names any more."""
