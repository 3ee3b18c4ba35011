-- name:  plan_demand -> many plan_demand_row
-- about: The branches in high demand this quarter (src/campaign), to talk about with the citizen.
-- takes: day on
-- may:   case_read, case_work, plan_write
SELECT branch, source
  FROM branch_demand
 WHERE level = 'high' AND quarter_day = (SELECT MAX(q.quarter_day) FROM branch_demand q WHERE q.quarter_day <= :on)
   AND quarter_day > :on - 93
 ORDER BY branch;

-- name:  own_words_insert -> id
-- about: The citizen's own words, as said now.
-- reads: citizen = :citizen
-- may:   plan_write, case_create, import
INSERT INTO own_words (citizen, topic, words, words_foreign, language, translated_by, written_at, author, said_event)
VALUES (:citizen, :topic, :words, :words_foreign, :language, :translated_by, :written_at, :author, :said_event)
RETURNING id;

-- name:  own_words_newest -> one own_words_row
-- about: The words that stand: what she wants or dreams of before anything else.
-- reads: citizen = :citizen
-- may:   case_read, case_work, plan_write, placement_read
SELECT id, citizen, topic, words, words_foreign, language, translated_by, written_at, author, said_event
  FROM own_words
 WHERE citizen = :citizen
 ORDER BY CASE WHEN topic IN ('want', 'dream') THEN 0 ELSE 1 END, written_at DESC, id DESC
 LIMIT 1;

-- name:  own_words_all -> many own_words_shown
-- about: All that was said, newest first, with who wrote it down.
-- reads: citizen = :citizen
-- may:   case_read, plan_write, case_erase
SELECT w.id, w.citizen, w.topic, w.words, w.words_foreign, w.language, w.translated_by, w.written_at, w.author,
       s.name AS author_name
  FROM own_words w JOIN staff s ON s.id = w.author
 WHERE w.citizen = :citizen
 ORDER BY w.written_at DESC, w.id DESC;

-- name:  own_words_load -> one own_words_row
-- about: Words to be taken back.
-- takes: own_words_id id
-- reads: citizen found
-- may:   plan_write
SELECT id, citizen, topic, words, words_foreign, language, translated_by, written_at, author, said_event
  FROM own_words
 WHERE id = :id;

-- name:  own_words_delete -> count
-- about: Undo, by the one who wrote them down.
-- reads: citizen = :citizen
-- may:   plan_write
DELETE FROM own_words WHERE id = :id AND citizen = :citizen AND author = :author;

-- name:  goal_insert -> id
-- about: A goal, or a sub-goal under one.
-- reads: citizen = :citizen
-- may:   plan_write
INSERT INTO goal (citizen, parent, words, proposed_by, activity, review_day, place)
VALUES (:citizen, :parent, :words, :proposed_by, :activity, :review_day,
        (SELECT coalesce(max(g.place), 0) + 1 FROM goal g WHERE g.citizen = :citizen))
RETURNING id;

-- name:  goal_load -> one goal_row
-- about: One goal.
-- reads: citizen found
-- may:   case_read, plan_write
SELECT id, citizen, parent, words, state, progress, proposed_by, activity, review_day, reached_day, place, version
  FROM goal
 WHERE id = :id;

-- name:  goal_of_citizen -> many goal_row
-- about: Goals in their order, each followed by its sub-goals; those of a goal that was dropped are not shown either.
-- reads: citizen = :citizen
-- may:   case_read, case_work, plan_write, placement_read
SELECT g.id, g.citizen, g.parent, g.words, g.state, g.progress, g.proposed_by, g.activity, g.review_day, g.reached_day,
       g.place, g.version
  FROM goal g LEFT JOIN goal p ON p.id = g.parent
 WHERE g.citizen = :citizen AND g.state <> 'dropped' AND coalesce(p.state, '') <> 'dropped'
 ORDER BY coalesce(p.place, g.place), CASE WHEN g.parent IS NULL THEN 0 ELSE 1 END, g.place, g.id;

-- name:  goal_stamp -> value
-- about: A number that grows with every change of any goal: what was agreed is what was shown.
-- gives: int stamp
-- reads: citizen = :citizen
-- may:   case_read, plan_write
SELECT coalesce(sum(version), 0) AS stamp FROM goal WHERE citizen = :citizen;

-- name:  goal_update -> count
-- about: New words, activity, progress, state or review day, when nobody has since `version`.
-- reads: citizen = :citizen
-- may:   plan_write
UPDATE goal
   SET words = :words, proposed_by = :proposed_by, activity = :activity, progress = :progress, review_day = :review_day,
       state = :state, reached_day = :reached_day, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  goal_set_place
