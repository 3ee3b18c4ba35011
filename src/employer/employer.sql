-- name:  company_insert -> id
-- about: A new company or workplace; the caller has searched first.
-- may:   company_write, import
INSERT INTO company (cvr, p_number, name, search_name, branch, street, postal_code, town, employee_count, employee_day,
                     employee_source, sector, culture, travel, hours, place_count, state, pause_until_day, consultant,
                     deputy, created_at)
VALUES (:cvr, :p_number, :name, :search_name, :branch, :street, :postal_code, :town, :employee_count, :employee_day,
        :employee_source, :sector, :culture, :travel, :hours, :place_count, :state, :pause_until_day, :consultant,
        :deputy, :created_at)
RETURNING id;

-- name:  company_update -> count
-- about: Everything that is edited about a company, when nobody has since `version`.
-- may:   company_write
UPDATE company
   SET cvr = :cvr, p_number = :p_number, name = :name, search_name = :search_name, branch = :branch,
       street = :street, postal_code = :postal_code, town = :town, employee_count = :employee_count,
       employee_day = :employee_day, employee_source = :employee_source, sector = :sector, culture = :culture, travel = :travel, hours = :hours, place_count = :place_count, state = :state,
       pause_until_day = :pause_until_day, consultant = :consultant, deputy = :deputy, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  company_load -> one company_row
-- about: One company, with the names and phones of those who look after it and how many places are taken.
-- takes: company_id id
-- gives: text consultant_name, text consultant_phone, text deputy_name, text deputy_phone, int taken_count
-- reads: nothing, because only the number of placements is told
-- may:   company_read, company_write, placement_read, placement_write
SELECT c.id, c.cvr, c.p_number, c.name, c.branch, c.street, c.postal_code, c.town, c.employee_count, c.employee_day,
       c.employee_source, c.sector, c.culture, c.travel, c.hours, c.place_count, c.state, c.pause_until_day, c.consultant, c.deputy, c.created_at, c.version,
       s.name AS consultant_name, s.phone AS consultant_phone, d.name AS deputy_name, d.phone AS deputy_phone,
       (SELECT COUNT(*) FROM placement p WHERE p.company = c.id AND p.is_in_place = 1 AND p.state IN ('agreed', 'running')) AS taken_count
  FROM company c LEFT JOIN staff s ON s.id = c.consultant LEFT JOIN staff d ON d.id = c.deputy
 WHERE c.id = :id;

-- name:  company_page -> many company_listed
-- about: Some companies of the list: those whose folded name, or town has the pattern in it, or whose CVR or P number
-- about: begins with the digits; in one state and with one consultant, or all; sorted by name, last talk or free places.
-- takes: text pattern, text digits, text wanted_state, staff_id wanted_consultant, text sort, int most, int skip
-- gives: text consultant_name, instant talked_at, int taken_count, int free_count
-- reads: nothing, because only the number of placements is told
-- may:   company_read, company_write, placement_read, placement_write
SELECT c.id, c.name, c.town, c.branch, c.state, c.pause_until_day, s.name AS consultant_name, c.place_count, f.taken_count,
       c.place_count - f.taken_count AS free_count, f.talked_at
  FROM (SELECT l.id, l.by_talk, l.by_places, l.by_consultant, l.search_name,
               (SELECT COUNT(*) FROM placement p
                 WHERE p.company = l.id AND p.is_in_place = 1 AND p.state IN ('agreed', 'running')) AS taken_count,
               (SELECT MAX(t.talked_at) FROM company_talk t WHERE t.company = l.id) AS talked_at
          FROM (SELECT k.id, k.search_name,
                       CASE WHEN :sort = 'senest'
                            THEN COALESCE((SELECT MAX(t.talked_at) FROM company_talk t WHERE t.company = k.id), 0)
                            ELSE 0 END AS by_talk,
                       CASE WHEN :sort = 'pladser'
                            THEN (SELECT COUNT(*) FROM placement p
                                   WHERE p.company = k.id AND p.is_in_place = 1 AND p.state IN ('agreed', 'running')) - k.place_count
                            ELSE 0 END AS by_places,
                       CASE WHEN :sort = 'konsulent'
                            THEN COALESCE((SELECT n.name FROM staff n WHERE n.id = k.consultant), '')
                            ELSE '' END AS by_consultant
                  FROM company k
                 WHERE k.merged_into IS NULL
                   AND (k.search_name LIKE :pattern OR (:digits <> '' AND (k.cvr LIKE :digits OR k.p_number LIKE :digits)))
                   AND (:wanted_state = '' OR k.state = :wanted_state)
                   AND (:wanted_consultant IS NULL OR k.consultant = :wanted_consultant
                        OR k.deputy = :wanted_consultant)
                 ORDER BY by_talk, by_places, by_consultant, k.search_name, k.id
                 LIMIT :most OFFSET :skip) l) f
       JOIN company c ON c.id = f.id LEFT JOIN staff s ON s.id = c.consultant
 ORDER BY f.by_talk, f.by_places, f.by_consultant, f.search_name, f.id;

