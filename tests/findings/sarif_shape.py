"""What SARIF 2.1.0 asks of the objects that the program writes: their required properties, their types, and no others.

Written out from the standard (OASIS, SARIF Version 2.1.0, section 3), since no package of the
registry carries its schema.
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string"}
FROM_ONE = {"type": "integer", "minimum": 1}
LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    return {
        "type": "object",
        "properties": {name.replace("dollar_", "$"): shape for name, shape in properties.items()},
        "required": list(required),
        "additionalProperties": False,
    }


def some(shape: dict[str, Any], *, least: int = 0, unique: bool = True) -> dict[str, Any]:
    return {"type": "array", "items": shape, "minItems": least, "uniqueItems": unique}


MESSAGE = closed(("text",), text=TEXT, markdown=TEXT)
ARTIFACT_LOCATION = closed(
    uri={
        "type": "string",
        "pattern": r"^(?!/)(?:[A-Za-z0-9\-._~/!$&'()*+,;=@]|%[0-9A-F]{2})+$",  # a relative reference of RFC 3986
    },
    uriBaseId=TEXT,
    description=MESSAGE,
)
REGION = closed(("startLine",), startLine=FROM_ONE, startColumn=FROM_ONE, endLine=FROM_ONE, endColumn=FROM_ONE)
PHYSICAL = closed(("artifactLocation",), artifactLocation=ARTIFACT_LOCATION, region=REGION)
LOCATION = closed(
    ("physicalLocation",), id={"type": "integer", "minimum": 0}, physicalLocation=PHYSICAL, message=MESSAGE
)
SUPPRESSION = closed(
    ("kind",),
    kind={"enum": ["inSource", "external"]},
    status={"enum": ["accepted", "underReview", "rejected"]},
    justification=TEXT,
    location=LOCATION,
)
RULE = closed(
    ("id",),
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    defaultConfiguration=closed(level=LEVEL),
)
RESULT = closed(
    ("message",),
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=some(LOCATION, least=1, unique=False),
    relatedLocations=some(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    suppressions=some(SUPPRESSION),
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
)
DRIVER = closed(("name",), name=TEXT, version=TEXT, language=LANGUAGE, rules=some(RULE))
RUN = closed(
    ("tool",),
    tool=closed(("driver",), driver=DRIVER),
    language=LANGUAGE,
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": ARTIFACT_LOCATION},
    results=some(RESULT, unique=False),
)
SARIF = closed(
    ("version", "runs"),
    dollar_schema={"type": "string", "format": "uri"},
    version={"const": "2.1.0"},
    runs=some(RUN, unique=False),
)
