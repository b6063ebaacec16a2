package org.examledger.query.monitor;

import java.time.Instant;

/** An exam's status, computed when it is read (R8). */
enum ExamStatus {
    UPCOMING,
    OPEN,
    /** The window is over and nobody is writing any more. */
    ENDED;

    static ExamStatus of(MonitorRows.Header exam, Counters counters, Instant now) {
        if (now.isBefore(exam.opensAt())) {
            return UPCOMING;
        }
        var end = exam.windowEndsAt();
        var someoneWrites = counters.inProgress() + counters.silent() > 0;
        return end != null && !now.isBefore(end) && !someoneWrites ? ENDED : OPEN;
    }
}