-- name:  company_count -> value
-- about: How many companies the list has in all, for its pages.
-- takes: text pattern, text digits, text wanted_state, staff_id wanted_consultant
-- gives: int how_many
-- may:   company_read, company_write, placement_read, placement_write
SELECT COUNT(*) AS how_many
  FROM company c
 WHERE c.merged_into IS NULL AND (c.search_name LIKE :pattern OR (:digits <> '' AND (c.cvr LIKE :digits OR c.p_number LIKE :digits)))
   AND (:wanted_state = '' OR c.state = :wanted_state)
   AND (:wanted_consultant IS NULL OR c.consultant = :wanted_consultant OR c.deputy = :wanted_consultant);

-- name:  company_by_p_number -> value
-- about: The workplace with this P number; n = 0 when there is none.
-- may:   company_read, company_write, import
SELECT id FROM company WHERE p_number = :p_number;

-- name:  company_contacts -> many company_contact_row
-- about: Contacts, the first one to call first.
-- may:   company_read, company_write, placement_read, placement_write
SELECT id, company, name, title, phone, email, is_main
  FROM company_contact
 WHERE company = :company
 ORDER BY is_main DESC, name, id;

-- name:  company_contact_insert -> id
-- about: One more contact.
-- may:   company_write, import
INSERT INTO company_contact (company, name, title, phone, email, is_main)
VALUES (:company, :name, :title, :phone, :email, :is_main)
RETURNING id;

-- name:  company_contact_unset_main
-- about: Before another contact becomes the first one to call.
-- may:   company_write, import
UPDATE company_contact SET is_main = 0 WHERE company = :company;

-- name:  company_contact_release
-- about: Placements that had this contact go on without: their page asks for another.
-- reads: nothing, because nothing is told
-- may:   company_write
UPDATE placement SET contact = NULL WHERE contact = :contact;

-- name:  company_contact_release_meetings
-- about: Minutes of meetings where the contact was keep the name.
-- reads: nothing, because nothing is told
-- may:   company_write
UPDATE meeting_party SET contact = NULL WHERE contact = :contact;

-- name:  company_contact_delete -> count
-- about: A contact who has left.
-- may:   company_write
DELETE FROM company_contact WHERE id = :id AND company = :company;

-- name:  company_talk_insert -> id
-- about: What was talked about with a company.
-- may:   company_write, placement_write, import
INSERT INTO company_talk (company, talked_at, staff, way, words)
VALUES (:company, :talked_at, :staff, :way, :words)
RETURNING id;

-- name:  company_talks -> many company_talk_row
-- about: The newest talks with a company.
-- takes: int most
-- may:   company_read, company_write
SELECT t.id, t.company, t.talked_at, t.staff, s.name AS staff_name, t.way, t.words
  FROM company_talk t JOIN staff s ON s.id = t.staff
 WHERE t.company = :company
 ORDER BY t.talked_at DESC, t.id DESC
 LIMIT :most;

-- name:  company_placements -> many company_placement_row
-- about: Who is or was placed here, of the citizens in the actor's reach; running ones first.
-- takes: company_id company, int is_all, staff_id actor, int most
-- reads: each citizen
-- may:   placement_read, placement_write
SELECT p.id AS placement, p.citizen, c.first_name, c.last_name, p.kind, p.state, p.from_day, p.to_day, p.ended_day
  FROM placement p JOIN citizen c ON c.id = p.citizen
 WHERE p.company = :company
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY CASE p.state WHEN 'running' THEN 0 WHEN 'agreed' THEN 1 ELSE 2 END, p.from_day DESC, p.id DESC
 LIMIT :most;

-- name:  company_set_sector
-- about: Private or public, asked for by a check of the law.
-- may:   company_write, placement_write
UPDATE company SET sector = :sector, version = version + 1 WHERE id = :id;

-- name:  company_month_put
-- about: Ordinary employees of a month; a second word corrects the first.
-- may:   company_write, placement_write, import
INSERT INTO company_month (company, level, month_day, employees, source, author, written_at)
VALUES (:company, :level, :month_day, :employees, :source, :author, :written_at)
ON CONFLICT (company, level, month_day) DO UPDATE
   SET employees = excluded.employees, source = excluded.source, author = excluded.author,
       written_at = excluded.written_at;

-- name:  company_months -> many company_month_row
-- about: Months before a day with the ordinary employees of a workplace, newest first. With `cvr`, those of the whole
-- about: company, at whatever workplace they were written: a month may come twice, the newest word first.
-- takes: company_id company, text level, text cvr, day before_day, int most
-- gives: text author_name
-- may:   company_read, company_write, placement_read, placement_write
SELECT m.month_day, m.employees, m.source, s.name AS author_name, m.written_at
  FROM company_month m JOIN company c ON c.id = m.company LEFT JOIN staff s ON s.id = m.author
 WHERE m.level = :level AND m.month_day < :before_day
   AND (m.company = :company OR m.company IN (SELECT k.id FROM company k WHERE k.cvr = :cvr AND k.cvr <> ''))
 ORDER BY m.month_day DESC, m.written_at DESC, m.company
 LIMIT :most;

