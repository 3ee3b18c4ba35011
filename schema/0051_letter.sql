-- A letter as it was made for a citizen: the Danish text and its translation frozen together, as the bytes of the PDF
-- with their hash (BLAKE2b), beside the document (src/document) that has the words. `danish` and `translation` are the
-- numbers of the texts it was made of, 0 for the program's own. Never changed; the bytes are emptied with the case.
CREATE TABLE letter (
  id          INTEGER PRIMARY KEY,
  citizen     INTEGER NOT NULL REFERENCES citizen (id),
  document    INTEGER NOT NULL UNIQUE REFERENCES document (id),
  code        TEXT NOT NULL,
  title       TEXT NOT NULL,
  language    TEXT NOT NULL,
  danish      INTEGER NOT NULL,
  translation INTEGER,
  pdf         BLOB NOT NULL,
  hash        TEXT NOT NULL,
  pages       INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  made_by     INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX letter_by_citizen ON letter (citizen, made_at);
