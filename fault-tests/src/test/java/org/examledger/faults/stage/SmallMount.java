package org.examledger.faults.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of a few megabytes that can be filled up without harm to anything else. */
public final class SmallMount implements AutoCloseable {
    private static final int PIECE = 64 * 1024;

    private final Path folder;
    private final int megabytes;

    public SmallMount(Path folder, int megabytes) {
        this.folder = folder;
        this.megabytes = megabytes;
    }

    /** Why it cannot be had here; nothing when it can. */
    public static List<String> missing() {
        return System.getProperty("user.name").equals("root") && Files.exists(Path.of("/bin/mount"))
                ? List.of()
                : List.of("a file system can be mounted by root only");
    }

    public Path mounted() {
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=755", "tmpfs", folder.toString());
        return folder;
    }

    /** Takes all the room that is left, and returns the file that holds it. */
    public Path fill() {
        var ballast = folder.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[PIECE]);
            }
        } catch (IOException full) {
            return ballast;
        }
    }

    private static void run(String... command) {
        try {
            var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
            }
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        run("umount", "-l", folder.toString());
    }
}
