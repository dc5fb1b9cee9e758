"""Which rows of decisions a tally speaks of: what TD307 and TD308 compare.

Two numbers are kept apart. `sure` counts rows that are in the scope whatever reading of the tally is right: they may not be
more than the tally says. `possible` counts every row that may be in it: they may be fewer, and then rows are missing.
"""

from __future__ import annotations

from thidua.store.references import files_naming, named_in

# A part that is named twice is prepared twice, with all it names: that is why the parts below are one chain, as far as can be.


def _spoken_of(every_row: str) -> str:
    """Return the columns of a decision that a tally may speak of.

    Args:
        every_row: whether all that it gives is in the scope, whoever the recipients are.
    """
    return f"""whose.tally, whose.of, decision.file, {every_row} OR whose.maybe_all AS whole,
           CASE WHEN whose.method IS NOT NULL THEN decision.method END AS method,
           whose.occasion IS NULL AND (whose.authority IS NULL OR decision.authority = whose.authority)
           AND ({every_row} OR NOT whose.maybe_all) AS sure"""


_IN_TIME = """(whose.campaign IS NULL OR decision.campaign = whose.campaign)
      AND CASE WHEN whose.start IS NULL THEN TRUE
          WHEN whose.whole_years THEN decision.year BETWEEN whose.first_year AND whose.last_year
          ELSE decision.date BETWEEN whose.start AND whose."end"
              OR (decision.start >= whose.start AND decision."end" <= whose."end") END"""

