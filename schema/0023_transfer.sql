-- SPDX-License-Identifier: MIT
-- Files on their way in.

-- A file that somebody with the permission to import has sent and not yet let in: it is read as a trial as often as it
-- is looked at, and its rows are written when that person says so. Written by the upload, seen by nobody else; deleted
-- when it is let in or thrown away, and by the keeper after a day, since it may hold all that is known of a citizen.
CREATE TABLE import_upload (
  id      INTEGER PRIMARY KEY,
  staff   INTEGER NOT NULL REFERENCES staff (id),
  kind    TEXT NOT NULL,
  name    TEXT NOT NULL,
  bytes   BLOB NOT NULL,
  sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX import_upload_by_staff ON import_upload (staff, id);
