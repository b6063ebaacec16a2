package org.examledger.command.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.examledger.events.rules.SessionStatus;
import org.examledger.events.session.ExamClosed;
import org.examledger.events.session.HeartbeatReceived;
import org.examledger.events.session.SessionCancelled;
import org.examledger.events.session.SessionFact;
import org.examledger.events.session.SessionReopened;
import org.examledger.events.session.SessionReset;
import org.examledger.events.session.SessionResumed;
import org.examledger.events.session.SessionStarted;
import org.examledger.events.session.TimeExtended;
import org.examledger.events.session.WorkerWithdrawn;

/**
 * What happened that the worker's page has not been told: since its last stored heartbeat, or since its epoch began. A
 * page that begins asks for everything anyway. Other replies bring no notices, so an answer does not count as telling.
 */
final class News {
    private final List<Receipt.Notice> untold = new ArrayList<>();
    private SessionStatus ended = SessionStatus.OPEN;
    private String reason = "";

    void evolve(SessionFact fact, Instant at) {
        switch (fact) {
            case SessionStarted it -> untold.clear();
            case SessionResumed it -> untold.clear();
            case HeartbeatReceived it -> untold.clear();
            case SessionReset it -> untold.clear();
            case TimeExtended it -> untold.add(Notices.timeChanged(it.seconds(), it.reason(), at));
            case SessionReopened it -> untold.add(Notices.reopened(it.reason(), at));
            case ExamClosed it -> ended(SessionStatus.CLOSED, it.reason());
            case WorkerWithdrawn it -> ended(SessionStatus.WITHDRAWN, it.reason());
            case SessionCancelled it -> ended(SessionStatus.CANCELLED, it.reason());
            default -> {
                // Nothing that a worker would have to be told.
            }
        }
    }

    private void ended(SessionStatus status, String why) {
        ended = status;
        reason = why;
    }

    List<Receipt.Notice> untold() {
        return List.copyOf(untold);
    }

    /** HC's words for an end; empty when this end has none. */
    String reasonOf(SessionStatus status) {
        return status == ended ? reason : "";
    }
}
