-- SPDX-License-Identifier: MIT
-- What the pages show of an obligation.

-- An obligation with the names of whom it is about and the event that began it: today_row of
-- src/overview/overview.sql. The last columns are for the statements' conditions.
CREATE VIEW obligation_shown AS
SELECT o.id, o.name, o.citizen, o.unit, o.scheme, o.rule, o.stream_kind, o.stream, o.subject_kind, o.subject, o.due_at,
       o.is_hour_rule, o.anchor_at, o.owner, o.owner_role, c.first_name, c.last_name, m.name AS company_name,
       j.kind AS trigger_kind, j.happened_at AS trigger_at, j.is_day AS is_trigger_day,
       o.state, o.duty, o.settled_by, o.is_restricted
  FROM obligation o
  LEFT JOIN citizen c ON c.id = o.citizen
  LEFT JOIN company m ON m.id = o.stream AND o.stream_kind = 2
  LEFT JOIN journal j ON j.lid = o.trigger_event AND j.version = 1
                     AND j.stream_kind = o.stream_kind AND j.stream = o.stream;
