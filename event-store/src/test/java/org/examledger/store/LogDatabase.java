package org.examledger.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.ds.PGSimpleDataSource;

/** A fresh, migrated database on the one durable PostgreSQL of this JVM. */
final class LogDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final DataSource direct;
    private final HikariDataSource pool;

    LogDatabase() {
        this(MigrationVersion.LATEST);
    }

    private LogDatabase(MigrationVersion version) {
        var name = "log_" + NUMBER.incrementAndGet();
        execute(Server.POSTGRES.getPostgresDatabase(), "CREATE DATABASE " + name);
        var source = (PGSimpleDataSource) Server.POSTGRES.getDatabase("postgres", name);
        direct = source;
        migrateTo(version);
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(8);
        pool = new HikariDataSource(config);
    }

    /** As a release of long ago left it. */
    static LogDatabase ofVersion(String version) {
        return new LogDatabase(MigrationVersion.fromVersion(version));
    }

    void migrate() {
        migrateTo(MigrationVersion.LATEST);
    }

    private void migrateTo(MigrationVersion version) {
        Flyway.configure()
                .dataSource(direct)
                .locations("classpath:db/event-store")
                .target(version)
                .load()
                .migrate();
    }

    /** Every connection is new. */
    DataSource direct() {
        return direct;
    }

    /** Connections for reading. */
    DataSource pool() {
        return pool;
    }

    void execute(String sql) {
        execute(pool, sql);
    }

    /** Ends every connection of the given name. */
    void killBackendsOf(String applicationName) {
        execute("SELECT pg_terminate_backend(pid)" + backendsOf(applicationName));
    }

    /** The process id of the one connection of the given name, 0 when there is none. */
    long backendOf(String applicationName) {
        return number("SELECT coalesce(max(pid), 0)" + backendsOf(applicationName));
    }

    private static String backendsOf(String applicationName) {
        return " FROM pg_stat_activity WHERE datname = current_database() AND application_name = '" + applicationName
                + "'";
    }

    long number(String sql) {
        return value(sql, rows -> rows.getLong(1));
    }

    String text(String sql) {
        return value(sql, rows -> rows.getString(1));
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T value(String sql, Reading<T> reading) {
        try (var connection = pool.getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return reading.of(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void execute(DataSource dataSource, String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
