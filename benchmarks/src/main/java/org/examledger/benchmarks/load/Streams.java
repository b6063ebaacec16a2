package org.examledger.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Many open streams of server-sent events, each a connection of its own whose events are counted and thrown away. */
public final class Streams implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final LongAdder deltas = new LongAdder();
    private volatile boolean closing;

    public Streams(int port, byte[] request, int count) throws IOException {
        for (var stream = 0; stream < count; stream++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.getOutputStream().write(request);
            Thread.ofVirtual().start(() -> read(socket));
        }
    }

    private void read(Socket socket) {
        try (var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event: snapshot")) {
                    begun.incrementAndGet();
                } else if (line.equals("event: delta")) {
                    deltas.increment();
                }
            }
        } catch (IOException lost) {
            // Counted below, unless it was ourselves.
        }
        if (!closing) {
            ended.incrementAndGet();
        }
    }

    /** How many were sent the whole picture. */
    public int begun() {
        return begun.get();
    }

    /** How many did not stay open. */
    public int ended() {
        return ended.get();
    }

    public long deltas() {
        return deltas.sum();
    }

    @Override
    public void close() throws IOException {
        closing = true;
        for (var socket : sockets) {
            socket.close();
        }
    }
}
