"""Compressed RTF of Outlook's messages (MS-OXRTFCP): a sliding window that starts full of RTF."""

from __future__ import annotations

from timeline_app.domain.errors import UnreadableFile

_HEADER = 16
_WINDOW = 4096
_PACKED, _PLAIN = b"LZFu", b"MELA"
_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""The window's first contents, as the specification gives them (2.1.2.1)."""


def unpacked_rtf(data: bytes, limit: int) -> bytes:
    """The RTF of a PidTagRtfCompressed property, at most `limit` bytes.

    Raises UnreadableFile for other data; what breaks off gives what came before.
    """
    kind = data[8:12]
    if kind == _PLAIN:
        return data[_HEADER : _HEADER + limit]
    if kind != _PACKED:
        raise UnreadableFile("The message is damaged and can't be read.")
    size = min(int.from_bytes(data[4:8], "little"), limit)
    return _unpacked(data[_HEADER:], size)


def _unpacked(data: bytes, size: int) -> bytes:
    """Each control byte tells of eight tokens, lowest bit first: a byte, or a place and length."""
    window = bytearray(_START) + bytearray(_WINDOW - len(_START))
    write = len(_START)
    out = bytearray()
    at = 0
    while at < len(data) and len(out) < size:
        control = data[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                token = int.from_bytes(data[at : at + 2], "big")
                at += 2
                read, length = token >> 4, (token & 0xF) + 2
                if read == write or at > len(data):
                    return bytes(out)
                copied = [(read + i) % _WINDOW for i in range(length)]
            elif at < len(data):
                window[write] = data[at]
                out.append(data[at])
                write = (write + 1) % _WINDOW
                at += 1
                continue
            else:
                return bytes(out)
            for place in copied:
                window[write] = window[place]
                out.append(window[place])
                write = (write + 1) % _WINDOW
    return bytes(out[:size])
