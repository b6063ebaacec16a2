package org.examledger.faults.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.examledger.endtoend.client.Json;
import org.jspecify.annotations.Nullable;

/**
 * A load client's own file: each request before it is sent, each reply when it came, one JSON line each. What has no
 * second line has an unknown outcome, also when the client itself died.
 */
public final class ClientRecord implements AutoCloseable {
    private final Path file;
    private final BufferedWriter lines;
    private final AtomicLong ops = new AtomicLong();

    /** One of both. */
    private record Line(
            @Nullable Invocation invoke, @Nullable Completion complete) {}

    private ClientRecord(Path file, BufferedWriter lines) {
        this.file = file;
        this.lines = lines;
    }

    public static ClientRecord in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new ClientRecord(file, Files.newBufferedWriter(file));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public long nextOp() {
        return ops.incrementAndGet();
    }

    public void invoked(Invocation invocation) {
        write(new Line(invocation, null));
    }

    public void completed(Completion completion) {
        write(new Line(null, completion));
    }

    private void write(Line line) {
        var text = Json.MAPPER.writeValueAsString(line);
        synchronized (lines) {
            try {
                lines.write(text);
                lines.newLine();
                lines.flush();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** All that was written so far, in the order of the invocations. */
    public List<Operation> operations() {
        return read(file);
    }

    public static List<Operation> read(Path file) {
        var invocations = new ArrayList<Invocation>();
        var completions = new HashMap<Long, Completion>();
        try (var lines = Files.lines(file)) {
            lines.map(text -> Json.MAPPER.readValue(text, Line.class)).forEach(line -> {
                if (line.invoke() != null) {
                    invocations.add(line.invoke());
                }
                if (line.complete() != null) {
                    completions.put(line.complete().op(), line.complete());
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return invocations.stream()
                .map(it -> new Operation(
                        it, completions.getOrDefault(it.op(), Completion.unknown(it.op(), Long.MAX_VALUE, 0))))
                .toList();
    }

    @Override
    public void close() {
        synchronized (lines) {
            try {
                lines.close();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
