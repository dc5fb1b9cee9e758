"""How a command is used, and what was misused, in the language chosen."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Any

from thidua.cli.commands import Command
from thidua.cli.language import words
from thidua.cli.value_names import shown


def help_text(parser: Any, command: Command) -> str:
    """Return what `thidua COMMAND --help` prints."""
    arguments = [p for p in parser.params if p.param_type_name == "argument"]
    options = [p for p in parser.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join(_argument_name(p) for p in arguments)
    lines = [
        f"{words('Cách dùng', 'Usage')}: thidua {command.name} {words('[TUỲ CHỌN]', '[OPTIONS]')} {usage}".rstrip(),
        "",
        *(f"  {line}".rstrip() for line in (words(command.vi, command.en), *_more(parser))),
    ]
    lines += _table(words("Tham số", "Arguments"), [(_argument_name(p), p.help or "") for p in arguments])
    lines += _table(words("Tuỳ chọn", "Options"), [(_option_name(p), _option_help(p)) for p in options])
    return "\n".join(lines) + "\n"


def _more(parser: Any) -> list[str]:
    extra = getattr(parser.callback, "more", None)
    return ["", *cleandoc(words(*extra)).splitlines()] if extra else []


def _argument_name(parameter: Any) -> str:
    name = shown(str(parameter.metavar or parameter.name).upper())
    name += "..." if parameter.nargs == -1 else ""
    return name if parameter.required else f"[{name}]"


def _option_name(parameter: Any) -> str:
    names = ", ".join((*parameter.opts, *parameter.secondary_opts))
    named = shown(parameter.metavar or parameter.name.rstrip("_").replace("_", "-").upper())
    return names if parameter.is_flag else f"{names} {named}"


def _option_help(parameter: Any) -> str:
    choices = getattr(parameter.type, "choices", None)
    listed = f" ({', '.join(str(getattr(c, 'value', c)) for c in choices)})" if choices else ""
    return f"{parameter.help or ''}{listed}"


def _table(title: str, rows: list[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    width = min(28, max(len(name) for name, _ in rows))
    lines = ["", f"{title}:"]
    for name, text in rows:
        if len(name) <= width:
            lines.append(f"  {name:{width}}  {text}".rstrip())
        else:
            lines += [f"  {name}", f"  {'':{width}}  {text}".rstrip()]
    return lines


def usage_error(error: Exception, command: str) -> str | None:
    """Return what was misused, in plain words; `None` if the error is not about usage."""
    name = type(error).__name__
    see = words(f"xem `thidua {command} --help`", f"see `thidua {command} --help`")
    said = getattr(error, "message", "") or ""
    parameter = getattr(error, "param", None)
    called = _called(parameter) or str(getattr(error, "option_name", "") or getattr(error, "param_hint", "") or "")
    match name:
        case "NoSuchOption":
            near = (getattr(error, "possibilities", None) or [""])[0]
            closest = words(f"; gần nhất là `{near}`", f"; the nearest is `{near}`") if near else ""
            return words(
                f"không có tuỳ chọn `{called}`{closest}; {see}", f"there is no option `{called}`{closest}; {see}"
            )
        case "MissingParameter":
            return words(f"thiếu `{called}`; {see}", f"`{called}` is missing; {see}")
        case "BadParameter":
            return words(f"`{called}`: {_in_vietnamese(said)}; {see}", f"`{called}`: {said}; {see}")
        case "BadOptionUsage":
            return words(f"`{called}` cần một giá trị; {see}", f"`{called}` needs a value; {see}")
        case "BadArgumentUsage" | "UsageError":
            return words(f"{_in_vietnamese(said)}; {see}", f"{said}; {see}")
        case _:
            return None


_SAID = (
    (r"'?(.*?)'? is not one of (.*?)\.?$", r"không nhận `\1`; chỉ nhận \2"),
    (r"'?(.*?)'? is not a valid int(?:eger)?(?: range)?\.?$", r"`\1` không phải là số nguyên"),
    (r"(\S+) is not in the range (\S+?)\.?$", r"\1 nằm ngoài khoảng \2"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)$", r"thừa tham số: \1"),
    (r".*'(.*)' does not exist\.?$", r"không có `\1`"),
)
"""What the parser says in English, and the same in Vietnamese."""


def _in_vietnamese(said: str) -> str:
    for pattern, vietnamese in _SAID:
        if re.match(pattern, said):
            return re.sub(pattern, vietnamese, said)
    return said


def _called(parameter: Any) -> str:
    if parameter is None:
        return ""
    return str(parameter.opts[0]) if parameter.param_type_name == "option" else _argument_name(parameter).strip("[]")
