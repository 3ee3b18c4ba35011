-- SPDX-License-Identifier: MIT
-- Minutes that the language buddy has tapped by a link of his or her own (S110) say by which; without: the municipality's
-- people wrote them. A link of purpose buddy is for one seat beside a citizen: `subject` is the row of placement_mentor.
ALTER TABLE buddy_practice ADD COLUMN link INTEGER REFERENCES link (id);
