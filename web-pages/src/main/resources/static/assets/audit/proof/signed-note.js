import { fromBase64, joined, sha256, toHex, utf8 } from './bytes.js';

/**
 * A text with signatures below it, in the format of C2SP's signed-note, and the checkpoint that the text of one may be
 * (tlog-checkpoint). Both read nothing but what they would write themselves.
 */

const BEGIN = '— ';
const ID_BYTES = 4;
const ED25519 = Uint8Array.of(1);
const RAW_KEY_BYTES = 32;

/** Text and signatures, or undefined when it is no note. What is signed is the text with its last line break. */
export function readNote(note) {
  const end = String(note).lastIndexOf('\n\n');
  if (end < 0) {
    return undefined;
  }
  const lines = note.slice(end + 2).split('\n');
  const signatures = lines.slice(0, -1).map(readSignature);
  const whole = lines.at(-1) === '' && signatures.length > 0 && signatures.every((it) => it !== undefined);
  return whole ? { text: note.slice(0, end + 1), signatures } : undefined;
}

function readSignature(line) {
  const words = line.slice(BEGIN.length).split(' ');
  const bytes = words.length === 2 ? fromBase64(words[1]) : undefined;
  return line.startsWith(BEGIN) && bytes?.length > ID_BYTES
    ? { name: words[0], keyId: toHex(bytes.subarray(0, ID_BYTES)), signature: bytes.subarray(ID_BYTES) }
    : undefined;
}

/** What a checkpoint's text says, or undefined: which log, how many rows, the root over them, and when. */
export function readCheckpoint(text) {
  const found = /^([^\n +]+)\n([1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\ntime (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n$/.exec(text);
  if (found === null || !Number.isSafeInteger(Number(found[2]))) {
    return undefined;
  }
  return { origin: found[1], size: Number(found[2]), root: fromBase64(found[3]), at: found[4] };
}

/**
 * The id of the first of these keys that signed the note, or undefined.
 *
 * @param pems public Ed25519 keys as PEM
 */
export async function signerOf(note, pems) {
  for (const pem of pems) {
    const encoded = fromBase64(pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, ''));
    if (encoded === undefined) {
      continue;
    }
    const key = await crypto.subtle.importKey('spki', encoded, 'Ed25519', false, ['verify']);
    for (const { name, keyId, signature } of note.signatures) {
      const mine = keyId === (await keyIdOf(encoded, name));
      if (mine && (await crypto.subtle.verify('Ed25519', key, signature, utf8(note.text)))) {
        return keyId;
      }
    }
  }
  return undefined;
}

/** The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ the key's 32 bytes), with which an encoded key ends (RFC 8410). */
async function keyIdOf(encoded, name) {
  const raw = encoded.subarray(encoded.length - RAW_KEY_BYTES);
  return toHex((await sha256(joined(utf8(name + '\n'), ED25519, raw))).subarray(0, ID_BYTES));
}
