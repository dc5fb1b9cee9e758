"""The tables of the register that hold what the law and the office's own rules say."""

from __future__ import annotations

LAW = """
-- awards of the law (no file) and of the office; one row an id, or what is joined with it would count twice
CREATE TABLE catalogue (
    file INTEGER, id TEXT NOT NULL, name TEXT NOT NULL, "group" TEXT NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL,
    recipients TEXT NOT NULL, rank INTEGER NOT NULL);
CREATE INDEX catalogue_id ON catalogue (id);

-- awards of the office as its files have them; `catalogue` takes those whose id is free
CREATE TABLE own_award (
    file INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, "group" TEXT NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL,
    recipients TEXT NOT NULL, rank INTEGER NOT NULL);
CREATE INDEX own_award_file ON own_award (file);
CREATE INDEX own_award_id ON own_award (id);

-- what the law and the office's own rules say; made anew when those change: which eras may govern a decision by its day and the
-- day of receipt (empty where that is not known; `place` 0 is the first candidate), and whether a kind of body may confer an award;
-- the row without a body is of all that have none of their own; `origin` is empty for the law, or the paths of the office's files
CREATE TABLE era (
    era TEXT NOT NULL, place INTEGER NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL,
    received_from TEXT NOT NULL, received_to TEXT NOT NULL);
CREATE TABLE power (
    award TEXT NOT NULL, era TEXT NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL, body TEXT NOT NULL, may TEXT NOT NULL,
    ground TEXT NOT NULL, article TEXT NOT NULL, by TEXT NOT NULL, by_en TEXT NOT NULL, reason TEXT NOT NULL, reason_en TEXT NOT NULL,
    origin TEXT NOT NULL);
CREATE INDEX power_award ON power (award, era, body);
-- what the law asks of a nomination beside the achievement, by award, era and kind of recipient: a share of votes (in hundredths of a
-- percent), working days of notice, months, or a deadline (`choice` numbers the ways of which one is enough); `sure` where confirmed
CREATE TABLE formality (
    "check" TEXT NOT NULL, award TEXT NOT NULL, era TEXT NOT NULL, kind TEXT NOT NULL, start TEXT NOT NULL, entry TEXT NOT NULL,
    choice INTEGER NOT NULL, amount INTEGER NOT NULL, day TEXT NOT NULL, year TEXT NOT NULL, after TEXT NOT NULL, sure INTEGER NOT NULL,
    article TEXT NOT NULL);
CREATE INDEX formality_award ON formality ("check", award, era, kind);
CREATE TABLE law_id (section TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (section, id)) WITHOUT ROWID;

-- the office's own rules: entries that are added to the law's, or stand in the place of those of the same section and id; and
-- the entries of the law that they name
CREATE TABLE office_rule (file INTEGER NOT NULL, section TEXT NOT NULL, id TEXT NOT NULL, content TEXT NOT NULL);
CREATE INDEX office_rule_file ON office_rule (file);
CREATE INDEX office_rule_id ON office_rule (section, id);
CREATE TABLE law_reference (file INTEGER NOT NULL, section TEXT NOT NULL, target TEXT NOT NULL, route TEXT NOT NULL);
CREATE INDEX law_reference_file ON law_reference (file);
CREATE INDEX law_reference_target ON law_reference (section, target);
"""
