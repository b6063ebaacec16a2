package org.examledger.benchmarks.systems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.examledger.benchmarks.crud.CrudBaseline;
import org.examledger.benchmarks.machine.Database;
import org.examledger.benchmarks.machine.JavaProcess;
import org.examledger.benchmarks.machine.Leftovers;
import org.examledger.benchmarks.machine.Postgres;
import org.examledger.benchmarks.noop.NoopBaseline;
import org.examledger.benchmarks.stock.StockJdbcBaseline;
import org.examledger.benchmarks.stock.StockJpaBaseline;

/** Starts systems when they are first needed and keeps them until nobody needs them. */
public final class Stage implements AutoCloseable {
    /** A few persons ask for as much as a whole hall; the limits are looked at all the same. */
    private static final List<String> NO_LIMITS = List.of(
            "--exam.limits.saves.per-second=1000000",
            "--exam.limits.saves.burst=1000000",
            "--exam.limits.polls.per-second=1000000",
            "--exam.limits.polls.burst=1000000",
            "--exam.limits.unknown-ids.burst=1000000",
            "--exam.limits.sign-ins.per-second=1000000",
            "--exam.limits.sign-ins.burst=1000000");

    private final Path directory;
    private final Path serviceJar;
    private final Postgres postgres;
    private final Map<Kind, Contender> running = new EnumMap<>(Kind.class);

    public Stage(Path directory, Path serviceJar) {
        this.directory = directory;
        this.serviceJar = serviceJar;
        this.postgres = Postgres.start(directory.resolve("postgres"));
        Leftovers.stopAtTheEnd(postgres);
    }

    public Postgres postgres() {
        return postgres;
    }

    public Path directory() {
        return directory;
    }

    public Contender contender(Kind kind) {
        return running.computeIfAbsent(kind, this::start);
    }

    private Contender start(Kind kind) {
        System.out.println("starting " + kind.word());
        var tokens = new Tokens();
        if (kind == Kind.NOOP) {
            var process = baseline(kind, NoopBaseline.class, List.of());
            return new Contender(kind, process, null, new RowFixture(process.port(), tokens, null), tokens);
        }
        var database = postgres.create(kind.word());
        var process = switch (kind) {
            case OURS -> service(kind.word(), database, List.of());
            case OURS_COMMAND -> service(kind.word(), database, List.of("--exam.role=command"));
            case CRUD -> baseline(kind, CrudBaseline.class, on(database));
            case STOCK_JPA -> baseline(kind, StockJpaBaseline.class, on(database));
            case STOCK_JDBC -> baseline(kind, StockJdbcBaseline.class, on(database));
            case NOOP -> throw new IllegalStateException("started above");
        };
        var fixture = kind == Kind.CRUD
                ? new RowFixture(process.port(), tokens, database)
                : new LedgerFixture(process.port(), tokens);
        return new Contender(kind, process, database, fixture, tokens);
    }

    /** Our service on a database of the shared server. */
    public JavaProcess service(String name, Database database, List<String> more) {
        var settings = new ArrayList<>(on(database));
        settings.add("--exam.demo=true");
        settings.add("--exam.demo.exam=false");
        // Each database has a log of its own, whose checkpoints no other one could fulfil.
        settings.add("--exam.proof.keys=" + log(name).resolveSibling("keys-" + UUID.randomUUID()));
        settings.addAll(NO_LIMITS);
        settings.addAll(more);
        return JavaProcess.start(log(name), List.of("-jar", serviceJar.toString()), settings);
    }

    /** Our service with the PostgreSQL it brings along. */
    public JavaProcess serviceWithOwnDatabase(String name, Path dataDirectory) {
        var settings = new ArrayList<>(NO_LIMITS);
        settings.add("--exam.data-dir=" + dataDirectory);
        settings.add("--exam.database.embedded-port=0");
        settings.add("--exam.demo.exam=false");
        return JavaProcess.start(log(name), List.of("-jar", serviceJar.toString()), settings);
    }

    private JavaProcess baseline(Kind kind, Class<?> program, List<String> settings) {
        return JavaProcess.start(log(kind.word()), JavaProcess.main(program), settings);
    }

    private List<String> on(Database database) {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=");
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }

    /** Stops all systems but one. */
    public void keepOnly(Kind kept) {
        running.forEach((kind, contender) -> {
            if (kind != kept) {
                contender.process().close();
            }
        });
        running.keySet().removeIf(kind -> kind != kept);
    }

    /** Stops all systems; the database stays. */
    public void clear() {
        running.values().forEach(contender -> contender.process().close());
        running.clear();
    }

    @Override
    public void close() {
        clear();
        postgres.close();
    }
}
