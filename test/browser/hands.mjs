// SPDX-License-Identifier: MIT
// hands.mjs: a person at a page. Clicks and keys are counted where they arrive, in the browser, and only
// those a person made; text typed into a field is counted apart, by field.
import assert from 'node:assert/strict';
import { PASSWORD, people } from './site.mjs';

const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta'];

// Runs in every page before its own scripts.
function report(modifiers) {
  const tell = (kind, text) => globalThis.countedByTest(kind, text);
  const isField = (at) => at.matches?.('textarea, input:not([type=radio],[type=checkbox],[type=submit])');
  addEventListener('pointerdown', (event) => event.isTrusted && tell('click', ''), true);
  addEventListener('keydown', (event) => {
    if (!event.isTrusted || modifiers.includes(event.key)) return;
    const isText = event.key.length === 1 && !event.ctrlKey && isField(event.target);
    tell(isText ? 'text' : 'key', isText ? event.target.name : event.key);
  }, true);
}

// A new browser window. `options`: { width, height, script: false } and what playwright knows.
export async function sitDown(browser, address, { width = 1440, height = 1000, script = true } = {}) {
  const context = await browser.newContext({
    baseURL: address, viewport: { width, height }, javaScriptEnabled: script, locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen', reducedMotion: 'reduce',
  });
  const counted = { clicks: 0, keys: 0, fields: new Set() };
  if (script) {
    await context.exposeBinding('countedByTest', (_, kind, text) => {
      if (kind === 'click') counted.clicks++;
      else if (kind === 'key') counted.keys++;
      else counted.fields.add(text);
    });
    await context.addInitScript(report, MODIFIERS);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));

  return {
    page, complaints,
    // How many clicks, keys and typed fields `work` took.
    async count(work) {
      Object.assign(counted, { clicks: 0, keys: 0, fields: new Set() });
      await work();
      return { clicks: counted.clicks, keys: counted.keys, fields: counted.fields.size };
    },
    async logIn(role) {
      const answer = await page.goto('/log-ind');
      assert.equal(answer.status(), 200);
      await page.fill('[name=brugernavn]', people[role].login);
      await page.fill('[name=adgangskode]', PASSWORD);
      await page.click('main form .btn.main');
      await page.waitForLoadState();
      assert.equal(await page.locator('[name=adgangskode]').count(), 0, `${role} is not logged in`);
    },
    // Sees these words on the page, else fails with what is there.
    async sees(text) {
      const all = await page.locator('body').innerText();
      assert.ok(all.includes(text), `no "${text}" on ${page.url()}:\n${all.slice(0, 1500)}`);
    },
    leave: () => context.close(),
  };
}
