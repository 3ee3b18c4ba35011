-- name:  mentor_insert -> id
-- about: Somebody at a company who is a mentor.
-- may:   company_write, placement_write
INSERT INTO mentor (company, name, phone, is_paid) VALUES (:company, :name, :phone, :is_paid) RETURNING id;

-- name:  mentor_set_left -> count
-- about: A mentor has left on a day; none: is there again.
-- may:   company_write, placement_write
UPDATE mentor SET left_day = :left_day, version = version + 1 WHERE id = :id AND company = :company;

-- name:  mentor_set_paid -> count
-- about: Whether the municipality pays for the mentor.
-- may:   company_write, placement_write
UPDATE mentor SET is_paid = :is_paid, version = version + 1 WHERE id = :id AND company = :company;

-- name:  mentor_load -> one mentor_row
-- about: One mentor.
-- gives: text company_name
-- may:   company_read, company_write, placement_read, placement_write
SELECT m.id, m.company, c.name AS company_name, m.name, m.phone, m.is_paid, m.left_day
  FROM mentor m JOIN company c ON c.id = m.company WHERE m.id = :id;

-- name:  mentor_of_company -> many mentor_listed
-- about: The mentors of a company, those who are there first; trained when a whole course was attended.
-- gives: text company_name, int trained_count
-- may:   company_read, company_write, placement_read, placement_write
SELECT m.id, m.company, c.name AS company_name, m.name, m.phone, m.is_paid, m.left_day,
       (SELECT COUNT(*) FROM mentor_seat s WHERE s.mentor = m.id AND s.event <> 0) AS trained_count
  FROM mentor m JOIN company c ON c.id = m.company
 WHERE m.company = :company
 ORDER BY CASE WHEN m.left_day IS NULL THEN 0 ELSE 1 END, m.name, m.id;

-- name:  mentor_all -> many mentor_listed
-- about: Mentors who are there, of companies whose folded name contains some words, company by company.
-- takes: text typed, int most, int skip
-- gives: text company_name, int trained_count
-- may:   company_read, company_write, placement_read, placement_write
SELECT m.id, m.company, c.name AS company_name, m.name, m.phone, m.is_paid, m.left_day,
       (SELECT COUNT(*) FROM mentor_seat s WHERE s.mentor = m.id AND s.event <> 0) AS trained_count
  FROM mentor m JOIN company c ON c.id = m.company
 WHERE m.left_day IS NULL AND c.search_name LIKE '%' || :typed || '%'
 ORDER BY c.search_name, m.name, m.id
 LIMIT :most OFFSET :skip;

-- name:  mentor_numbers -> one mentor_number
-- about: How many mentors are there, how many of them trained, at how many companies, and how many of those without pay.
-- gives: int mentor_count, int trained_count, int company_count, int unpaid_count
-- may:   company_read, company_write, placement_read, placement_write, result_read
SELECT (SELECT COUNT(*) FROM mentor m WHERE m.left_day IS NULL) AS mentor_count,
       (SELECT COUNT(*) FROM mentor m WHERE m.left_day IS NULL
           AND EXISTS (SELECT 1 FROM mentor_seat s WHERE s.mentor = m.id AND s.event <> 0)) AS trained_count,
       (SELECT COUNT(DISTINCT m.company) FROM mentor m WHERE m.left_day IS NULL) AS company_count,
       (SELECT COUNT(DISTINCT m.company) FROM mentor m WHERE m.left_day IS NULL
           AND NOT EXISTS (SELECT 1 FROM mentor p WHERE p.company = m.company AND p.left_day IS NULL AND p.is_paid = 1)) AS unpaid_count;

-- name:  mentor_course_insert -> id
-- about: A course for mentors.
-- may:   company_write, group_write
INSERT INTO mentor_course (title, kind, place, first_day, second_day, places)
VALUES (:title, :kind, :place, :first_day, :second_day, :places) RETURNING id;

-- name:  mentor_course_load -> one mentor_course_row
-- about: One course.
-- may:   company_read, company_write, group_read, group_write, placement_read
SELECT id, title, kind, place, first_day, second_day, places, held_event FROM mentor_course WHERE id = :id;

-- name:  mentor_course_set_held -> count
-- about: It has been held: the journal's event; 0 takes it back.
-- may:   company_write, group_write
UPDATE mentor_course SET held_event = :held_event WHERE id = :id;

