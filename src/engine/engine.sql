-- name:  journal_insert
-- about: One version of an event. Only the journal writes here; the feature's own statement was guarded and logged.
-- reads: nothing, because it writes and tells nothing
-- may:   system
INSERT INTO journal (lid, version, stream_kind, stream, happened_at, is_day, recorded_at, actor_kind, actor, kind, code,
                     subject_kind, subject, is_void, fields, fields_hash, hash)
VALUES (:lid, :version, :stream_kind, :stream, :happened_at, :is_day, :recorded_at, :actor_kind, :actor, :kind, :code,
        :subject_kind, :subject, :is_void, :fields, :fields_hash, :hash);

-- name:  journal_lid_newest -> value
-- about: The newest logical id; the next event takes the one after. Writers are one at a time.
-- gives: int lid
-- may:   system
SELECT coalesce(max(lid), 0) AS lid FROM journal;

-- name:  journal_row_newest -> value
-- about: How far the journal is written.
-- gives: int number
-- may:   system
SELECT coalesce(max(id), 0) AS number FROM journal;

-- name:  journal_written -> many journal_written_row
-- about: What was written or corrected after a row, once a stream, without what was taken back.
-- takes: int mark
-- reads: nothing, because the engine judges with it and shows nothing
-- may:   system
SELECT j.lid, j.stream_kind, j.stream, j.kind, j.happened_at, j.subject_kind, j.subject
  FROM journal j
 WHERE j.id > :mark AND j.is_void = 0
   AND NOT EXISTS (SELECT 1 FROM journal v WHERE v.lid = j.lid AND v.version > j.version)
 ORDER BY j.id;

-- name:  journal_versions -> many journal_row
-- about: All versions of a stream's events in order of recording, for the chain.
-- reads: nothing, because the engine computes with it and shows nothing
-- may:   system
SELECT lid, version, stream_kind, stream, happened_at, is_day, recorded_at, actor_kind, actor, kind, code, subject_kind,
       subject, is_void, fields, fields_hash, hash
  FROM journal
 WHERE stream_kind = :stream_kind AND stream = :stream
 ORDER BY id;

-- name:  journal_streams_after -> many journal_stream
-- about: The next streams of a kind that have a history, to walk them all in pieces.
-- takes: int after, int most
-- reads: nothing, because it names no person
-- may:   system
SELECT stream
  FROM stream
 WHERE stream_kind = :stream_kind AND stream > :after
 ORDER BY stream
 LIMIT :most;

-- name:  journal_of_streams -> many journal_short
-- about: All versions of the events of some streams that follow each other, stream by stream, for reports: only
-- about: figures over many leave the functions that read it.
-- takes: int after, int last
-- reads: nothing, because reports count with it and show nobody
-- may:   system
SELECT lid, version, stream, happened_at, is_day, recorded_at, kind, code, subject_kind, subject, is_void, fields
  FROM journal
 WHERE stream_kind = :stream_kind AND stream > :after AND stream <= :last
 ORDER BY stream, id;

-- name:  journal_events -> many event_row
-- about: The same as the engine computes with it, without what only the chain needs; after the row `after`.
-- takes: int after
-- gives: int number
-- reads: nothing, because the engine computes with it and shows nothing
-- may:   system
SELECT id AS number, lid, version, happened_at, is_day, recorded_at, actor, kind, code, subject_kind, subject, is_void,
       fields
  FROM journal
 WHERE stream_kind = :stream_kind AND stream = :stream AND id > :after
 ORDER BY id;

-- name:  stream_pack_of -> one stream_pack_row
-- about: A stream's first events in one piece, and the last row of the journal that is in it.
-- reads: nothing, because the engine computes with it and shows nothing
-- may:   system
SELECT upto, events FROM stream_pack WHERE stream_kind = :stream_kind AND stream = :stream;

-- name:  stream_pack_put
-- about: Keeps a stream's events in one piece.
-- may:   system
INSERT INTO stream_pack (stream_kind, stream, upto, events) VALUES (:stream_kind, :stream, :upto, :events)
ON CONFLICT (stream_kind, stream) DO UPDATE SET upto = excluded.upto, events = excluded.events;

-- name:  stream_pack_delete
-- about: Rows of the journal were changed: what was kept of them in one piece goes.
-- may:   system
DELETE FROM stream_pack WHERE stream_kind = :stream_kind AND stream = :stream;

