"""Which rows of one decision have one name, and when two of them name the same unit, however each of them writes it."""

from __future__ import annotations

TWINS = """
WITH
-- the index of names has the rows of one name and file side by side: nothing is sorted, and no row is compared with all others
again (file, key) AS (
    SELECT often.file, word.key
    FROM (SELECT file, name FROM recipient WHERE :within GROUP BY name, file HAVING count(*) > 1) AS often
    JOIN word ON word.id = often.name
    UNION SELECT recipient.file, word.key  -- one name written in two ways
    FROM recipient JOIN word ON word.id = recipient.name
    WHERE :within AND word.key IN (SELECT key FROM word GROUP BY key HAVING count(*) > 1)
    GROUP BY recipient.file, word.key HAVING count(*) > 1),
twin (file, first, later) AS (
    SELECT again.file, one.place, other.place FROM again
    CROSS JOIN word AS one_name ON one_name.key = again.key
    CROSS JOIN recipient AS one ON one.name = one_name.id AND one.file = again.file
    CROSS JOIN word AS other_name ON other_name.key = again.key
    CROSS JOIN recipient AS other ON other.name = other_name.id AND other.file = again.file AND other.place > one.place)
"""
"""Every two rows of one decision whose names have one key; the earlier is `first`."""

TWINS_KEY = "recipient.file"

BOTH = """FROM twin
CROSS JOIN award_row AS later ON later.file = twin.file AND later.place = twin.later
CROSS JOIN award_row AS first ON first.file = twin.file AND first.place = twin.first
"""
"""The two rows with their texts."""

SAME_UNIT = """(
    first.unit IS later.unit
    OR replace(first.unit_folded, ' ', '-') = replace(later.unit_folded, ' ', '-')
    OR first.unit <> later.unit AND EXISTS (
        SELECT 1 FROM name AS one CROSS JOIN name AS other ON other.folder = 'organisations' AND other.record = one.record
        WHERE one.folder = 'organisations' AND (one.folded = first.unit_folded OR one.record = first.unit)
          AND (other.folded = later.unit_folded OR other.record = later.unit)))"""
"""Between rows `first` and `later`: one text but for accents, capitals and hyphens, or an id and names of one organisation."""

NAMED_AGAIN = """
SELECT award_row.file AS key FROM name CROSS JOIN award_row
ON award_row.unit_folded = name.folded
WHERE name.file IN (SELECT id FROM touched_file) AND name.folder = 'organisations'
UNION SELECT award_row.file FROM name CROSS JOIN award_row ON award_row.unit = name.record
WHERE name.file IN (SELECT id FROM touched_file) AND name.folder = 'organisations'
"""
"""The decisions whose rows may name the same unit after organisations have other names."""
