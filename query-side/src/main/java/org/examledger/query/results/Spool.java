package org.examledger.query.results;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;

/**
 * A file between a snapshot of the database and a client: it is complete before the first byte is sent, so that a slow
 * client holds no connection to the database, and a failure is told as one instead of ending in half a file.
 *
 * <p>It has names of people in it, so only this process can read it, and it is gone with its reader or with the process.
 */
final class Spool {
    private final FileChannel file;

    private Spool(FileChannel file) {
        this.file = file;
    }

    /** Writes all there is, and may close the stream. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Spool of(Content content) throws IOException {
        var file = FileChannel.open(Files.createTempFile("exam-results", null), READ, WRITE, DELETE_ON_CLOSE);
        try {
            var out = new KeptOpen(Channels.newOutputStream(file));
            content.writeTo(out);
            out.flush();
            return new Spool(file);
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    long size() throws IOException {
        return file.size();
    }

    /** Closing it deletes the file. */
    InputStream read() throws IOException {
        file.position(0);
        return Channels.newInputStream(file);
    }

    /** Some who write a format close what they wrote to, and a file that is closed is gone. */
    private static final class KeptOpen extends BufferedOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
