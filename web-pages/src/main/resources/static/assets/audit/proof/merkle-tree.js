import { equal, sha256 } from './bytes.js';

/**
 * The Merkle tree of RFC 6962 (section 2.1) over the rows of the log, as far as somebody needs it who checks: leaf number
 * i is the hash of the row at position i + 1. Proofs are checked as RFC 9162 (sections 2.1.3.2 and 2.1.4.2) says. Numbers
 * are halved and not shifted, because a log may have more rows than 32 bits can count.
 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function leaf(rowHash) {
  return sha256(LEAF, rowHash);
}

export function node(left, right) {
  return sha256(NODE, left, right);
}

const isOdd = (number) => number % 2 === 1;
const half = (number) => Math.floor(number / 2);

/** Goes up from a leaf (or a full subtree): says on which side the next sibling stands, and when the root is reached. */
class Climb {
  constructor(place, last) {
    this.place = place;
    this.last = last;
  }

  get atRoot() {
    return this.last === 0;
  }

  /** A right edge has no sibling of its own height; it meets the next one higher up. */
  get siblingIsLeft() {
    return isOdd(this.place) || this.place === this.last;
  }

  up() {
    if (this.siblingIsLeft) {
      while (!isOdd(this.place) && this.place !== 0) {
        this.#halve();
      }
    }
    this.#halve();
  }

  #halve() {
    this.place = half(this.place);
    this.last = half(this.last);
  }
}

/**
 * Proves rows to be in one tree. Rows that stand near each other share the upper part of their ways; what was proven once
 * is not computed again.
 */
export class Inclusion {
  #root;
  #size;
  /** Hashes that are known to lead to the root, by where they stand. */
  #proven = new Map();

  constructor(root, size) {
    this.#root = root;
    this.#size = size;
  }

  /**
   * Whether the path leads from this row's hash to the root.
   *
   * @param index of the leaf, from 0
   * @param path from the leaf up
   */
  async holds(index, rowHash, path) {
    if (!(index >= 0 && index < this.#size)) {
      return false;
    }
    const climb = new Climb(index, this.#size - 1);
    const passed = [];
    let hash = await leaf(rowHash);
    for (const sibling of path) {
      const here = `${climb.place}/${climb.last}`;
      if (this.#proven.has(here)) {
        return equal(this.#proven.get(here), hash) && this.#learn(passed);
      }
      if (climb.atRoot || sibling?.length !== 32) {
        return false;
      }
      passed.push([here, hash]);
      hash = climb.siblingIsLeft ? await node(sibling, hash) : await node(hash, sibling);
      climb.up();
    }
    return climb.atRoot && equal(hash, this.#root) && this.#learn(passed);
  }

  #learn(passed) {
    passed.forEach(([place, hash]) => this.#proven.set(place, hash));
    return true;
  }
}

/** Whether the proof shows that the tree of the new root begins with the tree of the old one. */
export async function isConsistent(oldSize, oldRoot, newSize, newRoot, proof) {
  if (!(oldSize > 0 && oldSize <= newSize)) {
    return false;
  }
  if (oldSize === newSize) {
    return proof.length === 0 && equal(oldRoot, newRoot);
  }
  const climb = new Climb(oldSize - 1, newSize - 1);
  while (isOdd(climb.place)) {
    climb.place = half(climb.place);
    climb.last = half(climb.last);
  }
  // A full old tree is a subtree of the new one, and its root is not repeated in the proof.
  const rest = climb.place === 0 ? proof : proof.slice(1);
  const first = climb.place === 0 ? oldRoot : proof[0];
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (climb.atRoot || sibling?.length !== 32 || oldHash === undefined) {
      return false;
    }
    if (climb.siblingIsLeft) {
      oldHash = await node(sibling, oldHash);
      newHash = await node(sibling, newHash);
    } else {
      newHash = await node(newHash, sibling);
    }
    climb.up();
  }
  return climb.atRoot && equal(oldHash, oldRoot) && equal(newHash, newRoot);
}
