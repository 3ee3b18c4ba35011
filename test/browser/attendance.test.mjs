// SPDX-License-Identifier: MIT
// Attendance as the teacher takes it: a letter for each, Enter; and without JavaScript.
import assert from 'node:assert/strict';
import { addNewcomer } from './newcomer.mjs';
import { NOW } from './site.mjs';

const MORE_THAN_MEMBERS = 2;

// A group with somebody on it: a newcomer, set there by her caseworker. Gives its address.
async function groupWithMembers(t, name) {
  await addNewcomer(t, name);
  const person = await t.sitDown({ script: false });
  const { page } = person;
  await person.logIn('caseworker');
  await page.goto('/hold');
  await page.locator('main table tbody th a').first().click();
  const group = new URL(page.url()).pathname;
  const form = page.locator('form[action$="/deltagere"]').filter({ hasText: name });
  await form.locator('[name=fra]').fill(NOW.slice(0, 10));
  await form.locator('button').click();
  return group;
}

export const tests = {
  async 'as many keys as members, and at most two more'(t) {
    const group = await groupWithMembers(t, 'Amira');
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('teacher');
    await page.goto(group + '/fremmoede');
    const members = await page.locator('table.att tbody tr').count();
    assert.ok(members > 0, 'nobody is on the group');
    const taken = await person.count(async () => {
      for (let i = 0; i < members; i++) await page.keyboard.press('mlusa'[i % 5]);
      await page.keyboard.press('Enter');
      await page.waitForSelector('main [role=status]');
    });
    assert.ok(taken.keys <= members + MORE_THAN_MEMBERS, `${taken.keys} keys for ${members}`);
    assert.equal(taken.clicks, 0);
    await page.goto(group + '/fremmoede');
    assert.equal(await page.locator('table.att input:checked').count(), members);
  },

  async 'without JavaScript'(t) {
    const group = await groupWithMembers(t, 'Yonas');
    const person = await t.sitDown({ script: false });
    const { page } = person;
    await person.logIn('teacher');
    await page.goto(group + '/fremmoede');
    await page.locator('table.att tbody tr').first().locator('input[type=radio]').first().check();
    await page.click('form[action$="/fremmoede"] .btn.main');
    assert.equal(await page.locator('main [role=status]').count(), 1);
  },
};
