package org.examledger.faults.check;

import java.util.Comparator;

/** The place of a click among those of its session: the highest wins (R1). */
record ClientPlace(int epoch, long clientSeq) implements Comparable<ClientPlace> {
    static final ClientPlace NONE = new ClientPlace(0, 0);

    private static final Comparator<ClientPlace> ORDER =
            Comparator.comparingInt(ClientPlace::epoch).thenComparingLong(ClientPlace::clientSeq);

    @Override
    public int compareTo(ClientPlace other) {
        return ORDER.compare(this, other);
    }

    boolean isAfter(ClientPlace other) {
        return compareTo(other) > 0;
    }
}