-- name:  company_survey -> one company_survey_row
-- about: What a company answered last to a job barometer.
-- gives: text survey_name, int how_many
-- may:   company_read, company_write
SELECT k.id, s.name AS survey_name, k.answered_at, k.willing,
       (SELECT COALESCE(SUM(o.openings), 0) FROM survey_opening o WHERE o.survey_company = k.id) AS how_many
  FROM survey_company k JOIN survey s ON s.id = k.survey
 WHERE k.company = :company AND k.answered_at IS NOT NULL
 ORDER BY k.answered_at DESC, k.id DESC
 LIMIT 1;

-- name:  company_demand -> many company_demand_row
-- about: The branches in high demand in the quarter of a day.
-- takes: day on
-- may:   company_read, company_write, placement_read, placement_write
SELECT branch, quarter_day, source
  FROM branch_demand
 WHERE level = 'high' AND quarter_day = (SELECT MAX(q.quarter_day) FROM branch_demand q WHERE q.quarter_day <= :on)
   AND quarter_day > :on - 93
 ORDER BY branch;

-- name:  agreement_insert -> id
-- about: What was agreed with a company.
-- may:   company_write
INSERT INTO agreement (company, home, kind, contents, from_day, to_day, renew_day, place_count, consultant,
                       is_mentor_paid, when_full)
VALUES (:company, :company, :kind, :contents, :from_day, :to_day, :renew_day, :place_count, :consultant,
        :is_mentor_paid, :when_full)
RETURNING id;

-- name:  agreement_update -> count
-- about: Changed contents of an agreement, when nobody has changed it since `version`.
-- may:   company_write
UPDATE agreement
   SET contents = :contents, from_day = :from_day, to_day = :to_day, renew_day = :renew_day, place_count = :place_count,
       consultant = :consultant, is_mentor_paid = :is_mentor_paid, when_full = :when_full, version = version + 1
 WHERE id = :id AND company = :company AND version = :version;

-- name:  agreement_set_signed
-- about: The event that begins it.
-- may:   company_write
UPDATE agreement SET signed_event = :signed_event WHERE id = :id;

-- name:  agreement_set_state -> count
-- about: Ended on a day, or in force again.
-- may:   company_write
UPDATE agreement
   SET state = :state, ended_day = :ended_day, ended_event = :ended_event, version = version + 1
 WHERE id = :id AND state <> :state;

-- name:  agreement_load -> one agreement_row
-- about: One agreement of a company, with its consultant: its own, else the company's.
-- gives: text consultant_name, text consultant_phone
-- may:   company_read, company_write
SELECT a.id, a.company, a.home, a.kind, a.contents, a.from_day, a.to_day, a.renew_day, a.place_count, a.consultant,
       a.is_mentor_paid, a.when_full, a.state, a.ended_day, a.signed_event, a.ended_event, a.version,
       s.name AS consultant_name, s.phone AS consultant_phone
  FROM agreement a JOIN company c ON c.id = a.company LEFT JOIN staff s ON s.id = COALESCE(a.consultant, c.consultant)
 WHERE a.id = :id AND a.company = :company;

-- name:  agreements_of_company -> many agreement_row
-- about: A company's agreements, those in force first.
-- gives: text consultant_name, text consultant_phone
-- may:   company_read, company_write
SELECT a.id, a.company, a.home, a.kind, a.contents, a.from_day, a.to_day, a.renew_day, a.place_count, a.consultant,
       a.is_mentor_paid, a.when_full, a.state, a.ended_day, a.signed_event, a.ended_event, a.version,
       s.name AS consultant_name, s.phone AS consultant_phone
  FROM agreement a JOIN company c ON c.id = a.company LEFT JOIN staff s ON s.id = COALESCE(a.consultant, c.consultant)
 WHERE a.company = :company
 ORDER BY CASE a.state WHEN 'open' THEN 0 ELSE 1 END, a.from_day DESC, a.id DESC;

-- name:  agreement_areas -> many agreement_area_row
-- about: Work areas and target groups of a company's agreements, in the order they were typed.
-- may:   company_read, company_write
SELECT t.agreement, t.list, t.words
  FROM agreement_area t JOIN agreement a ON a.id = t.agreement
 WHERE a.company = :company
 ORDER BY t.agreement, t.list, t.id;

-- name:  agreement_area_add
-- about: One more work area or target group.
-- may:   company_write
INSERT INTO agreement_area (agreement, list, words, folded) VALUES (:agreement, :list, :words, :folded);

-- name:  agreement_area_clear
-- about: Before they are written anew.
-- may:   company_write
DELETE FROM agreement_area WHERE agreement = :agreement;

-- name:  sparring_insert -> id
-- about: What was said at a sparring.
-- may:   company_write
INSERT INTO sparring (agreement, held_day, staff, needs, wishes, ability, event)
VALUES (:agreement, :held_day, :staff, :needs, :wishes, :ability, :event)
RETURNING id;

-- name:  sparrings_of_company -> many sparring_row
-- about: Sparrings with a company's centres, newest first.
-- takes: int most
-- gives: text staff_name
-- may:   company_read, company_write
SELECT p.id, p.agreement, p.held_day, p.staff, s.name AS staff_name, p.needs, p.wishes, p.ability, p.event
  FROM sparring p JOIN agreement a ON a.id = p.agreement LEFT JOIN staff s ON s.id = p.staff
 WHERE a.company = :company
 ORDER BY p.held_day DESC, p.id DESC
 LIMIT :most;

