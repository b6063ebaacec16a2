package org.examledger.events.rules;

import java.util.Comparator;

/**
 * The place of a click in the order in which the worker made his clicks, whatever the order of arrival (R1).
 *
 * @param epoch counts the page instances of a session; never restarts in a stream
 * @param clientSeq counts the answers and page changes of one page instance, from 1
 */
public record ClientOrder(int epoch, long clientSeq) implements Comparable<ClientOrder> {
    /** Before every click. */
    public static final ClientOrder NONE = new ClientOrder(0, 0);

    private static final Comparator<ClientOrder> BY_EPOCH_THEN_SEQUENCE =
            Comparator.comparingInt(ClientOrder::epoch).thenComparingLong(ClientOrder::clientSeq);

    @Override
    public int compareTo(ClientOrder other) {
        return BY_EPOCH_THEN_SEQUENCE.compare(this, other);
    }

    public boolean isAfter(ClientOrder other) {
        return compareTo(other) > 0;
    }
}
