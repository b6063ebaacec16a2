package org.examledger.endtoend.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Makes room for a service and removes what it left. */
final class Folders {
    private Folders() {}

    /** Readable by all, because PostgreSQL may run as somebody else. */
    static Path fresh(Path parent, String prefix) {
        try {
            Files.createDirectories(parent);
            return Files.createTempDirectory(
                    parent, prefix, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException undeletable) {
            System.out.println("Could not delete " + folder + ": " + undeletable);
        }
    }
}