-- name:  sparring_remove -> count
-- about: A sparring taken back.
-- may:   company_write
DELETE FROM sparring WHERE id = :id;

-- name:  company_obligations -> many company_due
-- about: What is due about a company, soonest first: its own stream, and those of companies merged into it.
-- takes: company_id company, int most
-- reads: nothing, because a company's stream has no citizen
-- may:   company_read, company_write
SELECT o.id, o.scheme, o.rule, o.subject_kind, o.subject, o.anchor_at, o.due_at, o.is_hour_rule
  FROM obligation o
 WHERE o.stream_kind = 2 AND o.state = 0
   AND o.stream IN (SELECT c.id FROM company c WHERE c.id = :company
                    UNION ALL SELECT g.id FROM company g WHERE g.merged_into = :company)
 ORDER BY o.due_at, o.id
 LIMIT :most;

-- name:  company_staffing -> many company_staffing_row
-- about: Who has looked after a company, newest first.
-- takes: int most
-- gives: text staff_name
-- reads: nothing, because these are about a company
-- may:   company_read, company_write
SELECT f.id, f.role, f.staff, s.name AS staff_name, f.from_at, f.to_at
  FROM staffing f JOIN staff s ON s.id = f.staff
 WHERE f.company = :company
 ORDER BY f.from_at DESC, f.id DESC
 LIMIT :most;

-- name:  company_staffing_end
-- about: Somebody no longer looks after a company.
-- takes: instant now
-- reads: nothing, because these are about a company
-- may:   company_write, import
UPDATE staffing SET to_at = :now WHERE company = :company AND role = :role AND to_at IS NULL;

-- name:  company_staffing_add
-- about: Somebody looks after a company from now on.
-- takes: instant now
-- reads: nothing, because these are about a company
-- may:   company_write, import
INSERT INTO staffing (company, role, staff, from_at) VALUES (:company, :role, :staff, :now);

-- name:  company_set_created_event
-- about: The event that says it is there.
-- may:   company_write, import
UPDATE company SET created_event = :created_event WHERE id = :id;

-- name:  company_staffing_open -> value
-- about: Does somebody with a role look after a company?
-- gives: int open
-- reads: nothing, because these are about a company
-- may:   company_write, import
SELECT count(*) AS open FROM staffing WHERE company = :company AND role = :role AND to_at IS NULL;

-- name:  companies_untold -> many company_untold_row
-- about: Companies whose journal does not say yet that they are there.
-- takes: int most
-- may:   company_write
SELECT id, consultant, deputy, created_at FROM company WHERE created_event = 0 ORDER BY id LIMIT :most;

-- name:  company_keepers -> one company_keepers_row
-- about: Who looks after a company, before it is changed.
-- may:   company_write, import
SELECT id, consultant, deputy, state, merged_into FROM company WHERE id = :id;

-- name:  catalogue_page -> many catalogue_row
-- about: Centres for everybody to see: what they offer and how many places are free; no names of persons. Narrowed by
-- about: folded words in the name or a work area, by a work area, branch, target group and town, or to free places.
-- about: A company that pauses or says never is not shown. `is_in_demand`: its branch lacks people this quarter. Companies
-- about: are read by name, so that a page ends with its last line (CROSS JOIN keeps SQLite to that order).
-- takes: text pattern, text area, text wanted_branch, text target, text wanted_town, flag is_free, day today, int most, int skip
-- gives: int free_count, text areas, text targets, flag is_in_demand
-- reads: nothing, because only the number of placements is told
-- may:   anyone
SELECT l.id, l.name, l.town, l.branch, l.travel, l.agreement, l.place_count,
       CASE WHEN l.place_count > l.taken_count THEN l.place_count - l.taken_count ELSE 0 END AS free_count,
       (SELECT string_agg(t.words, ', ' ORDER BY t.id) FROM agreement_area t
         WHERE t.agreement = l.agreement AND t.list = 'area') AS areas,
       (SELECT string_agg(t.words, ', ' ORDER BY t.id) FROM agreement_area t
         WHERE t.agreement = l.agreement AND t.list = 'target') AS targets,
       CASE WHEN EXISTS (SELECT 1 FROM branch_demand d
                          WHERE d.branch = l.branch AND d.level = 'high' AND d.quarter_day > :today - 93
                            AND d.quarter_day = (SELECT MAX(q.quarter_day) FROM branch_demand q WHERE q.quarter_day <= :today))
            THEN 1 ELSE 0 END AS is_in_demand
  FROM (SELECT c.id, c.name, c.search_name, c.town, c.branch, c.travel, a.id AS agreement, a.place_count,
               (SELECT COUNT(*) FROM placement p
                 WHERE p.company = c.id AND p.is_in_place = 1 AND p.state IN ('agreed', 'running')) AS taken_count
          FROM company c CROSS JOIN agreement a
         WHERE a.company = c.id AND a.kind = 'centre' AND a.state = 'open' AND a.from_day <= :today
           AND (a.to_day IS NULL OR a.to_day >= :today)
           AND (c.state = 'willing' OR (c.state = 'pausing' AND c.pause_until_day < :today))
           AND (:wanted_branch = '' OR c.branch = :wanted_branch)
           AND (:wanted_town = '' OR c.town = :wanted_town)
           AND (:area = '' OR EXISTS (SELECT 1 FROM agreement_area t
                                       WHERE t.agreement = a.id AND t.list = 'area' AND t.folded = :area))
           AND (:target = '' OR EXISTS (SELECT 1 FROM agreement_area t
                                         WHERE t.agreement = a.id AND t.list = 'target' AND t.folded = :target))
           AND (c.search_name LIKE :pattern
                OR EXISTS (SELECT 1 FROM agreement_area t WHERE t.agreement = a.id AND t.folded LIKE :pattern))
           AND (:is_free = 0 OR a.place_count > (SELECT COUNT(*) FROM placement q
                                                  WHERE q.company = c.id AND q.is_in_place = 1
                                                    AND q.state IN ('agreed', 'running')))
         ORDER BY c.search_name, a.id
         LIMIT :most OFFSET :skip) l
 ORDER BY l.search_name, l.agreement;

