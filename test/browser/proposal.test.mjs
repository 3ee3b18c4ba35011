// SPDX-License-Identifier: MIT
// A team's proposals with the keyboard alone: propose for everybody, lock one, forbid one, reject one with a reason, see
// what another place costs whom, accept; each state is inspected.
import assert from 'node:assert/strict';
import { inspect, inspectEnglish } from './inspect.mjs';

// A letter where no field has the focus, as somebody without a mouse presses it.
async function letter(page, key) {
  await page.evaluate(() => document.activeElement?.blur());
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
}

async function reason(page, code) {
  await page.locator('[name=grund]').selectOption(code);
}

const MOST_CLICKS = 4;

const proposed = (page) => page.locator('.match h2').first().innerText();

export const tests = {
  async 'proposals: a team from nothing to an accepted proposal'(t) {
    const person = await t.sitDown(), { page } = person;
    const seen = async (what) => t.check(`proposals: ${what}`,
      await inspect(person, 'employment_consultant', new URL(page.url()).pathname + new URL(page.url()).search, t.folder));

    await person.logIn('employment_consultant');
    await page.goto('/forslag');
    await page.locator('button:text-is("Lav forslag")').focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await person.sees('Kontrolleret:');
    const team = new URL(page.url()).pathname;
    await seen('a team');

    // One key locks the pair, and the next who waits is shown; before and after are told.
    const first = await proposed(page);
    await letter(page, 'l');
    await person.sees('Regnet om: før');
    assert.notEqual(await proposed(page), first);
    await person.sees('Låst');

    // Without a reason there is no "never": the field says so, and nothing typed is lost.
    await page.locator('[name=ord]').fill('Vil hellere noget andet');
    await letter(page, 'f');
    await person.sees('Vælg en grund.');
    assert.equal(await page.locator('[name=ord]').inputValue(), 'Vil hellere noget andet');
    await reason(page, 'wish');
    await letter(page, 'f');
    await person.sees('Regnet om: før');
    await reason(page, 'time');
    await letter(page, 'a');
    await person.sees('Regnet om: før');
    await seen('what we have said');

    // What each other place would cost whom.
    const rows = page.locator('table:has(caption:text("Andre pladser til")) tbody tr');
    assert.ok(await rows.count() >= 1);
    assert.match(await rows.first().innerText(), /ingen andre flytter|går fra|får/);

    await letter(page, 'g');
    await person.sees('Accepteret. Spørg nu borgeren og virksomheden');
    await page.locator('.props li:has-text("accepteret") a').first().click();
    await page.waitForLoadState();
    await page.locator('a:text-is("Svar og næste skridt")').click();
    await page.waitForLoadState();
    await person.sees('begge spørges');
    await seen('an accepted one');
    const accepted = new URL(page.url()).pathname;
    await page.click('button[name=sprog][value=en]');
    await page.waitForLoadState();
    for (const path of [team, accepted, '/forslag/kriterier', '/borger/3/arbejde', '/frivillige'])
      t.check(`proposals in English: ${path}`, await inspectEnglish(person, path));
  },

  async 'proposals: accepted by mouse in few clicks'(t) {
    const person = await t.sitDown(), { page } = person;
    await person.logIn('employment_consultant');
    await page.goto('/forslag?slags=language_buddy');
    await person.sees('sprogmakker');
    await page.goto('/virksomheder');
    const taken = await person.count(async () => {
      await page.locator('a[href="/forslag"]').first().click();
      await page.waitForURL('**/forslag/*');
      await page.click('button:text-matches("^Lav forslag")');
      await person.sees('Intet sker, før nogen siger ja.');
      await page.click('button[name=valg][value=godkend]');
      await page.waitForLoadState();
      await person.sees('Accepteret. Spørg nu borgeren og virksomheden');
    });
    assert.ok(taken.clicks <= MOST_CLICKS, `${taken.clicks} clicks`);
  },

  async 'a mentor declines, and the chief mentor sees it'(t) {
    const person = await t.sitDown(), { page } = person;
    const seen = async (path) => t.check(`mentors: ${path}`, await inspect(person, 'employment_consultant', path, t.folder));
    await person.logIn('employment_consultant');
    for (const name of ['Lone Leder', 'Poul Pensionist']) {
      await page.goto('/frivillige');
      await page.fill('[name=navn]', name);
      await page.locator('[name=chef]').selectOption({ label: 'Jonas Bech' });
      await page.click('button:text-is("Gem den frivillige")');
      await person.sees('Mentoren er gemt.');
      await page.click(`main a:text-is("${name}")`);
      await page.fill('[name=dag1]', '2026-11-02');
      await page.fill('[name=dag2]', '2026-11-09');
      await page.click('button:text-is("Gem kurset")');
      await person.sees('Kurset er gemt.');
    }
    await page.goto('/borger/3/frivillig');
    const taken = await person.count(async () => {
      await page.click('button:text-is("Gem ønsket")');
      await page.click('main a:text-is("Foreslå mentorer")');
      await page.waitForURL('**/forslag/*');
      await page.click('button:text-matches("^Lav forslag")');
      await page.click('button[name=valg][value=godkend]');
      await person.sees('Accepteret. Spørg nu borgeren og mentoren');
    });
    assert.ok(taken.clicks <= MOST_CLICKS, `${taken.clicks} clicks`);
    await page.goto('/forslag/1?slags=mentor&borger=3');
    await page.click('main a:text-is("Svar og næste skridt")');
    await page.click('form:has([name=hvem][value=virksomhed]) button[value=nej]');
    await person.sees('begge sider får besked');
    await page.goto('/frivillige');
    await page.click('main a:text-is("Chefmentorens overblik")');
    await page.waitForLoadState();
    await person.sees('en anden mentor til borgeren');
    await page.goto('/forslag/1?slags=mentor&borger=3');
    await page.click('button[name=valg][value=godkend]');
    await page.waitForLoadState();
    await page.goto('/frivillige/chef');
    await person.sees('svar fra mentoren og borgeren');
    await seen('/frivillige/chef');
    await page.click('button[name=sprog][value=en]');
    await page.waitForLoadState();
    t.check('mentors in English', await inspectEnglish(person, '/frivillige/chef'));
  },

  async 'what both sides say'(t) {
    const person = await t.sitDown();
    await person.logIn('employment_consultant');
    for (const path of ['/borger/3/arbejde', '/borger/3/arbejde/pladser', '/arbejdspladser/3', '/virksomheder/3/arbejdspladser',
      '/virksomheder/3/arbejdspladser/ny', '/jobfunktioner', '/forslag/kriterier', '/frivillige'])
      t.check(`proposals: ${path}`, await inspect(person, 'employment_consultant', path, t.folder));
  },
};
