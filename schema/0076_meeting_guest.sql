-- SPDX-License-Identifier: MIT
-- People of companies are guests of their own at a unit's meeting (S48): `contact` is the company's contact, and empty when
-- that person has left the company's list; `company` and the name as it was then stay with the minutes. `event` is the
-- invitation in the company's journal, voided when the guest is taken off.
ALTER TABLE meeting_party ADD COLUMN contact INTEGER REFERENCES company_contact (id);
ALTER TABLE meeting_party ADD COLUMN company INTEGER REFERENCES company (id);
ALTER TABLE meeting_party ADD COLUMN event INTEGER NOT NULL DEFAULT 0;
CREATE INDEX meeting_party_of_contact ON meeting_party (contact) WHERE contact IS NOT NULL;
