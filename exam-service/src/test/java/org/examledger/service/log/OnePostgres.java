package org.examledger.service.log;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.examledger.service.ExamLedger;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A PostgreSQL that is nobody's own, as durable as in production, and services that share a database on it. */
public final class OnePostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private OnePostgres() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException unstartable) {
                throw new UncheckedIOException(unstartable);
            }
        }
    }

    /** An empty database. */
    public static PGSimpleDataSource freshDatabase() {
        return created("");
    }

    private static PGSimpleDataSource created(String from) {
        var name = "shared_" + DATABASES.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var create = connection.createStatement()) {
            create.execute("CREATE DATABASE " + name + from);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return (PGSimpleDataSource) Server.POSTGRES.getDatabase("postgres", name);
    }

    /** A copy of a database that nobody is connected to. */
    public static PGSimpleDataSource copyOf(PGSimpleDataSource original) {
        return created(" TEMPLATE " + original.getDatabaseName());
    }

    /**
     * Starts a service on a database.
     *
     * @param planted beans besides the service's own
     */
    public static ConfigurableApplicationContext service(
            PGSimpleDataSource database, Class<?> planted, String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.getURL(),
                "--spring.datasource.username=" + database.getUser(),
                "--exam.proof.keys=target/keys/" + UUID.randomUUID(),
                "--exam.demo=true"));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(ExamLedger.class, planted).run(all.toArray(String[]::new));
    }
}
