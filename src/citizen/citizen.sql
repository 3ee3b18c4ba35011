-- name:  citizen_insert -> id
-- about: A new citizen. The caller has searched first; the words for searching are inserted beside it.
-- reads: nothing, because the row is new
-- may:   case_create, import
INSERT INTO citizen (cpr, has_replacement_cpr, first_name, last_name, search_name, sex, born_day, phone,
                     contact_note, email, town, language, other_languages, is_interpreter_needed,
                     interpreter_note, danish_level, law_basis, benefit, readiness, permit_kind,
                     permit_from_day, permit_to_day, arrived_at, received_at, unit, home_note, created_at)
VALUES (:cpr, :has_replacement_cpr, :first_name, :last_name, :search_name, :sex, :born_day, :phone,
        :contact_note, :email, :town, :language, :other_languages, :is_interpreter_needed,
        :interpreter_note, :danish_level, :law_basis, :benefit, :readiness, :permit_kind,
        :permit_from_day, :permit_to_day, :arrived_at, :received_at, :unit, :home_note, :created_at)
RETURNING id;

-- name:  citizen_row_update -> count
-- about: Everything about a citizen that the facts form edits, when nobody has changed it since `version`. Without
-- about: a number the one that is there stays: the form does not show it.
-- reads: citizen = :id
-- may:   case_write, import
UPDATE citizen
   SET has_replacement_cpr = CASE WHEN :cpr IS NULL THEN has_replacement_cpr ELSE :has_replacement_cpr END,
       cpr = COALESCE(:cpr, cpr), first_name = :first_name, last_name = :last_name, search_name = :search_name, sex = :sex, born_day = :born_day,
       phone = :phone, contact_note = :contact_note, email = :email, town = :town,
       language = :language, other_languages = :other_languages,
       is_interpreter_needed = :is_interpreter_needed, interpreter_note = :interpreter_note,
       danish_level = :danish_level, law_basis = :law_basis, benefit = :benefit,
       readiness = :readiness, permit_kind = :permit_kind, permit_from_day = :permit_from_day,
       permit_to_day = :permit_to_day, arrived_at = :arrived_at, received_at = :received_at,
       unit = :unit, home_note = :home_note, version = version + 1
 WHERE id = :id AND version = :version;

-- name:  citizen_load -> one citizen_row
-- about: One citizen without number and address, which have statements and permissions of their own.
-- reads: citizen = :id
-- may:   case_read, case_work, case_write, group_read, placement_read, import, case_erase
SELECT id, has_replacement_cpr, first_name, last_name, search_name, sex, born_day, phone, contact_note, email, town,
       language, other_languages, is_interpreter_needed, interpreter_note, danish_level, law_basis, benefit,
       readiness, permit_kind, permit_from_day, permit_to_day, arrived_at, received_at, housed_at, unit,
       home_note, created_at, erased_at, version
  FROM citizen
 WHERE id = :id;

-- name:  citizen_cpr_start -> value
-- about: The first six characters of the number, all that a page shows without a click.
-- gives: text start
-- reads: citizen = :id
-- may:   case_read, case_write, import, case_erase
SELECT substr(cpr, 1, 6) AS start FROM citizen WHERE id = :id;

-- name:  citizen_cpr_whole -> value
-- about: The whole number, for somebody who asked to see it; the access log has a line of its own for it.
-- reads: citizen = :id
-- may:   cpr_show, case_erase
SELECT cpr FROM citizen WHERE id = :id;

-- name:  citizen_by_cpr -> value
-- about: Who has this number, for "search before create" and imports; 0 when nobody.
-- reads: nothing, because only the row's id is told, and reading that row is guarded and logged
-- may:   case_create, case_read, import
SELECT id FROM citizen WHERE cpr = :cpr;

-- name:  citizen_set_housed -> count
-- about: The hour the citizen was housed; the engine's 96 hours begin there.
-- reads: citizen = :id
-- may:   case_write, case_create, import
UPDATE citizen SET housed_at = :housed_at, version = version + 1 WHERE id = :id;

-- name:  citizen_search_words -> many citizen_found
-- about: Citizens of whom a word of the name begins with each of up to three folded words, in the actor's reach.
-- takes: text first, text first_end, text second, text second_end, text third, text third_end, int is_all, staff_id actor, int most
-- gives: text coordinator
-- reads: each citizen
-- may:   case_read, case_work, group_read, case_erase
SELECT c.id AS citizen, c.first_name, c.last_name, c.born_day, c.town, c.unit,
       (SELECT s.name FROM staffing f JOIN staff s ON s.id = f.staff
         WHERE f.citizen = c.id AND f.role = 'coordinator' AND f.to_at IS NULL
         ORDER BY f.from_at DESC, f.id DESC LIMIT 1) AS coordinator
  FROM citizen c
 WHERE c.id IN (SELECT w.citizen FROM citizen_word w WHERE w.word >= :first AND w.word < :first_end)
   AND (:second = '' OR EXISTS (SELECT 1 FROM citizen_word s
                                 WHERE s.citizen = c.id AND s.word >= :second AND s.word < :second_end))
   AND (:third = '' OR EXISTS (SELECT 1 FROM citizen_word t
                                WHERE t.citizen = c.id AND t.word >= :third AND t.word < :third_end))
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.search_name, c.id
 LIMIT :most;

