package org.examledger.command.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.examledger.events.rules.SessionStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a session says after a command.
 *
 * @param epoch the command's epoch; the one to go on with after a start
 * @param currentEpoch the newest epoch, which belongs to the current device (R17)
 * @param first what a duplicate was the first time
 * @param results one entry for each answer of a batch, in its order
 * @param notices what the worker should hear now
 * @param lookAgainAt when an automation should ask again; absent = never, and never told to anybody else
 */
record Receipt(
        UUID sessionId,
        SessionStatus status,
        int epoch,
        int currentEpoch,
        Instant serverTime,
        @Nullable Instant deadline,
        long remainingSeconds,
        Outcome outcome,
        @Nullable Outcome first,
        List<Result> results,
        List<Notice> notices,
        @Nullable Instant lookAgainAt) {

    /** The outcome of one answer of a batch. */
    record Result(long clientSeq, Outcome outcome, @Nullable Outcome first) {}

    /** A sentence for the worker; {@code kind} is stable. */
    record Notice(String kind, String text, Instant at) {}
}
