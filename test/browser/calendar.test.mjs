// SPDX-License-Identifier: MIT
// Calendars read by somebody else's client (ical.js, Thunderbird's): a group's over the change of clocks, a citizen's.
import assert from 'node:assert/strict';
import ICAL from 'ical.js';

// Makes an address on a page of calendars and fetches what is behind it, as a telephone does: without log-in.
async function subscribe({ page }, path) {
  await page.goto(path);
  await page.click('main form .btn.main');
  const address = await page.locator('main [role=status] code').textContent();
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^text\/calendar/);
  return { address, text: await answer.text() };
}

// As the client sees it: its own events with times by the zone that the calendar brings with it.
function read(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((at) => new ICAL.Event(at));
}

const utc = (time) => time.toJSDate().toISOString();

export const tests = {
  async 'a group with a session called off, and one after the clocks change'(t) {
    const person = await t.sitDown();
    const { page } = person;
    await person.logIn('employment_consultant');
    await page.goto('/hold/1');
    await page.fill('[name=fra]', '2026-12-14');
    await page.fill('[name=til]', '2026-12-18');
    await page.click('main form:has([name=fra]) button:has-text("Læg i kalenderen")');
    const { text } = await subscribe(person, '/hold/1/kalender');
    const events = read(text);
    assert.ok(events.length >= 5, `${events.length} events`);
    assert.equal(new Set(events.map((at) => at.uid)).size, events.length);
    for (const at of events) {
      assert.ok(at.endDate.compare(at.startDate) > 0);
      assert.equal(at.startDate.zone.tzid, 'Europe/Copenhagen');
      assert.ok(at.summary.length > 0);
    }
    // Winter time: 8.00 is 7 in the world's.
    const monday = events.find((at) => at.startDate.toString().startsWith('2026-12-14T08:00'));
    assert.equal(utc(monday.startDate), '2026-12-14T07:00:00.000Z');

    // Called off, it stays and says so, under the same name.
    await page.goto('/hold/1');
    const link = await page.locator('main a[href*="/gange/"][href$="/ret"]').first().getAttribute('href');
    await page.goto(link);
    await page.fill('[name=grund]', 'Underviseren er syg');
    await page.click('button:has-text("Aflys mødegangen")');
    const after = read((await subscribe(person, '/hold/1/kalender')).text);
    const gone = after.filter((at) => at.component.getFirstPropertyValue('status') === 'CANCELLED');
    assert.equal(gone.length, 1);
    const before = events.find((at) => at.uid === gone[0].uid);
    assert.equal(before.component.getFirstPropertyValue('status'), 'CONFIRMED');
    assert.ok(gone[0].sequence > before.sequence);
  },

  async 'the zone of the calendar knows both sides of the change'(t) {
    const person = await t.sitDown();
    await person.logIn('caseworker');
    const { text, address } = await subscribe(person, '/min-kalender');
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtimezone'));
    const offset = (iso) => {
      const time = ICAL.Time.fromDateTimeString(iso);
      return zone.utcOffset(time) / 3600;
    };
    assert.equal(offset('2027-03-27T12:00:00'), 1);
    assert.equal(offset('2027-03-28T12:00:00'), 2);
    assert.equal(offset('2027-10-30T12:00:00'), 2);
    assert.equal(offset('2027-10-31T12:00:00'), 1);
    assert.ok(read(text).every((at) => !/Yulia|Bondar/.test(at.summary + at.description)));

    // Withdrawn, it opens no more.
    await person.page.goto('/min-kalender');
    await person.page.click('main table button:has-text("Træk tilbage")');
    assert.equal((await fetch(address)).status, 404);
  },
};
