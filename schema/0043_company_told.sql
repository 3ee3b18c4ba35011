-- SPDX-License-Identifier: MIT
-- What a company's journal knows of it, and what goes with it in a merge.

-- The event company.created; 0 for a company from before there was one: the keeper writes it, with who looks after it.
ALTER TABLE company ADD COLUMN created_event INTEGER NOT NULL DEFAULT 0;
CREATE INDEX company_untold ON company (id) WHERE created_event = 0;

-- Where an enquiry's events stand once a merge has moved it to another company; none: with its company.
ALTER TABLE enquiry ADD COLUMN home INTEGER REFERENCES company (id);

-- The same for a company that was asked in a survey.
ALTER TABLE survey_company ADD COLUMN home INTEGER REFERENCES company (id);
