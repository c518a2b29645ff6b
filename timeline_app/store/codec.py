"""Records to the values of SQLite columns and back; compact JSON for nested parts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from timeline_app.domain.records import Anchor, Block, Published, Role
from timeline_app.domain.text import Span
from timeline_app.domain.timevalue import Grain, Kind, Limit, Mod, Point, TimeValue

_INT64 = 2**63 - 1


def dumps(value: Any) -> str:
    """Compact JSON; Unicode is kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def clamped(seconds: int | None) -> int | None:
    """Seconds within SQLite's and numpy's 64 bits: 292 billion years either way."""
    return None if seconds is None else max(-_INT64, min(_INT64, seconds))


def encode_value(value: TimeValue) -> str:
    """JSON of a time value: kind, start, end and the members of a set."""
    return dumps(_value_to_list(value))


def decode_value(text: str) -> TimeValue:
    """The inverse of `encode_value`."""
    return _value_from_list(json.loads(text))


def _value_to_list(value: TimeValue) -> list[Any]:
    members = [_value_to_list(member) for member in value.members]
    end = None if value.kind == "moment" and not members else _end_to_json(value.end)
    return [value.kind, _end_to_json(value.start), end, members]


def _value_from_list(parts: list[Any]) -> TimeValue:
    kind: Kind = parts[0]
    start = _end_from_json(parts[1])
    end = start if parts[2] is None else _end_from_json(parts[2])
    return TimeValue(start, end, kind, tuple(_value_from_list(member) for member in parts[3]))


def _end_to_json(end: Point | Limit) -> Any:
    if isinstance(end, Limit):
        return end.value
    return [
        end.earliest,
        end.latest,
        int(end.grain),
        int(end.approximate),
        int(end.uncertain),
        end.mod.value if end.mod else None,
        end.utc_offset,
    ]


def _end_from_json(end: Any) -> Point | Limit:
    if isinstance(end, str):
        return Limit(end)
    earliest, latest, grain, approximate, uncertain, mod, offset = end
    return Point(
        earliest,
        latest,
        Grain(grain),
        bool(approximate),
        bool(uncertain),
        Mod(mod) if mod else None,
        offset,
    )


def encode_published(published: Published | None) -> str | None:
    """JSON of a publication date with its evidence."""
    if published is None:
        return None
    return dumps([_value_to_list(published.value), published.evidence, published.confidence])


def decode_published(text: str | None) -> Published | None:
    """The inverse of `encode_published`."""
    if text is None:
        return None
    value, evidence, confidence = json.loads(text)
    return Published(_value_from_list(value), evidence, confidence)


def encode_anchor(anchor: Anchor | None) -> str | None:
    """JSON of what a relative expression was counted from."""
    return None if anchor is None else dumps([anchor.kind, anchor.edtf, anchor.span])


def decode_anchor(text: str | None) -> Anchor | None:
    """The inverse of `encode_anchor`."""
    if text is None:
        return None
    kind, edtf, span = json.loads(text)
    return Anchor(kind, edtf, Span(*span) if span else None)


def encode_blocks(blocks: Iterable[Block]) -> str:
    """JSON of an article's blocks."""
    return dumps([[block.span.start, block.span.end, block.role.value] for block in blocks])


def decode_blocks(text: str) -> tuple[Block, ...]:
    """The inverse of `encode_blocks`."""
    return tuple(Block(Span(start, end), Role(role)) for start, end, role in json.loads(text))


def encode_names(names: Iterable[str]) -> str:
    """Names such as "year", sorted, separated by spaces; empty for none."""
    return " ".join(sorted(names))


def decode_names(text: str) -> frozenset[str]:
    """The inverse of `encode_names`."""
    return frozenset(text.split())
