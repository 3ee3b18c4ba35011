-- SPDX-License-Identifier: MIT
-- Which frozen papers say where the citizen lives. Once her address is protected, they are opened only by those who may
-- see it (letter_pdf of src/letter, document_load of src/document).

-- Set when the letter is made: the window of its envelope, or its words, have the address. What was frozen before this
-- was asked counts as if it did.
ALTER TABLE letter ADD COLUMN has_address INTEGER NOT NULL DEFAULT 1;

-- The same of the words alone, in `content`.
ALTER TABLE document ADD COLUMN has_address INTEGER NOT NULL DEFAULT 0;
UPDATE document SET has_address = 1
 WHERE EXISTS (SELECT 1 FROM citizen_address a
                WHERE a.citizen = document.citizen AND a.street <> '' AND document.content LIKE '%' || a.street || '%');
