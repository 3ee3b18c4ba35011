-- name:  letter_facts -> one letter_facts_row
-- about: What a letter to a citizen may tell. A protected address comes back empty; the CPR number is only there or not.
-- takes: day on
-- gives: citizen_id citizen, flag has_cpr, flag is_protected, text street, text postal_code, text unit_name, text unit_phone, staff_id coordinator, course_group_id course_group, placement_id placement
-- reads: citizen = :citizen
-- may:   document_write, letter_approve, sanction_write, sanction_decide
SELECT v.*,
       (SELECT m.course_group FROM group_member m WHERE m.citizen = v.citizen AND m.from_day <= :on AND m.is_drop_in = 0
         ORDER BY m.from_day DESC, m.id DESC LIMIT 1) AS course_group,
       (SELECT p.id FROM placement p WHERE p.citizen = v.citizen AND p.from_day <= :on
         ORDER BY p.from_day DESC, p.id DESC LIMIT 1) AS placement
  FROM letter_citizen v
 WHERE v.citizen = :citizen;

-- name:  letter_batch_facts -> many letter_facts_row
-- about: The same for those of a batch who have no letter yet, in the order they were put on it.
-- takes: day on, int most
-- gives: citizen_id citizen, flag has_cpr, flag is_protected, text street, text postal_code, text unit_name, text unit_phone, staff_id coordinator, course_group_id course_group, placement_id placement
-- reads: each citizen
-- may:   document_write, letter_approve
SELECT v.*,
       COALESCE(b.course_group,
                (SELECT m.course_group FROM group_member m WHERE m.citizen = v.citizen AND m.from_day <= :on AND m.is_drop_in = 0
                  ORDER BY m.from_day DESC, m.id DESC LIMIT 1)) AS course_group,
       (SELECT p.id FROM placement p WHERE p.citizen = v.citizen AND p.from_day <= :on
         ORDER BY p.from_day DESC, p.id DESC LIMIT 1) AS placement
  FROM letter_citizen v
  JOIN letter_batch_member b ON b.citizen = v.citizen
 WHERE b.letter_batch = :letter_batch AND b.letter IS NULL AND b.problem = ''
 ORDER BY b.id
 LIMIT :most;

-- name:  letter_group_facts -> one letter_group_row
-- about: The group a citizen is or was on last, with her own days on it.
-- gives: text group_name
-- reads: citizen = :citizen
-- may:   document_write, letter_approve, sanction_write, sanction_decide
SELECT m.id, g.name AS group_name, g.place, m.citizen, m.from_day, m.to_day, g.scheme, g.activity
  FROM group_member m JOIN course_group g ON g.id = m.course_group
 WHERE m.citizen = :citizen AND m.course_group = :course_group
 ORDER BY m.is_drop_in, m.id DESC
 LIMIT 1;

-- name:  letter_group_slots -> many letter_slot_row
-- about: The week of a group.
-- may:   document_write, letter_approve, sanction_write, sanction_decide
SELECT weekday, from_minute, to_minute, title FROM group_slot WHERE course_group = :course_group ORDER BY weekday, from_minute;

-- name:  letter_placement_facts -> one letter_placement_row
-- about: A citizen's placement and where it is.
-- gives: text company_name, text contact_name
-- reads: citizen = :citizen
-- may:   document_write, letter_approve, sanction_write, sanction_decide
SELECT p.citizen, c.name AS company_name, k.name AS contact_name, p.from_day, p.to_day, p.functions, p.consideration,
       p.timetable, p.mentor, p.expect_citizen, p.expect_company, p.expect_centre, p.next_step
  FROM placement p JOIN company c ON c.id = p.company LEFT JOIN company_contact k ON k.id = p.contact
 WHERE p.id = :placement AND p.citizen = :citizen;

-- name:  letter_goals -> many letter_goal_row
-- about: Goals that have not been dropped, in their order.
-- reads: citizen = :citizen
-- may:   document_write, letter_approve, sanction_write, sanction_decide
SELECT citizen, parent, words, state FROM goal
 WHERE citizen = :citizen AND state <> 'dropped'
 ORDER BY COALESCE(parent, id), parent IS NOT NULL, place, id;

