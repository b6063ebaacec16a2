package org.examledger.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.examledger.service.StartRefused;

/** Runs one of PostgreSQL's programs and says how it ended. */
final class Tool {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Tool() {}

    record Outcome(int code, String said) {
        boolean succeeded() {
            return code == 0;
        }
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it has root's files and none of root's powers;
     * this needs no other account and no change of ownership.
     */
    static Outcome run(List<String> command) {
        var whole = new ArrayList<String>();
        if (ROOT) {
            whole.addAll(List.of("unshare", "--user"));
        }
        whole.addAll(command);
        var outcome = execute(whole);
        if (ROOT && outcome.said().startsWith("unshare:")) {
            throw new StartRefused(
                    "PostgreSQL does not run as root, and this system refuses the user namespace that would help ("
                            + outcome.said().strip() + ").",
                    "Start the service as an ordinary user, or set spring.datasource.url.");
        }
        return outcome;
    }

    private static Outcome execute(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), said);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + command.getFirst(), interrupted);
        }
    }
}