-- name:  mentor_courses -> many mentor_course_listed
-- about: Courses, newest first, with how many are signed up and trained.
-- takes: int most
-- gives: int seat_count, int trained_count
-- may:   company_read, company_write, group_read, group_write, placement_read
SELECT c.id, c.title, c.kind, c.place, c.first_day, c.second_day, c.places,
       (SELECT COUNT(*) FROM mentor_seat s WHERE s.mentor_course = c.id) AS seat_count,
       (SELECT COUNT(*) FROM mentor_seat s WHERE s.mentor_course = c.id AND s.event <> 0) AS trained_count
  FROM mentor_course c
 ORDER BY c.first_day DESC, c.id DESC
 LIMIT :most;

-- name:  mentor_seat_put
-- about: A mentor is signed up.
-- may:   company_write, placement_write, group_write
INSERT INTO mentor_seat (mentor_course, mentor) VALUES (:mentor_course, :mentor)
ON CONFLICT (mentor_course, mentor) DO NOTHING;

-- name:  mentor_seat_drop -> count
-- about: A sign-up is taken back; one who came stays.
-- may:   company_write, placement_write, group_write
DELETE FROM mentor_seat WHERE mentor_course = :mentor_course AND mentor = :mentor AND has_first = 0 AND has_second = 0;

-- name:  mentor_seat_mark -> count
-- about: Which days a mentor came, and the journal's event when that was all of them.
-- may:   company_write, group_write
UPDATE mentor_seat SET has_first = :has_first, has_second = :has_second, event = :event
 WHERE mentor_course = :mentor_course AND mentor = :mentor;

-- name:  mentor_seats -> many mentor_seat_row
-- about: Who is signed up for a course, by company and name.
-- gives: text name, text company_name, company_id company
-- may:   company_read, company_write, group_read, group_write, placement_read
SELECT s.mentor_course, s.mentor, m.name, m.company, c.name AS company_name, s.has_first, s.has_second, s.event
  FROM mentor_seat s JOIN mentor m ON m.id = s.mentor JOIN company c ON c.id = m.company
 WHERE s.mentor_course = :mentor_course
 ORDER BY c.search_name, m.name, m.id;

-- name:  mentor_beside_put -> id
-- about: Somebody is beside a citizen at a placement from a day on.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO placement_mentor (placement, citizen, slot, mentor, staff, from_day, event)
VALUES (:placement, :citizen, :slot, :mentor, :staff, :from_day, :event) RETURNING id;

-- name:  mentor_beside_end -> count
-- about: Whoever has a slot leaves it on a day.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE placement_mentor SET to_day = :to_day
 WHERE placement = :placement AND citizen = :citizen AND slot = :slot AND to_day IS NULL;

-- name:  mentor_beside_away -> count
-- about: Whoever has a slot is away until a day; none: is there again.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE placement_mentor SET away_day = :away_day
 WHERE placement = :placement AND citizen = :citizen AND slot = :slot AND to_day IS NULL;

-- name:  mentor_beside_now -> many mentor_beside_row
-- about: Who is beside a citizen at a placement now, and whether the company's are trained.
-- gives: text mentor_name, text mentor_phone, text staff_name, int trained_count
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT p.id, p.citizen, p.slot, p.mentor, m.name AS mentor_name, m.phone AS mentor_phone, p.staff, s.name AS staff_name,
       p.from_day, p.away_day, p.event,
       (SELECT COUNT(*) FROM mentor_seat t WHERE t.mentor = p.mentor AND t.event <> 0) AS trained_count
  FROM placement_mentor p LEFT JOIN mentor m ON m.id = p.mentor LEFT JOIN staff s ON s.id = p.staff
 WHERE p.placement = :placement AND p.citizen = :citizen AND p.to_day IS NULL
 ORDER BY p.slot;

-- name:  mentor_beside_told -> many mentor_beside_told_row
-- about: Who was beside a citizen, for her own request.
-- gives: text mentor_name, text staff_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT p.id, p.citizen, p.slot, m.name AS mentor_name, s.name AS staff_name, p.from_day, p.to_day
  FROM placement_mentor p LEFT JOIN mentor m ON m.id = p.mentor LEFT JOIN staff s ON s.id = p.staff
 WHERE p.citizen = :citizen
 ORDER BY p.id;

