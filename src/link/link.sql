-- name:  link_insert -> id
-- about: A new link; its secret is told to whoever makes it.
-- reads: nothing, because it names a placement and tells nothing of it
-- may:   company_write, placement_write, import, case_write, group_write, meeting_write
INSERT INTO link (secret_hash, purpose, company, placement, subject, contact, made_by, made_at, expires_at)
VALUES (:secret_hash, :purpose, :company, :placement, :subject, :contact, :made_by, :made_at, :expires_at)
RETURNING id;

-- name:  link_find -> one link_row
-- about: The link with a secret, whether it is open or not.
-- gives: text made_by_name, text company_name, text contact_name
-- reads: nothing, because the secret is what decides
-- may:   anyone
SELECT l.id, l.purpose, l.company, l.placement, l.subject, l.contact, l.made_by, l.made_at, l.expires_at, l.withdrawn_at,
       l.used_at, l.use_count, s.name AS made_by_name, c.name AS company_name, k.name AS contact_name
  FROM link l JOIN staff s ON s.id = l.made_by LEFT JOIN company c ON c.id = l.company
       LEFT JOIN company_contact k ON k.id = l.contact
 WHERE l.secret_hash = :secret_hash;

-- name:  link_of_company -> many link_row
-- about: A company's links, newest first.
-- takes: int most
-- gives: text made_by_name, text company_name, text contact_name
-- reads: nothing, because it tells that there is a placement, not whose
-- may:   company_read, company_write, placement_write
SELECT l.id, l.purpose, l.company, l.placement, l.subject, l.contact, l.made_by, l.made_at, l.expires_at, l.withdrawn_at,
       l.used_at, l.use_count, s.name AS made_by_name, c.name AS company_name, k.name AS contact_name
  FROM link l JOIN staff s ON s.id = l.made_by LEFT JOIN company c ON c.id = l.company
       LEFT JOIN company_contact k ON k.id = l.contact
 WHERE l.company = :company
 ORDER BY l.made_at DESC, l.id DESC
 LIMIT :most;

-- name:  link_set_withdrawn -> count
-- about: A link that opens no more.
-- may:   company_write, placement_write
UPDATE link SET withdrawn_at = :withdrawn_at, withdrawn_by = :withdrawn_by
 WHERE id = :id AND company = :company AND withdrawn_at IS NULL;

-- name:  link_of_subject -> many link_row
-- about: The links of a purpose that give one row, newest first.
-- takes: int most
-- gives: text made_by_name, text company_name, text contact_name
-- reads: nothing, because it tells that there is a link, not what it shows
-- may:   case_read, group_read, meeting_write
SELECT l.id, l.purpose, l.company, l.placement, l.subject, l.contact, l.made_by, l.made_at, l.expires_at, l.withdrawn_at,
       l.used_at, l.use_count, s.name AS made_by_name, c.name AS company_name, k.name AS contact_name
  FROM link l JOIN staff s ON s.id = l.made_by LEFT JOIN company c ON c.id = l.company
       LEFT JOIN company_contact k ON k.id = l.contact
 WHERE l.purpose = :purpose AND l.subject = :subject AND l.subject <> 0
 ORDER BY l.made_at DESC, l.id DESC
 LIMIT :most;

-- name:  link_set_withdrawn_of -> count
-- about: A link that opens no more, of a purpose and the row it gives.
-- may:   case_write, group_write, meeting_write
UPDATE link SET withdrawn_at = :withdrawn_at, withdrawn_by = :withdrawn_by
 WHERE id = :id AND purpose = :purpose AND subject = :subject AND withdrawn_at IS NULL;

-- name:  link_withdraw_all_of
-- about: What is given by links of a purpose is no more: none of them opens.
-- may:   case_erase
UPDATE link SET withdrawn_at = :withdrawn_at
 WHERE purpose = :purpose AND subject = :subject AND subject <> 0 AND withdrawn_at IS NULL;

-- name:  link_erase
-- about: What opened a page about the citizen's placements opens no more.
-- takes: instant now
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE link SET withdrawn_at = :now
 WHERE withdrawn_at IS NULL AND placement IN (SELECT id FROM placement WHERE citizen = :citizen);

-- name:  link_set_used
-- about: Somebody did something by a link.
-- may:   link
UPDATE link SET used_at = :used_at, use_count = use_count + 1 WHERE id = :id;
