-- SPDX-License-Identifier: MIT
-- Open tasks are few among all that were ever done: /opgaver and the counts beside it read these alone.
CREATE INDEX task_open ON task (unit, owner) WHERE done_at IS NULL;
