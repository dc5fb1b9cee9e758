"""Which rows of decisions a tally speaks of: what TD307 and TD308 compare.

Two numbers are kept apart. `sure` counts rows that are in the scope whatever reading of the tally is right: they may not be
more than the tally says. `possible` counts every row that may be in it: they may be fewer, and then rows are missing.
"""

from __future__ import annotations

SCOPE = """
WITH RECURSIVE
asked AS MATERIALIZED (
    SELECT tally.*, substr(start, 6) = '01-01' AND substr("end", 6) = '12-31' AS whole_years,
           CAST(substr(start, 1, 4) AS INTEGER) AS first_year, CAST(substr("end", 1, 4) AS INTEGER) AS last_year,
           (SELECT min(parent) FROM organisation WHERE id = authority) AS place
    FROM tally WHERE :within
      AND (start IS NOT NULL OR campaign IS NOT NULL)
      AND (authority IS NOT NULL OR of IS NOT NULL OR campaign IS NOT NULL)
      AND (authority IS NULL OR EXISTS (SELECT 1 FROM organisation WHERE id = authority))
      AND (of IS NULL OR EXISTS (SELECT 1 FROM organisation WHERE id = of))),
under (top, id) AS (
    SELECT authority, authority FROM asked WHERE authority IS NOT NULL
    UNION SELECT of, of FROM asked WHERE of IS NOT NULL
    UNION SELECT place, place FROM asked WHERE place IS NOT NULL
    UNION SELECT under.top, organisation.id FROM under JOIN organisation ON organisation.parent = under.id),
-- decisions of the time of each tally; of its campaign, where it has no time
timely (tally_file, tally_route, file) AS (
    SELECT asked.file, asked.route, decision.file
    FROM asked JOIN decision ON decision.year BETWEEN asked.first_year AND asked.last_year WHERE asked.whole_years
    UNION SELECT asked.file, asked.route, decision.file
    FROM asked JOIN decision ON decision.date BETWEEN asked.start AND asked."end" WHERE NOT asked.whole_years
    UNION SELECT asked.file, asked.route, decision.file
    FROM asked JOIN decision ON decision.start >= asked.start AND decision."end" <= asked."end" WHERE NOT asked.whole_years
    UNION SELECT asked.file, asked.route, decision.file
    FROM asked JOIN decision ON decision.campaign = asked.campaign WHERE asked.start IS NULL),
paper AS MATERIALIZED (
    SELECT asked.file AS tally_file, asked.route AS tally_route, asked.method AS tally_method, asked.award AS tally_award,
           asked.of, decision.file, decision.method,
           asked.occasion IS NULL AND (asked.authority IS NULL OR decision.authority = asked.authority) AS sure,
           -- NULL, where a name is not known, is no
           coalesce(asked.of IS NULL OR (coalesce(asked.authority, decision.authority), asked.of) IN (SELECT id, top FROM under),
                    FALSE) AS all_rows,
           -- an authority that is neither of the place nor above it: nobody said how the two belong together
           coalesce(asked.authority IS NOT NULL AND (asked.of, asked.authority) NOT IN (SELECT id, top FROM under)
               AND (asked.place IS NULL OR (asked.of, asked.place) NOT IN (SELECT id, top FROM under)), FALSE) AS maybe_all
    FROM timely
    JOIN asked ON asked.file = timely.tally_file AND asked.route = timely.tally_route
    JOIN decision ON decision.file = timely.file
    WHERE (asked.campaign IS NULL OR decision.campaign = asked.campaign)
      AND (asked.authority IS NULL OR (decision.authority, asked.authority) IN (SELECT id, top FROM under))),
-- files that name an organisation of the place: only there can single rows belong to it
naming AS (
    SELECT under.top, reference.file FROM (SELECT DISTINCT of FROM asked WHERE of IS NOT NULL) AS place
    CROSS JOIN under ON under.top = place.of
    CROSS JOIN reference ON reference.folder = 'organisations' AND reference.target = under.id),
heap AS MATERIALIZED (
    SELECT file, award, method, kind, count(*) AS number
    FROM award_row WHERE NOT revoked AND file IN (SELECT file FROM paper WHERE all_rows OR maybe_all)
    GROUP BY file, award, method, kind
    UNION ALL
    SELECT file, award, method, coalesce(kind, '') || CASE WHEN qualifier IS NULL THEN '' ELSE ' ' || qualifier END, number
    FROM award_count WHERE number IS NOT NULL AND file IN (SELECT file FROM paper WHERE all_rows OR maybe_all)),
given AS (
    SELECT paper.*, heap.award, heap.method AS row_method, heap.kind, heap.number, paper.sure AND paper.all_rows AS whose
    FROM paper JOIN heap ON heap.file = paper.file WHERE paper.all_rows OR paper.maybe_all
    UNION ALL
    SELECT paper.*, award_row.award, award_row.method, award_row.kind, 1, paper.sure
    FROM paper CROSS JOIN award_row ON award_row.file = paper.file
    WHERE NOT paper.all_rows AND NOT paper.maybe_all AND NOT award_row.revoked
      AND (paper.of, paper.file) IN (SELECT top, file FROM naming)
      AND ((award_row.unit, paper.of) IN (SELECT id, top FROM under)
           OR (award_row.name, paper.of) IN (SELECT id, top FROM under))),
judged AS (
    SELECT tally_file, tally_route, number, kind,
           whose AND (tally_method IS NULL OR coalesce(row_method, method) IS NOT NULL)
           AND (tally_award IS NOT NULL OR coalesce(
               (SELECT min("group") FROM catalogue WHERE id = given.award) IN ('danh-hieu', 'hinh-thuc'), FALSE)) AS sure
    FROM given
    WHERE (tally_award IS NULL OR award = tally_award)
      AND (tally_method IS NULL OR coalesce(row_method, method, tally_method) = tally_method)),
summed AS MATERIALIZED (
    -- a number with a qualifier stands as `ca-nhan tren`: possible, not sure
    SELECT tally_file, tally_route,
           sum(number * (kind GLOB 'tap-the*' OR kind GLOB 'doanh-nghiep*' OR kind GLOB 'chua-phan-loai*')) AS may_collectives,
           sum(number * (kind IN ('tap-the', 'doanh-nghiep')) * sure) AS are_collectives,
           sum(number * (kind GLOB 'ho-gia-dinh*' OR kind GLOB 'chua-phan-loai*')) AS may_households,
           sum(number * (kind = 'ho-gia-dinh') * sure) AS are_households,
           sum(number * (kind GLOB 'ca-nhan*' OR kind GLOB 'chua-phan-loai*')) AS may_individuals,
           sum(number * (kind = 'ca-nhan') * sure) AS are_individuals
    FROM judged GROUP BY tally_file, tally_route),
compared AS (
    SELECT asked.file AS key, file.path, asked.route, asked.qualifier, asked.doubt,
           asked.collectives, asked.households, asked.individuals,
           coalesce(may_collectives, 0) AS possible_collectives, coalesce(are_collectives, 0) AS sure_collectives,
           coalesce(may_households, 0) AS possible_households, coalesce(are_households, 0) AS sure_households,
           coalesce(may_individuals, 0) AS possible_individuals, coalesce(are_individuals, 0) AS sure_individuals
    FROM asked
    JOIN file ON file.id = asked.file
    LEFT JOIN summed ON summed.tally_file = asked.file AND summed.tally_route = asked.route)
SELECT * FROM compared WHERE """

