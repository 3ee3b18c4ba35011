// SPDX-License-Identifier: MIT
// Every page that somebody can reach by links, inspected; each role walks from its own first page.
import assert from 'node:assert/strict';
import { inspect, walk } from './inspect.mjs';
import { people } from './site.mjs';

async function inspectAll(t, person, who, begin) {
  await walk(person, begin, async (path) => t.check(`pages: ${who} ${path}`, await inspect(person, who, path, t.folder)));
  person.complaints.length = 0; // Told page by page.
}

export const tests = {
  async 'the health check answers ok'(t) {
    const answer = await fetch(t.address + '/healthz');
    assert.equal(answer.status, 200);
    assert.equal((await answer.text()).trim(), 'ok');
  },

  async 'before log-in'(t) {
    await inspectAll(t, await t.sitDown(), 'nobody', ['/log-ind']);
  },

  ...Object.fromEntries(Object.keys(people).map((role) => [`as ${role}`, async (t) => {
    const person = await t.sitDown();
    await person.logIn(role);
    await inspectAll(t, person, role, ['/']);
  }])),
};
