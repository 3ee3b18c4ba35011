// SPDX-License-Identifier: MIT
// site.mjs: the program under test with a store of its own, in a temporary folder, on a free port.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 60_000;
export const NOW = '2026-12-08T09:12'; // The Tuesday of the sketches.
export const PASSWORD = 'en lang adgangskode til prøven';

// The people of the tests, by role. The example municipality is built around the first of them.
export const people = {
  caseworker: { login: 'mette', name: 'Mette Lund Krogh' },
  leader: { login: 'anne', name: 'Anne Holm' },
  administrator: { login: 'admin', name: 'Ole Admin' },
};

// What the program can do, as its own help says.
const commandsOf = (program) => execFileSync(program, ['--help'], { encoding: 'utf8' });

function addPeople(program, store) {
  for (const [role, { login, name }] of Object.entries(people))
    execFileSync(program,
      ['user', 'add', '--store', store, '--login', login, '--name', name, '--role', role, '--unit', 'integration'],
      { input: PASSWORD + '\n', stdio: ['pipe', 'ignore', 'pipe'] });
}

// The address, once the server has said that it listens.
function listening(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error('the server does not answer:\n' + said)), START_MS);
    const read = (bytes) => {
      said += bytes;
      const found = /listening on (\S+)/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve('http://' + found[1]);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
}

export async function start(program) {
  const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-browser-'));
  const store = 'sqlite:' + folder;
  execFileSync(program, ['init', '--store', store], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (/^ +simulate /m.test(commandsOf(program)))
    execFileSync(program, ['simulate', '--store', store, '--citizens', '60', '--until', NOW.slice(0, 10)],
      { stdio: ['ignore', 'ignore', 'inherit'] });
  addPeople(program, store);

  const server = spawn(program,
    ['serve', '--store', store, '--listen', '127.0.0.1:0', '--workers', '2', '--now', NOW, '--demo']);
  const log = [];
  server.stderr.on('data', (bytes) => log.push(bytes));
  const address = await listening(server);
  return {
    address,
    log: () => Buffer.concat(log).toString(),
    stop: () => new Promise((resolve) => {
      server.removeAllListeners('exit');
      server.once('exit', () => {
        rmSync(folder, { recursive: true, force: true });
        resolve();
      });
      server.kill('SIGTERM');
    }),
  };
}
