-- SPDX-License-Identifier: MIT
-- Volunteer mentors are a kind of market like language buddies: one proposal, one acceptance, one answer of each side.
-- What was proposed before in volunteer_match is kept as proposals of one run a unit, without its points' reasons.

-- The branch she would rather have a mentor from.
ALTER TABLE market_wish ADD COLUMN branch TEXT NOT NULL DEFAULT '';
INSERT INTO market_wish (citizen, kind, wished_at, branch)
SELECT citizen, 'mentor', wished_at, branch FROM mentor_wish
 WHERE citizen NOT IN (SELECT citizen FROM volunteer_match WHERE state = 'running');

-- The number by which the journal knows the two; none: the proposal's.
ALTER TABLE proposal_accepted ADD COLUMN relation INTEGER;

INSERT INTO work_place (kind, volunteer, words, seats, languages, created_at)
SELECT 'mentor', id, 'mentor', seats, languages, 0 FROM volunteer WHERE kind = 'mentor';

INSERT INTO proposal_run (unit, kind, made_at, rule_version, citizens, openings, seats, matched, score, matched_bound,
                          score_bound, is_certified)
SELECT c.unit, 'mentor', MIN(m.proposed_at), '0', COUNT(DISTINCT m.citizen), COUNT(DISTINCT m.volunteer), COUNT(*), COUNT(*),
       0, COUNT(*), 0, 0
  FROM volunteer_match m JOIN citizen c ON c.id = m.citizen
 GROUP BY c.unit;

INSERT INTO proposal (proposal_run, citizen, work_place, score, made_at, facts, digest)
SELECT r.id, m.citizen, w.id, m.score, m.proposed_at, '', 'match ' || m.id
  FROM volunteer_match m JOIN citizen c ON c.id = m.citizen JOIN proposal_run r ON r.unit = c.unit AND r.kind = 'mentor'
       JOIN work_place w ON w.volunteer = m.volunteer
 ORDER BY m.id;

INSERT INTO proposal_accepted (proposal, citizen, work_place, unit, state, citizen_answer, company_answer, accepted_at, relation)
SELECT p.id, m.citizen, p.work_place, r.unit,
       CASE m.state WHEN 'proposed' THEN 'asked' WHEN 'running' THEN 'started' ELSE m.state END,
       m.citizen_answer, m.mentor_answer, m.proposed_at, m.id
  FROM volunteer_match m JOIN proposal p ON p.digest = 'match ' || m.id JOIN proposal_run r ON r.id = p.proposal_run;

INSERT INTO proposal_step (proposal, citizen, kind, taken_at)
SELECT p.id, m.citizen, CASE WHEN m.state = 'ended' THEN 'ended' WHEN m.mentor_answer = 'no' THEN 'mentor_no' ELSE 'citizen_no' END,
       m.ended_at
  FROM volunteer_match m JOIN proposal p ON p.digest = 'match ' || m.id
 WHERE m.ended_at IS NOT NULL;

-- Who said no to whom: they are not proposed to each other again.
INSERT INTO proposal_control (unit, kind, citizen, work_place, words, set_at, before_matched, before_score, after_matched,
                              after_score)
SELECT r.unit, 'forbid', m.citizen, p.work_place, 'nej', COALESCE(m.ended_at, m.proposed_at), 0, 0, 0, 0
  FROM volunteer_match m JOIN proposal p ON p.digest = 'match ' || m.id JOIN proposal_run r ON r.id = p.proposal_run
 WHERE m.state = 'declined';

DROP TABLE volunteer_match;
DROP TABLE mentor_wish;
