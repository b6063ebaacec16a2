package org.examledger.query.proof;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.examledger.proof.Checkpoint;
import org.examledger.proof.SignedNote;

/**
 * The checkpoints outside the database: signed notes one after the other, each followed by an empty line.
 *
 * <p>What is no note is passed by: a process that died while it wrote leaves half a one. Nobody can hide a checkpoint that
 * way, because the table has it too.
 */
final class CheckpointFile {
    private static final String GAP = "\n\n";

    private final Path file;

    /** Up to where the file has been read, always behind a note. */
    private long read;

    private final List<Signed> known = new ArrayList<>();

    CheckpointFile(Path file) {
        this.file = file;
    }

    /** A checkpoint and the note it comes from, whether or not its signature is right. */
    record Signed(Checkpoint checkpoint, SignedNote note) {}

    /** All checkpoints in the order in which they were written. */
    synchronized List<Signed> all() {
        try {
            var length = Files.exists(file) ? Files.size(file) : 0;
            if (length < read) {
                known.clear();
                read = 0;
            }
            if (length > read) {
                readOn(length);
            }
            return List.copyOf(known);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the checkpoints in " + file + " cannot be read", unreadable);
        }
    }

    private void readOn(long length) throws IOException {
        var bytes = new byte[Math.toIntExact(length - read)];
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            content.seek(read);
            content.readFully(bytes);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        var consumed = 0;
        for (int from = 0, middle; (middle = text.indexOf(GAP, from)) >= 0; from = middle + GAP.length()) {
            var end = text.indexOf(GAP, middle + GAP.length());
            if (end < 0) {
                break;
            }
            var signed = signed(text.substring(from, end + 1));
            if (signed.isPresent()) {
                known.add(signed.get());
                consumed = end + GAP.length();
            }
        }
        // The rest may still be being written, so it is read again next time.
        read += text.substring(0, consumed).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Optional<Signed> signed(String text) {
        return SignedNote.parse(text)
                .flatMap(note -> Checkpoint.parse(note.text()).map(it -> new Signed(it, note)));
    }

    /** Appends a checkpoint; on disk when this returns. */
    synchronized void append(SignedNote note) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                // An empty line before it too, in case somebody died in the middle of the last one.
                var text = channel.size() == 0 || endsWell() ? note + "\n" : GAP + note + "\n";
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the checkpoint could not be written to " + file, unwritable);
        }
    }

    private boolean endsWell() throws IOException {
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            if (content.length() < 2) {
                return false;
            }
            content.seek(content.length() - 2);
            var last = new byte[2];
            content.readFully(last);
            return new String(last, StandardCharsets.UTF_8).equals(GAP);
        }
    }
}
