package org.examledger.service.database;

import java.nio.file.Files;
import java.util.Optional;
import javax.sql.DataSource;
import org.examledger.service.ExamSettings;
import org.examledger.service.StartRefused;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The database that settings name, for a tool beside the service: the configured one, or the embedded one, which is started
 * for as long when no service runs on it.
 */
public final class DatabaseBeside implements AutoCloseable {
    private final PGSimpleDataSource source;
    private final Optional<EmbeddedPostgres> started;

    private DatabaseBeside(PGSimpleDataSource source, Optional<EmbeddedPostgres> started) {
        this.source = source;
        this.started = started;
    }

    public static DatabaseBeside of(Environment environment) {
        if (!environment.getRequiredProperty("exam.embedded-database", Boolean.class)) {
            return new DatabaseBeside(
                    source(
                            environment.getRequiredProperty("spring.datasource.url"),
                            environment.getProperty("spring.datasource.username", ""),
                            environment.getProperty("spring.datasource.password", "")),
                    Optional.empty());
        }
        var settings = Binder.get(environment).bindOrCreate("exam", ExamSettings.class);
        var directory = settings.dataDir().toAbsolutePath().normalize();
        var cluster = directory.resolve("postgres");
        if (!Files.isDirectory(cluster)) {
            throw new StartRefused(
                    "There is no database in " + directory + ".",
                    "Name the service's own data directory (exam.data-dir) or database (spring.datasource.url).");
        }
        var running = Postmaster.namedIn(cluster).filter(Postmaster::lives);
        if (running.isPresent()) {
            var url = EmbeddedPostgres.urlAt(running.get().port());
            return new DatabaseBeside(
                    source(
                            url,
                            Credentials.SERVICE_USER,
                            Credentials.keptIn(directory).password()),
                    Optional.empty());
        }
        var server = EmbeddedPostgres.start(directory, settings.database().embeddedPort(), settings.binariesDir());
        return new DatabaseBeside(source(server.url(), server.user(), server.password()), Optional.of(server));
    }

    private static PGSimpleDataSource source(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        started.ifPresent(EmbeddedPostgres::close);
    }
}
