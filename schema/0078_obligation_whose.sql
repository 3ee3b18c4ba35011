-- SPDX-License-Identifier: MIT
-- An obligation that is about a volunteer or a group tells its name in the lists of the day, as one about a company does.

-- A volunteer's own stream (kind 4) is numbered from 2^41 = 2199023255552 (VOLUNTEER_PERSON_FIRST); a group's is kind 3.
DROP VIEW obligation_shown;
CREATE VIEW obligation_shown AS
SELECT o.id, o.name, o.citizen, o.unit, o.scheme, o.rule, o.stream_kind, o.stream, o.subject_kind, o.subject, o.due_at,
       o.is_hour_rule, o.anchor_at, o.owner, o.owner_role, c.first_name, c.last_name, m.name AS company_name,
       COALESCE(v.name, g.name) AS other_name,
       o.trigger_kind, o.trigger_at, o.is_trigger_day,
       o.state, o.duty, o.settled_by, o.is_restricted
  FROM obligation o
  LEFT JOIN citizen c ON c.id = o.citizen
  LEFT JOIN company m ON m.id = o.stream AND o.stream_kind = 2
  LEFT JOIN volunteer v ON v.id = o.stream - 2199023255552 AND o.stream_kind = 4
  LEFT JOIN course_group g ON g.id = o.stream AND o.stream_kind = 3;
