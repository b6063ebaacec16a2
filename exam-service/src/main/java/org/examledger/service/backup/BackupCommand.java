package org.examledger.service.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.examledger.service.Tool;
import org.examledger.service.database.DatabaseBeside;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code --exam.backup.to=<file>}: instead of starting the service, writes a backup of the database that the other settings
 * name. The service may run meanwhile, or be stopped.
 */
public final class BackupCommand implements Tool {
    private static final String TO = "exam.backup.to";

    @Override
    public boolean isAsked(String[] arguments) {
        return new SimpleCommandLinePropertySource(arguments).containsProperty(TO);
    }

    /** Writes the backup and says on standard output what is in it. */
    @Override
    public void run(String[] arguments) {
        CommandLinePropertySource<?> told = new SimpleCommandLinePropertySource(arguments);
        var file = Path.of(String.valueOf(told.getProperty(TO))).toAbsolutePath();
        // Only the settings: none of the service's parts are started.
        try (var settings = new SpringApplicationBuilder(BackupCommand.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .run(arguments);
                var database = DatabaseBeside.of(settings.getEnvironment())) {
            var written = new Backup(database.source(), JsonMapper.shared()).writeTo(file);
            System.out.printf(
                    "%s: %d facts and %d people, as of %s%n",
                    file, written.head(), rows(written, "person"), written.madeAt());
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("The backup was not written: " + failed.getMessage(), failed);
        }
    }

    private static long rows(Manifest written, String table) {
        var content = written.tables().get(table);
        return content == null ? 0 : content.rows();
    }
}
