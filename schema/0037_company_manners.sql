-- SPDX-License-Identifier: MIT
-- What the page of my companies reads.

-- How this municipality is fair to its companies, in one row: within how many days nobody asks a company that a
-- colleague has talked with, and after how many days without a talk it is shown as forgotten. The numbers it begins with
-- are ours.
CREATE TABLE company_manners (
  id         INTEGER PRIMARY KEY,
  quiet_days INTEGER NOT NULL,
  long_days  INTEGER NOT NULL
) STRICT;
INSERT INTO company_manners (id, quiet_days, long_days) VALUES (1, 14, 180);

CREATE INDEX obligation_of_company ON obligation (state, due_at) WHERE stream_kind = 2;
