// SPDX-License-Identifier: MIT
// site.mjs: the program under test with a store of its own, in a temporary folder, on a free port.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 60_000;
export const NOW = '2026-12-08T09:12'; // The Tuesday of the sketches.
export const PASSWORD = 'en lang adgangskode til prøven';

// The people of the tests, by role: some of the example municipality's staff.
export const people = {
  caseworker: { login: 'mette', name: 'Mette Lund Krogh' },
  employment_consultant: { login: 'jonas', name: 'Jonas Bech' },
  teacher: { login: 'karen', name: 'Karen Toft' },
  team_leader: { login: 'lis', name: 'Lis Overgaard' },
  leader: { login: 'birthe', name: 'Birthe Holm' },
  sanction_officer: { login: 'tove', name: 'Tove Lind' },
  benefits_officer: { login: 'yrsa', name: 'Yrsa Bang' },
  data_officer: { login: 'vera', name: 'Vera Munk' },
  administrator: { login: 'admin', name: 'Ib Storgaard' },
};

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
  execFileSync(program,
    ['simulate', '--store', store, '--citizens', '90', '--companies', '30', '--until', NOW, '--password', PASSWORD],
    { stdio: ['ignore', 'ignore', 'ignore'] });

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
