// SPDX-License-Identifier: MIT
// inspect.mjs: what must be true of every page: valid HTML, nothing that keeps people out (WCAG 2.1 A and
// AA by axe-core), no complaint in the console, nothing wider than a phone; and two pictures. In English:
// the page says so, and no Danish is left of what has a translation (english.mjs).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { danishLeft } from './english.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    'no-inline-style': 'error', // The content security policy refuses it.
    'require-sri': 'off',       // Everything comes from ourselves.
    'long-title': 'off',
    // These know fewer patterns than WAI-ARIA has; axe-core checks the same and knows them.
    'aria-label-misuse': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
  },
});
const PHONE_SMALL = 320, PHONE = 390, DESK = 1440, HEIGHT = 1000;
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

async function invalidHtml(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages)
    .map((found) => `html ${found.line}:${found.column} ${found.ruleId}: ${found.message}`);
}

async function keepsPeopleOut(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), AXE_TAGS);
  return violations.flatMap((rule) => rule.nodes.map((node) => `axe ${rule.id}: ${node.target} ${node.failureSummary}`));
}

// What is wider than a phone: the page itself, or a part that does not scroll in a frame of its own.
async function isTooWide(page, phone) {
  await page.setViewportSize({ width: phone, height: HEIGHT });
  const { wide, widest } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const isFramed = (at) => at.parentElement?.closest('nav, .scroll') !== null; // These scroll by themselves.
    const outside = [...document.querySelectorAll('body *')].filter((at) => at.getBoundingClientRect().right > width + 1 && !isFramed(at));
    return {
      wide: document.documentElement.scrollWidth - width,
      widest: outside.slice(0, 3).map((at) => at.tagName.toLowerCase() + '.' + at.className).join(', '),
    };
  });
  return wide > 0 || widest !== '' ? [`${wide} px too wide at ${phone} px: ${widest}`] : [];
}

// What a page is made of: pages of the same make need only be searched once for what keeps people out.
const makeOf = (page) => page.evaluate(() => [...new Set([...document.querySelectorAll('*')]
  .map((at) => `${at.tagName}.${at.className?.baseVal ?? at.className}.${at.getAttribute('role') ?? ''}.${at.parentElement?.tagName}`))].sort().join());

async function isNew(page, path, seen) {
  const make = shapeOf(path) + ' ' + await makeOf(page);
  return !seen.has(make) && Boolean(seen.add(make));
}

// All that is wrong with the page at `path`; pictures are left in `folder`, named after who saw it. `seen`
// is a Set of what was searched already, by anybody.
export async function inspect(person, who, path, folder, seen = new Set()) {
  const { page, complaints } = person;
  await page.setViewportSize({ width: DESK, height: HEIGHT });
  complaints.length = 0;
  const answer = await page.goto(path);
  if (answer.status() !== 200) return [`answers ${answer.status()}`];

  const name = `${who}-` + (path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'forside');
  const wrong = await invalidHtml(await answer.text());
  if (await isNew(page, path, seen)) {
    wrong.push(...await keepsPeopleOut(page));
    await page.screenshot({ path: join(folder, `${name}-${DESK}.png`), fullPage: true });
    await page.setViewportSize({ width: PHONE, height: 844 });
    wrong.push(...(await keepsPeopleOut(page)).map((found) => `at ${PHONE} px, ${found}`));
    await page.screenshot({ path: join(folder, `${name}-${PHONE}.png`), fullPage: true });
  }
  for (const phone of [PHONE, PHONE_SMALL]) wrong.push(...await isTooWide(page, phone));
  wrong.push(...complaints.map((text) => 'console: ' + text));
  return [...new Set(wrong)];
}

// What is wrong with the page in English.
export async function inspectEnglish(person, path) {
  const { page } = person;
  const answer = await page.goto(path);
  if (answer.status() !== 200) return [`answers ${answer.status()}`];
  const language = await page.getAttribute('html', 'lang');
  const wrong = language === 'en' ? [] : [`lang is ${language}`];
  return wrong.concat((await danishLeft(page)).map((text) => `Danish left: ${text}`));
}

export const shapeOf = (path) => path.replace(/\d+/g, 'N').replace(/=[^&]*/g, '=')
  .replace(/^\/ordninger\/[^/?]+/, '/ordninger/ID').replace(/\/(ret|proev)\/[^?]*/, '/$1/STI');

// The pages that links lead to from `begin`, one of each shape (/borger/7 stands for all citizens).
export async function walk(person, begin, visit, limit = 100) {
  const waiting = [...begin], seen = new Set(waiting.map(shapeOf));
  for (let done = 0; waiting.length > 0 && done < limit; done++) {
    const path = waiting.shift();
    await visit(path);
    const links = await person.page.$$eval('a[href]:not([download])', (all) => all.map((at) => at.href));
    for (const link of links) {
      const { origin, pathname, search } = new URL(link);
      const next = pathname + search;
      if (origin !== new URL(person.page.url()).origin || seen.has(shapeOf(next))) continue;
      if (/\.(csv|xlsx|pdf|ics)$/.test(pathname)) continue;
      seen.add(shapeOf(next));
      waiting.push(next);
    }
  }
}
