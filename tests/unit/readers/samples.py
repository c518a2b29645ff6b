"""A sound file of every format that is read, by its name."""

from __future__ import annotations

import gzip
import io
import json
import mailbox
import plistlib
import zipfile
from email.message import EmailMessage

from tests.evaluation.documents import DOCUMENTS
from tests.unit.readers.messages.test_msg import PACKED, message, wide
from tests.unit.readers.press.exports import (
    PIECES,
    as_docx,
    as_html,
    as_rtf,
    as_text,
    factiva,
    factiva_tagged,
    lexisnexis,
    nexis,
    proquest,
)
from tests.unit.readers.press.test_newsml import NITF, XHTML, item
from tests.unit.readers.web.test_warc import RECORDS, wacz

_PIECE = PIECES[0]

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Record</title><item>
<title>Council Keeps Embargo</title><pubDate>Fri, 20 May 2016 09:00:00 +0200</pubDate>
<description>&lt;p&gt;The council voted on Monday.&lt;/p&gt;</description></item></channel></rss>"""
MARKDOWN = (
    "---\ntitle: Embargo\ndate: 2016-05-20\n---\n# Embargo\n\nThe *council* voted.\n\n- One\n"
)
CSV = 'title,date,text\n"Embargo",2016-05-20,"The council voted, again, on Monday."\n'
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
)


def _mbox() -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Date"] = "jane@example.org", "Fri, 20 May 2016 09:00:00 +0200"
    mail["Subject"] = "The embargo"
    mail.set_content("The council voted on Monday.\n")
    sent = mailbox.mboxMessage(mail)
    sent.set_from("jane@example.org Fri May 20 09:00:00 2016")
    return b"From " + sent.get_from().encode() + b"\n" + bytes(mail) + b"\n"


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("a/story.txt", _PIECE.text)
        container.writestr("b/page.html", DOCUMENTS["HTML"](_PIECE))
    return out.getvalue()


def _json() -> bytes:
    entry = {"title": _PIECE.title, "text": _PIECE.text, "date": "2016-05-20"}
    return json.dumps([entry, entry]).encode()


def _webarchive() -> bytes:
    main = {"WebResourceData": DOCUMENTS["HTML"](_PIECE), "WebResourceURL": "https://example.org"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


RECORD = (
    '<?xml version="1.0"?><list><news><headline>Embargo</headline><publishDate>2016-05-20'
    "</publishDate><body><p>The council voted in May.</p><p>It met twice.</p></body></news></list>"
)

SAMPLES: dict[str, bytes] = {
    **{f"{name.replace(' ', '-')}.dat": make(_PIECE) for name, make in DOCUMENTS.items()},
    "story.md": MARKDOWN.encode(),
    "page.mhtml": MHTML.encode() + DOCUMENTS["HTML"](_PIECE) + b"\r\n--b--\r\n",
    "page.webarchive": _webarchive(),
    "saved.warc": b"".join(RECORDS),
    "saved.warc.gz": b"".join(map(gzip.compress, RECORDS)),
    "saved.wacz": wacz(["https://example.org/c"]),
    "case.zip": _zip(),
    "box.mbox": _mbox(),
    "message.msg": message(p0037001F=wide("Embargo"), p1000001F=wide("The council voted.")),
    "rich.msg": message(p0037001F=wide("Greeting"), p10090102=PACKED),
    "feed.rss": RSS.encode(),
    "story.nitf": NITF.encode(),
    "item.newsml": item(XHTML).encode(),
    "records.xml": RECORD.encode(),
    "articles.json": _json(),
    "articles.csv": CSV.encode(),
    "lexisnexis.txt": as_text(lexisnexis(PIECES)),
    "lexisnexis.rtf": as_rtf(lexisnexis(PIECES)),
    "nexis.docx": as_docx(nexis(PIECES)),
    "factiva.html": as_html(factiva_tagged(PIECES)),
    "factiva.txt": as_text(factiva(PIECES)),
    "proquest.txt": as_text(proquest(PIECES)),
}
