-- SPDX-License-Identifier: MIT
-- web.sql: sessions, forms already posted, and the demo's clock. Nothing here is about a citizen.

-- name:  web_session_find -> one web_session_row
-- about: The session whose secret has this hash, also when it has ended.
-- may:   anyone
SELECT id, actor_kind, actor, permissions, language, seen_at, ends_at, message, undo_path
  FROM web_session
 WHERE secret_hash = :secret_hash;

-- name:  web_session_insert
-- about: A new log-in.
-- may:   anyone
INSERT INTO web_session (secret_hash, actor_kind, actor, permissions, language, started_at, seen_at, ends_at)
VALUES (:secret_hash, :actor_kind, :actor, :permissions, :language, :started_at, :seen_at, :ends_at);

-- name:  web_session_touch
-- about: The session was used.
-- may:   anyone
UPDATE web_session SET seen_at = :seen_at WHERE id = :id;

-- name:  web_session_set_language
-- about: The person chose a language.
-- may:   anyone
UPDATE web_session SET language = :language WHERE id = :id;

-- name:  web_session_tell
-- about: A line for the next page, or NULL when it has been shown.
-- may:   anyone
UPDATE web_session SET message = :message, undo_path = :undo_path WHERE id = :id;

-- name:  web_session_delete
-- about: Log-out.
-- may:   anyone
DELETE FROM web_session WHERE id = :id;

-- name:  web_session_delete_actor
-- about: Ends every session of somebody whose access has stopped.
-- may:   staff_write, system
DELETE FROM web_session WHERE actor = :actor AND actor_kind = :actor_kind;

-- name:  web_session_set_permissions
-- about: The person's roles have changed while logged in.
-- may:   staff_write, system
UPDATE web_session SET permissions = :permissions WHERE actor = :actor AND actor_kind = :actor_kind;

-- name:  web_session_delete_ended
-- about: Removes the sessions that nobody can use any more.
-- takes: instant now_at, instant unseen_since_at
-- may:   system
DELETE FROM web_session WHERE ends_at < :now_at OR seen_at < :unseen_since_at;

-- name:  web_once_find -> value
-- about: Where the first post of this form led, or NULL.
-- may:   anyone
SELECT location FROM web_once WHERE once_key = :once_key AND secret_hash = :secret_hash;

-- name:  web_once_insert
-- about: This form is done.
-- may:   anyone
INSERT INTO web_once (once_key, secret_hash, location, done_at)
VALUES (:once_key, :secret_hash, :location, :done_at);

-- name:  web_once_delete_before
-- about: Forms so old that nobody repeats them.
-- takes: instant before_at
-- may:   system
DELETE FROM web_once WHERE done_at < :before_at;

-- name:  web_clock_ahead -> value
-- about: How far a demo has moved its clock.
-- may:   anyone
SELECT ahead_seconds FROM web_clock WHERE id = 1;

-- name:  web_clock_set
-- about: Moves a demo's clock.
-- may:   anyone
UPDATE web_clock SET ahead_seconds = :ahead_seconds WHERE id = 1;
