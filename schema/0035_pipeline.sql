-- A board on which cards go from step to step: the candidates of a recruitment project at one company (kind cohort),
-- or the companies of one consultant (kind companies). `areas` are the company's parts, with commas between. The
-- mentors' instruction before the start, and how long the company is helped after the end, are noted here. Written by
-- whoever runs it; kept as long as its cards.
CREATE TABLE pipeline (
  id                INTEGER PRIMARY KEY,
  kind              TEXT NOT NULL,
  name              TEXT NOT NULL,
  company           INTEGER REFERENCES company (id),
  owner             INTEGER NOT NULL REFERENCES staff (id),
  areas             TEXT NOT NULL DEFAULT '',
  from_day          INTEGER NOT NULL,
  to_day            INTEGER,
  mentors_told_day  INTEGER,
  aftercare_day     INTEGER,
  created_at        INTEGER NOT NULL,
  version           INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A citizen or a company on a board; exactly one of the two. `place` is the step it has reached, from 0; who stops
-- keeps the place. `benefit` is the citizen's when the card was made. A hire outside the project is a card with
-- `is_side`, which no count of the project includes. Rows and days stay for statistics when a citizen is erased.
CREATE TABLE pipeline_card (
  id          INTEGER PRIMARY KEY,
  pipeline    INTEGER NOT NULL REFERENCES pipeline (id),
  citizen     INTEGER REFERENCES citizen (id),
  company     INTEGER REFERENCES company (id),
  area        TEXT NOT NULL DEFAULT '',
  benefit     TEXT NOT NULL DEFAULT '',
  place       INTEGER NOT NULL DEFAULT 0,
  moved_day   INTEGER NOT NULL,
  is_stopped  INTEGER NOT NULL DEFAULT 0,
  stop_reason TEXT NOT NULL DEFAULT '',
  outcome     TEXT NOT NULL DEFAULT '',
  is_side     INTEGER NOT NULL DEFAULT 0,
  version     INTEGER NOT NULL DEFAULT 1,
  CHECK ((citizen IS NULL) <> (company IS NULL)),
  UNIQUE (pipeline, citizen),
  UNIQUE (pipeline, company)
) STRICT;
CREATE INDEX pipeline_card_by_citizen ON pipeline_card (citizen);
CREATE INDEX pipeline_card_by_company ON pipeline_card (company);

-- Each move of a card: where from and where to, when, by whom, why it stopped. An undone move stays, with when.
-- `event` is the journal's. Kept with the card.
CREATE TABLE pipeline_move (
  id          INTEGER PRIMARY KEY,
  card        INTEGER NOT NULL REFERENCES pipeline_card (id),
  from_place  INTEGER NOT NULL,
  to_place    INTEGER NOT NULL,
  was_stopped INTEGER NOT NULL DEFAULT 0,
  is_stopped  INTEGER NOT NULL DEFAULT 0,
  reason      TEXT NOT NULL DEFAULT '',
  outcome     TEXT NOT NULL DEFAULT '',
  day         INTEGER NOT NULL,
  before_day  INTEGER NOT NULL,
  staff       INTEGER NOT NULL REFERENCES staff (id),
  written_at  INTEGER NOT NULL,
  undone_at   INTEGER,
  event       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX pipeline_move_by_card ON pipeline_move (card, id);

-- Who of the town hall is at the company on which weekday (1 Monday) and when. Deleted when no longer so.
CREATE TABLE pipeline_base (
  id       INTEGER PRIMARY KEY,
  pipeline INTEGER NOT NULL REFERENCES pipeline (id),
  staff    INTEGER NOT NULL REFERENCES staff (id),
  weekday  INTEGER NOT NULL,
  hours    TEXT NOT NULL,
  UNIQUE (pipeline, staff, weekday)
) STRICT;

-- Something that happened at the company, and what was done. Without names of citizens; kept with the board.
CREATE TABLE pipeline_incident (
  id         INTEGER PRIMARY KEY,
  pipeline   INTEGER NOT NULL REFERENCES pipeline (id),
  day        INTEGER NOT NULL,
  area       TEXT NOT NULL DEFAULT '',
  words      TEXT NOT NULL,
  done_words TEXT NOT NULL DEFAULT '',
  staff      INTEGER NOT NULL REFERENCES staff (id),
  written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX pipeline_incident_by_pipeline ON pipeline_incident (pipeline, day);
