-- name:  campaign_insert -> id
-- about: A new campaign.
-- may:   company_write
INSERT INTO campaign (name, material, effect_months, owner, created_at)
VALUES (:name, :material, :effect_months, :owner, :created_at)
RETURNING id;

-- name:  campaign_load -> one campaign_row
-- about: One campaign.
-- gives: text owner_name
-- may:   company_read, company_write
SELECT c.id, c.name, c.material, c.effect_months, c.owner, c.created_at, s.name AS owner_name
  FROM campaign c JOIN staff s ON s.id = c.owner
 WHERE c.id = :id;

-- name:  campaigns_all -> many campaign_listed
-- about: Campaigns, newest first.
-- takes: int most
-- gives: int company_count, int sent_count
-- may:   company_read, company_write
SELECT c.id, c.name, c.created_at,
       (SELECT COUNT(*) FROM campaign_company k WHERE k.campaign = c.id) AS company_count,
       (SELECT COUNT(*) FROM campaign_company k WHERE k.campaign = c.id AND k.sent_day IS NOT NULL) AS sent_count
  FROM campaign c
 ORDER BY c.created_at DESC, c.id DESC
 LIMIT :most;

-- name:  campaign_add_matching -> count
-- about: The companies that match and are not there yet; never those that want to be left alone.
-- takes: text pattern
-- may:   company_write
INSERT INTO campaign_company (campaign, company, sort_name)
SELECT g.id, c.id, c.search_name FROM campaign g, company c
 WHERE g.id = :campaign AND c.state <> 'never' AND c.search_name LIKE :pattern AND (:branch = '' OR c.branch = :branch)
   AND NOT EXISTS (SELECT 1 FROM campaign_company k WHERE k.campaign = g.id AND k.company = c.id);

-- name:  campaign_unsent -> many campaign_unsent_row
-- about: Who has not had the letter.
-- may:   company_read, company_write
SELECT id, company FROM campaign_company WHERE campaign = :campaign AND sent_day IS NULL ORDER BY id;

-- name:  campaign_set_sent -> count
-- about: All who had not had the letter have it.
-- may:   company_write
UPDATE campaign_company SET sent_day = :sent_day WHERE campaign = :campaign AND sent_day IS NULL;

-- name:  campaign_companies -> many campaign_company_row
-- about: The companies of a campaign, those with a word first, by the name they had when they were added.
-- takes: int most, int skip
-- gives: text company_name, text town
-- may:   company_read, company_write
SELECT k.id, k.campaign, k.company, k.sent_day, k.visited_day, k.result, k.version, c.name AS company_name, c.town
  FROM campaign_company k JOIN company c ON c.id = k.company
 WHERE k.campaign = :campaign
 ORDER BY k.has_word DESC, k.sort_name, k.id
 LIMIT :most OFFSET :skip;

-- name:  campaign_company_load -> one campaign_company_row
-- about: One company of a campaign.
-- gives: text company_name, text town
-- may:   company_read, company_write
SELECT k.id, k.campaign, k.company, k.sent_day, k.visited_day, k.result, k.version, c.name AS company_name, c.town
  FROM campaign_company k JOIN company c ON c.id = k.company
 WHERE k.id = :id AND k.campaign = :campaign;

-- name:  campaign_company_set -> count
-- about: Visit and result, when nobody has written since `version`.
-- may:   company_write
UPDATE campaign_company
   SET visited_day = :visited_day, result = :result,
       has_word = CASE WHEN :result = '' AND :visited_day IS NULL THEN 0 ELSE 1 END, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  campaign_counts -> one campaign_count_row
-- about: How many of a campaign's companies were written to, visited, and have a result.
-- gives: int companies, int sent, int visited, int answered
-- may:   company_read, company_write
SELECT COUNT(*) AS companies, COUNT(sent_day) AS sent, COUNT(visited_day) AS visited,
       COALESCE(SUM(CASE WHEN result NOT IN ('', 'no_answer') THEN 1 ELSE 0 END), 0) AS answered
  FROM campaign_company
 WHERE campaign = :campaign;

-- name:  campaign_sent_days -> many campaign_sent_day
-- about: The days on which letters of a campaign went out.
-- may:   company_read, company_write
SELECT DISTINCT sent_day FROM campaign_company WHERE campaign = :campaign AND sent_day IS NOT NULL ORDER BY sent_day;

