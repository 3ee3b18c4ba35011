-- SPDX-License-Identifier: MIT
-- What began an obligation stands beside it: the lists of the day show it of every line, and the journal is large.

ALTER TABLE obligation ADD COLUMN trigger_kind TEXT NOT NULL DEFAULT ''; -- The kind of the event trigger_event; '' without one.
ALTER TABLE obligation ADD COLUMN trigger_at INTEGER;
ALTER TABLE obligation ADD COLUMN is_trigger_day INTEGER NOT NULL DEFAULT 0;

DROP VIEW obligation_shown;
CREATE VIEW obligation_shown AS
SELECT o.id, o.name, o.citizen, o.unit, o.scheme, o.rule, o.stream_kind, o.stream, o.subject_kind, o.subject, o.due_at,
       o.is_hour_rule, o.anchor_at, o.owner, o.owner_role, c.first_name, c.last_name, m.name AS company_name,
       o.trigger_kind, o.trigger_at, o.is_trigger_day,
       o.state, o.duty, o.settled_by, o.is_restricted
  FROM obligation o
  LEFT JOIN citizen c ON c.id = o.citizen
  LEFT JOIN company m ON m.id = o.stream AND o.stream_kind = 2;

-- Filled by looking at every stream again.
UPDATE stream SET next_look_at = 0;