-- name:  citizen_search_cpr -> many citizen_found
-- about: The citizen who has a number, when she is in the actor's reach.
-- takes: int is_all, staff_id actor
-- gives: text coordinator
-- reads: each citizen
-- may:   case_read, case_work, group_read, case_erase
SELECT c.id AS citizen, c.first_name, c.last_name, c.born_day, c.town, c.unit,
       (SELECT s.name FROM staffing f JOIN staff s ON s.id = f.staff
         WHERE f.citizen = c.id AND f.role = 'coordinator' AND f.to_at IS NULL
         ORDER BY f.from_at DESC, f.id DESC LIMIT 1) AS coordinator
  FROM citizen c
 WHERE c.cpr = :cpr
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f
                    WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL));

-- name:  citizen_listed -> many citizen_found
-- about: One page of the citizens by name, after one of them: the actor's own (scope 0), those of the actor's units
-- about: (1), or all that the actor may see (2; everybody with is_all).
-- takes: int scope, int is_all, staff_id actor, citizen_id after, int most
-- gives: text coordinator
-- reads: each citizen
-- may:   case_read, case_work
SELECT c.id AS citizen, c.first_name, c.last_name, c.born_day, c.town, c.unit,
       (SELECT s.name FROM staffing f JOIN staff s ON s.id = f.staff
         WHERE f.citizen = c.id AND f.role = 'coordinator' AND f.to_at IS NULL
         ORDER BY f.from_at DESC, f.id DESC LIMIT 1) AS coordinator
  FROM citizen c
 WHERE c.erased_at IS NULL
   AND c.search_name >= COALESCE((SELECT a.search_name FROM citizen a WHERE a.id = :after), '')
   AND (:after IS NULL
        OR (c.search_name, c.id) > (SELECT a.search_name, a.id FROM citizen a WHERE a.id = :after))
   AND CASE :scope
         WHEN 0 THEN EXISTS (SELECT 1 FROM staffing f
                              WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL)
         WHEN 1 THEN c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
         ELSE :is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
              OR EXISTS (SELECT 1 FROM staffing f
                          WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL)
       END
 ORDER BY c.search_name, c.id
 LIMIT :most;

-- name:  citizen_word_insert
-- about: One folded word of the name, for searching.
-- reads: citizen = :citizen
-- may:   case_create, case_write, import
INSERT INTO citizen_word (word, citizen) VALUES (:word, :citizen) ON CONFLICT DO NOTHING;

-- name:  citizen_words_delete
-- about: Before a changed name's words are inserted anew.
-- reads: citizen = :citizen
-- may:   case_write, case_erase, import
DELETE FROM citizen_word WHERE citizen = :citizen;

-- name:  citizen_address_put
-- about: The address, new or changed.
-- reads: citizen = :citizen
-- may:   case_create, case_write, import
INSERT INTO citizen_address (citizen, street, postal_code, is_protected, has_none)
VALUES (:citizen, :street, :postal_code, :is_protected, :has_none)
ON CONFLICT (citizen) DO UPDATE
   SET street = excluded.street, postal_code = excluded.postal_code,
       is_protected = excluded.is_protected, has_none = excluded.has_none,
       version = citizen_address.version + 1;

-- name:  citizen_address_open -> one citizen_address_row
-- about: The address when it is not protected; a protected one comes back empty with is_protected set.
-- gives: text street, text postal_code
-- reads: citizen = :citizen
-- may:   case_read, case_write, import, case_erase
SELECT citizen, CASE WHEN is_protected = 1 THEN '' ELSE street END AS street,
       CASE WHEN is_protected = 1 THEN '' ELSE postal_code END AS postal_code, is_protected, has_none
  FROM citizen_address
 WHERE citizen = :citizen;

-- name:  citizen_address_protected -> one citizen_address_row
-- about: The address also when it is protected.
-- gives: text street, text postal_code
-- reads: citizen = :citizen
-- may:   address_protected, case_erase
SELECT citizen, street, postal_code, is_protected, has_none
  FROM citizen_address
 WHERE citizen = :citizen;

