-- name:  work_function_all -> many work_function_row
-- about: The municipality's job functions, those in use first.
-- may:   logged_in
SELECT code, words, search_words, is_retired FROM work_function ORDER BY is_retired, code;

-- name:  work_function_words -> value
-- about: What the municipality calls a code; "" when it is not on the list.
-- may:   logged_in
SELECT words FROM work_function WHERE code = :code;

-- name:  work_function_put
-- about: A job function for the list, or other words for one; one that was retired comes back.
-- may:   company_write, import
INSERT INTO work_function (code, words, search_words) VALUES (:code, :words, :search_words)
ON CONFLICT (code) DO UPDATE SET words = excluded.words, search_words = excluded.search_words, is_retired = 0;

-- name:  work_function_found
-- about: A job function that a new store begins with; one that is there stays as it is.
-- may:   system
INSERT INTO work_function (code, words, search_words) VALUES (:code, :words, :search_words)
ON CONFLICT (code) DO NOTHING;

-- name:  work_function_retire -> count
-- about: A job function is no longer offered, or is again.
-- may:   company_write
UPDATE work_function SET is_retired = :is_retired WHERE code = :code;

-- name:  commute_zone_all -> many commute_zone_row
-- about: Where towns and postal codes lie.
-- may:   logged_in
SELECT id, name, search_name, east, north FROM commute_zone ORDER BY id;

-- name:  commute_zone_by_name -> one commute_zone_row
-- about: One of them.
-- may:   logged_in
SELECT id, name, search_name, east, north FROM commute_zone WHERE search_name = :search_name;

-- name:  commute_zone_put
-- about: Where a town or postal code lies.
-- may:   import, company_write
INSERT INTO commute_zone (name, search_name, east, north) VALUES (:name, :search_name, :east, :north)
ON CONFLICT (search_name) DO UPDATE SET name = excluded.name, east = excluded.east, north = excluded.north;

-- name:  work_place_insert -> id
-- about: A place that a company has agreed to.
-- may:   company_write, import
INSERT INTO work_place (company, words, function_code, seats, from_day, to_day, hours_min, hours_max, weekdays, from_minute,
                        to_minute, oral, written, loads, certificates, targets, has_mentor, languages, paid_prospect,
                        offer, created_at)
VALUES (:company, :words, :function_code, :seats, :from_day, :to_day, :hours_min, :hours_max, :weekdays, :from_minute,
        :to_minute, :oral, :written, :loads, :certificates, :targets, :has_mentor, :languages, :paid_prospect,
        :offer, :created_at)
RETURNING id;

-- name:  work_place_update -> count
-- about: What is agreed about a place now, when nobody has changed it since `version`.
-- may:   company_write
UPDATE work_place
   SET words = :words, function_code = :function_code, seats = :seats, from_day = :from_day, to_day = :to_day,
       hours_min = :hours_min, hours_max = :hours_max, weekdays = :weekdays, from_minute = :from_minute,
       to_minute = :to_minute, oral = :oral, written = :written, loads = :loads, certificates = :certificates,
       targets = :targets, has_mentor = :has_mentor, languages = :languages, paid_prospect = :paid_prospect,
       offer = :offer, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  work_place_load -> one work_place_row
-- about: One place with its company.
-- gives: text company_name, text town, text function_words
-- may:   company_read, company_write, placement_read, placement_write
SELECT w.id, w.company, c.name AS company_name, c.town, w.words, w.function_code, w.seats, w.state, w.from_day, w.to_day,
       w.hours_min, w.hours_max, w.weekdays, w.from_minute, w.to_minute, w.oral, w.written, w.loads, w.certificates,
       w.targets, w.has_mentor, w.languages, w.paid_prospect, w.offer, w.created_at, w.version,
       COALESCE(f.words, w.function_code) AS function_words
  FROM work_place w JOIN company c ON c.id = w.company LEFT JOIN work_function f ON f.code = w.function_code
 WHERE w.id = :id;

-- name:  work_places_of_company -> many work_place_row
-- about: A company's places, open ones first.
-- gives: text company_name, text town, text function_words
-- may:   company_read, company_write, placement_read, placement_write
SELECT w.id, w.company, c.name AS company_name, c.town, w.words, w.function_code, w.seats, w.state, w.from_day, w.to_day,
       w.hours_min, w.hours_max, w.weekdays, w.from_minute, w.to_minute, w.oral, w.written, w.loads, w.certificates,
       w.targets, w.has_mentor, w.languages, w.paid_prospect, w.offer, w.created_at, w.version,
       COALESCE(f.words, w.function_code) AS function_words
  FROM work_place w JOIN company c ON c.id = w.company LEFT JOIN work_function f ON f.code = w.function_code
 WHERE w.company = :company
 ORDER BY w.state DESC, w.id;

