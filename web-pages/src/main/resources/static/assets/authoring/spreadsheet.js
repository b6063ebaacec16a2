/**
 * Reads what was copied from a spreadsheet: rows by line, cells by tab; a cell with line breaks or tabs stands in quotes,
 * and a quote in it is doubled.
 */
export function cellsOf(pasted) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  const text = pasted.replace(/\r\n?/g, '\n');
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') {
        cell += sign;
      } else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else {
        quoted = false;
      }
    } else if (sign === '"' && cell === '') {
      quoted = true;
    } else if (sign === '\t' || sign === '\n') {
      row.push(cell.trim());
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    } else {
      cell += sign;
    }
  }
  rows.push([...row, cell.trim()]);
  return rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((it) => it !== ''));
}

const QUESTION_WORDS = {
  text: /^(question|text|soal|pertanyaan|no\.? ?soal)$/i,
  right: /^(right|correct|key|answers?|right answers?|correct answers?|jawaban( benar)?|kunci( jawaban)?|benar)$/i,
  points: /^(points?|score|marks?|poin|nilai|skor|bobot)$/i,
  option: /^((option|choice|opsi|pilihan|jawaban)\s*)?([a-z]|\d{1,2})$|^(option|choice|opsi|pilihan)/i,
};

const WORKER_WORDS = {
  workerId: /^(id|worker ?id|user( ?name)?|staff (no|number|id)\.?|id pekerja|nik|nip|nomor( induk)?)$/i,
  name: /^(name|full name|worker|nama( lengkap)?|pekerja)$/i,
  extraMinutes: /^(extra( minutes)?|extra time|tambahan( menit)?|menit tambahan)$/i,
};

/** What each column holds, and whether the first row says so. */
export function questionColumns(rows) {
  const named = namedColumns(rows, QUESTION_WORDS);
  if (named && named.includes('text')) {
    return { columns: named, titled: true };
  }
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_it, index) => (index === 0 ? 'text' : 'option'));
  const last = (holds) => {
    const at = columns.lastIndexOf('option');
    return at > 2 && allHold(rows, at, holds) ? at : -1;
  };
  const isKey = (it) => /^[A-Za-z]([\s,;/&]*[A-Za-z])*$/.test(it) && it.replace(/[^A-Za-z]/g, '').length < 6;
  let at = last((it) => /^\d+$/.test(it));
  if (at > 0 && allHold(rows, at - 1, isKey)) {
    columns[at] = 'points';
  }
  at = last(isKey);
  if (at > 0) {
    columns[at] = 'right';
  }
  return { columns, titled: false };
}

/** Whether what stands in a column is of a kind, and something stands there. */
function allHold(rows, column, holds) {
  const written = rows.map(({ cells }) => cells[column] ?? '').filter((it) => it !== '');
  return written.length > 0 && written.every(holds);
}

export function workerColumns(rows) {
  const named = namedColumns(rows, WORKER_WORDS);
  if (named && named.includes('workerId')) {
    return { columns: named, titled: true };
  }
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns = ['workerId', 'name', 'extraMinutes', ...Array(Math.max(0, width - 3)).fill('ignore')];
  return { columns: columns.slice(0, width), titled: false };
}

function namedColumns([first], words) {
  const named = first.cells.map((cell) => Object.keys(words).find((it) => words[it].test(cell)) ?? 'ignore');
  const once = named.map((it, index) => (it !== 'option' && named.indexOf(it) !== index ? 'ignore' : it));
  return once.filter((it) => it !== 'ignore').length >= Math.min(2, first.cells.length) ? once : null;
}

/**
 * Each row as a question without an id, and what is wrong with it (a key of the texts), or null.
 *
 * @param columns `text`, `option`, `right`, `points` or `ignore` for each
 */
export function questionRows(rows, columns) {
  return rows.map(({ line, cells }) => {
    const of = (kind) => columns.flatMap((it, index) => (it === kind && cells[index] ? [cells[index]] : []));
    const options = of('option').map((text, index) => ({ id: index + 1, text }));
    const [text = ''] = of('text');
    const [points = '1'] = of('points');
    const correct = rightOnes(of('right').join(';'), options);
    const question = {
      text,
      options,
      correct: correct ?? [],
      multiple: (correct ?? []).length > 1,
      points: /^\d{1,6}$/.test(points) ? Number(points) : null,
    };
    return { line, question, trouble: troubleOf(question, correct) };
  });
}

function troubleOf({ text, options, points }, correct) {
  if (!text) {
    return 'authoring.paste.no-text';
  }
  if (options.length < 2) {
    return 'authoring.paste.options';
  }
  if (correct === null) {
    return 'authoring.paste.right-unknown';
  }
  if (correct.length === 0) {
    return 'authoring.paste.no-right';
  }
  return points === null ? 'authoring.paste.points' : null;
}

/** Letters (`B`, `A, C`, `AC`), numbers (`2`, `1;3`), or the text of an option; null when it is none of them. */
function rightOnes(written, options) {
  const whole = options.find((it) => it.text.toLowerCase() === written.trim().toLowerCase());
  if (whole) {
    return [whole.id];
  }
  const parts = /^[A-Za-z]+$/.test(written.trim()) ? [...written.trim()] : written.split(/[\s,;/&]+/).filter(Boolean);
  const ids = parts.map((it) => (/^\d+$/.test(it) ? Number(it) : it.length === 1 ? letterToId(it) : NaN));
  if (ids.every((id) => options.some((it) => it.id === id))) {
    return [...new Set(ids)].sort((one, other) => one - other);
  }
  const texts = written.split(';').map((it) => options.find(({ text }) => text.toLowerCase() === it.trim().toLowerCase()));
  return texts.every(Boolean) ? [...new Set(texts.map((it) => it.id))].sort((one, other) => one - other) : null;
}

function letterToId(letter) {
  return letter.toUpperCase().charCodeAt(0) - 64;
}

/** Each row as a worker, what is wrong with it, and whether he is in the draft already (then his row is changed). */
export function workerRows(rows, columns, workers) {
  const before = new Set(workers.map((it) => it.workerId));
  const seen = new Set();
  return rows.map(({ line, cells }) => {
    const of = (kind) => cells[columns.indexOf(kind)] ?? '';
    const worker = { workerId: of('workerId'), name: of('name'), extraMinutes: 0 };
    const extra = of('extraMinutes');
    let trouble = null;
    if (!worker.workerId) {
      trouble = 'authoring.paste.no-id';
    } else if (seen.has(worker.workerId)) {
      trouble = 'authoring.paste.id-twice';
    } else if (extra !== '' && !/^\d{1,5}$/.test(extra)) {
      trouble = 'authoring.paste.extra';
    }
    seen.add(worker.workerId);
    return { line, worker: { ...worker, extraMinutes: Number(extra) || 0 }, trouble, known: before.has(worker.workerId) };
  });
}
