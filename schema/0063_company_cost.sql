-- SPDX-License-Identifier: MIT
-- What the pages of a campaign, of steps from placement to job, and of enquiries look up, by index.

-- A campaign's list stands in this order: those with a word first, then by name as it was when the company was added.
ALTER TABLE campaign_company ADD COLUMN has_word INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaign_company ADD COLUMN sort_name TEXT NOT NULL DEFAULT '';
UPDATE campaign_company
   SET has_word = CASE WHEN result = '' AND visited_day IS NULL THEN 0 ELSE 1 END,
       sort_name = (SELECT c.search_name FROM company c WHERE c.id = campaign_company.company);
CREATE INDEX campaign_company_in_order ON campaign_company (campaign, has_word DESC, sort_name, id);
CREATE INDEX campaign_company_counted ON campaign_company (campaign, sent_day, visited_day, result, company);

-- The kind of the placement before this one, and whether it was at the same company when this one was agreed: how often one
-- kind led to another is counted in one walk through the index.
ALTER TABLE placement ADD COLUMN before_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE placement ADD COLUMN is_same_company INTEGER NOT NULL DEFAULT 0;
UPDATE placement
   SET before_kind = (SELECT b.kind FROM placement b WHERE b.id = placement.before),
       is_same_company = (SELECT CASE WHEN b.company = placement.company THEN 1 ELSE 0 END FROM placement b
                           WHERE b.id = placement.before)
 WHERE before IS NOT NULL;
DROP INDEX placement_after_another;
CREATE INDEX placement_after_kind ON placement (before_kind, kind, started_day, is_same_company) WHERE before_kind <> '';

-- What came of the placements that ended in a period.
CREATE INDEX placement_ended_by_purpose ON placement (state, kind, ended_day, purpose, next_step, end_reason);

-- The clock of one enquiry or centre, for the list of those that wait.
CREATE INDEX obligation_of_one_subject ON obligation (stream, subject_kind, subject, due_at, id) WHERE stream_kind = 2 AND state = 0;
