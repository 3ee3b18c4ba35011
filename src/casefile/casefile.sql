-- name:  casefile_reach -> value
-- about: Why the actor may see this citizen: 1 own unit, 2 on the case team, 3 teaches the group (28 days when
-- about: she just came), 4 opened with a
-- about: reason (break-glass), 5 has a task for her, or her role in her unit has: one that is open, or one of a scheme
-- about: that still runs, since the units of a scheme work on one plan (S12), 6 stands in for somebody who is away today and
-- about: is on her team, or has a task or a deadline of hers, 7 handles absence and there is a case about hers, or decides
-- about: such cases and it was sent there, and reads no other part of a case; 0 not at all. The guard of every statement that reads a citizen.
-- takes: citizen_id citizen, staff_id actor, instant now, day today
-- gives: int reach
-- reads: nothing, because it is what decides
-- may:   anyone
SELECT CASE
         WHEN EXISTS (SELECT 1 FROM citizen c JOIN staff_role sr ON sr.unit = c.unit
                       WHERE c.id = :citizen AND sr.staff = :actor) THEN 1
         WHEN EXISTS (SELECT 1 FROM staffing f
                       WHERE f.citizen = :citizen AND f.staff = :actor AND f.to_at IS NULL) THEN 2
         WHEN EXISTS (SELECT 1 FROM group_member m JOIN course_group g ON g.id = m.course_group
                       JOIN staff_role sr ON sr.unit = g.unit
                       WHERE m.citizen = :citizen AND sr.staff = :actor AND m.ended_day IS NULL
                         AND m.is_drop_in = 0) THEN 3
         WHEN EXISTS (SELECT 1 FROM break_glass b
                       WHERE b.citizen = :citizen AND b.staff = :actor
                         AND b.begun_at <= :now AND b.until_at > :now) THEN 4
         WHEN EXISTS (SELECT 1 FROM group_member m JOIN course_group g ON g.id = m.course_group
                       JOIN staff_role sr ON sr.unit = g.unit
                       WHERE m.citizen = :citizen AND sr.staff = :actor AND m.is_drop_in = 1
                         AND m.to_day >= :today - 28) THEN 3
         WHEN EXISTS (SELECT 1 FROM task t
                       WHERE t.citizen = :citizen
                         AND (t.owner = :actor OR EXISTS (SELECT 1 FROM staff_role sr JOIN role r ON r.id = sr.role
                                                           WHERE sr.staff = :actor AND sr.unit = t.unit
                                                             AND (t.role = '' OR r.code = t.role)))
                         AND (t.done_at IS NULL OR EXISTS (SELECT 1 FROM enrolment e
                                                            WHERE e.citizen = t.citizen AND e.scheme = t.scheme
                                                              AND e.state <> 'ended'))) THEN 5
         WHEN EXISTS (SELECT 1 FROM staff away
                       WHERE away.deputy = :actor AND away.is_active = 1 AND away.away_from_day <= :today
                         AND (away.away_to_day IS NULL OR away.away_to_day >= :today)
                         AND (EXISTS (SELECT 1 FROM staffing f
                                       WHERE f.citizen = :citizen AND f.staff = away.id AND f.to_at IS NULL)
                              OR EXISTS (SELECT 1 FROM task t
                                          WHERE t.citizen = :citizen AND t.owner = away.id AND t.done_at IS NULL)
                              OR EXISTS (SELECT 1 FROM obligation o
                                          WHERE o.citizen = :citizen AND o.owner = :actor
                                            AND o.settled_at IS NULL))) THEN 6
         WHEN EXISTS (SELECT 1 FROM sanction_case k JOIN staff_role sr ON sr.staff = :actor
                       JOIN role_permission rp ON rp.role = sr.role
                       WHERE k.citizen = :citizen
                         AND (rp.permission = 'sanction_write' AND k.state <> 'closed'
                              OR rp.permission = 'sanction_decide'
                                 AND EXISTS (SELECT 1 FROM sanction_step t
                                              WHERE t.sanction_case = k.id AND t.kind = 'recommended'))                         AND NOT EXISTS (SELECT 1 FROM staff_role other JOIN role_permission op ON op.role = other.role
                                          WHERE other.staff = :actor AND op.permission IN ('case_read', 'case_work'))) THEN 7
         ELSE 0
       END AS reach;

