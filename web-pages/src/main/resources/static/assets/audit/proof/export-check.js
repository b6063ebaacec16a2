import { fromBase64, textOf, toHex } from './bytes.js';
import { Inclusion } from './merkle-tree.js';
import { rowHash } from './row-hash.js';
import { readCheckpoint, readNote, signerOf } from './signed-note.js';

/**
 * Goes through an export of one stream (CloudEvents with proofs) line by line and believes nothing of it but its bytes: a
 * row's bytes have to give its hash, the hash has to lead to the root, and the root has to be signed. It does not stop at
 * the first row that is wrong, so that every row can be shown with what was found about it.
 */

const TYPE = 'org.examledger.';

/**
 * What was found about a row.
 *
 * @typedef {{sequence: number, position: number, type: string, at: number, actor: string, role: string, text: string,
 *     hash: string, verdict: 'proven'|'newer'|'broken', reason: string}} Checked
 *   text = the payload as its bytes spell it; hash = computed here, in hexadecimal; newer = than the checkpoint
 */
export class ExportCheck {
  #stream;
  #pems;
  #inclusion;
  #open;
  #counted;

  /** @type {Map<number, Checked>} by sequence */
  rows = new Map();
  /** Origin, size, root and time of what was signed, and by which key; undefined while nothing was. */
  checkpoint;
  /** The first thing that is wrong: `{reason, position?, sequence?}`; undefined while nothing is. */
  flaw;

  /**
   * @param stream whose rows are expected
   * @param pems the public keys that may have signed
   */
  constructor(stream, pems) {
    this.#stream = stream;
    this.#pems = pems;
  }

  /** Takes the next line. */
  async take(line) {
    let read;
    try {
      read = JSON.parse(line);
    } catch {
      this.#wrong('unreadable');
      return;
    }
    switch (read.type) {
      case TYPE + 'checkpoint':
        return this.#checkpoint(read.data);
      case TYPE + 'proof':
        return this.#proof(read.data);
      case TYPE + 'export':
        this.#withoutProof();
        this.#counted = read.data;
        return;
      default:
        this.#withoutProof();
        return this.#event(read);
    }
  }

  /** Something is not made as it should be, so that nothing behind it could be checked. */
  stop() {
    this.#wrong('unreadable');
  }

  /** After the last line: whether the file was whole. */
  end() {
    const proven = [...this.rows.values()].filter(({ verdict }) => verdict !== 'newer').length;
    if (this.#counted === undefined) {
      this.#wrong('cut-off');
    } else if (this.#counted.events !== this.rows.size || this.#counted.proven > proven) {
      this.#wrong('counted');
    }
  }

  /**
   * Holds what a page shows against what was checked: a row that is shown otherwise than its bytes say is broken, however
   * good its proof, and so is one that is shown and not there. What came after the page was filled is not shown yet.
   *
   * @param shown entries of the timeline, the index is the sequence
   */
  compare(shown) {
    shown.forEach((entry, sequence) => {
      const row = this.rows.get(sequence);
      if (row === undefined) {
        this.#wrong('not-exported', entry);
      } else if (row.verdict !== 'broken' && !isShownAsStored(row, entry)) {
        this.#spoil(row, 'shown');
      }
    });
  }

  async #checkpoint({ note }) {
    const read = readNote(note);
    const keyId = read && (await signerOf(read, this.#pems));
    const checkpoint = read && readCheckpoint(read.text);
    if (keyId === undefined || checkpoint === undefined || this.checkpoint !== undefined || this.rows.size > 0) {
      this.#wrong(keyId === undefined ? 'unsigned' : 'no-checkpoint');
      return;
    }
    this.checkpoint = { ...checkpoint, keyId };
    this.#inclusion = new Inclusion(checkpoint.root, checkpoint.size);
  }

  async #event(event) {
    const metadata = fromBase64(event.metadatabase64 ?? '');
    const payload = fromBase64(event.payloadbase64 ?? '');
    const hash =
      metadata &&
      payload &&
      (await rowHash({
        stream: event.subject,
        sequence: Number(event.sequence),
        at: Date.parse(event.time),
        name: String(event.type).slice(TYPE.length),
        revision: event.revision,
        metadata,
        payload,
      }));
    const who = parsed(metadata && textOf(metadata));
    const row = {
      sequence: Number(event.sequence),
      position: Number(event.position),
      type: String(event.type).slice(TYPE.length),
      at: Date.parse(event.time),
      actor: who?.actor ?? '',
      role: who?.role ?? '',
      text: (payload && textOf(payload)) ?? '',
      hash: hash ? toHex(hash) : '',
      verdict: 'newer',
      reason: '',
    };
    const before = this.rows.get(row.sequence - 1);
    if (row.hash !== event.hash) {
      this.#spoil(row, 'changed');
    } else if (event.subject !== this.#stream || row.sequence !== this.rows.size) {
      this.#spoil(row, 'order');
    } else if (before && before.position >= row.position) {
      this.#spoil(row, 'order');
    }
    this.rows.set(row.sequence, row);
    this.#open = this.checkpoint && row.position <= this.checkpoint.size ? { row, hash } : undefined;
  }

  async #proof({ position, path }) {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined || open.row.position !== position) {
      this.#wrong('proof-of-nothing');
    } else if (open.row.verdict !== 'broken') {
      const way = path.map(fromBase64);
      if (await this.#inclusion.holds(position - 1, open.hash, way)) {
        open.row.verdict = 'proven';
      } else {
        this.#spoil(open.row, 'not-in-the-log');
      }
    }
  }

  /** A row that the checkpoint covers stands without its proof. */
  #withoutProof() {
    if (this.#open !== undefined) {
      this.#spoil(this.#open.row, 'no-proof');
      this.#open = undefined;
    }
  }

  #spoil(row, reason) {
    if (row.verdict !== 'broken') {
      row.verdict = 'broken';
      row.reason = reason;
    }
    this.#wrong(reason, row);
  }

  #wrong(reason, row = undefined) {
    this.flaw ??= { reason, position: row?.position, sequence: row?.sequence };
  }
}

function isShownAsStored(checked, shown) {
  return (
    checked.position === shown.position &&
    checked.type === shown.type &&
    checked.at === shown.at &&
    checked.actor === shown.actor?.person &&
    checked.role === shown.actor?.role &&
    JSON.stringify(parsed(checked.text)) === JSON.stringify(shown.payload)
  );
}

function parsed(text) {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
