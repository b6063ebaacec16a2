package org.examledger.faults.record;

import java.util.List;

/**
 * One request as it was about to be sent. A repeat is an invocation of its own with the same command id.
 *
 * @param op number within the record, from 1
 * @param at when, in nanoseconds of the recording machine's monotonic clock
 * @param door through which process
 * @param commandId absent (empty) for a read
 * @param clientSeq 0 where the command has none
 * @param questionId 0 where the command has none
 * @param atLeast of a read: the position it asked for
 */
public record Invocation(
        long op,
        long at,
        int door,
        Kind kind,
        String session,
        String commandId,
        int epoch,
        long clientSeq,
        int questionId,
        List<Integer> optionIds,
        int pageIndex,
        long atLeast) {
    public Invocation {
        optionIds = List.copyOf(optionIds);
    }

    /** The same command, sent once more. */
    public Invocation again(long nextOp, long later, int throughDoor) {
        return new Invocation(
                nextOp,
                later,
                throughDoor,
                kind,
                session,
                commandId,
                epoch,
                clientSeq,
                questionId,
                optionIds,
                pageIndex,
                atLeast);
    }
}
