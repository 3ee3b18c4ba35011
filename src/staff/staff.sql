-- name:  unit_all -> many unit_row
-- about: All units by name.
-- may:   logged_in
SELECT id, code, name, phone, version FROM unit ORDER BY name, id;

-- name:  unit_by_code -> value
-- about: The unit that a scheme calls by this code; n = 0 when there is none.
-- may:   logged_in
SELECT id FROM unit WHERE code = :code;

-- name:  unit_of_role -> value
-- about: The first unit in which somebody has a role; n = 0 when nobody has.
-- takes: text role
-- gives: unit_id unit
-- may:   logged_in
SELECT MIN(sr.unit) AS unit FROM staff_role sr JOIN role r ON r.id = sr.role WHERE r.code = :role;

-- name:  unit_insert -> id
-- about: A new unit.
-- may:   staff_write
INSERT INTO unit (code, name, phone) VALUES (:code, :name, :phone) RETURNING id;

-- name:  staff_insert -> id
-- about: A new person who can log in once a password is set.
-- may:   staff_write
INSERT INTO staff (login, name, title, phone, email, unit)
VALUES (:login, :name, :title, :phone, :email, :unit)
RETURNING id;

-- name:  staff_update -> count
-- about: What an administrator edits, when nobody has since `version`.
-- may:   staff_write
UPDATE staff
   SET name = :name, title = :title, phone = :phone, email = :email, unit = :unit,
       is_active = :is_active, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  staff_load -> one staff_row
-- about: One person, without anything secret.
-- may:   logged_in
SELECT id, login, name, title, phone, email, unit, is_active, has_keys_off, deputy, away_from_day, away_to_day, version
  FROM staff
 WHERE id = :id;

-- name:  staff_all -> many staff_row
-- about: Everybody, active first, by name.
-- may:   staff_read
SELECT id, login, name, title, phone, email, unit, is_active, has_keys_off, deputy, away_from_day, away_to_day, version
  FROM staff
 ORDER BY is_active DESC, name, id;

-- name:  staff_with_role -> many staff_row
-- about: Active people with a role, by name; in one unit, or in any when unit is none.
-- takes: text role, unit_id unit
-- may:   logged_in
SELECT s.id, s.login, s.name, s.title, s.phone, s.email, s.unit, s.is_active, s.has_keys_off, s.deputy,
       s.away_from_day, s.away_to_day, s.version
  FROM staff s
 WHERE s.is_active = 1
   AND EXISTS (SELECT 1 FROM staff_role sr JOIN role r ON r.id = sr.role
                WHERE sr.staff = s.id AND r.code = :role AND (:unit IS NULL OR sr.unit = :unit))
 ORDER BY s.name, s.id;

-- name:  staff_for_login -> one staff_secret
-- about: What log-in checks. Nobody is logged in yet.
-- may:   anyone
SELECT id, name, unit, password_hash, totp_secret, totp_last, failed_count, locked_until_at, is_active
  FROM staff
 WHERE login = :login;

-- name:  staff_count_try -> count
-- about: A try counts as wrong, and closes the log-in, before the password is looked at: 0 when another try was first.
-- may:   anyone
UPDATE staff SET failed_count = failed_count + 1, locked_until_at = :locked_until_at
 WHERE id = :id AND failed_count = :failed_count;

-- name:  staff_return_try
-- about: A try that was neither right nor wrong: the password without the code is not held against anybody.
-- may:   anyone
UPDATE staff SET failed_count = :failed_count, locked_until_at = :locked_until_at WHERE id = :id;

-- name:  staff_note_success
-- about: A right password ends the count; the last TOTP step used cannot be used again.
-- may:   anyone
UPDATE staff SET failed_count = 0, locked_until_at = NULL, totp_last = :totp_last WHERE id = :id;

-- name:  staff_set_password
-- about: A new password hash.
-- may:   staff_write
UPDATE staff SET password_hash = :password_hash, failed_count = 0, locked_until_at = NULL WHERE id = :id;

-- name:  staff_set_own_password
-- about: The hash of one's own new password; the handler has checked the old one.
-- takes: staff_id actor
-- may:   logged_in
UPDATE staff SET password_hash = :password_hash WHERE id = :actor;