-- name:  campaign_effects -> one campaign_effect_row
-- about: Placements begun at companies that got a campaign's letter on a day, from that day to another; how many of them
-- about: are IGU, and how many of those came after a company placement of the same citizen there.
-- takes: day sent_day, day until_day
-- gives: int placements, int igu, int conversions
-- reads: nothing, because only how many is told, not whose
-- may:   company_read, company_write
SELECT COUNT(*) AS placements, COALESCE(SUM(CASE WHEN p.kind = 'igu' THEN 1 ELSE 0 END), 0) AS igu,
       COALESCE(SUM(CASE WHEN p.kind = 'igu' AND EXISTS (SELECT 1 FROM placement b
                                                          WHERE b.citizen = p.citizen AND b.company = p.company
                                                            AND b.kind = 'company_placement' AND b.started_day <= p.started_day)
                         THEN 1 ELSE 0 END), 0) AS conversions
  FROM campaign_company k JOIN placement p ON p.company = k.company
 WHERE k.campaign = :campaign AND k.sent_day = :sent_day AND p.started_day BETWEEN :sent_day AND :until_day;

-- name:  igu_begun_until -> value
-- about: How many IGU have begun on a day or before.
-- takes: day on
-- gives: int how_many
-- reads: nothing, because only how many is told
-- may:   company_read, company_write
SELECT COUNT(*) AS how_many FROM placement WHERE kind = 'igu' AND started_day <= :on;

-- name:  survey_insert -> id
-- about: A new survey.
-- may:   company_write
INSERT INTO survey (name, months, from_day, last_day, owner, created_at)
VALUES (:name, :months, :from_day, :last_day, :owner, :created_at)
RETURNING id;

-- name:  survey_load -> one survey_row
-- about: One survey, with how many were asked, reminded and have answered.
-- takes: survey_id id
-- gives: int company_count, int sent_count, int answered_count, int willing_count
-- may:   company_read, company_write
SELECT s.id, s.name, s.months, s.from_day, s.last_day, COUNT(k.id) AS company_count, COUNT(k.sent_day) AS sent_count,
       COUNT(k.answered_at) AS answered_count,
       COALESCE(SUM(CASE WHEN k.willing = 'yes' THEN 1 ELSE 0 END), 0) AS willing_count
  FROM survey s LEFT JOIN survey_company k ON k.survey = s.id
 WHERE s.id = :id
 GROUP BY s.id, s.name, s.months, s.from_day, s.last_day;

-- name:  surveys_all -> many survey_listed
-- about: Surveys, newest first.
-- takes: int most
-- may:   company_read, company_write
SELECT id, name, months, from_day, last_day FROM survey ORDER BY from_day DESC, id DESC LIMIT :most;

-- name:  survey_add_matching -> count
-- about: The companies that match and are not there yet; never those that want to be left alone.
-- takes: text pattern
-- may:   company_write
INSERT INTO survey_company (survey, company)
SELECT s.id, c.id FROM survey s, company c
 WHERE s.id = :survey AND c.state <> 'never' AND c.search_name LIKE :pattern AND (:branch = '' OR c.branch = :branch)
   AND NOT EXISTS (SELECT 1 FROM survey_company k WHERE k.survey = s.id AND k.company = c.id);

-- name:  survey_to_ask -> many survey_to_ask_row
-- about: Who has not answered: those never asked, or those to be reminded; with the mail of the one to call.
-- takes: int is_reminder
-- gives: text company_name, text email
-- may:   company_read, company_write
SELECT k.id, k.company, k.home, c.name AS company_name,
       (SELECT MIN(t.email) FROM company_contact t WHERE t.company = k.company AND t.is_main = 1) AS email
  FROM survey_company k JOIN company c ON c.id = k.company
 WHERE k.survey = :survey AND k.answered_at IS NULL
   AND ((:is_reminder = 0 AND k.sent_day IS NULL) OR (:is_reminder = 1 AND k.sent_day IS NOT NULL))
 ORDER BY c.search_name, k.id;

-- name:  survey_set_sent
-- about: A company has been asked.
-- may:   company_write
UPDATE survey_company SET sent_day = :sent_day WHERE id = :id;