-- name:  buddy_practice_put
-- about: Minutes of practice on a day; a second word for the day corrects the first.
-- reads: citizen = :citizen
-- may:   placement_write, link
INSERT INTO buddy_practice (placement, citizen, on_day, minutes, link)
VALUES (:placement, :citizen, :on_day, :minutes, :link)
ON CONFLICT (placement, on_day) DO UPDATE SET minutes = excluded.minutes, link = excluded.link;

-- name:  buddy_practice_drop -> count
-- about: The minutes of a day were a mistake.
-- reads: citizen = :citizen
-- may:   placement_write, link
DELETE FROM buddy_practice WHERE placement = :placement AND citizen = :citizen AND on_day = :on_day;

-- name:  buddy_practice_of -> many buddy_practice_row
-- about: The latest days of practice at a placement, newest first.
-- takes: int most
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT citizen, on_day, minutes, link FROM buddy_practice WHERE placement = :placement AND citizen = :citizen
 ORDER BY on_day DESC
 LIMIT :most;

-- name:  buddy_practice_told -> many buddy_practice_row
-- about: All days of practice of a citizen, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT citizen, on_day, minutes, link FROM buddy_practice WHERE citizen = :citizen ORDER BY on_day DESC;

-- name:  buddy_practice_erase
-- about: The minutes of an erased citizen go.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM buddy_practice WHERE citizen = :citizen;

-- name:  work_word_put -> count
-- about: A word of the tasks at a placement; one that is there already stays as it is.
-- reads: citizen = :citizen
-- may:   placement_write
INSERT INTO work_word (placement, citizen, word, folded, meaning, author, written_at)
VALUES (:placement, :citizen, :word, :folded, :meaning, :author, :written_at)
ON CONFLICT (placement, folded) DO NOTHING;

-- name:  work_words_of_placement -> many work_word_row
-- about: The words of the tasks at a placement, those not learned yet first.
-- gives: text company_name
-- reads: citizen = :citizen
-- may:   placement_read, placement_write
SELECT w.id, w.placement, w.citizen, w.word, w.meaning, w.learned_day, w.event, c.name AS company_name
  FROM work_word w JOIN placement p ON p.id = w.placement JOIN company c ON c.id = p.company
 WHERE w.placement = :placement AND w.citizen = :citizen
 ORDER BY CASE WHEN w.learned_day IS NULL THEN 0 ELSE 1 END, w.learned_day DESC, w.folded;

-- name:  work_words_learned -> many work_word_row
-- about: All words a citizen has learned at work, the latest first; those of one day by word.
-- gives: text company_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, placement_read, case_erase
SELECT w.id, w.placement, w.citizen, w.word, w.meaning, w.learned_day, w.event, c.name AS company_name
  FROM work_word w JOIN placement p ON p.id = w.placement JOIN company c ON c.id = p.company
 WHERE w.citizen = :citizen AND w.learned_day IS NOT NULL
 ORDER BY w.learned_day DESC, w.folded, w.id;

-- name:  work_words_told -> many work_word_row
-- about: All words of a citizen, for her own request.
-- gives: text company_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT w.id, w.placement, w.citizen, w.word, w.meaning, w.learned_day, w.event, c.name AS company_name
  FROM work_word w JOIN placement p ON p.id = w.placement JOIN company c ON c.id = p.company
 WHERE w.citizen = :citizen
 ORDER BY w.id;

-- name:  work_word_load -> one work_word_state
-- about: One word, before it is changed.
-- reads: citizen found
-- may:   placement_write
SELECT id, placement, citizen, learned_day, event FROM work_word WHERE id = :id AND placement = :placement;

-- name:  work_word_set_learned -> count
-- about: She knows it since a day, or (without a day) not yet.
-- reads: citizen = :citizen
-- may:   placement_write
UPDATE work_word SET learned_day = :learned_day, event = :event
 WHERE id = :id AND citizen = :citizen AND (learned_day IS NULL) <> (CAST(:learned_day AS BIGINT) IS NULL);

-- name:  work_word_drop -> count
-- about: A word that is not learned was a mistake.
-- reads: citizen = :citizen
-- may:   placement_write
DELETE FROM work_word WHERE id = :id AND citizen = :citizen AND learned_day IS NULL;

-- name:  work_words_erase
-- about: The words of an erased citizen go.
-- reads: citizen = :citizen
-- may:   case_erase
DELETE FROM work_word WHERE citizen = :citizen;
