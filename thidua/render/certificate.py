"""Certificates (*bằng khen, giấy khen*): what is printed on the office's blank, one page each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.render.office import needed
from thidua.render.pdf import compiled
from thidua.render.typst_markup import quoted
from thidua.render.word import packed, template_of
from thidua.render.word_template import filled
from thidua.render.words import day_long
from thidua.render.xml_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from thidua.report.decision_papers import Certificate, Certificates

_CALLED = {"bang-khen": "BẰNG KHEN", "giay-khen": "GIẤY KHEN"}
"""What is printed large; other awards stand there with their whole name."""

_PREAMBLE = """\
#set document(title: {title}, date: none)
#set page(paper: "a4", flipped: true, margin: (top: 3cm, bottom: 2cm, x: 3.5cm))
#set text(font: "Tinos", size: 14pt, lang: "vi", hyphenate: false)
#set par(spacing: 0.9em)
#let certificate(authority, verb, award, recipient, post, achievement, decision, book, day, capacity, signer) = {{
  set align(center)
  let line(above, body) = block(above: above, below: 0pt, body)
  line(0pt, strong(authority))
  line(14pt, verb)
  line(20pt, text(30pt, strong(award)))
  line(24pt, text(20pt, strong(recipient)))
  line(14pt, post)
  line(14pt, achievement)
  v(1fr)
  grid(columns: (1fr, 1fr),
    align(left, text(12pt, emph({{ decision; linebreak(); book }}))),
    {{ text(13pt, emph(day)); for line in capacity {{ linebreak(); strong(line) }}; v(2.3cm); strong(signer) }})
}}
"""


def values(one: Certificate) -> dict[str, Any]:
    """Return the texts of one certificate, as a Word template names them."""
    made = {
        "authority": one.authority,
        "verb": "Truy tặng" if one.posthumous else "Tặng",
        "award": _CALLED.get(one.award_kind) or one.award.upper(),
        "recipient": one.recipient,
        "post": one.post,
        "achievement": one.achievement or "",
        "decision": f"Quyết định số {one.number or '……'} {day_long(one.date) or 'ngày …… tháng …… năm ……'}",
        "book": "Vào sổ vàng số: ……",
        "place_date": f"{one.place}, {day_long(one.date) or 'ngày …… tháng …… năm ……'}",
        "signer": one.signature.name or "",
    }
    return {name: clean(text) for name, text in made.items()} | {"capacity": [clean(x) for x in one.signature.capacity]}


def pdf(made: Certificates) -> bytes:
    """Return all certificates as one PDF.

    Raises:
        MissingLibrary: typst is not installed.
    """
    pages = (_page(values(one)) for one in made.certificates)
    return compiled(_PREAMBLE.format(title=quoted(clean(made.title))) + "\n#pagebreak()\n".join(pages))


def word(made: Certificates, folders: Iterable[Path]) -> bytes:
    """Return all certificates as one Word file.

    Raises:
        BadTemplate: the template cannot be used.
        MissingLibrary: docxtpl is not installed.
    """
    needed("docxtpl")
    every = {"title": clean(made.title), "certificates": [values(one) for one in made.certificates]}
    return packed(filled(template_of("certificate", folders), every).docx, clean(made.title))


def _page(one: Mapping[str, Any]) -> str:
    names = ("authority", "verb", "award", "recipient", "post", "achievement", "decision", "book", "place_date")
    lines = "".join(f"{quoted(line)}, " for line in one["capacity"])
    texts = ", ".join(quoted(one[name]) for name in names)
    return f"#certificate({texts}, ({lines}), {quoted(one['signer'])})"
