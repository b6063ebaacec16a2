import { isPackaged, placesOf } from './draft-doc.js';
import { instantOf } from './exam-times.js';

/**
 * What keeps a draft from being locked, as the person types it. The service decides on its own when it is locked; a test
 * keeps both lists the same.
 *
 * An entry is `{say, values, at}`: a sentence, and the place it leads to, named as the service names it
 * (`title`, `questions[3].options`, `packages[0].questions[2].pool.count`).
 */
const MOST_QUESTIONS = 1_000;
const MOST_POINTS = 1_000_000;
const MOST_WORKERS = 20_000;
const LONGEST_MINUTES = 366 * 24 * 60;

/** @param pools `[{technology, level, questions}]`, or null when they are not known */
export function problemsOf(doc, pools) {
  const problems = [];
  const against = (at, say, values = {}) => problems.push({ at, say, values });
  checkFields(doc, against);
  checkQuestions(doc, pools, against);
  return problems;
}

/** Where a problem leads to: `{part, entry, field}`, `entry` as `placesOf` names it. */
export function placeOf(at, doc) {
  const found = /^(?:packages\[(\d+)\]\.)?questions\[(\d+)\]\.?(?:pool\.)?(\w*)/.exec(at);
  if (found) {
    const list = Number(found[1] ?? 0);
    const place = placesOf(doc).find((it) => it.list === list && it.at === Number(found[2]));
    return { part: 'questions', entry: place?.key ?? null, field: found[3] || 'text' };
  }
  if (/^(questions|packages)/.test(at)) {
    return { part: 'questions', entry: null, field: 'questions' };
  }
  return at.startsWith('workers')
    ? { part: 'workers', entry: null, field: 'workers' }
    : { part: 'details', entry: null, field: at };
}

function checkFields({ fields, workers }, against) {
  const number = (field, needed, least, most) => {
    const value = fields[field];
    if (value === undefined) {
      needed && against(field, 'authoring.check.missing', { field });
    } else if (!Number.isInteger(value) || value < least || value > most) {
      against(field, 'authoring.check.range', { field, least, most });
    }
  };
  fields.title?.trim() || against('title', 'authoring.check.missing', { field: 'title' });
  number('durationMinutes', true, 1, LONGEST_MINUTES);
  number('passPercentage', true, 0, 100);
  number('questionsPerPage', false, 1, 1000);
  number('graceSeconds', false, 0, 3600);
  if (fields.timerPolicy === 'ACTIVE_TIME' && fields.windowEndsAt === undefined) {
    against('timerPolicy', 'authoring.check.active-time');
  }
  if (workers.length > MOST_WORKERS) {
    against('workers', 'authoring.check.too-many', { most: MOST_WORKERS });
  }
  const extra = workers.find((it) => !(it.extraMinutes >= 0 && it.extraMinutes <= LONGEST_MINUTES));
  if (extra) {
    against('workers', 'authoring.check.extra-minutes', { worker: extra.name || extra.workerId });
  }
  checkTimes(fields, against);
}

function checkTimes({ opensAt, windowEndsAt, zone }, against) {
  if (zone !== undefined && instantOf('2026-01-01', zone) === null) {
    against('zone', 'authoring.check.zone');
    return;
  }
  if (opensAt === undefined) {
    against('opensAt', 'authoring.check.missing', { field: 'opensAt' });
  }
  const opens = opensAt === undefined ? null : instantOf(opensAt, zone ?? 'UTC');
  const ends = windowEndsAt === undefined ? null : instantOf(windowEndsAt, zone ?? 'UTC', 'end');
  if (opensAt !== undefined && opens === null) {
    against('opensAt', 'authoring.check.time');
  }
  if (windowEndsAt !== undefined && ends === null) {
    against('windowEndsAt', 'authoring.check.time');
  }
  if (opens !== null && ends !== null && ends <= opens) {
    against('windowEndsAt', 'authoring.check.order');
  }
}

function checkQuestions(doc, pools, against) {
  const packaged = isPackaged(doc);
  const count = (entries) => entries.reduce((sum, it) => sum + (it.pool ? (it.pool.count ?? 0) : 1), 0);
  const all = doc.lists.reduce((sum, { entries }) => sum + count(entries), 0);
  if (all < 1 || all > MOST_QUESTIONS) {
    against(packaged ? 'packages' : 'questions', all < 1 ? 'authoring.check.no-questions' : 'authoring.check.too-many', {
      most: MOST_QUESTIONS,
    });
  }
  const drawn = new Map();
  let place = 0;
  doc.lists.forEach(({ name, entries }, list) => {
    const at = packaged ? `packages[${list}].questions` : 'questions';
    if (packaged && !name?.trim()) {
      against(at.replace('.questions', '.name'), 'authoring.check.package-name', { n: list + 1 });
    }
    if (packaged && count(entries) === 0) {
      against(at, 'authoring.check.package-empty', { name: name || String(list + 1) });
    }
    entries.forEach((entry, index) => {
      place += 1;
      const tell = (field, say, values = {}) => against(`${at}[${index}].${field}`, say, { ...values, n: place });
      entry.pool ? checkPool(entry.pool, pools, drawn, tell) : problemsOfQuestion(entry, tell);
    });
  });
}

/** What a question lacks, each told as `tell(field, sentence, values)`. */
export function problemsOfQuestion({ text, options, correct, points, pictures }, tell) {
  if (!text.trim() && !pictures) {
    tell('text', 'authoring.check.no-text');
  }
  if (!Number.isInteger(points) || points < 0 || points > MOST_POINTS) {
    tell('points', 'authoring.check.points');
  }
  if (options.length < 2) {
    tell('options', 'authoring.check.options');
  }
  options.forEach((option, index) => {
    if (!option.text.trim() && !option.pictures) {
      tell('options', 'authoring.check.option-text', { option: letter(index) });
    }
  });
  if (correct.length === 0) {
    tell('correct', 'authoring.check.no-key');
  }
}

export function isComplete(question) {
  let complete = true;
  problemsOfQuestion(question, () => (complete = false));
  return complete;
}

function checkPool({ technology, level, count }, pools, drawn, tell) {
  const name = nameOf(technology, level);
  if (name === null) {
    tell('pool', 'authoring.check.pool-name');
  }
  if (!Number.isInteger(count) || count < 1 || count > MOST_QUESTIONS) {
    tell('pool.count', 'authoring.check.pool-count');
    return;
  }
  if (name === null || pools === null) {
    return;
  }
  const needed = (drawn.get(name) ?? 0) + count;
  drawn.set(name, needed);
  const held = pools.find((it) => nameOf(it.technology, it.level) === name)?.questions ?? 0;
  if (needed > held) {
    tell('pool', 'authoring.check.pool-short', { pool: `${technology} · ${level}`, held, needed });
  }
}

function nameOf(technology, level) {
  const parts = [technology, level].map((it) => (it ?? '').normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' '));
  return parts.includes('') ? null : parts.join('/');
}

/** A, B, … Z, AA: how options are called. */
export function letter(index) {
  return (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
