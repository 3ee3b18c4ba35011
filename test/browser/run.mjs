// SPDX-License-Identifier: MIT
// run.mjs: the tests in a browser. Usage: node test/browser/run.mjs PROGRAM [FILE...]
// Each *.test.mjs here has tests by name: `export const tests = { 'says what': async (t) => { ... } }`.
// A test gets t.sitDown(options) (hands.mjs), t.check(name, wrong) for a finding of its own, t.folder for
// pictures and t.address. Closing line: N passed, N failed.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { sitDown } from './hands.mjs';
import { start } from './site.mjs';

const TEST_MS = 900_000;
const here = dirname(fileURLToPath(import.meta.url));
const [program, ...wanted] = process.argv.slice(2);
if (!program) throw new Error('usage: node test/browser/run.mjs PROGRAM [FILE...]');

const folder = resolve(here, '../../build-test/pictures');
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let passed = 0, failed = 0;

function check(name, wrong) {
  if (wrong.length === 0) passed++;
  else failed++;
  console.log(`${wrong.length === 0 ? 'ok   ' : 'FAIL '} ${name}`);
  for (const text of wrong) console.log('      ' + String(text).replaceAll('\n', '\n      '));
}

const late = () => new Promise((_, reject) => {
  setTimeout(() => reject(new Error(`not done after ${TEST_MS / 1000} s`)), TEST_MS).unref();
});

async function runTest(browser, site, name, test) {
  const people = [];
  const t = {
    address: site.address, folder, check,
    async sitDown(options) {
      people.push(await sitDown(browser, site.address, options));
      return people.at(-1);
    },
  };
  try {
    await Promise.race([test(t), late()]);
    check(name, people.flatMap((person) => person.complaints.map((text) => 'console: ' + text)));
  } catch (error) {
    check(name, [error.stack ?? error]);
    await people.at(-1)?.page.screenshot({ path: `${folder}/FAILED-${name.replace(/\W+/g, '-')}.png` }).catch(() => {});
  } finally {
    for (const person of people) await person.leave();
  }
}

const files = readdirSync(here).filter((file) => file.endsWith('.test.mjs')
  && (wanted.length === 0 || wanted.some((name) => file.startsWith(basename(name, '.test.mjs'))))).sort();
const site = await start(resolve(program));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  for (const file of files) {
    const { tests } = await import(pathToFileURL(`${here}/${file}`));
    for (const [name, test] of Object.entries(tests))
      await runTest(browser, site, `${basename(file, '.test.mjs')}: ${name}`, test);
  }
} finally {
  await browser.close();
  await site.stop();
}
if (failed > 0) console.log(site.log().split('\n').filter((line) => !line.includes('"level":"info"')).slice(-40).join('\n'));
console.log(`browser: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
