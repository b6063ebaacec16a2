package org.examledger.endtoend.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A line to the service on which everything takes its time, and now and then a request or its reply gets lost. */
final class LossyLine implements AutoCloseable {
    private static final int SLOWEST_MILLIS = 60;
    private static final byte[] BODY_FOLLOWS = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final ServerSocket door;
    private final URI service;
    private final Random random;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LossyLine(URI service, long seed) throws IOException {
        this.service = service;
        random = new Random(seed);
        door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        var unused = threads.submit(this::accept);
    }

    URI baseUrl() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var unused = threads.submit(() -> carry(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket client) {
        try (client) {
            var request = request(client.getInputStream());
            delay();
            var fate = chance();
            if (fate == 0) {
                return;
            }
            var reply = ask(request);
            delay();
            if (fate > 1) {
                client.getOutputStream().write(reply);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** 0 = the request gets lost, 1 = its reply does. */
    private synchronized int chance() {
        return random.nextInt(12);
    }

    private void delay() {
        int millis;
        synchronized (this) {
            millis = random.nextInt(SLOWEST_MILLIS);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private byte[] ask(byte[] request) throws IOException {
        try (var upstream = new Socket(service.getHost(), service.getPort())) {
            upstream.getOutputStream().write(request);
            return upstream.getInputStream().readAllBytes();
        }
    }

    /** One request, which asks for its connection to be closed, so that the reply ends with it. */
    private static byte[] request(InputStream from) throws IOException {
        var read = new ByteArrayOutputStream();
        while (!endsWith(read.toByteArray())) {
            var next = from.read();
            if (next < 0) {
                throw new IOException("the client went away");
            }
            read.write(next);
        }
        var head = read.toString(StandardCharsets.ISO_8859_1);
        var length = 0;
        for (var line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.replaceFirst("\r\n", "\r\nConnection: close\r\n")
                .replaceAll("(?i)\r\n(upgrade|http2-settings|connection): (?!close)[^\r]*", "")
                .getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(from.readNBytes(length));
        return whole.toByteArray();
    }

    private static boolean endsWith(byte[] read) {
        var at = read.length - BODY_FOLLOWS.length;
        for (var index = 0; index < BODY_FOLLOWS.length; index++) {
            if (at < 0 || read[at + index] != BODY_FOLLOWS[index]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