-- name:  staff_set_totp
-- about: The second factor on (a secret, and the step of the code that proved it) or off (NULL), by oneself.
-- may:   logged_in
UPDATE staff SET totp_secret = :totp_secret, totp_last = :totp_last WHERE id = :id;

-- name:  staff_set_keys
-- about: Letter keys on or off (WCAG 2.1.4), by oneself.
-- may:   logged_in
UPDATE staff SET has_keys_off = :has_keys_off WHERE id = :id;

-- name:  staff_set_absence
-- about: Away from one day to another, and who takes over.
-- may:   logged_in
UPDATE staff SET deputy = :deputy, away_from_day = :away_from_day, away_to_day = :away_to_day WHERE id = :id;

-- name:  staff_permissions -> many staff_permission
-- about: Names of all that a person may do, over all roles and units.
-- takes: staff_id staff
-- may:   anyone
SELECT DISTINCT rp.permission
  FROM staff_role sr JOIN role_permission rp ON rp.role = sr.role
 WHERE sr.staff = :staff
 ORDER BY rp.permission;

-- name:  staff_roles -> many staff_role_row
-- about: A person's roles with their units.
-- takes: staff_id staff
-- may:   logged_in
SELECT sr.staff, r.id AS role, r.code, r.title, u.id AS unit, u.name AS unit_name
  FROM staff_role sr JOIN role r ON r.id = sr.role JOIN unit u ON u.id = sr.unit
 WHERE sr.staff = :staff
 ORDER BY r.title, u.name;

-- name:  staff_role_insert
-- about: A role in a unit.
-- may:   staff_write
INSERT INTO staff_role (staff, role, unit) VALUES (:staff, :role, :unit) ON CONFLICT DO NOTHING;

-- name:  staff_roles_delete
-- about: All roles of a person, before the chosen ones are written.
-- may:   staff_write
DELETE FROM staff_role WHERE staff = :staff;

-- name:  role_all -> many role_row
-- about: The job functions.
-- may:   logged_in
SELECT id, code, title FROM role ORDER BY title, id;

-- name:  role_by_code -> value
-- about: A job function by its code.
-- may:   logged_in
SELECT id FROM role WHERE code = :code;

-- name:  role_insert -> id
-- about: A new job function.
-- may:   staff_write
INSERT INTO role (code, title) VALUES (:code, :title) RETURNING id;

-- name:  role_permissions -> many staff_permission
-- about: What a job function may do.
-- may:   logged_in
SELECT permission FROM role_permission WHERE role = :role ORDER BY permission;

-- name:  role_permission_insert
-- about: One more permission.
-- may:   staff_write
INSERT INTO role_permission (role, permission) VALUES (:role, :permission) ON CONFLICT DO NOTHING;

-- name:  role_permission_delete
-- about: All permissions of a job function, before the chosen ones are written.
-- may:   staff_write
DELETE FROM role_permission WHERE role = :role;

-- name:  municipality_load -> one municipality_row
-- about: The municipality whose store this is.
-- may:   anyone
SELECT id, name, is_training, version FROM municipality WHERE id = 1;

-- name:  municipality_set
-- about: Its name, and whether it is for training.
-- may:   staff_write
UPDATE municipality SET name = :name, is_training = :is_training, version = version + 1 WHERE id = 1;

-- name:  staff_name -> value
-- about: A person's name, for the bar and for "by whom".
-- may:   anyone
SELECT name FROM staff WHERE id = :id;

-- name:  staff_of_role -> many staff_of_role
-- about: Everybody who has a job function, in any unit.
-- takes: role_id role
-- may:   staff_write
SELECT DISTINCT staff FROM staff_role WHERE role = :role ORDER BY staff;

-- name:  staff_colleagues -> many staff_row
-- about: Everybody active but the actor, by name: who may stand in.
-- takes: staff_id actor
-- may:   logged_in
SELECT id, login, name, title, phone, email, unit, is_active, has_keys_off, deputy, away_from_day, away_to_day, version
  FROM staff
 WHERE is_active = 1 AND id <> :actor
 ORDER BY name, id;

