-- SPDX-License-Identifier: MIT
-- A case that was decided is taken up again (RSL §§ 66-67).

-- How a case stood before a step, beside its state: a step taken back gives it all back.
ALTER TABLE sanction_step ADD COLUMN outcome_before TEXT NOT NULL DEFAULT '';
ALTER TABLE sanction_step ADD COLUMN reason_before TEXT NOT NULL DEFAULT '';
