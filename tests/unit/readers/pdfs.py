"""PDF documents for tests, written by hand after ISO 32000-1: Helvetica, one stream a page."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Placed = tuple[float, float, float, str]
"""Left and baseline in points from the page's lower left corner, type size, words."""


def pdf(
    pages: Sequence[Sequence[Placed]],
    info: dict[str, str] | None = None,
    bold: Collection[str] = (),
) -> bytes:
    """A document of A5 pages (420 x 595 points); the lines `bold` are in bold type."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(count))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for index, page in enumerate(pages):
        stream = b"\n".join(_show(*placed, 2 if placed[3] in bold else 1) for placed in page)
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595]"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>"
            % (6 + 2 * index)
        )
        bodies.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    entries = " ".join(f"/{key} {_literal(value)}" for key, value in (info or {}).items())
    bodies.append(f"<< {entries} >>".encode("cp1252"))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = f"<< /Size {len(bodies) + 1} /Root 1 0 R /Info {len(bodies)} 0 R >>".encode()
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    return out + head + table + b"trailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (trailer, len(out))


def column(
    lines: Sequence[str], left: float = 40, top: float = 520, size: float = 10
) -> list[Placed]:
    """Lines below one another, 13 points apart; an empty one leaves its room."""
    return [(left, top - 13 * i, size, line) for i, line in enumerate(lines) if line]


def _literal(words: str) -> str:
    return "(" + words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"


def _show(left: float, baseline: float, size: float, words: str, font: int) -> bytes:
    text = f"BT /F{font} {size} Tf {left} {baseline} Td {_literal(words)} Tj ET"
    return text.encode("cp1252")