-- name:  citizen_relatives -> many citizen_relative_row
-- about: Family and others at home, adults first, then by birth.
-- reads: citizen = :citizen
-- may:   case_read, case_write, case_erase
SELECT id, citizen, relative, name, relation, born_day, is_at_home
  FROM citizen_relative
 WHERE citizen = :citizen
 ORDER BY born_day, id;

-- name:  citizen_relative_insert -> id
-- about: One more at home.
-- reads: citizen = :citizen
-- may:   case_create, case_write, import
INSERT INTO citizen_relative (citizen, relative, name, relation, born_day, is_at_home)
VALUES (:citizen, :relative, :name, :relation, :born_day, :is_at_home)
RETURNING id;

-- name:  citizen_relative_delete -> count
-- about: A relative written by mistake, or moved away.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM citizen_relative WHERE id = :id AND citizen = :citizen;

-- name:  citizen_skills -> many citizen_skill_row
-- about: What she can, then what work must take into account.
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_write, placement_read, meeting_write, case_erase
SELECT id, citizen, kind, words, said_day, meeting FROM citizen_skill
 WHERE citizen = :citizen AND gone_by IS NULL
 ORDER BY kind, id;

-- name:  citizen_skills_told -> many citizen_skill_told_row
-- about: All of them with those that hold no more, for her own request.
-- gives: flag is_over
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT id, citizen, kind, words, said_day, CASE WHEN gone_by IS NULL THEN 0 ELSE 1 END AS is_over FROM citizen_skill
 WHERE citizen = :citizen
 ORDER BY kind, id;

-- name:  citizen_skills_of_meeting -> many citizen_skill_row
-- about: What work must take into account as a talk left it.
-- reads: citizen = :citizen
-- may:   case_read, case_work, meeting_write
SELECT id, citizen, kind, words, said_day, meeting FROM citizen_skill
 WHERE citizen = :citizen AND meeting = :meeting
 ORDER BY id;

-- name:  citizen_skill_say
-- about: A consideration that holds from a talk on.
-- reads: citizen = :citizen
-- may:   meeting_write
INSERT INTO citizen_skill (citizen, kind, words, said_day, meeting)
VALUES (:citizen, 'consideration', :words, :said_day, :meeting);

-- name:  citizen_skill_close -> count
-- about: A consideration that held before a talk: what holds now is written anew.
-- reads: citizen = :citizen
-- may:   meeting_write
UPDATE citizen_skill SET gone_by = :gone_by WHERE id = :id AND citizen = :citizen AND gone_by IS NULL;

-- name:  citizen_skill_reopen
-- about: What a talk had closed holds again, unless a later talk has closed what that one said.
-- reads: citizen = :citizen
-- may:   meeting_write
UPDATE citizen_skill
   SET gone_by = (SELECT MAX(x.gone_by) FROM citizen_skill x WHERE x.meeting = :meeting AND x.citizen = :citizen)
 WHERE citizen = :citizen AND gone_by = :meeting;

-- name:  citizen_skill_unsay
-- about: What a talk had said is gone.
-- reads: citizen = :citizen
-- may:   meeting_write
DELETE FROM citizen_skill WHERE meeting = :meeting AND citizen = :citizen;

-- name:  citizen_skill_insert -> id
-- about: One more skill or consideration.
-- reads: citizen = :citizen
-- may:   case_create, case_write, import
INSERT INTO citizen_skill (citizen, kind, words) VALUES (:citizen, :kind, :words) RETURNING id;

-- name:  citizen_skill_delete -> count
-- about: A skill or consideration taken off.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM citizen_skill WHERE id = :id AND citizen = :citizen;

-- name:  citizen_unit -> value
-- about: The unit whose citizen this is.
-- reads: nothing, because it names a unit, not the citizen
-- may:   logged_in
SELECT unit FROM citizen WHERE id = :id;

-- name:  citizen_erase_row
-- about: Nothing of the row tells any more who she was.
-- takes: day born, instant now
-- reads: citizen = :id
-- may:   case_erase
UPDATE citizen
   SET cpr = NULL, has_replacement_cpr = 0, first_name = '', last_name = '', search_name = '', born_day = :born,
       phone = '', contact_note = '', email = '', other_languages = '', interpreter_note = '', home_note = '',
       erased_at = COALESCE(erased_at, :now), version = version + 1
 WHERE id = :id;

-- name:  citizen_erase_address
-- about: The address is gone.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM citizen_address WHERE citizen = :citizen;

-- name:  citizen_erase_relatives
-- about: The names of her family are gone.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM citizen_relative WHERE citizen = :citizen;

-- name:  citizen_erase_links
-- about: In another citizen's family she is a name that citizen gave, and no longer a link.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE citizen_relative SET relative = NULL WHERE relative = :citizen;

-- name:  citizen_erase_skills
-- about: What she can, and what work must take into account, is gone.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM citizen_skill WHERE citizen = :citizen;
