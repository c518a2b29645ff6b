from __future__ import annotations

import plistlib
from typing import Any

import pytest

from timeline_app.domain.errors import UnreadableFile
from timeline_app.readers import read

PAGE = "<html><head><title>Ärger um das Embargo</title></head><body><p>%s</p></body></html>" % (
    "Der Rat stimmte am 20. Mai 2016 ab. " * 9
)


def archive(form: plistlib.PlistFormat = plistlib.FMT_BINARY, **main: Any) -> bytes:
    resource = {
        "WebResourceData": PAGE.encode("latin-1"),
        "WebResourceURL": "https://example.org/embargo",
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "ISO-8859-1",
    }
    other = {"WebResourceData": b"GIF89a", "WebResourceURL": "https://example.org/a.gif"}
    content = {"WebMainResource": resource | main, "WebSubresources": [other]}
    return plistlib.dumps(content, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_main_resource_is_the_page(form: plistlib.PlistFormat) -> None:
    (article,) = read(archive(form), "saved.txt")
    assert article.reader == "webarchive/1"
    assert article.title == "Ärger um das Embargo"
    assert article.url == "https://example.org/embargo"
    assert article.publication == "example.org"
    assert "Der Rat stimmte am 20. Mai 2016 ab." in article.text


@pytest.mark.parametrize("data", [archive()[:-20], archive()[:200], archive(WebResourceData=b" ")])
def test_damaged_and_empty_ones(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(data, "saved.webarchive")
