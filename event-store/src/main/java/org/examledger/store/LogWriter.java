package org.examledger.store;

import java.sql.SQLException;
import java.util.List;

/** One connection that stores batches of rows; opened, used and dropped by the appender alone. */
interface LogWriter extends AutoCloseable {

    interface Opening {
        LogWriter open() throws SQLException;
    }

    /** Stores all rows in one statement and one commit, and returns the position of the last. */
    long store(List<StoredEvent> rows) throws SQLException;

    /** Finds out whether the connection still works, before anything depends on it. */
    boolean isAlive();

    /** Gives the connection up, without waiting for anything. */
    @Override
    void close();
}
