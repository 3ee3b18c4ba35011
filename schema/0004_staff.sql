-- Units: the parts of the town hall that own tasks and cases, e.g. Integrationsenheden and Kompetencegruppen.
-- Written by a system administrator. `code` is the id that schemes use under `units:`.
CREATE TABLE unit (
  id      INTEGER PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE,
  name    TEXT NOT NULL,
  phone   TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Staff: one person who logs in. Passwords are argon2id; the second factor is a TOTP secret. A person is never
-- deleted, only made inactive, because journal and access log name them; the name is kept as long as they do.
CREATE TABLE staff (
  id              INTEGER PRIMARY KEY,
  login           TEXT NOT NULL UNIQUE,
  name            TEXT NOT NULL,
  title           TEXT NOT NULL DEFAULT '',
  phone           TEXT NOT NULL DEFAULT '',
  email           TEXT NOT NULL DEFAULT '',
  unit            INTEGER NOT NULL REFERENCES unit (id),
  password_hash   TEXT NOT NULL DEFAULT '',
  totp_secret     BLOB,
  totp_last       INTEGER NOT NULL DEFAULT 0,
  failed_count    INTEGER NOT NULL DEFAULT 0,
  locked_until_at INTEGER,
  is_active       INTEGER NOT NULL DEFAULT 1,
  has_keys_off    INTEGER NOT NULL DEFAULT 0,
  deputy          INTEGER REFERENCES staff (id),
  away_from_day   INTEGER,
  away_to_day     INTEGER,
  version         INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX staff_by_unit ON staff (unit, name);

-- Roles are data: a job function is a set of permissions, as in the role file, changed by an administrator.
CREATE TABLE role (
  id    INTEGER PRIMARY KEY,
  code  TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE role_permission (
  role       INTEGER NOT NULL REFERENCES role (id),
  permission TEXT NOT NULL,
  PRIMARY KEY (role, permission)
) STRICT;

-- Who has which role in which unit. The cases of that unit are then theirs to see.
CREATE TABLE staff_role (
  staff INTEGER NOT NULL REFERENCES staff (id),
  role  INTEGER NOT NULL REFERENCES role (id),
  unit  INTEGER NOT NULL REFERENCES unit (id),
  PRIMARY KEY (staff, role, unit)
) STRICT;

-- A case opened outside one's own units and teams, with a reason and an end. Read by leaders; kept as the access log.
CREATE TABLE break_glass (
  id       INTEGER PRIMARY KEY,
  staff    INTEGER NOT NULL REFERENCES staff (id),
  citizen  INTEGER NOT NULL,
  reason   TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL
) STRICT;
CREATE INDEX break_glass_by_staff ON break_glass (staff, citizen, until_at);

-- The municipality itself: one row. `is_training` allows invented personal numbers (31 February) and marks every page.
CREATE TABLE municipality (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  name        TEXT NOT NULL,
  is_training INTEGER NOT NULL DEFAULT 0,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO municipality (id, name) VALUES (1, 'Kommunen');