-- name:  work_place_set_state -> count
-- about: A place is closed, or open again.
-- may:   company_write
UPDATE work_place SET state = :state, version = version + 1 WHERE id = :id AND version = :version;

-- name:  citizen_work_load -> one citizen_work_row
-- about: What work must fit with a citizen, as it was said.
-- reads: citizen = :citizen
-- may:   case_read, case_write, case_work, placement_read, placement_write
SELECT citizen, is_sought, from_day, hours_min, hours_max, weekdays, care_from_minute, care_to_minute, commute_max, travel,
       oral, written, cannot, careful, is_loads_asked, certificates, parked_until_day, parked_words, written_at, version
  FROM citizen_work
 WHERE citizen = :citizen;

-- name:  citizen_work_put -> count
-- about: What work must fit with a citizen: the first word, or a change when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   case_write, plan_write, placement_write, import
INSERT INTO citizen_work (citizen, is_sought, from_day, hours_min, hours_max, weekdays, care_from_minute, care_to_minute,
                          commute_max, travel, oral, written, cannot, careful, is_loads_asked, certificates, written_at,
                          written_by)
VALUES (:citizen, :is_sought, :from_day, :hours_min, :hours_max, :weekdays, :care_from_minute, :care_to_minute, :commute_max,
        :travel, :oral, :written, :cannot, :careful, :is_loads_asked, :certificates, :written_at, :written_by)
ON CONFLICT (citizen) DO UPDATE
   SET is_sought = excluded.is_sought, from_day = excluded.from_day, hours_min = excluded.hours_min,
       hours_max = excluded.hours_max, weekdays = excluded.weekdays, care_from_minute = excluded.care_from_minute,
       care_to_minute = excluded.care_to_minute, commute_max = excluded.commute_max, travel = excluded.travel,
       oral = excluded.oral, written = excluded.written, cannot = excluded.cannot, careful = excluded.careful,
       is_loads_asked = excluded.is_loads_asked, certificates = excluded.certificates, written_at = excluded.written_at,
       written_by = excluded.written_by, version = citizen_work.version + 1
 WHERE citizen_work.version = :version;

-- name:  citizen_work_park -> count
-- about: Not to be proposed before a day; none: propose again.
-- reads: citizen = :citizen
-- may:   case_write, plan_write, placement_write
INSERT INTO citizen_work (citizen, parked_until_day, parked_words, written_at, written_by)
VALUES (:citizen, :parked_until_day, :parked_words, :written_at, :written_by)
ON CONFLICT (citizen) DO UPDATE
   SET parked_until_day = excluded.parked_until_day, parked_words = excluded.parked_words,
       version = citizen_work.version + 1;

-- name:  citizen_functions -> many citizen_function_row
-- about: What a citizen wishes and can, wishes first, in her order.
-- gives: text words
-- reads: citizen = :citizen
-- may:   case_read, case_write, case_work, placement_read, placement_write
SELECT f.citizen, f.kind, f.rank, f.code, COALESCE(w.words, f.code) AS words
  FROM citizen_function f LEFT JOIN work_function w ON w.code = f.code
 WHERE f.citizen = :citizen
 ORDER BY f.kind DESC, f.rank;

-- name:  citizen_function_clear
-- about: Before they are written anew.
-- reads: citizen = :citizen
-- may:   case_write, plan_write, placement_write, import
DELETE FROM citizen_function WHERE citizen = :citizen;

-- name:  citizen_function_add
-- about: One of them.
-- reads: citizen = :citizen
-- may:   case_write, plan_write, placement_write, import
INSERT INTO citizen_function (citizen, kind, rank, code) VALUES (:citizen, :kind, :rank, :code);

-- name:  citizen_work_erase
-- about: What work must fit with her is gone.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM citizen_work WHERE citizen = :citizen;

-- name:  citizen_function_erase
-- about: What she wished and could is gone.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM citizen_function WHERE citizen = :citizen;

-- name:  citizen_work_told -> one citizen_work_told_row
-- about: What is held about her and work, for insight.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT citizen, is_sought, from_day, hours_min, hours_max, care_from_minute, care_to_minute, commute_max, travel, oral,
       written, cannot, careful, certificates, parked_until_day, parked_words, written_at
  FROM citizen_work
 WHERE citizen = :citizen;

-- name:  citizen_function_told -> many citizen_function_told_row
-- about: What she wished and could, for insight.
-- gives: text words
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT f.kind, f.rank, f.code, COALESCE(w.words, f.code) AS words
  FROM citizen_function f LEFT JOIN work_function w ON w.code = f.code
 WHERE f.citizen = :citizen
 ORDER BY f.kind DESC, f.rank;

-- name:  work_place_fill
-- about: A placement or job is agreed for a place.
-- reads: citizen = :citizen
-- may:   placement_write, import
INSERT INTO work_place_filled (placement, citizen, work_place, filled_at)
VALUES (:placement, :citizen, :work_place, :filled_at)
ON CONFLICT (placement) DO NOTHING;

