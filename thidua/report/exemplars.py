"""Exemplars (*điển hình tiên tiến*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.queries import files_of, organisations_inside
from thidua.value_class import dataclass
from thidua.vietnamese.order import given_name_key

if TYPE_CHECKING:
    from thidua.model.exemplar import Exemplar
    from thidua.report.reader import Reader


@dataclass(frozen=True, slots=True)
class ExemplarLine:
    """A person or a collective held up as an example."""

    name: str
    collective: bool
    position: str | None
    organisation: str | None
    field: str | None
    year: int | None
    campaign: str | None
    doubt: int


def exemplars(
    reader: Reader, years: tuple[int, ...], campaigns: tuple[str, ...], of: str = ""
) -> tuple[ExemplarLine, ...]:
    """Return exemplars of these campaigns, and of these years in the organisation: collectives, then by given name.

    An exemplar belongs to the organisation if its campaign does, or the unit it names does.
    """
    paths = files_of(reader.register, "exemplars")
    if not paths:
        return ()
    from thidua.model.exemplar import Exemplar

    inside = organisations_inside(reader.register, of) if of else set()
    found = []
    for path in paths:
        one = reader.library.record(path, Exemplar)
        if one is None:
            continue
        here = one.campaign in campaigns or (one.year in years and bool({one.organisation, one.collective} & inside))
        if here:
            reader.record(path, Exemplar)
            found.append(_line(reader, path, one))
    return tuple(sorted(found, key=lambda line: (not line.collective, given_name_key(line.name))))


def _line(reader: Reader, path: str, one: Exemplar) -> ExemplarLine:
    return ExemplarLine(
        one.name or reader.name(one.collective) or "",
        one.collective is not None,
        one.position,
        reader.name(one.organisation),
        one.field,
        one.year,
        reader.name(one.campaign, "campaigns"),
        reader.doubt(path, (), one),
    )