-- name:  catalogue_areas -> many catalogue_area_row
-- about: The work areas ('area') or target groups ('target') that centres of the catalogue have, each once.
-- takes: text list
-- gives: text words
-- may:   anyone
SELECT f.folded, f.words
  FROM (SELECT t.folded, MIN(t.words) AS words FROM agreement_area t WHERE t.list = :list GROUP BY t.folded) f
 WHERE EXISTS (SELECT 1 FROM agreement_area x JOIN agreement a ON a.id = x.agreement
                WHERE x.list = :list AND x.folded = f.folded AND a.kind = 'centre' AND a.state = 'open')
 ORDER BY f.folded;

-- name:  catalogue_towns -> many catalogue_town
-- about: Towns with a centre.
-- may:   anyone
SELECT DISTINCT c.town
  FROM agreement a JOIN company c ON c.id = a.company
 WHERE a.kind = 'centre' AND a.state = 'open' AND c.town <> ''
 ORDER BY c.town;

-- name:  centre_room -> one centre_room_row
-- about: How full a company's centre is on a day; none when it has no centre. Several agreements count together.
-- takes: company_id company, day today
-- gives: int place_count, int taken_count, text when_full
-- reads: nothing, because only the number of placements is told
-- may:   company_read, company_write, placement_read, placement_write
SELECT SUM(a.place_count) AS place_count, MIN(a.when_full) AS when_full,
       (SELECT COUNT(*) FROM placement p
         WHERE p.company = :company AND p.is_in_place = 1 AND p.state IN ('agreed', 'running')) AS taken_count
  FROM agreement a
 WHERE a.company = :company AND a.kind = 'centre' AND a.state = 'open' AND a.from_day <= :today
   AND (a.to_day IS NULL OR a.to_day >= :today)
HAVING COUNT(*) > 0;

-- name:  company_manners -> one company_manners_row
-- about: How this municipality is fair to its companies.
-- may:   company_read, company_write
SELECT id, quiet_days, long_days FROM company_manners WHERE id = 1;

-- name:  company_manners_set
-- about: Other numbers.
-- may:   company_write
UPDATE company_manners SET quiet_days = :quiet_days, long_days = :long_days WHERE id = 1;

-- name:  company_talkers -> many company_talker
-- about: Who else from the town hall talks to a company: each with the number of talks and the newest.
-- takes: instant since
-- gives: int talk_count, instant talked_at
-- may:   company_read, company_write
SELECT t.staff, s.name AS staff_name, s.phone AS staff_phone, COUNT(*) AS talk_count, MAX(t.talked_at) AS talked_at
  FROM company_talk t JOIN staff s ON s.id = t.staff
 WHERE t.company = :company AND t.talked_at >= :since
 GROUP BY t.staff, s.name, s.phone
 ORDER BY MAX(t.talked_at) DESC, t.staff;

-- name:  company_set_state -> count
-- about: It pauses until a day, or wants to be asked again.
-- may:   company_write
UPDATE company SET state = :state, pause_until_day = :pause_until_day, version = version + 1
 WHERE id = :id AND state <> :state;

