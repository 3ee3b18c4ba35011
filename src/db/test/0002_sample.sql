-- Tables for the tests of db/.

-- A citizen, since statements know that word.
CREATE TABLE citizen (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

-- One column of each type.
CREATE TABLE sample (
    id        INTEGER PRIMARY KEY,
    citizen   INTEGER REFERENCES citizen (id),
    code      TEXT UNIQUE,
    count     INTEGER NOT NULL,
    born_day  INTEGER,
    seen_at   INTEGER,
    is_open   INTEGER NOT NULL,
    share     REAL,
    words     TEXT,
    bytes     BLOB
) STRICT;
-- sqlite:
CREATE TABLE engine_name (name TEXT NOT NULL DEFAULT 'sqlite') STRICT;
-- postgres:
CREATE TABLE engine_name (name text NOT NULL DEFAULT 'postgresql');
-- both:
INSERT INTO engine_name DEFAULT VALUES;

-- As in schema/0021_store_change.sql.
CREATE TABLE store_change (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO store_change (id, number) VALUES (1, 1);
