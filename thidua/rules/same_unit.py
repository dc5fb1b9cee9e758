"""When two rows of one decision name the same unit, however each of them writes it."""

from __future__ import annotations

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
