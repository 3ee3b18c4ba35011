// SPDX-License-Identifier: MIT
// newcomer.mjs: somebody who was housed this morning, made by the caseworker as she would: the citizen,
// herself as coordinator, the scheme. Until then the example municipality may have nobody to place.
import { NOW, people } from './site.mjs';

export async function addNewcomer(t, name) {
  const person = await t.sitDown({ script: false });
  const { page } = person;
  await person.logIn('caseworker');
  await page.goto('/borger/ny');
  await page.fill('[name=soeg]', name);
  await page.click('button[value=soeg]');
  await page.fill('[name=fornavn]', name);
  await page.fill('[name=efternavn]', 'Nyankommen');
  await page.fill('[name=foedt]', '1991-05-17');
  await page.fill('[name=by]', 'Fjordby');
  await page.fill('[name=boligplaceret]', NOW.slice(0, 11) + '08:00');
  await page.click('main form.form .btn.main');
  await page.waitForURL(/\/borger\/\d+/);
  const path = /\/borger\/\d+/.exec(page.url())[0];

  for (const role of ['coordinator', 'caseworker']) {
    await page.goto(path + '/team');
    await page.selectOption('[name=rolle]', role);
    await page.selectOption('[name=hvem]', { label: people.caseworker.name });
    await page.click('main form.form .btn.main');
  }
  await page.goto(path + '/ordninger');
  await page.selectOption('[name=ordning]', 'hedensted_model');
  await page.click('main form.form:has([name=ordning]) .btn.main');
  return path;
}
