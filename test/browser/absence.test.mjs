// SPDX-License-Identifier: MIT
// A case about absence from the list to the decision, by two people, with the keyboard alone; each state is inspected.
import assert from 'node:assert/strict';
import { inspect, inspectEnglish } from './inspect.mjs';

// A field of the form that has this button.
const field = (page, button, name) =>
  page.locator('form').filter({ has: page.locator(`button:text-is("${button}")`) }).locator(`[name=${name}]`).first();

// Presses the button as somebody without a mouse does.
async function press(page, button) {
  await page.locator(`button:text-is("${button}")`).first().focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function choose(page, button, name, value) {
  await field(page, button, `${name}][value=${value}`).focus();
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

    // Until it was in a language the citizen reads, it does not count.
    const stops = () => page.locator('text=på et sprog, som borgeren ikke står til at læse').count();
    for (let option = 1; option === 1 || await stops() > 0; option++) {
      await field(page, 'Gem vejledningen', 'dag').fill('2026-08-01');
      await field(page, 'Gem vejledningen', 'sprog').selectOption({ index: option });
      await field(page, 'Gem vejledningen', 'ord').fill('Pjece i mappen');
      await press(page, 'Gem vejledningen');
      if (option === 1 && await stops() > 0)
        await seen('another language');
    }
    await seen('the next step');
    for (const other of ['Kontakten er genoprettet', 'Stop sagen']) {
      await page.locator(`a:text-is("${other}")`).click();
      await page.waitForLoadState();
      t.check(`absence: ${other}`, await inspect(officer, 'sanction_officer', new URL(page.url()).pathname + new URL(page.url()).search, t.folder));
      await page.locator('a:text-is("Tilbage til sagen")').click();
      await page.waitForLoadState();
    }
    const case_path = new URL(page.url()).pathname;
    assert.match(case_path, /^\/fravaerssager\/\d+$/);

    // Nobody in the benefits unit sees what was not sent there.
    const decider = await t.sitDown();
    await decider.logIn('benefits_officer');
    assert.equal((await decider.page.goto(case_path)).status(), 404);
    decider.complaints.length = 0; // The browser's own line about the 404.

    await choose(page, 'Gem forsøget', 'hvordan', 'phone');
    await field(page, 'Gem forsøget', 'ord').fill('Ingen svarede');
    await press(page, 'Gem forsøget');
    await field(page, 'Gem, hvem der er spurgt', 'hvem').selectOption('language_centre');
    await press(page, 'Gem, hvem der er spurgt');
    await seen('somebody was asked');
    await field(page, 'Gem svaret', 'fra').selectOption({ index: 1 });
    await choose(page, 'Gem svaret', 'siger', 'absent');
    await field(page, 'Gem svaret', 'ord').fill('Kom ikke');
    await press(page, 'Gem svaret');
    await seen('the hearing');
    await choose(page, 'Send partshøringen', 'hvordan', 'digital_post');
    await press(page, 'Send partshøringen');
    await seen('the answer');
    await choose(page, 'Gem borgerens svar', 'svar', 'nothing');
    await choose(page, 'Gem borgerens svar', 'hvordan', 'phone');
    await press(page, 'Gem borgerens svar');
    await seen('the assessment');
    await choose(page, 'Gem vurderingen', 'grunde', 'none');
    await field(page, 'Gem vurderingen', 'ord').fill('Ingen grund er oplyst');
    if (await field(page, 'Gem vurderingen', 'fremmer').count() > 0)
      await field(page, 'Gem vurderingen', 'fremmer').fill('Vurderet');
    await press(page, 'Gem vurderingen');
    await field(page, 'Send til ydelsesenheden', 'ord').fill('Udeblevet uden grund');
    await press(page, 'Send til ydelsesenheden');
    await seen('sent on');
    assert.equal(await page.locator('button:text-is("Afgør sagen")').count(), 0);

    await decider.page.goto(case_path);
    t.check('absence: the decider', await inspect(decider, 'benefits_officer', case_path, t.folder));
    await choose(decider.page, 'Afgør sagen', 'afgoerelse', 'none');
    await choose(decider.page, 'Afgør sagen', 'hvordan', 'handed_over');
    await field(decider.page, 'Afgør sagen', 'ord').fill('Ikke godtgjort');
    await press(decider.page, 'Afgør sagen');
    await decider.sees('ingen sanktion');
    t.check('absence: decided', await inspect(decider, 'benefits_officer', case_path, t.folder));
  },

  async 'morning calls, and the same pages in English'(t) {
    const person = await t.sitDown(), { page } = person;
    await person.logIn('caseworker');
    await page.goto('/borger/3/vaekning');
    await page.check('[name=dage][value="1"]');
    await page.fill('[name=tid]', '6.45');
    await page.fill('[name=fra]', '2026-12-08');
    await page.fill('[name=ord]', 'Vil gerne vækkes');
    await press(page, 'Læg på listen');
    t.check('absence: calls of one', await inspect(person, 'caseworker', '/borger/3/vaekning', t.folder));
    t.check('absence: calls of a day', await inspect(person, 'caseworker', '/vaekning?dag=2026-12-08', t.folder));
    await page.click('button[name=sprog][value=en]');
    await page.waitForLoadState();
    for (const path of ['/vaekning?dag=2026-12-08', '/borger/3/vaekning', '/fravaerssager', '/borger/3/fravaer', '/fravaerssager/1'])
      t.check(`absence: in English ${path}`, await inspectEnglish(person, path));
    await page.goto('/');
    await page.click('button[name=sprog][value=da]');
  },
};
