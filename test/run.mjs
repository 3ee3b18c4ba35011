#!/usr/bin/env node
// SPDX-License-Identifier: MIT
// run.mjs: runs the tests that meson knows, two at a time, and counts what each says: cmocka's closing
// lines, "N passed, N failed", or else its exit. A program that dies before its count (a sanitizer's find, a
// failed check, its time limit) is one failure. What each said is in BUILD/log/NAME.txt.
// Usage: test/run.mjs BUILD [NAME...]
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const AT_ONCE = 2;
const [build, ...wanted] = process.argv.slice(2);
if (!build) throw new Error('usage: test/run.mjs BUILD [NAME...]');

const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((all, found) => all + Number(found[1]), 0);

function countOf(said, status) {
  const plain = [...said.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  const isCmocka = said.includes('[==========]');
  let passed = plain ? Number(plain[1]) : 0, failed = plain ? Number(plain[2]) : 0;
  if (!plain && isCmocka) {
    passed = sum(said, /^\[  PASSED  \] (\d+) test/gm);
    failed = sum(said, /^\[  FAILED  \] (\d+) test/gm);
  } else if (!plain && status === 0) {
    passed = 1;
  }
  if (failed === 0 && (status !== 0 || passed === 0)) failed = 1;
  return { passed, failed };
}

// Runs one test; gives { passed, failed } and prints a line, and all it said when something failed.
function runTest(test) {
  return new Promise((resolve) => {
    const begun = Date.now(), [program, ...args] = test.cmd;
    const child = spawn(program, args, {
      cwd: test.workdir ?? build, env: { ...process.env, ...test.env },
      stdio: ['ignore', 'pipe', 'pipe'], timeout: test.timeout * 1000, killSignal: 'SIGKILL',
    });
    const pieces = [];
    child.stdout.on('data', (piece) => pieces.push(piece));
    child.stderr.on('data', (piece) => pieces.push(piece));
    child.on('error', (error) => pieces.push(Buffer.from(String(error))));
    child.on('close', (code, signal) => {
      const said = Buffer.concat(pieces).toString();
      const count = countOf(said, code ?? signal);
      writeFileSync(`${build}/log/${test.name}.txt`, said);
      console.log(`${count.failed ? 'FAIL ' : 'ok   '} ${test.name}: ${count.passed} passed, ${count.failed} failed, `
        + `${((Date.now() - begun) / 1000).toFixed(1)} s`);
      if (count.failed) console.log(`      ended with ${code ?? signal}\n` + said.replace(/^/gm, '      '));
      resolve(count);
    });
  });
}

const tests = JSON.parse(execFileSync('meson', ['introspect', '--tests', build], { encoding: 'utf8' }))
  .filter((test) => wanted.length === 0 || wanted.includes(test.name));
mkdirSync(`${build}/log`, { recursive: true });

const total = { passed: 0, failed: 0 };
if (!process.env.FODFAESTE_TEST_PG) {
  console.log('FAIL  no PostgreSQL here: start this with test/with-postgres');
  total.failed++;
}
async function work() {
  for (let test = tests.shift(); test; test = tests.shift()) {
    const { passed, failed } = await runTest(test);
    total.passed += passed;
    total.failed += failed;
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(`unit: ${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
