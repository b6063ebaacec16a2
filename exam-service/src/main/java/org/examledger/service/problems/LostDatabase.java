package org.examledger.service.problems;

import java.sql.SQLException;

/**
 * Whether a failure comes from a connection to the database that is gone. What is done last on such a connection, a rollback,
 * fails in ways that neither Spring nor Hibernate has a name for.
 */
final class LostDatabase {
    /** What the pool says of a connection that it took away, without a state. */
    private static final String TAKEN_AWAY = "Connection is closed";

    private LostDatabase() {}

    static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isGone(sql)) {
                return true;
            }
        }
        return false;
    }

    /** Class 08: connection exceptions; 57P: the server ends, or is not up yet. */
    private static boolean isGone(SQLException failure) {
        var state = failure.getSQLState();
        return state == null
                ? TAKEN_AWAY.equals(failure.getMessage())
                : state.startsWith("08") || state.startsWith("57P");
    }
}
