"""Files of many formats through real workers into a library."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.importing.executor import WorkerPool
from timeline_app.importing.job import ImportJob
from timeline_app.importing.report import ImportReport, Outcome
from timeline_app.store import Library

PAGE = b"""<!DOCTYPE html><html lang="en"><head><title>Strike ends</title>
<meta property="article:published_time" content="2014-03-05"></head><body>
<p>Dock workers in Oran ended their strike yesterday.</p></body></html>"""
MAIL = b"""From: Jane Roe <jane@record.example>
Date: Wed, 05 Mar 2014 10:00:00 +0000
Subject: Strike ends

Dock workers in Oran ended their strike on Tuesday.
"""
TABLE = (
    b"title,text,date\n"
    b"Strike ends,The strike ended in March.,2014-03-05\n"
    b"B,The port opened in 2015.,\n"
)


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    """One worker with little memory."""
    workers = WorkerPool(1, seconds=20, megabytes=700)
    yield workers
    workers.shutdown(cancel_futures=True)


def run(library: Library, pool: WorkerPool, folder: Path) -> ImportReport:
    return ImportJob(pool, library, lambda _: None).run([folder])


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in files.items():
            container.writestr(name, data)
    return out.getvalue()


def test_an_archive_gives_an_article_a_file_and_can_be_taken_back(
    library: Library, pool: WorkerPool, folder: Path
) -> None:
    (folder / "case.zip").write_bytes(packed({"a.html": PAGE, "b.eml": MAIL, "c.csv": TABLE}))
    report = run(library, pool, folder)
    assert report.articles == 4
    drafts = [library.article(summary.id) for summary in library.summaries()]
    assert sorted(draft.part or "" for draft in drafts) == ["a.html", "b.eml", "c.csv#2", "c.csv#3"]
    # "Yesterday", "Tuesday" and "March" find their day by each article's own date.
    dates = {format_edtf(event.when): len(event.mentions) for event in library.events()}
    assert dates == {"2014-03": 1, "2014-03-04": 2, "2015": 1}
    again = run(library, pool, folder)
    assert [row.outcome for row in again.rows] == [Outcome.ALREADY_THERE]
    assert report.inverse is not None
    library.apply(report.inverse)
    assert library.summaries() == []


def test_a_pdf_that_unpacks_to_gigabytes_costs_only_itself(
    library: Library, pool: WorkerPool, folder: Path
) -> None:
    (folder / "a.pdf").write_bytes(bomb())
    (folder / "b.html").write_bytes(PAGE)
    report = run(library, pool, folder)
    refused, imported = report.rows
    assert refused.outcome is Outcome.REFUSED
    assert refused.reason.endswith(".")
    assert imported.outcome is Outcome.IMPORTED


def bomb() -> bytes:
    """One page whose content stream holds eight million operators that show text."""
    packer = zlib.compressobj(9)
    show = b"BT /F1 10 Tf (hello) Tj ET\n" * 1_000_000
    stream = b"".join(packer.compress(show) for _ in range(8)) + packer.flush()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (i, item) for i, item in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R /Size 6 >>\n"
