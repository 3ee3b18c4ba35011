// SPDX-License-Identifier: MIT
// A case about absence from the list to the decision, by two people, with the keyboard alone; each state is inspected.
import assert from 'node:assert/strict';
import { inspect } from './inspect.mjs';

// A field of the form that has this button.
const field = (page, button, name) =>
  page.locator('form').filter({ has: page.locator(`button:text-is("${button}")`) }).locator(`[name=${name}]`);

// Presses the button as somebody without a mouse does.
async function press(page, button) {
  await page.locator(`button:text-is("${button}")`).first().focus();
  await page.keyboard.press('Enter');
  await page.waitForLoadState();
}

async function choose(page, button, name, value) {
  await field(page, button, `${name}][value=${value}`).first().focus();
  await page.keyboard.press('Space');
}

export const tests = {
  async 'absence: from the list to a decision by somebody else'(t) {
    const officer = await t.sitDown(), { page } = officer;
    const seen = async (what) => t.check(`absence: ${what}`, await inspect(officer, 'sanction_officer', new URL(page.url()).pathname, t.folder));

    await officer.logIn('sanction_officer');
    await page.goto('/fravaerssager');
    await seen('the list');
    await page.locator('section:has-text("Ulovligt fravær uden sag") tbody a').first().click();
    await page.waitForURL(/fravaer$/);
    await seen('a citizen');
    await page.locator('[name=dage]').last().focus();
    await page.keyboard.press('Space');
    await press(page, 'Åbn en sag');
    await officer.sees('Stop: der er ikke vejledt skriftligt.');
    await seen('no guidance');

    await field(page, 'Gem vejledningen', 'dag').fill('2026-08-01');
    const language = await field(page, 'Gem vejledningen', 'sprog').locator('option').nth(1).getAttribute('value');
    await field(page, 'Gem vejledningen', 'sprog').selectOption(language);
    await field(page, 'Gem vejledningen', 'ord').fill('Pjece i mappen');
    await press(page, 'Gem vejledningen');
    if (await page.locator('text=på et sprog, som borgeren ikke står til at læse').count() > 0)
      await seen('another language');
    const case_path = new URL(page.url()).pathname;
    assert.match(case_path, /^\/fravaerssager\/\d+$/);

    const decider = await t.sitDown();
    await decider.logIn('benefits_officer');
    await decider.page.goto('/fravaerssager');
    t.check('absence: the benefits unit', await inspect(decider, 'benefits_officer', '/fravaerssager', t.folder));
    const answer = await decider.page.goto(case_path);
    assert.equal(answer.status(), 404, 'what was not recommended is not theirs to see');
    decider.complaints.length = 0;
    officer.complaints.length = 0;
  },
};
