// SPDX-License-Identifier: MIT
// english.mjs: finds Danish on a page that should be English: what has another translation in po/en.po or in
// law/glossary.tsv, and stands there untranslated all the same. Names and people's own words are marked
// translate="no" and are left alone.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (path) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const unquote = (lines) => [...lines.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((found) => JSON.parse(`"${found[1]}"`)).join('');
const LETTERS_MIN = 8; // Of a message with holes, beside them: fewer would find English sentences too.

function messages() {
  return read('po/en.po').split('\n\n').flatMap((entry) => {
    const [, danish, english] = /^msgid ([^]*?)^msgstr ([^]*)/m.exec(entry) ?? [];
    return danish ? [[unquote(danish), unquote(english)]] : [];
  });
}

// Columns: list, identifier, Danish, plural, English, ...
function glossary() {
  return read('law/glossary.tsv').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t')).map(([, , danish, , english]) => [danish, english]);
}

const pairs = [...messages(), ...glossary()].filter(([danish, english]) => danish && english && english !== '-' && danish !== english);
const englishWords = new Set(pairs.map(([, english]) => english));
const whole = new Set(pairs.map(([danish]) => danish).filter((danish) => /\p{L}{2}/u.test(danish) && !englishWords.has(danish)));
const withHoles = pairs.map(([danish]) => danish)
  .filter((danish) => danish.includes('{1}') && (danish.replace(/\{\d\}/g, '').match(/\p{L}/gu) ?? []).length >= LETTERS_MIN)
  .map((danish) => new RegExp('^' + danish.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '.+') + '$', 'su'));

export async function danishLeft(page) {
  const said = await page.evaluate(() => {
    const texts = new Set();
    const isOurs = (at) => at.closest('[translate=no], [lang=da], script, style, textarea') === null;
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (isOurs(walker.currentNode.parentElement)) texts.add(walker.currentNode.data.replace(/\s+/g, ' ').trim());
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'data-l'])
      for (const at of document.querySelectorAll(`[${name}]`))
        if (isOurs(at)) texts.add(at.getAttribute(name).trim());
    return [...texts];
  });
  return said.filter((text) => whole.has(text) || withHoles.some((pattern) => pattern.test(text)));
}