KEY = "tally.file"

TOUCHED = """
WITH RECURSIVE papers AS MATERIALIZED (
    SELECT file FROM decision WHERE file IN (SELECT id FROM touched_file)
    UNION SELECT file.id FROM touched_file CROSS JOIN revoked ON revoked.file = touched_file.id
    CROSS JOIN file ON file.folder = 'awards' AND file.record = revoked.decision),
above (id) AS (
    SELECT decision.authority FROM papers JOIN decision ON decision.file = papers.file
    UNION SELECT reference.target FROM papers
    JOIN reference ON reference.file = papers.file AND reference.folder = 'organisations'
    UNION SELECT organisation.parent FROM above JOIN organisation ON organisation.id = above.id)
SELECT file AS key FROM tally WHERE file IN (SELECT id FROM touched_file)
UNION SELECT tally.file FROM papers JOIN decision ON decision.file = papers.file
JOIN tally ON (
    tally.start IS NULL OR decision.date BETWEEN tally.start AND tally."end"
    OR (decision.start >= tally.start AND decision."end" <= tally."end")
    OR decision.year BETWEEN CAST(substr(tally.start, 1, 4) AS INTEGER) AND CAST(substr(tally."end", 1, 4) AS INTEGER))
  AND (tally.campaign IS NULL OR tally.campaign = decision.campaign)
  AND (tally.authority IN (SELECT id FROM above)
       OR (tally.authority IS NULL AND (tally.of IS NULL OR tally.of IN (SELECT id FROM above))))
UNION SELECT file FROM tally WHERE EXISTS (
    SELECT 1 FROM organisation WHERE organisation.file IN (SELECT id FROM touched_file)
    UNION ALL SELECT 1 FROM catalogue WHERE catalogue.file IN (SELECT id FROM touched_file))
"""
"""Tallies that may speak of the touched decisions; all of them when an organisation or the catalogue changed."""

KINDS = ("collectives", "households", "individuals")
