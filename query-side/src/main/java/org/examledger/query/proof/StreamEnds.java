package org.examledger.query.proof;

import java.util.Arrays;

/**
 * How far each stream has been seen. A stream takes some 24 bytes, whatever its name, because only a fingerprint of it is
 * kept: a difference that is found here has to be confirmed in the log.
 */
final class StreamEnds {
    static final int UNSEEN = -1;

    private static final long OFFSET = 0xcbf2_9ce4_8422_2325L;
    private static final long PRIME = 0x100_0000_01b3L;

    private long[] fingerprints = new long[1 << 10];
    private int[] ends = filled(1 << 10);
    private int count;

    /** The sequence seen last in a stream; {@link #UNSEEN} for none. */
    int endOf(String stream) {
        return ends[slot(fingerprint(stream))];
    }

    void seen(String stream, int sequence) {
        var fingerprint = fingerprint(stream);
        var slot = slot(fingerprint);
        if (fingerprints[slot] == 0) {
            fingerprints[slot] = fingerprint;
            if (++count * 2 > fingerprints.length) {
                widen();
                slot = slot(fingerprint);
            }
        }
        ends[slot] = sequence;
    }

    private int slot(long fingerprint) {
        var mask = fingerprints.length - 1;
        var slot = (int) fingerprint & mask;
        while (fingerprints[slot] != 0 && fingerprints[slot] != fingerprint) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void widen() {
        var oldFingerprints = fingerprints;
        var oldEnds = ends;
        fingerprints = new long[oldFingerprints.length * 2];
        ends = filled(fingerprints.length);
        for (int i = 0; i < oldFingerprints.length; i++) {
            if (oldFingerprints[i] != 0) {
                var slot = slot(oldFingerprints[i]);
                fingerprints[slot] = oldFingerprints[i];
                ends[slot] = oldEnds[i];
            }
        }
    }

    private static int[] filled(int size) {
        var ends = new int[size];
        Arrays.fill(ends, UNSEEN);
        return ends;
    }

    /** FNV-1a over the characters, mixed once more so that its lower bits are as good as its upper ones; never 0. */
    private static long fingerprint(String stream) {
        var hash = OFFSET;
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * PRIME;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
