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

-- name:  journal_versions -> many journal_row
-- about: All versions of a stream's events in order of recording, for the engine.
-- reads: nothing, because the engine computes with it and shows nothing
-- may:   system
SELECT lid, version, stream_kind, stream, happened_at, is_day, recorded_at, actor_kind, actor, kind, code, subject_kind,
       subject, is_void, fields, fields_hash, hash
  FROM journal
 WHERE stream_kind = :stream_kind AND stream = :stream
 ORDER BY id;

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
SELECT stream_kind, stream, event_count, head_hash, next_look_at
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
SELECT stream_kind, stream, event_count, head_hash, next_look_at
  FROM stream
 WHERE stream_kind > :after_kind OR (stream_kind = :after_kind AND stream > :after)
 ORDER BY stream_kind, stream
 LIMIT :most;
