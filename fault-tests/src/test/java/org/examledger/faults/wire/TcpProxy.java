package org.examledger.faults.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A line to a port of this machine on which the {@link Weather} can be changed while it is used. */
public final class TcpProxy implements AutoCloseable {
    private static final int PIECE = 65_536;
    /** The shortest time after which TCP sends a lost packet again, on Linux. */
    private static final Duration SENT_AGAIN_AFTER = Duration.ofMillis(200);

    private final ServerSocket door;
    private final int target;
    private final Supplier<Ear> ears;
    private final Random random;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong troubled = new AtomicLong();
    private final AtomicLong vanished = new AtomicLong();
    private volatile Weather weather = Weather.FAIR;

    private TcpProxy(ServerSocket door, int target, Supplier<Ear> ears, long seed) {
        this.door = door;
        this.target = target;
        this.ears = ears;
        this.random = new Random(seed);
    }

    public static TcpProxy to(int port, long seed) {
        return to(port, seed, () -> Ear.DEAF);
    }

    /**
     * Opens a line.
     *
     * @param ears one for each connection
     */
    public static TcpProxy to(int port, long seed, Supplier<Ear> ears) {
        try {
            var proxy = new TcpProxy(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), port, ears, seed);
            proxy.threads.execute(proxy::accept);
            return proxy;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Changes what happens from now on, also on connections that are there. */
    public void weather(Weather next) {
        weather = next;
        if (!next.open()) {
            endAll(false);
        }
    }

    /** Fair weather; connections on which bytes vanished cannot go on and end. */
    public void heal() {
        weather = Weather.FAIR;
        lines.stream().filter(it -> it.damaged).forEach(it -> it.end(false));
    }

    /** Resets all connections (RST); new ones are let through. */
    public void reset() {
        endAll(true);
    }

    private void endAll(boolean reset) {
        lines.forEach(it -> it.end(reset));
    }

    public int connections() {
        return lines.size();
    }

    /** How many connections were ended from here. */
    public long ended() {
        return ended.get();
    }

    /** How many pieces came late or ended their connection in lossy weather. */
    public long troubled() {
        return troubled.get();
    }

    /** How many bytes vanished. */
    public long vanished() {
        return vanished.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (!weather.open()) {
                    ended.incrementAndGet();
                    client.close();
                    continue;
                }
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            client.setTcpNoDelay(true);
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
            var line = new Line(client, server, ears.get());
            lines.add(line);
            threads.execute(() -> line.pump(true));
            threads.execute(() -> line.pump(false));
        } catch (IOException unreachable) {
            close(client);
        }
    }

    private boolean chance(double share) {
        synchronized (random) {
            return share > 0 && random.nextDouble() < share;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException alreadyClosed) {
            // That is what was wanted.
        }
        endAll(false);
        threads.shutdownNow();
    }

    /** One connection through here. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private final Ear ear;
        private volatile boolean damaged;

        Line(Socket client, Socket server, Ear ear) {
            this.client = client;
            this.server = server;
            this.ear = ear;
        }

        void pump(boolean toServer) {
            var piece = new byte[PIECE];
            try {
                var from = (toServer ? client : server).getInputStream();
                var to = (toServer ? server : client).getOutputStream();
                for (var length = from.read(piece); length >= 0; length = from.read(piece)) {
                    if (!passes(piece, length, toServer)) {
                        continue;
                    }
                    to.write(piece, 0, length);
                    to.flush();
                }
            } catch (IOException broken) {
                // Both sides are told below.
            } finally {
                lines.remove(this);
                close(client);
                close(server);
            }
        }

        /** Whether a piece is passed on. */
        private boolean passes(byte[] piece, int length, boolean toServer) throws IOException {
            if (toServer) {
                ear.sent(piece, length);
            } else if (ear.cutsBefore(piece, length)) {
                end(false);
                throw new IOException("cut before its reply");
            }
            var now = weather;
            LockSupport.parkNanos(now.delay().toNanos());
            if (chance(now.trouble())) {
                troubled.incrementAndGet();
                if (chance(0.3)) {
                    end(true);
                    throw new IOException("lost for good");
                }
                LockSupport.parkNanos(SENT_AGAIN_AFTER.toNanos());
            }
            if (toServer ? now.toServer() : now.toClient()) {
                return true;
            }
            damaged = true;
            vanished.addAndGet(length);
            return false;
        }

        void end(boolean reset) {
            ended.incrementAndGet();
            try {
                if (reset) {
                    client.setSoLinger(true, 0);
                    server.setSoLinger(true, 0);
                }
            } catch (IOException alreadyGone) {
                // Then it needs no reset.
            }
            close(client);
            close(server);
        }
    }
}
