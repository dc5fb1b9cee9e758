"""TD101: an award of a campaign was decided before the campaign was launched."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

FIND = """
SELECT campaign.id AS key, file.path, launch.path AS launch_path, campaign.id AS campaign, campaign.launched, decision.date
FROM campaign
JOIN decision ON decision.campaign = campaign.id
JOIN file ON file.id = decision.file
JOIN file AS launch ON launch.id = campaign.file
WHERE :within AND decision.date < campaign.launched
"""

TOUCHED = """
SELECT id AS key FROM campaign WHERE file IN (SELECT id FROM touched_file)
UNION SELECT campaign FROM decision WHERE file IN (SELECT id FROM touched_file)
"""


def word(row: dict[str, Any]) -> Found:
    return Found(
        ("decision", "date"),
        {"date": row["date"], "launched": row["launched"], "campaign": row["campaign"]},
        (Place(row["launch_path"], ("launched", "date")),),
        path=row["path"],
    )


_AFTER = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
campaign: phong-trao-vi-du
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_BEFORE = _AFTER.replace("2023-03-06", "2023-01-06")
_CAMPAIGN = "name: Phong trào Ví dụ\nlaunched: {date: 2023-02-01}\nsource: {document: Ví dụ}\n"
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
_CAMPAIGN_PATH = "records/campaigns/phong-trao-vi-du.yaml"

RULE = Rule(
    code="TD101",
    name="award-before-launch",
    severity=Severity.ERROR,
    title=Text(
        vi="khen thưởng phong trào trước khi phát động",
        en="an award of a campaign was decided before the campaign was launched",
    ),
    why=Text(
        vi="Không thể khen thành tích của một phong trào chưa phát động: ngày bị gõ nhầm, hoặc ghi nhầm phong trào,"
        " và báo cáo của phong trào đếm cả khen thưởng không thuộc phong trào.",
        en="Nothing can be commended in a campaign that was not launched yet: a day is mistyped or the campaign is the"
        " wrong one, and the campaign's report counts awards that are not its own.",
    ),
    wording=plain(
        Text(
            vi="quyết định ngày {date:day}, trước khi phát động `{campaign}` ngày {launched:day}",
            en="the decision is of `{date}`, before `{campaign}` was launched on `{launched}`",
        ),
        Text(
            vi="sửa ngày quyết định hoặc ngày phát động, hoặc sửa `campaign`",
            en="mend the day of the decision or of the launch, or mend `campaign`",
        ),
    ),
    check=OfRegister(find=FIND, key="campaign.id", touched=TOUCHED, word=word),
    bad=(Example({_PATH: _BEFORE, _CAMPAIGN_PATH: _CAMPAIGN}, finds=(f"{_PATH}:1:37",)),),
    good=(Example({_PATH: _AFTER, _CAMPAIGN_PATH: _CAMPAIGN}),),
)
