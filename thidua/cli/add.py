"""`thidua add-organisation`, `add-person`, `add-campaign`, `add-bloc`, `add-exemplar`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.app.add_record import NewRecord, Typed, missing, new_record, plan
from thidua.app.entry_lookup import Lookup
from thidua.app.fresh import Fresh
from thidua.cli.carry_out import asked, carry_out, is_terminal, manner, refuse_missing, texts
from thidua.cli.entry import DryRun, Force, Many, Once, Source, Yes
from thidua.cli.here import workspace
from thidua.cli.language import words
from thidua.cli.options import Root

ID = typer.Option("--id", help=words("mã; mặc định lấy từ tên", "id; made from the name by default"))
NAME = typer.Option("--name", help=words("tên", "name"))
ALIAS = typer.Option("--alias", help=words("tên gọi khác; ghi được nhiều lần", "another name; may be repeated"))
LEVEL = typer.Option(
    "--level",
    help=words(
        "cấp: nha-nuoc, bo-tinh, huyen, so-don-vi, xa, co-so", "level: nha-nuoc, bo-tinh, huyen, so-don-vi, xa, co-so"
    ),
)


def add(folder: str, typed: Typed, root: Path | None, *, dry_run: bool, force: bool, yes: bool) -> None:
    """Add one record, asking for what is needed and was not given."""
    here = workspace(root)
    gaps = missing(folder, typed)
    if not gaps:

        def made(state: Fresh) -> NewRecord:
            return new_record(folder, Lookup(state.register, here.settings.organisation), typed)

        carry_out(here, lambda state: plan(state, made(state)), manner(dry_run=dry_run, force=force))
    if yes or not is_terminal():
        refuse_missing(gaps)
    from thidua.app.ask_record import ask_new_record

    new = asked(here, lambda state, lookup: ask_new_record(state, lookup, folder, typed))
    carry_out(here, lambda state: plan(state, new), manner(dry_run=dry_run, force=force))


def add_organisation(
    name: Annotated[Once, NAME] = None,
    id_: Annotated[Once, ID] = None,
    short: Annotated[Once, typer.Option("--short", help=words("tên ngắn", "short name"))] = None,
    kind: Annotated[
        Once, typer.Option("--kind", help=words("loại, như co-quan, don-vi-hanh-chinh", "kind, such as co-quan"))
    ] = None,
    level: Annotated[Once, LEVEL] = None,
    parent: Annotated[
        Once, typer.Option("--parent", help=words("trực thuộc: mã hoặc tên", "parent: id or name"))
    ] = None,
    start: Annotated[Once, typer.Option("--from", metavar="DAY", help=words("từ ngày", "first day"))] = None,
    end: Annotated[Once, typer.Option("--to", metavar="DAY", help=words("đến ngày", "last day"))] = None,
    alias: Annotated[Many, ALIAS] = None,
    source: Source = None,
    dry_run: DryRun = False,
    force: Force = False,
    yes: Yes = False,
    root: Root = None,
) -> None:
    """Add an organisation."""
    typed: Typed = {
        "name": name, "id": id_, "short": short, "kind": kind, "level": level, "parent": parent, "from": start, "to": end,
        "alias": texts(alias), "source": source,
    }  # fmt: skip
    add("organisations", typed, root, dry_run=dry_run, force=force, yes=yes)


def add_person(
    name: Annotated[Once, NAME] = None,
    id_: Annotated[Once, ID] = None,
    alias: Annotated[Many, ALIAS] = None,
    unit: Annotated[Once, typer.Option("--unit", help=words("đơn vị: mã hoặc tên", "unit: id or name"))] = None,
    position: Annotated[Once, typer.Option("--position", help=words("chức vụ", "position"))] = None,
    start: Annotated[Once, typer.Option("--from", metavar="DAY", help=words("từ ngày", "since"))] = None,
    different_from: Annotated[
        Many, typer.Option("--different-from", help=words("mã người trùng tên", "id of a namesake"))
    ] = None,
    source: Source = None,
    dry_run: DryRun = False,
    force: Force = False,
    yes: Yes = False,
    root: Root = None,
) -> None:
    """Add a person."""
    typed: Typed = {
        "name": name, "id": id_, "alias": texts(alias), "unit": unit, "position": position, "from": start,
        "different-from": texts(different_from), "source": source,
    }  # fmt: skip
    add("people", typed, root, dry_run=dry_run, force=force, yes=yes)


def add_campaign(
    name: Annotated[Once, NAME] = None,
    id_: Annotated[Once, ID] = None,
    theme: Annotated[Once, typer.Option("--theme", help=words("chủ đề", "theme"))] = None,
    watchword: Annotated[Once, typer.Option("--watchword", help=words("khẩu hiệu", "watchword"))] = None,
    kind: Annotated[Once, typer.Option("--kind", help="thuong-xuyen, chuyen-de")] = None,
    scope: Annotated[Once, typer.Option("--scope", help="toan-quoc, bo-nganh-dia-phuong, cum-khoi, don-vi")] = None,
    of: Annotated[Once, typer.Option("--of", help=words("của địa phương, đơn vị", "of the place or unit"))] = None,
    period: Annotated[
        Once, typer.Option("--period", help=words("thời gian, như 2021-2025", "period, such as 2021-2025"))
    ] = None,
    launched_on: Annotated[
        Once, typer.Option("--launched-on", metavar="DAY", help=words("ngày phát động", "day of the launch"))
    ] = None,
    launched_by: Annotated[
        Once, typer.Option("--launched-by", help=words("cơ quan phát động", "who launched it"))
    ] = None,
    document: Annotated[
        Once, typer.Option("--document", help=words("văn bản phát động", "document of the launch"))
    ] = None,
    occasion: Annotated[Once, typer.Option("--occasion", help=words("dịp", "occasion"))] = None,
    parent: Annotated[
        Once, typer.Option("--parent", metavar="CAMPAIGN", help=words("thuộc phong trào", "part of the campaign"))
    ] = None,
    objective: Annotated[
        Many, typer.Option("--objective", help=words("mục tiêu; ghi được nhiều lần", "objective; may be repeated"))
    ] = None,
    content: Annotated[
        Many, typer.Option("--content", help=words("nội dung; ghi được nhiều lần", "content; may be repeated"))
    ] = None,
    source: Source = None,
    dry_run: DryRun = False,
    force: Force = False,
    yes: Yes = False,
    root: Root = None,
) -> None:
    """Add a campaign."""
    typed: Typed = {
        "name": name, "id": id_, "theme": theme, "watchword": watchword, "kind": kind, "scope": scope, "of": of,
        "period": period, "launched-on": launched_on, "launched-by": launched_by, "document": document, "occasion": occasion,
        "parent": parent, "objective": texts(objective), "content": texts(content), "source": source,
    }  # fmt: skip
    add("campaigns", typed, root, dry_run=dry_run, force=force, yes=yes)


def add_bloc(
    name: Annotated[Once, NAME] = None,
    id_: Annotated[Once, ID] = None,
    kind: Annotated[Once, typer.Option("--kind", help="khoi, cum")] = None,
    organiser: Annotated[
        Once, typer.Option("--organiser", help=words("cơ quan tổ chức: mã hoặc tên", "organiser: id or name"))
    ] = None,
    number: Annotated[Once, typer.Option("--number", help=words("số thứ tự", "number"))] = None,
    level: Annotated[Once, LEVEL] = None,
    alias: Annotated[Many, ALIAS] = None,
    source: Source = None,
    dry_run: DryRun = False,
    force: Force = False,
    yes: Yes = False,
    root: Root = None,
) -> None:
    """Add a bloc or cluster."""
    typed: Typed = {
        "name": name, "id": id_, "kind": kind, "organiser": organiser, "number": number, "level": level,
        "alias": texts(alias), "source": source,
    }  # fmt: skip
    add("blocs", typed, root, dry_run=dry_run, force=force, yes=yes)


def add_exemplar(
    name: Annotated[Once, NAME] = None,
    collective: Annotated[
        Once, typer.Option("--collective", help=words("tập thể: mã hoặc tên", "collective: id or name"))
    ] = None,
    id_: Annotated[Once, ID] = None,
    position: Annotated[Once, typer.Option("--position", help=words("chức vụ", "position"))] = None,
    organisation: Annotated[
        Once, typer.Option("--organisation", help=words("đơn vị: mã hoặc tên", "organisation: id or name"))
    ] = None,
    field: Annotated[Once, typer.Option("--field", help=words("lĩnh vực", "field"))] = None,
    year: Annotated[Once, typer.Option("--year", help=words("năm", "year"))] = None,
    campaign: Annotated[
        Once, typer.Option("--campaign", help=words("phong trào: mã hoặc tên", "campaign: id or name"))
    ] = None,
    bloc: Annotated[Once, typer.Option("--bloc", help=words("khối, cụm: mã hoặc tên", "bloc: id or name"))] = None,
    story: Annotated[Once, typer.Option("--story", help=words("câu chuyện", "story"))] = None,
    source: Source = None,
    dry_run: DryRun = False,
    force: Force = False,
    yes: Yes = False,
    root: Root = None,
) -> None:
    """Add an exemplar."""
    typed: Typed = {
        "name": name, "collective": collective, "id": id_, "position": position, "organisation": organisation, "field": field,
        "year": year, "campaign": campaign, "bloc": bloc, "story": story, "source": source,
    }  # fmt: skip
    add("exemplars", typed, root, dry_run=dry_run, force=force, yes=yes)
