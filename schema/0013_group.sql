-- A group (hold) that runs an activity of a scheme, e.g. the intro course with rolling intake.
CREATE TABLE course_group (
  id         INTEGER PRIMARY KEY,
  scheme     TEXT NOT NULL,
  activity   TEXT NOT NULL,
  name       TEXT NOT NULL,
  unit       INTEGER NOT NULL REFERENCES unit (id),
  place      TEXT NOT NULL DEFAULT '',
  capacity   INTEGER NOT NULL DEFAULT 12,
  from_day   INTEGER NOT NULL,
  to_day     INTEGER,
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The week's timetable of a group: minutes after midnight.
CREATE TABLE group_slot (
  id          INTEGER PRIMARY KEY,
  course_group INTEGER NOT NULL REFERENCES course_group (id),
  weekday     INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  to_minute   INTEGER NOT NULL,
  title       TEXT NOT NULL,
  is_language INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX group_slot_by_group ON group_slot (course_group, weekday, from_minute);

-- A citizen on a group, each with a last day of their own (rolling intake); open where the scheme gives no length.
-- `started_event` and `ended_event` are the journal's activity.started and activity.ended of this membership, which
-- are moved when the days are.
CREATE TABLE group_member (
  id           INTEGER PRIMARY KEY,
  course_group INTEGER NOT NULL REFERENCES course_group (id),
  citizen      INTEGER NOT NULL REFERENCES citizen (id),
  from_day     INTEGER NOT NULL,
  to_day       INTEGER,
  ended_day    INTEGER,
  end_reason   TEXT NOT NULL DEFAULT '',
  started_event INTEGER NOT NULL DEFAULT 0,
  ended_event  INTEGER NOT NULL DEFAULT 0,
  version      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX group_member_by_group ON group_member (course_group, from_day);
CREATE INDEX group_member_by_citizen ON group_member (citizen, from_day);

-- One meeting of the group, planned and then held; `consultant` was at the teaching site that day.
CREATE TABLE group_session (
  id           INTEGER PRIMARY KEY,
  course_group INTEGER NOT NULL REFERENCES course_group (id),
  day          INTEGER NOT NULL,
  from_minute  INTEGER NOT NULL,
  to_minute    INTEGER NOT NULL,
  title        TEXT NOT NULL,
  is_language  INTEGER NOT NULL DEFAULT 0,
  state        TEXT NOT NULL DEFAULT 'planned',
  consultant   INTEGER REFERENCES staff (id),
  company      INTEGER REFERENCES company (id),
  version      INTEGER NOT NULL DEFAULT 1,
  UNIQUE (course_group, day, from_minute)
) STRICT;

-- Attendance, taken once a day on the day's first session: `mark` is a code of the glossary's list `absence`
-- (attended, lawful, unlawful, sick, cancelled). `event` is the journal's session.attended or absence.registered.
CREATE TABLE attendance (
  id       INTEGER PRIMARY KEY,
  session  INTEGER NOT NULL REFERENCES group_session (id),
  member   INTEGER NOT NULL REFERENCES group_member (id),
  citizen  INTEGER NOT NULL REFERENCES citizen (id),
  mark     TEXT NOT NULL,
  note     TEXT NOT NULL DEFAULT '',
  event    INTEGER NOT NULL DEFAULT 0,
  set_at   INTEGER NOT NULL,
  set_by   INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (session, member)
) STRICT;
CREATE INDEX attendance_by_citizen ON attendance (citizen, session);

-- Competences mapped during the course, and the CV made of them: education, experience, functions, branches.
CREATE TABLE competence (
  id       INTEGER PRIMARY KEY,
  citizen  INTEGER NOT NULL REFERENCES citizen (id),
  kind     TEXT NOT NULL CHECK (kind IN ('education', 'experience', 'function', 'branch', 'language', 'certificate')),
  words    TEXT NOT NULL,
  years    TEXT NOT NULL DEFAULT '',
  place    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX competence_by_citizen ON competence (citizen, kind, place);