FIND = f"""
WITH RECURSIVE
asked AS MATERIALIZED (
    SELECT tally.rowid AS tally, tally.*, substr(start, 6) = '01-01' AND substr("end", 6) = '12-31' AS whole_years,
           CAST(substr(start, 1, 4) AS INTEGER) AS first_year, CAST(substr("end", 1, 4) AS INTEGER) AS last_year,
           (SELECT min(parent) FROM organisation WHERE id = authority) AS place
    FROM tally WHERE :within
      AND (start IS NOT NULL OR campaign IS NOT NULL)
      AND (authority IS NOT NULL OR of IS NOT NULL OR campaign IS NOT NULL)
      AND (authority IS NULL OR EXISTS (SELECT 1 FROM organisation WHERE id = authority))
      AND (of IS NULL OR EXISTS (SELECT 1 FROM organisation WHERE id = of))),
-- the authority and the place of a tally, and all above each
above (tally, id, top) AS (
    SELECT asked.tally, organisation.id, organisation.id
    FROM asked CROSS JOIN organisation ON organisation.id IN (asked.authority, asked.of)
    UNION SELECT above.tally, above.id, organisation.parent
    FROM above CROSS JOIN organisation ON organisation.id = above.top WHERE organisation.parent IS NOT NULL),
whose AS MATERIALIZED (
    SELECT asked.*, coalesce(asked.authority, asked.of) AS top,
           asked.of IS NULL OR coalesce(max(above.id = asked.authority AND above.top = asked.of), FALSE) AS all_rows,
           -- an authority that is neither of the place nor above it: nobody said how the two belong together
           asked.authority IS NOT NULL AND asked.of IS NOT NULL AND NOT max(above.id = asked.of AND above.top = asked.authority)
           AND (asked.place IS NULL OR NOT max(above.id = asked.of AND above.top = asked.place)) AS maybe_all
    FROM asked LEFT JOIN above ON above.tally = asked.tally GROUP BY asked.tally),
-- an organisation and all below it
under (top, id) AS MATERIALIZED (
    SELECT top, top FROM whose WHERE top IS NOT NULL
    UNION SELECT under.top, organisation.id FROM under CROSS JOIN organisation ON organisation.parent = under.id),
-- places of which single rows may be counted
inside (top, id) AS MATERIALIZED (
    SELECT of, of FROM whose WHERE NOT all_rows AND NOT maybe_all
    UNION SELECT inside.top, organisation.id FROM inside CROSS JOIN organisation ON organisation.parent = inside.id),
-- files that name an organisation of such a place: only there can rows belong to it
naming AS MATERIALIZED (
    SELECT DISTINCT inside.top, one.file FROM ({files_naming("organisations", "(SELECT DISTINCT id FROM inside)")}) AS one
    CROSS JOIN inside ON inside.id = one.target),
-- what a tally may speak of: decisions of its authority or, without one, of its place, and of all below; others that name an
-- organisation of the place; without authority and place, those of its campaign. From the tally to its decisions: every decision
-- is looked at for the tallies above it, not for all
paper AS MATERIALIZED (
    SELECT {_spoken_of("(whose.authority IS NULL OR whose.all_rows)")}
    FROM whose CROSS JOIN under ON under.top = whose.top CROSS JOIN decision ON decision.authority = under.id
    WHERE {_IN_TIME}
    UNION ALL SELECT {_spoken_of("FALSE")}
    FROM whose CROSS JOIN naming ON naming.top = whose.of CROSS JOIN decision ON decision.file = naming.file
    WHERE whose.authority IS NULL AND (decision.authority, whose.of) IN (SELECT id, top FROM inside) IS NOT TRUE AND {_IN_TIME}
    UNION ALL SELECT {_spoken_of("TRUE")}
    FROM whose CROSS JOIN decision ON decision.campaign = whose.campaign WHERE whose.top IS NULL AND {_IN_TIME}),
-- rows by the numbers of their words: few groups of few texts come of them
counted AS (
    SELECT paper.tally, paper.method, paper.sure, recipient.award, recipient.method AS row_method, recipient.kind,
           count(*) AS number
    FROM paper CROSS JOIN recipient ON recipient.file = paper.file
    WHERE NOT recipient.revoked AND (paper.whole OR (paper.of, paper.file) IN (SELECT top, file FROM naming)) AND (
        paper.whole OR ((SELECT text FROM word WHERE id = recipient.unit), paper.of) IN (SELECT id, top FROM inside)
        OR ((SELECT text FROM word WHERE id = recipient.name), paper.of) IN (SELECT id, top FROM inside))
    GROUP BY paper.tally, paper.method, paper.sure, recipient.award, recipient.method, recipient.kind),
given AS (
    SELECT tally, sure, counted.method, award.text AS award, method.text AS row_method, kind.text AS kind, NULL AS qualifier, number
    FROM counted CROSS JOIN word AS award ON award.id = counted.award CROSS JOIN word AS kind ON kind.id = counted.kind
    LEFT JOIN word AS method ON method.id = counted.row_method
    UNION ALL
    SELECT paper.tally, paper.sure, paper.method, award_count.award, award_count.method,
           award_count.kind, award_count.qualifier, award_count.number
    FROM paper CROSS JOIN award_count ON award_count.file = paper.file WHERE paper.whole AND award_count.number IS NOT NULL),
judged AS (
    SELECT given.tally, given.number, coalesce(given.kind, '') AS kind,
           -- a number with a qualifier is possible, not sure
           given.sure AND given.qualifier IS NULL AND (tally.method IS NULL OR coalesce(given.row_method, given.method) IS NOT NULL)
           AND (tally.award IS NOT NULL OR coalesce(
               (SELECT min("group") FROM catalogue WHERE id = given.award) IN ('danh-hieu', 'hinh-thuc'), FALSE)) AS sure
    FROM given CROSS JOIN tally ON tally.rowid = given.tally
    WHERE (tally.award IS NULL OR given.award = tally.award)
      AND (tally.method IS NULL OR coalesce(given.row_method, given.method, tally.method) = tally.method)),
summed AS MATERIALIZED (
    SELECT tally,
           sum(number * (kind IN ('tap-the', 'doanh-nghiep', 'chua-phan-loai'))) AS may_collectives,
           sum(number * (kind IN ('tap-the', 'doanh-nghiep') AND sure)) AS are_collectives,
           sum(number * (kind IN ('ho-gia-dinh', 'chua-phan-loai'))) AS may_households,
           sum(number * (kind = 'ho-gia-dinh' AND sure)) AS are_households,
           sum(number * (kind IN ('ca-nhan', 'chua-phan-loai'))) AS may_individuals,
           sum(number * (kind = 'ca-nhan' AND sure)) AS are_individuals
    FROM judged GROUP BY tally),
compared AS (
    SELECT tally.file AS key, file.path, tally.route, tally.qualifier, tally.doubt,
           tally.collectives, tally.households, tally.individuals,
           coalesce(may_collectives, 0) AS possible_collectives, coalesce(are_collectives, 0) AS sure_collectives,
           coalesce(may_households, 0) AS possible_households, coalesce(are_households, 0) AS sure_households,
           coalesce(may_individuals, 0) AS possible_individuals, coalesce(are_individuals, 0) AS sure_individuals
    FROM asked AS tally
    JOIN file ON file.id = tally.file
    LEFT JOIN summed ON summed.tally = tally.tally),
judgement AS (
    SELECT compared.*,
           coalesce(qualifier, 'gan') = 'gan' AND doubt IS NULL
           AND (sure_collectives > collectives OR sure_households > households OR sure_individuals > individuals) AS is_exceeded,
           possible_collectives < collectives OR possible_households < households
           OR possible_individuals < individuals AS is_unlisted
    FROM compared)
SELECT * FROM judgement WHERE is_exceeded OR is_unlisted
"""  # noqa: S608 - our own

