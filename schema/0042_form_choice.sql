-- SPDX-License-Identifier: MIT
-- What a citizen chooses in a scheme's form, and the sessions that a scheme gives a group.

-- What a citizen has chosen in a scheme's form (the industries she wants to try), one row an item. The rows of one answer
-- have the number of its event form.answered; those of the newest event stand. Written with the event; an undo deletes the
-- rows of its answer. Codes alone, no words, so nothing is emptied when the case is erased (GDPR art. 17).
CREATE TABLE form_choice (
  id        INTEGER PRIMARY KEY,
  citizen   INTEGER NOT NULL REFERENCES citizen (id),
  scheme    TEXT NOT NULL,
  form      TEXT NOT NULL,
  question  TEXT NOT NULL,
  item      TEXT NOT NULL,
  event     INTEGER NOT NULL,
  author    INTEGER NOT NULL REFERENCES staff (id),
  chosen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX form_choice_citizen ON form_choice (citizen, form, event);
CREATE INDEX form_choice_author ON form_choice (author);

-- Which of the scheme's own sessions a session is, counted from 1; 0 for one of the group's week.
ALTER TABLE group_session ADD COLUMN part INTEGER NOT NULL DEFAULT 0;
