// SPDX-License-Identifier: MIT
// A placement from a citizen's page: at most eight clicks, and without JavaScript.
import assert from 'node:assert/strict';

const MOST_CLICKS = 8;

// The first citizens of the unit's list, by their own pages.
async function openCitizen({ page }, number) {
  await page.goto('/borgere?vis=enhed');
  const path = await page.locator('main table tbody th a').nth(number).getAttribute('href');
  await page.goto(path);
}

async function isStarted({ page }) {
  await page.waitForURL((address) => /^\/praktik\/\d+/.test(address.pathname));
  assert.equal(await page.locator('main [role=alert]').count(), 0);
}

export const tests = {
  async 'from a citizen in at most eight clicks'(t) {
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('employment_consultant');
    await openCitizen(person, 0);
    let chosen = '';
    const taken = await person.count(async () => {
      await page.click('.acts a[aria-keyshortcuts=P]');
      await page.waitForURL('**/praktik/ny');
      const place = page.locator('label:has([name=virksomhed])').first();
      chosen = await place.locator('span').first().evaluate((at) => at.firstChild.textContent.split(',')[0].trim());
      await place.click();
      await page.click('main form .btn.main');
      await isStarted(person);
    });
    assert.ok(taken.clicks >= 3 && taken.clicks <= MOST_CLICKS, `${taken.clicks} clicks`);
    await person.sees(chosen);
  },

  async 'from a company in at most eight clicks'(t) {
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('employment_consultant');
    await page.goto('/virksomheder?sorter=pladser');
    const path = await page.locator('main table tbody th a').first().getAttribute('href');
    await page.goto(path);
    const company = await page.locator('main h1').textContent();
    const taken = await person.count(async () => {
      await page.click('main a[aria-keyshortcuts=P]');
      await page.waitForURL(`**${path}/praktik`);
      await page.click('nav[aria-label="Hvilke borgere"] a:not([aria-current])');
      await page.waitForURL('**vis=enhed');
      await page.locator('main table tbody th a').first().click();
      await page.waitForURL('**/praktik/ny?virksomhed=*');
      await page.click('main form .btn.main');
      await isStarted(person);
    });
    assert.ok(taken.clicks >= 4 && taken.clicks <= MOST_CLICKS, `${taken.clicks} clicks`);
    await person.sees(company.trim());
  },

  async 'without JavaScript'(t) {
    const person = await t.sitDown({ script: false });
    const { page } = person;
    await person.logIn('employment_consultant');
    await openCitizen(person, 1);
    await page.click('.acts a[aria-keyshortcuts=P]');
    await page.locator('[name=virksomhed]').first().check();
    await page.locator('[name=opgaver]').fill('Bager rugbrød');
    await page.click('main form .btn.main');
    await isStarted(person);
    await person.sees('Bager rugbrød');
  },
};
