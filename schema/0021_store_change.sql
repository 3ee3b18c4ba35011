-- A number that every write raises, so that who keeps an answer can ask whether it still is one: the same number,
-- the same answer. One row. Raised by db/db.c in the transaction of the write; not by what no page shows (when a
-- session was last used) nor by the program taking reads into access_log, whose length is in `chain`.
CREATE TABLE store_change (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
) STRICT;
INSERT INTO store_change (id, number) VALUES (1, 1);

-- What nobody has, in a role: Today asks for it every time. Duties of a unit's own are many and have no role.
CREATE INDEX obligation_of_nobody ON obligation (due_at, id) WHERE owner = 0 AND state = 0 AND owner_role <> '';
