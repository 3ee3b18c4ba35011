-- name:  document_section_all -> many document_section_row
-- about: The municipality's own texts of a template, in all languages and towns.
-- may:   logged_in
SELECT id, scheme, code, number, language, variant, words, version
  FROM document_section
 WHERE scheme = :scheme AND code = :code
 ORDER BY number, language, variant;

-- name:  document_section_put -> count
-- about: A section's text, new (`version` 0) or changed when nobody has since `version`.
-- may:   document_write
INSERT INTO document_section (scheme, code, number, language, variant, words)
VALUES (:scheme, :code, :number, :language, :variant, :words)
ON CONFLICT (scheme, code, number, language, variant) DO UPDATE
   SET words = excluded.words, version = document_section.version + 1
 WHERE document_section.version = :version;

-- name:  document_insert -> id
-- about: A document as it was made, with the next number of its kind for this citizen.
-- reads: citizen = :citizen
-- may:   document_write, group_write, sanction_write, sanction_decide
INSERT INTO document (citizen, scheme, code, number, title, language, variant, content, has_address, made_at, made_by)
VALUES (:citizen, :scheme, :code,
        (SELECT coalesce(max(d.number), 0) + 1 FROM document d WHERE d.citizen = :citizen AND d.code = :code),
        :title, :language, :variant, :content, :has_address, :made_at, :made_by)
RETURNING id;

-- name:  document_load -> one document_row
-- about: One document; is_closed, and no words, when they have an address that has become protected.
-- gives: text content, flag is_closed
-- reads: citizen found
-- may:   case_read, case_work, document_write, group_write, sanction_write, sanction_decide
SELECT d.id, d.citizen, d.scheme, d.code, d.number, d.title, d.language, d.variant, d.state, d.outdated_why, d.made_at,
       CASE WHEN d.has_address = 1 AND EXISTS (SELECT 1 FROM citizen_address a WHERE a.citizen = d.citizen AND a.is_protected = 1)
            THEN '' ELSE d.content END AS content,
       CASE WHEN d.has_address = 1 AND EXISTS (SELECT 1 FROM citizen_address a WHERE a.citizen = d.citizen AND a.is_protected = 1)
            THEN 1 ELSE 0 END AS is_closed,
       m.name AS made_by_name, d.handed_over_at, h.name AS handed_over_by_name, d.version
  FROM document d JOIN staff m ON m.id = d.made_by LEFT JOIN staff h ON h.id = d.handed_over_by
 WHERE d.id = :id;

-- name:  document_words_protected -> value
-- about: A document's words, also with an address that is protected.
-- reads: citizen = :citizen
-- may:   address_protected
SELECT content FROM document WHERE id = :id AND citizen = :citizen;

-- name:  document_of_citizen -> many document_listed
-- about: A citizen's documents without their text, newest first; how many have signed each.
-- gives: int signature_count
-- reads: citizen = :citizen
-- may:   case_read, case_work, document_write, group_write
SELECT d.id, d.citizen, d.scheme, d.code, d.number, d.title, d.language, d.state, d.made_at, d.handed_over_at,
       (SELECT count(*) FROM document_signature s WHERE s.document = d.id) AS signature_count
  FROM document d
 WHERE d.citizen = :citizen
 ORDER BY d.made_at DESC, d.id DESC;

-- name:  document_newest -> one document_newest_row
-- about: The newest document of a template in a language that still holds.
-- reads: citizen = :citizen
-- may:   case_read, document_write, group_write, sanction_write, sanction_decide
SELECT id, citizen, number, content, handed_over_at, version
  FROM document
 WHERE citizen = :citizen AND scheme = :scheme AND code = :code AND language = :language AND state <> 'outdated'
 ORDER BY number DESC
 LIMIT 1;