KEY = "tally.file"

TOUCHED = f"""
WITH RECURSIVE papers AS MATERIALIZED (
    SELECT file FROM decision WHERE file IN (SELECT id FROM touched_file)
    UNION SELECT file.id FROM touched_file CROSS JOIN revoked ON revoked.file = touched_file.id
    CROSS JOIN file ON file.folder = 'awards' AND file.record = revoked.decision),
above (id) AS (
    SELECT decision.authority FROM papers JOIN decision ON decision.file = papers.file
    UNION SELECT target FROM ({named_in("(SELECT file AS id FROM papers)", "organisations")})
    UNION SELECT organisation.parent FROM above JOIN organisation ON organisation.id = above.id),
-- organisations that were touched, all above them and all below
changed (id) AS MATERIALIZED (
    SELECT organisation.id FROM touched_file CROSS JOIN organisation ON organisation.file = touched_file.id),
higher (id) AS (
    SELECT id FROM changed
    UNION SELECT organisation.parent FROM higher CROSS JOIN organisation ON organisation.id = higher.id),
lower (id) AS (
    SELECT id FROM changed
    UNION SELECT organisation.id FROM lower CROSS JOIN organisation ON organisation.parent = lower.id),
near (id) AS MATERIALIZED (SELECT id FROM higher UNION SELECT id FROM lower)
SELECT file AS key FROM tally WHERE file IN (SELECT id FROM touched_file)
UNION SELECT tally.file FROM papers JOIN decision ON decision.file = papers.file
JOIN tally ON (
    tally.start IS NULL OR decision.date BETWEEN tally.start AND tally."end"
    OR (decision.start >= tally.start AND decision."end" <= tally."end")
    OR decision.year BETWEEN CAST(substr(tally.start, 1, 4) AS INTEGER) AND CAST(substr(tally."end", 1, 4) AS INTEGER))
  AND (tally.campaign IS NULL OR tally.campaign = decision.campaign)
  AND (tally.authority IN (SELECT id FROM above)
       OR (tally.authority IS NULL AND (tally.of IS NULL OR tally.of IN (SELECT id FROM above))))
UNION SELECT file FROM tally WHERE EXISTS (SELECT 1 FROM changed)
  AND (authority IN (SELECT id FROM near) OR of IN (SELECT id FROM near))
UNION SELECT file FROM tally WHERE EXISTS (SELECT 1 FROM catalogue WHERE catalogue.file IN (SELECT id FROM touched_file))
"""  # noqa: S608 - our own
"""Tallies that may speak of the touched decisions, or of places near a touched organisation; all of them when the catalogue
changed."""

KINDS = ("collectives", "households", "individuals")
