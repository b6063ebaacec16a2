package org.examledger.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One kept-alive HTTP/1.1 connection that costs next to nothing, so that the driver leaves the processors to what it
 * measures. It understands what Tomcat sends and no more.
 */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String LENGTH = "\r\nContent-Length: ";
    private static final String CHUNKED = "\r\nTransfer-Encoding: chunked";

    private static final String CLOSING = "\r\nConnection: close";

    private static final AtomicLong RECONNECTIONS = new AtomicLong();

    private final int port;
    private Socket socket;
    private OutputStream out;
    private InputStream in;
    private boolean closing;
    private byte[] buffer = new byte[16 * 1024];
    private int from;
    private int to;

    /** What came back. */
    public record Reply(int status, String head, byte[] body) {
        /** The value of a header by its name as it is sent; empty when it is not there. */
        public String header(String name) {
            var start = head.indexOf("\r\n" + name + ": ");
            if (start < 0) {
                return "";
            }
            var value = start + name.length() + 4;
            var end = head.indexOf('\r', value);
            return head.substring(value, end < 0 ? head.length() : end);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Wire(int port) throws IOException {
        this.port = port;
        socket = connect(port);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        return socket;
    }

    /** Tomcat ends a connection after its hundredth request; the next one is part of the next exchange's time. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connect(port);
        out = socket.getOutputStream();
        in = socket.getInputStream();
        from = 0;
        to = 0;
        closing = false;
    }

    /** Sends a whole request and waits for the whole reply. */
    public Reply exchange(byte[] request) throws IOException {
        if (closing) {
            reconnect();
        }
        try {
            out.write(request);
            return reply();
        } catch (EOFException | SocketException closed) {
            if (from < to) {
                throw closed; // in the middle of a reply
            }
            // As browsers do: a server may end an idle connection at any time. Commands can be sent twice.
            reconnect();
            RECONNECTIONS.incrementAndGet();
            out.write(request);
            return reply();
        }
    }

    /** How often a server ended a connection without having said so; many would tell of an overload. */
    public static long reconnections() {
        return RECONNECTIONS.get();
    }

    private Reply reply() throws IOException {
        var end = endOfHead();
        var head = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
        from = end + 4;
        closing = head.contains(CLOSING);
        var status = Integer.parseInt(head, 9, 12, 10);
        var length = head.indexOf(LENGTH);
        if (length >= 0) {
            var start = length + LENGTH.length();
            var stop = head.indexOf('\r', start);
            return new Reply(status, head, take(Integer.parseInt(head, start, stop < 0 ? head.length() : stop, 10)));
        }
        return new Reply(status, head, head.contains(CHUNKED) ? chunks() : new byte[0]);
    }

    private int endOfHead() throws IOException {
        var looked = from;
        while (true) {
            for (; looked + 3 < to; looked++) {
                if (buffer[looked] == '\r'
                        && buffer[looked + 1] == '\n'
                        && buffer[looked + 2] == '\r'
                        && buffer[looked + 3] == '\n') {
                    return looked;
                }
            }
            var before = from;
            fill();
            looked -= before - from;
        }
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream(512);
        while (true) {
            var size = chunkSize();
            if (size == 0) {
                take(2);
                return body.toByteArray();
            }
            body.write(take(size));
            take(2);
        }
    }

    private int chunkSize() throws IOException {
        var size = 0;
        while (true) {
            if (from == to) {
                fill();
            }
            var digit = Character.digit(buffer[from++], 16);
            if (digit < 0) {
                from++; // the line feed, which is never apart from its carriage return here
                if (from > to) {
                    from = to;
                    fill();
                    from++;
                }
                return size;
            }
            size = 16 * size + digit;
        }
    }

    private byte[] take(int length) throws IOException {
        while (to - from < length) {
            fill();
        }
        var taken = Arrays.copyOfRange(buffer, from, from + length);
        from += length;
        return taken;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        var read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        to += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
