// SPDX-License-Identifier: MIT
// Getting in: wrong password, keyboard only, without JavaScript, and out again.
import assert from 'node:assert/strict';
import { PASSWORD, people } from './site.mjs';

export const tests = {
  async 'a wrong password says so and keeps the name'(t) {
    const person = await t.sitDown();
    await person.page.goto('/log-ind');
    await person.page.fill('[name=brugernavn]', people.caseworker.login);
    await person.page.fill('[name=adgangskode]', 'forkert');
    await person.page.click('main .btn.main');
    assert.equal(await person.page.inputValue('[name=brugernavn]'), people.caseworker.login);
    assert.equal(await person.page.inputValue('[name=adgangskode]'), '');
    assert.equal(await person.page.locator('[role=alert]').count(), 1);
    person.complaints.length = 0; // The browser notes the 422.
  },

  async 'with the keyboard alone'(t) {
    const person = await t.sitDown();
    await person.page.goto('/log-ind');
    await person.page.focus('[name=brugernavn]');
    await person.page.keyboard.type(people.caseworker.login);
    await person.page.keyboard.press('Tab');
    await person.page.keyboard.type(PASSWORD);
    await person.page.keyboard.press('Enter');
    await person.page.waitForURL((address) => address.pathname !== '/log-ind');
    await person.sees(people.caseworker.name);
  },

  async 'without JavaScript, in and out'(t) {
    const person = await t.sitDown({ script: false });
    await person.logIn('caseworker');
    await person.page.click('form[action="/log-ud"] button');
    await person.page.goto('/');
    assert.equal(await person.page.locator('[name=adgangskode]').count(), 1);
  },
};
