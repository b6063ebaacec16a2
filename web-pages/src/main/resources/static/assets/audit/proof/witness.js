import { fromBase64, toBase64 } from './bytes.js';
import { isConsistent } from './merkle-tree.js';

/**
 * Remembers in this browser the newest checkpoint that it has seen of a log, and the key that signed it. Whoever rewrites
 * the log later has to answer to what was seen before: the newer checkpoint must begin with the rows of the older one.
 */
export class Witness {
  #kept;
  #where;

  /**
   * @param where which service, because two may call their logs alike
   * @param kept where it is remembered, as a Storage
   */
  constructor(where, kept) {
    this.#where = where;
    this.#kept = kept;
  }

  /** What was seen last of a log: size, root in base64, at, keyId, seenAt; or undefined. */
  remembered(origin) {
    try {
      return JSON.parse(this.#kept.getItem(this.#name(origin))) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Holds a checkpoint against the one that was seen last, and remembers the newer one.
   *
   * @param checkpoint whose signature was checked
   * @param consistency (from, to) → proof in base64; null when the service has none, undefined when it could not be asked
   * @returns `{verdict, before?}`: first (nothing was remembered), same, grown, unknown, other-key, shrunk or rewritten
   */
  async compare(checkpoint, consistency) {
    const before = this.remembered(checkpoint.origin);
    const verdict = before === undefined ? 'first' : await this.#against(before, checkpoint, consistency);
    if (verdict === 'first' || verdict === 'grown') {
      this.remember(checkpoint);
    }
    return { verdict, before };
  }

  async #against(before, now, consistency) {
    if (before.keyId !== now.keyId) {
      return 'other-key';
    }
    if (now.size < before.size) {
      return 'shrunk';
    }
    if (now.size === before.size) {
      return before.root === toBase64(now.root) ? 'same' : 'rewritten';
    }
    const proof = await consistency(before.size, now.size);
    if (proof === undefined) {
      return 'unknown';
    }
    const hashes = proof?.map(fromBase64);
    const holds = hashes && (await isConsistent(before.size, fromBase64(before.root), now.size, now.root, hashes));
    return holds ? 'grown' : 'rewritten';
  }

  remember({ origin, size, root, at, keyId }) {
    try {
      const seen = { size, root: toBase64(root), at, keyId, seenAt: new Date().toISOString() };
      this.#kept.setItem(this.#name(origin), JSON.stringify(seen));
    } catch {
      // A browser that remembers nothing is no witness; everything else can be checked all the same.
    }
  }

  #name(origin) {
    return `exam-ledger.witness.${this.#where}.${origin}`;
  }
}
