from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from tests.unit.readers.pdfs import column, pdf
from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers import read


def page(title: str, date: str = "") -> bytes:
    meta = f'<meta property="article:published_time" content="{date}">' if date else ""
    words = f"The council spoke of {title} at length and went home late. " * 9
    head = f"<html><head><title>{title}</title>{meta}</head>"
    return f"{head}<body><p>{words}</p></body></html>".encode()


def record(
    url: str,
    content: bytes,
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    extra: str = "",
    warc_type: str = "response",
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + content
    if warc_type == "resource":
        http = content
    block = "application/http; msgtype=response" if warc_type == "response" else kind
    head = (
        f"WARC/1.1\r\nWARC-Type: {warc_type}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2016-05-21T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: {block}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


RECORDS = [
    record("https://example.org/a", page("ships", "2016-05-20T09:00:00Z")),
    record("https://example.org/a", page("ships again")),
    record("https://example.org/b.css", b"p { color: red }", kind="text/css"),
    record("https://example.org/lost", page("nothing"), status="404 Not Found"),
    record(
        "https://example.org/c",
        gzip.compress(page("crews")),
        extra="Content-Encoding: gzip\r\n",
    ),
    record("https://example.org/frame", b"<html><body>Advertisement</body></html>"),
    record(
        "https://example.org/d.pdf",
        pdf([column([f"Line {n} of the council's report on the port." for n in range(1, 12)])]),
        kind="application/pdf",
    ),
    record("https://example.org/e", page("money"), warc_type="resource", kind="text/html"),
]


@pytest.mark.parametrize(
    "data", [b"".join(RECORDS), b"".join(map(gzip.compress, RECORDS))], ids=["plain", "packed"]
)
def test_pages_and_documents(data: bytes) -> None:
    ships, crews, report, money = read(data, "saved.dat")
    assert ships.reader == "warc/1"
    assert (ships.title, ships.part) == ("ships", "https://example.org/a")
    assert ships.url == "https://example.org/a"
    assert ships.published is not None
    assert format_edtf(ships.published.value) == "2016-05-20"
    assert ships.warnings == ("Left out for want of a text: 1 of the archive's pages.",)
    assert "The council spoke of crews" in crews.text
    assert crews.published is not None
    assert format_edtf(crews.published.value) == "2016-05-21"
    assert crews.published.confidence == 0.4
    assert crews.warnings == (
        "The date of publication was guessed from the day on which the page was archived.",
    )
    assert report.reader == "pdf/3"
    assert report.url == "https://example.org/d.pdf"
    assert money.title == "money"


def test_a_short_page_counts_where_there_is_no_other() -> None:
    words = b"<html><body><p>The port is closed today.</p></body></html>"
    (article,) = read(record("https://example.org/a", words), "a.warc")
    assert article.text == "The port is closed today."
    assert article.warnings[-1].startswith("The date of publication was guessed")


def test_a_page_whose_kind_nobody_says() -> None:
    data = record("https://example.org/a", page("ships")).replace(
        b"Content-Type: text/html; charset=utf-8\r\n", b"X-Nothing: text/html; charset=utf-8\r\n"
    )
    cut = len(b"Content-Type") - len(b"X-Nothing")
    length = data.index(b"Content-Length: ") + len(b"Content-Length: ")
    end = data.index(b"\r", length)
    data = data[:length] + str(int(data[length:end]) - cut).encode() + data[end:]
    (article,) = read(data, "a.warc")
    assert article.title == "ships"


def test_a_chunked_answer() -> None:
    content = page("ships")
    chunked = b"".join(
        b"%x\r\n%b\r\n" % (len(content[i : i + 100]), content[i : i + 100])
        for i in range(0, len(content), 100)
    )
    extra = "Transfer-Encoding: chunked\r\n"
    (article,) = read(
        record("https://example.org/a", chunked + b"0\r\n\r\n", extra=extra), "a.warc"
    )
    assert article.text.count("The council spoke of ships") == 9


def wacz(listed: list[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("archive/data.warc.gz", b"".join(map(gzip.compress, RECORDS)))
        lines = [{"format": "json-pages-1.0", "id": "pages"}, *({"url": url} for url in listed)]
        container.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)))
        container.writestr("datapackage.json", "{}")
    return out.getvalue()


def test_of_a_wacz_the_pages_that_it_lists() -> None:
    (article,) = read(wacz(["https://example.org/c"]), "saved.zip")
    assert (article.reader, article.part) == ("wacz/1", "https://example.org/c")
    assert len(read(wacz([]), "saved.wacz")) == 4


def test_an_archive_that_breaks_off_gives_what_came_before() -> None:
    whole = b"".join(map(gzip.compress, RECORDS))
    (article,) = read(whole[: len(gzip.compress(RECORDS[0])) + 200], "cut.warc.gz")
    assert article.title == "ships"


def test_an_archive_without_pages() -> None:
    with pytest.raises(UnreadableFile, match="No page of the archive"):
        read(RECORDS[2], "a.warc")


def test_other_packed_files_are_no_archives() -> None:
    with pytest.raises(UnreadableFile, match="gzip archive"):
        read(gzip.compress(b"The council voted."), "a.warc.gz")
