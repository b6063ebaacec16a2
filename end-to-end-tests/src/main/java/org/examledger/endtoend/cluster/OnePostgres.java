package org.examledger.endtoend.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A durable PostgreSQL that lets the processes in with a password only. */
final class OnePostgres implements ClusterDatabase {
    private static final String ROLE = "exam_ledger";
    private static final String PASSWORD = "only for this cluster";

    private final EmbeddedPostgres postgres;

    private OnePostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static OnePostgres start() {
        try {
            var database = new OnePostgres(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // It ends after the processes, and they end when they are told.
                    .setRegisterShutdownHook(false)
                    .start());
            database.demandPasswords();
            return database;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private void demandPasswords() {
        run("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(ROLE, PASSWORD));
        run("CREATE DATABASE exam_ledger OWNER " + ROLE);
        // Whoever asks from this machine is believed by default.
        run("""
            COPY (VALUES ('host all exam_ledger 127.0.0.1/32 scram-sha-256'), ('host all postgres 127.0.0.1/32 trust'))
            TO '%s'
            """.formatted(fileOfRules()));
        run("SELECT pg_reload_conf()");
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/exam_ledger";
    }

    @Override
    public String username() {
        return ROLE;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    private void run(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private String fileOfRules() {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW hba_file")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
