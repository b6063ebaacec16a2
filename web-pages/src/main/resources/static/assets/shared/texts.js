import en from './texts.en.js';
import id from './texts.id.js';

/** Says things in the person's language: the one he chose here, else the browser's, else English. */
const LANGUAGES = { en: { ...en }, id: { ...id } };
const REMEMBERED = 'exam-ledger.language';

export const changes = new EventTarget();

let language = remembered() ?? (navigator.language.toLowerCase().startsWith('id') ? 'id' : 'en');
document.documentElement.lang = language;

export function currentLanguage() {
  return language;
}

export function speak(chosen) {
  language = chosen in LANGUAGES ? chosen : 'en';
  document.documentElement.lang = language;
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that remembers nothing asks again next time.
  }
  changes.dispatchEvent(new Event('change'));
}

/** Adds the sentences of one page; their keys begin with its name, so that no page changes what another one says. */
export function learn(sentences) {
  for (const [tongue, said] of Object.entries(sentences)) {
    Object.assign(LANGUAGES[tongue], said);
  }
}

/** @param values what stands for `{name}` in the sentence */
export function say(key, values = {}) {
  const sentence = LANGUAGES[language][key] ?? LANGUAGES.en[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (_whole, name) => values[name] ?? '');
}

/** Hours and minutes as the person's clock shows them; `more` of it when asked for, or another zone's. */
export function timeOfDay(instant, more = {}) {
  return new Intl.DateTimeFormat(manner(), { hour: '2-digit', minute: '2-digit', ...more }).format(new Date(instant));
}

export function dateAndTime(instant) {
  return new Intl.DateTimeFormat(manner(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** A day as the person writes it. */
export function day(date) {
  return new Intl.DateTimeFormat(manner(), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date + 'T00:00:00Z'));
}

export function number(value, digits = 0) {
  return new Intl.NumberFormat(manner(), { maximumFractionDigits: digits }).format(value);
}

/** English is written in many ways; the browser knows which one is the person's. */
export function manner() {
  return navigator.languages.find((it) => it.toLowerCase().startsWith(language)) ?? language;
}

function remembered() {
  try {
    const kept = localStorage.getItem(REMEMBERED);
    return kept in LANGUAGES ? kept : null;
  } catch {
    return null;
  }
}
