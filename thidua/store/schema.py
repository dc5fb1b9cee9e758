"""The tables of the register that hold what records say.

All rows of a file go when the file changes; nothing here is the only copy of anything.
"""

from __future__ import annotations

RECORDS = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- a file below records/ as it was when it was last read. What is no record by its name has no folder and no record; it is
-- `readable` all the same, since no record is missing for it; `data` is a digest of what it says, empty where it says nothing
CREATE TABLE file (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, folder TEXT NOT NULL, record TEXT NOT NULL, blob TEXT NOT NULL,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, readable INTEGER NOT NULL,
    data TEXT NOT NULL);
CREATE INDEX file_record ON file (folder, record);

-- what was found: `file` is the file whose change makes a finding of reading or of one record go; a rule over the register
-- has no file and is known by its code and key
CREATE TABLE finding (file INTEGER, code TEXT NOT NULL, key TEXT, content TEXT NOT NULL);
CREATE INDEX finding_file ON finding (file);
CREATE INDEX finding_key ON finding (code, key);

-- the id of a record in small letters and in one Unicode form, with its folder, where its file has it otherwise: two files of one id
-- meet here and in `file`
CREATE TABLE identity (file INTEGER PRIMARY KEY, folder TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX identity_record ON identity (folder, record);

-- every name a record can be found by; `kind` is official, former or other
CREATE TABLE name (file INTEGER NOT NULL, folder TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX name_file ON name (file);
CREATE INDEX name_record ON name (folder, record);
CREATE INDEX name_folded ON name (folded);

-- a record named in a file, once however often it stands there. What a decision names is told by its rows, unless `stored_reference` has it:
-- `thidua/store/references.py` asks both
CREATE TABLE reference (file INTEGER NOT NULL, folder TEXT NOT NULL, target TEXT NOT NULL, route TEXT NOT NULL, times INTEGER NOT NULL);
CREATE INDEX reference_file ON reference (file);
CREATE INDEX reference_target ON reference (target, folder);

-- every day that a file names, but for `decision.date`, which is in `decision`
CREATE TABLE day (file INTEGER NOT NULL, route TEXT NOT NULL, day TEXT NOT NULL);
CREATE INDEX day_file ON day (file);
CREATE INDEX day_day ON day (day);

CREATE TABLE organisation (
    file INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, short TEXT, kind TEXT, level TEXT, parent TEXT, start TEXT, "end" TEXT);
CREATE INDEX organisation_file ON organisation (file);
CREATE INDEX organisation_id ON organisation (id);
CREATE INDEX organisation_parent ON organisation (parent);

-- which kinds of conferring body an organisation may be, as its record tells; none where it does not
CREATE TABLE authority_kind (file INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL);
CREATE INDEX authority_kind_file ON authority_kind (file);

CREATE TABLE succession (file INTEGER NOT NULL, id TEXT NOT NULL, successor TEXT NOT NULL, route TEXT NOT NULL);
CREATE INDEX succession_file ON succession (file);
CREATE INDEX succession_id ON succession (id);

CREATE TABLE person (file INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL);
CREATE INDEX person_file ON person (file);
CREATE INDEX person_name ON person (name_key);

-- the posts a person's record tells of; `unit` is an id or a name
CREATE TABLE posting (file INTEGER NOT NULL, person TEXT NOT NULL, unit TEXT NOT NULL, unit_key TEXT NOT NULL, start TEXT, "end" TEXT);
CREATE INDEX posting_file ON posting (file);
CREATE INDEX posting_person ON posting (person);

-- a unit in one year, and each of its people; nobody's row says why he was disciplined
CREATE TABLE roster (
    file INTEGER NOT NULL, unit TEXT NOT NULL, year INTEGER NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL, result TEXT,
    headcount INTEGER, completed INTEGER, listed INTEGER NOT NULL);
CREATE INDEX roster_file ON roster (file);
CREATE INDEX roster_unit ON roster (unit, year);
CREATE TABLE member (
    file INTEGER NOT NULL, place INTEGER NOT NULL, line INTEGER NOT NULL, unit TEXT NOT NULL, year INTEGER NOT NULL,
    name TEXT NOT NULL, name_key TEXT NOT NULL, person TEXT, result TEXT, no_title TEXT, recruited TEXT,
    away INTEGER, away_maternity INTEGER, away_wounds INTEGER, away_unsaid INTEGER, training_years INTEGER, training_result TEXT,
    moved_from TEXT, months_before INTEGER, old_unit_agrees TEXT);
CREATE INDEX member_file ON member (file);
CREATE INDEX member_name ON member (name_key);
CREATE INDEX member_unit ON member (unit, year);
CREATE TABLE discipline (
    file INTEGER NOT NULL, line INTEGER NOT NULL, unit TEXT NOT NULL, name_key TEXT NOT NULL, person TEXT, level TEXT NOT NULL,
    start TEXT NOT NULL, "end" TEXT);
CREATE INDEX discipline_file ON discipline (file);
CREATE INDEX discipline_name ON discipline (name_key);

-- what a unit's year says of its targets; `short` counts those named that were not exceeded
CREATE TABLE target_sum (
    file INTEGER NOT NULL, line INTEGER NOT NULL, unit TEXT NOT NULL, year INTEGER NOT NULL, total INTEGER, exceeded INTEGER,
    short INTEGER NOT NULL);
CREATE INDEX target_sum_file ON target_sum (file);
CREATE INDEX target_sum_unit ON target_sum (unit, year);

-- one author of one recognised work
CREATE TABLE initiative (
    file INTEGER NOT NULL, line INTEGER NOT NULL, year INTEGER, reach TEXT NOT NULL, kind TEXT NOT NULL, work TEXT NOT NULL,
    number TEXT, date TEXT, name TEXT NOT NULL, name_key TEXT NOT NULL, unit TEXT, person TEXT);
CREATE INDEX initiative_file ON initiative (file);
CREATE INDEX initiative_name ON initiative (name_key);

-- what is wholly recorded; `award` is empty for all
CREATE TABLE declaration (
    file INTEGER NOT NULL, unit TEXT NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL, kept TEXT NOT NULL, award TEXT NOT NULL);
CREATE INDEX declaration_file ON declaration (file);
CREATE INDEX declaration_unit ON declaration (unit);

CREATE TABLE campaign (
    file INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, scope TEXT, of TEXT, parent TEXT,
    start TEXT, "end" TEXT, launched TEXT, launched_by TEXT);
CREATE INDEX campaign_file ON campaign (file);
CREATE INDEX campaign_id ON campaign (id);

CREATE TABLE bloc (file INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, organiser TEXT, level TEXT);
CREATE INDEX bloc_file ON bloc (file);
CREATE INDEX bloc_id ON bloc (id);

CREATE TABLE bloc_year (
    file INTEGER NOT NULL, bloc TEXT NOT NULL, year INTEGER NOT NULL, leader TEXT, next_leader TEXT, pledged TEXT);
CREATE INDEX bloc_year_file ON bloc_year (file);
CREATE INDEX bloc_year_bloc ON bloc_year (bloc, year);

CREATE TABLE bloc_member (file INTEGER NOT NULL, bloc TEXT NOT NULL, year INTEGER NOT NULL, member TEXT NOT NULL, route TEXT NOT NULL);
CREATE INDEX bloc_member_file ON bloc_member (file);
CREATE INDEX bloc_member_member ON bloc_member (member, year);
CREATE INDEX bloc_member_bloc ON bloc_member (bloc);

-- every score of a member as its record states it; `total` is text, so that no decimal is rounded, and `final` is 1 for the one that ranks
CREATE TABLE bloc_score (
    file INTEGER NOT NULL, bloc TEXT NOT NULL, year INTEGER NOT NULL, member TEXT NOT NULL, rank INTEGER, total TEXT,
    final INTEGER NOT NULL, route TEXT NOT NULL);
CREATE INDEX bloc_score_file ON bloc_score (file);
CREATE INDEX bloc_score_member ON bloc_score (member, year);

-- which files speak of which campaign: the campaign's report reads them
CREATE TABLE part (file INTEGER NOT NULL, campaign TEXT NOT NULL);
CREATE INDEX part_file ON part (file);
CREATE INDEX part_campaign ON part (campaign);

-- one decision, or awards known without their decision; `year` is the year its rows count in and `basis` says why
CREATE TABLE decision (
    file INTEGER PRIMARY KEY, id TEXT NOT NULL, number TEXT, number_key TEXT, date TEXT, received TEXT, authority TEXT, method TEXT,
    period TEXT, start TEXT, "end" TEXT, year INTEGER, basis TEXT, campaign TEXT, bloc TEXT, presented TEXT, doubt TEXT, nomination TEXT);
CREATE INDEX decision_year ON decision (year);
CREATE INDEX decision_date ON decision (date);
CREATE INDEX decision_number ON decision (number_key);
CREATE INDEX decision_authority ON decision (authority);
CREATE INDEX decision_campaign ON decision (campaign) WHERE campaign IS NOT NULL;
CREATE INDEX decision_bloc ON decision (bloc) WHERE bloc IS NOT NULL;
CREATE INDEX decision_nomination ON decision (nomination) WHERE nomination IS NOT NULL;

-- decisions whose rows do not tell just what they name, so that it stands in `reference`: a paper corrects them, an award has no
-- rows, or the people of a place are called by what may be an id
CREATE TABLE stored_reference (file INTEGER PRIMARY KEY);

-- the register number a decision has, as the books of numbers say; `void` where the decision is gone
CREATE TABLE numbered (file INTEGER NOT NULL, place INTEGER NOT NULL, number TEXT NOT NULL, decision TEXT NOT NULL, void TEXT);
CREATE INDEX numbered_file ON numbered (file);
CREATE INDEX numbered_number ON numbered (number);
CREATE INDEX numbered_decision ON numbered (decision);

-- every text that stands in rows of recipients, once however many rows have it, and the keys by which it is compared and searched;
-- a word is never changed, and stays though nothing uses it any more
CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL, key TEXT NOT NULL, folded TEXT NOT NULL);
CREATE UNIQUE INDEX word_text ON word (text);
CREATE INDEX word_key ON word (key);
CREATE INDEX word_folded ON word (folded);

-- one recipient; `place` counts the rows of a file, `grp` and `row` say where in it the row stands. Texts are numbers of words, 0 for
-- none: a hundred thousand rows hold some ten thousand texts, and a number costs a tenth of a text to write and to index. What is
-- indexed or counted stands first: SQLite reads a row only so far
CREATE TABLE recipient (
    file INTEGER NOT NULL, place INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0, person INTEGER NOT NULL DEFAULT 0,
    name INTEGER NOT NULL, unit INTEGER NOT NULL DEFAULT 0, award INTEGER NOT NULL, kind INTEGER NOT NULL,
    grp INTEGER NOT NULL, row INTEGER NOT NULL, line INTEGER NOT NULL, method INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0, class INTEGER NOT NULL DEFAULT 0, sex INTEGER NOT NULL DEFAULT 0,
    own_name INTEGER NOT NULL DEFAULT 0, is_foreign INTEGER NOT NULL DEFAULT 0, pupil INTEGER NOT NULL DEFAULT 0,
    posthumous INTEGER NOT NULL DEFAULT 0, apart INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (file, place)) WITHOUT ROWID;
CREATE INDEX recipient_name ON recipient (name);
CREATE INDEX recipient_unit ON recipient (unit);
CREATE INDEX recipient_award ON recipient (award) WHERE row = 0;
CREATE INDEX recipient_revoked ON recipient (file) WHERE revoked;
CREATE INDEX recipient_person ON recipient (person) WHERE person;

-- recipients with their texts
CREATE VIEW award_row AS SELECT
    recipient.file, recipient.place, 'awards[' || recipient.grp || '].recipients[' || recipient.row || ']' AS route, recipient.line,
    (SELECT text FROM word WHERE id = recipient.award) AS award, (SELECT text FROM word WHERE id = recipient.own_name) AS own_name,
    (SELECT text FROM word WHERE id = recipient.method) AS method, (SELECT text FROM word WHERE id = recipient.kind) AS kind,
    called.text AS name, called.key AS name_key, belongs.text AS unit,
    (SELECT text FROM word WHERE id = recipient.position) AS position, (SELECT text FROM word WHERE id = recipient.class) AS class,
    (SELECT text FROM word WHERE id = recipient.sex) AS sex, (SELECT text FROM word WHERE id = recipient.is_foreign) AS is_foreign,
    (SELECT text FROM word WHERE id = recipient.pupil) AS pupil, (SELECT text FROM word WHERE id = recipient.posthumous) AS posthumous,
    (SELECT text FROM word WHERE id = recipient.person) AS person, (SELECT text FROM word WHERE id = recipient.apart) AS apart,
    recipient.revoked, called.folded AS folded, belongs.folded AS unit_folded
FROM recipient LEFT JOIN word AS called ON called.id = recipient.name LEFT JOIN word AS belongs ON belongs.id = recipient.unit;

-- awards of which only the number is known, or only words
CREATE TABLE award_count (
    file INTEGER NOT NULL, route TEXT NOT NULL, line INTEGER NOT NULL, award TEXT NOT NULL, own_name TEXT, method TEXT, kind TEXT,
    number INTEGER, qualifier TEXT, described TEXT);
CREATE INDEX award_count_file ON award_count (file);

-- a dossier of proposals; `year` is the year it belongs to: that of its period, else of its days, else of its folder
CREATE TABLE nomination (
    file INTEGER PRIMARY KEY, id TEXT NOT NULL, number TEXT, number_key TEXT, date TEXT, received TEXT, "by" TEXT, "to" TEXT,
    period TEXT, start TEXT, "end" TEXT, method TEXT, campaign TEXT, council_date TEXT, notice_start TEXT, notice_end TEXT,
    year INTEGER NOT NULL);
CREATE INDEX nomination_id ON nomination (id);
CREATE INDEX nomination_number ON nomination (number_key);

-- one proposed recipient, or how many of one kind (`number`; they have no name); `place` counts the rows of a file. Nothing here is
-- granted: what was, stands in award_row
CREATE TABLE nominated_row (
    file INTEGER NOT NULL, place INTEGER NOT NULL, route TEXT NOT NULL, line INTEGER NOT NULL, award TEXT NOT NULL, kind TEXT NOT NULL,
    name TEXT, name_key TEXT, folded TEXT, unit TEXT, unit_folded TEXT, position TEXT, person TEXT, apart TEXT, number INTEGER NOT NULL,
    members INTEGER, present INTEGER, in_writing INTEGER, "for" INTEGER, against INTEGER, outcome TEXT, start TEXT, "end" TEXT,
    year INTEGER NOT NULL,
    PRIMARY KEY (file, place, route)) WITHOUT ROWID;
CREATE INDEX nominated_row_name ON nominated_row (name_key);
CREATE INDEX nominated_row_folded ON nominated_row (folded);
CREATE INDEX nominated_row_unit ON nominated_row (unit);

-- rows that a later decision withdrew, as it names them
CREATE TABLE revoked (
    file INTEGER NOT NULL, decision TEXT NOT NULL, route TEXT NOT NULL, award TEXT, name TEXT NOT NULL, name_key TEXT NOT NULL,
    unit TEXT);
CREATE INDEX revoked_file ON revoked (file);
CREATE INDEX revoked_decision ON revoked (decision);
CREATE TABLE revocation (file INTEGER PRIMARY KEY, number TEXT, date TEXT, ground TEXT);

-- papers that correct a decision, and what they say is right in it; `name` is empty where the decision itself is corrected
CREATE TABLE correction (file INTEGER PRIMARY KEY, decision TEXT NOT NULL, number TEXT, date TEXT);
CREATE INDEX correction_decision ON correction (decision);
CREATE TABLE correction_row (
    file INTEGER NOT NULL, route TEXT NOT NULL, award TEXT, name TEXT, unit TEXT, field TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX correction_row_file ON correction_row (file);

-- what a decision stated before a correction, how its rows were called then, and the parts of papers with which something is wrong;
-- all of a decision's file, made with its rows. `place` is empty for the decision itself; `paper` is the path of the one that corrects;
-- `related` lists places in the decision, or the path and the route of a paper, one a line
CREATE TABLE corrected_value (
    file INTEGER NOT NULL, place INTEGER, route TEXT NOT NULL, field TEXT NOT NULL, before TEXT, value TEXT NOT NULL,
    paper TEXT NOT NULL, paper_route TEXT NOT NULL);
CREATE INDEX corrected_value_file ON corrected_value (file);
CREATE TABLE former_row (
    file INTEGER NOT NULL, place INTEGER NOT NULL, award TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, unit TEXT);
CREATE INDEX former_row_file ON former_row (file);
CREATE INDEX former_row_name ON former_row (name_key);
CREATE TABLE correction_problem (
    file INTEGER NOT NULL, paper TEXT NOT NULL, route TEXT NOT NULL, problem TEXT NOT NULL, related TEXT NOT NULL);
CREATE INDEX correction_problem_file ON correction_problem (file);
CREATE INDEX correction_problem_paper ON correction_problem (paper);

CREATE TABLE tally (
    file INTEGER NOT NULL, route TEXT NOT NULL, line INTEGER NOT NULL, start TEXT, "end" TEXT, period TEXT, authority TEXT, of TEXT,
    method TEXT, award TEXT, campaign TEXT, qualifier TEXT, collectives INTEGER, households INTEGER, individuals INTEGER,
    occasion TEXT, doubt TEXT);
CREATE INDEX tally_file ON tally (file);

CREATE TABLE figure (
    file INTEGER NOT NULL, route TEXT NOT NULL, line INTEGER NOT NULL, owner TEXT NOT NULL, name_key TEXT NOT NULL, year INTEGER,
    value REAL NOT NULL, unit TEXT);
CREATE INDEX figure_file ON figure (file);
CREATE INDEX figure_name ON figure (owner, name_key);

-- findings that an office lets stand: of which rule, in which file, in which of its fields (empty for all), up to which day
CREATE TABLE waiver (
    file INTEGER NOT NULL, code TEXT NOT NULL, target TEXT NOT NULL, field TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL,
    until TEXT NOT NULL);
CREATE INDEX waiver_file ON waiver (file);
CREATE INDEX waiver_target ON waiver (target);
"""

OWNED = (
    "identity", "name", "reference", "day", "organisation", "authority_kind", "succession", "person", "posting", "roster",
    "member", "discipline", "target_sum", "initiative", "declaration", "campaign", "bloc", "bloc_year", "bloc_member",
    "bloc_score", "part",
    "decision", "stored_reference", "recipient", "award_count", "revoked", "tally", "figure", "catalogue",
    "nomination", "nominated_row", "revocation",
    "correction", "correction_row", "corrected_value", "former_row", "correction_problem",
    "own_award", "office_rule", "law_reference", "numbered", "waiver",
)  # fmt: skip
"""The tables whose rows belong to one file."""

TEMPORARY = """
CREATE TEMP TABLE IF NOT EXISTS asked (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS touched_file (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS touched_key (code TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (code, key)) WITHOUT ROWID;
"""