-- name:  survey_set_reminded
-- about: A company has been reminded.
-- may:   company_write
UPDATE survey_company SET reminded_day = :reminded_day WHERE id = :id;

-- name:  survey_asked -> one survey_asked_row
-- about: Who is asked what behind a link.
-- gives: text survey_name, text company_name
-- may:   link, company_read, company_write
SELECT k.id, k.survey, k.company, k.home, k.answered_at, k.willing, k.sender, s.name AS survey_name, s.months, s.last_day,
       c.name AS company_name
  FROM survey_company k JOIN survey s ON s.id = k.survey JOIN company c ON c.id = k.company
 WHERE k.id = :id AND k.company = :company;

-- name:  survey_set_answered
-- about: An answer, or a new one in its place.
-- may:   link, company_write
UPDATE survey_company SET answered_at = :answered_at, willing = :willing, sender = :sender WHERE id = :id;

-- name:  survey_opening_put
-- about: The openings of one branch.
-- may:   link, company_write
INSERT INTO survey_opening (survey_company, branch, openings)
VALUES (:survey_company, :branch, :openings)
ON CONFLICT (survey_company, branch) DO UPDATE SET openings = excluded.openings;

-- name:  survey_openings -> many survey_opening_row
-- about: What one company has answered.
-- may:   link, company_read, company_write
SELECT branch, openings FROM survey_opening WHERE survey_company = :survey_company ORDER BY branch;

-- name:  survey_sums -> many survey_sum_row
-- about: Openings and companies by branch, most openings first.
-- gives: int how_many, int company_count
-- may:   company_read, company_write
SELECT o.branch, SUM(o.openings) AS how_many, COUNT(*) AS company_count
  FROM survey_opening o JOIN survey_company k ON k.id = o.survey_company
 WHERE k.survey = :survey AND k.answered_at IS NOT NULL AND o.openings > 0
 GROUP BY o.branch
 ORDER BY SUM(o.openings) DESC, o.branch;

-- name:  survey_companies -> many survey_company_row
-- about: The companies of a survey; `wanted` is a code of willing, "none" for those that have not answered, "" for all.
-- takes: text wanted, int most, int skip
-- gives: text company_name, text town
-- may:   company_read, company_write
SELECT k.id, k.company, k.sent_day, k.reminded_day, k.answered_at, k.willing, k.sender, c.name AS company_name, c.town
  FROM survey_company k JOIN company c ON c.id = k.company
 WHERE k.survey = :survey
   AND (:wanted = '' OR k.willing = :wanted OR (:wanted = 'none' AND k.answered_at IS NULL))
 ORDER BY CASE WHEN k.answered_at IS NULL THEN 1 ELSE 0 END, c.search_name, k.id
 LIMIT :most OFFSET :skip;

-- name:  branch_demand_put
-- about: High or low in a quarter; a second word corrects the first.
-- may:   company_write
INSERT INTO branch_demand (branch, quarter_day, level, source, staff, written_at)
VALUES (:branch, :quarter_day, :level, :source, :staff, :written_at)
ON CONFLICT (branch, quarter_day) DO UPDATE
   SET level = excluded.level, source = excluded.source, staff = excluded.staff, written_at = excluded.written_at;

-- name:  branch_demands -> many branch_demand_row
-- about: What is said about the branches in a quarter.
-- gives: text staff_name
-- may:   company_read, company_write, placement_read, placement_write, case_read
SELECT d.branch, d.quarter_day, d.level, d.source, d.written_at, s.name AS staff_name
  FROM branch_demand d JOIN staff s ON s.id = d.staff
 WHERE d.quarter_day = :quarter_day
 ORDER BY d.level, d.branch;

-- name:  branch_demand_share -> one branch_share_row
-- about: How many placements run, and how many of them in branches in demand in a quarter.
-- gives: int running, int in_demand
-- reads: nothing, because only how many is told
-- may:   company_read, company_write
SELECT COUNT(*) AS running,
       COALESCE(SUM(CASE WHEN EXISTS (SELECT 1 FROM branch_demand d
                                       WHERE d.branch = c.branch AND d.quarter_day = :quarter_day AND d.level = 'high')
                         THEN 1 ELSE 0 END), 0) AS in_demand
  FROM placement p JOIN company c ON c.id = p.company
 WHERE p.state = 'running';
