"""Compound files (MS-CFB) for tests: streams in one folder or two, all in the mini stream."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ROOT, _STORAGE, _STREAM = 5, 1, 2


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A container; a path `folder/name` puts a stream into a folder."""
    small = b""
    chain: list[int] = []
    starts: dict[str, int] = {}
    for path, data in streams.items():
        starts[path] = len(chain) if data else _END
        count = -(-len(data) // _MINI)
        chain += [len(chain) + i + 1 for i in range(count - 1)] + [_END] * bool(count)
        small += data.ljust(count * _MINI, b"\0")
    directory = _directory(streams, starts, len(small))
    sectors = [_padded(directory), _padded(struct.pack(f"<{len(chain)}I", *chain), b"\xff")]
    sectors.append(_padded(small))
    return _file(sectors)


def _directory(streams: Mapping[str, bytes], starts: Mapping[str, int], small: int) -> bytes:
    """The root's and the folders' entries are chains of right siblings."""
    folders = sorted({path.partition("/")[0] for path in streams if "/" in path})
    names = [(path, _STREAM) for path in streams if "/" not in path]
    names += [(folder, _STORAGE) for folder in folders]
    inner = [[path for path in streams if path.startswith(f"{folder}/")] for folder in folders]
    first_inner = 1 + len(names)
    entries = [_entry("Root Entry", _ROOT, child=1 if names else _FREE, start=0, size=small)]
    for at, (name, kind) in enumerate(names, 1):
        right = at + 1 if at < len(names) else _FREE
        if kind == _STREAM:
            size = len(streams[name])
            entries.append(_entry(name, kind, right=right, start=starts[name], size=size))
        else:
            before = sum(len(group) for group in inner[: folders.index(name)])
            entries.append(_entry(name, kind, right=right, child=first_inner + before))
    for group in inner:
        for number, path in enumerate(group):
            right = len(entries) + 1 if number + 1 < len(group) else _FREE
            name, size = path.partition("/")[2], len(streams[path])
            entries.append(_entry(name, _STREAM, right=right, start=starts[path], size=size))
    return b"".join(entries)


def _entry(
    name: str, kind: int, right: int = _FREE, child: int = _FREE, start: int = 0, size: int = 0
) -> bytes:
    wide = name.encode("utf-16-le")
    head = wide.ljust(64, b"\0") + struct.pack("<HBB", len(wide) + 2, kind, 1)
    links = struct.pack("<3I", _FREE, right, child)
    return head + links + bytes(36) + struct.pack("<IQ", start, size)


def _padded(data: bytes, fill: bytes = b"\0") -> bytes:
    return data + fill * (-len(data) % _SECTOR)


def _file(parts: list[bytes]) -> bytes:
    """Sector 0 holds the allocation table, then directory, mini table and mini stream follow."""
    table, first = [_FAT], []
    for part in parts:
        count = len(part) // _SECTOR
        first.append(len(table) if count else _END)
        table += [len(table) + i + 1 for i in range(count - 1)] + [_END] * bool(count)
    table += [_FREE] * (_SECTOR // 4 - len(table))
    assert len(table) == _SECTOR // 4, "too much for one sector of the allocation table"
    root = parts[0]
    root = root[:116] + struct.pack("<I", first[2]) + root[120:]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    minis = len(parts[1]) // _SECTOR
    header += struct.pack("<9I", 0, 1, first[0], 0, 4096, first[1], minis, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    return header + struct.pack(f"<{len(table)}I", *table) + root + b"".join(parts[1:])
