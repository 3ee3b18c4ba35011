// SPDX-License-Identifier: MIT
// Quicker hands, and nothing typed is lost. Every task also works without this file: it only presses
// what is on the page, fetches what a link would open, and keeps what is in the fields.
//
// aria-keyshortcuts="S"   on a link, button or choice: the letter presses it. In a row of a list it is
//                         the current row's. Off while typing, and with <body data-keys="off">.
// data-list               on a table or form: J K and the arrows walk its rows. A choice made by letter
//                         in a row walks on by itself; data-rest="M" makes that choice where none is.
// data-count              shows how many rows of the list have a choice; data-say-count has the words.
// data-into="id"          on a link or form: the element with this id on the page it leads to takes the
//                         place of the one here. When there is none, the whole page changes.
// data-say-busy="words"   on a button whose work takes a while: shown with a moving bar until the answer comes.
// data-draft="off"        on a form: keep no draft. data-toast: goes away after eight seconds.
// Words for people stand on <body> as data-say-*, where they are translated; #1, #2 are numbers or times.

const TOAST_MS = 8000, DRAFT_MS = 300;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const words = (name, ...holes) =>
  (document.body.dataset['say' + name] ?? '').replace(/#(\d)/g, (_, n) => holes[n - 1]);

// --- rows and keys ---

const isTyping = (at) => at.matches('textarea, select, [contenteditable], input:not([type=radio],'
  + '[type=checkbox],[type=button],[type=submit])');
const isShown = (at) => at.getClientRects().length > 0;
const rowsOf = (list) => all('tbody tr', list).filter((row) => row.querySelector('a, button, input'));

function currentRow() {
  return document.activeElement?.closest('[data-list] tbody tr')
    ?? document.querySelector('[data-list] tr[aria-current]')
    ?? all('[data-list]').flatMap(rowsOf)[0];
}

function goTo(row) {
  const list = row.closest('[data-list]');
  all('tr[aria-current]', list).forEach((old) => old.removeAttribute('aria-current'));
  all('tr.cur', list).forEach((old) => old.classList.remove('cur'));
  row.setAttribute('aria-current', 'true');
  row.classList.add('cur');
  (row.querySelector('input:checked') ?? row.querySelector('th a, a, input, button'))?.focus();
  row.scrollIntoView({ block: 'nearest' });
}

function goFrom(row, step) {
  const rows = rowsOf(row.closest('[data-list]'));
  goTo(rows[rows.indexOf(row) + step] ?? row);
}

// The first step from nowhere marks the first row, as a reader expects.
function walk(step) {
  const row = currentRow();
  if (row) goFrom(row, row.hasAttribute('aria-current') || row.contains(document.activeElement) ? step : 0);
  return row;
}

function choose(choice) {
  choice.checked = true;
  choice.dispatchEvent(new Event('input', { bubbles: true }));
}

function press(at) {
  if (at.matches('input[type=radio], input[type=checkbox]')) {
    choose(at);
    const row = at.closest('[data-list] tr');
    if (row) goFrom(row, 1);
  } else if (isTyping(at)) {
    at.focus();
    at.select?.();
  } else {
    at.click();
  }
}

// In a list only the current row's own; then anything on the page that stands in no row.
function withShortcut(key) {
  const selector = `[aria-keyshortcuts~="${CSS.escape(key)}"]`;
  return currentRow()?.querySelector(selector)
    ?? all(selector).find((at) => !at.closest('[data-list] tr') && isShown(at));
}

function chooseRest(button) {
  for (const row of rowsOf(button.closest('form') ?? document)) {
    const choice = row.querySelector(`[aria-keyshortcuts="${CSS.escape(button.dataset.rest)}"]`);
    if (choice && !row.querySelector(`[name="${CSS.escape(choice.name)}"]:checked`)) choose(choice);
  }
  button.form?.querySelector('.main')?.focus();
}

const steps = { J: 1, K: -1, ArrowDown: 1, ArrowUp: -1 };

document.addEventListener('keydown', (event) => {
  const at = event.target, key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (key === 'Enter' && at.form && (event.ctrlKey || /radio|checkbox/.test(at.type))) {
    event.preventDefault();
    at.form.requestSubmit(at.form.querySelector('.main[type=submit]'));
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(at)) {
    if (key === 'Escape') at.blur();
    return;
  }
  const isLetter = event.key.length === 1;
  if (isLetter && document.body.dataset.keys === 'off') return;
  if (steps[key] && (isLetter || at.closest('[data-list]')) && walk(steps[key])) {
    event.preventDefault();
    return;
  }
  const found = key === 'Enter' ? at === document.body && currentRow()?.querySelector('th a, a') : withShortcut(key);
  if (!found) return;
  event.preventDefault();
  press(found);
});

// --- one region instead of a whole page ---

function focusIn(region) {
  (region.querySelector('[role=alert], [aria-invalid=true], [autofocus]')
    ?? region.querySelector('input:not([type=hidden]), select, textarea, h1, h2'))?.focus();
}

async function replace(id, address, options) {
  const here = document.getElementById(id);
  here.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, options);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const isSaved = options && answer.redirected;
    const wanted = isSaved ? 'main' : id;
    const there = page.getElementById(wanted);
    if (!there) return location.assign(answer.url);
    document.getElementById(wanted).replaceWith(there);
    if (isSaved) {
      history.pushState(null, '', answer.url);
      document.title = page.title;
    }
    begin(there);
    focusIn(isSaved ? there.querySelector('[role=status]') ?? there : there);
  } catch {
    here.removeAttribute('aria-busy');
    goesAway(tell(document.body, 'toast', words('Offline')));
    all('form', here).forEach((form) => delete form.dataset.sent);
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-into]'), rest = event.target.closest('[data-rest]');
  if (rest) {
    event.preventDefault();
    chooseRest(rest);
  } else if (link && document.getElementById(link.dataset.into) && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    replace(link.dataset.into, link.href);
  }
});
addEventListener('popstate', () => location.reload());