-- name:  journal_of_lid -> many journal_row
-- about: All versions of one event in all its streams, newest version first.
-- reads: nothing, because the engine computes with it and shows nothing
-- may:   system
SELECT lid, version, stream_kind, stream, happened_at, is_day, recorded_at, actor_kind, actor, kind, code, subject_kind,
       subject, is_void, fields, fields_hash, hash
  FROM journal
 WHERE lid = :lid
 ORDER BY version DESC, stream_kind, stream;

-- name:  journal_find_newest -> value
-- about: The newest event of a kind and code in a stream that is not void; a code of '' matches any.
-- gives: int lid
-- reads: nothing, because only an event's number is told
-- may:   system
SELECT coalesce(max(j.lid), 0) AS lid
  FROM journal j
 WHERE j.stream_kind = :stream_kind AND j.stream = :stream AND j.kind = :kind AND (:code = '' OR j.code = :code)
   AND j.is_void = 0
   AND NOT EXISTS (SELECT 1 FROM journal v
                    WHERE v.lid = j.lid AND v.version > j.version AND v.is_void = 1);

-- name:  journal_erase_fields -> count
-- about: Empties the fields of all events of a stream; the hash of what stood there stays in the chain.
-- reads: nothing, because it tells nothing
-- may:   system
UPDATE journal SET fields = NULL WHERE stream_kind = :stream_kind AND stream = :stream;

-- name:  stream_head -> one stream_row
-- about: The head of a stream.
-- may:   system
SELECT stream_kind, stream, event_count, head_hash, next_look_at, rules
  FROM stream
 WHERE stream_kind = :stream_kind AND stream = :stream;

-- name:  stream_put_head
-- about: The head after one more event.
-- may:   system
INSERT INTO stream (stream_kind, stream, event_count, head_hash) VALUES (:stream_kind, :stream, 1, :head_hash)
ON CONFLICT (stream_kind, stream) DO UPDATE
   SET event_count = stream.event_count + 1, head_hash = excluded.head_hash;

-- name:  stream_page -> many stream_row
-- about: Streams from one on, in order, so that all can be walked without holding them all.
-- takes: int after_kind, int after, int most
-- may:   system
SELECT stream_kind, stream, event_count, head_hash, next_look_at, rules
  FROM stream
 WHERE stream_kind > :after_kind OR (stream_kind = :after_kind AND stream > :after)
 ORDER BY stream_kind, stream
 LIMIT :most;

-- name:  stream_due -> many stream_row
-- about: Streams whose time to be looked at has come.
-- takes: instant now, int most
-- may:   system
SELECT stream_kind, stream, event_count, head_hash, next_look_at, rules
  FROM stream
 WHERE next_look_at <= :now
 ORDER BY next_look_at
 LIMIT :most;

-- name:  stream_waiting -> value
-- about: How many streams' time to be looked at has come, for a page that waits for it.
-- takes: instant now
-- gives: int how_many
-- reads: nothing, because only a number comes out
-- may:   anyone
SELECT count(*) AS how_many FROM stream WHERE next_look_at <= :now;

-- name:  stream_looked
-- about: Notes when time alone will change a stream's obligations, and with which rules they were made.
-- may:   system
UPDATE stream SET next_look_at = :next_look_at, rules = :rules
 WHERE stream_kind = :stream_kind AND stream = :stream;

-- name:  obligation_of_stream -> many obligation_stored
-- about: The stored obligations of a stream, to compare with what they should be.
-- reads: nothing, because the engine compares and tells nobody
-- may:   system
SELECT name, unit, trigger_event, trigger_kind, trigger_at, is_trigger_day, state, anchor_at, due_at, act_by_at, climbs_at, suggested_at, settled_at, settled_by,
       is_hour_rule, is_registered_later, time_left, owner, owner_role, co_owner_role, assigned_to, severity, duty,
       rule_from_day, is_restricted, changed_at, digest
  FROM obligation
 WHERE stream_kind = :stream_kind AND stream = :stream
 ORDER BY name;

-- name:  obligation_digests -> many obligation_digest_row
-- about: The same as one number a row, in any order.
-- reads: nothing, because the engine compares and tells nobody
-- may:   system
SELECT digest FROM obligation WHERE stream_kind = :stream_kind AND stream = :stream;

-- name:  obligation_put
-- about: A new or changed obligation.
-- reads: nothing, because the engine writes what follows from the journal
-- may:   system
INSERT INTO obligation (name, stream_kind, stream, citizen, unit, scheme, rule, enrolment, subject_kind, subject,
       trigger_event, trigger_kind, trigger_at, is_trigger_day, kind, state, anchor_at, due_at, act_by_at, climbs_at,
       suggested_at, settled_at, settled_by, is_hour_rule,
       is_registered_later, time_left, owner, owner_role, co_owner_role, assigned_to, severity, duty, rule_from_day,
       is_restricted, changed_at, digest)
