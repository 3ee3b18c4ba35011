// SPDX-License-Identifier: MIT
// Working through Today: G opens the panel, a step of the ladder is saved, and the next one is there.
import assert from 'node:assert/strict';
import { addNewcomer } from './newcomer.mjs';

export const tests = {
  async 'G, a step of the ladder, and the next'(t) {
    await addNewcomer(t, 'Leyla');
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('caseworker');
    await page.keyboard.press('g');
    await page.waitForURL(/[?]g=/);
    for (let i = 0; i < 20 && await page.locator('.panel [name=trin]').count() === 0; i++)
      await page.locator('.panel > div:last-child a[href*="g="]').click();
    await page.locator('.panel label:has([name=trin])').first().click();
    const before = page.url();
    await page.click('.panel [data-save]');
    await page.waitForURL((address) => address.href !== before);
    await page.waitForSelector('main [role=status]');
    await person.sees('Leyla');
    assert.equal(await page.locator('main [role=alert]').count(), 0);
  },

  async 'Escape stops'(t) {
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('employment_consultant');
    await page.keyboard.press('g');
    await page.waitForSelector('.panel');
    await page.keyboard.press('Escape');
    await page.waitForURL((address) => address.search === '');
    assert.equal(await page.locator('.panel').count(), 0);
  },
};
