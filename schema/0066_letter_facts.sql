-- SPDX-License-Identifier: MIT
-- What letters may tell of a citizen, for one letter and for a batch of them alike.

-- letter_facts_row of src/letter/letter.sql, without what depends on a day. A protected address is empty here, so that no
-- letter can print it; of the CPR number only whether there is one that Digital Post can go by.
CREATE VIEW letter_citizen AS
SELECT c.id AS citizen, c.first_name, c.last_name, c.town, c.phone, c.email, c.language, c.born_day,
       CASE WHEN COALESCE(c.cpr, '') <> '' AND c.has_replacement_cpr = 0 THEN 1 ELSE 0 END AS has_cpr,
       COALESCE(a.is_protected, 0) AS is_protected,
       CASE WHEN COALESCE(a.is_protected, 0) = 1 THEN '' ELSE COALESCE(a.street, '') END AS street,
       CASE WHEN COALESCE(a.is_protected, 0) = 1 THEN '' ELSE COALESCE(a.postal_code, '') END AS postal_code,
       u.name AS unit_name, u.phone AS unit_phone,
       (SELECT f.staff FROM staffing f WHERE f.citizen = c.id AND f.role = 'coordinator' AND f.to_at IS NULL
         ORDER BY f.from_at DESC, f.id DESC LIMIT 1) AS coordinator
  FROM citizen c JOIN unit u ON u.id = c.unit LEFT JOIN citizen_address a ON a.citizen = c.id;