-- about: Another place in the order; no change of the goal itself.
-- reads: citizen = :citizen
-- may:   plan_write
UPDATE goal SET place = :place WHERE id = :id AND citizen = :citizen;

-- name:  goal_review_insert -> id
-- about: One review of a sub-goal with its decision and what came of it.
-- reads: citizen = :citizen
-- may:   plan_write
INSERT INTO goal_review (goal, citizen, day, decision, note, author, reviewed_event, reached_event, win, task, before_day)
VALUES (:goal, :citizen, :day, :decision, :note, :author, :reviewed_event, :reached_event, :win, :task, :before_day)
RETURNING id;

-- name:  goal_reviews -> many goal_review_row
-- about: All reviews, newest first.
-- reads: citizen = :citizen
-- may:   case_read, plan_write, case_erase
SELECT r.id, r.goal, r.citizen, r.day, r.decision, r.note, r.author, s.name AS author_name, r.reviewed_event,
       r.reached_event, r.win, r.task, r.before_day
  FROM goal_review r JOIN staff s ON s.id = r.author
 WHERE r.citizen = :citizen
 ORDER BY r.day DESC, r.id DESC;

-- name:  goal_review_delete -> count
-- about: Undo, by the one who made it.
-- reads: citizen = :citizen
-- may:   plan_write
DELETE FROM goal_review WHERE id = :id AND citizen = :citizen AND author = :author;

-- name:  plan_load -> one plan_row
-- about: Whether the plan is agreed.
-- reads: citizen = :citizen
-- may:   case_read, plan_write, case_erase
SELECT citizen, state, agreed_day, before_day, agreed_without, version FROM plan WHERE citizen = :citizen;

-- name:  plan_put
-- about: The plan's state, new or changed.
-- reads: citizen = :citizen
-- may:   plan_write
INSERT INTO plan (citizen, state, agreed_day, before_day, agreed_without)
VALUES (:citizen, :state, :agreed_day, :before_day, :agreed_without)
ON CONFLICT (citizen) DO UPDATE
   SET state = excluded.state, agreed_day = excluded.agreed_day, before_day = excluded.before_day,
       agreed_without = excluded.agreed_without, version = plan.version + 1;

-- name:  goal_told -> many goal_row
-- about: All goals, also dropped ones, for the citizen's request to see what is held about her.
-- reads: citizen = :citizen
-- may:   case_read, plan_write, case_erase
SELECT id, citizen, parent, words, state, progress, proposed_by, activity, review_day, reached_day, place, version
  FROM goal
 WHERE citizen = :citizen
 ORDER BY id;

-- name:  own_words_erase
-- about: That she said something stays, her words do not.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE own_words SET words = '', words_foreign = '', translated_by = '' WHERE citizen = :citizen;

-- name:  goal_erase
-- about: The words of goals go, their dates stay.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE goal SET words = '', progress = '', activity = '', version = version + 1 WHERE citizen = :citizen;

-- name:  goal_review_erase
-- about: The words beside a review go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE goal_review SET note = '' WHERE citizen = :citizen;

-- name:  plan_erase
-- about: The words beside the agreement go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE plan SET agreed_without = '', version = version + 1 WHERE citizen = :citizen;

-- name:  form_choice_insert
-- about: One item of an answer.
-- reads: citizen = :citizen
-- may:   plan_write
INSERT INTO form_choice (citizen, scheme, form, question, item, event, author, chosen_at)
VALUES (:citizen, :scheme, :form, :question, :item, :event, :author, :chosen_at);

-- name:  form_choices -> many form_choice_row
-- about: What stands of all forms: the items of each form's newest answer.
-- reads: citizen = :citizen
-- may:   case_read, case_work, plan_write, placement_read, placement_write, case_erase
SELECT f.scheme, f.form, f.question, f.item, f.event, f.chosen_at
  FROM form_choice f
 WHERE f.citizen = :citizen
   AND f.event = (SELECT max(n.event) FROM form_choice n
                   WHERE n.citizen = f.citizen AND n.scheme = f.scheme AND n.form = f.form)
 ORDER BY f.scheme, f.form, f.id;

-- name:  form_choice_drop -> count
-- about: An answer was a mistake: its items go, the one before stands again.
-- reads: citizen = :citizen
-- may:   plan_write
DELETE FROM form_choice WHERE event = :event AND citizen = :citizen;
