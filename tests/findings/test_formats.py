"""Findings as code hosts and servers of builds read them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.findings.records import FILES, FIRST, SECOND, TWO_LINES, UGLY, WAIVED, WAIVER
from tests.findings.sarif_shape import SARIF
from thidua.diagnostics import Diagnostic, Label, Language, Position, Severity, Span
from thidua.render import junit

if TYPE_CHECKING:
    from tests.look_up.office import Office

FORMATS = ("terminal", "json", "github", "gitlab", "sarif", "junit")
SPAN = Span(Position(1, 1), Position(1, 5))


@pytest.fixture
def wrong(office: Office) -> Office:
    office.write(FILES)
    return office


def found(office: Office, *arguments: str) -> list[dict[str, Any]]:
    answer = office("validate", "--format", "json", *arguments)
    diagnostics: list[dict[str, Any]] = answer.json["diagnostics"]
    return diagnostics


def sarif(office: Office, *arguments: str) -> dict[str, Any]:
    log = office("validate", "--format", "sarif", *arguments).json
    jsonschema.Draft202012Validator(SARIF).validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


def uri(location: dict[str, Any]) -> str:
    artifact = location["physicalLocation"]["artifactLocation"]
    assert artifact["uriBaseId"] == "SRCROOT"
    return unquote(artifact["uri"])


@pytest.mark.parametrize("output", FORMATS)
def test_every_format_ends_with_the_same_status(output: str, wrong: Office) -> None:
    assert wrong("validate", "--format", output).status == 1


@pytest.mark.parametrize("output", FORMATS)
def test_every_format_is_the_same_in_a_second_run(output: str, wrong: Office) -> None:
    assert wrong("validate", "--format", output) == wrong("validate", "--format", output)


@pytest.mark.parametrize("output", FORMATS)
def test_every_format_names_both_places_of_a_finding_across_records(output: str, wrong: Office) -> None:
    told = wrong("validate", "--format", output).out
    assert SECOND in told
    assert (FIRST if output == "json" else f"{FIRST}:1:20") in told


@pytest.mark.parametrize("output", ["json", "gitlab", "sarif", "junit"])
def test_nothing_found_is_still_a_whole_document(output: str, office: Office) -> None:
    office.write({"records/organisations/vi-du.yaml": "name: Ví dụ\n"})
    answer = office("validate", "--format", output)
    assert answer.status == 0
    match output:
        case "gitlab":
            assert answer.json == []
        case "sarif":
            jsonschema.Draft202012Validator(SARIF).validate(answer.json)
            assert answer.json["runs"][0]["results"] == []
        case "junit":
            suite = ET.fromstring(answer.out)
            assert [case.get("name") for case in suite.iter("testcase")] == ["thidua validate"]
        case _:
            assert answer.json["diagnostics"] == []


# SARIF


def test_sarif_has_what_the_standard_asks_for(wrong: Office) -> None:
    run = sarif(wrong)
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(found(wrong))


def test_the_written_out_shape_refuses_what_is_no_sarif() -> None:
    validator = jsonschema.Draft202012Validator(SARIF)
    good = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "results": []}]}
    assert validator.is_valid(good)
    location = {"physicalLocation": {"artifactLocation": {"uri": "a b"}}}
    for bad in (
        {"version": "2.1.0"},
        {**good, "version": "2.0.0"},
        {**good, "runs": [{"tool": {}}]},
        {**good, "runs": [{**good["runs"][0], "results": [{"ruleId": "a"}]}]},
        {**good, "runs": [{**good["runs"][0], "results": [{"message": {"text": "a"}, "locations": [location]}]}]},
    ):
        assert not validator.is_valid(bad)


def test_sarif_tells_of_each_rule_found_and_of_no_other(wrong: Office) -> None:
    run = sarif(wrong)
    rules = run["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} == {one["code"] for one in found(wrong)}
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert (rule["id"], rule["defaultConfiguration"]["level"]) == (result["ruleId"], result["level"])
        assert rule["shortDescription"]["text"]


def test_sarif_regions_and_paths_are_those_of_the_finding(wrong: Office) -> None:
    for result, one in zip(sarif(wrong)["results"], found(wrong), strict=True):
        place, primary = result["locations"][0], one["primary"]
        assert uri(place) == primary["path"]
        region = place["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (primary["start"]["line"], primary["start"]["column"])
        assert (region["endLine"], region["endColumn"]) == (primary["end"]["line"], primary["end"]["column"])
        assert [uri(other) for other in result.get("relatedLocations", ())] == [o["path"] for o in one["related"]]


def test_ugly_names_of_files_are_percent_encoded(wrong: Office) -> None:
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in sarif(wrong)["results"]}
    assert "records/people/hai%0Ad%C3%B2ng.yaml" in uris
    assert {UGLY, TWO_LINES} <= {unquote(one) for one in uris}


def test_sarif_shows_waived_findings_as_suppressed(wrong: Office) -> None:
    results = sarif(wrong)["results"]
    waived = [one for one in results if one["suppressions"]]
    assert [uri(one["locations"][0]) for one in waived] == [WAIVED]
    suppression = waived[0]["suppressions"][0]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"] == "Đang xin bản sao (Trần Văn Mẫu, Chánh Văn phòng, 2027-06-30)"
    assert uri(suppression["location"]) == WAIVER


# GitLab


def test_gitlab_gets_path_lines_severity_and_one_fingerprint_each(wrong: Office) -> None:
    listed = wrong("validate", "--format", "gitlab").json
    expected = [one for one in found(wrong) if not one["waived"]]
    assert len({one["fingerprint"] for one in listed}) == len(listed) == len(expected)
    severities = {"error": "blocker", "warning": "major", "note": "info"}
    for given, one in zip(listed, expected, strict=True):
        assert given["check_name"] == one["code"]
        assert given["severity"] == severities[one["severity"]]
        assert given["location"]["path"] == one["primary"]["path"]
        assert given["location"]["lines"]["begin"] == one["primary"]["start"]["line"]
        assert given["location"]["lines"]["end"] >= given["location"]["lines"]["begin"]
        assert given["description"].startswith(one["message"])
        assert re.fullmatch(r"[0-9a-f]{32}(-\d+)?", given["fingerprint"])


def test_fingerprints_stay_when_lines_move_and_in_both_languages(wrong: Office) -> None:
    before = {one["fingerprint"]: one["primary"]["path"] for one in found(wrong)}
    assert {one["fingerprint"] for one in found(wrong, "--lang", "en")} == set(before)
    wrong.write({path: f"# một dòng mới\n\n{text}" for path, text in FILES.items() if path in (FIRST, SECOND, UGLY)})
    after = {one["fingerprint"]: one["primary"]["path"] for one in found(wrong)}
    assert after == before


def test_another_mistake_has_another_fingerprint(wrong: Office) -> None:
    path = "records/campaigns/khong-co-khoi.yaml"
    before = {one["fingerprint"] for one in found(wrong, str(wrong.root / path))}
    wrong.write({path: FILES[path].replace("khong-co", "khong-co-2")})
    after = {one["fingerprint"] for one in found(wrong, str(wrong.root / path))}
    assert before
    assert before.isdisjoint(after)


# JUnit


def test_junit_has_one_case_for_a_rule_and_a_file(wrong: Office) -> None:
    suites = ET.fromstring(wrong("validate", "--format", "junit").out)
    cases = list(suites.iter("testcase"))
    expected = {(one["primary"]["path"], one["code"]) for one in found(wrong)}
    assert {(case.get("file"), (case.get("name") or "").split()[0]) for case in cases} == expected
    failing = {(one["primary"]["path"], one["code"]) for one in found(wrong) if one["severity"] == "error"}
    assert len([case for case in cases if case.find("failure") is not None]) == len(failing)
    assert suites.get("tests") == str(len(cases))
    assert suites.get("failures") == str(len(failing))


def test_junit_tells_warnings_notes_and_waived_findings_without_failing(wrong: Office) -> None:
    suites = ET.fromstring(wrong("validate", "--format", "junit").out)
    quiet = [case for case in suites.iter("testcase") if case.find("failure") is None]
    assert quiet
    assert all(case.findtext("system-out") for case in quiet)
    waived = next(case for case in quiet if case.get("file") == WAIVED)
    assert "Đang xin bản sao" in (waived.findtext("system-out") or "")


def test_junit_is_xml_whatever_is_said() -> None:
    said = "".join(map(chr, range(256))) + '\u2028\ud800\udcff\ufffe\uffff]]><!-- <b attr="\'"> & 🎉'
    one = Diagnostic("TD902", Severity.ERROR, said, Label(said, SPAN), (Label(said, SPAN),), help=said)
    text = junit.render([one], Language.VI)
    case = next(ET.fromstring(text.encode()).iter("testcase"))
    failure = case.find("failure")
    assert failure is not None
    assert ']]><!-- <b attr="\'"> & 🎉' in (failure.text or "")
    assert "\\u0000" in (failure.text or "")


# the machine's paths


def test_paths_start_at_the_top_of_the_git_repository(wrong: Office) -> None:
    inner = wrong.root / "van-phong"
    inner.mkdir()
    for name in ("records", "thidua.yaml"):
        (wrong.root / name).rename(inner / name)
    wrong.root = inner
    assert all(one["primary"]["path"].startswith("records/") for one in found(wrong))
    assert all(uri(one["locations"][0]).startswith("van-phong/records/") for one in sarif(wrong)["results"])
    gitlab = wrong("validate", "--format", "gitlab").json
    assert all(one["location"]["path"].startswith("van-phong/records/") for one in gitlab)
    annotations = wrong("validate", "--format", "github").out.splitlines()
    assert all("file=van-phong/records/" in line for line in annotations)


def test_annotations_of_github_are_one_line_each_and_leave_waived_ones_out(wrong: Office) -> None:
    lines = wrong("validate", "--format", "github").out.splitlines()
    assert len(lines) == sum(not one["waived"] for one in found(wrong))
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in lines)
    assert lines == sorted(lines, key=lambda line: ("error", "warning", "notice").index(line.split()[0][2:]))


def test_json_keeps_its_keys(wrong: Office) -> None:
    document = json.loads(wrong("validate", "--format", "json").out)
    assert document["version"] == 1
    assert set(document["diagnostics"][0]) == {
        "code", "severity", "message", "primary", "related", "help", "source", "fingerprint", "waived", "waiver", "new",
    }  # fmt: skip
