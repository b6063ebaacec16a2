package org.examledger.endtoend.processes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.examledger.endtoend.client.LedgerClient;
import org.examledger.endtoend.client.SessionClient;
import org.examledger.endtoend.service.ServiceProcess;
import org.examledger.endtoend.service.SharedService;
import org.jspecify.annotations.Nullable;

/** Two processes that do everything and one that only answers, on one durable PostgreSQL that belongs to none of them. */
final class Processes implements AutoCloseable {
    /** Short, because there is another door. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final EmbeddedPostgres postgres;
    private final List<LedgerClient> clients = new ArrayList<>();
    private final List<ServiceProcess> services = new ArrayList<>();

    private final List<String> settings;

    private Processes(EmbeddedPostgres postgres, List<String> settings) {
        this.postgres = postgres;
        this.settings = settings;
    }

    /** @param settings more of the services' settings, as {@code --name=value} */
    static Processes start(String... settings) {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
            var processes = new Processes(postgres, List.of(settings));
            try {
                processes.launch();
            } catch (RuntimeException unstartable) {
                processes.close();
                throw unstartable;
            }
            return processes;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** The first is there before the others, so that it feeds all projections. */
    private void launch() {
        services.add(launch("all"));
        var others = Stream.of("all", "query")
                .map(role -> CompletableFuture.supplyAsync(() -> launch(role)))
                .toList();
        others.forEach(other -> services.add(other.join()));
        services.forEach(service -> clients.add(new LedgerClient(service.baseUrl(), PATIENCE)));
    }

    private ServiceProcess launch(String role) {
        var all = new ArrayList<>(settings);
        all.add("--exam.role=" + role);
        all.add("--exam.demo=true");
        all.add("--exam.demo.exam=false");
        all.add("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
        all.add("--spring.datasource.username=postgres");
        return ServiceProcess.start(SharedService.workDirectory(), all.toArray(new String[0]));
    }

    ServiceProcess first() {
        return services.getFirst();
    }

    /** Of the process that does everything and feeds the projections, as long as it lives. */
    LedgerClient here() {
        return clients.getFirst();
    }

    /** Of the other one that does everything. */
    LedgerClient there() {
        return clients.get(1);
    }

    /** Of the one that only answers. */
    LedgerClient reader() {
        return clients.getLast();
    }

    static SessionClient through(LedgerClient door, SessionClient session) {
        return new SessionClient(door, session.workerId(), session.sessionId());
    }

    /** The single value of a query. */
    String value(String sql) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    @Override
    public void close() {
        clients.forEach(LedgerClient::close);
        var failure = services.stream()
                .map(Processes::closed)
                .filter(Objects::nonNull)
                .findFirst();
        try {
            postgres.close();
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
        failure.ifPresent(it -> {
            throw it;
        });
    }

    private static @Nullable RuntimeException closed(ServiceProcess service) {
        try {
            service.close();
            return null;
        } catch (RuntimeException unstoppable) {
            return unstoppable;
        }
    }
}
