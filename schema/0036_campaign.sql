-- A letter campaign: what was sent to many companies, and what came of it. `effect_months` is how long after the letter
-- a placement counts as its effect. Written by whoever runs it; kept with its companies.
CREATE TABLE campaign (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL,
  material      TEXT NOT NULL DEFAULT '',
  effect_months INTEGER NOT NULL DEFAULT 12,
  owner         INTEGER NOT NULL REFERENCES staff (id),
  created_at    INTEGER NOT NULL
) STRICT;

-- One company of a campaign: when the letter went, when it was visited, and with what result.
CREATE TABLE campaign_company (
  id          INTEGER PRIMARY KEY,
  campaign    INTEGER NOT NULL REFERENCES campaign (id),
  company     INTEGER NOT NULL REFERENCES company (id),
  sent_day    INTEGER,
  visited_day INTEGER,
  result      TEXT NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign, company)
) STRICT;
CREATE INDEX campaign_company_by_company ON campaign_company (company);

-- A yearly survey (job barometer): what openings companies expect in the coming `months`, and whether they want to
-- cooperate. Answered behind links (src/link, purpose survey) until the last day.
CREATE TABLE survey (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  months     INTEGER NOT NULL DEFAULT 12,
  from_day   INTEGER NOT NULL,
  last_day   INTEGER NOT NULL,
  owner      INTEGER NOT NULL REFERENCES staff (id),
  created_at INTEGER NOT NULL
) STRICT;

-- One company of a survey: asked, reminded, answered. `willing` is yes, maybe or no.
CREATE TABLE survey_company (
  id           INTEGER PRIMARY KEY,
  survey       INTEGER NOT NULL REFERENCES survey (id),
  company      INTEGER NOT NULL REFERENCES company (id),
  sent_day     INTEGER,
  reminded_day INTEGER,
  answered_at  INTEGER,
  willing      TEXT NOT NULL DEFAULT '',
  sender       TEXT NOT NULL DEFAULT '',
  UNIQUE (survey, company)
) STRICT;
CREATE INDEX survey_company_by_company ON survey_company (company);

-- How many openings a company expects in one branch. Written anew when it answers again.
CREATE TABLE survey_opening (
  survey_company INTEGER NOT NULL REFERENCES survey_company (id),
  branch         TEXT NOT NULL,
  openings       INTEGER NOT NULL,
  PRIMARY KEY (survey_company, branch)
) STRICT;

-- Whether a branch lacks people in a quarter (its first day): high or low, and who or what says so.
CREATE TABLE branch_demand (
  branch      TEXT NOT NULL,
  quarter_day INTEGER NOT NULL,
  level       TEXT NOT NULL,
  source      TEXT NOT NULL,
  staff       INTEGER NOT NULL REFERENCES staff (id),
  written_at  INTEGER NOT NULL,
  PRIMARY KEY (branch, quarter_day)
) STRICT;
