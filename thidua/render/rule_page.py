"""Rules as Markdown pages: what is found, why it matters, what to write instead, and the examples the tests run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.diagnostics import Language, Severity, Text, day_words
from thidua.law.citation import cited
from thidua.law.citation_words import english
from thidua.law.entry import Confidence
from thidua.source.characters import flaws

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua.rules.base import Example, Rule, Wording

SEVERITIES = {
    Severity.ERROR: Text(vi="lỗi", en="error"),
    Severity.WARNING: Text(vi="cảnh báo", en="warning"),
    Severity.NOTE: Text(vi="lưu ý", en="note"),
}
"""How each severity reads."""

_LIST_TITLE = Text(vi="Các quy tắc", en="Rules")
_LIST_HEAD = Text(vi="| mã | mức | tìm thấy |", en="| code | severity | what is found |")
_SEVERITY = Text(vi="Mức: {severity}. Tên: `{name}`.", en="Severity: {severity}. Name: `{name}`.")
_WHY = Text(vi="Vì sao", en="Why")
_LAW = Text(vi="Căn cứ", en="Law")
_LAW_INTRO = Text(
    vi="Áp dụng theo ngày quyết định, ngày nhận hồ sơ; quy định riêng của đơn vị trong `records/catalogue/rules/`"
    " được thêm vào hoặc thay thế.",
    en="They hold by the day of the decision and the day of receipt; an office's own rules in"
    " `records/catalogue/rules/` are added to them or stand in their place.",
)
_CITED = Text(vi="{article}: có hiệu lực {days} ({grade})", en="{article}: in force {days} ({grade})")
_ABSENT = Text(
    vi="{article}: {days} không có danh hiệu, hình thức này ({grade})", en="{article}: no such award {days} ({grade})"
)
_DAYS = Text(vi="từ {start} đến {end}", en="from {start} to {end}")
_SINCE = Text(vi="từ {start}", en="from {start}")
_NO_LAW = Text(
    vi="Không điều luật nào đứng sau quy tắc này: chương trình tự đặt để bản ghi đúng.",
    en="No law stands behind this rule: it is the program's own rule of care.",
)
_GRADES = {
    "xac-nhan": Text(vi="đã xác nhận", en="confirmed"),
    "mot-nguon": Text(vi="một nguồn", en="one source"),
    "chua-xac-nhan": Text(vi="chưa xác nhận", en="not confirmed"),
}
_MESSAGES = Text(vi="Các thông báo", en="Messages")
_BAD = Text(vi="Ví dụ sai", en="Bad example")
_GOOD = Text(vi="Ví dụ đúng", en="Good example")
_BEFORE = Text(vi="Trên nhánh chính:", en="On the main branch:")
_NOW = Text(vi="Bây giờ:", en="Now:")
_GONE = Text(vi="Bây giờ không còn tệp nào.", en="Now there is no file.")
_FOUND = Text(vi="Tìm thấy tại `{place}`.", en="Found at `{place}`.")
_BYTES = Text(vi="(tệp không phải UTF-8, byte được viết dạng `\\xNN`)", en="(not UTF-8; bytes are written as `\\xNN`)")
_ESCAPED = Text(
    vi="(ký tự không nhìn thấy được viết dạng `\\uNNNN`)",
    en="(characters that cannot be seen are written as `\\uNNNN`)",
)
_INVISIBLE = re.compile(r"[^\S\n ]|[\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u206f\ufeff]")
_PLACE = re.compile(r"\{(\w+)(?::\w+)?\}")


def render(rule: Rule, language: Language) -> str:
    """Return the page of one rule in one language."""
    return "\n".join(_page(rule, language)) + "\n"


def render_both(rule: Rule) -> str:
    """Return the page of one rule, Vietnamese first."""
    return f"{render(rule, Language.VI)}\n---\n\n{render(rule, Language.EN)}"


def render_list(rules: Iterable[Rule], language: Language) -> str:
    """Return the list of rules, each with a link to its page."""
    lines = [f"# {_LIST_TITLE.words(language)}", "", _LIST_HEAD.words(language), "|---|---|---|"]
    for rule in rules:
        severity = SEVERITIES[rule.severity].words(language)
        lines.append(f"| [{rule.code}]({rule.code}.md) | {severity} | {rule.title.words(language)} |")
    return "\n".join(lines) + "\n"


def _page(rule: Rule, language: Language) -> Iterator[str]:
    def say(text: Text, **values: str) -> str:
        return text.words(language, values)

    yield f"# {rule.code}: {say(rule.title)}"
    yield ""
    yield say(_SEVERITY, severity=say(SEVERITIES[rule.severity]), name=rule.name)
    yield ""
    yield f"## {say(_WHY)}"
    yield ""
    yield say(rule.why)
    yield from _law(rule, language)
    yield ""
    yield f"## {say(_MESSAGES)}"
    yield ""
    for wording in _distinct(rule.wording.values()):
        yield f"- {_shown(wording.message, language)}"
        if wording.help is not None:
            yield f"  → {_shown(wording.help, language)}"
    for title, examples in ((_BAD, rule.bad), (_GOOD, rule.good)):
        for example in examples:
            yield ""
            yield f"## {say(title)}"
            yield from _example(example, language)


def _law(rule: Rule, language: Language) -> Iterator[str]:
    yield ""
    yield f"## {_LAW.words(language)}"
    yield ""
    if not rule.law:
        yield _NO_LAW.words(language)
        return
    yield _LAW_INTRO.words(language)
    yield ""
    for one in cited(rule.law):
        if rule.severity is Severity.ERROR and one.confidence is not Confidence.CONFIRMED:
            continue
        values = {"start": day_words(one.start, language), "end": day_words(one.end, language)}
        days = (_DAYS if one.end else _SINCE).words(language, values)
        article = one.article if language is Language.VI else english(one.article)
        told = {"article": article, "days": days, "grade": _GRADES[one.confidence].words(language)}
        yield f"- {(_ABSENT if one.absent else _CITED).words(language, told)}"


def _example(example: Example, language: Language) -> Iterator[str]:
    if example.before:
        yield from ("", _BEFORE.words(language))
        yield from _files(example.before, language)
        yield from ("", _NOW.words(language) if example.files else _GONE.words(language))
    yield from _files(example.files, language)
    for place in example.finds:
        yield ""
        yield _FOUND.words(language, {"place": place})


def _files(files: Mapping[str, str | bytes], language: Language) -> Iterator[str]:
    for path, content in files.items():
        text, remark = _readable(content)
        fence = "```" if "```" not in text else "````"
        yield ""
        yield f"`{path}`{' ' + remark.words(language) if remark else ''}"
        yield ""
        yield f"{fence}{'markdown' if path.endswith('.md') else 'yaml'}"
        yield text.removesuffix("\n")
        yield fence


def _readable(content: str | bytes) -> tuple[str, Text | None]:
    """Return a text as it can be printed, and what to say about it."""
    if isinstance(content, bytes):
        return content.decode("utf-8", "backslashreplace"), _BYTES
    if "\t" not in content and not flaws(content):
        return content, None
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", content), _ESCAPED


def _distinct(wordings: Iterable[Wording]) -> list[Wording]:
    """Each wording once: variants may share their words."""
    return list(dict.fromkeys(wordings))


def _shown(text: Text, language: Language) -> str:
    """Return a message with `…` where a value goes."""
    words = text.vi if language is Language.VI else text.en
    return text.words(language, dict.fromkeys(_PLACE.findall(words), "…"))
