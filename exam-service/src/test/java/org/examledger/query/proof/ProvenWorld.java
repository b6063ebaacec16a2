package org.examledger.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.examledger.events.StreamId;
import org.examledger.events.log.LogRestored;
import org.examledger.service.log.OnePostgres;
import org.examledger.service.proof.LogToProve;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** A log with everything that proves it, on a database and a folder of its own. */
final class ProvenWorld implements AutoCloseable {
    static final int STREAMS = 20;
    private static final Instant SIGNED_AT = Instant.parse("2026-11-22T16:00:00Z");
    private static final Clock CLOCK = Clock.fixed(SIGNED_AT, ZoneOffset.UTC);

    final DataSource database;
    private final Rollback afterwards;
    final Path folder;
    final ProofSettings settings;
    final JdbcClient jdbc;
    final LogToProve log;
    final ProvenLog rows;
    final TreeTable tree;
    final CheckpointTable table;
    final CheckpointFile file;
    final Keys keys;
    final ProofStatus status = new ProofStatus();
    final Signer signer;

    private interface Rollback {
        void run() throws SQLException;
    }

    private ProvenWorld(
            DataSource database, TransactionOperations transactions, Path folder, Clock clock, Rollback afterwards) {
        this.database = database;
        this.afterwards = afterwards;
        this.folder = folder;
        settings = new ProofSettings("exams.example", folder, null, Duration.ZERO, true);
        jdbc = JdbcClient.create(database);
        log = new LogToProve(database);
        rows = log.rows();
        tree = new TreeTable(jdbc, transactions);
        table = new CheckpointTable(jdbc);
        file = new CheckpointFile(settings.checkpointFile());
        keys = new Keys(settings);
        signer = new Signer(rows, tree, table, file, keys, new Restores(rows), settings, status, clock, database);
    }

    static ProvenWorld empty(Path folder) {
        return empty(OnePostgres.freshDatabase(), folder);
    }

    static ProvenWorld empty(PGSimpleDataSource database, Path folder) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/event-store", "classpath:db/query-side")
                .load()
                .migrate();
        return on(database, folder);
    }

    /** A database and a folder that are there already. */
    static ProvenWorld on(PGSimpleDataSource database, Path folder) {
        return on(database, folder, CLOCK);
    }

    private static ProvenWorld on(PGSimpleDataSource database, Path folder, Clock clock) {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        return new ProvenWorld(database, transactions, folder, clock, () -> {});
    }

    /** The same log in another database an hour later; whoever tampers there leaves this one alone. */
    static ProvenWorld copyOf(PGSimpleDataSource database, Path keys, Path folder) {
        copy(keys, folder);
        return on(OnePostgres.copyOf(database), folder, Clock.offset(CLOCK, Duration.ofHours(1)));
    }

    /** The same log within a transaction that is rolled back in the end; whoever tampers there leaves it alone. */
    static ProvenWorld within(DataSource database, Path keys, Path folder) {
        copy(keys, folder);
        try {
            var connection = database.getConnection();
            connection.setAutoCommit(false);
            return new ProvenWorld(
                    new SingleConnectionDataSource(connection, true),
                    TransactionOperations.withoutTransaction(),
                    folder,
                    CLOCK,
                    () -> {
                        connection.rollback();
                        connection.close();
                    });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path keys, Path folder) {
        try (var files = Files.list(keys)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends a fact to each stream in turn, so often. */
    void turn(int firstSequence, int rounds) {
        for (int round = firstSequence; round < firstSequence + rounds; round++) {
            var sequence = round;
            log.append(IntStream.range(0, STREAMS)
                    .mapToObj(stream -> LogToProve.fact(
                            "turning:" + stream, sequence, new LogToProve.Turned(stream * 1_000L + sequence)))
                    .toList());
        }
    }

    /** Half an hour after the world began to sign. */
    void declareLost(long from, long to) {
        var restored = new LogRestored(from, to, "the backup of the morning", null);
        log.append(List.of(LogToProve.fact(StreamId.RESTORES, 0, restored, SIGNED_AT.plus(Duration.ofMinutes(30)))));
    }

    long sign() {
        return signer.growAndSign(rows.head());
    }

    /** What a superuser can do. */
    void tamper(String... statements) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives a row another payload and the hash that goes with it. */
    void forge(long position) {
        var row = rows.rowsAfter(position - 1).getFirst();
        var payload = "{\"page\":99}".getBytes(StandardCharsets.UTF_8);
        var forged = new LoggedRow(
                row.position(),
                row.stream(),
                row.sequence(),
                row.at(),
                row.name(),
                row.revision(),
                row.metadata(),
                payload,
                row.hash());
        tamper("UPDATE log_event SET payload = '\\x%s', hash = '\\x%s' WHERE position = %d"
                .formatted(hex(payload), hex(forged.recomputedHash()), position));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** What a walk over everything finds. */
    Optional<Flaw> walk() {
        var walk = walker().fromTheStart();
        Optional<Flaw> flaw = Optional.empty();
        while (flaw.isEmpty() && !walk.isAtEnd()) {
            flaw = walk.next();
        }
        return flaw;
    }

    Walker walker() {
        return new Walker(rows, tree, table, keys, new Restores(rows), settings);
    }

    @Override
    public void close() {
        log.close();
        try {
            afterwards.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
