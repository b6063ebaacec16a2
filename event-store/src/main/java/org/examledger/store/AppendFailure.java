package org.examledger.store;

import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.util.PSQLException;

/** What a failed statement means for the facts it carried. */
enum AppendFailure {
    /** One of the rows is to blame; nothing was stored and the connection is fine. */
    GUILTY_ROW,
    /** The server said no for a reason of its own; nothing was stored. */
    NOT_STORED,
    /** The connection broke after sending; nobody knows whether the commit happened. */
    OUTCOME_UNKNOWN;

    private static final String STREAM_SEQUENCE = "log_event_stream_sequence";

    static AppendFailure of(SQLException failure, boolean connectionAlive) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (!connectionAlive || state.startsWith("08") || state.startsWith("57P")) {
            return OUTCOME_UNKNOWN;
        }
        return state.startsWith("22") || state.startsWith("23") ? GUILTY_ROW : NOT_STORED;
    }

    RuntimeException toException(SQLException failure) {
        return switch (this) {
            case GUILTY_ROW ->
                isTaken(failure)
                        ? new ConcurrencyException("another command appended to this stream first", failure)
                        : new EventStoreException("the log refused a row: " + failure.getMessage(), failure);
            case NOT_STORED ->
                new LogUnavailableException("the log refused to store: " + failure.getMessage(), failure);
            case OUTCOME_UNKNOWN ->
                new AppendOutcomeUnknownException("the connection broke while the facts were being stored", failure);
        };
    }

    /** Whether somebody else appended to the stream first. */
    boolean isConflict(SQLException failure) {
        return this == GUILTY_ROW && isTaken(failure);
    }

    private static boolean isTaken(SQLException failure) {
        return failure instanceof PSQLException fromServer
                && fromServer.getServerErrorMessage() != null
                && STREAM_SEQUENCE.equals(fromServer.getServerErrorMessage().getConstraint());
    }
}