-- name:  letter_own_words -> value
-- about: What the citizen wants, in her own words.
-- reads: citizen = :citizen
-- may:   document_write, letter_approve, sanction_write, sanction_decide
SELECT words FROM own_words WHERE citizen = :citizen ORDER BY written_at DESC, id DESC LIMIT 1;

-- name:  letter_competences -> many letter_competence_row
-- about: What a citizen can, in the order it was written.
-- reads: citizen = :citizen
-- may:   document_write, letter_approve, sanction_write, sanction_decide
SELECT citizen, kind, words, years FROM competence WHERE citizen = :citizen ORDER BY id;

-- name:  letter_sample -> many letter_sample_row
-- about: The citizens whose cases were opened last, in the actor's reach: what a text is tried on.
-- takes: staff_id actor, int is_all, int most
-- gives: citizen_id citizen
-- reads: each citizen
-- may:   document_write, letter_approve
SELECT c.id AS citizen, c.first_name, c.last_name, c.language
  FROM citizen c
 WHERE c.erased_at IS NULL AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
 ORDER BY c.created_at DESC, c.id DESC
 LIMIT :most;

-- name:  letter_head_load -> one letter_head_row
-- about: What stands at the top of letters.
-- may:   logged_in, system
SELECT street, postal_code, phone, email, web, hours, cvr, complaints, version FROM letter_head WHERE id = 1;

-- name:  letter_head_set -> count
-- about: A new head, when nobody has written one since `version`.
-- may:   letter_approve
UPDATE letter_head
   SET street = :street, postal_code = :postal_code, phone = :phone, email = :email, web = :web, hours = :hours,
       cvr = :cvr, complaints = :complaints, version = version + 1
 WHERE id = 1 AND version = :version;

-- name:  letter_text_versions -> many letter_text_row
-- about: The municipality's versions of a text, newest first.
-- gives: text written_by_name, text approver_name
-- may:   document_write, letter_approve, sanction_write, sanction_decide
SELECT t.id, t.code, t.language, t.number, t.title, t.words, t.valid_from_day, t.valid_to_day, t.is_machine, t.is_own,
       t.written_by, t.written_at, t.approved_by, t.approved_at, w.name AS written_by_name, a.name AS approver_name
  FROM letter_text t JOIN staff w ON w.id = t.written_by LEFT JOIN staff a ON a.id = t.approver
 WHERE t.code = :code AND t.language = :language
 ORDER BY t.number DESC;

-- name:  letter_text_states -> many letter_text_state_row
-- about: The newest version of each text, without its words, for the list.
-- may:   document_write, letter_approve
SELECT t.code, t.language, t.number, t.valid_from_day, t.is_machine, t.is_own, t.approved_by, t.approved_at
  FROM letter_text t
 WHERE t.number = (SELECT MAX(n.number) FROM letter_text n WHERE n.code = t.code AND n.language = t.language)
 ORDER BY t.code, t.language;

-- name:  letter_text_insert -> id
-- about: A new version, with the next number.
-- may:   document_write, letter_approve
INSERT INTO letter_text (code, language, number, title, words, valid_from_day, valid_to_day, is_machine, is_own, written_by,
                         written_at)
VALUES (:code, :language,
        (SELECT COALESCE(MAX(n.number), 0) + 1 FROM letter_text n WHERE n.code = :code AND n.language = :language),
        :title, :words, :valid_from_day, :valid_to_day, :is_machine, :is_own, :written_by, :written_at)
RETURNING id;

-- name:  letter_text_approve -> count
-- about: Somebody vouches for a version; once, and not for one's own words.
-- takes: staff_id actor
-- may:   letter_approve
UPDATE letter_text
   SET approved_by = :approved_by, approver = :actor, approved_at = :approved_at, is_machine = 0
 WHERE id = :id AND approved_at IS NULL AND (is_own = 0 OR written_by <> :actor);

-- name:  letter_insert -> id
-- about: A letter as it was made.
-- reads: citizen = :citizen
-- may:   document_write, sanction_write, sanction_decide
INSERT INTO letter (citizen, document, code, title, language, danish, translation, pdf, hash, pages, has_address, made_at,
                    made_by)
