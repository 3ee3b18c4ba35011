-- A document made for a citizen from a scheme's template and the citizen's data: welcome folder, contract,
-- certificate. `content` is the text as it was made, section by section (src/document/content.c); a new version keeps
-- the old one readable. State: made, outdated. Written by src/document; erased with the case.
CREATE TABLE document (
  id             INTEGER PRIMARY KEY,
  citizen        INTEGER NOT NULL REFERENCES citizen (id),
  scheme         TEXT NOT NULL,
  code           TEXT NOT NULL,
  number         INTEGER NOT NULL,
  title          TEXT NOT NULL,
  language       TEXT NOT NULL DEFAULT 'da',
  variant        TEXT NOT NULL DEFAULT '',
  content        TEXT NOT NULL,
  state          TEXT NOT NULL DEFAULT 'made',
  made_at        INTEGER NOT NULL,
  made_by        INTEGER NOT NULL REFERENCES staff (id),
  handed_over_at INTEGER,
  handed_over_by INTEGER REFERENCES staff (id),
  version        INTEGER NOT NULL DEFAULT 1,
  UNIQUE (citizen, code, number)
) STRICT;

-- Who has signed a document, by the role the template asks for. Written once a party; erased with the document.
CREATE TABLE document_signature (
  id        INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES document (id),
  party     TEXT NOT NULL,
  name      TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  UNIQUE (document, party)
) STRICT;

-- The municipality's own text for a section of a template (by town or language where they differ). Edited by the
-- unit that hands the document out; documents already made keep the text they were made with.
CREATE TABLE document_section (
  id       INTEGER PRIMARY KEY,
  scheme   TEXT NOT NULL,
  code     TEXT NOT NULL,
  number   INTEGER NOT NULL,
  language TEXT NOT NULL DEFAULT 'da',
  variant  TEXT NOT NULL DEFAULT '',
  words    TEXT NOT NULL,
  version  INTEGER NOT NULL DEFAULT 1,
  UNIQUE (scheme, code, number, language, variant)
) STRICT;
