package org.examledger.query.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.examledger.proof.SigningKey;
import org.examledger.proof.VerifyingKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of keys: {@code signing-key.pem}, which only its owner reads, and {@code <id>.pem} for each public key that ever
 * signed. Without a signing key one is made, so taking the old one away is all it takes to rotate it.
 */
final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final String SIGNING = "signing-key.pem";
    private static final String PUBLIC = "*.pem";

    private final Path folder;
    private final String origin;

    Keys(ProofSettings settings) {
        this.folder = settings.keys();
        this.origin = settings.origin();
    }

    /** The key to sign with now, made when there is none. */
    SigningKey signing() {
        var file = folder.resolve(SIGNING);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            var key = SigningKey.ofPem(origin, Files.readString(file, StandardCharsets.US_ASCII));
            keep(key);
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing key in " + file + " cannot be read or made", unreadable);
        }
    }

    /** Of two processes that make one at once, the second takes the first one's. */
    private void make(Path file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var key = SigningKey.generate(origin);
        var draft = folder.resolve("." + UUID.randomUUID());
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, key.pem(), StandardCharsets.US_ASCII);
        try {
            // A link is made whole or not at all, and never over another one's file.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException somebodyWasQuicker) {
            return;
        } finally {
            Files.delete(draft);
        }
        LOG.warn("""
                A NEW KEY SIGNS THE LOG FROM NOW ON: {} in {}.
                Keep that file secret and a copy of it elsewhere. Give {} to whoever checks exports.""", key.id(), file.toAbsolutePath(), folder.resolve(key.id() + ".pem"));
    }

    private void keep(SigningKey key) throws IOException {
        var file = folder.resolve(key.id() + ".pem");
        if (!Files.exists(file)) {
            var draft = folder.resolve("." + UUID.randomUUID());
            Files.writeString(draft, key.verifying().pem(), StandardCharsets.US_ASCII);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Every public key of the folder: the present one and those from before. */
    List<VerifyingKey> verifying() {
        var keys = new ArrayList<VerifyingKey>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (var files = Files.newDirectoryStream(folder, PUBLIC)) {
            for (var file : files) {
                if (!file.getFileName().toString().equals(SIGNING)) {
                    keys.add(VerifyingKey.ofPem(Files.readString(file, StandardCharsets.US_ASCII)));
                }
            }
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the public keys in " + folder + " cannot be read", unreadable);
        }
    }
}