VALUES (:citizen, :document, :code, :title, :language, :danish, :translation, :pdf, :hash, :pages, :has_address, :made_at,
        :made_by)
RETURNING id;

-- name:  letter_of_document -> value
-- about: The letter that a document is the words of; 0 when it is none.
-- takes: document_id document
-- reads: nothing, because only the row's id is told
-- may:   document_write, case_read, sanction_write, sanction_decide
SELECT id FROM letter WHERE document = :document;

-- name:  letter_load -> one letter_row
-- about: One letter without its bytes. is_closed: its paper has an address that has become protected.
-- gives: text made_by_name, text handed_over_by_name, text state, flag is_closed
-- reads: citizen found
-- may:   case_read, case_work, document_write, letter_approve, sanction_write, sanction_decide
SELECT l.id, l.citizen, l.document, l.code, l.title, l.language, l.danish, l.translation, l.hash, l.pages, l.made_at,
       m.name AS made_by_name, d.handed_over_at, h.name AS handed_over_by_name, d.state,
       CASE WHEN l.has_address = 1 AND EXISTS (SELECT 1 FROM citizen_address a WHERE a.citizen = l.citizen AND a.is_protected = 1)
            THEN 1 ELSE 0 END AS is_closed
  FROM letter l JOIN staff m ON m.id = l.made_by JOIN document d ON d.id = l.document LEFT JOIN staff h ON h.id = d.handed_over_by
 WHERE l.id = :id;

-- name:  letter_of_citizen -> many letter_row
-- about: A citizen's letters, newest first.
-- gives: text made_by_name, text handed_over_by_name, text state, flag is_closed
-- reads: citizen = :citizen
-- may:   case_read, case_work, document_write, letter_approve
SELECT l.id, l.citizen, l.document, l.code, l.title, l.language, l.danish, l.translation, l.hash, l.pages, l.made_at,
       m.name AS made_by_name, d.handed_over_at, h.name AS handed_over_by_name, d.state,
       CASE WHEN l.has_address = 1 AND EXISTS (SELECT 1 FROM citizen_address a WHERE a.citizen = l.citizen AND a.is_protected = 1)
            THEN 1 ELSE 0 END AS is_closed
  FROM letter l JOIN staff m ON m.id = l.made_by JOIN document d ON d.id = l.document LEFT JOIN staff h ON h.id = d.handed_over_by
 WHERE l.citizen = :citizen
 ORDER BY l.made_at DESC, l.id DESC;

-- name:  letter_pdf -> value
-- about: The bytes as they were printed, when they have no address that is protected.
-- reads: citizen = :citizen
-- may:   case_read, case_work, document_write, letter_approve
SELECT l.pdf
  FROM letter l
 WHERE l.id = :id AND l.citizen = :citizen
   AND NOT (l.has_address = 1 AND EXISTS (SELECT 1 FROM citizen_address a WHERE a.citizen = l.citizen AND a.is_protected = 1));

-- name:  letter_pdf_protected -> value
-- about: The bytes as they were printed, also with an address that is protected.
-- reads: citizen = :citizen
-- may:   address_protected
SELECT pdf FROM letter WHERE id = :id AND citizen = :citizen;

-- name:  outbox_insert -> count
-- about: A letter that shall leave by a channel; 0 when it is there already.
-- reads: citizen = :citizen
-- may:   document_write, sanction_write, sanction_decide
INSERT INTO outbox (letter, citizen, channel, address, next_at, asked_by, asked_at)
VALUES (:letter, :citizen, :channel, :address, :next_at, :asked_by, :asked_at)
ON CONFLICT (letter, channel) DO NOTHING;

-- name:  outbox_of_letter -> many outbox_row
-- about: Where a letter went, oldest first.
-- gives: text asked_by_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, document_write, letter_approve
SELECT o.id, o.letter, o.citizen, o.channel, o.state, o.tries, o.next_at, o.problem, o.receipt, o.asked_at, o.sent_at, o.version,
       s.name AS asked_by_name
  FROM outbox o JOIN staff s ON s.id = o.asked_by
 WHERE o.letter = :letter AND o.citizen = :citizen
 ORDER BY o.id;

