package org.examledger.query.monitor;

/** A hash of numbers that is the same in every process (the finisher of MurmurHash3). */
final class Hash {
    private Hash() {}

    static long of(long hash, long next) {
        var mixed = 31 * hash + next;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
