"""What the law asks of a nomination beside the achievement: what TD403 and TD405 to TD408 tell apart.

The days of a nomination say which eras may govern. Something that is asked is surely missed only where every one of them asks
for it by a confirmed text; else it is a note.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Place, read_route
from thidua.law.citation_words import english
from thidua.model.days import months_before, working_days
from thidua.rules.base import Found
from thidua.store.nominated import (
    ASKED,
    GOVERNING,
    JOIN_FORMALITY,
    WHOLE,
    Grade,
    Requirement,
    judged,
    requirements,
    share_missed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

VOTE, NOTICE, RECENT, DEADLINE = "council_vote", "public_notice", "achievement_recent", "deadline"

KEY = "nomination.file"


def asked_of(*checks: str) -> str:
    """Return the statement that finds what is asked of nominated rows, one row for each of these checks."""
    listed = ", ".join(f"'{check}'" for check in checks)
    return f"""WITH {GOVERNING}
SELECT nomination.file AS key, file.path, min(nominated_row.place) AS place, nominated_row.route,
       nominated_row.award,
       (SELECT min(name) FROM catalogue WHERE catalogue.id = nominated_row.award) AS award_name, formality."check" AS "check",
       nominated_row.members, nominated_row.present, nominated_row.in_writing, nominated_row."for", nominated_row.outcome,
       nomination.council_date, nomination.date, nomination.received, nomination.notice_start, nomination.notice_end,
       nominated_row."end", {ASKED}
FROM governed JOIN nomination ON nomination.file = governed.file JOIN file ON file.id = nomination.file
JOIN nominated_row ON nominated_row.file = nomination.file JOIN governing ON governing.file = nomination.file
JOIN formality ON formality."check" IN ({listed}) AND {JOIN_FORMALITY}
WHERE :within AND COALESCE(nominated_row.outcome, '') <> 'khong-thong-qua'
-- what is asked of all recipients of an award alike is told once
GROUP BY nomination.file, formality."check", nominated_row.award, nominated_row.kind,
    CASE WHEN formality."check" IN ('{VOTE}', '{DEADLINE}') THEN nominated_row.route ELSE '' END, nominated_row."end"
"""  # noqa: S608 - our own


TOUCHED = "SELECT file AS key FROM nomination WHERE file IN (SELECT id FROM touched_file)"

TOUCHED_BY_TITLES = f"""{TOUCHED}
UNION SELECT nominated_row.file FROM touched_file CROSS JOIN award_row ON award_row.file = touched_file.id
CROSS JOIN nominated_row ON nominated_row.name_key = award_row.name_key
UNION SELECT nominated_row.file FROM touched_file CROSS JOIN revoked ON revoked.file = touched_file.id
CROSS JOIN nominated_row ON nominated_row.name_key = revoked.name_key
"""  # noqa: S608 - our own
"""Nominations that changed, or one of whose recipients got a title, or lost one."""


def told(row: dict[str, Any], grade: Grade) -> tuple[Found, ...]:
    """Return what a row of `asked_of` misses, where that is as certain as `grade`."""
    find = {VOTE: _vote, NOTICE: _notice, RECENT: _recent, DEADLINE: _deadline}[row["check"]]
    missed = find(row)
    if missed is None:
        return ()
    is_missed, words = missed
    found, one = judged(row["eras"], requirements(row["asked"]), is_missed)
    if found is not grade or one is None:
        return ()
    values = {"variant": row["check"].replace("_", "-"), "award": row["award_name"] or row["award"], **words(one)}
    values |= {"article": one.article, "article_en": english(one.article)}
    return (_placed(row, values),)


def _placed(row: dict[str, Any], values: dict[str, str]) -> Found:
    its = read_route(row["route"])[:2]
    path = row["path"]
    match row["check"]:
        case "council_vote":
            return Found((*its, "vote", "for"), values, (Place(path, (*its, "outcome")),), path=path)
        case "public_notice":
            return Found(("notice", "from"), values, (Place(path, (*its, "award")),), path=path)
        case _:
            return Found((*its, "award"), values, path=path)


Missed = tuple["Callable[[Requirement], Grade]", "Callable[[Requirement], dict[str, str]]"]


def _vote(row: dict[str, Any]) -> Missed | None:
    if row["outcome"] != "thong-qua" or row["for"] is None:
        return None

    def missed(one: Requirement) -> Grade:
        return Grade.SURE if share_missed(row, one.amount) else Grade.NO

    def words(one: Requirement) -> dict[str, str]:
        members = row["members"]
        of = str(members if members is not None else (row["present"] or 0) + (row["in_writing"] or 0))
        return {"for": str(row["for"]), "members": of, "percent": f"{one.amount * 100 / WHOLE:g}".replace(".", ",")}

    return missed, words


def _notice(row: dict[str, Any]) -> Missed | None:
    if row["notice_start"] is None or row["council_date"] is None:
        return None
    start, council = date.fromisoformat(row["notice_start"]), date.fromisoformat(row["council_date"])
    eve = council - timedelta(days=1) if council > date.min else council
    last = min(date.fromisoformat(row["notice_end"]), eve) if row["notice_end"] else eve
    weekdays, most = working_days(start, last)
    ends_late = row["notice_end"] is not None and row["notice_end"] >= row["council_date"]

    def missed(one: Requirement) -> Grade:
        if most < one.amount:
            return Grade.SURE
        return Grade.DOUBTFUL if weekdays < one.amount or ends_late else Grade.NO

    def words(one: Requirement) -> dict[str, str]:
        return {"days": str(weekdays), "asked": str(one.amount), "council": row["council_date"]}

    return missed, words


def _recent(row: dict[str, Any]) -> Missed | None:
    submitted = row["date"] or row["received"]
    if submitted is None or row["end"] is None:
        return None

    def first(one: Requirement) -> str:
        return months_before(date.fromisoformat(submitted), one.amount).isoformat()

    def missed(one: Requirement) -> Grade:
        return Grade.SURE if row["end"] < first(one) else Grade.NO

    def words(one: Requirement) -> dict[str, str]:
        return {"end": row["end"], "first": first(one), "months": str(one.amount), "date": submitted}

    return missed, words


def _deadline(row: dict[str, Any]) -> Missed | None:
    submitted = row["received"] or row["date"]
    if submitted is None:
        return None

    def last(one: Requirement) -> str:
        """The last day; empty where it is not known."""
        if one.after:
            return f"{int(one.last_title[:4]) + 1}-{one.day}" if one.last_title else ""
        if row["end"] is None:
            return ""
        year, rest = row["end"][:4], row["end"][5:]
        return f"{year if one.day > rest else int(year) + 1}-{one.day}"

    def missed(one: Requirement) -> Grade:
        if not last(one) or submitted <= last(one):
            return Grade.NO
        # a later title may be known to others
        return Grade.DOUBTFUL if one.after else Grade.SURE

    def words(one: Requirement) -> dict[str, str]:
        return {"date": submitted, "last": last(one)}

    return missed, words