-- name:  casefile_link_reach -> value
-- about: Whether an open link opens this citizen: an employer's when she is agreed or placed there now, or the link is
-- about: made for her placement; her own calendar's.
-- takes: citizen_id citizen, link_id link, instant now
-- gives: int reach
-- reads: nothing, because it is what decides
-- may:   anyone
SELECT COUNT(*) AS reach
  FROM link l LEFT JOIN placement p ON p.company = l.company AND p.citizen = :citizen
 WHERE l.id = :link AND l.withdrawn_at IS NULL AND l.expires_at >= :now
   AND (p.id = l.placement OR (l.placement IS NULL AND p.state IN ('agreed', 'running'))
        OR (l.purpose = 'calendar_citizen' AND l.subject = :citizen));

-- name:  casefile_break_glass -> id
-- about: A case opened outside one's own, with the reason typed, for a limited time.
-- takes: staff_id actor
-- reads: nothing, because nothing of the case is told yet
-- may:   case_break_glass
INSERT INTO break_glass (staff, citizen, reason, begun_at, until_at)
VALUES (:actor, :citizen, :reason, :begun_at, :until_at)
RETURNING id;

-- name:  casefile_break_glass_newest -> many break_glass_row
-- about: Cases opened with a reason, newest first, for those who look after it.
-- takes: int most
-- reads: each citizen
-- may:   access_log_read
SELECT b.id, b.staff, s.name AS staff_name, u.name AS unit_name, b.citizen, c.first_name, c.last_name, b.reason,
       b.begun_at, b.until_at
  FROM break_glass b JOIN staff s ON s.id = b.staff JOIN unit u ON u.id = s.unit LEFT JOIN citizen c ON c.id = b.citizen
 ORDER BY b.begun_at DESC, b.id DESC
 LIMIT :most;

-- name:  casefile_stood_in_for -> value
-- about: Who is away today and has the actor as deputy, for the access log; the first by name when there are several.
-- takes: staff_id actor, day today
-- may:   anyone
SELECT name FROM staff
 WHERE deputy = :actor AND is_active = 1 AND away_from_day <= :today AND (away_to_day IS NULL OR away_to_day >= :today)
 ORDER BY name, id
 LIMIT 1;

-- name:  casefile_break_glass_reason -> value
-- about: Why the actor opened this case, for the access log of each look at it.
-- takes: citizen_id citizen, staff_id actor, instant now
-- reads: nothing, because it is the actor's own words
-- may:   anyone
SELECT b.reason
  FROM break_glass b
 WHERE b.citizen = :citizen AND b.staff = :actor AND b.begun_at <= :now AND b.until_at > :now
 ORDER BY b.id DESC
 LIMIT 1;

-- name:  enrolment_running -> value
-- about: How many enrolments of the citizen have not ended; while there is one, the case is not erased.
-- gives: int running
-- reads: citizen = :citizen
-- may:   case_erase
SELECT count(*) AS running FROM enrolment WHERE citizen = :citizen AND state <> 'ended';

-- name:  note_erase
-- about: That there was a note stays, its words do not.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE note SET words = '' WHERE citizen = :citizen;

-- name:  win_erase
-- about: That there was a win stays, its words do not.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE win SET words = '' WHERE citizen = :citizen;

-- name:  suspension_erase
-- about: The words beside a break go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE suspension SET note = '' WHERE citizen = :citizen;

-- name:  ladder_erase
-- about: The words beside a step go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE ladder_placement SET note = '' WHERE citizen = :citizen;

