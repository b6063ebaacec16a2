package org.examledger.faults.record;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came back for an invocation.
 *
 * @param at when, by the clock of {@link Invocation#at()}
 * @param status of HTTP; 0 when no reply came
 * @param code of a problem, else empty
 * @param said outcome in a receipt: {@code stored}, {@code duplicate} or {@code superseded}, else empty
 * @param sequence of the stream's newest row by the receipt, -1 when nothing said so
 * @param position by the receipt or of the read, -1 when nothing said so
 * @param epoch that a start was given, else 0
 * @param recorded whether a refusal says that it is in the log all the same
 * @param serverTime by the reply, else empty
 * @param seen body of a successful read
 */
public record Completion(
        long op,
        long at,
        Outcome outcome,
        int status,
        String code,
        String said,
        long sequence,
        long position,
        int epoch,
        boolean recorded,
        String serverTime,
        @Nullable JsonNode seen) {

    /** What a client that does everything right may be told, because of what others did in the meantime. */
    private static final Set<String> REFUSALS =
            Set.of("not-started", "session-closed", "not-ended", "taken-over", "answers-missing", "too-many-requests");

    /** Whether a service that works says so: neither a failure of its own, nor that it knows client or session no more. */
    public boolean isExpected() {
        return outcome != Outcome.REFUSED || (status < 500 && REFUSALS.contains(code));
    }

    public static Completion unknown(long op, long at, int status) {
        return new Completion(op, at, Outcome.UNKNOWN, status, "", "", -1, -1, 0, false, "", null);
    }
}
