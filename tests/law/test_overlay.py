"""An office's entries over those of the law, as the law's functions take them."""

from datetime import date
from decimal import Decimal

import pytest

from tests.law.names import BK, CN, HUYEN, TT, facts
from thidua.law.authority import authority_kind, who_may_confer
from thidua.law.bonus import base_salary, multiple
from thidua.law.entry import CatalogueError, Certainty, Overlay
from thidua.law.era import era_of, eras
from thidua.law.power import Ground, power_answers
from thidua.law.prerequisite import routes


def own(**fields: object) -> dict[str, object]:
    return {"article": "Điều 1", "confidence": "mot-nguon", **fields}


FLAG = {"awards": ["co-vung"], "eras": ["e2099"]}
VOTE = {"check": "council_vote", "pct": "77"}
NEXT: Overlay = {
    "records/catalogue/2099.yaml": {
        "eras": {"e2099": own(law="Luật 1/2099", decree="Nghị định 1/2099", **{"from": "2099-01-01"})},
        "kinds": {"giam-doc-vung": own(name="Giám đốc vùng", english="Director of a region", ids=["vung-dong"])},
        "powers": {"vung": own(by=["giam-doc-vung"], **FLAG)},
        "routes": {"co-vung": own(path="4.1a", conditions=[VOTE], **FLAG)},
        "multiples": {"co-vung": own(multiple="3.25", **FLAG)},
        "base_salary": {"tu-2099": own(vnd="9000000", **{"from": "2099-01-01"})},
    }
}


def test_the_next_decree_is_an_edit_of_data() -> None:
    answer = era_of(date(2099, 5, 1), date(2099, 2, 1), overlay=NEXT)
    assert (answer.era, answer.origin) == ("e2099", "records/catalogue/2099.yaml")
    assert authority_kind(None, None, "vung-dong", overlay=NEXT) == ("giam-doc-vung",)
    assert who_may_confer("co-vung", "e2099", overlay=NEXT).kinds == ("giam-doc-vung",)
    (route,) = routes("co-vung", "e2099", TT, overlay=NEXT)
    assert route.place is not None
    assert (route.place.article, route.place.clause, route.place.point) == ("4", "1", "a")
    assert facts(route.conditions) == ["council_vote pct=77"]
    found, salary = multiple("co-vung", "e2099", TT, overlay=NEXT), base_salary(date(2099, 1, 1), overlay=NEXT)
    assert found is not None
    assert salary is not None
    assert found.value == Decimal("3.25")
    assert salary.vnd == 9000000
    assert "e2099" not in eras()


def test_who_may_confer_in_an_invented_era_is_an_edit_of_data() -> None:
    sections = {
        **NEXT["records/catalogue/2099.yaml"],
        "powers": {"vung": own(awards=[BK], eras=["e2099"], by=["giam-doc-vung"])},
    }
    answers = [one for one in power_answers({"records/catalogue/2099.yaml": sections}) if one.era == "e2099"]
    assert [(one.award, one.body, one.may, one.ground) for one in answers] == [
        (BK, "", Certainty.UNKNOWN, Ground.NOT_NAMED),  # one source only
        (BK, "giam-doc-vung", Certainty.YES, Ground.NAMED),
        (BK, HUYEN, Certainty.NO, Ground.BODY_ENDED),  # Resolution 203/2025/QH15
    ]
    assert {str(one.start) for one in answers} == {"2099-01-01"}


def test_an_own_entry_replaces_that_of_the_law() -> None:
    mine = own(awards=[BK], eras=["e2025"], recipients=["ca-nhan"], multiple="1.6")
    overlay: Overlay = {"records/catalogue/x.yaml": {"multiples": {"bang-khen-bo-nganh-tinh-e2025": mine}}}
    found = multiple(BK, "e2025", CN, overlay=overlay)
    assert found is not None
    assert (found.value, found.origin) == (Decimal("1.6"), "records/catalogue/x.yaml")


@pytest.mark.parametrize(
    ("sections", "entry"),
    [
        ({"multiples": {"sai": {"awards": [BK]}}}, "multiples.sai"),
        ({"multiples": {"sai": {"awards": [BK], "origin": "law"}}}, "multiples.sai"),
        ({"khac": {}}, "khac"),
    ],
)
def test_an_error_names_file_and_entry(sections: dict[str, dict[str, dict[str, object]]], entry: str) -> None:
    with pytest.raises(CatalogueError) as error:
        multiple(BK, "e2025", CN, overlay={"records/catalogue/x.yaml": sections})
    assert (error.value.file, error.value.entry) == ("records/catalogue/x.yaml", entry)
