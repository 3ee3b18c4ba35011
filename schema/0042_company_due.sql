-- With 5,000 companies the planner took the index of all that companies have in order of time, and of all agreements in
-- order of their renewal, to find one company's: thousands of rows for each row of a list. These name the company first.
DROP INDEX agreement_by_company;
CREATE INDEX agreement_by_company ON agreement (company, state, renew_day);
CREATE INDEX obligation_of_one_company ON obligation (stream, state, due_at, id) WHERE stream_kind = 2;
CREATE INDEX company_by_merged ON company (merged_into) WHERE merged_into IS NOT NULL;
