-- Who has opened a case is counted in the index alone: a case may be opened thousands of times.
DROP INDEX access_log_of_citizen;
CREATE INDEX access_log_of_citizen ON access_log (citizen, at, actor_kind, actor) WHERE citizen IS NOT NULL;

-- Few events are ever corrected: whether one was is asked in an index of the corrections only.
CREATE INDEX journal_corrections ON journal (lid, version, stream_kind, stream) WHERE version > 1;
