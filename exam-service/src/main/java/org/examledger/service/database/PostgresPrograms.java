package org.examledger.service.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.examledger.service.StartRefused;

/**
 * PostgreSQL's own programs, unpacked once from the jar that carries them.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path home) {
    /** The major version whose data these programs can read. */
    static final String MAJOR = "18";

    String path(String program) {
        return home.resolve("bin").resolve(program).toString();
    }

    static PostgresPrograms unpackedIn(Path directory) {
        try {
            var packed = packed();
            // Named after its content, so that a newer release never runs an older one's programs.
            var home = directory.toAbsolutePath().normalize().resolve(MAJOR + "-" + fingerprint(packed));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(home.getParent());
                var unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
                unpack(packed, unfinished);
                moveIntoPlace(unfinished, home);
            }
            return new PostgresPrograms(home);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL's programs could not be unpacked into " + directory, failure);
        }
    }

    private static byte[] packed() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux") ? "Linux" : "Darwin";
        var processor = ArchUtils.normalize(System.getProperty("os.arch"));
        try (var packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor)) {
            return packed.readAllBytes();
        } catch (IllegalStateException none) {
            throw new StartRefused(
                    "No embedded PostgreSQL is packaged for " + system + " on " + processor + ".",
                    "Set spring.datasource.url to a PostgreSQL 15 or later.",
                    none);
        }
    }

    private static String fingerprint(byte[] packed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(packed);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Only a complete folder ever has the final name, also after a crash and when two processes unpack at once. */
    private static void moveIntoPlace(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
            Trees.delete(unfinished);
        }
    }

    private static void unpack(byte[] packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive points outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException(path + " cannot be made executable");
        }
    }
}
