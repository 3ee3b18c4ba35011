-- SPDX-License-Identifier: MIT
-- What a language school says of attendance, beside what is written here.

-- The school that keeps attendance of a group and sends it as a file; '' for none.
ALTER TABLE course_group ADD COLUMN school TEXT NOT NULL DEFAULT '';

-- How many percent of the days a certificate of the group asks for; 0: what its scheme says (group: attendance), and
-- nothing where that says nothing.
ALTER TABLE course_group ADD COLUMN certificate_percent INTEGER NOT NULL DEFAULT 0;

-- The group that a letter to somebody on a batch is about, where it is about one: a certificate.
ALTER TABLE letter_batch_member ADD COLUMN course_group INTEGER REFERENCES course_group (id);

-- A file of a school that somebody has sent: which school, which days. It is compared with what is here as often as it is
-- looked at, and nothing is written before that person says so. Seen by nobody else; deleted when all of it is let in or
-- it is thrown away, and by the keeper after a week.
CREATE TABLE attendance_file (
  id        INTEGER PRIMARY KEY,
  staff     INTEGER NOT NULL REFERENCES staff (id),
  school    TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  bytes     BLOB NOT NULL,
  sent_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX attendance_file_by_staff ON attendance_file (staff, id);

-- What a school said of one attendance: its mark, in which file and line, and whether the mark here is taken from it
-- (`is_used`) or a person has decided that ours stands. Written when a file is let in, newest word only; deleted when
-- the citizen is erased, since a file's name may hold hers.
CREATE TABLE attendance_said (
  id         INTEGER PRIMARY KEY,
  attendance INTEGER NOT NULL UNIQUE REFERENCES attendance (id),
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  school     TEXT NOT NULL,
  mark       TEXT NOT NULL,
  file       TEXT NOT NULL,
  line       INTEGER NOT NULL,
  is_used    INTEGER NOT NULL,
  said_at    INTEGER NOT NULL,
  said_by    INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX attendance_said_by_citizen ON attendance_said (citizen);