// --- drafts, a warning before they are left, and one post for one press ---

const draftOf = (form) => 'draft:' + location.pathname + ' ' + form.getAttribute('action');
const kept = (form) => [...form.elements].filter((at) => at.name && !at.disabled
  && !['hidden', 'password', 'file', 'submit', 'button', 'fieldset'].includes(at.type));
const state = (form) => JSON.stringify(kept(form).map((at) => (/radio|checkbox/.test(at.type) ? at.checked : at.value)));

// A line that screen readers say aloud, at the end of a form or of the page.
function tell(place, name, text) {
  const line = place.querySelector('.' + name) ?? document.createElement('p');
  line.className = 'hint ' + name;
  line.setAttribute('role', 'status');
  line.textContent = text;
  place.append(line);
  return line;
}

function restore(form) {
  const values = JSON.parse(sessionStorage.getItem(draftOf(form)) ?? 'null');
  const fields = kept(form);
  if (!values || values.length !== fields.length || form.querySelector('[role=alert]')) return;
  fields.forEach((at, i) => {
    if (typeof values[i] === 'boolean') at.checked = values[i];
    else at.value = values[i];
  });
  tell(form, 'draft', words('Restored'));
}

function keepDraft(form) {
  if (form.dataset.draft === 'off') return;
  sessionStorage.setItem(draftOf(form), state(form));
  tell(form, 'draft', words('Draft', new Date().toTimeString().slice(0, 5).replace(':', '.')));
}

const began = new WeakMap(), timers = new WeakMap();
const isChanged = (form) => began.has(form) && !form.dataset.sent && began.get(form) !== state(form);

document.addEventListener('input', (event) => {
  const list = event.target.closest('[data-list]'), form = event.target.form;
  if (list) count(list);
  if (!began.has(form)) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => isChanged(form) && keepDraft(form), DRAFT_MS));
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  if (form.method !== 'post') return;
  if (began.has(form) && form.dataset.draft !== 'off') sessionStorage.setItem('sent', draftOf(form));
  if (form.action.endsWith('/log-ud')) sessionStorage.clear();
  form.dataset.sent = 'true';
  if (event.submitter?.dataset.sayBusy) showBusy(form, event.submitter.dataset.sayBusy);
  if (!document.getElementById(form.dataset.into)) return;
  event.preventDefault();
  replace(form.dataset.into, form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, event.submitter)) });
});
addEventListener('pageshow', () => {
  all('form[data-sent]').forEach((form) => delete form.dataset.sent);
  all('.busy').forEach((line) => line.remove());
});
addEventListener('beforeunload', (event) => {
  if (all('form.form, form[data-list]').some(isChanged)) event.preventDefault();
});

// A draft that was sent is kept until a page shows that it arrived: not the log-in, not its own errors.
function forgetSent() {
  if (document.querySelector('input[type=password], form [role=alert]')) return;
  sessionStorage.removeItem(sessionStorage.getItem('sent'));
  sessionStorage.removeItem('sent');
}

// --- small things ---

function count(list) {
  const shown = list.querySelector('[data-count]') ?? document.querySelector('[data-count]');
  const rows = rowsOf(list);
  if (shown) shown.textContent = words('Count', rows.filter((row) => row.querySelector('input:checked')).length, rows.length);
}

// What takes a while says so, and that it goes on.
function showBusy(form, text) {
  tell(form, 'busy', text + ' ').append(document.createElement('progress'));
}

function goesAway(at) {
  const leave = () => (at.matches(':focus-within, :hover') ? setTimeout(leave, TOAST_MS) : at.remove());
  setTimeout(leave, TOAST_MS);
}

function begin(region) {
  all('form.form, form[data-list]', region).concat(region.matches?.('form.form') ? region : []).forEach((form) => {
    if (form.method !== 'post') return;
    began.set(form, state(form));
    if (form.dataset.draft !== 'off') restore(form);
  });
  all('[data-toast]', region).forEach(goesAway);
}

forgetSent();
begin(document);
