"""Mail (RFC 5322, MIME) by the standard library's `email`: a message, or a mailbox of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from timeline_app.domain import timevalue as tv
from timeline_app.domain.errors import UnreadableFile
from timeline_app.domain.records import Published
from timeline_app.readers.article.dates import loose_date
from timeline_app.readers.article.lines import Line, assemble, with_title
from timeline_app.readers.article.metadata import published_of
from timeline_app.readers.article.paragraphs import canonical
from timeline_app.readers.base import ReadArticle
from timeline_app.readers.clean import clean
from timeline_app.readers.encodings import labelled_encoding, legacy_encoding
from timeline_app.readers.press import may_be_export, press_articles
from timeline_app.readers.web.markup import page_lines

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):[ \t]*\S?", re.M)
_HEAD = 16_384
_PLAIN = {b"from", b"date", b"subject", b"to"}
_TECHNICAL = {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"}
_FROM_LINE = re.compile(rb"^From \S+.*\b\d\d:\d\d\b.*\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)", re.M)
_SENT_FROM = re.compile(rb"\AFrom \S+[^\n]*\n(?=[A-Za-z][A-Za-z0-9-]*:)")
_FEW = 4
"""Of so many lines of a head one may be broken."""
_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.S)
_QUOTED = re.compile(r"(?:^[ \t]*>.*\n?)+", re.M)
_MOST_PARTS, _MOST_STOPS = 500, 50
_LONGEST_FIELD = 4000
"""Characters: a subject, a sender, a date are far shorter."""
_MOST_MESSAGES = 50_000


class MailReader:
    """A message is one article: its text, the subject as its title, the date of its header."""

    name = "mail/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for a head of fields with From and Date or To, or with those that only mail has."""
        names = head_fields(data)
        if names & _TECHNICAL and names & _PLAIN:
            return True
        return {b"from", b"date"} <= names or {b"from", b"to", b"subject"} <= names

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """One article, or those of a press export; raises UnreadableFile without words."""
        message = parsed(data)
        if may_be_export(data):
            words = "\n\n".join(line.words for line in _body_lines(message))
            exported = press_articles(words, self.name)
            if exported is not None:
                return exported
        return [message_article(message, name, self.name)]


class MboxReader:
    """Each message of a mailbox is an article, `part` its number; those without words are left."""

    name = "mbox/1"

    def accepts(self, data: bytes, name: str) -> bool:
        """True for a `From ` line with a time of day above a message's head (RFC 4155)."""
        return bool(_FROM_LINE.match(data)) and bool(
            head_fields(data[data.find(b"\n") + 1 : _HEAD]) & (_PLAIN | _TECHNICAL)
        )

    def read(self, data: bytes, name: str) -> list[ReadArticle]:
        """The articles; raises UnreadableFile when no message has words."""
        articles, silent = [], 0
        for number, message in enumerate(_messages(data), 1):
            if number > _MOST_MESSAGES:
                msg = f"The mailbox holds more than {_MOST_MESSAGES} messages."
                raise UnreadableFile(msg)
            try:
                articles.append(message_article(parsed(message), name, self.name, str(number)))
            except UnreadableFile:
                silent += 1
        if not articles:
            raise UnreadableFile("No message in the mailbox has words.")
        return articles


def head_fields(data: bytes) -> set[bytes]:
    """Names in lower case of the fields that the bytes begin with; none for any other start.

    A `From ` line may stand above them. A few broken lines are forgiven where a field stands
    among them that only mail has.
    """
    head = _SENT_FROM.sub(b"", data[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n"), count=1)
    if not _HEADER.match(head):
        return set()
    end = re.search(rb"\r?\n\r?\n", head)
    lines = head[: end.start() if end else len(head)].splitlines()
    names = {match[1].lower() for line in lines if (match := _HEADER.match(line))}
    broken = sum(not (not line or line[:1] in b" \t" or _HEADER.match(line)) for line in lines[:-1])
    forgiven = len(lines) // _FEW if names & _TECHNICAL else 0
    return names if broken <= forgiven else set()


def parsed(data: bytes) -> EmailMessage:
    """The message of a file's bytes; raises UnreadableFile."""
    import email.policy
    from email.message import EmailMessage

    try:
        message = email.message_from_bytes(_mended(data), policy=email.policy.default)
    except (ValueError, LookupError, RecursionError, AssertionError) as error:
        raise UnreadableFile("The message is damaged and can't be read.") from error
    assert isinstance(message, EmailMessage)
    return message


def _mended(data: bytes) -> bytes:
    """The message without a `From ` line above it, and without broken lines among its fields."""
    data = _SENT_FROM.sub(b"", data.lstrip(b"\r\n"), count=1)
    end = re.search(rb"\r?\n\r?\n", data[:_HEAD])
    if not end or not head_fields(data):
        return data
    lines = data[: end.start()].splitlines(keepends=True)
    sound = [line for line in lines if line[:1] in b" \t" or _HEADER.match(line)]
    return b"".join(sound) + data[end.start() :] if len(sound) < len(lines) else data


def message_article(
    message: EmailMessage, name: str, reader: str, part: str | None = None
) -> ReadArticle:
    """A message as an article; raises UnreadableFile when it has no words."""
    subject = header(message, "Subject")
    text, blocks, _ = assemble(with_title(subject, _body_lines(message)))
    sender = header(message, "From")
    published = header_date(message) or published_of(text, blocks)
    return ReadArticle(
        title=subject or PurePath(name).stem,
        text=text,
        blocks=blocks,
        reader=reader,
        author=sender_name(sender),
        published=published,
        part=part,
        warnings=_attached(message),
    )


def header(message: EmailMessage, name: str) -> str | None:
    """A field's words, decoded, on one line; None where it is missing or can't be read.

    Of an absurdly long field the beginning is read: the standard library takes a time that
    grows with the square of its length.
    """
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), None)
    if raw is None:
        return None
    try:
        value = message.policy.header_fetch_parse(name, str(raw)[:_LONGEST_FIELD])
        words = " ".join(clean(str(value)).split())
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return None  # the standard library stumbles over some damaged fields
    return words or None


