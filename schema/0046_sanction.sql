-- SPDX-License-Identifier: MIT
-- From unlawful absence to a decision of the benefits unit: a case of dated steps (src/sanction).

-- A case about unlawful absence. Opened by whoever handles absence, decided by somebody else in the benefits unit.
-- `kind` is what was missed: an offer, or a talk; `scheme` whose rules and policy hold ('' for none); `breach_day` the
-- first day. `state`: open, recommended (it waits for the benefits unit), decided, closed. `outcome` once it is over:
-- sanction, none, or dropped with the `reason`. Kept as the casefile is (LAS, archives); its words go when the citizen
-- is erased, the dates stay for statistics.
CREATE TABLE sanction_case (
  id         INTEGER PRIMARY KEY,
  citizen    INTEGER NOT NULL REFERENCES citizen (id),
  kind       TEXT NOT NULL CHECK (kind IN ('offer', 'talk')),
  scheme     TEXT NOT NULL DEFAULT '',
  breach_day INTEGER NOT NULL,
  state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'recommended', 'decided', 'closed')),
  outcome    TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'sanction', 'none', 'dropped')),
  reason     TEXT NOT NULL DEFAULT '',
  opened_at  INTEGER NOT NULL,
  opened_by  INTEGER NOT NULL REFERENCES staff (id),
  version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX sanction_case_by_citizen ON sanction_case (citizen, breach_day);
CREATE INDEX sanction_case_by_state ON sanction_case (state, breach_day);

-- A day of absence that a case is about: from a group's attendance, a workplace or a talk. `event` is the journal's
-- sanction.opened. A day has one case; when that is dropped by mistake, it is opened again, not made anew.
CREATE TABLE sanction_absence (
  id            INTEGER PRIMARY KEY,
  sanction_case INTEGER NOT NULL REFERENCES sanction_case (id),
  citizen       INTEGER NOT NULL REFERENCES citizen (id),
  absent_day    INTEGER NOT NULL,
  attendance    INTEGER UNIQUE REFERENCES attendance (id),
  placement     INTEGER REFERENCES placement (id),
  meeting       INTEGER UNIQUE REFERENCES meeting (id),
  event         INTEGER NOT NULL DEFAULT 0,
  UNIQUE (placement, absent_day)
) STRICT;
CREATE INDEX sanction_absence_by_case ON sanction_absence (sanction_case, absent_day);
CREATE INDEX sanction_absence_by_citizen ON sanction_absence (citizen, absent_day);

-- What was done in a case, a row a step, in the order it was written. `kind` is a code of the glossary's list
-- sanction_step; `choice` what was answered; `happened_day` when it happened; `due_day` a deadline it set;
-- `refers` the step it belongs to (what came, to what was asked). A step taken back stays, with who and when, until
-- the case is decided; `event` is the journal's, voided with it.
CREATE TABLE sanction_step (
  id            INTEGER PRIMARY KEY,
  sanction_case INTEGER NOT NULL REFERENCES sanction_case (id),
  citizen       INTEGER NOT NULL REFERENCES citizen (id),
  kind          TEXT NOT NULL,
  choice        TEXT NOT NULL DEFAULT '',
  source        TEXT NOT NULL DEFAULT '',
  words         TEXT NOT NULL DEFAULT '',
  more_words    TEXT NOT NULL DEFAULT '',
  happened_day  INTEGER NOT NULL,
  due_day       INTEGER,
  language      TEXT NOT NULL DEFAULT '',
  days          INTEGER NOT NULL DEFAULT 0,
  document      INTEGER REFERENCES document (id),
  refers        INTEGER REFERENCES sanction_step (id),
  event         INTEGER NOT NULL,
  state_before  TEXT NOT NULL,
  taken_at      INTEGER NOT NULL,
  staff         INTEGER NOT NULL REFERENCES staff (id),
  undone_at     INTEGER,
  undone_by     INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX sanction_step_by_case ON sanction_step (sanction_case, id);
CREATE INDEX sanction_step_by_citizen ON sanction_step (citizen, id);

-- The job functions of sanction cases, in a municipality that already has its job functions. A new one gets them from
-- src/staff/roles.c.
INSERT INTO role (code, title)
SELECT 'sanction_officer', 'Administrativ medarbejder (fravær)'
 WHERE EXISTS (SELECT 1 FROM role) AND NOT EXISTS (SELECT 1 FROM role WHERE code = 'sanction_officer');
INSERT INTO role (code, title)
SELECT 'benefits_officer', 'Sagsbehandler i ydelsesenheden'
 WHERE EXISTS (SELECT 1 FROM role) AND NOT EXISTS (SELECT 1 FROM role WHERE code = 'benefits_officer');
INSERT INTO role_permission (role, permission)
SELECT r.id, 'sanction_write' FROM role r
 WHERE r.code IN ('caseworker', 'coordinator', 'team_leader', 'sanction_officer')
   AND NOT EXISTS (SELECT 1 FROM role_permission p WHERE p.role = r.id AND p.permission = 'sanction_write');
INSERT INTO role_permission (role, permission)
SELECT r.id, p.name FROM role r, (SELECT 'sanction_decide' AS name UNION ALL SELECT 'scheme_read' UNION ALL SELECT 'staff_read') p
 WHERE r.code = 'benefits_officer'
   AND NOT EXISTS (SELECT 1 FROM role_permission q WHERE q.role = r.id AND q.permission = p.name);
INSERT INTO role_permission (role, permission)
SELECT r.id, p.name FROM role r, (SELECT 'group_read' AS name UNION ALL SELECT 'task_write' UNION ALL SELECT 'scheme_read' UNION ALL SELECT 'staff_read') p
 WHERE r.code = 'sanction_officer'
   AND NOT EXISTS (SELECT 1 FROM role_permission q WHERE q.role = r.id AND q.permission = p.name);
