package org.examledger.endtoend.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the programs of this machine; those of daemons are often outside an ordinary user's path. */
public final class Programs {
    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");

    private Programs() {}

    public static Optional<Path> find(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Path get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("This machine has no " + name + "; install its package"));
    }

    static boolean hasPostgres() {
        return Files.isDirectory(POSTGRES);
    }

    /** Where Debian keeps the newest PostgreSQL's programs. */
    static Path ofPostgres() {
        try (var versions = Files.list(POSTGRES)) {
            return versions.max(Comparator.comparingInt(Programs::version))
                    .orElseThrow(() -> new IllegalStateException("no PostgreSQL in " + POSTGRES))
                    .resolve("bin");
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "This machine has no PostgreSQL; install the package postgresql", unreadable);
        }
    }

    private static int version(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }
}
