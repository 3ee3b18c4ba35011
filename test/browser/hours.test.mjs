// SPDX-License-Identifier: MIT
// The week of a citizen in a browser: a hole is found, the best proposal is one key away, and the bar says so.
import assert from 'node:assert/strict';

const hours = async (page) => (await page.locator('main p.big').textContent()).trim();

let idle; // The page of one who has nothing: the first test fills the weeks to come, the second one long after.

async function anIdleCitizen({ page }) {
  await page.goto('/alle-aktive');
  return page.locator('main table[data-list] tr:has(.st.warn) a.btn').first().getAttribute('href');
}

async function requires(page, path, more) {
  await page.goto(path);
  await page.click('summary:has-text("Skriv et krav")');
  await page.selectOption('[name=efter]', 'aarhus_jobparat');
  for (const [name, value] of Object.entries(more)) await page.locator(`form[action$="/ugen/krav"] [name=${name}]`).fill(value);
  await page.click('button:has-text("Gem krav")');
}

export const tests = {
  async 'from nothing to a full week: holes, the best proposal with one key'(t) {
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('caseworker');
    idle = await anIdleCitizen(person);
    await requires(page, idle, {});
    assert.match(await hours(page), /^(0|0,5) af 37 timer$/); // Nothing but a talk of half an hour, which conversation.test.mjs may have held.
    assert.ok((await page.locator('section[aria-labelledby=hu] li').allTextContents()).some((at) => /timer$/.test(at.trim())));
    const first = page.locator('section[aria-labelledby=fo] tbody tr').first();
    const gain = Number((await first.locator('td.num').nth(1).textContent()).replace(',', '.'));
    assert.ok(gain > 0);
    const next = await page.locator('a:has-text("Ugen efter")').getAttribute('href');
    await page.goto(next);
    const taken = await person.count(async () => {
      await page.keyboard.press('a');
      await page.waitForSelector('main [role=status]:has-text("Sat på holdet")');
    });
    assert.equal(taken.clicks, 0);
    assert.equal(taken.keys, 1);
    assert.match(await hours(page), /^[1-9][\d,]* af 37 timer$/);
    assert.ok(await page.locator('section[aria-labelledby=sk] svg rect').count() > 5);
    await page.screenshot({ path: `${t.folder}/hours-week.png`, fullPage: true });
  },

  async 'an own activity in a hole, without JavaScript, on a phone'(t) {
    const person = await t.sitDown({ width: 390, height: 844, script: false });
    const { page } = person;
    await person.logIn('caseworker');
    await requires(page, `${idle}?uge=2027-03-01`, { krav_timer: '10', grund: 'Begynder roligt' });
    await page.click('summary:has-text("Skriv en egen aktivitet")');
    await page.selectOption('[name=slags]', 'network');
    await page.fill('[name=ord]', 'Strikkeklub');
    await page.fill('[name=formaal]', 'Tale dansk hver uge');
    for (const box of await page.locator('[name=dag]:checked').all()) await box.uncheck();
    await page.locator('[name=dag][value="3"]').check();
    await page.fill('[name=kl_fra]', '9.00');
    await page.fill('[name=kl_til]', '12.00');
    await page.click('button:has-text("Gem aktivitet")');
    assert.equal(await hours(page), '3 af 10 timer');
    assert.ok(await page.locator('text=Tale dansk hver uge').count() > 0);
    await page.click('button:has-text("mødt")');
    assert.ok(await page.locator('main .st.ok:has-text("deltaget")').count() > 0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(wide, false);
  },
};
