package org.examledger.service.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.examledger.service.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * Makes one service at a time the master of a data directory: only the holder starts, takes over or stops the
 * PostgreSQL in it.
 *
 * <p>The operating system frees the lock with the process that held it, however it ended. Who holds it stands in a
 * second file, because closing any handle of a locked file would free a POSIX lock of the whole process.
 */
final class DataDirectoryLock implements AutoCloseable {
    private static final String LOCK = "service.lock";
    private static final String HOLDER = "service.holder";

    private final FileChannel channel;

    private DataDirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataDirectoryLock take(Path dataDirectory) {
        try {
            Files.createDirectories(dataDirectory);
            var channel =
                    FileChannel.open(dataDirectory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw refused(dataDirectory);
            }
            Files.writeString(dataDirectory.resolve(HOLDER), describeThisProcess());
            return new DataDirectoryLock(channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("The data directory " + dataDirectory + " cannot be locked", failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static StartRefused refused(Path dataDirectory) throws IOException {
        var holder = dataDirectory.resolve(HOLDER);
        var who = Files.exists(holder) ? Files.readString(holder).strip() : "another process";
        return new StartRefused(
                "The data directory " + dataDirectory.toAbsolutePath() + " is in use by " + who + ".",
                "Stop that service, or give this one a data directory (exam.data-dir) and a port "
                        + "(exam.database.embedded-port) of its own, or let both use one PostgreSQL "
                        + "(spring.datasource.url).");
    }

    private static String describeThisProcess() {
        var process = ProcessHandle.current();
        return "process " + process.pid() + " of user " + process.info().user().orElse("unknown")
                + process.info().startInstant().map(at -> ", started " + at).orElse("") + "\n";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
