"""Which rows of decisions a tally speaks of: what TD307 and TD308 compare.

Two numbers are kept apart. `sure` counts rows that are in the scope whatever reading of the tally is right: they may not be
more than the tally says. `possible` counts every row that may be in it: they may be fewer, and then rows are missing.
"""

from __future__ import annotations

SCOPE = """
WITH RECURSIVE
asked AS MATERIALIZED (
    SELECT tally.*, substr(start, 6) = '01-01' AND substr("end", 6) = '12-31' AS whole_years,
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
-- decisions of the time, the campaign and the authority of each tally
paper AS MATERIALIZED (
    SELECT asked.file AS tally_file, asked.route AS tally_route, asked.method AS tally_method, asked.award AS tally_award,
           asked.of, decision.file, decision.method,
           asked.occasion IS NULL AND (asked.authority IS NULL OR decision.authority = asked.authority) AS sure,
           asked.of IS NULL OR (asked.authority, asked.of) IN (SELECT id, top FROM under)
               OR (asked.authority IS NULL AND (decision.authority, asked.of) IN (SELECT id, top FROM under)) AS all_rows,
           -- an authority that is neither of the place nor above it: nobody said how the two belong together
           asked.authority IS NOT NULL AND (asked.of, asked.authority) NOT IN (SELECT id, top FROM under)
               AND (asked.place IS NULL OR (asked.of, asked.place) NOT IN (SELECT id, top FROM under)) AS maybe_all
    FROM asked JOIN decision ON
        CASE WHEN asked.start IS NULL THEN TRUE
             WHEN asked.whole_years THEN decision.year BETWEEN substr(asked.start, 1, 4) + 0 AND substr(asked."end", 1, 4) + 0
             ELSE coalesce(decision.date BETWEEN asked.start AND asked."end", FALSE)
                  OR coalesce(decision.start >= asked.start AND decision."end" <= asked."end", FALSE) END
        AND (asked.campaign IS NULL OR decision.campaign = asked.campaign)
        AND (asked.authority IS NULL OR (decision.authority, asked.authority) IN (SELECT id, top FROM under))),
given AS (
    SELECT paper.tally_file, paper.tally_route, award_row.kind, 1 AS number,
           paper.sure AND (paper.all_rows OR (award_row.unit, paper.of) IN (SELECT id, top FROM under)
                   OR (award_row.name, paper.of) IN (SELECT id, top FROM under))
               AND (paper.tally_method IS NULL OR coalesce(award_row.method, paper.method) IS NOT NULL)
               AND (paper.tally_award IS NOT NULL OR coalesce(
                   (SELECT min("group") FROM catalogue WHERE id = award_row.award) IN ('danh-hieu', 'hinh-thuc'), FALSE)) AS sure
    FROM paper JOIN award_row ON award_row.file = paper.file
    WHERE NOT award_row.revoked
      AND (paper.tally_award IS NULL OR award_row.award = paper.tally_award)
      AND (paper.tally_method IS NULL OR coalesce(award_row.method, paper.method, paper.tally_method) = paper.tally_method)
      AND (paper.all_rows OR paper.maybe_all OR (award_row.unit, paper.of) IN (SELECT id, top FROM under)
           OR (award_row.name, paper.of) IN (SELECT id, top FROM under))
    UNION ALL
    SELECT paper.tally_file, paper.tally_route, award_count.kind, award_count.number,
           paper.sure AND paper.all_rows
               AND (paper.tally_method IS NULL OR coalesce(award_count.method, paper.method) IS NOT NULL)
               AND award_count.qualifier IS NULL
               AND (paper.tally_award IS NOT NULL OR coalesce(
                   (SELECT min("group") FROM catalogue WHERE id = award_count.award) IN ('danh-hieu', 'hinh-thuc'), FALSE))
    FROM paper JOIN award_count ON award_count.file = paper.file
    WHERE award_count.number IS NOT NULL AND (paper.all_rows OR paper.maybe_all)
      AND (paper.tally_award IS NULL OR award_count.award = paper.tally_award)
      AND (paper.tally_method IS NULL OR coalesce(award_count.method, paper.method, paper.tally_method) = paper.tally_method)),
summed AS MATERIALIZED (
    SELECT tally_file, tally_route,
           sum(number * (kind IN ('tap-the', 'doanh-nghiep', 'chua-phan-loai'))) AS possible_collectives,
           sum(number * (kind IN ('tap-the', 'doanh-nghiep')) * sure) AS sure_collectives,
           sum(number * (kind IN ('ho-gia-dinh', 'chua-phan-loai'))) AS possible_households,
           sum(number * (kind = 'ho-gia-dinh') * sure) AS sure_households,
           sum(number * (kind IN ('ca-nhan', 'chua-phan-loai'))) AS possible_individuals,
           sum(number * (kind = 'ca-nhan') * sure) AS sure_individuals
    FROM given GROUP BY tally_file, tally_route),
compared AS (
SELECT asked.file AS key, file.path, asked.route, asked.qualifier, asked.doubt,
       asked.collectives, asked.households, asked.individuals,
       coalesce(possible_collectives, 0) AS possible_collectives, coalesce(sure_collectives, 0) AS sure_collectives,
       coalesce(possible_households, 0) AS possible_households, coalesce(sure_households, 0) AS sure_households,
       coalesce(possible_individuals, 0) AS possible_individuals, coalesce(sure_individuals, 0) AS sure_individuals
FROM asked
JOIN file ON file.id = asked.file
LEFT JOIN summed ON summed.tally_file = asked.file AND summed.tally_route = asked.route)
SELECT * FROM compared WHERE """

KEY = "tally.file"

TOUCHED = """
WITH papers AS (
    SELECT file FROM decision WHERE file IN (SELECT id FROM touched_file)
    UNION SELECT decision.file FROM revoked JOIN decision ON decision.id = revoked.decision
    WHERE revoked.file IN (SELECT id FROM touched_file))
SELECT file AS key FROM tally WHERE file IN (SELECT id FROM touched_file)
UNION SELECT tally.file FROM papers JOIN decision ON decision.file = papers.file
JOIN tally ON tally.start IS NULL OR decision.date BETWEEN tally.start AND tally."end"
    OR (decision.start >= tally.start AND decision."end" <= tally."end")
    OR decision.year BETWEEN substr(tally.start, 1, 4) + 0 AND substr(tally."end", 1, 4) + 0
UNION SELECT file FROM tally WHERE EXISTS (
    SELECT 1 FROM organisation WHERE organisation.file IN (SELECT id FROM touched_file)
    UNION ALL SELECT 1 FROM catalogue WHERE catalogue.file IN (SELECT id FROM touched_file))
"""
"""Tallies of the same time as the touched decisions; all of them when an organisation or the catalogue changed."""

KINDS = ("collectives", "households", "individuals")
