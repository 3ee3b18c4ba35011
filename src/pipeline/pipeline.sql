-- name:  pipeline_insert -> id
-- about: A new board.
-- may:   placement_write
INSERT INTO pipeline (kind, name, company, owner, areas, from_day, to_day, mentors_told_day, aftercare_day, created_at)
VALUES (:kind, :name, :company, :owner, :areas, :from_day, :to_day, :mentors_told_day, :aftercare_day, :created_at)
RETURNING id;

-- name:  pipeline_update -> count
-- about: What is edited about a board, when nobody has since `version`.
-- may:   placement_write
UPDATE pipeline
   SET name = :name, company = :company, areas = :areas, from_day = :from_day, to_day = :to_day,
       mentors_told_day = :mentors_told_day, aftercare_day = :aftercare_day, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  pipeline_load -> one pipeline_row
-- about: One board.
-- gives: text company_name, text owner_name
-- may:   placement_read, placement_write
SELECT p.id, p.kind, p.name, p.company, p.owner, p.areas, p.from_day, p.to_day, p.mentors_told_day, p.aftercare_day,
       p.version, c.name AS company_name, s.name AS owner_name
  FROM pipeline p LEFT JOIN company c ON c.id = p.company JOIN staff s ON s.id = p.owner
 WHERE p.id = :id;

-- name:  pipeline_listed_all -> many pipeline_listed
-- about: Boards, those not ended first, newest first; with `part` of the name only.
-- takes: text pattern, day today, int most, int skip
-- gives: text company_name, text owner_name, int card_count, int stopped_count
-- reads: nothing, because only how many cards is told
-- may:   placement_read, placement_write
SELECT p.id, p.kind, p.name, p.from_day, p.to_day, p.aftercare_day, c.name AS company_name, s.name AS owner_name,
       (SELECT COUNT(*) FROM pipeline_card k WHERE k.pipeline = p.id AND k.is_side = 0) AS card_count,
       (SELECT COUNT(*) FROM pipeline_card k WHERE k.pipeline = p.id AND k.is_side = 0 AND k.is_stopped = 1)
         AS stopped_count
  FROM pipeline p LEFT JOIN company c ON c.id = p.company JOIN staff s ON s.id = p.owner
 WHERE LOWER(p.name) LIKE :pattern
 ORDER BY CASE WHEN p.to_day IS NOT NULL AND p.to_day < :today THEN 1 ELSE 0 END, p.from_day DESC, p.id DESC
 LIMIT :most OFFSET :skip;

-- name:  pipeline_listed_count -> value
-- about: How many boards the list has, for its pages.
-- takes: text pattern
-- gives: int how_many
-- may:   placement_read, placement_write
SELECT COUNT(*) AS how_many FROM pipeline WHERE LOWER(name) LIKE :pattern;

-- name:  pipeline_citizen_card_insert -> id
-- about: A citizen on a board; the caller has asked whether she is there.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO pipeline_card (pipeline, citizen, area, benefit, place, moved_day, is_side)
VALUES (:pipeline, :citizen, :area, (SELECT c.benefit FROM citizen c WHERE c.id = :citizen), :place, :moved_day, :is_side)
RETURNING id;

-- name:  pipeline_company_card_insert -> id
-- about: A company on a board; the caller has asked whether it is there.
-- reads: nothing, because it is a company's
-- may:   placement_write
INSERT INTO pipeline_card (pipeline, company, area, place, moved_day)
VALUES (:pipeline, :company, :area, :place, :moved_day)
RETURNING id;

-- name:  pipeline_citizen_card_of -> value
-- about: The card of a citizen on a board; n = 0 when there is none.
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT id FROM pipeline_card WHERE pipeline = :pipeline AND citizen = :citizen;

-- name:  pipeline_company_card_of -> value
-- about: The card of a company on a board; n = 0 when there is none.
-- reads: nothing, because it is a company's
-- may:   placement_read, placement_write
SELECT id FROM pipeline_card WHERE pipeline = :pipeline AND company = :company;

-- name:  pipeline_citizen_card -> one pipeline_card_row
-- about: One card of a citizen.
-- gives: text first_name, text last_name
-- reads: citizen found
-- may:   placement_read, placement_write
SELECT k.id, k.pipeline, k.citizen, k.company, k.area, k.benefit, k.place, k.moved_day, k.is_stopped, k.stop_reason,
       k.outcome, k.is_side, k.version, c.first_name, c.last_name
  FROM pipeline_card k JOIN citizen c ON c.id = k.citizen
 WHERE k.id = :id AND k.pipeline = :pipeline;

-- name:  pipeline_company_card -> one pipeline_card_row
-- about: One card of a company.
-- gives: text first_name, text last_name
-- reads: nothing, because it is a company's
-- may:   placement_read, placement_write
SELECT k.id, k.pipeline, k.citizen, k.company, k.area, k.benefit, k.place, k.moved_day, k.is_stopped, k.stop_reason,
       k.outcome, k.is_side, k.version, m.name AS first_name, '' AS last_name
  FROM pipeline_card k JOIN company m ON m.id = k.company
 WHERE k.id = :id AND k.pipeline = :pipeline;

-- name:  pipeline_citizen_cards -> many pipeline_card_row
-- about: The cards of a board about citizens in the actor's reach, by name.
-- takes: int is_all, staff_id actor, int most
-- gives: text first_name, text last_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT k.id, k.pipeline, k.citizen, k.company, k.area, k.benefit, k.place, k.moved_day, k.is_stopped, k.stop_reason,
       k.outcome, k.is_side, k.version, c.first_name, c.last_name
  FROM pipeline_card k JOIN citizen c ON c.id = k.citizen
 WHERE k.pipeline = :pipeline AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.first_name, c.last_name, k.id
 LIMIT :most;