-- name:  staffing_erase
-- about: Nobody is on the team any more.
-- takes: instant now
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE staffing SET to_at = :now WHERE citizen = :citizen AND to_at IS NULL;

-- name:  enrolment_insert -> id
-- about: One citizen in one scheme.
-- reads: citizen = :citizen
-- may:   case_write, case_create, import
INSERT INTO enrolment (citizen, scheme, scheme_version, started_at)
VALUES (:citizen, :scheme, :scheme_version, :started_at)
RETURNING id;

-- name:  enrolment_load -> one enrolment_row
-- about: One enrolment.
-- reads: citizen found
-- may:   case_read, case_write
SELECT id, citizen, scheme, scheme_version, state, phase, started_at, ended_at, end_reason, outcome, version
  FROM enrolment
 WHERE id = :id;

-- name:  enrolment_of_citizen -> many enrolment_row
-- about: All enrolments of a citizen, running ones first.
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_write, group_read, case_erase, sanction_write, sanction_decide
SELECT id, citizen, scheme, scheme_version, state, phase, started_at, ended_at, end_reason, outcome, version
  FROM enrolment
 WHERE citizen = :citizen
 ORDER BY CASE state WHEN 'ended' THEN 1 ELSE 0 END, started_at, id;

-- name:  enrolment_end -> count
-- about: The end of an enrolment, with reason and outcome.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE enrolment
   SET state = 'ended', ended_at = :ended_at, end_reason = :end_reason, outcome = :outcome, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  enrolment_set_phase -> count
-- about: The phase the citizen is in now.
-- reads: citizen = :citizen
-- may:   case_write, group_write, placement_write, case_create, import
UPDATE enrolment SET phase = :phase, version = version + 1 WHERE id = :id AND citizen = :citizen;

-- name:  suspension_insert -> id
-- about: A break in the clocks, approved by the one who writes it.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO suspension (citizen, reason, note, from_day, to_day, approved_by)
VALUES (:citizen, :reason, :note, :from_day, :to_day, :approved_by)
RETURNING id;

-- name:  suspension_of_citizen -> many suspension_row
-- about: All breaks, newest first.
-- reads: citizen = :citizen
-- may:   case_read, case_write, case_erase
SELECT id, citizen, reason, note, from_day, to_day, approved_by, version
  FROM suspension
 WHERE citizen = :citizen
 ORDER BY from_day DESC, id DESC;

-- name:  suspension_set_end -> count
-- about: The last day of a break.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE suspension SET to_day = :to_day, version = version + 1
 WHERE id = :id AND citizen = :citizen AND version = :version;

-- name:  note_insert -> id
-- about: A short note.
-- reads: citizen = :citizen
-- may:   case_write, health_write
INSERT INTO note (citizen, written_at, author, words, is_health)
VALUES (:citizen, :written_at, :author, :words, :is_health)
RETURNING id;

-- name:  note_of_citizen -> many note_row
-- about: Notes without those about health, newest first.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT n.id, n.citizen, n.written_at, n.author, s.name AS author_name, n.words, n.is_health
  FROM note n JOIN staff s ON s.id = n.author
 WHERE n.citizen = :citizen AND n.is_health = 0
 ORDER BY n.written_at DESC, n.id DESC;

-- name:  note_about_health -> many note_row
-- about: Notes about health, for those with that duty.
-- reads: citizen = :citizen
-- may:   health_read, case_erase
SELECT n.id, n.citizen, n.written_at, n.author, s.name AS author_name, n.words, n.is_health
  FROM note n JOIN staff s ON s.id = n.author
 WHERE n.citizen = :citizen AND n.is_health = 1
 ORDER BY n.written_at DESC, n.id DESC;

-- name:  win_insert -> id
-- about: A win, in the citizen's own words or a colleague's.
-- reads: citizen = :citizen
-- may:   case_write, placement_write, group_write
INSERT INTO win (citizen, day, words, is_own, author)
VALUES (:citizen, :day, :words, :is_own, :author)
RETURNING id;

