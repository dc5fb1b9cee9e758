"""The short form of a case, written out as the records an office would keep.

Keys of `records`: `titles` (award: years), `awards` (one decision each), `results` (year or span: level), `member`
(year: more fields of the person's row in the roster), `no_title` (years), `rosters` (year: fields of the unit's roster
and `staff`), `initiatives`, `declared` (span: what is whole), `distinct`, `unit`, `units`, `person`, `blocs`, `files`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.eligibility.case import in_words, years_of
from tests.plain_yaml import as_yaml
from thidua.law.award import awards

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.eligibility.case import Case

RESULTS = {
    "htxs": "hoan-thanh-xuat-sac",
    "htt": "hoan-thanh-tot",
    "ht": "hoan-thanh",
    "kht": "khong-hoan-thanh",
}
Files = dict[str, Any]

KEYS = {
    *("titles", "awards", "results", "member", "no_title", "rosters", "initiatives"),
    *("declared", "distinct", "unit", "units", "person", "blocs", "files"),
}
"""What `records` of a case may hold."""

SHARED: Files = {
    "organisations/chu-tich-nuoc": {"name": "Chủ tịch nước", "kind": "chuc-danh-nha-nuoc", "level": "nha-nuoc"},
    "organisations/chinh-phu": {"name": "Chính phủ", "kind": "co-quan", "level": "nha-nuoc"},
    "organisations/thu-tuong-chinh-phu": {
        "name": "Thủ tướng Chính phủ",
        "kind": "chuc-danh-nha-nuoc",
        "level": "nha-nuoc",
    },
    "organisations/tinh-vi-du": {"name": "Tỉnh Ví Dụ", "kind": "don-vi-hanh-chinh", "level": "bo-tinh"},
    "organisations/so-vi-du": {
        "name": "Sở Ví Dụ",
        "kind": "co-quan",
        "level": "so-don-vi",
        "parent": "tinh-vi-du",
    },
}
"""Bodies that confer in every case."""


class Writer:
    """The records of one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.given = case.records
        assert self.given.keys() <= KEYS, f"{case.id}: {self.given.keys() - KEYS}"
        self.files: Files = {}
        self.decisions = 0

    def write(self) -> Files:
        self._units()
        self._person()
        self._awards()
        self._rosters()
        self._initiatives()
        self._declarations()
        self._blocs()
        for path, record in self.given.get("files", {}).items():
            self.files[self._filled(path)] = self._filled(record)
        return self.files

    def _filled(self, value: Any) -> Any:
        """Put the case's own names where the table has marks."""
        if isinstance(value, str):
            case = self.case
            return value.replace("@unit", case.unit).replace("@person", case.person).replace("@case", case.id)
        if isinstance(value, list):
            return [self._filled(one) for one in value]
        if isinstance(value, dict):
            return {self._filled(key): self._filled(one) for key, one in value.items()}
        return value

    def _units(self) -> None:
        own = {"name": self.case.unit_name, "kind": "co-quan", "level": "so-don-vi", "parent": "so-vi-du"}
        own |= {"from": "2000-01-01"} | self.given.get("unit", {})
        self.files[f"organisations/{self.case.unit}"] = self._filled(_without_none(own))
        for suffix, fields in self.given.get("units", {}).items():
            other = {"name": f"{self.case.unit_name} {suffix}", "kind": "co-quan", "level": "so-don-vi"}
            record = self._filled(_without_none(other | {"parent": "so-vi-du"} | fields))
            self.files[f"organisations/{self.case.unit}-{suffix}"] = record

    def _person(self) -> None:
        if person := self.given.get("person"):
            self.files[f"people/nguoi-{self.case.id}"] = self._filled({"name": self.case.person} | person)

    def _self(self, more: dict[str, Any]) -> dict[str, Any]:
        """The recipient of the case, as a row names it."""
        if self.case.is_collective:
            return {"collective": self._filled(more.get("as", self.case.unit))}
        row = {"name": self._filled(more.get("as", self.case.person))}
        row["unit"] = self._filled(more.get("unit", self.case.unit))
        if "person" in more:
            row["person"] = self._filled(more["person"])
        return row

    def _awards(self) -> None:
        for award, years in self.given.get("titles", {}).items():
            for year in years:
                self._decision({"award": award, "period": year, "date": f"{year}-12-20"}, [self._self({})])
        for one in self.given.get("awards", ()):
            name = self._decision(one, [self._self(one)])
            if "revoked" in one:
                self._revocation(name, one)

    def _decision(self, one: dict[str, Any], recipients: list[dict[str, Any]]) -> str:
        self.decisions += 1
        award, day = one["award"], date.fromisoformat(str(one["date"]))
        group, level = _award(award)
        authority = self._filled(one.get("authority", _authority(award, level, day, self.case)))
        number = f"{self.case.number * 100 + self.decisions}/QĐ-VD"
        paper = {"number": number, "date": str(day), "authority": authority}
        record: dict[str, Any] = {"decision": paper | {"received": str(day - timedelta(days=40))}}
        if one.get("period") is not None:
            record["period"] = str(one["period"])
        if "method" in one or group == "hinh-thuc":
            method = one.get("method", "cong-trang")
            record |= {"method": method} if method else {}
        record["awards"] = [{"award": award, "recipients": recipients}]
        name = f"{day.year}/{self.case.id}-{self.decisions}"
        self.files[f"awards/{name}"] = record
        return name

    def _revocation(self, decision: str, one: dict[str, Any]) -> None:
        row = self._self(one)
        self.files[f"revocations/{self.case.id}-{self.decisions}"] = {
            "decision": decision,
            "number": f"{self.case.number * 100 + self.decisions}/QĐ-TH",
            "date": str(one["revoked"]),
            "authority": self.files[f"awards/{decision}"]["decision"]["authority"],
            "rows": [{"award": one["award"], "name": row.get("name", row.get("collective"))}],
        }

    def _rosters(self) -> None:
        rosters: dict[int, dict[str, Any]] = {}
        for year, result in years_of(self.given.get("results", {})).items():
            fields = {"result": RESULTS[result]}
            rosters[year] = fields if self.case.is_collective else {"members": [self._member() | fields]}
        for year, fields in years_of(self.given.get("member", {})).items():
            self._own_row(rosters, year).update(self._filled(fields))
        for year in self.given.get("no_title", ()):
            self._own_row(rosters, year)["no_title"] = "co"
        for year, fields in self.given.get("rosters", {}).items():
            more = dict(fields)
            staff = more.pop("staff", {})
            roster = rosters.setdefault(year, {})
            roster |= {"result": RESULTS[more.pop("result")]} if "result" in more else {}
            roster |= more
            self._staff(roster, year, staff)
        for year, roster in rosters.items():
            self.files[f"rosters/{year}/{self.case.unit}"] = roster

    def _member(self) -> dict[str, Any]:
        row: dict[str, Any] = {"name": self.case.person}
        if self.given.get("person"):
            row["person"] = f"nguoi-{self.case.id}"
        return row

    def _own_row(self, rosters: dict[int, dict[str, Any]], year: int) -> dict[str, Any]:
        members = rosters.setdefault(year, {}).setdefault("members", [])
        if not members:
            members.append(self._member())
        own: dict[str, Any] = members[0]
        return own

    def _staff(self, roster: dict[str, Any], year: int, staff: dict[str, Any]) -> None:
        """Colleagues: `total` rows of a result, the first of them disciplined, holders of titles from the first on."""
        plain = dict(staff)
        total, result, level = plain.pop("total", 0), plain.pop("result", "htt"), plain.pop("disciplined", None)
        is_listed = plain.pop("listed", "co") == "co"
        rows = [{"name": self._colleague(place), "result": RESULTS[result]} for place in range(1, total + 1)]
        if level:
            rows[-1]["discipline"] = [{"level": level, "from": f"{year}-05-04"}]
        if is_listed and rows:
            roster.setdefault("members", []).extend(rows)
        for award, count in plain.items():
            if count:
                names = [{"name": self._colleague(place), "unit": self.case.unit} for place in range(1, count + 1)]
                self._decision({"award": award, "period": year, "date": f"{year}-12-20"}, names)

    def _colleague(self, place: int) -> str:
        return f"Trần Giả Định {in_words(self.case.number)} {in_words(place)}"

    def _initiatives(self) -> None:
        for place, one in enumerate(self.given.get("initiatives", ()), 1):
            year = one["year"]
            author = {"name": self.case.person, "unit": self._filled(one.get("unit", self.case.unit))}
            if self.given.get("person"):
                author["person"] = f"nguoi-{self.case.id}"
            wide = one["reach"] in ("bo-nganh-tinh", "toan-quoc")
            self.files[f"initiatives/{year}/{self.case.id}-{place}"] = {
                "decision": {
                    "number": f"{self.case.number * 100 + place}/QĐ-SK",
                    "date": str(one.get("date", f"{year}-11-02")),
                    "authority": "tinh-vi-du" if wide else "so-vi-du",
                },
                "reach": one["reach"],
                "initiatives": [
                    {
                        "name": f"Sổ tay ví dụ {place}",
                        "kind": one.get("kind", "sang-kien"),
                        "authors": [author],
                    }
                ],
            }

    def _declarations(self) -> None:
        given = self.given.get("declared", {})
        if isinstance(given, dict):
            given = [{"period": span, "complete": what} for span, what in given.items()]
        for place, one in enumerate(given, 1):
            plain = {"of": self._filled(one.get("of", self.case.unit)), "period": str(one["period"])}
            rest = {key: value for key, value in one.items() if key not in ("of", "period")}
            self.files[f"declarations/{self.case.id}-{place}"] = plain | rest
        if not self.case.is_collective and self.given.get("distinct", "co") == "co":
            record = {"of": self.case.unit, "period": "2000-2026", "names_distinct": "co"}
            self.files[f"declarations/{self.case.id}-ten"] = record

    def _blocs(self) -> None:
        """A bloc of the unit and two others; `rank` is the unit's, `targets` are those of its year."""
        for year, one in self.given.get("blocs", {}).items():
            bloc = f"khoi-{self.case.id}"
            others = [f"{self.case.unit}-ban-mot", f"{self.case.unit}-ban-hai"]
            for place, other in enumerate(others, 1):
                name = f"{self.case.unit_name} Bạn {in_words(place)}"
                self.files[f"organisations/{other}"] = {"name": name, "kind": "co-quan", "level": "so-don-vi"}
            self.files[f"blocs/{bloc}"] = {
                "name": f"Khối Ví Dụ {in_words(self.case.number)}",
                "kind": "khoi",
                "organiser": one.get("organiser", "tinh-vi-du"),
                "level": one.get("level", "bo-tinh"),
            }
            order = list(others)
            order.insert(one["rank"] - 1, self.case.unit)
            scores = [{"member": unit, "total": 99 - 2 * place, "rank": place} for place, unit in enumerate(order, 1)]
            record = {"members": sorted(order), "members_complete": "co", "scores": scores}
            self.files[f"bloc-years/{year}/{bloc}"] = record
            if targets := one.get("targets"):
                self.files[f"years/{year}/{self.case.unit}"] = {"targets": [targets]}


