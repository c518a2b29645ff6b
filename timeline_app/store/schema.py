"""Tables of a library file and the steps from each released version to the newest.

`PRAGMA user_version` holds the schema's version, `PRAGMA application_id` says that the file is
a library of this program. Soft deletion (`deleted`) keeps every edit cheap to undo.
"""

from __future__ import annotations

import sqlite3

from timeline_app.domain.errors import LibraryError

APPLICATION_ID = 0x544C4150  # "TLAP"

_VERSION_1 = """
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    part TEXT,
    sha256 TEXT NOT NULL REFERENCES original(sha256),
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    author TEXT,
    publication TEXT,
    published TEXT,
    language TEXT,
    url TEXT,
    reader TEXT NOT NULL,
    copies_of INTEGER REFERENCES article(id),
    warnings TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX article_content ON article(sha256, ifnull(part, ''));
CREATE TABLE expression (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article(id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    type TEXT NOT NULL,
    timex TEXT NOT NULL,
    value TEXT,
    rule TEXT NOT NULL,
    anchor TEXT,
    derivation TEXT NOT NULL,
    inferred TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX expression_article ON expression(article, start);
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    value TEXT NOT NULL,
    start_earliest INTEGER,
    start_latest INTEGER,
    end_earliest INTEGER,
    end_latest INTEGER,
    sort_start INTEGER NOT NULL,
    sort_grain INTEGER NOT NULL,
    sort_end INTEGER NOT NULL,
    grain INTEGER NOT NULL,
    interval INTEGER NOT NULL,
    approximate INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    inferred TEXT NOT NULL,
    status TEXT NOT NULL,
    modality TEXT NOT NULL,
    confidence REAL NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX event_time ON event(sort_start, sort_grain, sort_end, id);
CREATE TABLE mention (
    event INTEGER NOT NULL REFERENCES event(id),
    position INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article(id),
    passage_start INTEGER NOT NULL,
    passage_end INTEGER NOT NULL,
    expression_start INTEGER,
    expression_end INTEGER,
    why TEXT NOT NULL,
    PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX mention_article ON mention(article, passage_start);
CREATE VIRTUAL TABLE event_search USING fts5(
    title, passage, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2'
);
CREATE VIRTUAL TABLE article_search USING fts5(
    title, text, content = 'article', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2"
);
"""

# The event table as numpy columns, and the log that keeps it true; see `snapshot`.
_VERSION_2 = """
CREATE TABLE snapshot (
    name TEXT PRIMARY KEY,
    upto INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE TABLE touched (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event INTEGER NOT NULL
);
CREATE TRIGGER event_updated AFTER UPDATE ON event
    BEGIN INSERT INTO touched (event) VALUES (new.id); END;
CREATE TRIGGER event_deleted AFTER DELETE ON event
    BEGIN INSERT INTO touched (event) VALUES (old.id); END;
CREATE TRIGGER mention_added AFTER INSERT ON mention
    BEGIN INSERT INTO touched (event) VALUES (new.event); END;
CREATE TRIGGER mention_updated AFTER UPDATE ON mention
    BEGIN INSERT INTO touched (event) VALUES (old.event), (new.event); END;
CREATE TRIGGER mention_removed AFTER DELETE ON mention
    BEGIN INSERT INTO touched (event) VALUES (old.event); END;
CREATE TRIGGER article_updated AFTER UPDATE OF deleted ON article
    BEGIN INSERT INTO touched (event) SELECT event FROM mention WHERE article = new.id; END;
"""