-- name:  work_place_taken -> value
-- about: How many are at a place now, or have agreed to begin.
-- takes: work_place_id work_place
-- gives: int taken
-- reads: nothing, because only a number is told
-- may:   company_read, company_write, placement_read, placement_write
SELECT COUNT(*) AS taken FROM work_place_filled f JOIN placement p ON p.id = f.placement
 WHERE f.work_place = :work_place AND p.state IN ('agreed', 'running');

-- name:  openings -> many opening_row
-- about: Open job openings, newest first: all, those of one kind, and those whose company or town has the pattern in it.
-- takes: text offer, text pattern, int most, int skip
-- gives: text company_name, text town, text branch, text function_words, int taken
-- reads: nothing, because of people only a number is told
-- may:   company_read, company_write, placement_read, placement_write
SELECT w.id, w.company, c.name AS company_name, c.town, c.branch, w.words, COALESCE(f.words, w.function_code) AS function_words,
       w.offer, w.seats, w.hours_min, w.hours_max, w.from_day, w.to_day, w.created_at,
       (SELECT COUNT(*) FROM work_place_filled x JOIN placement p ON p.id = x.placement
         WHERE x.work_place = w.id AND p.state IN ('agreed', 'running')) AS taken
  FROM work_place w JOIN company c ON c.id = w.company LEFT JOIN work_function f ON f.code = w.function_code
 WHERE w.state = 'open' AND w.offer <> '' AND (:offer = '' OR w.offer = :offer) AND c.search_name LIKE :pattern
 ORDER BY w.id DESC
 LIMIT :most OFFSET :skip;

-- name:  opening_rates -> many opening_rate
-- about: Openings written down since a moment, by what they offer: their seats, and how many of them were filled.
-- takes: instant since
-- gives: int openings, int seats, int filled
-- reads: nothing, because only numbers are told
-- may:   company_read, company_write, placement_read, placement_write
SELECT l.offer, COUNT(*) AS openings, CAST(SUM(l.seats) AS BIGINT) AS seats,
       CAST(SUM(CASE WHEN l.filled > l.seats THEN l.seats ELSE l.filled END) AS BIGINT) AS filled
  FROM (SELECT w.offer, w.seats, (SELECT COUNT(*) FROM work_place_filled x JOIN placement p ON p.id = x.placement
                             WHERE x.work_place = w.id AND (p.started_day IS NOT NULL OR p.state IN ('agreed', 'running'))) AS filled
          FROM work_place w
         WHERE w.offer <> '' AND w.created_at >= :since) l
 GROUP BY l.offer
 ORDER BY l.offer;

-- name:  work_place_trainees -> many work_place_trainee
-- about: Who is on a placement now and trains a place's job function, or can it, in the actor's reach: for a new opening
-- about: (S75). Those whose placement ends first stand first.
-- takes: text search_words, text function_code, int is_all, staff_id actor, int most
-- gives: text company_name
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT p.id, p.citizen, c.first_name, c.last_name, m.name AS company_name, p.functions, p.to_day
  FROM placement p JOIN citizen c ON c.id = p.citizen JOIN company m ON m.id = p.company
 WHERE p.state = 'running' AND p.kind IN ('company_placement', 'training_placement', 'wage_subsidy')
   AND (EXISTS (SELECT 1 FROM placement_function x WHERE x.placement = p.id AND x.search_words = :search_words)
        OR EXISTS (SELECT 1 FROM citizen_function k
                    WHERE k.citizen = p.citizen AND k.kind = 'can' AND k.code = :function_code AND k.code <> ''))
   AND (:is_all = 1 OR p.consultant = :actor OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY COALESCE(p.to_day, 9999999), p.id
 LIMIT :most;

-- name:  market_wish_put
-- about: She wants what a market beside work's has.
-- reads: citizen = :citizen
-- may:   case_write, plan_write, placement_write
INSERT INTO market_wish (citizen, kind, wished_at) VALUES (:citizen, :kind, :wished_at)
ON CONFLICT (citizen, kind) DO NOTHING;

-- name:  market_wish_drop
-- about: She no longer does.
-- reads: citizen = :citizen
-- may:   case_write, plan_write, placement_write
DELETE FROM market_wish WHERE citizen = :citizen AND kind = :kind;

-- name:  market_wishes_of -> many market_wish_row
-- about: What she wants beside work.
-- reads: citizen = :citizen
-- may:   case_read, case_write, case_work, plan_write, placement_read, placement_write, case_erase
SELECT kind, branch, wished_at FROM market_wish WHERE citizen = :citizen ORDER BY kind;

-- name:  market_wish_erase
-- about: What she wanted is gone.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM market_wish WHERE citizen = :citizen;