-- name:  win_of_citizen -> many win_row
-- about: A citizen's newest wins.
-- takes: int most
-- reads: citizen = :citizen
-- may:   case_read, case_work, placement_read, group_read, case_erase
SELECT id, citizen, day, words, is_own, author
  FROM win
 WHERE citizen = :citizen
 ORDER BY day DESC, id DESC
 LIMIT :most;

-- name:  win_delete -> count
-- about: Undo, by the one who wrote it.
-- reads: citizen = :citizen
-- may:   case_write, placement_write, group_write
DELETE FROM win WHERE id = :id AND citizen = :citizen AND author = :author;

-- name:  win_newest -> many win_listed
-- about: Wins of a unit's citizens since a day, for "good news" on Today. CROSS JOIN: from the few wins to their
-- about: citizens, never from all the unit's citizens to their wins.
-- takes: day since, int most
-- reads: each citizen
-- may:   case_read, case_work
SELECT w.citizen, w.day, w.words, w.is_own, c.first_name
  FROM win w CROSS JOIN citizen c
 WHERE c.id = w.citizen AND c.unit = :unit AND w.day >= :since
 ORDER BY w.day DESC, w.id DESC
 LIMIT :most;

-- name:  ladder_insert -> id
-- about: A step of the ladder, from a moment on.
-- reads: citizen = :citizen
-- may:   ladder_write
INSERT INTO ladder_placement (citizen, ladder, step, placed_at, placed_by, note)
VALUES (:citizen, :ladder, :step, :placed_at, :placed_by, :note)
RETURNING id;

-- name:  ladder_of_citizen -> many ladder_row
-- about: Steps the citizen has stood on, newest first.
-- reads: citizen = :citizen
-- may:   case_read, case_work, ladder_write, placement_read, case_erase
SELECT id, citizen, ladder, step, placed_at, placed_by, note
  FROM ladder_placement
 WHERE citizen = :citizen
 ORDER BY placed_at DESC, id DESC;

-- name:  casefile_team -> many team_row
-- about: Who holds on to this citizen now: coordinator first.
-- reads: citizen = :citizen
-- may:   case_read, case_work, group_read, placement_read, case_erase
SELECT f.id, f.citizen, f.role, f.staff, s.name, s.phone, s.title, f.from_at
  FROM staffing f JOIN staff s ON s.id = f.staff
 WHERE f.citizen = :citizen AND f.to_at IS NULL
 ORDER BY CASE f.role WHEN 'coordinator' THEN 0 ELSE 1 END, f.role, s.name;

-- name:  casefile_team_changes -> value
-- about: How often somebody on the team was replaced, a figure citizens feel.
-- gives: int changes
-- reads: citizen = :citizen
-- may:   case_read, case_work
SELECT count(*) AS changes FROM staffing WHERE citizen = :citizen AND to_at IS NOT NULL;

-- name:  casefile_mine -> many citizen_mine
-- about: Citizens on whose team the actor is, by name.
-- takes: staff_id actor
-- reads: each citizen
-- may:   case_read, case_work
SELECT f.citizen, c.first_name, c.last_name, f.role
  FROM staffing f JOIN citizen c ON c.id = f.citizen
 WHERE f.staff = :actor AND f.to_at IS NULL
 ORDER BY c.search_name, f.role;

-- name:  staffing_insert
-- about: A person on a citizen's team from now on.
-- reads: citizen = :citizen
-- may:   case_write, case_create, import
INSERT INTO staffing (citizen, role, staff, from_at) VALUES (:citizen, :role, :staff, :from_at);

-- name:  staffing_end
-- about: Off the team from now on.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE staffing SET to_at = :to_at WHERE id = :id AND citizen = :citizen;

-- name:  precondition_reason_insert -> id
-- about: Why something was done that a rule asks something else before.
-- reads: nothing, because it writes beside an event whose own statement was guarded and logged
-- may:   logged_in
INSERT INTO precondition_reason (stream_kind, stream, citizen, event, subject_kind, subject, scheme, rule, words, staff,
                                 given_at)
