-- SPDX-License-Identifier: MIT
-- The chief mentor's own job function, and where the events of an accepted proposal stand.

-- In a municipality that already has its job functions. A new one gets it from src/staff/roles.c. A chief mentor sees
-- volunteers and companies, and no citizen's case (S87).
INSERT INTO role (code, title)
SELECT 'chief_mentor', 'Chefmentor'
 WHERE EXISTS (SELECT 1 FROM role) AND NOT EXISTS (SELECT 1 FROM role WHERE code = 'chief_mentor');
INSERT INTO role_permission (role, permission)
SELECT r.id, p.name FROM role r, (SELECT 'company_read' AS name UNION ALL SELECT 'task_write' UNION ALL SELECT 'scheme_read' UNION ALL SELECT 'staff_read') p
 WHERE r.code = 'chief_mentor'
   AND NOT EXISTS (SELECT 1 FROM role_permission q WHERE q.role = r.id AND q.permission = p.name);

-- The company in whose stream the events of an accepted proposal stand, also when it is merged into another: its clock
-- began there, and must end there.
ALTER TABLE proposal_accepted ADD COLUMN home INTEGER REFERENCES company (id);
UPDATE proposal_accepted SET home = (SELECT w.company FROM work_place w WHERE w.id = proposal_accepted.work_place);
