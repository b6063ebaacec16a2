package org.examledger.command.handling;

import org.jspecify.annotations.Nullable;

/**
 * What an aggregate says to a command, and on which state it said it.
 *
 * <p>A refusal is such an answer too and never an exception: an exception would roll back the facts that a refusal may
 * bring (a late answer is remembered) and evict the cached aggregate.
 *
 * @param <A> what is answered
 */
public final class Reply<A> {
    private final A answer;
    private final @Nullable Refusal refusal;
    private final long sequence;
    private final boolean appended;
    private long position = -1;

    private Reply(A answer, @Nullable Refusal refusal, long sequence, boolean appended) {
        this.answer = answer;
        this.refusal = refusal;
        this.sequence = sequence;
        this.appended = appended;
    }

    /**
     * Makes a reply whose position is not known yet.
     *
     * @param sequence of the aggregate's newest fact, the ones of this decision included
     * @param appended whether this decision brought facts
     */
    public static <A> Reply<A> of(A answer, @Nullable Refusal refusal, long sequence, boolean appended) {
        return new Reply<>(answer, refusal, sequence, appended);
    }

    /** The answer of an accepted command, or what can be said of the state in spite of a refusal. */
    public A answer() {
        return answer;
    }

    public @Nullable Refusal refusal() {
        return refusal;
    }

    public long sequence() {
        return sequence;
    }

    boolean appended() {
        return appended;
    }

    /** Position of the newest row of the stream, once the outcome is certain. */
    public long position() {
        return position;
    }

    void certainAt(long newest) {
        position = newest;
    }
}
