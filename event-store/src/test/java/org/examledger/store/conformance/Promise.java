package org.examledger.store.conformance;

/**
 * What an engine may promise beyond what all do. For an engine that does not, the tests show that it does not: so the
 * list of its promises is neither too long nor too short.
 */
public enum Promise {
    /** A sequence of a stream is taken once; who comes second is refused. */
    REFUSES_CONFLICTS,
    /** The refusal is Axon's {@code ConcurrencyException}, on which retries and callers rely. */
    NAMES_CONFLICTS,
    /** Positions follow each other without a hole, also after refused appends: a missing number is a missing event. */
    DENSE_POSITIONS,
    /** An append is stored when it returns, whatever becomes of the unit of work around it. */
    STORES_AT_ONCE,
    /** Snapshots are kept. */
    KEEPS_SNAPSHOTS
}
