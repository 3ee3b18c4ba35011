-- A stream's first events as one value (engine/journal_pack.c), so that a history is read in one piece and not row by
-- row. Always a copy of what `journal` has up to the row `upto`; the engine writes it anew when a stream has grown and
-- computes the same without it. Deleted whenever rows of the journal are changed, so also when a citizen is erased.
CREATE TABLE stream_pack (
  stream_kind INTEGER NOT NULL,
  stream      INTEGER NOT NULL,
  upto        INTEGER NOT NULL, -- The id of the last row of the journal in it.
  events      BLOB NOT NULL,
  PRIMARY KEY (stream_kind, stream)
) STRICT;

-- One number for all columns of an obligation but `changed_at`, so that a stream whose obligations are what they were
-- is known by reading an index. 0 in rows from before; the next look fills it in.
ALTER TABLE obligation ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;

-- After this moment an open obligation is the team leader's too; the greatest number for never. With it Today's list and
-- the explanation cannot say two things. All streams are looked at once to fill it in.
ALTER TABLE obligation ADD COLUMN climbs_at INTEGER NOT NULL DEFAULT 9223372036854775807;
UPDATE stream SET next_look_at = 0;

DROP INDEX obligation_of_stream;
CREATE INDEX obligation_of_stream ON obligation (stream_kind, stream, digest);
