package org.examledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import org.examledger.query.http.Millis;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a session, or the time in which nothing did.
 *
 * @param until when a silence was over; absent for facts
 * @param seconds how long a silence lasted, or by how much the time that was left changed
 * @param sequence absent for silences, as everything is that only a fact has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineEntry(
        Kind kind,
        @Millis Instant at,
        @Nullable @Millis Instant until,
        @Nullable Long seconds,
        @Nullable Long sequence,
        @Nullable Long position,
        @Nullable String type,
        @Nullable Person actor,
        @JsonRawValue @Nullable String payload) {

    /** What an entry is about, whatever fact told it. */
    enum Kind {
        ASSIGNED,
        STARTED,
        ANSWER,
        /** Came after a newer one of the worker's own, and does not count. */
        OVERTAKEN_ANSWER,
        /** Came after the end, and does not count unless HC says so. */
        LATE_ANSWER,
        PAGE,
        SIGN_OF_LIFE,
        /** No sign of life for longer than a page that is open would let pass. */
        SILENCE,
        TIME_CHANGE,
        STAFF_ACTION,
        END
    }

    /** Who acted, and in which role; the name as long as the directory has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(String person, String role, @Nullable String name) {}

    static TimelineEntry silence(Instant from, Instant until) {
        return new TimelineEntry(
                Kind.SILENCE, from, until, Duration.between(from, until).toSeconds(), null, null, null, null, null);
    }

    static TimelineEntry fact(Kind kind, PastFact it, @Nullable Long seconds, Person actor) {
        return new TimelineEntry(
                kind, it.at(), null, seconds, it.sequence(), it.position(), it.type(), actor, it.payload());
    }
}