def header_date(message: EmailMessage) -> Published | None:
    """The day of the Date field in the sender's own time zone, else that of the first Received."""
    words = header(message, "Date")
    found = _day_of(words, f"the header “Date: {words}”", 0.95) if words else None
    if found is not None:
        return found
    received = [str(value) for key, value in message.raw_items() if key.lower() == "received"]
    for stamp in received[: -_MOST_STOPS - 1 : -1]:
        words = " ".join(clean(stamp.rpartition(";")[2][:_LONGEST_FIELD]).split())
        if words and (found := _day_of(words, f"the header “Received: … {words}”", 0.85)):
            return found
    return None


def _day_of(words: str, evidence: str, trust: float) -> Published | None:
    from email.utils import parsedate_to_datetime

    try:
        day = parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        loose = loose_date(words)
        return Published(loose[0], evidence, min(trust, loose[1])) if loose else None
    if day > datetime.date.today() + datetime.timedelta(days=2) or day.year < 1970:
        return None
    return Published(tv.day(day.year, day.month, day.day), evidence, trust)


def part_text(part: EmailMessage) -> str:
    """A part's decoded text; without a sound label by what its bytes look like.

    UTF-8 that calls itself something else is UTF-8; ISO-2022-JP is all ASCII.
    """
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    named = labelled_encoding(part.get_content_charset()) or "utf-8"
    for encoding in (named, "utf-8") if payload.isascii() else ("utf-8", named):
        try:
            return payload.decode(encoding)
        except ValueError:
            continue
    return payload.decode(legacy_encoding(payload), "replace")


def _messages(data: bytes) -> Iterator[bytes]:
    starts = [match.start() for match in _FROM_LINE.finditer(data)]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        body = data[data.find(b"\n", start) + 1 : end]
        yield re.sub(rb"^>(>*From )", rb"\1", body, flags=re.M)


def _body_lines(message: EmailMessage) -> list[Line]:
    """Lines of the text; of the HTML where there is no text, or next to none."""
    plain, pages = [], []
    for part in _parts(message):
        kind = part.get_content_type()
        if _is_attachment(part):
            continue
        if kind == "text/plain":
            plain.append(part_text(part))
        elif kind == "text/html":
            pages.append(part_text(part))
    text = canonical(own_words(clean("\n\n".join(plain))))
    lines = [Line(line) for line in text.split("\n\n") if line.strip()]
    if pages and len(text) < 200:
        shown = [line for page in pages for line in page_lines(clean(page))]
        if sum(len(line.words) for line in shown) > len(text):
            return shown
    return lines


def _parts(message: EmailMessage) -> list[EmailMessage]:
    parts: list[EmailMessage] = []
    try:
        for part in message.walk():
            if not part.is_multipart():
                parts.append(part)
            if len(parts) >= _MOST_PARTS:
                break
    except RecursionError as error:
        raise UnreadableFile("The message's parts are nested too deeply.") from error
    return parts


def _is_attachment(part: EmailMessage) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except (ValueError, LookupError, AttributeError, IndexError):
        return False


def own_words(text: str) -> str:
    """The writer's own words: quoted lines and what follows the signature mark go.

    A message that quotes everything keeps what it quotes.
    """
    own = _SIGNATURE.sub("\n", _QUOTED.sub("\n", text))
    if own.strip():
        return own
    return re.sub(r"^[ \t]*(?:>[ \t]?)+", "", text, flags=re.M)


def _attached(message: EmailMessage) -> tuple[str, ...]:
    names = []
    for part in _parts(message):
        if _is_attachment(part):
            try:
                names.append(part.get_filename() or "without a name")
            except (ValueError, LookupError, AttributeError, IndexError):
                names.append("without a name")
    if not names:
        return ()
    return (f"Attachments were not read: {', '.join(names[:5])}.",)


def sender_name(words: str | None) -> str | None:
    """The name of `Jane Roe <jane@example.org>`, the address where there is no name."""
    if not words:
        return None
    name = re.sub(r"<[^>]*>|\([^)]*\)", " ", words.split(">,")[0]).strip(" \"'")
    return " ".join(name.split()) or words.strip("<> ")
