from __future__ import annotations

import io
import zipfile

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>The Embargo</dc:title><dc:creator>Jane Roe</dc:creator>
<dc:language>en-GB</dc:language><dc:date>2016-05-20</dc:date><dc:publisher>Harbor</dc:publisher>
</metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="cover" href="cover.png" media-type="image/png"/></manifest>
<spine><itemref idref="nav"/><itemref idref="cover"/><itemref idref="one"/><itemref idref="two"/>
</spine></package>"""


def chapter(title: str, words: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>x</title></head><body><h1>{title}</h1><p>{words}</p></body></html>"
    )


def epub(**parts: str) -> bytes:
    files = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/nav.xhtml": chapter("Contents", "One, two"),
        "OEBPS/text/one.xhtml": chapter("Chapter One", "It was <i>imposed</i> in 2011."),
        "OEBPS/text/two b.xhtml": chapter("Chapter Two", "It was kept in May 2016."),
    } | parts
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        for name, data in files.items():
            container.writestr(name, data)
    return out.getvalue()


def one(data: bytes) -> ReadArticle:
    (article,) = read(data, "story.txt")
    return article


def test_a_book_in_the_order_of_its_spine() -> None:
    article = one(epub())
    assert article.reader == "epub/1"
    assert article.text.split("\n\n") == [
        "Chapter One",
        "It was imposed in 2011.",
        "Chapter Two",
        "It was kept in May 2016.",
    ]
    assert article.blocks[2].role is Role.HEADING
    assert (article.title, article.author) == ("The Embargo", "Jane Roe")
    assert (article.publication, article.language) == ("Harbor", "en")
    assert article.published is not None
    assert format_edtf(article.published.value) == "2016-05-20"


def test_a_locked_book_is_refused_and_mangled_fonts_are_no_lock() -> None:
    lock = (
        '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'
    )
    fonts = lock.format("http://www.idpf.org/2008/embedding")
    assert one(epub(**{"META-INF/encryption.xml": fonts})).title == "The Embargo"
    drm = lock.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    with pytest.raises(UnreadableFile, match="locked"):
        read(epub(**{"META-INF/encryption.xml": drm}), "a.epub")


def test_a_missing_chapter_is_told_and_a_missing_package_refused() -> None:
    package = PACKAGE.replace("text/one.xhtml", "../../etc/passwd")
    article = one(epub(**{"OEBPS/book.opf": package}))
    assert article.text == "Chapter Two\n\nIt was kept in May 2016."
    assert "1 of the book's parts" in article.warnings[0]
    with pytest.raises(UnreadableFile, match="damaged"):
        read(epub(**{"META-INF/container.xml": "<container/>"}), "a.epub")


def test_truncated_books_are_refused() -> None:
    data = epub()
    for cut in range(60, len(data), len(data) // 20):
        with pytest.raises(UnreadableFile, match="damaged"):
            read(data[:cut], "a.epub")