VALUES (:name, :stream_kind, :stream, :citizen, :unit, :scheme, :rule, :enrolment, :subject_kind,
       :subject, :trigger_event, :trigger_kind, :trigger_at, :is_trigger_day, :kind, :state, :anchor_at, :due_at, :act_by_at, :climbs_at, :suggested_at, :settled_at, :settled_by,
       :is_hour_rule, :is_registered_later, :time_left, :owner, :owner_role, :co_owner_role, :assigned_to, :severity,
       :duty, :rule_from_day, :is_restricted, :changed_at, :digest)
    ON CONFLICT (name) DO UPDATE SET
       unit = excluded.unit, trigger_event = excluded.trigger_event, trigger_kind = excluded.trigger_kind,
       trigger_at = excluded.trigger_at, is_trigger_day = excluded.is_trigger_day, state = excluded.state,
       anchor_at = excluded.anchor_at, due_at = excluded.due_at, act_by_at = excluded.act_by_at,
       climbs_at = excluded.climbs_at, suggested_at = excluded.suggested_at, settled_at = excluded.settled_at, settled_by = excluded.settled_by,
       is_hour_rule = excluded.is_hour_rule, is_registered_later = excluded.is_registered_later,
       time_left = excluded.time_left, owner = excluded.owner, owner_role = excluded.owner_role,
       co_owner_role = excluded.co_owner_role, assigned_to = excluded.assigned_to, severity = excluded.severity,
       duty = excluded.duty, rule_from_day = excluded.rule_from_day, is_restricted = excluded.is_restricted,
       changed_at = excluded.changed_at, digest = excluded.digest;

-- name:  obligation_delete
-- about: An obligation that no longer follows from the journal.
-- reads: nothing, because the engine removes what no longer follows from the journal
-- may:   system
DELETE FROM obligation WHERE name = :name;

-- name:  obligation_remember
-- about: Keeps what an obligation was before a change.
-- may:   system
INSERT INTO obligation_history (name, state, due_at, settled_at, owner, from_at, until_at)
VALUES (:name, :state, :due_at, :settled_at, :owner, :from_at, :until_at);

-- name:  engine_team -> many team_member_row
-- about: Who holds on to a citizen or a company now, newest first; the company's own consultant last.
-- takes: citizen_id citizen, company_id company, instant now
-- gives: text role, int staff
-- reads: nothing, because the engine only looks for an owner
-- may:   system
SELECT t.role, t.staff
  FROM (SELECT role, staff, from_at, id FROM staffing
         WHERE (citizen = :citizen OR company = :company) AND from_at <= :now AND (to_at IS NULL OR to_at > :now)
        UNION ALL
        SELECT 'company_consultant' AS role, consultant AS staff, 0 AS from_at, 0 AS id
          FROM company WHERE id = :company AND consultant IS NOT NULL) t
 ORDER BY t.from_at DESC, t.id DESC;

-- name:  engine_centre_consultant -> value
-- about: The consultant of a company centre's own, who is not the company's; 0 for none.
-- gives: int staff
-- may:   system
SELECT COALESCE(a.consultant, 0) AS staff FROM agreement a WHERE a.id = :id;

-- name:  engine_errand_consultant -> value
-- about: The consultant who was asked to find a placement.
-- gives: int staff
-- reads: nothing, because it tells who was asked, and neither about whom nor what
-- may:   system
SELECT e.consultant AS staff FROM errand e WHERE e.id = :id;

-- name:  engine_accepter -> one engine_accepter_row
-- about: Who accepted a proposal, and the unit whose citizen it is about; nobody when that person works here no longer.
-- takes: proposal_id proposal
-- gives: unit_id unit, int staff
-- reads: nothing, because the engine only looks for an owner
-- may:   system
SELECT a.unit,
       COALESCE((SELECT MAX(s.staff) FROM proposal_step s JOIN staff w ON w.id = s.staff
                  WHERE s.proposal = a.proposal AND s.kind IN ('accepted', 'changed') AND w.is_active = 1), 0) AS staff
  FROM proposal_accepted a WHERE a.proposal = :proposal;
-- name:  engine_group_responsible -> value
-- about: Who looks after the group that has a place, when that person works here; 0 for nobody.
-- gives: int staff
-- may:   system
SELECT COALESCE((SELECT s.id FROM group_place p JOIN course_group g ON g.id = p.course_group
                                  JOIN staff s ON s.id = g.responsible AND s.is_active = 1
                  WHERE p.id = :id), 0) AS staff;

