-- SPDX-License-Identifier: MIT
-- Whether a placement takes one of the places its company offers. A place is for training and trying: who is employed
-- there on ordinary terms, or in a flexi-job, is one of the company's own and takes none.
ALTER TABLE placement ADD COLUMN is_in_place INTEGER NOT NULL DEFAULT 1;
UPDATE placement SET is_in_place = 0 WHERE kind IN ('job_small', 'job_part', 'job', 'flexi_job');

-- How many of a company's places are taken now is read from the index alone.
DROP INDEX placement_by_state;
CREATE INDEX placement_by_state ON placement (state, company, is_in_place);
