package org.examledger.query.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file that is sent while it is written. A failure before the first piece of it is a problem as any other; after that it cuts
 * the connection, so that nobody takes half a file for all of it.
 */
public final class Download {
    private static final int PIECE = 64 * 1024;

    private Download() {}

    /** Writes all of it and leaves the stream open. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Sends a file that nobody may keep on the way. */
    public static void send(HttpServletResponse response, String type, String name, Content content)
            throws IOException {
        var body = new Body(response, type, name);
        // Not closed when it fails: that would end the reply as if it were complete.
        var out = new BufferedOutputStream(body, PIECE);
        try {
            content.write(out);
            out.flush();
        } catch (IOException | RuntimeException | Error failure) {
            if (body.begun) {
                throw new CutOff(name, failure);
            }
            throw failure;
        }
    }

    /** Touches the reply only with the first piece. */
    private static final class Body extends OutputStream {
        private final HttpServletResponse response;
        private final String type;
        private final String name;
        private boolean begun;

        Body(HttpServletResponse response, String type, String name) {
            this.response = response;
            this.type = type;
            this.name = name;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!begun) {
                begun = true;
                response.setContentType(type);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                var disposition = ContentDisposition.attachment().filename(name).build();
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
            }
            response.getOutputStream().write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            response.flushBuffer();
        }
    }
}