-- name:  outbox_shown -> many outbox_shown_row
-- about: The outbox in the actor's reach: stopped and failed first, then what waits, then what went.
-- takes: text wanted, int is_all, staff_id actor, int most
-- gives: text title
-- reads: each citizen
-- may:   document_write, letter_approve
SELECT o.id, o.letter, o.citizen, o.channel, o.state, o.tries, o.next_at, o.problem, o.receipt, o.asked_at, o.sent_at, o.version,
       c.first_name, c.last_name, l.title
  FROM outbox o JOIN citizen c ON c.id = o.citizen JOIN letter l ON l.id = o.letter
 WHERE (:wanted = '' OR o.state = :wanted)
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
 ORDER BY CASE o.state WHEN 'stopped' THEN 0 WHEN 'failed' THEN 1 WHEN 'waiting' THEN 2 ELSE 3 END, o.asked_at DESC, o.id DESC
 LIMIT :most;

-- name:  outbox_counts -> many outbox_count_row
-- about: How many letters are in each state.
-- gives: int how_many
-- reads: nothing, because only how many is told
-- may:   document_write, letter_approve
SELECT state, COUNT(*) AS how_many FROM outbox GROUP BY state;

-- name:  outbox_load -> one outbox_state_row
-- about: One row of the outbox, to be changed by hand.
-- reads: citizen found
-- may:   document_write, letter_approve
SELECT id, letter, citizen, channel, state, tries, version FROM outbox WHERE id = :id;

-- name:  outbox_set_again -> count
-- about: Tries again from the beginning, when nobody has changed it since `version`.
-- reads: citizen = :citizen
-- may:   document_write, letter_approve
UPDATE outbox SET state = 'waiting', tries = 0, problem = '', next_at = :next_at, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version AND state IN ('failed', 'stopped');

-- name:  outbox_set_stopped -> count
-- about: Is not to be sent after all.
-- reads: citizen = :citizen
-- may:   document_write, letter_approve
UPDATE outbox SET state = 'stopped', problem = :problem, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version AND state IN ('waiting', 'failed');

-- name:  outbox_recall -> count
-- about: A letter that was taken back: what has not left of it is not sent.
-- takes: document_id document
-- reads: citizen = :citizen
-- may:   document_write, sanction_write, sanction_decide
UPDATE outbox SET state = 'stopped', problem = :problem, version = version + 1
 WHERE letter IN (SELECT l.id FROM letter l WHERE l.document = :document) AND citizen = :citizen
   AND state IN ('waiting', 'failed');

-- name:  outbox_due -> many outbox_due_row
-- about: What shall go now, oldest first, with what an envelope of any channel needs; the number is for Digital Post only.
-- takes: int most, instant now
-- gives: text cpr, text title, text language, flag is_protected
-- reads: each citizen
-- may:   system
SELECT o.id, o.letter, o.citizen, o.channel, o.address, o.tries, o.version, l.title, l.code, l.language, l.pdf, l.made_at,
       CASE WHEN o.channel = 'digital_post' AND c.has_replacement_cpr = 0 THEN c.cpr END AS cpr,
       c.first_name, c.last_name, COALESCE(d.is_protected, 0) AS is_protected
  FROM outbox o JOIN letter l ON l.id = o.letter JOIN citizen c ON c.id = o.citizen
                LEFT JOIN citizen_address d ON d.citizen = o.citizen
 WHERE o.state IN ('waiting', 'failed') AND o.next_at <= :now
 ORDER BY o.next_at, o.id
 LIMIT :most;

-- name:  outbox_set_sent -> count
-- about: It went, with its receipt.
-- reads: citizen = :citizen
-- may:   system
UPDATE outbox SET state = 'sent', receipt = :receipt, problem = '', sent_at = :sent_at, tries = tries + 1, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  outbox_set_failed -> count
-- about: It did not go: why, and when it is tried again, or that it stops.
-- reads: citizen = :citizen
-- may:   system
UPDATE outbox SET state = :state, problem = :problem, next_at = :next_at, tries = tries + 1, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  letter_batch_insert -> id
-- about: A new batch, as a draft.
-- may:   document_write
INSERT INTO letter_batch (name, code, language, channel, given, made_by, made_at)
VALUES (:name, :code, :language, :channel, :given, :made_by, :made_at)
RETURNING id;

