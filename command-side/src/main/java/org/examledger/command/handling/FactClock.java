package org.examledger.command.handling;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The clock of facts: all facts of one decision carry the very instant at which it was made, cut to milliseconds.
 *
 * <p>Axon stamps an event with a clock of its own when it is applied. Were that another reading than the one that was
 * compared with the deadline, the log could hold an answer that its own times call late. So the unit of work keeps the
 * instant of its decision, and this clock gives it out again.
 */
public final class FactClock extends Clock {
    private static final String MOMENT = FactClock.class.getName() + ".moment";

    private final Clock server;

    /** @param server server time */
    public FactClock(Clock server) {
        this.server = server;
    }

    /**
     * Fixes the instant of the decision under way.
     *
     * @param last time of the stream's newest fact; a fact's time is never before it (R10)
     */
    public Instant decideAfter(@Nullable Instant last) {
        var now = server.instant().truncatedTo(ChronoUnit.MILLIS);
        var moment = last != null && now.isBefore(last) ? last : now;
        CurrentUnitOfWork.get().resources().put(MOMENT, moment);
        return moment;
    }

    @Override
    public Instant instant() {
        Instant moment = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getResource(MOMENT) : null;
        return moment != null ? moment : server.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
