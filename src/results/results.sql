-- name:  results_units -> many results_unit_row
-- about: The units that figures are told apart by.
-- may:   result_read
SELECT id, code, name FROM unit ORDER BY name, id;

-- name:  results_on_time -> many on_time_row
-- about: Deadlines of thirteen months by rule, unit and month of being due: met in time, late, missed, and those still
-- about: open past their time; notes, which nobody is reminded of, are left out. The same stored obligations as Today
-- about: and the citizen's page show; nothing is computed anew.
-- takes: instant begin_0, instant begin_1, instant begin_2, instant begin_3, instant begin_4, instant begin_5,
--         instant begin_6, instant begin_7, instant begin_8, instant begin_9, instant begin_10, instant begin_11,
--         instant begin_12, instant begin_13, instant now, int unit_wanted
-- gives: int unit, int month, int met, int late, int missed, int over
-- reads: nothing, because only numbers leave
-- may:   result_read
SELECT d.scheme, d.rule, d.unit, d.month,
       sum(CASE WHEN d.state = 1 THEN 1 ELSE 0 END) AS met, sum(CASE WHEN d.state = 2 THEN 1 ELSE 0 END) AS late,
       sum(CASE WHEN d.state = 3 THEN 1 ELSE 0 END) AS missed, sum(CASE WHEN d.state = 0 THEN 1 ELSE 0 END) AS over
  FROM (SELECT o.scheme, o.rule, COALESCE(o.unit, 0) AS unit, o.state,
               CASE WHEN o.due_at < :begin_1 THEN 0 WHEN o.due_at < :begin_2 THEN 1 WHEN o.due_at < :begin_3 THEN 2 WHEN o.due_at < :begin_4 THEN 3 
                 WHEN o.due_at < :begin_5 THEN 4 WHEN o.due_at < :begin_6 THEN 5 WHEN o.due_at < :begin_7 THEN 6 WHEN o.due_at < :begin_8 THEN 7 
                 WHEN o.due_at < :begin_9 THEN 8 WHEN o.due_at < :begin_10 THEN 9 WHEN o.due_at < :begin_11 THEN 10 WHEN o.due_at < :begin_12 THEN 11 
                 ELSE 12 END AS month
          FROM obligation o
         WHERE o.state IN (0, 1, 2, 3) AND o.due_at >= :begin_0 AND o.due_at < :begin_13
           AND (o.state <> 0 OR o.due_at < :now)
           AND o.kind <= 3 AND o.severity <> 2 AND o.is_restricted = 0
           AND (:unit_wanted = 0 OR o.unit = :unit_wanted)) d
 GROUP BY d.scheme, d.rule, d.unit, d.month
 ORDER BY d.scheme, d.rule, d.unit, d.month;

