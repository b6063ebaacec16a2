package org.examledger.store;

import java.time.Duration;

/**
 * Hears what becomes of appends, for an operator's metrics. It is called on the threads that store and on those that wait for
 * them, so it answers at once and never throws.
 */
public interface AppendListener {
    /** Hears nothing. */
    AppendListener NONE = new AppendListener() {};

    /** @param took from handing the facts of one command in until their commit was known */
    default void stored(Duration took) {}

    /**
     * One statement was committed.
     *
     * @param commands whose facts it stored
     * @param events that it stored
     */
    default void committed(int commands, int events) {}

    /** Somebody else appended to the stream first; the command is decided again. */
    default void conflicted() {}

    /** Too many commands waited already. */
    default void refused() {}
}
