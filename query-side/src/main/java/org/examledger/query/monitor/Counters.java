package org.examledger.query.monitor;

import java.util.Collection;
import java.util.EnumMap;
import org.examledger.events.rules.SessionStatus;

/** How many sessions of an exam are where; withdrawn and cancelled ones are nowhere. */
record Counters(
        int notStarted,
        int inProgress,
        int silent,
        int submitted,
        int closed,
        int timedOut,
        int abandoned,
        int missed) {

    static Counters of(Collection<MonitorRow> rows) {
        var counted = new EnumMap<SessionStatus, Integer>(SessionStatus.class);
        rows.forEach(row -> counted.merge(row.status(), 1, Integer::sum));
        return new Counters(
                counted.getOrDefault(SessionStatus.UPCOMING, 0) + counted.getOrDefault(SessionStatus.OPEN, 0),
                counted.getOrDefault(SessionStatus.IN_PROGRESS, 0),
                counted.getOrDefault(SessionStatus.SILENT, 0),
                counted.getOrDefault(SessionStatus.SUBMITTED, 0),
                counted.getOrDefault(SessionStatus.CLOSED, 0),
                counted.getOrDefault(SessionStatus.TIMED_OUT, 0),
                counted.getOrDefault(SessionStatus.ABANDONED, 0),
                counted.getOrDefault(SessionStatus.MISSED, 0));
    }
}
