"""Which record a person means by an id or a name, typed with or without accents."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.store import recorded
from thidua.store.catalogue import catalogue
from thidua.store.paths import is_slug
from thidua.value_class import dataclass
from thidua.vietnamese.text import fold, same_tone_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.register import Register

KINDS: Final = {
    "organisations": Text("đơn vị", "organisation"),
    "people": Text("cá nhân", "person"),
    "campaigns": Text("phong trào thi đua", "campaign"),
    "blocs": Text("khối, cụm thi đua", "bloc"),
    "catalogue": Text("danh hiệu, hình thức khen thưởng", "award"),
    "awards": Text("quyết định", "decision"),
}
MAKING: Final = {
    "organisations": "add-organisation",
    "people": "add-person",
    "campaigns": "add-campaign",
    "blocs": "add-bloc",
}
SHORT_FORMS: Final = (
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("thanh pho", "tp"),
    ("thanh pho", "tp."),
    ("thi xa", "tx"),
    ("thi xa", "tx."),
)
SHOWN: Final = 8
"""How many candidates are listed at most."""


@dataclass(frozen=True, slots=True)
class Match:
    """A record that may be meant.

    Attributes:
        name: as it was found by, official, former or other.
    """

    id: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} [{self.id}]"


class Lookup:
    """Records by id and name, asked of a fresh register.

    Attributes:
        own: the organisation whose records these are; empty if the settings do not say.
    """

    def __init__(self, register: Register, own: str = "") -> None:
        self.register = register
        self.own = own
        self.all = lru_cache(maxsize=None)(self._all)

    def has(self, folder: str, id_: str) -> bool:
        """Tell whether there is a record of this id."""
        return recorded.is_recorded(self.register, folder, id_)

    def name(self, folder: str, id_: str) -> str:
        """Return the official name of a record, or the id where there is none."""
        return recorded.official_name(self.register, folder, id_)

    def matches(self, folder: str, text: str) -> tuple[Match, ...]:
        """Return the records of this id or name; accents decide only where several have the name without them."""
        if text.endswith("]") and "[" in text:
            text = text[text.rindex("[") + 1 : -1]
        if is_slug(text) and self.has(folder, text):
            return (Match(text, self.name(folder, text)),)
        found = tuple(self._named(folder, text))
        typed = same_tone_style(text).casefold()
        exact = tuple(one for one in found if same_tone_style(one.name).casefold() == typed)
        return exact if len(exact) == 1 else found

    def id(self, folder: str, text: str, option: str = "") -> str:
        """Return the id of the one record that is meant.

        Raises:
            EntryError: none or several can be meant.
        """
        found = self.matches(folder, text)
        if len(found) == 1:
            return found[0].id
        raise EntryError(_several(folder, text, found) if found else self._unknown(folder, text), option)

    def meant(self, folder: str, text: str, option: str = "") -> str:
        """Return the id of the one record that an id, a name, or a part of a name or id can mean, accents or not.

        Raises:
            EntryError: none or several can be meant.
        """
        return self.id(folder, text, option) if self.matches(folder, text) else self._part(folder, text, option)

    def id_or_name(self, folder: str, text: str, option: str = "") -> str:
        """Return the id of the record that is meant, or the text itself where no record has that name.

        Raises:
            EntryError: several can be meant, or the text is written as an id that does not exist.
        """
        found = self.matches(folder, text)
        return text if not found and not is_slug(text) else self.id(folder, text, option)

    def complete(self, folder: str, typed: str) -> list[Match]:
        """Return the records whose names have every word typed: those that start with them first, then by id."""
        wanted = fold(typed)
        words = wanted.split()
        found: dict[str, tuple[int, int, Match]] = {}
        for place, (one, folded) in enumerate(self.all(folder)):
            rank = _rank(wanted, words, folded, one.id)
            if rank is not None:
                best = found.get(one.id, (rank, place, one))
                found[one.id] = min(best, (rank, place, one), key=lambda r: r[:2])
        return [one for _, _, one in sorted(found.values(), key=lambda r: r[:2])]

    def only(self, folder: str, typed: str) -> Match | None:
        """Return the one record that a half-typed name or id fits, where no record has it whole."""
        found = () if self.matches(folder, typed) else self._fitting(folder, typed)
        return found[0] if len(found) == 1 else None

    def kept(self, folder: str, text: str) -> Text:
        """Return that a name is kept as it was typed, and which records are near."""
        near = "; ".join(map(str, self._nearest(folder, text)))
        kind = KINDS[folder]
        return Text(
            f"chưa có {kind.vi} `{text}`, giữ nguyên như đã gõ" + (f"; gần nhất là: {near}" if near else ""),
            f"there is no {kind.en} `{text}`, kept as typed" + (f"; the nearest: {near}" if near else ""),
        )

    def _part(self, folder: str, text: str, option: str) -> str:
        found = self._fitting(folder, text)
        if len(found) == 1:
            return found[0].id
        raise EntryError(_several_parts(folder, text, found) if found else self._unknown(folder, text), option)

    def _fitting(self, folder: str, typed: str) -> tuple[Match, ...]:
        """Return the records that have every word typed; those with its accents, where some have them."""
        if not fold(typed).strip():
            return ()
        found = tuple(self.complete(folder, typed))
        accented = [same_tone_style(word).casefold() for word in typed.split() if not word.isascii()]
        exact = tuple(one for one in found if all(word in same_tone_style(one.name).casefold() for word in accented))
        return exact or found

    def _all(self, folder: str) -> tuple[tuple[Match, str], ...]:
        if folder == "catalogue":
            return tuple((Match(one.id, one.name), fold(one.name)) for one in catalogue(self.register).values())
        names = recorded.names_in(self.register, folder)
        return tuple((Match(id_, name), folded) for id_, name, folded in names)

    def _named(self, folder: str, text: str) -> Iterator[Match]:
        forms = set(_forms(fold(text)))
        if folder == "catalogue":
            yield from (one for one, folded in self.all(folder) if folded in forms)
            return
        seen = set()
        for id_, name in recorded.names_among(self.register, folder, forms):
            if id_ not in seen:
                seen.add(id_)
                yield Match(id_, name)

    def _unknown(self, folder: str, text: str) -> Text:
        kind, near = KINDS[folder], self._nearest(folder, text)
        if near:
            return Text(
                f"không có {kind.vi} `{text}`; gần nhất là: {'; '.join(map(str, near))}",
                f"there is no {kind.en} `{text}`; the nearest: {'; '.join(map(str, near))}",
            )
        command = MAKING.get(folder)
        then = Text(f"; ghi trước bằng `thidua {command}`", f"; add it first with `thidua {command}`")
        if command is None:
            then = Text("", "")
        return Text(f"không có {kind.vi} `{text}`{then.vi}", f"there is no {kind.en} `{text}`{then.en}")

    def _nearest(self, folder: str, text: str) -> list[Match]:
        """Return those with every word of the text, else the one or two most like it."""
        among = self.complete(folder, text)
        if among:
            return among[:SHOWN]
        from rapidfuzz import process
        from rapidfuzz.distance import JaroWinkler

        every = [(one, one.id if is_slug(text) else folded) for one, folded in self.all(folder)]
        words = [word for _, word in every]
        best = process.extract(fold(text), words, scorer=JaroWinkler.similarity, score_cutoff=0.8, limit=4)
        ids = {every[place][0].id: every[place][0] for _, _, place in best}
        return list(ids.values())[:2]


def _several(folder: str, text: str, found: tuple[Match, ...]) -> Text:
    kind, listed = KINDS[folder], "; ".join(map(str, found[:SHOWN]))
    more = "; …" if len(found) > SHOWN else ""
    return Text(
        f"`{text}` là tên của {len(found)} {kind.vi}: {listed}{more}; hãy ghi mã",
        f"`{text}` is the name of {len(found)} records ({kind.en}): {listed}{more}; give the id",
    )


def _several_parts(folder: str, text: str, found: tuple[Match, ...]) -> Text:
    kind, listed = KINDS[folder], "".join(f"\n  {one}" for one in found[:SHOWN])
    more = "\n  …" if len(found) > SHOWN else ""
    return Text(
        f"`{text}` có trong tên hoặc mã của {len(found)} {kind.vi}; hãy ghi mã:{listed}{more}",
        f"`{text}` is in the name or id of {len(found)} records ({kind.en}); give the id:{listed}{more}",
    )


def _rank(wanted: str, words: list[str], folded: str, id_: str) -> int | None:
    """How well a name fits: it starts so, has the words, or only its id has them; `None` for not at all."""
    if folded.startswith(wanted):
        return 0
    inside = [f" {word}" in f" {folded}" for word in words]
    if all(inside):
        return 1
    return 2 if all(has or word in id_ for has, word in zip(inside, words, strict=True)) else None


def _forms(folded: str) -> Iterator[str]:
    """A folded name with and without the usual short forms."""
    long = f" {folded} "
    for full, short in SHORT_FORMS:
        long = long.replace(f" {short} ", f" {full} ")
    yield folded
    yield long.strip()
    forms = {long}
    for full, short in SHORT_FORMS:
        forms |= {form.replace(f" {full} ", f" {short} ") for form in forms}
    yield from (form.strip() for form in sorted(forms))
