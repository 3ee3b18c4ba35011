// SPDX-License-Identifier: MIT
// The picture of the README: a citizen's page as it is today. docs/citizen.png is a copy of it.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const README_BYTES_MAX = 200_000;

export const tests = {
  async 'the picture of the README'(t) {
    const { page, logIn } = await t.sitDown({ width: 1280, height: 800 });
    const path = join(t.folder, 'readme.png');
    await logIn('employment_consultant');
    await page.click('.who a[href^="/borger/"] >> nth=0');
    await page.waitForLoadState();
    assert.match(page.url(), /\/borger\/\d+$/);
    await page.screenshot({ path });
    assert.ok(statSync(path).size < README_BYTES_MAX, 'too large for the repository');
  },
};
