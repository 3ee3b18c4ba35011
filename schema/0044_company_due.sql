-- Indexes for 5,000 companies and 20,000 placements. The planner took indexes of time to find what one company has:
-- thousands of rows for each row of a list. The first ones name the company first; the others are for the pages about
-- enquiries, mentors, letters, branches in demand, conversions and IGU, which read whole tables.
DROP INDEX agreement_by_company;
CREATE INDEX agreement_by_company ON agreement (company, state, renew_day);
CREATE INDEX obligation_of_one_company ON obligation (stream, state, due_at, id) WHERE stream_kind = 2 AND state = 0;
CREATE INDEX obligation_of_companies ON obligation (subject_kind, anchor_at, state, due_at) WHERE stream_kind = 2;
CREATE INDEX company_by_merged ON company (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX placement_at_company ON placement (company, started_day, kind, citizen);
CREATE INDEX placement_by_kind ON placement (kind, started_day);
CREATE INDEX placement_by_state ON placement (state, company);
CREATE INDEX placement_after_another ON placement (started_day) WHERE before IS NOT NULL;
CREATE INDEX enquiry_not_closed ON enquiry (received_at) WHERE state <> 'closed';
CREATE INDEX enquiry_step_closed ON enquiry_step (taken_at, enquiry) WHERE kind = 'closed';
CREATE INDEX mentor_seat_by_mentor ON mentor_seat (mentor, event);
CREATE INDEX campaign_company_whole ON campaign_company (campaign, company, sent_day, visited_day, result);
DROP INDEX agreement_area_by_words;
CREATE INDEX agreement_area_by_words ON agreement_area (list, folded, words);
