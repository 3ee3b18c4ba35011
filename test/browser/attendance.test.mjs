// SPDX-License-Identifier: MIT
// Attendance as the teacher takes it: a letter for each, Enter; and without JavaScript.
import assert from 'node:assert/strict';
import { NOW } from './site.mjs';

const MORE_THAN_MEMBERS = 2, TODAY = NOW.slice(0, 10);

// Puts citizens of the unit on the first group of the list until it has at least `wanted`.
async function groupWith(t, wanted) {
  const person = await t.sitDown({ script: false });
  const { page } = person;
  await person.logIn('teacher');
  await page.goto('/hold');
  await page.locator('main table tbody th a').first().click();
  for (let i = 0; i < wanted; i++) {
    if (await page.locator('tbody tr:has(a[href$="/slut"])').count() >= wanted) break;
    const form = page.locator('form[action$="/deltagere"]').first();
    await form.locator('[name=fra]').fill(TODAY);
    await form.locator('button').click();
  }
  return page.url().replace(/.*(\/hold\/\d+).*/, '$1');
}

export const tests = {
  async 'as many keys as members, and at most two more'(t) {
    const group = await groupWith(t, 12);
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
    const group = await groupWith(t, 1);
    const person = await t.sitDown({ script: false });
    const { page } = person;
    await person.logIn('teacher');
    await page.goto(group + '/fremmoede');
    await page.locator('table.att tbody tr').first().locator('input[type=radio]').first().check();
    await page.click('form[action$="/fremmoede"] .btn.main');
    assert.equal(await page.locator('main [role=status]').count(), 1);
  },
};
