package org.examledger.service.log;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Connections that the log holds for good: of the appender, of the notifier and of the watch. They are not taken from
 * the pool, where they would crowd out requests and wait for a place behind them after a restart of the database.
 */
@Component
class LogConnections {
    private static final int CONNECT_SECONDS = 3;

    private final PGSimpleDataSource own = new PGSimpleDataSource();

    LogConnections(JdbcConnectionDetails details) {
        own.setURL(details.getJdbcUrl());
        own.setUser(details.getUsername());
        own.setPassword(details.getPassword());
        own.setConnectTimeout(CONNECT_SECONDS);
    }

    DataSource own() {
        return own;
    }
}
