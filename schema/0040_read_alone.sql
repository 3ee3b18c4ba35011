-- SPDX-License-Identifier: MIT
-- What pages of a large municipality read, each from an index alone.

-- Open tasks are few among all that were ever done: /opgaver reads these only.
CREATE INDEX task_open ON task (unit, owner) WHERE done_at IS NULL;

-- The leader's page counts the deadlines of thirteen months by rule and unit. They are never kept beside the
-- obligations, so that it agrees with Today and the citizen's page; the index has all that is counted.
DROP INDEX obligation_by_due;
CREATE INDEX obligation_by_due ON obligation (state, due_at, scheme, rule, unit, kind, severity, is_restricted);