-- name:  my_companies -> many my_company
-- about: Companies somebody looks after (scope 'mine'), stands in for ('vikar'), of her units ('enhed'), or that nobody
-- about: looks after ('uden'): what is due first comes first, then those nobody has talked with for longest.
-- takes: text scope, staff_id actor, int most, int skip
-- gives: text consultant_name, int taken_count, instant talked_at, day renew_day, text due_scheme, text due_rule, instant due_anchor_at, instant due_at, int due_is_hours
-- reads: nothing, because only the number of placements is told, and a company's stream has no citizen
-- may:   company_read, company_write
SELECT c.id, c.name, c.town, c.state, c.pause_until_day, s.name AS consultant_name, c.place_count,
       (SELECT COUNT(*) FROM placement p WHERE p.company = c.id AND p.is_in_place = 1 AND p.state IN ('agreed', 'running')) AS taken_count,
       CASE WHEN f.talked_at = 0 THEN NULL ELSE f.talked_at END AS talked_at,
       (SELECT MIN(a.renew_day) FROM agreement a WHERE a.company = c.id AND a.state = 'open') AS renew_day,
       o.scheme AS due_scheme, o.rule AS due_rule, o.anchor_at AS due_anchor_at, o.due_at, o.is_hour_rule AS due_is_hours
  FROM (SELECT l.id, l.search_name, l.due_at, l.talked_at
          FROM (SELECT k.id, k.search_name,
                       COALESCE((SELECT MIN(d.due_at) FROM obligation d
                                  WHERE d.stream_kind = 2 AND d.stream = k.id AND d.state = 0), 9223372036854775807) AS due_at,
                       COALESCE((SELECT MAX(t.talked_at) FROM company_talk t WHERE t.company = k.id), 0) AS talked_at
                  FROM company k
                 WHERE k.merged_into IS NULL
                   AND ((:scope = 'mine' AND (k.consultant = :actor OR k.id IN
                                                     (SELECT a.company FROM agreement a
                                                       WHERE a.state = 'open' AND a.consultant = :actor)))
                        OR (:scope = 'vikar' AND k.deputy = :actor)
                        OR (:scope = 'uden' AND k.consultant IS NULL)
                        OR (:scope = 'enhed' AND k.consultant IN
                            (SELECT b.staff FROM staff_role a JOIN staff_role b ON b.unit = a.unit WHERE a.staff = :actor)))
                 ) l
         ORDER BY l.due_at, l.talked_at, l.search_name, l.id
         LIMIT :most OFFSET :skip) f
       JOIN company c ON c.id = f.id LEFT JOIN staff s ON s.id = c.consultant
       LEFT JOIN obligation o ON o.id = (SELECT d.id FROM obligation d
                                          WHERE d.stream_kind = 2 AND d.stream = f.id AND d.state = 0
                                          ORDER BY d.due_at, d.id LIMIT 1)
 ORDER BY f.due_at, f.talked_at, f.search_name, f.id;

-- name:  merge_candidates -> many merge_candidate
-- about: Pairs that may be one company written down twice: the same CVR number at the same address, or the same name
-- about: and town. Workplaces of one company with P numbers of their own are no pair.
-- takes: int most
-- gives: int first, text first_name, text first_town, int second, text second_name, text second_cvr
-- may:   company_write
SELECT a.id AS first, a.name AS first_name, a.town AS first_town, b.id AS second, b.name AS second_name, b.cvr AS second_cvr
  FROM company a JOIN company b ON b.search_name = a.search_name AND b.id > a.id
 WHERE a.merged_into IS NULL AND b.merged_into IS NULL AND (a.p_number = '' OR b.p_number = '' OR a.p_number = b.p_number)
UNION
SELECT a.id AS first, a.name AS first_name, a.town AS first_town, b.id AS second, b.name AS second_name, b.cvr AS second_cvr
  FROM company a JOIN company b ON b.cvr = a.cvr AND b.id > a.id
 WHERE a.cvr <> '' AND a.street = b.street AND a.town = b.town AND a.merged_into IS NULL AND b.merged_into IS NULL
   AND (a.p_number = '' OR b.p_number = '' OR a.p_number = b.p_number)
 ORDER BY 2, 1, 4
 LIMIT :most;

-- name:  merge_insert -> id
-- about: Two companies become one.
-- takes: instant now
-- may:   company_write
INSERT INTO company_merge (kept, gone, merged_at, merged_by) VALUES (:kept, :gone, :now, :merged_by) RETURNING id;

-- name:  merge_hide
-- about: The one that is gone is no longer listed; none: it is listed again.
-- may:   company_write
UPDATE company SET merged_into = :merged_into, version = version + 1 WHERE id = :id;

-- name:  merge_note
-- about: Remembers what is moved, each row by its table, before it is. Where both have a row of the same campaign, survey,
-- about: board or month, each keeps its own.
-- takes: company_id kept, company_id gone
-- reads: nothing, because rows are only numbered
-- may:   company_write
INSERT INTO company_moved (merge, what, moved)
SELECT :merge, 'contact', id FROM company_contact WHERE company = :gone
UNION ALL SELECT :merge, 'talk', id FROM company_talk WHERE company = :gone
UNION ALL SELECT :merge, 'placement', id FROM placement WHERE company = :gone
UNION ALL SELECT :merge, 'agreement', id FROM agreement WHERE company = :gone
UNION ALL SELECT :merge, 'link', id FROM link WHERE company = :gone
UNION ALL SELECT :merge, 'enquiry', id FROM enquiry WHERE company = :gone
UNION ALL SELECT :merge, 'session', id FROM group_session WHERE company = :gone
UNION ALL SELECT :merge, 'mentor', id FROM mentor WHERE company = :gone
UNION ALL SELECT :merge, 'board', id FROM pipeline WHERE company = :gone
UNION ALL SELECT :merge, 'place', id FROM work_place WHERE company = :gone
UNION ALL SELECT :merge, 'card', c.id FROM pipeline_card c
           WHERE c.company = :gone
             AND NOT EXISTS (SELECT 1 FROM pipeline_card k WHERE k.pipeline = c.pipeline AND k.company = :kept)
