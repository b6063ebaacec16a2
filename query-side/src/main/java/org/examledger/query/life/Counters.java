package org.examledger.query.life;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.examledger.events.rules.SessionStatus;

/** How many sessions of an exam are where; withdrawn and cancelled ones are nowhere. */
public record Counters(
        int notStarted,
        int inProgress,
        int silent,
        int submitted,
        int closed,
        int timedOut,
        int abandoned,
        int missed) {

    public static final Counters NONE = of(Map.of());

    public static Counters count(Stream<SessionStatus> sessions) {
        var counted = new EnumMap<SessionStatus, Integer>(SessionStatus.class);
        sessions.forEach(status -> counted.merge(status, 1, Integer::sum));
        return of(counted);
    }

    public static Counters of(Map<SessionStatus, Integer> counted) {
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

    boolean someoneWrites() {
        return inProgress + silent > 0;
    }
}
