-- name:  transfer_chain_end -> one transfer_chain_end_row
-- about: The end of the access log's chain, to be written down outside of the store.
-- may:   access_log_read
SELECT length, hash FROM chain WHERE name = 'access';

-- name:  transfer_citizens_named -> many transfer_named
-- about: Citizens of this folded name and day of birth; only those without a personal number, or all.
-- takes: text search_name, day born_day, int is_without_cpr
-- reads: nothing, because only ids are told, and reading those rows is guarded and logged
-- may:   import
SELECT id FROM citizen
 WHERE search_name = :search_name AND born_day = :born_day AND erased_at IS NULL
   AND (:is_without_cpr = 0 OR cpr IS NULL)
 ORDER BY id;

-- name:  transfer_citizen -> one transfer_citizen_row
-- about: All that a file has of one citizen: the number and a protected address only for those who may see them.
-- takes: flag may_cpr, flag may_protected, citizen_id id
-- gives: text cpr, text street, text postal_code, flag is_protected, flag has_none, staff_id coordinator
-- reads: citizen = :id
-- may:   import, export
SELECT c.id, CASE WHEN :may_cpr = 1 THEN c.cpr END AS cpr, c.has_replacement_cpr, c.first_name, c.last_name, c.sex,
       c.born_day, c.phone, c.contact_note, c.email, c.town, c.language, c.other_languages, c.is_interpreter_needed,
       c.interpreter_note, c.danish_level, c.law_basis, c.benefit, c.readiness, c.permit_kind, c.permit_from_day,
       c.permit_to_day, c.arrived_at, c.received_at, c.housed_at, c.unit, c.home_note, c.version,
       CASE WHEN :may_protected = 1 OR a.is_protected = 0 THEN a.street ELSE '' END AS street,
       CASE WHEN :may_protected = 1 OR a.is_protected = 0 THEN a.postal_code ELSE '' END AS postal_code,
       COALESCE(a.is_protected, 0) AS is_protected, COALESCE(a.has_none, 0) AS has_none,
       (SELECT MAX(f.staff) FROM staffing f
         WHERE f.citizen = c.id AND f.role = 'coordinator' AND f.to_at IS NULL) AS coordinator
  FROM citizen c LEFT JOIN citizen_address a ON a.citizen = c.id
 WHERE c.id = :id;

-- name:  transfer_citizen_ids -> many transfer_citizen_id
-- about: Citizens in the actor's reach by id, some after another.
-- takes: citizen_id after, int is_all, staff_id actor, int most
-- reads: each citizen
-- may:   export
SELECT c.id AS citizen FROM citizen c
 WHERE c.id > COALESCE(:after, 0) AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.id
 LIMIT :most;

-- name:  transfer_companies_named -> many transfer_company_named
-- about: Companies of this CVR number whose folded name and town lie between two texts; those without a P number, or all.
-- takes: text first, text last, int is_without_p_number
-- may:   import
SELECT id, name FROM company
 WHERE search_name >= :first AND search_name <= :last AND cvr = :cvr AND (:is_without_p_number = 0 OR p_number = '')
 ORDER BY id;

-- name:  transfer_company -> one transfer_company_row
-- about: All that a file has of one company.
-- may:   import, export
SELECT id, cvr, p_number, name, branch, street, postal_code, town, employee_count, employee_day, employee_source,
       sector, culture, travel, hours, place_count, state, pause_until_day, consultant, deputy, version
  FROM company
 WHERE id = :id;

-- name:  transfer_company_ids -> many transfer_company_id
-- about: Companies by id, some after another.
-- takes: company_id after, int most
-- may:   export
SELECT id FROM company WHERE id > COALESCE(:after, 0) ORDER BY id LIMIT :most;

-- name:  transfer_citizen_count -> value
-- about: How many citizens are in the actor's reach.
-- takes: int is_all, staff_id actor
-- gives: int how_many
-- reads: nothing, because only a number is told
-- may:   export
SELECT count(*) AS how_many FROM citizen c
 WHERE c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL));

-- name:  transfer_company_count -> value
-- about: How many companies there are.
-- gives: int how_many
-- may:   export
SELECT count(*) AS how_many FROM company;

-- name:  transfer_upload_insert -> id
-- about: Keeps a file until its sender has seen what it would do.
-- may:   import
INSERT INTO import_upload (staff, kind, name, bytes, sent_at)
VALUES (:staff, :kind, :name, :bytes, :sent_at)
RETURNING id;

-- name:  transfer_upload -> one transfer_upload_row
-- about: A file that this person has sent.
-- may:   import
SELECT id, kind, name, bytes, sent_at FROM import_upload WHERE id = :id AND staff = :staff;

-- name:  transfer_uploads -> many transfer_upload_line
-- about: The files that this person has sent and neither let in nor thrown away, newest first.
-- may:   import
SELECT id, kind, name, sent_at FROM import_upload WHERE staff = :staff ORDER BY id DESC;

-- name:  transfer_upload_delete -> count
-- about: A file of this person goes: it was let in or thrown away.
-- may:   import
DELETE FROM import_upload WHERE id = :id AND staff = :staff;

-- name:  transfer_upload_sweep -> count
-- about: Files that were left lying go too.
-- takes: instant before
-- may:   system
DELETE FROM import_upload WHERE sent_at < :before;

-- name:  transfer_newest_change -> value
-- about: When the store was last changed, by the clock of who changed it: a simulated one may be ahead of ours.
-- gives: instant newest_at
-- reads: nothing, because only a time is told
-- may:   system
SELECT max(a.newest_at) AS newest_at
  FROM (SELECT coalesce(max(recorded_at), 0) AS newest_at FROM journal
         UNION ALL
        SELECT coalesce(max(changed_at), 0) FROM obligation
         UNION ALL
        SELECT coalesce(max(until_at), 0) FROM obligation_history) a;

-- name:  attendance_file_insert -> id
-- about: Keeps a school's file until its sender has let it in.
-- may:   group_write
INSERT INTO attendance_file (staff, school, first_day, last_day, name, bytes, sent_at)
VALUES (:staff, :school, :first_day, :last_day, :name, :bytes, :sent_at)
RETURNING id;

-- name:  attendance_file_load -> one attendance_file_row
-- about: A school's file that this person has sent.
-- may:   group_write
SELECT id, school, first_day, last_day, name, bytes, sent_at FROM attendance_file WHERE id = :id AND staff = :staff;

-- name:  attendance_files -> many attendance_file_line
-- about: The school files that this person has sent and neither let in nor thrown away, newest first.
-- may:   group_write
SELECT id, school, first_day, last_day, name, sent_at FROM attendance_file WHERE staff = :staff ORDER BY id DESC;

-- name:  attendance_file_delete -> count
-- about: A school's file of this person goes.
-- may:   group_write
DELETE FROM attendance_file WHERE id = :id AND staff = :staff;

-- name:  attendance_file_sweep -> count
-- about: School files that were left lying go too.
-- takes: instant before
-- may:   system
DELETE FROM attendance_file WHERE sent_at < :before;

-- name:  staff_named -> value
-- about: Who works here with a log-in; n = 0 for nobody.
-- may:   system
SELECT id FROM staff WHERE login = :login AND is_active = 1;
