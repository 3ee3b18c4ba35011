// SPDX-License-Identifier: MIT
// A conversation from Today: at most four clicks, or the keyboard alone, and without JavaScript.
import assert from 'node:assert/strict';

const MOST_CLICKS = 4, MOST_TABS = 60;
const rowAction = '#due tbody td.act a';
const followUpAction = `${rowAction}[href*="/opfolgning"]`;

async function isSaved({ page }) {
  await page.waitForURL((address) => !address.pathname.endsWith('/ny'));
  assert.equal(await page.locator('main [role=status]').count(), 1, `nothing says that it is saved on ${page.url()}`);
  assert.equal(await page.locator('main [role=alert]').count(), 0);
}

export const tests = {
  async 'from Today in at most four clicks'(t) {
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('employment_consultant');
    const taken = await person.count(async () => {
      await page.locator('#due tbody th a[href^="/borger/"]').first().click();
      await page.click('.acts a[aria-keyshortcuts=S]');
      await page.waitForURL('**/samtaler/ny');
      await page.locator('label:has([name=om])').first().click();
      await page.click('main form .btn.main');
      await isSaved(person);
    });
    assert.equal(taken.clicks, MOST_CLICKS);
    assert.equal(taken.fields, 0, 'all that is known is filled in');
  },

  async 'by keyboard alone, with what was agreed'(t) {
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('employment_consultant');
    const paths = await page.locator('#due tbody tr[data-row] th a').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    const row = paths.findIndex((path) => path.startsWith('/borger/')); // Companies wait for an answer, too.
    const who = await page.locator('#due tbody tr[data-row] th').nth(row).innerText();
    const taken = await person.count(async () => {
      for (let i = 0; i <= row; i++) await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/borger/*');
      await page.keyboard.press('s');
      await page.waitForURL('**/samtaler/ny');
      for (let i = 0; i < MOST_TABS && await page.locator('[name=aftalt]:focus').count() === 0; i++)
        await page.keyboard.press('Tab');
      await page.keyboard.type('Ringer selv til bageren.');
      await page.keyboard.press('Control+Enter');
      await isSaved(person);
    });
    assert.equal(taken.clicks, 0);
    await person.sees(who);
    await person.sees('Ringer selv til bageren.');
  },

  async 'a follow-up from its row of Today'(t) {
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('employment_consultant');
    const taken = await person.count(async () => {
      await page.locator(followUpAction).first().click();
      await page.waitForURL('**/opfolgning*');
      await page.click('main form .btn.main');
      await page.waitForSelector('main [role=status], main [role=alert]');
    });
    assert.equal(taken.clicks, 2);
    assert.equal(await page.locator('main [role=alert]').count(), 0);
  },

  async 'without JavaScript'(t) {
    const person = await t.sitDown({ script: false });
    const { page } = person;
    await person.logIn('employment_consultant');
    await page.locator(followUpAction).first().click();
    await page.locator('[name=aftalt]').fill('Prøver en hel morgen alene.');
    await page.click('main form .btn.main');
    await isSaved(person);
    await person.sees('Prøver en hel morgen alene.');
  },

  async 'a date that is none keeps what was written'(t) {
    const person = await t.sitDown({ script: false });
    const { page } = person;
    await person.logIn('employment_consultant');
    await page.locator(followUpAction).first().click();
    await page.locator('[name=aftalt]').fill('Skal ikke gå tabt.');
    await page.locator('[name=hvornaar]').first().fill('');
    await page.click('main form .btn.main');
    assert.equal(await page.locator('main [role=alert]').count(), 1);
    assert.equal(await page.locator('[name=aftalt]').inputValue(), 'Skal ikke gå tabt.');
    person.complaints.length = 0; // The browser notes the 422.
  },
};