-- name:  letter_batch_load -> one letter_batch_row
-- about: One batch.
-- gives: text made_by_name, text approved_by_name
-- may:   document_write, letter_approve
SELECT b.id, b.name, b.code, b.language, b.channel, b.given, b.state, b.made_by, b.made_at, b.approved_by, b.approved_at,
       b.version, m.name AS made_by_name, a.name AS approved_by_name
  FROM letter_batch b JOIN staff m ON m.id = b.made_by LEFT JOIN staff a ON a.id = b.approved_by
 WHERE b.id = :id;

-- name:  letter_batches -> many letter_batch_listed
-- about: Batches, drafts first, then newest first.
-- takes: int most
-- gives: int member_count, int letter_count, text made_by_name
-- reads: nothing, because only how many is told
-- may:   document_write, letter_approve
SELECT b.id, b.name, b.code, b.state, b.made_by, b.made_at, m.name AS made_by_name,
       (SELECT COUNT(*) FROM letter_batch_member n WHERE n.letter_batch = b.id) AS member_count,
       (SELECT COUNT(*) FROM letter_batch_member n WHERE n.letter_batch = b.id AND n.letter IS NOT NULL) AS letter_count
  FROM letter_batch b JOIN staff m ON m.id = b.made_by
 ORDER BY CASE b.state WHEN 'draft' THEN 0 WHEN 'approved' THEN 1 ELSE 2 END, b.made_at DESC, b.id DESC
 LIMIT :most;

-- name:  letter_batch_set_state -> count
-- about: A draft is cancelled, or an approved batch is done.
-- takes: text from_state
-- may:   document_write, letter_approve
UPDATE letter_batch SET state = :state, version = version + 1 WHERE id = :id AND version = :version AND state = :from_state;

-- name:  letter_batch_approve -> count
-- about: Another person than the one who made it lets it go.
-- takes: staff_id actor
-- may:   letter_approve
UPDATE letter_batch SET state = 'approved', approved_by = :actor, approved_at = :approved_at, version = version + 1
 WHERE id = :id AND version = :version AND state = 'draft' AND made_by <> :actor;

-- name:  letter_batches_approved -> many letter_batch_row
-- about: What waits to be printed.
-- gives: text made_by_name, text approved_by_name
-- may:   system
SELECT b.id, b.name, b.code, b.language, b.channel, b.given, b.state, b.made_by, b.made_at, b.approved_by, b.approved_at,
       b.version, m.name AS made_by_name, a.name AS approved_by_name
  FROM letter_batch b JOIN staff m ON m.id = b.made_by LEFT JOIN staff a ON a.id = b.approved_by
 WHERE b.state = 'approved'
 ORDER BY b.id;

-- name:  letter_batch_add_group -> count
-- about: Everybody on a group now whose case the actor can reach, and who is not on the batch yet.
-- takes: day on, int is_all, staff_id actor
-- reads: nothing, because only how many is told; the page that shows who logs them
-- may:   document_write
INSERT INTO letter_batch_member (letter_batch, citizen)
SELECT b.id, c.id
  FROM letter_batch b, group_member m JOIN citizen c ON c.id = m.citizen
 WHERE b.id = :letter_batch AND b.state = 'draft' AND m.course_group = :course_group AND m.from_day <= :on
   AND (m.to_day IS NULL OR m.to_day >= :on) AND m.ended_day IS NULL AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
   AND NOT EXISTS (SELECT 1 FROM letter_batch_member n WHERE n.letter_batch = b.id AND n.citizen = c.id)
 GROUP BY b.id, c.id;

