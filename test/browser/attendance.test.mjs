// SPDX-License-Identifier: MIT
// Attendance of a full group: twelve letters and Enter at the keyboard, one touch a person on a phone, and
// a plain form without JavaScript. Each test takes it anew: what is saved may be saved again.
import assert from 'node:assert/strict';

const MEMBERS = 12, MOST_KEYS = 14;
const rows = 'table.att tbody tr', marked = 'table.att input[type=radio]:checked';

// From Today to the group with twelve; the teacher finds it among the day's appointments.
async function openFullGroup({ page }) {
  const links = await page.$$eval('.appointments a[href*=fremmoede]', (all) => all.map((at) => at.getAttribute('href')));
  for (const link of links) {
    await page.goto(link);
    if (await page.locator(rows).count() === MEMBERS) return;
  }
  assert.fail(`none of ${links.length} groups of today has ${MEMBERS} members`);
}

async function isSaved({ page }) {
  await page.waitForSelector('main [role=status]:has-text("gemt")');
  assert.equal(await page.locator('main [role=alert]').count(), 0);
}

// The stored marks, as somebody sees them who opens the page afterwards.
async function marks({ page }) {
  await page.goto(page.url());
  return page.$$eval(marked, (all) => all.map((at) => at.getAttribute('aria-keyshortcuts')).join(''));
}

export const tests = {
  async 'a letter for each of twelve, and Enter'(t) {
    const person = await t.sitDown();
    await person.logIn('teacher');
    await openFullGroup(person);
    const taken = await person.count(async () => {
      for (const letter of 'mmmsmmummlmm') await person.page.keyboard.press(letter);
      await person.page.keyboard.press('Enter');
      await isSaved(person);
    });
    assert.equal(taken.clicks, 0);
    assert.ok(taken.keys <= MOST_KEYS, `${taken.keys} key presses`);
    assert.equal(await marks(person), 'MMMSMMUMMLMM');
  },

  async 'the two who are not there, then the rest'(t) {
    const person = await t.sitDown();
    await person.logIn('teacher');
    await openFullGroup(person);
    await person.page.$$eval(marked, (all) => all.forEach((at) => { at.checked = false; })); // As before anybody came.
    const taken = await person.count(async () => {
      for (const key of ['a', 'j', 's', 'r', 'Enter']) await person.page.keyboard.press(key);
      await isSaved(person);
    });
    assert.ok(taken.keys <= MOST_KEYS, `${taken.keys} key presses`);
    const stored = await marks(person);
    assert.equal(stored.length, MEMBERS);
    assert.equal(stored.replaceAll('M', ''), 'AS');
  },

  async 'without JavaScript'(t) {
    const person = await t.sitDown({ script: false });
    const { page } = person;
    await person.logIn('teacher');
    await openFullGroup(person);
    for (let i = 0; i < MEMBERS; i++)
      await page.locator(rows).nth(i).locator(`label:has([aria-keyshortcuts=${i === 4 ? 'L' : 'M'}])`).click();
    await page.locator(rows).nth(4).locator('td input[aria-keyshortcuts=B]').fill('Tandlæge');
    await page.click('main form .btn.main');
    await isSaved(person);
    assert.equal(await marks(person), 'MMMMLMMMMMMM');
    assert.equal(await page.locator(rows).nth(4).locator('td input[aria-keyshortcuts=B]').inputValue(), 'Tandlæge');
  },

  async 'by touch on a phone, a touch for each'(t) {
    const person = await t.sitDown({ width: 390, height: 844 });
    const { page } = person;
    await person.logIn('teacher');
    await openFullGroup(person);
    const taken = await person.count(async () => {
      for (let i = 0; i < MEMBERS; i++) {
        const button = page.locator(rows).nth(i).locator(`label:has([aria-keyshortcuts=${i === 7 ? 'U' : 'M'}])`);
        const { width, height } = await button.boundingBox();
        assert.ok(width >= 24 && height >= 40, `${width} x ${height} is small for a thumb`);
        await button.click();
      }
      await page.click('main form .btn.main');
      await isSaved(person);
    });
    assert.equal(taken.clicks, MEMBERS + 1);
    assert.equal(await marks(person), 'MMMMMMMUMMMM');
  },

  async 'twenty-five within two screens of a phone'(t) {
    const HEIGHT = 844, MANY = 25, SCREENS = 2;
    const person = await t.sitDown({ width: 390, height: HEIGHT });
    const { page } = person;
    await person.logIn('teacher');
    await openFullGroup(person);
    const height = await page.evaluate((many) => {
      const body = document.querySelector('table.att tbody');
      for (let i = 0; body.rows.length < many; i++) body.append(body.rows[i].cloneNode(true));
      const top = body.rows[0].getBoundingClientRect().top;
      return document.querySelector('.savebar').getBoundingClientRect().bottom - top;
    }, MANY);
    const rowsHeight = await page.$eval('table.att tbody', (body) => body.getBoundingClientRect().height);
    assert.ok(rowsHeight <= SCREENS * HEIGHT, `${MANY} rows are ${rowsHeight} high, with the bar ${height}`);
  },

  async 'two teachers at once lose nothing'(t) {
    const first = await t.sitDown(), second = await t.sitDown();
    for (const person of [first, second]) {
      await person.logIn('teacher');
      await openFullGroup(person);
      await person.page.$$eval(marked, (all) => all.forEach((at) => { at.checked = false; }));
    }
    const mark = ({ page }, row, letter) => page.locator(rows).nth(row).locator(`label:has([aria-keyshortcuts=${letter}])`).click();
    await mark(first, 0, 'S');
    await mark(second, 1, 'U');
    await first.page.click('main form .btn.main');
    await isSaved(first);
    await second.page.click('main form .btn.main');
    await second.page.waitForSelector('main [role=alert]');
    second.complaints.length = 0; // That it was refused once is what is tried.
    await second.page.click('main form .btn.main');
    await isSaved(second);
    assert.equal((await marks(second)).slice(0, 2), 'SU');
  },
};
