"""Which awards of decisions the law's list of authorities does not plainly allow: what TD401 and TD402 tell apart.

The day of the decision and the day of receipt say which eras may govern; an award may be refused (0), not certain (1) or
allowed (2) in each. Where an organisation may be several kinds of body, the kindest answer holds; an award of the office's
own catalogue is free unless its own rules say who confers it.
"""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Text, read_route
from thidua.law.citation_words import english
from thidua.rules.base import Found
from thidua.store.references import TOUCHED_AWARDS, files_naming

FIND = """
WITH
-- the days from which the law may answer otherwise. What has a last day ends with a text that is greater than that day, and less
-- than the next
turn (day) AS MATERIALIZED (
    SELECT start FROM era UNION SELECT "end" || '~' FROM era
    UNION SELECT received_from FROM era UNION SELECT received_to || '~' FROM era
    UNION SELECT start FROM power UNION SELECT "end" || '~' FROM power),
-- how many of them a decision has behind it
dated AS MATERIALIZED (
    SELECT file, date, received, authority, (SELECT count(*) FROM turn WHERE day <= date) AS turn,
           CASE WHEN received IS NULL THEN (SELECT count(*) FROM turn WHERE day <= '')
                ELSE (SELECT count(*) FROM turn WHERE day <= received) END AS received_turn
    FROM decision WHERE :within AND date IS NOT NULL AND authority IS NOT NULL),
given AS MATERIALIZED (
    SELECT dated.*, reference.target AS award, reference.route
    FROM dated CROSS JOIN stored_reference AS stored ON stored.file = dated.file
    CROSS JOIN reference ON reference.file = stored.file AND reference.folder = 'catalogue'
    UNION ALL
    SELECT dated.*, word.text, 'awards[' || recipient.grp || '].award'
    FROM dated CROSS JOIN recipient ON recipient.file = dated.file AND recipient.row = 0
    CROSS JOIN word ON word.id = recipient.award
    WHERE NOT EXISTS (SELECT 1 FROM stored_reference AS stored WHERE stored.file = dated.file)
      -- at the first group that has it
      AND (recipient.grp = 0 OR NOT EXISTS (
        SELECT 1 FROM recipient AS before WHERE before.award = recipient.award AND before.row = 0
        AND before.file = recipient.file AND before.place < recipient.place))),
-- the law is asked once for all decisions of one authority about one award between two turns, not for each
one AS MATERIALIZED (
    SELECT authority, award, turn, received_turn, authority || ' ' || award || ' ' || turn || ' ' || received_turn AS alike,
           min(date) AS date, coalesce(min(received), '') AS received
    FROM given GROUP BY authority, award, turn, received_turn),
-- the kindest answer of each era; the text that is compared makes one row of each group the one that speaks
answer AS MATERIALIZED (
    SELECT one.alike, era.place, organisation.name, life.path AS life_path,
           CASE WHEN authority_kind.kind IS NULL THEN 1
                ELSE CASE coalesce(own.may, other.may) WHEN 'khong' THEN 0 WHEN 'co' THEN 2 ELSE 1 END END AS grade,
           CASE WHEN authority_kind.kind IS NOT NULL THEN coalesce(own.ground, other.ground)
                WHEN organisation.kind IS NULL THEN 'kind' WHEN organisation.level IS NULL THEN 'level'
                ELSE 'unfit' END AS ground,
           coalesce(own.article, other.article) AS article, coalesce(own.origin, other.origin) AS origin, other.by, other.by_en,
           coalesce(own.reason, '') AS reason, coalesce(own.reason_en, '') AS reason_en,
           max(CASE WHEN authority_kind.kind IS NULL THEN 1
                    ELSE CASE coalesce(own.may, other.may) WHEN 'khong' THEN 0 WHEN 'co' THEN 2 ELSE 1 END END
               || ' ' || coalesce(authority_kind.kind, '') || ' ' || life.path) AS kindest
    FROM one
    CROSS JOIN era ON one.date BETWEEN era.start AND era."end" AND one.received BETWEEN era.received_from AND era.received_to
    CROSS JOIN organisation ON organisation.id = one.authority
    JOIN file AS life ON life.id = organisation.file
    LEFT JOIN authority_kind ON authority_kind.file = organisation.file
    JOIN power AS other ON other.award = one.award AND other.era = era.era AND other.body = ''
                       AND one.date BETWEEN other.start AND other."end"
    LEFT JOIN power AS own ON own.award = one.award AND own.era = era.era AND own.body = authority_kind.kind
                          AND one.date BETWEEN own.start AND own."end"
    WHERE authority_kind.kind IS NOT NULL OR organisation.kind IS NOT NULL OR organisation.level IS NOT NULL
    GROUP BY one.alike, era.era),
-- among the eras that may govern: the worst and the best answer, and which of them is told: not certain, then refused
told AS (
    SELECT alike, min(grade) AS worst, max(grade) AS best,
           min((CASE grade WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE 2 END) * 100 + place) AS turn
    FROM answer GROUP BY alike HAVING min(grade) < 2)
SELECT given.file AS key, file.path, given.*, answer.*, told.worst, told.best,
       (SELECT min(name) FROM catalogue WHERE catalogue.id = given.award) AS award_name
FROM told
JOIN answer ON answer.alike = told.alike
           AND (CASE answer.grade WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE 2 END) * 100 + answer.place = told.turn
JOIN one ON one.alike = told.alike
JOIN given ON given.authority = one.authority AND given.award = one.award AND given.turn = one.turn
          AND given.received_turn = one.received_turn
JOIN file ON file.id = given.file
LEFT JOIN word ON word.text = given.award
-- an award that was wholly withdrawn is no longer wrong
WHERE (NOT EXISTS (SELECT 1 FROM recipient WHERE recipient.file = given.file AND recipient.award = word.id AND revoked)
    OR EXISTS (SELECT 1 FROM recipient WHERE recipient.file = given.file AND recipient.award = word.id AND NOT revoked)
    OR EXISTS (SELECT 1 FROM award_count WHERE award_count.file = given.file AND award_count.award = given.award))
"""

