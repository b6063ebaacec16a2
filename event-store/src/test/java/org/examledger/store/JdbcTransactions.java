package org.examledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.ConnectionCloseHandler;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/** Transactions as Axon's JDBC engine needs them: one for each thread, and whoever joins it leaves its end alone. */
final class JdbcTransactions implements TransactionManager, ConnectionProvider {

    private static final Transaction JOINED = new Transaction() {
        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    };

    private static final ConnectionCloseHandler STAYS_OPEN = new ConnectionCloseHandler() {
        @Override
        public void close(Connection connection) {}

        @Override
        public void commit(Connection connection) {}
    };

    private final DataSource dataSource;
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    JdbcTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var running = current.get();
        return running == null ? dataSource.getConnection() : ConnectionWrapperFactory.wrap(running, STAYS_OPEN);
    }

    @Override
    public Transaction startTransaction() {
        if (current.get() != null) {
            return JOINED;
        }
        try {
            var connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            current.set(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Transaction() {
            @Override
            public void commit() {
                end(Connection::commit);
            }

            @Override
            public void rollback() {
                end(Connection::rollback);
            }
        };
    }

    private interface Ending {
        void of(Connection connection) throws SQLException;
    }

    private void end(Ending ending) {
        try (var connection = Objects.requireNonNull(current.get())) {
            current.remove();
            ending.of(connection);
            connection.setAutoCommit(true);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
