"""What a rule is: a code, words in two languages, a check, and examples that are its documentation and its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from thidua.diagnostics import Place, Route, Severity, Text, Value


@dataclass(frozen=True, slots=True)
class Example:
    """A small repository that shows a rule. Docs print it; tests run it.

    Attributes:
        files: record texts by path.
        finds: for a bad example, the primary place of each finding, in order, as `path:line:column`.
        before: the records on the main branch, with which these are compared; empty where they are not compared.
    """

    files: Mapping[str, str | bytes]
    finds: tuple[str, ...] = ()
    before: Mapping[str, str | bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says, and what to do about it."""

    message: Text
    help: Text | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One thing a check found.

    Attributes:
        route: the field to change.
        values: what the words need; `variant` chooses among a rule's wordings.
        related: other fields to show.
        key: the name of the field is meant, not its value.
        path: the file; a check of one record leaves it out.
    """

    route: Route
    values: Mapping[str, Value] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    key: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class WhileReading:
    """Found by the reader, before there is a record."""


@dataclass(frozen=True, slots=True)
class AgainstBase:
    """Found by comparing the records with an older state of them, as `validate --base` does; never kept."""


@dataclass(frozen=True, slots=True)
class OfRecord:
    """A check of one typed record. Its findings are kept with the file.

    Attributes:
        folders: the kinds of record it looks at; empty for all.
        find: gets the record and its id, and yields what is wrong with it.
    """

    find: Callable[[Any, str], Iterable[Found]]
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfRegister:
    """A check across records: one statement over the register, and words for each row it returns.

    Rules that have `find`, `key` and `touched` in common ask once, all together: what is heavy in a statement is not done for each
    of them. Then `word` of each gives nothing for the rows of the others.

    Attributes:
        find: a SELECT that yields the offenders. `:within` stands where the rows of one key are chosen, and every row has a
            column `key`.
        key: the expression of `find` that is compared with the keys touched by a change.
        touched: a SELECT of the keys that the files in `touched_file` have a part in.
        word: turns a row, by names of columns, into what was found, once or several times.
        today: the statement needs `:today`; its findings are never kept.
    """

    find: str
    key: str
    touched: str
    word: Callable[[dict[str, Any]], Found | tuple[Found, ...]]
    today: bool = False

    def found(self, row: dict[str, Any]) -> tuple[Found, ...]:
        """Return what a row of `find` says."""
        worded = self.word(row)
        return worded if isinstance(worded, tuple) else (worded,)


@dataclass(frozen=True, slots=True)
class Question:
    """One statement over the register, and the rules that ask it.

    Attributes:
        code: of the first of them: touched keys are noted under it.
    """

    check: OfRegister
    rules: tuple[Rule, ...]

    @property
    def code(self) -> str:
        return self.rules[0].code


def questions(rules: Iterable[Rule]) -> tuple[Question, ...]:
    """Return what these rules ask of the register, as far as its findings are kept."""
    asked: dict[tuple[str, str, str], tuple[OfRegister, list[Rule]]] = {}
    for rule in rules:
        check = rule.check
        if isinstance(check, OfRegister) and not check.today:
            asked.setdefault((check.find, check.key, check.touched), (check, []))[1].append(rule)
    return tuple(Question(check, tuple(those)) for check, those in asked.values())


@dataclass(frozen=True, slots=True)
class OfFindings:
    """Found where all other findings are known, on every run, and never kept."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with records.

    Attributes:
        code: stable for ever; a retired code is never given again.
        name: what is found, in words that read after "allow".
        title: one line for lists.
        why: what goes wrong when nobody looks.
        wording: by variant; the empty variant is the plain one.
        law: the parts of the law it rests on, as `law.citation` names them; a rule of the program's own care names none.
    """

    code: str
    name: str
    severity: Severity
    title: Text
    why: Text
    wording: Mapping[str, Wording]
    check: WhileReading | OfRecord | OfRegister | OfFindings | AgainstBase
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    law: tuple[str, ...] = ()

    def words(self, values: Mapping[str, Value]) -> Wording:
        """Return the wording that fits the values of a finding."""
        return self.wording.get(str(values.get("variant", "")), self.wording[""])


def plain(message: Text, help: Text | None = None) -> dict[str, Wording]:  # noqa: A002 - the name of what it gives
    """Return the wording of a rule that says one thing."""
    return {"": Wording(message, help)}