UNION ALL SELECT :merge, 'letter', c.id FROM campaign_company c
           WHERE c.company = :gone
             AND NOT EXISTS (SELECT 1 FROM campaign_company k WHERE k.campaign = c.campaign AND k.company = :kept)
UNION ALL SELECT :merge, 'survey', c.id FROM survey_company c
           WHERE c.company = :gone
             AND NOT EXISTS (SELECT 1 FROM survey_company k WHERE k.survey = c.survey AND k.company = :kept)
UNION ALL SELECT :merge, 'month_' || m.level, m.month_day FROM company_month m
           WHERE m.company = :gone
             AND NOT EXISTS (SELECT 1 FROM company_month k
                              WHERE k.company = :kept AND k.level = m.level AND k.month_day = m.month_day);

-- name:  merge_move_contacts
-- about: Contacts a merge has noted belong to a company.
-- may:   company_write
UPDATE company_contact SET company = :company
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'contact');

-- name:  merge_move_talks
-- about: Talks a merge has noted belong to a company.
-- may:   company_write
UPDATE company_talk SET company = :company
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'talk');

-- name:  merge_move_placements
-- about: Placements a merge has noted are at a company.
-- reads: nothing, because nothing is told
-- may:   company_write
UPDATE placement SET company = :company, version = version + 1
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'placement');

-- name:  merge_move_agreements
-- about: Agreements a merge has noted are a company's; their events stay where they are (`home`).
-- may:   company_write
UPDATE agreement SET company = :company
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'agreement');

-- name:  merge_move_links
-- about: Links a merge has noted open a company's page.
-- may:   company_write
UPDATE link SET company = :company
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'link');

-- name:  merge_move_enquiries
-- about: Enquiries a merge has noted are a company's; their clock stays where it runs (`home`).
-- reads: nothing, because nothing is told
-- may:   company_write
UPDATE enquiry SET company = :company, version = version + 1,
       home = CASE WHEN COALESCE(home, company) = :company THEN NULL ELSE COALESCE(home, company) END
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'enquiry');

-- name:  merge_move_sessions
-- about: Visits a merge has noted are to a company.
-- may:   company_write
UPDATE group_session SET company = :company, version = version + 1
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'session');

-- name:  merge_move_mentors
-- about: Mentors a merge has noted work at a company.
-- may:   company_write
UPDATE mentor SET company = :company
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'mentor');

-- name:  merge_move_places
-- about: Work places a merge has noted are a company's.
-- may:   company_write
UPDATE work_place SET company = :company, version = version + 1
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'place');

-- name:  merge_move_boards
-- about: Boards a merge has noted are about a company.
-- may:   company_write
UPDATE pipeline SET company = :company, version = version + 1
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'board');

-- name:  merge_move_cards
-- about: Cards a merge has noted are of a company.
-- reads: nothing, because nothing is told
-- may:   company_write
UPDATE pipeline_card SET company = :company, version = version + 1
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'card');

-- name:  merge_move_letters
-- about: Letters a merge has noted went to a company.
-- may:   company_write
UPDATE campaign_company SET company = :company, version = version + 1
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'letter');

-- name:  merge_move_surveys
-- about: Answers to surveys a merge has noted are of a company; their events stay where they are (`home`).
-- may:   company_write
UPDATE survey_company SET company = :company, home = CASE WHEN COALESCE(home, company) = :company THEN NULL ELSE COALESCE(home, company) END
 WHERE id IN (SELECT moved FROM company_moved WHERE merge = :merge AND what = 'survey');

-- name:  merge_move_months
-- about: The months of the other side that a merge has noted are a company's.
-- may:   company_write
UPDATE company_month SET company = :company
 WHERE company <> :company
   AND company IN (SELECT kept FROM company_merge WHERE id = :merge UNION SELECT gone FROM company_merge WHERE id = :merge)
   AND EXISTS (SELECT 1 FROM company_moved v
                WHERE v.merge = :merge AND v.what = 'month_' || company_month.level AND v.moved = company_month.month_day);

-- name:  merge_load -> one merge_row
-- about: A merge that has not been undone.
-- may:   company_write
SELECT id, kept, gone, merged_at FROM company_merge WHERE id = :id AND undone_at IS NULL;

-- name:  merge_undone -> count
-- about: It is undone.
-- takes: instant now
-- may:   company_write
UPDATE company_merge SET undone_at = :now, undone_by = :undone_by WHERE id = :id AND undone_at IS NULL;

-- name:  merges_of_company -> many merged_row
-- about: What was merged into a company and has not been undone, newest first.
-- gives: text gone_name, text staff_name
-- may:   company_read, company_write
SELECT m.id, m.gone, c.name AS gone_name, m.merged_at, s.name AS staff_name
  FROM company_merge m JOIN company c ON c.id = m.gone LEFT JOIN staff s ON s.id = m.merged_by
 WHERE m.kept = :kept AND m.undone_at IS NULL
 ORDER BY m.merged_at DESC, m.id DESC;