VALUES (:stream_kind, :stream, :citizen, :event, :subject_kind, :subject, :scheme, :rule, :words, :staff, :given_at)
RETURNING id;

-- name:  precondition_reasons -> many precondition_reason_row
-- about: The reasons given about a citizen, newest first.
-- gives: text staff_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_erase, placement_read, placement_write
SELECT p.scheme, p.rule, p.words, p.given_at, p.subject_kind, p.subject, s.name AS staff_name
  FROM precondition_reason p JOIN staff s ON s.id = p.staff
 WHERE p.citizen = :citizen
 ORDER BY p.given_at DESC, p.id DESC;

-- name:  precondition_reason_erase
-- about: That a reason was given stays, its words do not.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE precondition_reason SET words = '' WHERE citizen = :citizen;

-- name:  enrolment_track_insert -> id
-- about: A track is chosen from a day; n = 0 when one is chosen from that day already.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO enrolment_track (citizen, enrolment, track, from_day, words, event, chosen_by)
VALUES (:citizen, :enrolment, :track, :from_day, :words, :event, :chosen_by)
ON CONFLICT (enrolment, from_day) DO NOTHING
RETURNING id;

-- name:  enrolment_tracks -> many enrolment_track_row
-- about: The tracks that were chosen in an enrolment, newest first.
-- gives: text chosen_by_name
-- reads: citizen = :citizen
-- may:   case_read, case_work, case_write
SELECT t.id, t.citizen, t.enrolment, t.track, t.from_day, t.words, t.event, s.name AS chosen_by_name
  FROM enrolment_track t JOIN staff s ON s.id = t.chosen_by
 WHERE t.citizen = :citizen AND t.enrolment = :enrolment
 ORDER BY t.from_day DESC, t.id DESC;

-- name:  enrolment_track_drop -> count
-- about: It was a mistake.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM enrolment_track WHERE id = :id AND citizen = :citizen;

-- name:  enrolment_tracks_told -> many enrolment_track_told_row
-- about: All tracks that were chosen with a citizen, for her own request.
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT t.citizen, e.scheme, t.track, t.from_day, t.words
  FROM enrolment_track t JOIN enrolment e ON e.id = t.enrolment
 WHERE t.citizen = :citizen
 ORDER BY t.from_day, t.id;

-- name:  enrolment_track_erase
-- about: The words about why go.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE enrolment_track SET words = '' WHERE citizen = :citizen;

-- name:  enrolment_tracks_listed -> many track_listed_row
-- about: Those in the actor's reach who are enrolled in a scheme, with the track that counts on a day; by track in the
-- about: scheme's order, last those without one of its tracks, and by name. :order has each track as often as its place
-- about: says, ",first,,second,,second,": so both databases can work the place out.
-- takes: day on, int is_all, staff_id actor, text order, int most, int skip
-- gives: citizen_id citizen, text track, day from_day
-- reads: each citizen
-- may:   case_read, case_work
SELECT e.id, e.citizen, c.first_name, c.last_name, t.track, t.from_day
  FROM enrolment e JOIN citizen c ON c.id = e.citizen
  LEFT JOIN enrolment_track t ON t.id = (SELECT x.id FROM enrolment_track x
                                          WHERE x.enrolment = e.id AND x.from_day <= :on
                                          ORDER BY x.from_day DESC, x.id DESC LIMIT 1)
 WHERE e.scheme = :scheme AND e.state = 'active' AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 ORDER BY CASE WHEN t.track IS NULL OR :order = replace(:order, ',' || t.track || ',', '') THEN 1 ELSE 0 END,
          COALESCE((length(:order) - length(replace(:order, ',' || t.track || ',', ''))) / (length(t.track) + 2), 0),
          c.search_name, c.id, e.id
 LIMIT :most OFFSET :skip;