# Who says so, who is named, what the user marks; one event of several reports; copies, versions
# and pages of articles; what an import has still to do.
_VERSION_3 = """
ALTER TABLE article ADD COLUMN section TEXT;
ALTER TABLE article ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE article ADD COLUMN superseded_by INTEGER REFERENCES article(id);
ALTER TABLE article ADD COLUMN fingerprint BLOB;
ALTER TABLE expression ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN basis TEXT NOT NULL DEFAULT 'expression';
ALTER TABLE event ADD COLUMN speaker TEXT;
ALTER TABLE event ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN conflict INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN merged_into INTEGER REFERENCES event(id);
CREATE INDEX event_merged ON event(merged_into) WHERE merged_into IS NOT NULL;
ALTER TABLE mention ADD COLUMN report INTEGER REFERENCES event(id);
CREATE INDEX mention_report ON mention(report) WHERE report IS NOT NULL;
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    merged_into INTEGER REFERENCES entity(id),
    UNIQUE (kind, name)
);
CREATE TABLE event_entity (
    event INTEGER NOT NULL REFERENCES event(id),
    position INTEGER NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity(id),
    PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX event_entity_entity ON event_entity(entity);
CREATE TABLE event_tag (
    event INTEGER NOT NULL REFERENCES event(id),
    tag TEXT NOT NULL,
    PRIMARY KEY (event, tag)
) WITHOUT ROWID;
CREATE INDEX event_tag_tag ON event_tag(tag);
CREATE TABLE event_pair (
    first INTEGER NOT NULL REFERENCES event(id),
    second INTEGER NOT NULL REFERENCES event(id),
    score REAL NOT NULL,
    decision TEXT NOT NULL,
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX event_pair_second ON event_pair(second);
CREATE TABLE telling (
    report INTEGER PRIMARY KEY REFERENCES event(id),
    article INTEGER NOT NULL REFERENCES article(id),
    said TEXT NOT NULL,
    words TEXT NOT NULL,
    mark TEXT NOT NULL
);
CREATE TABLE telling_term (
    term INTEGER NOT NULL,
    day INTEGER NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (term, day, report)
) WITHOUT ROWID;
CREATE TABLE ungrouped (
    article INTEGER PRIMARY KEY
);
INSERT INTO ungrouped SELECT id FROM article;
CREATE TABLE article_shingle (
    shingle INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (shingle, article)
) WITHOUT ROWID;
CREATE INDEX article_shingle_article ON article_shingle(article);
CREATE INDEX article_copy ON article(copies_of) WHERE copies_of IS NOT NULL;
DROP TRIGGER article_updated;
CREATE TRIGGER article_updated AFTER UPDATE OF deleted, copies_of ON article
    BEGIN INSERT INTO touched (event) SELECT event FROM mention WHERE article = new.id; END;
CREATE TABLE watched_folder (
    path TEXT PRIMARY KEY
) WITHOUT ROWID;
CREATE TABLE pending_import (
    path TEXT PRIMARY KEY,
    options TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX article_path ON article(path);
CREATE INDEX article_url ON article(url) WHERE url IS NOT NULL;
"""

# Sketches of texts begin with what names somebody: copies are looked for anew.
_VERSION_4 = """
INSERT OR IGNORE INTO ungrouped SELECT id FROM article;
"""

MIGRATIONS: tuple[str, ...] = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4)
"""Statements that lead from version n to n + 1, at index n. Released steps never change."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a library file to the newest version, in one transaction.

    Raises LibraryError for a file of another program or of a newer version of this one.
    """
    if _checked_version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        _run_steps(connection)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def check_newest(connection: sqlite3.Connection) -> None:
    """Raises LibraryError for what `migrate` refuses, and where it would have to write."""
    if _checked_version(connection) < len(MIGRATIONS):
        msg = (
            "this library was made by an older version of Timeline App and can't be brought up to"
            " date where it lies; copy it to a folder that can be written"
        )
        raise LibraryError(msg)


def _run_steps(connection: sqlite3.Connection) -> None:
    """The version is read again: another process may have been quicker."""
    done = _checked_version(connection)
    for number, script in enumerate(MIGRATIONS[done:], start=done + 1):
        for statement in script.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number}")


def _checked_version(connection: sqlite3.Connection) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if tables and application != APPLICATION_ID:
        msg = "this file is not a Timeline App library"
        raise LibraryError(msg)
    if version > len(MIGRATIONS):
        msg = "this library was made by a newer version of Timeline App"
        raise LibraryError(msg)
    return version
