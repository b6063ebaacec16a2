package org.examledger.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * PostgreSQL's parent process, as its {@code postmaster.pid} names it.
 *
 * @param pid its process id
 * @param port it listens on
 * @param cluster the directory whose data it serves
 */
record Postmaster(long pid, int port, Path cluster) {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty when there is no such file, or when it is cut off and so names nobody. */
    static Optional<Postmaster> namedIn(Path cluster) {
        try {
            var lines = Files.readAllLines(file(cluster));
            return lines.size() <= PORT_LINE
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(PID_LINE).strip()),
                            Integer.parseInt(lines.get(PORT_LINE).strip()),
                            cluster));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether that process lives and serves this cluster. */
    boolean lives() {
        return ProcessHandle.of(pid).filter(this::servesCluster).isPresent() && !isZombie();
    }

    /** Whether the process id was given to another program since. */
    boolean isSomebodyElse() {
        return ProcessHandle.of(pid).isPresent() && !lives();
    }

    private boolean servesCluster(ProcessHandle process) {
        var info = process.info();
        return process.isAlive()
                && info.command().map(command -> command.endsWith("/postgres")).orElse(true)
                && info.arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                        .orElse(true);
    }

    /** A process killed without a parent that waits for it stays in the table; it serves nobody any more. */
    private boolean isZombie() {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }
}
