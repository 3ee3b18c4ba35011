// SPDX-License-Identifier: MIT
// Every page that somebody can reach by links, inspected; each role walks from its own first page.
import assert from 'node:assert/strict';
import { inspect, inspectEnglish, shapeOf, walk } from './inspect.mjs';
import { people } from './site.mjs';

const searched = new Set(); // What one role has met need not be searched again for the next.

async function inspectAll(t, person, who, begin) {
  await walk(person, begin, async (path) => t.check(`pages: ${who} ${path}`, await inspect(person, who, path, t.folder, searched)));
  person.complaints.length = 0; // Told page by page.
}

// Every page once in English, by the first role that meets it.
async function inspectAllEnglish(t) {
  const met = new Set();
  for (const role of Object.keys(people)) {
    const person = await t.sitDown();
    await person.logIn(role);
    await person.page.click('button[name=sprog][value=en]');
    await person.page.waitForLoadState();
    await walk(person, ['/'], async (path) => {
      const shape = path === '/' ? path + role : shapeOf(path);
      if (met.has(shape)) return void await person.page.goto(path);
      met.add(shape);
      t.check(`pages: in English ${path}`, await inspectEnglish(person, path));
    });
    await person.page.goto('/'); // The last page walked may have no frame.
    await person.page.click('button[name=sprog][value=da]');
    await person.page.waitForLoadState();
  }
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

  'in English': inspectAllEnglish,
};