-- name:  pipeline_company_cards -> many pipeline_card_row
-- about: The cards of a board about companies, by name.
-- takes: int most
-- gives: text first_name, text last_name
-- reads: nothing, because they are of companies
-- may:   placement_read, placement_write
SELECT k.id, k.pipeline, k.citizen, k.company, k.area, k.benefit, k.place, k.moved_day, k.is_stopped, k.stop_reason,
       k.outcome, k.is_side, k.version, m.name AS first_name, '' AS last_name
  FROM pipeline_card k JOIN company m ON m.id = k.company
 WHERE k.pipeline = :pipeline
 ORDER BY m.search_name, k.id
 LIMIT :most;

-- name:  pipeline_card_put -> count
-- about: Where a card is from now on, when nobody has moved it since `version`.
-- reads: nothing, because the guard was asked when the card was loaded
-- may:   placement_write
UPDATE pipeline_card
   SET place = :place, moved_day = :moved_day, is_stopped = :is_stopped, stop_reason = :stop_reason,
       outcome = :outcome, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  pipeline_card_set_area -> count
-- about: The part of the company a card is for, when nobody has changed the card since `version`.
-- reads: nothing, because the guard was asked when the card was loaded
-- may:   placement_write
UPDATE pipeline_card SET area = :area, version = version + 1 WHERE id = :id AND version = :version;

-- name:  pipeline_move_insert -> id
-- about: One move of a card.
-- may:   placement_write
INSERT INTO pipeline_move (card, from_place, to_place, was_stopped, is_stopped, reason, outcome, day, before_day, staff,
                           written_at, event)
VALUES (:card, :from_place, :to_place, :was_stopped, :is_stopped, :reason, :outcome, :day, :before_day, :staff,
        :written_at, :event)
RETURNING id;

-- name:  pipeline_moves -> many pipeline_move_row
-- about: The moves of one card, newest first, with those undone.
-- takes: int most
-- gives: text staff_name
-- may:   placement_read, placement_write
SELECT v.id, v.card, v.from_place, v.to_place, v.was_stopped, v.is_stopped, v.reason, v.outcome, v.day, v.before_day,
       v.staff, v.written_at, v.undone_at, v.event, s.name AS staff_name
  FROM pipeline_move v JOIN staff s ON s.id = v.staff
 WHERE v.card = :card
 ORDER BY v.id DESC
 LIMIT :most;

-- name:  pipeline_move_set_undone -> count
-- about: A move that was a mistake.
-- may:   placement_write
UPDATE pipeline_move SET undone_at = :undone_at WHERE id = :id AND undone_at IS NULL;

-- name:  pipeline_counted -> many pipeline_count_row
-- about: How many cards stand on each place of a board, by benefit, stopped or not.
-- gives: int how_many
-- reads: nothing, because only how many is told
-- may:   placement_read, placement_write, result_read
SELECT place, is_stopped, is_side, benefit, COUNT(*) AS how_many
  FROM pipeline_card
 WHERE pipeline = :pipeline
 GROUP BY place, is_stopped, is_side, benefit
 ORDER BY benefit, place, is_stopped;

-- name:  pipeline_base_put
-- about: Who is at the company on a weekday, and when.
-- may:   placement_write
INSERT INTO pipeline_base (pipeline, staff, weekday, hours)
VALUES (:pipeline, :staff, :weekday, :hours)
ON CONFLICT (pipeline, staff, weekday) DO UPDATE SET hours = excluded.hours;

-- name:  pipeline_base_delete -> count
-- about: No longer there on that day.
-- may:   placement_write
DELETE FROM pipeline_base WHERE id = :id AND pipeline = :pipeline;

-- name:  pipeline_bases -> many pipeline_base_row
-- about: The week of those who are at the company.
-- gives: text staff_name, text phone
-- may:   placement_read, placement_write
SELECT b.id, b.pipeline, b.staff, b.weekday, b.hours, s.name AS staff_name, s.phone
  FROM pipeline_base b JOIN staff s ON s.id = b.staff
 WHERE b.pipeline = :pipeline
 ORDER BY b.weekday, s.name, b.id;

-- name:  pipeline_incident_insert -> id
-- about: Something that happened at the company.
-- may:   placement_write
INSERT INTO pipeline_incident (pipeline, day, area, words, done_words, staff, written_at)
VALUES (:pipeline, :day, :area, :words, :done_words, :staff, :written_at)
RETURNING id;

-- name:  pipeline_incidents -> many pipeline_incident_row
-- about: What happened at the company, newest first.
-- takes: int most
-- gives: text staff_name
-- may:   placement_read, placement_write
SELECT i.id, i.pipeline, i.day, i.area, i.words, i.done_words, i.staff, i.written_at, s.name AS staff_name
  FROM pipeline_incident i JOIN staff s ON s.id = i.staff
 WHERE i.pipeline = :pipeline
 ORDER BY i.day DESC, i.id DESC
 LIMIT :most;

-- name:  pipeline_told -> many pipeline_told_row
-- about: The boards a citizen is or was on, for insight.
-- gives: text board_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT k.id, p.name AS board_name, k.area, k.place, k.moved_day, k.is_stopped, k.stop_reason, k.is_side
  FROM pipeline_card k JOIN pipeline p ON p.id = k.pipeline
 WHERE k.citizen = :citizen
 ORDER BY k.id;

-- name:  pipeline_erase
-- about: What was said about her on boards is gone; the steps and days stay for statistics.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE pipeline_card SET benefit = '', stop_reason = '' WHERE citizen = :citizen;
