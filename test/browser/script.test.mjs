// SPDX-License-Identifier: MIT
// assets/fodfaeste.js on small pages of the test's own, under the program's address and its content
// security policy, with the script and the style sheet that the program serves.
import assert from 'node:assert/strict';

const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; form-action 'self'";

// The addresses of script and style sheet, as the log-in page has them.
async function headOf(address) {
  const page = await (await fetch(address + '/log-ind')).text();
  return page.match(/<link rel="stylesheet"[^>]*>/)[0] + page.match(/<script [^>]*><\/script>/)[0];
}

// Opens /proeve with this body. `answers` has further pages by path: (request) => body or { location }.
async function onPage(t, body, answers = {}, attributes = '') {
  const person = await t.sitDown(), head = await headOf(t.address), posts = [];
  const pageOf = (inside) => `<!DOCTYPE html><html lang="da"><head><title>Prøve</title>${head}</head><body class="staff"
    data-say-draft="Kladde gemt #1" data-say-restored="Hentet frem" data-say-count="#1 af #2" ${attributes}><main id="main">${inside}</main></body></html>`;
  await person.page.route('**/proeve**', async (route) => {
    const request = route.request(), path = new URL(request.url()).pathname;
    if (request.method() === 'POST') posts.push(request.postData() ?? '');
    const answer = answers[path]?.(request) ?? body;
    await route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': POLICY }, body: pageOf(answer) });
  });
  await person.page.goto('/proeve');
  return { ...person, posts };
}

const row = (n) => `<tr><th scope="row"><a href="/proeve/${n}">Person ${n}</a></th>
  <td><a class="btn" href="/proeve/samtale/${n}" aria-keyshortcuts="S">Samtale</a></td></tr>`;
const list = `<table data-list><caption>Frister</caption><tbody>${[1, 2, 3].map(row).join('')}</tbody></table>
  <label>Find <input name="q" aria-keyshortcuts="/"></label>`;

const LETTERS = ['M', 'L', 'U', 'S', 'A'];
const attendance = `<form method="post" action="/proeve/gem" data-list data-draft="off"><table class="att"><caption>Fremmøde</caption><tbody>
  ${Array.from({ length: 12 }, (_, n) => `<tr><th scope="row">Person ${n}</th><td>${LETTERS.map((letter) =>
    `<label><input type="radio" name="p${n}" value="${letter}" aria-keyshortcuts="${letter}">${letter}</label>`).join('')}</td></tr>`).join('')}
  </tbody></table><p data-count></p><button class="btn" name="rest" value="M" data-rest="M" aria-keyshortcuts="R">Resten mødt</button>
  <button type="submit" class="btn main">Gem</button></form>`;
const form = `<form class="form" method="post" action="/proeve/gem"><label>Note <textarea name="note"></textarea></label>
  <button type="submit" class="btn main">Gem</button></form>`;

const isCurrent = (page, n) => page.locator(`tr:nth-child(${n})[aria-current]`).count();
const saved = { '/proeve/gem': () => '<h1>Gemt</h1>' };

export const tests = {
  async 'J and K walk the rows, a letter presses the current row'(t) {
    const { page } = await onPage(t, list);
    for (const [key, n] of [['j', 1], ['j', 2], ['j', 3], ['j', 3], ['k', 2]]) {
      await page.keyboard.press(key);
      assert.equal(await isCurrent(page, n), 1, `${key} leads to row ${n}`);
    }
    await page.keyboard.press('s');
    await page.waitForURL('**/proeve/samtale/2');
  },

  async 'a letter in a field is only a letter'(t) {
    const { page } = await onPage(t, list);
    await page.keyboard.press('/');
    await page.keyboard.type('sj');
    assert.equal(await page.inputValue('[name=q]'), 'sj');
    assert.ok(page.url().endsWith('/proeve'));
  },

  async 'letters can be switched off'(t) {
    const { page } = await onPage(t, list, {}, 'data-keys="off"');
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    assert.equal(await page.locator('[aria-current]').count(), 0);
    assert.ok(page.url().endsWith('/proeve'));
  },

  async 'attendance of twelve takes at most 14 keys'(t) {
    const { page, count, posts } = await onPage(t, attendance, saved);
    const taken = await count(async () => {
      for (const letter of 'mmlusammmmmm') await page.keyboard.press(letter);
      assert.equal(await page.locator('[data-count]').innerText(), '12 af 12');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/proeve/gem');
    });
    assert.ok(taken.keys <= 14 && taken.clicks === 0, `${taken.keys} keys, ${taken.clicks} clicks`);
    assert.equal(posts[0], 'p0=M&p1=M&p2=L&p3=U&p4=S&p5=A&p6=M&p7=M&p8=M&p9=M&p10=M&p11=M');
  },

  async 'the rest can be present with one key'(t) {
    const { page, count, posts } = await onPage(t, attendance, saved);
    const taken = await count(async () => {
      await page.keyboard.press('u');
      await page.keyboard.press('r');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/proeve/gem');
    });
    assert.equal(taken.keys, 3);
    assert.match(posts[0], /^p0=U&p1=M&.*p11=M/);
  },

  async 'Ctrl and Enter save from a field, once'(t) {
    const { page, posts } = await onPage(t, form, { '/proeve/gem': () => '<h1>Gemt</h1>' });
    await page.fill('textarea', 'aftalt');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/proeve/gem');
    assert.deepEqual(posts, ['note=aftalt']);
  },

  async 'two presses on the button are one post'(t) {
    const { page, posts } = await onPage(t, form, saved);
    await page.fill('textarea', 'aftalt');
    await page.evaluate(() => {
      const button = document.querySelector('.main');
      button.click();
      button.click();
    });
    await page.waitForURL('**/proeve/gem');
    assert.equal(posts.length, 1);
  },

  async 'what was typed comes back as a draft, and goes when it is saved'(t) {
    const { page, sees } = await onPage(t, form, saved);
    page.on('dialog', (dialog) => dialog.accept());
    await page.fill('textarea', 'halvt skrevet');
    await page.waitForSelector('.draft');
    await page.goto('/proeve');
    assert.equal(await page.inputValue('textarea'), 'halvt skrevet');
    await sees('Hentet frem');
    await page.click('.main');
    await page.waitForURL('**/proeve/gem');
    await page.goto('/proeve');
    assert.equal(await page.inputValue('textarea'), '');
  },

  async 'leaving what is not saved asks first'(t) {
    const { page } = await onPage(t, form);
    let asked = 0;
    page.on('dialog', (dialog) => { asked++; return dialog.accept(); });
    await page.click('textarea');
    await page.keyboard.type('halvt');
    await page.goto('/log-ind');
    assert.equal(asked, 1);
  },

  async 'a form opens in place, and its focus is in the first field'(t) {
    const { page } = await onPage(t, '<a href="/proeve/ny" data-into="aaben">Ny</a><p>bliver</p><div id="aaben"></div>',
      { '/proeve/ny': () => `<h1>Hele siden</h1><div id="aaben">${form}</div>` });
    await page.click('a');
    await page.waitForSelector('#aaben textarea:focus');
    assert.equal(await page.locator('h1').count(), 0);
    assert.ok(page.url().endsWith('/proeve'));
  },

  async 'without a place for it the link leads to its page'(t) {
    const { page } = await onPage(t, '<a href="/proeve/ny" data-into="aaben">Ny</a>', { '/proeve/ny': () => '<h1>Hele siden</h1>' });
    await page.click('a');
    await page.waitForURL('**/proeve/ny');
  },
};