def expand(case: Case) -> Files:
    """Return the records of a case by id, with their folder, without ending."""
    return Writer(case).write()


def repository(cases: Iterable[Case]) -> dict[str, str]:
    """Return the files of a repository that holds the records of several cases."""
    records = dict(SHARED)
    for case in cases:
        own = expand(case)
        assert not records.keys() & own.keys(), f"{case.id} writes over another case"
        records |= own
    files = {f"records/{name}.yaml": as_yaml(record) for name, record in records.items()}
    return files | {"thidua.yaml": "format: 1\norganisation: tinh-vi-du\n"}


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


OF_A_GROUP = ("lao-dong-tien-tien", "chien-si-tien-tien", "chien-si-thi-dua-co-so")


def _award(award: str) -> tuple[str, str]:
    """Group and level of an award of the law."""
    return str(awards()[award].group), str(awards()[award].level)


def _authority(award: str, level: str, day: date, case: Case) -> str:
    """Who confers it; the flag of the Government is the Prime Minister's to give from 1/7/2025."""
    if level == "bo-tinh":
        return "tinh-vi-du"
    if level != "nha-nuoc":  # where a share of a group is asked, the group is the case's own
        return case.unit if award in OF_A_GROUP and case.era == "e2017" else "so-vi-du"
    if award.startswith("huan-chuong"):
        return "chu-tich-nuoc"
    if award == "co-thi-dua-cua-chinh-phu" and day < date(2025, 7, 1):
        return "chinh-phu"
    return "thu-tuong-chinh-phu"
