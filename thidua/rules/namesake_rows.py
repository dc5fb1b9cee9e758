"""Rows of one decision that have one name: what TD303 and TD306 tell apart.

Rows under one award of one decision are one recipient twice (TD306). Groups of another type of commendation are another
achievement. People compare by `name_key`, which leaves out forms of address; an id of a unit must not lose its first letters
that way. What may be two people is asked about (TD303): where one of the rows has no unit, or where two awards of one group of
the law were given; a title and a form beside each other are ordinary.
"""

from __future__ import annotations

from thidua.store.references import TOUCHED_AWARDS, files_naming

_SAME_UNIT = """(
    first.unit IS later.unit
    OR replace(first.unit_folded, ' ', '-') = replace(later.unit_folded, ' ', '-')
    OR first.unit <> later.unit AND EXISTS (
        SELECT 1 FROM (
            SELECT record FROM name WHERE folder = 'organisations' AND folded = first.unit_folded
            UNION ALL SELECT record FROM name WHERE folder = 'organisations' AND record = first.unit) AS one
        CROSS JOIN name AS other ON other.folder = 'organisations' AND other.record = one.record
        WHERE other.folded = later.unit_folded OR other.record = later.unit))"""
"""Between rows `first` and `later`: one text but for accents, capitals and hyphens, or an id and names of one organisation."""

FIND = f"""
WITH
-- the index of names has the rows of one name and file side by side: nothing is sorted, and no row is compared with all others
again (file, key) AS (
    SELECT often.file, word.key
    FROM (SELECT file, name FROM recipient WHERE :within GROUP BY name, file HAVING count(*) > 1) AS often
    JOIN word ON word.id = often.name
    UNION SELECT recipient.file, word.key  -- one name written in two ways
    FROM recipient JOIN word ON word.id = recipient.name
    WHERE :within AND word.key IN (
        SELECT its.key FROM (SELECT DISTINCT name FROM recipient WHERE :within) AS one
        CROSS JOIN word AS its ON its.id = one.name CROSS JOIN word AS other ON other.key = its.key AND other.id <> its.id)
    GROUP BY recipient.file, word.key HAVING count(*) > 1),
twin (file, first, later) AS (
    SELECT again.file, one.place, other.place FROM again
    CROSS JOIN word AS one_name ON one_name.key = again.key
    CROSS JOIN recipient AS one ON one.name = one_name.id AND one.file = again.file
    CROSS JOIN word AS other_name ON other_name.key = again.key
    CROSS JOIN recipient AS other ON other.name = other_name.id AND other.file = again.file AND other.place > one.place),
pair AS MATERIALIZED (
    SELECT twin.file, twin.first, twin.later, first.route AS first_route, later.route, later.name, first.award AS first_award,
           later.award, first.award = later.award AND first.own_name IS later.own_name AS is_same_award,
           CASE WHEN first.award = later.award AND first.kind = later.kind
                 AND first.own_name IS later.own_name AND first.method IS later.method
                 AND (later.kind = 'ca-nhan' OR first.folded = later.folded)
                 AND (later.apart IS NULL OR first.apart IS NULL)
                 AND (later.person IS NULL OR first.person IS NULL OR later.person = first.person)
                 AND (first.person = later.person OR {_SAME_UNIT}) THEN 'TD306'
                WHEN first.kind = 'ca-nhan' AND later.kind = 'ca-nhan'
                 AND (first.apart IS NULL OR later.apart IS NULL)
                 AND (first.person IS NULL OR later.person IS NULL)
                 AND CASE WHEN first.award = later.award AND first.own_name IS later.own_name
                     THEN first.method IS later.method AND (first.unit IS NULL) <> (later.unit IS NULL) ELSE {_SAME_UNIT} END
                 AND (SELECT min("group") FROM catalogue WHERE id = first.award)
                     IS (SELECT min("group") FROM catalogue WHERE id = later.award)
                 AND NOT (later.award IN ('lao-dong-tien-tien', 'chien-si-tien-tien')
                          AND first.award = 'chien-si-thi-dua-co-so')
                 AND NOT (first.award IN ('lao-dong-tien-tien', 'chien-si-tien-tien')
                          AND later.award = 'chien-si-thi-dua-co-so') THEN 'TD303' END AS code
    FROM twin
    CROSS JOIN award_row AS later ON later.file = twin.file AND later.place = twin.later
    CROSS JOIN award_row AS first ON first.file = twin.file AND first.place = twin.first)
SELECT pair.code, pair.file AS key, file.path, pair.route, min(pair.first) AS first_place, pair.first_route, pair.name,
       pair.is_same_award, coalesce((SELECT min(name) FROM catalogue WHERE id = pair.award), pair.award) AS award,
       coalesce((SELECT min(name) FROM catalogue WHERE id = pair.first_award), pair.first_award) AS first_award
FROM pair JOIN file ON file.id = pair.file WHERE pair.code IS NOT NULL
GROUP BY pair.file, pair.later, pair.code
"""  # noqa: S608 - our own
"""Of every two rows whose names have one key, and of which a rule has something to say: the later, and the first such before it."""

KEY = "recipient.file"

TOUCHED = f"""
SELECT file AS key FROM decision WHERE file IN (SELECT id FROM touched_file)
UNION SELECT file FROM ({files_naming("catalogue", TOUCHED_AWARDS)})
UNION SELECT recipient.file FROM touched_file CROSS JOIN name ON name.file = touched_file.id AND name.folder = 'organisations'
CROSS JOIN word ON word.folded = name.folded CROSS JOIN recipient ON recipient.unit = word.id
UNION SELECT recipient.file FROM touched_file CROSS JOIN name ON name.file = touched_file.id AND name.folder = 'organisations'
CROSS JOIN word ON word.text = name.record CROSS JOIN recipient ON recipient.unit = word.id
"""  # noqa: S608 - our own
"""Decisions that changed, whose awards have other names or groups, or whose rows may name the same unit after organisations have."""