-- name:  engine_unit_of_group -> value
-- about: The unit that a group belongs to.
-- takes: course_group_id course_group
-- gives: int unit
-- may:   system
SELECT COALESCE((SELECT unit FROM course_group WHERE id = :course_group), 0) AS unit;

-- name:  engine_unit_of_company -> value
-- about: The unit of the company's consultant, else the first one with such a consultant.
-- takes: company_id company
-- gives: int unit
-- may:   system
SELECT COALESCE((SELECT s.unit FROM company c JOIN staff s ON s.id = c.consultant WHERE c.id = :company),
                (SELECT MIN(sr.unit) FROM staff_role sr JOIN role r ON r.id = sr.role
                  WHERE r.code = 'company_consultant'), 0) AS unit;

-- name:  engine_unit_of_citizen -> value
-- about: The unit that has the citizen's case.
-- takes: citizen_id citizen
-- gives: int unit
-- reads: nothing, because the engine only looks for an owner
-- may:   system
SELECT unit FROM citizen WHERE id = :citizen;

-- name:  engine_role_only -> value
-- about: The only active person with a role in a unit; 0 when there is none or more than one.
-- takes: unit_id unit, text role
-- gives: int staff
-- may:   system
SELECT CASE WHEN count(*) = 1 THEN max(sr.staff) ELSE 0 END AS staff
  FROM staff_role sr JOIN role r ON r.id = sr.role JOIN staff s ON s.id = sr.staff
 WHERE sr.unit = :unit AND r.code = :role AND s.is_active = 1;

-- name:  engine_unit_of_code -> value
-- about: The municipality's unit that a scheme calls by a code.
-- gives: int unit
-- may:   system
SELECT id AS unit FROM unit WHERE code = :code;

-- name:  engine_deputy -> one engine_deputy_row
-- about: Who acts for somebody on a day: the deputy when away, else the person; 0 when away without one; and the
-- about: first day after it on which that changes.
-- takes: int staff, day today
-- gives: int acting, day changes_day
-- may:   system
SELECT CASE WHEN away_from_day IS NULL OR away_from_day > :today OR (away_to_day IS NOT NULL AND away_to_day < :today)
            THEN id ELSE COALESCE(deputy, 0) END AS acting,
       CASE WHEN away_from_day > :today THEN away_from_day
            WHEN away_to_day >= :today THEN away_to_day + 1 END AS changes_day
  FROM staff WHERE id = :staff;

-- name:  engine_look_at_staff
-- about: Streams in which somebody owns an open obligation, or would when at work, are looked at again at once.
-- takes: int staff, instant now
-- reads: nothing, because the engine only decides when it looks
-- may:   system
UPDATE stream SET next_look_at = :now
 WHERE EXISTS (SELECT 1 FROM obligation o
                WHERE o.stream_kind = stream.stream_kind AND o.stream = stream.stream AND o.settled_at IS NULL
                  AND (o.owner = :staff OR o.assigned_to = :staff
                       OR o.citizen IN (SELECT f.citizen FROM staffing f WHERE f.staff = :staff AND f.to_at IS NULL)
                       OR o.owner_role IN (SELECT r.code FROM staff_role sr JOIN role r ON r.id = sr.role
                                            WHERE sr.staff = :staff)));

-- name:  engine_version_now -> value
-- about: The number of what processes hold in memory, 0 when it was never changed.
-- may:   system
SELECT version FROM engine_version WHERE name = :name;

-- name:  engine_version_put
-- about: Makes all processes read it again: a number that none of them has seen.
-- may:   system
INSERT INTO engine_version (name, version) VALUES (:name, :version)
    ON CONFLICT (name) DO UPDATE SET version = excluded.version;

-- name:  closed_day_all -> many closed_day_row
-- about: The municipality's own closed days, first one first.
-- may:   logged_in
SELECT id, day, name FROM closed_day ORDER BY day;

-- name:  closed_day_put
-- about: One more closed day, or another name for it. Whoever writes here calls ruleset_changed.
-- may:   scheme_write
INSERT INTO closed_day (day, name) VALUES (:day, :name) ON CONFLICT (day) DO UPDATE SET name = excluded.name;

-- name:  closed_day_delete -> count
-- about: The day is an ordinary one again. Whoever writes here calls ruleset_changed.
-- may:   scheme_write
DELETE FROM closed_day WHERE day = :day;