-- name:  company_enquiries -> many company_enquiry
-- about: What a company waits for an answer to, oldest first (src/enquiry), and until when we have promised one.
-- takes: company_id company, int subject_kind
-- gives: instant due_at
-- reads: nothing, because it tells that the company asked, and neither of whom nor why
-- may:   company_read, company_write
SELECT e.id, e.kind, e.state, e.received_at,
       (SELECT MIN(o.due_at) FROM obligation o
         WHERE o.stream_kind = 2 AND o.stream = e.company AND o.subject_kind = :subject_kind AND o.subject = e.id
           AND o.state = 0) AS due_at
  FROM enquiry e
 WHERE e.company = :company AND e.state <> 'closed'
 ORDER BY e.received_at, e.id;

-- name:  centre_queue_of -> one centre_queue_row
-- about: The centre of a company that keeps a queue, and how full it is; none when it has no such centre.
-- takes: company_id company, day today
-- gives: int taken_count, int waiting_count
-- reads: nothing, because only numbers are told
-- may:   company_read, company_write, placement_read, placement_write
SELECT a.id, a.place_count,
       (SELECT COUNT(*) FROM placement p
         WHERE p.company = a.company AND p.is_in_place = 1 AND p.state IN ('agreed', 'running')) AS taken_count,
       (SELECT COUNT(*) FROM centre_wait w WHERE w.agreement = a.id AND w.state = 'waiting') AS waiting_count
  FROM agreement a
 WHERE a.company = :company AND a.kind = 'centre' AND a.state = 'open' AND a.when_full = 'queue' AND a.from_day <= :today
   AND (a.to_day IS NULL OR a.to_day >= :today)
 ORDER BY a.id
 LIMIT 1;

-- name:  centre_wait_insert -> id
-- about: A citizen waits for a place at a centre; n = 0 when she does already.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO centre_wait (agreement, citizen, asked_at, asked_by, event)
VALUES (:agreement, :citizen, :asked_at, :asked_by, :event)
ON CONFLICT (agreement, citizen) WHERE state = 'waiting' DO NOTHING
RETURNING id;

-- name:  centre_wait_load -> one centre_wait_row
-- about: One who waits, or waited.
-- reads: citizen found
-- may:   placement_write
SELECT id, agreement, citizen, state, event FROM centre_wait WHERE id = :id;

-- name:  centre_wait_of_citizen -> many centre_wait_shown
-- about: Where a citizen waits or has waited, newest first.
-- gives: text company_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write, case_read, case_erase
SELECT w.id, w.state, w.asked_at, w.ended_at, c.id AS company, c.name AS company_name
  FROM centre_wait w JOIN agreement a ON a.id = w.agreement JOIN company c ON c.id = a.company
 WHERE w.citizen = :citizen
 ORDER BY w.asked_at DESC, w.id DESC;

-- name:  centre_wait_end -> count
-- about: She waits no longer: placed there, or taken off.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE centre_wait SET state = :state, ended_at = :ended_at WHERE id = :id AND citizen = :citizen AND state = 'waiting';

-- name:  centre_wait_again -> count
-- about: She waits again, where she was taken off, in her old place.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE centre_wait SET state = 'waiting', ended_at = NULL
 WHERE id = :id AND citizen = :citizen AND state = 'left'
   AND NOT EXISTS (SELECT 1 FROM centre_wait w
                    WHERE w.agreement = centre_wait.agreement AND w.citizen = centre_wait.citizen AND w.state = 'waiting');

-- name:  centre_wait_placed
-- about: She waits no longer for the centre of a company where a placement of hers is agreed.
-- takes: company_id company
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE centre_wait SET state = 'placed', ended_at = :ended_at
 WHERE citizen = :citizen AND state = 'waiting' AND agreement IN (SELECT a.id FROM agreement a WHERE a.company = :company);

-- name:  centre_waiting -> many centre_waiting_row
-- about: Who waits at the centres of one company, or of those that a consultant looks after; the longest wait first.
-- takes: company_id wanted, staff_id actor, int most
-- gives: text company_name, int free_count
-- reads: each citizen
-- may:   company_read, company_write, placement_write
SELECT w.id, w.citizen, p.first_name, p.last_name, w.asked_at, c.id AS company, c.name AS company_name,
       a.place_count - (SELECT COUNT(*) FROM placement q
                         WHERE q.company = c.id AND q.is_in_place = 1 AND q.state IN ('agreed', 'running')) AS free_count
  FROM centre_wait w JOIN agreement a ON a.id = w.agreement JOIN company c ON c.id = a.company
       JOIN citizen p ON p.id = w.citizen
 WHERE w.state = 'waiting' AND a.state = 'open'
   AND ((:wanted IS NOT NULL AND c.id = :wanted)
        OR (:wanted IS NULL AND COALESCE(a.consultant, c.consultant) = :actor))
 ORDER BY c.search_name, w.asked_at, w.id
 LIMIT :most;

-- name:  centre_wait_erase
-- about: An erased citizen waits nowhere.
-- takes: instant now
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE centre_wait SET state = 'left', ended_at = :now WHERE citizen = :citizen AND state = 'waiting';