-- name:  staff_listed -> many staff_listed
-- about: People with unit and job functions for the list; `is_active` as wanted, sorted by name, unit or log-in.
-- takes: flag is_active, text sort
-- gives: text roles
-- may:   staff_read
-- sqlite:
SELECT s.id, s.login, s.name, s.title, s.phone, s.email, s.unit, u.name AS unit_name, s.deputy, s.away_from_day,
       s.away_to_day,
       (SELECT group_concat(r.title, ', ') FROM role r
         WHERE r.id IN (SELECT sr.role FROM staff_role sr WHERE sr.staff = s.id)) AS roles
  FROM staff s JOIN unit u ON u.id = s.unit
 WHERE s.is_active = :is_active
 ORDER BY CASE :sort WHEN 'enhed' THEN u.name WHEN 'brugernavn' THEN s.login ELSE '' END, s.name, s.id;
-- postgres:
SELECT s.id, s.login, s.name, s.title, s.phone, s.email, s.unit, u.name AS unit_name, s.deputy, s.away_from_day,
       s.away_to_day,
       (SELECT string_agg(r.title, ', ') FROM role r
         WHERE r.id IN (SELECT sr.role FROM staff_role sr WHERE sr.staff = s.id)) AS roles
  FROM staff s JOIN unit u ON u.id = s.unit
 WHERE s.is_active = :is_active
 ORDER BY CASE :sort WHEN 'enhed' THEN u.name WHEN 'brugernavn' THEN s.login ELSE '' END, s.name, s.id;

-- name:  staff_set_own
-- about: What a person corrects about herself.
-- takes: staff_id actor
-- may:   logged_in
UPDATE staff SET name = :name, title = :title, phone = :phone, email = :email, version = version + 1
 WHERE id = :actor;

-- name:  staff_has_keys_off -> value
-- about: Whether a person works without letter keys, for the frame of each page.
-- may:   anyone
SELECT has_keys_off FROM staff WHERE id = :id;

-- name:  staff_set_login
-- about: Another log-in name.
-- may:   staff_write
UPDATE staff SET login = :login WHERE id = :id;

-- name:  unit_load -> one unit_row
-- about: One unit.
-- may:   logged_in
SELECT id, code, name, phone, version FROM unit WHERE id = :id;

-- name:  unit_update -> count
-- about: A unit's name and telephone, when nobody has changed them since `version`.
-- may:   staff_write
UPDATE unit SET name = :name, phone = :phone, version = version + 1 WHERE id = :id AND version = :version;

-- name:  role_load -> one role_row
-- about: One job function.
-- takes: role_id role
-- may:   logged_in
SELECT id, code, title FROM role WHERE id = :role;

-- name:  role_set_title
-- about: Another title of a job function.
-- takes: role_id role
-- may:   staff_write
UPDATE role SET title = :title WHERE id = :role;

-- name:  role_listed -> many role_listed
-- about: The job functions with how many people have each and how much it may do.
-- gives: int people, int permissions
-- may:   staff_read
SELECT r.id, r.code, r.title,
       (SELECT count(DISTINCT sr.staff) FROM staff_role sr WHERE sr.role = r.id) AS people,
       (SELECT count(*) FROM role_permission rp WHERE rp.role = r.id) AS permissions
  FROM role r
 ORDER BY r.title, r.id;

-- name:  unit_listed -> many unit_listed
-- about: The units with how many people and citizens each has.
-- gives: int people, int citizens
-- reads: nothing, because it counts
-- may:   staff_read
SELECT u.id, u.code, u.name, u.phone, u.version,
       (SELECT count(*) FROM staff s WHERE s.unit = u.id AND s.is_active = 1) AS people,
       (SELECT count(*) FROM citizen c WHERE c.unit = u.id AND c.erased_at IS NULL) AS citizens
  FROM unit u
 ORDER BY u.name, u.id;

-- name:  staff_active -> many staff_row
-- about: Everybody who works here now, by name, to choose from.
-- may:   logged_in
SELECT id, login, name, title, phone, email, unit, is_active, has_keys_off, deputy, away_from_day, away_to_day, version
  FROM staff
 WHERE is_active = 1
 ORDER BY name, id;
