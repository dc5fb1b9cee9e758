"""Value classes: `dataclass`, `field`, `replace` and `asdict` of the standard library, for one that starts at once.

Whoever checks types sees `dataclasses` itself. To load that, and to have it write six methods for each class whether or
not anybody calls them, would be a third of what a warm command takes. Here the methods are shared, and the one that
differs from class to class, `__init__`, is written when the first value is made. What is not known here is refused.
"""

from __future__ import annotations

from operator import attrgetter

TYPE_CHECKING = False  # `typing` is not loaded for a name
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NOTHING = object()

_OWN = frozenset(("__init__", "__post_init__", "__setattr__", "__delattr__", "__eq__", "__lt__"))
"""Methods that no value class has of its own: those here would not call them, or not be called, or not go with them."""

_NO_FIELDS = ("ClassVar", "InitVar", "KW_ONLY")
"""What an annotation says that makes no field of its own."""


class _Field:
    """What is said of a field: see `dataclasses.field`."""

    __slots__ = ("compare", "default", "default_factory", "init", "metadata")

    def __init__(
        self,
        *,
        default: object = _NOTHING,
        default_factory: object = _NOTHING,
        init: bool = True,
        compare: bool = True,
        metadata: Mapping[str, object] | None = None,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.init, self.compare, self.metadata = init, compare, metadata


class _StandardFields:
    """What `dataclasses` keeps of a class, for its `fields`, `asdict` and `replace`; made when it is asked for."""

    def __get__(self, _: object, owner: type[_Value]) -> Mapping[str, object]:
        import dataclasses

        described = []
        for name, one in owner._fields.items():
            said = {key: getattr(one, key) for key in _Field.__slots__ if getattr(one, key) is not _NOTHING}
            described.append((name, object, dataclasses.field(**said)))
        owner.__dataclass_fields__ = dataclasses.make_dataclass(owner.__name__, described).__dataclass_fields__  # type: ignore[attr-defined]
        return owner.__dataclass_fields__


class _Value:
    """What value classes share: they are equal where all is equal, and told as they would be typed."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    __dataclass_fields__: Mapping[str, object] = _StandardFields()  # type: ignore[assignment]
    _fields: Mapping[str, _Field]
    _compared: Callable[[object], object]

    def __init__(self, *given: object, **named: object) -> None:
        """Write the method that takes this one's place, and call it."""
        kind = type(self)
        kind.__init__ = _init(kind)  # type: ignore[method-assign]
        kind.__init__(self, *given, **named)

    def __repr__(self) -> str:
        kind = type(self)
        return f"{kind.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in kind._fields)})"

    def __eq__(self, other: object) -> bool:
        kind = type(self)
        return kind._compared(self) == kind._compared(other) if type(other) is kind else NotImplemented

    __hash__ = None  # type: ignore[assignment] # it can be changed


class _Frozen(_Value):
    """A value that stays as it is."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        kind = type(self)
        return hash(kind._compared(self))  # noqa: SLF001 - its own

    def __setattr__(self, name: str, _: object) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in type(self)._fields)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(type(self)._fields, state, strict=True):
            object.__setattr__(self, name, value)


class _Ordered(_Frozen):
    """A value that comes before or after another. Python asks for `>` and `>=` with the sides changed."""

    __slots__ = ()

    def __lt__(self, other: object) -> bool:
        kind = type(self)
        return kind._compared(self) < kind._compared(other) if type(other) is kind else NotImplemented  # type: ignore[operator]

    def __le__(self, other: object) -> bool:
        kind = type(self)
        return kind._compared(self) <= kind._compared(other) if type(other) is kind else NotImplemented  # type: ignore[operator]


def _dataclass(*, frozen: bool = False, slots: bool = False, order: bool = False) -> Callable[[type], type]:
    """Make a value class of one that has annotations and no base."""
    base = _Ordered if order else _Frozen if frozen else _Value

    def made(written: type) -> type:
        if (order and not frozen) or _is_more(written):
            raise TypeError(f"{written.__qualname__} needs more than a value class; take it from `dataclasses`")
        space = {name: one for name, one in vars(written).items() if name not in ("__dict__", "__weakref__")}
        names = tuple(space.get("__annotations__", ()))
        said = {name: space.pop(name, _NOTHING) for name in names}
        fields = {name: one if isinstance(one, _Field) else _Field(default=one) for name, one in said.items()}
        compared = [name for name, one in fields.items() if one.compare]
        # a getter of one name returns what it gets, one of several a tuple: they compare alike
        space |= {"_fields": fields, "_compared": attrgetter(*compared or ["__class__"])}
        space["__match_args__"] = tuple(name for name, one in fields.items() if one.init)
        if slots:
            space["__slots__"] = names
        kind = type(written.__name__, (base,), space)
        kind.__qualname__ = written.__qualname__
        return kind

    return made


def _is_more(written: type) -> bool:
    """Whether a class asks for what is not known here: a value class would pass over it without a word."""
    space = vars(written)
    annotations = space.get("__annotations__", {})
    told = " ".join(map(str, annotations.values()))
    return (
        written.__bases__ != (object,)
        or not _OWN.isdisjoint(space)
        or any(word in told for word in _NO_FIELDS)
        or any(
            space[name].__hash__ is None for name in annotations if name in space
        )  # a list would be that of all values
    )


def _init(kind: type[_Value]) -> Callable[..., None]:
    """Write `__init__` of a class: one assignment for each field."""
    space: dict[str, object] = {"_NOTHING": _NOTHING}
    parameters, lines = ["self"], []
    for name, one in kind._fields.items():
        value, default = name, one.default
        if one.default_factory is not _NOTHING:
            space[f"_make_{name}"], default = one.default_factory, _NOTHING
            value = f"_make_{name}() if {name} is _NOTHING else {name}"
        space[f"_{name}"] = default
        is_needed = one.default is _NOTHING and one.default_factory is _NOTHING
        if one.init:
            parameters.append(name if is_needed else f"{name}=_{name}")
        else:
            value = f"_{name}"
        lines.append(_assignment(kind, name, value, space))
    # as `dataclasses` has it; the names are those of fields
    exec(f"def __init__({', '.join(parameters)}):\n" + "\n".join(lines or [" pass"]), space)  # noqa: S102
    written: Callable[..., None] = space["__init__"]  # type: ignore[assignment]
    written.__qualname__ = f"{kind.__qualname__}.__init__"
    return written


def _assignment(kind: type[_Value], name: str, value: str, space: dict[str, object]) -> str:
    """Return the line that sets a field, past the method that forbids it."""
    if not issubclass(kind, _Frozen):
        return f" self.{name} = {value}"
    if kind.__dictoffset__:
        return f" self.__dict__[{name!r}] = {value}"
    space[f"_set_{name}"] = getattr(kind, name).__set__  # the slot's own: `object.__setattr__` takes half as long again
    return f" _set_{name}(self, {value})"


def _replace(value: _Value, /, **changes: object) -> _Value:
    """Return a value with something else in some fields."""
    kind = type(value)
    return kind(**{name: getattr(value, name) for name in kind.__match_args__} | changes)


def _as_dict(value: _Value) -> dict[str, object]:
    """Return a value as JSON can hold it: the values within it, too."""
    return {name: _plain(getattr(value, name)) for name in type(value)._fields}


def _plain(value: object) -> object:
    match value:
        case _Value():
            return _as_dict(value)
        case tuple() | list():
            return [_plain(one) for one in value]
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case _:
            return value


if TYPE_CHECKING:
    from dataclasses import asdict as asdict
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    asdict, dataclass, field, replace = _as_dict, _dataclass, _Field, _replace
