-- SPDX-License-Identifier: MIT
-- Why a document holds no more: plan, considerations, replaced (list `outdated_why` of the glossary); empty while it
-- holds, and on those from before this was written down.
ALTER TABLE document ADD COLUMN outdated_why TEXT NOT NULL DEFAULT '';
