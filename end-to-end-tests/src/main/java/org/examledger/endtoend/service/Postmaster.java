package org.examledger.endtoend.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the PostgreSQL that runs on a data directory, by the file it keeps there. */
final class Postmaster {
    private Postmaster() {}

    static Optional<ProcessHandle> under(Path dataDirectory) {
        if (!Files.isDirectory(dataDirectory)) {
            return Optional.empty();
        }
        try (var files = Files.find(dataDirectory, 6, (file, kind) -> file.endsWith("postmaster.pid"))) {
            return files.findFirst().flatMap(Postmaster::process);
        } catch (IOException | UncheckedIOException vanished) {
            return Optional.empty();
        }
    }

    /** A file left by a killed postmaster may name a process that is another one now. */
    private static Optional<ProcessHandle> process(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info().command().orElse("").contains("postgres"));
        } catch (IOException | UncheckedIOException vanished) {
            return Optional.empty();
        }
    }
}
