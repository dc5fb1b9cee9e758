"""Which rows of decisions a tally speaks of: what TD307 and TD308 compare.

Two numbers are kept apart. `sure` counts rows that are in the scope whatever reading of the tally is right: they may not be
more than the tally says. `possible` counts every row that may be in it: they may be fewer, and then rows are missing.
"""

from __future__ import annotations

FIND = """
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
-- an organisation and all above it
above (id, top) AS MATERIALIZED (
    SELECT authority, authority FROM asked WHERE authority IS NOT NULL
    UNION SELECT of, of FROM asked WHERE of IS NOT NULL
    UNION SELECT above.id, organisation.parent FROM above JOIN organisation ON organisation.id = above.top
    WHERE organisation.parent IS NOT NULL),
whose AS MATERIALIZED (
    SELECT asked.*, coalesce(authority, of) AS top,
           -- NULL, where every decision has to say by its own authority
           of IS NULL OR (authority, of) IN (SELECT id, top FROM above) AS all_rows,
           -- an authority that is neither of the place nor above it: nobody said how the two belong together
           coalesce((of, authority) NOT IN (SELECT id, top FROM above)
               AND (place IS NULL OR (of, place) NOT IN (SELECT id, top FROM above)), FALSE) AS maybe_all
    FROM asked),
parted AS (SELECT DISTINCT of FROM whose WHERE all_rows IS NOT TRUE AND NOT maybe_all),
-- an organisation and all below it
under (top, id) AS MATERIALIZED (
    SELECT top, top FROM whose WHERE top IS NOT NULL UNION SELECT of, of FROM parted
    UNION SELECT under.top, organisation.id FROM under JOIN organisation ON organisation.parent = under.id),
-- files that name an organisation of the place: only there can single rows belong to it
naming AS MATERIALIZED (
    SELECT DISTINCT under.top, reference.file FROM parted CROSS JOIN under ON under.top = parted.of
    CROSS JOIN reference ON reference.folder = 'organisations' AND reference.target = under.id),
-- what a tally may speak of: decisions of its authority or, without one, of its place, and of all below; others that name an
-- organisation of the place; without authority and place, those of its campaign. From the tally to its decisions: every decision
-- is looked at for the tallies above it, not for all
candidate (tally_file, tally_route, file, all_rows) AS (
    SELECT whose.file, whose.route, decision.file, whose.authority IS NULL OR whose.all_rows
    FROM whose CROSS JOIN under ON under.top = whose.top
    CROSS JOIN decision ON decision.authority = under.id AND decision.year BETWEEN whose.first_year AND whose.last_year
    WHERE whose.whole_years
    UNION ALL SELECT whose.file, whose.route, decision.file, whose.authority IS NULL OR whose.all_rows
    FROM whose CROSS JOIN under ON under.top = whose.top CROSS JOIN decision ON decision.authority = under.id
    WHERE whose.whole_years IS NOT TRUE
    UNION ALL SELECT whose.file, whose.route, decision.file, FALSE
    FROM whose CROSS JOIN naming ON naming.top = whose.of CROSS JOIN decision ON decision.file = naming.file
    WHERE whose.authority IS NULL AND (decision.authority, whose.of) IN (SELECT id, top FROM under) IS NOT TRUE
    UNION ALL SELECT whose.file, whose.route, decision.file, TRUE
    FROM whose CROSS JOIN decision ON decision.campaign = whose.campaign WHERE whose.top IS NULL),
paper AS MATERIALIZED (
    SELECT whose.file AS tally_file, whose.route AS tally_route, whose.method AS tally_method, whose.award AS tally_award,
           whose.of, decision.file, decision.method, candidate.all_rows, candidate.all_rows OR whose.maybe_all AS whole,
           whose.occasion IS NULL AND (whose.authority IS NULL OR decision.authority = whose.authority) AS sure
    FROM candidate
    CROSS JOIN whose ON whose.file = candidate.tally_file AND whose.route = candidate.tally_route
    CROSS JOIN decision ON decision.file = candidate.file
    WHERE (whose.campaign IS NULL OR decision.campaign = whose.campaign)
      AND CASE WHEN whose.start IS NULL THEN TRUE
          WHEN whose.whole_years THEN decision.year BETWEEN whose.first_year AND whose.last_year
          ELSE decision.date BETWEEN whose.start AND whose."end"
              OR (decision.start >= whose.start AND decision."end" <= whose."end") END),
-- rows are counted once for all tallies that speak of their decision
counted AS (
    SELECT file, award, method,
           sum(kind IN (SELECT id FROM word WHERE text IN ('tap-the', 'doanh-nghiep'))) AS collectives,
           sum(kind IS (SELECT id FROM word WHERE text = 'ho-gia-dinh')) AS households,
           sum(kind IS (SELECT id FROM word WHERE text = 'ca-nhan')) AS individuals
    FROM recipient WHERE NOT revoked AND file IN (SELECT file FROM paper WHERE whole) GROUP BY file, award, method),
heap AS MATERIALIZED (
    SELECT counted.file, award.text AS award, method.text AS method, collectives, households, individuals,
           collectives AS may_collectives, households AS may_households, individuals AS may_individuals
    FROM counted CROSS JOIN word AS award ON award.id = counted.award LEFT JOIN word AS method ON method.id = counted.method
    UNION ALL
    -- a number with a qualifier, or of recipients of any kind, is possible, not sure
    SELECT file, award, method, number * (kind = 'tap-the' AND qualifier IS NULL), number * (kind = 'ho-gia-dinh' AND qualifier IS NULL),
           number * (kind = 'ca-nhan' AND qualifier IS NULL), number * (kind IN ('tap-the', 'chua-phan-loai')),
           number * (kind IN ('ho-gia-dinh', 'chua-phan-loai')), number * (kind IN ('ca-nhan', 'chua-phan-loai'))
    FROM award_count WHERE number IS NOT NULL AND file IN (SELECT file FROM paper WHERE whole)),
given AS (
    SELECT paper.*, paper.sure AND paper.all_rows AS whose, heap.award, heap.method AS row_method, collectives, households,
           individuals, may_collectives, may_households, may_individuals
    FROM paper JOIN heap ON heap.file = paper.file WHERE paper.whole
    UNION ALL
    SELECT paper.*, paper.sure, award_row.award, award_row.method, kind IN ('tap-the', 'doanh-nghiep'), kind = 'ho-gia-dinh',
           kind = 'ca-nhan', kind IN ('tap-the', 'doanh-nghiep'), kind = 'ho-gia-dinh', kind = 'ca-nhan'
    FROM paper CROSS JOIN award_row ON award_row.file = paper.file
    WHERE NOT paper.whole AND NOT award_row.revoked
      AND (paper.of, paper.file) IN (SELECT top, file FROM naming)
      AND ((award_row.unit, paper.of) IN (SELECT id, top FROM under)
           OR (award_row.name, paper.of) IN (SELECT id, top FROM under))),
counting AS MATERIALIZED (SELECT id FROM catalogue GROUP BY id HAVING min("group") IN ('danh-hieu', 'hinh-thuc')),
judged AS (
    SELECT given.*, whose AND (tally_method IS NULL OR coalesce(row_method, method) IS NOT NULL)
           AND (tally_award IS NOT NULL OR award IN (SELECT id FROM counting)) AS counts
    FROM given
    WHERE (tally_award IS NULL OR award = tally_award)
      AND (tally_method IS NULL OR coalesce(row_method, method, tally_method) = tally_method)),
summed AS MATERIALIZED (
    SELECT tally_file, tally_route,
           sum(may_collectives) AS may_collectives, sum(collectives * counts) AS are_collectives,
           sum(may_households) AS may_households, sum(households * counts) AS are_households,
           sum(may_individuals) AS may_individuals, sum(individuals * counts) AS are_individuals
    FROM judged GROUP BY tally_file, tally_route),
compared AS (
    SELECT asked.file AS key, file.path, asked.route, asked.qualifier, asked.doubt,
           asked.collectives, asked.households, asked.individuals,
           coalesce(may_collectives, 0) AS possible_collectives, coalesce(are_collectives, 0) AS sure_collectives,
           coalesce(may_households, 0) AS possible_households, coalesce(are_households, 0) AS sure_households,
           coalesce(may_individuals, 0) AS possible_individuals, coalesce(are_individuals, 0) AS sure_individuals
    FROM asked
    JOIN file ON file.id = asked.file
    LEFT JOIN summed ON summed.tally_file = asked.file AND summed.tally_route = asked.route),
judgement AS (
    SELECT compared.*,
           coalesce(qualifier, 'gan') = 'gan' AND doubt IS NULL
           AND (sure_collectives > collectives OR sure_households > households OR sure_individuals > individuals) AS is_exceeded,
           possible_collectives < collectives OR possible_households < households
           OR possible_individuals < individuals AS is_unlisted
    FROM compared)
SELECT * FROM judgement WHERE is_exceeded OR is_unlisted
"""

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