KEY = "decision.file"

TOUCHED = f"""
SELECT file AS key FROM decision WHERE file IN (SELECT id FROM touched_file)
UNION SELECT decision.file FROM organisation CROSS JOIN decision ON decision.authority = organisation.id
WHERE organisation.file IN (SELECT id FROM touched_file)
UNION SELECT file.id FROM revoked CROSS JOIN file ON file.folder = 'awards' AND file.record = revoked.decision
WHERE revoked.file IN (SELECT id FROM touched_file)
UNION SELECT file FROM ({files_naming("catalogue", TOUCHED_AWARDS)})
"""  # noqa: S608 - our own


def found(row: dict[str, Any], variant: str) -> Found:
    """Return what a row says: at the award, beside the authority that gave it."""
    names = ("date", "article", "by", "by_en", "reason", "reason_en")
    ground = _ground(row)
    values = {name: row[name] for name in names} | {
        "variant": variant,
        "authority": row["name"],
        "award": row["award_name"],
        "article": ground.vi,
        "article_en": ground.en,
    }
    related: tuple[Place, ...] = (Place(row["path"], ("decision", "authority")),)
    if variant in ("kind", "level", "unfit"):
        related = (*related, Place(row["life_path"], ("name",)))
    return Found(read_route(row["route"]), values, related, path=row["path"])


_OWN = Text(vi="{article} (theo quy định của đơn vị: {origin})", en="{article} (by the office's own rules: {origin})")


def _ground(row: dict[str, Any]) -> Text:
    """Return the article, and the office's file where its own rules say so."""
    vi, en = row["article"], english(row["article"])
    if not row["origin"]:
        return Text(vi, en)
    return Text(_OWN.vi.format(article=vi, origin=row["origin"]), _OWN.en.format(article=en, origin=row["origin"]))
