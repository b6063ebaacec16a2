package org.examledger.query.work;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work that one process does at a time. The lock belongs to a connection, so when a process dies, the next one that
 * asks may go on.
 */
public final class OneAtATime {
    private final DataSource database;
    private final long lock;

    /** @param lock any number that nobody else locks in this database */
    public OneAtATime(DataSource database, long lock) {
        this.database = database;
        this.lock = lock;
    }

    /** What is done alone. */
    public interface Work {
        void run() throws SQLException, InterruptedException;
    }

    /** @return false when another process is at it, so that nothing was done */
    public boolean run(Work work) throws SQLException, InterruptedException {
        try (var connection = database.getConnection()) {
            if (!says(connection, "SELECT pg_try_advisory_lock(?)")) {
                return false;
            }
            try {
                work.run();
            } finally {
                says(connection, "SELECT pg_advisory_unlock(?)");
            }
            return true;
        }
    }

    private boolean says(Connection connection, String question) throws SQLException {
        try (var query = connection.prepareStatement(question)) {
            query.setLong(1, lock);
            try (var answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
