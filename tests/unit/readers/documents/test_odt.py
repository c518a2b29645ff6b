from __future__ import annotations

import io
import zipfile

import pytest

from timeline_app.domain.edtf import format_edtf
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Role
from timeline_app.readers import ReadArticle, read

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    ]
)
BODY = """<text:tracked-changes><text:p>Deleted in 1999.</text:p></text:tracked-changes>
<text:h text:outline-level="1">Council Keeps Embargo</text:h>
<text:p>The council<text:s text:c="2"/>voted <text:span>on <text:span>Monday</text:span></text:span>
to keep it<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>See the note
of 2014.</text:p></text:note-body></text:note>, it said.<office:annotation><text:p>No!</text:p>
</office:annotation></text:p>
<text:list><text:list-item><text:p>It was imposed in 2011.</text:p></text:list-item></text:list>
<text:p text:style-name="Quotations">We shall see.</text:p>
<table:table><table:table-row><table:table-cell><text:p>3 May 2015</text:p></table:table-cell>
<table:table-cell><text:p>A ship.</text:p></table:table-cell></table:table-row></table:table>"""
META = """<office:meta><meta:initial-creator>Jane Roe</meta:initial-creator>
<meta:creation-date>2015-05-20T10:00:00</meta:creation-date></office:meta>"""


def odt(body: str = BODY, meta: str = META, manifest: str = "", head: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        text = f"<office:body><office:text>{body}</office:text></office:body>"
        container.writestr(
            "content.xml",
            f"{head}<office:document-content {NAMES}>{text}</office:document-content>",
        )
        container.writestr(
            "meta.xml", f"<office:document-meta {NAMES}>{meta}</office:document-meta>"
        )
        container.writestr(
            "META-INF/manifest.xml", f"<manifest:manifest {NAMES}>{manifest}</manifest:manifest>"
        )
    return out.getvalue()


def one(data: bytes, name: str = "story.txt") -> ReadArticle:
    (article,) = read(data, name)
    return article


def test_a_document() -> None:
    article = one(odt())
    assert article.reader == "odt/1"
    assert article.text.split("\n\n") == [
        "Council Keeps Embargo",
        "The council voted on Monday to keep it, it said.",
        "See the note of 2014.",
        "It was imposed in 2011.",
        "We shall see.",
        "3 May 2015 | A ship.",
    ]
    assert [block.role for block in article.blocks] == [
        Role.TITLE,
        Role.BODY,
        Role.BODY,
        Role.BODY,
        Role.QUOTATION,
        Role.BODY,
    ]
    assert article.title == "Council Keeps Embargo"
    assert article.author == "Jane Roe"
    assert article.published is not None
    assert format_edtf(article.published.value) == "2015-05-20"
    assert article.published.confidence < 0.5


def test_a_locked_document_is_refused() -> None:
    locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    with pytest.raises(UnreadableFile, match="password"):
        read(odt(manifest=locked), "a.odt")


def test_truncated_and_empty_documents_are_refused() -> None:
    data = odt()
    for cut in range(60, len(data), len(data) // 20):
        with pytest.raises(UnreadableFile, match="damaged"):
            read(data[:cut], "a.odt")
    with pytest.raises(UnreadableFile, match="no words"):
        read(odt(body=""), "a.odt")


def test_entities_are_not_expanded() -> None:
    head = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "LOL">]>'
    text = one(odt(body="<text:p>It was &a; and &b; in 2011.</text:p>", head=head)).text
    assert text == "It was and in 2011."


def test_a_document_whose_media_type_is_packed() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt())) as old, zipfile.ZipFile(packed, "w") as new:
        for name in ("content.xml", "mimetype"):
            new.writestr(name, old.read(name), zipfile.ZIP_DEFLATED)
    assert one(packed.getvalue()).reader == "odt/1"