-- name:  letter_batch_add_enrolled -> count
-- about: Everybody enrolled in a scheme now, in the same way; `language` "" for all languages.
-- takes: int is_all, staff_id actor
-- reads: nothing, because only how many is told; the page that shows who logs them
-- may:   document_write
INSERT INTO letter_batch_member (letter_batch, citizen)
SELECT b.id, c.id
  FROM letter_batch b, citizen c
 WHERE b.id = :letter_batch AND b.state = 'draft' AND c.erased_at IS NULL
   AND (:scheme = '' OR EXISTS (SELECT 1 FROM enrolment e WHERE e.citizen = c.id AND e.scheme = :scheme AND e.state <> 'ended'))
   AND (:language = '' OR c.language = :language)
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
   AND NOT EXISTS (SELECT 1 FROM letter_batch_member n WHERE n.letter_batch = b.id AND n.citizen = c.id);

-- name:  letter_batch_add_one -> count
-- about: One citizen, whom the letter is about as a member of a group, when the actor can reach her case.
-- takes: int is_all, staff_id actor
-- reads: nothing, because only how many is told; the page that shows who logs them
-- may:   document_write
INSERT INTO letter_batch_member (letter_batch, citizen, course_group)
SELECT b.id, c.id, CAST(:course_group AS BIGINT)
  FROM letter_batch b, citizen c
 WHERE b.id = :letter_batch AND b.state = 'draft' AND c.id = :citizen AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
   AND NOT EXISTS (SELECT 1 FROM letter_batch_member n WHERE n.letter_batch = b.id AND n.citizen = c.id);

-- name:  letter_batch_drop -> count
-- about: Somebody is taken off a draft.
-- reads: nothing, because only the row's id is told
-- may:   document_write
DELETE FROM letter_batch_member
 WHERE id = :id AND letter_batch = :letter_batch
   AND EXISTS (SELECT 1 FROM letter_batch b WHERE b.id = letter_batch_member.letter_batch AND b.state = 'draft');

-- name:  letter_batch_members -> many letter_batch_member_row
-- about: Who is on a batch, problems first, then by name; those in the actor's reach.
-- takes: int is_all, staff_id actor, int most, int skip
-- gives: flag has_problem
-- reads: each citizen
-- may:   document_write, letter_approve
SELECT n.id, n.letter_batch, n.citizen, n.letter, n.problem, c.first_name, c.last_name, c.language,
       CASE WHEN n.problem = '' THEN 0 ELSE 1 END AS has_problem
  FROM letter_batch_member n JOIN citizen c ON c.id = n.citizen
 WHERE n.letter_batch = :letter_batch AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor))
 ORDER BY CASE WHEN n.problem = '' THEN 1 ELSE 0 END, c.search_name, n.id
 LIMIT :most OFFSET :skip;

-- name:  letter_batch_count -> one letter_batch_count_row
-- about: How many are on a batch, have a letter, or have a problem.
-- gives: int member_count, int letter_count, int problem_count
-- reads: nothing, because only how many is told
-- may:   document_write, letter_approve
SELECT COUNT(*) AS member_count, COUNT(letter) AS letter_count,
       COALESCE(SUM(CASE WHEN problem = '' THEN 0 ELSE 1 END), 0) AS problem_count
  FROM letter_batch_member
 WHERE letter_batch = :letter_batch;

-- name:  letter_batch_member_set -> count
-- about: A member has a letter, or why not.
-- reads: citizen = :citizen
-- may:   document_write
UPDATE letter_batch_member SET letter = :letter, problem = :problem WHERE letter_batch = :letter_batch AND citizen = :citizen;

-- name:  letter_told -> many letter_told_row
-- about: A citizen's letters and where they went, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT l.title, l.language, l.made_at, o.channel, o.address, o.state, o.sent_at
  FROM letter l LEFT JOIN outbox o ON o.letter = l.id
 WHERE l.citizen = :citizen
 ORDER BY l.made_at, l.id, o.id;

-- name:  letter_erase
-- about: The bytes of letters go; that they were made and when stays.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE letter SET pdf = :pdf WHERE citizen = :citizen;

-- name:  outbox_erase
-- about: Addresses go, and what has not been sent stops.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE outbox SET address = '', state = CASE WHEN state = 'sent' THEN 'sent' ELSE 'stopped' END, version = version + 1
 WHERE citizen = :citizen;

-- name:  letter_batch_erase
-- about: An erased citizen is on no list any more.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM letter_batch_member WHERE citizen = :citizen;