-- name:  document_set_handed_over -> count
-- about: Notes the hand-over; 0 when it was noted before.
-- takes: staff_id actor
-- reads: citizen = :citizen
-- may:   document_write, group_write, sanction_write, sanction_decide
UPDATE document
   SET handed_over_at = :handed_over_at, handed_over_by = :actor, version = version + 1
 WHERE id = :id AND citizen = :citizen AND handed_over_at IS NULL;

-- name:  document_still_held -> many document_held
-- about: The documents of a template that hold now.
-- reads: citizen = :citizen
-- may:   case_read, document_write, plan_write, group_write
SELECT id, citizen, scheme, code, number, language
  FROM document
 WHERE citizen = :citizen AND code = :code AND state <> 'outdated'
 ORDER BY number;

-- name:  document_holding -> many document_held
-- about: All of a citizen's documents that hold now, to see which a change makes outdated.
-- reads: citizen = :citizen
-- may:   case_read, document_write, plan_write, group_write, case_write, meeting_write
SELECT id, citizen, scheme, code, number, language
  FROM document
 WHERE citizen = :citizen AND state <> 'outdated'
 ORDER BY number;

-- name:  document_set_outdated -> count
-- about: It no longer says what is agreed; it stays readable.
-- reads: citizen = :citizen
-- may:   document_write, plan_write, group_write, case_write, meeting_write
UPDATE document SET state = 'outdated', outdated_why = :outdated_why, version = version + 1
 WHERE id = :id AND citizen = :citizen AND state <> 'outdated';

-- name:  document_signature_insert -> count
-- about: One party's signature; 0 when that party has signed already.
-- may:   document_write
INSERT INTO document_signature (document, party, name, signed_at)
VALUES (:document, :party, :name, :signed_at)
ON CONFLICT (document, party) DO NOTHING;

-- name:  document_signatures -> many document_signature_row
-- about: Who has signed, in order of signing.
-- reads: citizen = :citizen
-- may:   case_read, case_work, document_write, group_write
SELECT s.document, s.party, s.name, s.signed_at
  FROM document_signature s JOIN document d ON d.id = s.document
 WHERE s.document = :document AND d.citizen = :citizen
 ORDER BY s.signed_at, s.id;

-- name:  document_told -> many document_told_row
-- about: A citizen's documents as they were made, for her own request; is_closed, and no words, as in document_load.
-- gives: text content, flag is_closed
-- reads: citizen = :citizen
-- may:   case_read, case_erase
SELECT d.id, d.title, d.number, d.state, d.made_at, d.handed_over_at,
       CASE WHEN d.has_address = 1 AND EXISTS (SELECT 1 FROM citizen_address a WHERE a.citizen = d.citizen AND a.is_protected = 1)
            THEN '' ELSE d.content END AS content,
       CASE WHEN d.has_address = 1 AND EXISTS (SELECT 1 FROM citizen_address a WHERE a.citizen = d.citizen AND a.is_protected = 1)
            THEN 1 ELSE 0 END AS is_closed
  FROM document d
 WHERE d.citizen = :citizen
 ORDER BY d.made_at, d.id;

-- name:  document_told_protected -> many document_told_row
-- about: The same, also with an address that is protected.
-- gives: text content, flag is_closed
-- reads: citizen = :citizen
-- may:   address_protected, case_erase
SELECT d.id, d.title, d.number, d.state, d.made_at, d.handed_over_at, d.content, 0 AS is_closed
  FROM document d
 WHERE d.citizen = :citizen
 ORDER BY d.made_at, d.id;

-- name:  document_erase
-- about: The text of documents goes; that they were made and handed over stays.
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE document SET content = '', version = version + 1 WHERE citizen = :citizen;

-- name:  document_signatures_erase
-- about: The names of those who signed go.
-- takes: citizen_id citizen
-- reads: citizen = :citizen
-- may:   case_erase
UPDATE document_signature SET name = '' WHERE document IN (SELECT d.id FROM document d WHERE d.citizen = :citizen);