-- name:  enrolment_tracks_counted -> many track_counted_row
-- about: How many of them have each track; NULL: none.
-- takes: day on, int is_all, staff_id actor
-- gives: text track, int people
-- reads: nothing, because only how many is told
-- may:   case_read, case_work
SELECT t.track, count(*) AS people
  FROM enrolment e JOIN citizen c ON c.id = e.citizen
  LEFT JOIN enrolment_track t ON t.id = (SELECT x.id FROM enrolment_track x
                                          WHERE x.enrolment = e.id AND x.from_day <= :on
                                          ORDER BY x.from_day DESC, x.id DESC LIMIT 1)
 WHERE e.scheme = :scheme AND e.state = 'active' AND c.erased_at IS NULL
   AND (:is_all = 1 OR c.unit IN (SELECT sr.unit FROM staff_role sr WHERE sr.staff = :actor)
        OR EXISTS (SELECT 1 FROM staffing f WHERE f.citizen = c.id AND f.staff = :actor AND f.to_at IS NULL))
 GROUP BY t.track;

-- name:  concern_insert -> id
-- about: A mark by somebody's own judgement; n = 0 when one is open in the enrolment already.
-- reads: citizen = :citizen
-- may:   case_write
INSERT INTO concern (citizen, enrolment, list, noted_day, words, event, noted_by)
VALUES (:citizen, :enrolment, :list, :noted_day, :words, :event, :noted_by)
ON CONFLICT (enrolment) WHERE ended_day IS NULL DO NOTHING
RETURNING id;

-- name:  concern_end -> count
-- about: What became of it, from a day; 0 when it has ended already.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE concern
   SET ended_day = :ended_day, became = :became, end_words = :end_words, end_event = :end_event, ended_by = :ended_by
 WHERE id = :id AND citizen = :citizen AND ended_day IS NULL;

-- name:  concern_reopen -> count
-- about: The end was a mistake; 0 when it has not ended, or a later mark of the enrolment is open.
-- reads: citizen = :citizen
-- may:   case_write
UPDATE concern
   SET ended_day = NULL, became = '', end_words = '', end_event = 0, ended_by = NULL
 WHERE id = :id AND citizen = :citizen AND ended_day IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM concern o WHERE o.enrolment = concern.enrolment AND o.ended_day IS NULL);

-- name:  concern_drop -> count
-- about: The mark was a mistake; 0 when it has ended.
-- reads: citizen = :citizen
-- may:   case_write
DELETE FROM concern WHERE id = :id AND citizen = :citizen AND ended_day IS NULL;

-- name:  concerns_of_enrolment -> many concern_row
-- about: The marks of an enrolment, newest first.
-- gives: text noted_by_name, text ended_by_name
-- reads: citizen = :citizen
-- may:   case_read, case_write
SELECT k.id, k.citizen, k.enrolment, k.list, k.noted_day, k.words, k.event, k.ended_day, k.became, k.end_words, k.end_event,
       s.name AS noted_by_name, e.name AS ended_by_name
  FROM concern k JOIN staff s ON s.id = k.noted_by LEFT JOIN staff e ON e.id = k.ended_by
 WHERE k.citizen = :citizen AND k.enrolment = :enrolment
 ORDER BY k.noted_day DESC, k.id DESC;

-- name:  concerns_told -> many concern_told_row
-- about: All marks about a citizen, for her own request.
-- gives: text noted_by_name
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT k.citizen, n.scheme, k.list, k.noted_day, k.words, k.ended_day, k.became, k.end_words, s.name AS noted_by_name
  FROM concern k JOIN enrolment n ON n.id = k.enrolment JOIN staff s ON s.id = k.noted_by
 WHERE k.citizen = :citizen
 ORDER BY k.noted_day, k.id;

-- name:  concern_erase
-- about: That there was a mark stays, its words do not.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE concern SET words = '', end_words = '' WHERE citizen = :citizen;
