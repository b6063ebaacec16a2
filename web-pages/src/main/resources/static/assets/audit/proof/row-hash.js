import { joined, sha256, utf8 } from './bytes.js';

/**
 * The SHA-256 that seals a row of the log: over seven fields in this order, each behind its length in four bytes,
 * big-endian. The position is not among them; where a row stands is what the tree says.
 *
 * @param row stream, sequence, at (milliseconds since 1970), name, revision, and the stored bytes of metadata and payload
 */
export function rowHash({ stream, sequence, at, name, revision, metadata, payload }) {
  const fields = [
    utf8(stream),
    bigEndian(4, sequence),
    bigEndian(8, at),
    utf8(name),
    bigEndian(4, revision),
    metadata,
    payload,
  ];
  return sha256(joined(...fields.flatMap((field) => [bigEndian(4, field.length), field])));
}

function bigEndian(length, number) {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  length === 8 ? view.setBigInt64(0, BigInt(number)) : view.setInt32(0, number);
  return bytes;
}
