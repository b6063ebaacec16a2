package org.examledger.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The appender's connection, opened when needed and replaced when broken; used by its thread only. */
final class CurrentWriter {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentWriter.class);

    private final LogWriter.Opening opening;
    private @Nullable LogWriter writer;

    CurrentWriter(LogWriter.Opening opening) {
        this.opening = opening;
    }

    LogWriter get() throws SQLException {
        if (writer == null) {
            writer = opening.open();
        }
        return writer;
    }

    void drop() {
        if (writer != null) {
            var dropped = writer;
            writer = null;
            dropped.close();
        }
    }

    /** Finds a broken connection while nothing depends on it, so that few appends ever have an unknown outcome. */
    void replaceIfDead() {
        if (writer != null && !writer.isAlive()) {
            drop();
        }
        try {
            get();
        } catch (SQLException e) {
            LOG.warn("the log cannot be reached: {}", e.getMessage());
        }
    }
}