-- name:  results_late -> many results_late_row
-- about: The deadlines of a rule that were not met in time in a period, for whoever asks which they are: the same rows
-- about: that results_on_time counts. A unit's own duty has no citizen.
-- takes: instant from_at, instant to_at, instant now, int unit_wanted, int is_all, staff_id actor, int most
-- reads: each citizen
-- may:   case_read
SELECT o.id, o.citizen, o.state, o.due_at, o.settled_at, o.is_hour_rule, o.subject, c.first_name, c.last_name,
       u.name AS unit_name
  FROM obligation o LEFT JOIN citizen c ON c.id = o.citizen LEFT JOIN unit u ON u.id = o.unit
 WHERE o.scheme = :scheme AND o.rule = :rule AND o.due_at >= :from_at AND o.due_at < :to_at
   AND o.kind <= 3 AND o.severity <> 2 AND o.is_restricted = 0
   AND (o.state IN (2, 3) OR (o.state = 0 AND o.due_at < :now))
   AND (:unit_wanted = 0 OR o.unit = :unit_wanted)
   AND (:is_all = 1 OR COALESCE(c.unit, o.unit) IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY o.due_at, o.id
 LIMIT :most;

-- name:  results_paid_months -> many paid_month_row
-- about: Paid hours a week of all citizens together on the last day of thirteen months, and how many had any. Each
-- about: placement counts with its latest word, as on the citizen's page.
-- takes: day last_0, day last_1, day last_2, day last_3, day last_4, day last_5, day last_6, day last_7, day last_8,
--         day last_9, day last_10, day last_11, day last_12, int unit_wanted
-- gives: int month, int paid, int citizens
-- reads: nothing, because only sums leave
-- may:   result_read
WITH month (number, last_day) AS (VALUES
     (0, :last_0), (1, :last_1), (2, :last_2), (3, :last_3), (4, :last_4), (5, :last_5), (6, :last_6),
     (7, :last_7), (8, :last_8), (9, :last_9), (10, :last_10), (11, :last_11), (12, :last_12)),
     span (citizen, from_day, until_day, paid) AS (
       SELECT h.citizen, h.from_day,
              COALESCE(lead(h.from_day) OVER (PARTITION BY h.placement ORDER BY h.from_day), 2147483647), h.paid
         FROM placement_hours h
        WHERE h.is_planned = 0
          AND (:unit_wanted = 0 OR (SELECT c.unit FROM citizen c WHERE c.id = h.citizen) = :unit_wanted))
SELECT m.number AS month, sum(s.paid) AS paid, count(DISTINCT s.citizen) AS citizens
  FROM month m JOIN span s ON s.from_day <= m.last_day AND s.until_day > m.last_day
 WHERE s.paid > 0
 GROUP BY m.number
 ORDER BY m.number;

-- name:  results_paid_change -> many paid_change_row
-- about: How paid hours changed from one day to another, by kind: 0 first ever, 1 more, 2 fewer, 3 ended, 4 the same,
-- about: 5 back after none. Citizens and hundredths of hours a week.
-- takes: day from_day, day to_day, int unit_wanted
-- gives: int kind, int citizens, int change, int paid
-- reads: nothing, because only sums leave
-- may:   result_read
WITH span (citizen, from_day, until_day, paid) AS (
       SELECT h.citizen, h.from_day,
              COALESCE(lead(h.from_day) OVER (PARTITION BY h.placement ORDER BY h.from_day), 2147483647), h.paid
         FROM placement_hours h
        WHERE h.is_planned = 0
          AND (:unit_wanted = 0 OR (SELECT c.unit FROM citizen c WHERE c.id = h.citizen) = :unit_wanted)),
     told (was, now, ever) AS (
       SELECT sum(CASE WHEN from_day <= :from_day AND until_day > :from_day THEN paid ELSE 0 END),
              sum(CASE WHEN from_day <= :to_day AND until_day > :to_day THEN paid ELSE 0 END),
              max(CASE WHEN from_day <= :from_day THEN paid ELSE 0 END)
         FROM span
        GROUP BY citizen)
SELECT CASE WHEN was = 0 AND ever = 0 THEN 0 WHEN was = 0 THEN 5 WHEN now = 0 THEN 3
            WHEN now > was THEN 1 WHEN now < was THEN 2 ELSE 4 END AS kind,
       count(*) AS citizens, sum(now - was) AS change, sum(now) AS paid
  FROM told
 WHERE was > 0 OR now > 0
 GROUP BY 1
 ORDER BY 1;

-- name:  results_ladder_moves -> many ladder_move_row
-- about: Steps that citizens were placed on in thirteen months, with the step before on the same ladder ('' for none).
-- takes: instant begin_0, instant begin_1, instant begin_2, instant begin_3, instant begin_4, instant begin_5,
--         instant begin_6, instant begin_7, instant begin_8, instant begin_9, instant begin_10, instant begin_11,
--         instant begin_12, instant begin_13, int unit_wanted
-- gives: text ladder, text before, text step, int month, int how_many
-- reads: nothing, because only numbers leave
-- may:   result_read
SELECT d.ladder, d.before, d.step, d.month, count(*) AS how_many
  FROM (SELECT l.ladder, l.step,
               COALESCE(lag(l.step) OVER (PARTITION BY l.citizen, l.ladder ORDER BY l.placed_at, l.id), '') AS before,
               CASE WHEN l.placed_at < :begin_0 OR l.placed_at >= :begin_13 THEN -1
                 WHEN l.placed_at < :begin_1 THEN 0 WHEN l.placed_at < :begin_2 THEN 1 WHEN l.placed_at < :begin_3 THEN 2
                 WHEN l.placed_at < :begin_4 THEN 3 WHEN l.placed_at < :begin_5 THEN 4 WHEN l.placed_at < :begin_6 THEN 5
                 WHEN l.placed_at < :begin_7 THEN 6 WHEN l.placed_at < :begin_8 THEN 7 WHEN l.placed_at < :begin_9 THEN 8
                 WHEN l.placed_at < :begin_10 THEN 9 WHEN l.placed_at < :begin_11 THEN 10 WHEN l.placed_at < :begin_12 THEN 11
                 ELSE 12 END AS month
          FROM ladder_placement l
         WHERE :unit_wanted = 0 OR (SELECT c.unit FROM citizen c WHERE c.id = l.citizen) = :unit_wanted) d
 WHERE d.month >= 0
 GROUP BY d.ladder, d.before, d.step, d.month
 ORDER BY d.ladder, d.before, d.step, d.month;

-- name:  results_standing_still -> many results_citizen_row
-- about: Citizens in a placement whose paid hours are the same on two days and have not been more between them.
-- takes: day from_day, day to_day, int unit_wanted, int is_all, staff_id actor
-- reads: each citizen
-- may:   case_read
SELECT c.id AS citizen, c.first_name, c.last_name, u.name AS unit_name
  FROM citizen c JOIN unit u ON u.id = c.unit
 WHERE (:unit_wanted = 0 OR c.unit = :unit_wanted)
   AND EXISTS (SELECT 1 FROM placement p
                WHERE p.citizen = c.id AND p.started_day <= :from_day AND (p.ended_day IS NULL OR p.ended_day > :to_day))
   AND NOT EXISTS (SELECT 1 FROM placement_hours h
                    WHERE h.citizen = c.id AND h.is_planned = 0 AND h.from_day > :from_day AND h.from_day <= :to_day)
   AND (:is_all = 1 OR c.unit IN (SELECT unit FROM staff_role WHERE staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY c.search_name, c.id;

-- name:  results_standing_still_count -> value
-- about: How many they are.
-- takes: day from_day, day to_day, int unit_wanted
-- gives: int citizens
-- reads: nothing, because only a number leaves
-- may:   result_read
SELECT count(*) AS citizens
  FROM citizen c
 WHERE (:unit_wanted = 0 OR c.unit = :unit_wanted)
   AND EXISTS (SELECT 1 FROM placement p
                WHERE p.citizen = c.id AND p.started_day <= :from_day AND (p.ended_day IS NULL OR p.ended_day > :to_day))
   AND NOT EXISTS (SELECT 1 FROM placement_hours h
                    WHERE h.citizen = c.id AND h.is_planned = 0 AND h.from_day > :from_day AND h.from_day <= :to_day);

-- name:  results_active -> value
-- about: Citizens who were in some scheme at a moment.
-- takes: instant at, int unit_wanted
-- gives: int citizens
-- reads: nothing, because only a number leaves
-- may:   result_read
SELECT count(DISTINCT e.citizen) AS citizens
  FROM enrolment e JOIN citizen c ON c.id = e.citizen
 WHERE e.started_at <= :at AND (e.ended_at IS NULL OR e.ended_at > :at) AND (:unit_wanted = 0 OR c.unit = :unit_wanted);

-- name:  results_obligations -> many results_obligation_row
-- about: Obligations of some streams that follow each other, with their states, stream by stream, for measures.
-- takes: int after, int last
-- reads: nothing, because measures count with it and show nobody
-- may:   result_read
SELECT stream, scheme, rule, COALESCE(enrolment, 0) AS enrolment_number, subject, state, due_at, settled_at
  FROM obligation
 WHERE stream_kind = :stream_kind AND stream > :after AND stream <= :last
 ORDER BY stream, due_at, id;

-- name:  results_citizen_units -> many results_citizen_unit_row
-- about: Which unit each citizen of some belongs to, to count by unit.
-- takes: int after, int last
-- gives: int citizen_number, int unit_number
-- reads: nothing, because it names units; measures count with it and show nobody
-- may:   result_read
SELECT id AS citizen_number, unit AS unit_number FROM citizen WHERE id > :after AND id <= :last ORDER BY id;

-- name:  swing_cause_of -> one swing_cause_row
-- about: Why a rule's figure changed in a month, when somebody has said so.
-- may:   result_read
SELECT w.scheme, w.rule, w.month_day, w.words, w.written_at, s.name AS by_name
  FROM swing_cause w LEFT JOIN staff s ON s.id = w.written_by
 WHERE w.scheme = :scheme AND w.rule = :rule AND w.month_day = :month_day;

-- name:  swing_cause_put
-- about: The cause, new or in better words.
-- may:   result_write
INSERT INTO swing_cause (scheme, rule, month_day, words, written_at, written_by)
VALUES (:scheme, :rule, :month_day, :words, :written_at, :written_by)
ON CONFLICT (scheme, rule, month_day) DO UPDATE
   SET words = excluded.words, written_at = excluded.written_at, written_by = excluded.written_by;

-- name:  status_report_all -> many status_report_listed
-- about: All reports, newest year first; drafts before what is published.
-- may:   result_read
SELECT r.id, r.scheme, r.unit, u.name AS unit_name, r.from_day, r.to_day, r.published_at, s.name AS by_name
  FROM status_report r JOIN unit u ON u.id = r.unit LEFT JOIN staff s ON s.id = r.published_by
 ORDER BY r.to_day DESC, r.id DESC;

-- name:  status_report_load -> one status_report_row
-- about: One report.
-- may:   result_read
SELECT r.id, r.scheme, r.unit, u.name AS unit_name, r.from_day, r.to_day, r.words, r.figures, r.published_at,
       s.name AS by_name, r.version
  FROM status_report r JOIN unit u ON u.id = r.unit LEFT JOIN staff s ON s.id = r.published_by
 WHERE r.id = :id;

-- name:  status_report_draft -> value
-- about: The draft of a scheme, unit and period; n = 0 for none.
-- may:   result_read
SELECT id FROM status_report
 WHERE scheme = :scheme AND unit = :unit AND from_day = :from_day AND to_day = :to_day AND published_at IS NULL;

-- name:  status_report_insert -> id
-- about: A new draft.
-- may:   result_write
INSERT INTO status_report (scheme, unit, from_day, to_day) VALUES (:scheme, :unit, :from_day, :to_day) RETURNING id;

-- name:  status_report_write -> count
-- about: The words of a draft, when nobody has changed it since `version`.
-- may:   result_write
UPDATE status_report SET words = :words, version = version + 1
 WHERE id = :id AND version = :version AND published_at IS NULL;

-- name:  status_report_publish -> count
-- about: Published: words and figures are as they are printed from now on.
-- may:   result_write
UPDATE status_report
   SET words = :words, figures = :figures, published_at = :published_at, published_by = :published_by,
       version = version + 1
 WHERE id = :id AND version = :version AND published_at IS NULL;

-- name:  interview_insert -> id
-- about: What somebody said, by role; no name.
-- may:   result_write
INSERT INTO interview (report, role, theme, words) VALUES (:report, :role, :theme, :words) RETURNING id;

-- name:  interview_delete -> count
-- about: An interview taken out of a draft.
-- may:   result_write
DELETE FROM interview
 WHERE id = :id AND report = :report
   AND EXISTS (SELECT 1 FROM status_report r WHERE r.id = :report AND r.published_at IS NULL);

-- name:  interview_of_report -> many interview_row
-- about: The interviews of a report by role.
-- may:   result_read
SELECT id, report, role, theme, words FROM interview WHERE report = :report ORDER BY role, id;


-- name:  results_late_times -> many results_late_time_row
-- about: When the deadlines of a rule were due that were not met in time, to say in which weeks.
-- takes: instant from_at, instant to_at, instant now, int unit_wanted
-- reads: nothing, because only times leave
-- may:   result_read
SELECT o.due_at
  FROM obligation o
 WHERE o.scheme = :scheme AND o.rule = :rule AND o.due_at >= :from_at AND o.due_at < :to_at
   AND o.kind <= 3 AND o.severity <> 2 AND o.is_restricted = 0
   AND (o.state IN (2, 3) OR (o.state = 0 AND o.due_at < :now)) AND (:unit_wanted = 0 OR o.unit = :unit_wanted)
 ORDER BY o.due_at, o.id;

-- name:  results_outcomes -> many results_outcome_row
-- about: How enrolments of a scheme ended in a period, by outcome; '' is none stated.
-- takes: instant from_at, instant to_at, int unit_wanted
-- gives: int enrolments
-- reads: nothing, because only numbers leave
-- may:   result_read
SELECT e.outcome, count(*) AS enrolments
  FROM enrolment e JOIN citizen c ON c.id = e.citizen
 WHERE e.scheme = :scheme AND e.ended_at >= :from_at AND e.ended_at < :to_at AND (:unit_wanted = 0 OR c.unit = :unit_wanted)
 GROUP BY e.outcome
 ORDER BY 2 DESC, e.outcome;

-- name:  results_history_count -> value
-- about: How many citizens have a history: whether figures can be counted while somebody waits.
-- gives: int citizens
-- reads: nothing, because only a number leaves
-- may:   result_read
SELECT count(*) AS citizens FROM stream WHERE stream_kind = 0;

-- name:  results_rules_number -> value
-- about: The number of the rules in force; other rules, other figures.
-- gives: int number
-- reads: nothing, because it is about no person
-- may:   result_read
SELECT COALESCE(max(version), 0) AS number FROM engine_version WHERE name = 'rules';

-- name:  result_kept_load -> one result_kept_row
-- about: What was counted for a period and a unit (0: all).
-- takes: int unit_number
-- gives: int unit_number
-- may:   result_read
SELECT from_day, month_day, unit AS unit_number, last_day, rules, taken_at, figures
  FROM result_kept
 WHERE from_day = :from_day AND month_day = :month_day AND unit = :unit_number;

-- name:  result_kept_all -> many result_kept_head
-- about: Which periods are counted, and when; of each the oldest unit.
-- gives: day from_day, day month_day, day last_day, int rules, instant taken_at
-- may:   result_read
SELECT from_day, month_day, min(last_day) AS last_day, min(rules) AS rules, min(taken_at) AS taken_at
  FROM result_kept
 GROUP BY from_day, month_day
 ORDER BY month_day DESC, from_day;

-- name:  result_kept_put
-- about: What was counted, instead of what was there.
-- takes: int unit_number
-- may:   system
INSERT INTO result_kept (from_day, month_day, unit, last_day, rules, taken_at, figures)
VALUES (:from_day, :month_day, :unit_number, :last_day, :rules, :taken_at, :figures)
ON CONFLICT (from_day, month_day, unit) DO UPDATE
   SET last_day = excluded.last_day, rules = excluded.rules, taken_at = excluded.taken_at, figures = excluded.figures;

-- name:  swing_noted_put -> count
-- about: A figure that changed beyond the limit; 1 when it is new, 0 when it is noted already.
-- may:   system
INSERT INTO swing_noted (scheme, rule, month_day, noted_at) VALUES (:scheme, :rule, :month_day, :noted_at)
ON CONFLICT (scheme, rule, month_day) DO NOTHING;
