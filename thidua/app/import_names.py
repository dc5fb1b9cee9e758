"""Which award, unit or organisation the words of a cell mean; what is not sure is left to a person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import SHOWN, Match
from thidua.diagnostics import Text
from thidua.law.short_name import award_called, family_called
from thidua.vietnamese.text import fold

if TYPE_CHECKING:
    from datetime import date

    from thidua.app.entry_lookup import Lookup

_ALLOWED = """
SELECT DISTINCT power.award FROM power
JOIN authority_kind ON authority_kind.kind = power.body
WHERE authority_kind.id = ? AND power.may = 'co' AND power.award LIKE ?
  AND (? = '' OR (? BETWEEN power.start AND power."end"
       AND power.era IN (SELECT era FROM era WHERE ? BETWEEN era.start AND era."end" AND era.received_from = '')))
"""


_COMMITTEE = re.compile(r"^(?:ubnd|uy ban nhan dan)\b\s*")


class NotOne(Exception):
    """Words that mean nothing known, or one of several.

    Attributes:
        candidates: what may be meant.
    """

    def __init__(self, said: Text, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(said.en)
        self.said = said
        self.candidates = candidates


class Names:
    """Awards and organisations by what cells call them; each text is looked up once."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.award = lru_cache(maxsize=None)(self._award)
        self.organisation = lru_cache(maxsize=None)(self._organisation)
        self.matches = lru_cache(maxsize=None)(self._matches)

    def is_award(self, text: str, authority: str, day: date | None) -> str | None:
        """Return the award that a heading names, or `None`; a heading that may mean several is no less one.

        Raises:
            NotOne: it names an award, and which of several is not clear.
        """
        try:
            return self.award(text, authority, day)
        except NotOne as error:
            if error.candidates and family_called(text):
                raise
            return None

    def _award(self, text: str, authority: str, day: date | None, given: str = "") -> str:
        found = self.lookup.matches("catalogue", text)
        if len(found) == 1:
            return found[0].id
        if (short := award_called(text)) is not None and self.lookup.has("catalogue", short):
            return short
        if (family := family_called(text)) is not None:
            if given.startswith(family[0]) and not family[1]:
                return given
            return self._of_family(text, *family, authority, day)
        try:
            return self.lookup.id("catalogue", text)
        except EntryError as error:
            near = tuple(map(str, self.lookup.complete("catalogue", text)[:SHOWN]))
            raise NotOne(error.said, near) from error

    def _of_family(self, text: str, family: str, by: str, authority: str, day: date | None) -> str:
        """Return the one award of a family that its authority confers."""
        who = self._conferring(by, authority) if by else authority
        members = [one for one, _ in self.lookup.all("catalogue") if one.id.startswith(family)]
        if who:
            iso = day.isoformat() if day else ""
            rows = self.lookup.register.ask(_ALLOWED, (who, f"{family}%", iso, iso, iso))
            allowed = {id_ for (id_,) in rows}
            able = [one for one in members if one.id in allowed]
            if len(able) == 1:
                return able[0].id
            members = able or members
        listed = "; ".join(map(str, members[:SHOWN]))
        raise NotOne(
            Text(
                f"`{text}` chưa rõ là loại nào; ghi mã hoặc tên đầy đủ: {listed}",
                f"it is not clear which award `{text}` is; write the id or the full name: {listed}",
            ),
            tuple(map(str, members)),
        )

    def _conferring(self, by: str, authority: str) -> str:
        """Return who is said to confer: who is called so, or the authority itself, as in *UBND thành phố*."""
        place = _place(by)
        for called in (by, f"chu tich {by}", place):
            if said := self.lookup.matches("organisations", called) if called else ():
                return said[0].id if len(said) == 1 else ""
        own = _place(fold(self.lookup.name("organisations", authority))) if authority else ""
        return authority if not place or f"{own} ".startswith(f"{place} ") else ""

    def _matches(self, text: str) -> tuple[Match, ...]:
        return self.lookup.matches("organisations", text)

    def _organisation(self, text: str) -> str:
        """Return the id of the organisation of this name, or the name where no record has it.

        Raises:
            NotOne: several have it, or it is written as an id that does not exist.
        """
        try:
            return self.lookup.id_or_name("organisations", text)
        except EntryError as error:
            raise NotOne(error.said, tuple(map(str, self.matches(text)))) from error

    def place(self, text: str) -> str:
        """Return a unit as two ways to write it compare equal: its id, else its folded name."""
        found = self.matches(text) if text else ()
        return found[0].id if len(found) == 1 else fold(text)


def _place(committee: str) -> str:
    """Return what place a people's committee is of, from its folded name."""
    return re.sub(r"\btp\b", "thanh pho", _COMMITTEE.sub("", committee)).strip()
