package org.examledger.command.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.examledger.command.handling.Refusal;
import org.examledger.command.handling.Refusal.Code;
import org.examledger.events.rules.SessionStatus;

/** The sentences with which a session refuses. */
final class Refusals {
    private Refusals() {}

    static Refusal notFound() {
        return Refusal.of(Code.NOT_FOUND, "There is nothing here.");
    }

    static Refusal commandReused() {
        return Refusal.of(Code.COMMAND_REUSED, "This command was sent before with another content.");
    }

    static Refusal notStarted() {
        return Refusal.of(Code.NOT_STARTED, "The session has not been started.");
    }

    static Refusal notOpen(SessionStatus status, Instant opensAt) {
        var detail = status == SessionStatus.UPCOMING
                ? "The exam opens at " + opensAt.truncatedTo(ChronoUnit.SECONDS) + "."
                : "The window is over.";
        return Refusal.of(Code.NOT_OPEN, detail, Map.of("sessionStatus", status.name()));
    }

    static Refusal notEnded() {
        return Refusal.of(Code.NOT_ENDED, "The session has not ended.");
    }

    static Refusal notOver() {
        return Refusal.of(Code.NOT_ENDED, "The time is not over.");
    }

    static Refusal notSilent() {
        return Refusal.of(Code.NOT_ENDED, "There was a sign of life.");
    }

    static Refusal notTouched() {
        return Refusal.of(Code.NOT_STARTED, "The session was not running when the service failed.");
    }

    static Refusal tokenRequired() {
        return Refusal.of(Code.TOKEN_REQUIRED, "The exam asks for its access token.");
    }

    static Refusal noFurtherAttempt() {
        return Refusal.of(Code.NOT_OPEN, "The exam gives no further attempt.");
    }

    static Refusal notToldYet() {
        return Refusal.of(
                Code.UNAVAILABLE, "The sessions of this exam are being told of a change; send the same command again.");
    }

    static Refusal epochNeverIssued() {
        return Refusal.of(
                Code.INVALID_REQUEST,
                "The epoch was never issued.",
                List.of(new Refusal.Field("epoch", "was never issued to this session")));
    }

    static Refusal takenOver(int currentEpoch) {
        return Refusal.of(
                Code.TAKEN_OVER,
                "The session goes on on another page or device.",
                Map.of("currentEpoch", currentEpoch));
    }

    static Refusal sessionClosed(SessionStatus status, Instant endedAt, boolean recorded) {
        return Refusal.of(
                Code.SESSION_CLOSED,
                "The session has ended.",
                Map.of("sessionStatus", status.name(), "endedAt", endedAt, "recorded", recorded));
    }

    static Refusal notOnPaper(List<Refusal.Field> fields) {
        return Refusal.of(Code.NOT_ON_PAPER, "The paper has no such question, option or page.", fields);
    }

    static Refusal answersMissing(List<Integer> missing, long highestReceived) {
        return Refusal.of(
                Code.ANSWERS_MISSING,
                "Some answers have not arrived; send them and hand in again.",
                Map.of("missing", missing, "highestReceived", highestReceived));
    }
}
