-- SPDX-License-Identifier: MIT
-- Whether a placement takes one of the places its company offers. A place is for training and trying: who is employed
-- there on ordinary terms, or in a flexi-job, is one of the company's own and takes none.
ALTER TABLE placement ADD COLUMN is_in_place INTEGER NOT NULL DEFAULT 1;
UPDATE placement SET is_in_place = 0 WHERE kind IN ('job_small', 'job_part', 'job', 'flexi_job');

-- How many of a company's places are taken now.
CREATE INDEX placement_in_place ON placement (company) WHERE is_in_place = 1 AND state IN ('agreed', 'running');
