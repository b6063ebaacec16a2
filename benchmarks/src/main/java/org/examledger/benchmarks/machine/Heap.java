package org.examledger.benchmarks.machine;

import java.util.regex.Pattern;

/** A heap in MiB: what is in use (garbage included), and what is taken from the machine. */
public record Heap(long used, long committed) {
    /** As printed by G1: {@code garbage-first heap   total reserved 524288K, committed 262144K, used 61234K}. */
    private static final Pattern COMMITTED = Pattern.compile("(?:committed|total) (\\d+)K");

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    static Heap in(String heapInfo) {
        return new Heap(mebibytes(USED, heapInfo), mebibytes(COMMITTED, heapInfo));
    }

    private static long mebibytes(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) / 1024 : -1;
    }
}
